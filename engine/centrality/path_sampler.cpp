// SPDX-License-Identifier: Apache-2.0
#include "engine/centrality/path_sampler.hpp"

#include "graphs/runtime/random.hpp"

namespace regionet {

PathSampler::PathSampler(GraphView graph, GraphView turned) {
  const std::size_t n = graph.vertex_count();
  for (Side* const side : {&forward_, &backward_}) {
    side->depth.resize(n);
    side->paths.resize(n);
  }
  forward_.along = backward_.against = graph;
  forward_.against = backward_.along = turned;
}

double PathSampler::random() { return random_unit(key_, drawn_++); }

void PathSampler::start(Side& side, Vertex end) {
  for (const Vertex v : side.seen) side.depth[v] = 0;
  side.seen.assign(1, end);
  side.last = 0;
  side.depth[end] = 1;
  side.paths[end] = 1;
  side.arcs_ahead = side.along.neighbours(end).size();
}

/// Goes on by one depth. A vertex that the other side has seen lies at that side's last depth, or they would have met
/// before: so all shortest paths cross one of the arcs met here.
void PathSampler::step(Side& side, const Side& other) {
  const std::size_t end = side.seen.size();
  const std::uint32_t next = side.depth[side.seen[side.last]] + 1;
  side.arcs_ahead = 0;
  for (std::size_t i = side.last; i < end; ++i) {
    const Vertex v = side.seen[i];
    for (const Vertex target : side.along.neighbours(v)) {
      if (other.depth[target] != 0) {
        meetings_.push_back({v, target});
      } else if (side.depth[target] == 0) {
        side.depth[target] = next;
        side.paths[target] = side.paths[v];
        side.seen.push_back(target);
        side.arcs_ahead += side.along.neighbours(target).size();
      } else if (side.depth[target] == next) {
        side.paths[target] += side.paths[v];
      }
    }
  }
  side.last = end;
}

/// The vertices from `v` back to the end of its side, without the end.
void PathSampler::walk_back(const Side& side, Vertex v) {
  while (side.depth[v] > 1) {
    path_.push_back(v);
    double left = random() * side.paths[v];
    Vertex chosen = v;
    for (const Vertex before : side.against.neighbours(v)) {
      if (side.depth[before] != side.depth[v] - 1) continue;
      chosen = before;
      left -= side.paths[before];
      if (left < 0) break;
    }
    v = chosen;
  }
}

std::span<const Vertex> PathSampler::draw(Vertex from, Vertex to, std::uint64_t key) {
  key_ = key;
  drawn_ = 0;
  path_.clear();
  meetings_.clear();
  start(forward_, from);
  start(backward_, to);
  bool forward = true;
  while (meetings_.empty()) {
    forward = forward_.arcs_ahead <= backward_.arcs_ahead;
    Side& side = forward ? forward_ : backward_;
    if (side.arcs_ahead == 0) return {};
    step(side, forward ? backward_ : forward_);
    if (meetings_.empty() && side.last == side.seen.size()) return {};
  }
  const Side& here = forward ? forward_ : backward_;
  const Side& there = forward ? backward_ : forward_;
  double total = 0;
  for (const Meeting& meeting : meetings_) total += here.paths[meeting.here] * there.paths[meeting.there];
  double left = random() * total;
  Meeting chosen = meetings_.back();
  for (const Meeting& meeting : meetings_) {
    left -= here.paths[meeting.here] * there.paths[meeting.there];
    if (left >= 0) continue;
    chosen = meeting;
    break;
  }
  walk_back(here, chosen.here);
  walk_back(there, chosen.there);
  return path_;
}

}  // namespace regionet
