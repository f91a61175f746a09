// SPDX-License-Identifier: Apache-2.0
#include "engine/structure/shared_partners.hpp"
#include "engine/structure/two_mode.hpp"
#include "engine/structure/two_mode_clustering.hpp"
#include "engine/structure/vertex_loop.hpp"
#include "graphs/csr/simple.hpp"

namespace regionet {
namespace {

std::uint64_t pairs_of(std::uint64_t count) { return count < 2 ? 0 : count * (count - 1) / 2; }

/// Counts paths of four ties with a place in the middle.
class FourPaths {
 public:
  explicit FourPaths(GraphView ties)
      : ties_(ties),
        from_middle_(ties),
        from_end_(ties),
        of_middle_(ties.vertex_count(), false),
        all_three_(ties.vertex_count(), 0) {}

  void look(Vertex middle) {
    from_middle_.look(middle);
    for (const Vertex p : ties_.neighbours(middle)) of_middle_[p] = true;
    std::uint64_t closed_from_both_ends = 0;
    for (const Vertex end : from_middle_.met()) closed_from_both_ends += closed_at(middle, end);
    for (const Vertex p : ties_.neighbours(middle)) of_middle_[p] = false;
    closed = closed_from_both_ends / 2;
    count_paths(middle);
  }

  std::uint64_t paths = 0;
  std::uint64_t closed = 0;

 private:
  /// Pairs of steps (p, i) and (q, k) away from the middle, less those with p = q and those with i = k; no pair has
  /// both.
  void count_paths(Vertex middle) {
    std::uint64_t steps = 0;
    std::uint64_t no_paths = 0;
    for (const Vertex p : ties_.neighbours(middle)) {
      const std::uint64_t others = ties_.neighbours(p).size() - 1;
      steps += others;
      no_paths += pairs_of(others);
    }
    for (const Vertex end : from_middle_.met()) no_paths += pairs_of(from_middle_.with(end));
    paths = pairs_of(steps) - no_paths;
  }

  /// The closed paths that start at `end`.
  std::uint64_t closed_at(Vertex middle, Vertex end) {
    from_end_.look(end);
    for (const Vertex p : ties_.neighbours(end)) {
      if (!of_middle_[p]) continue;
      for (const Vertex other : ties_.neighbours(p)) ++all_three_[other];
    }
    std::uint64_t count = 0;
    for (const Vertex other : from_end_.met()) {
      if (other != middle && from_middle_.with(other) > 0) {
        count +=
            closed_between(from_middle_.with(end), from_middle_.with(other), from_end_.with(other), all_three_[other]);
      }
      all_three_[other] = 0;
    }
    all_three_[end] = 0;
    return count;
  }

  /// Paths end - p - middle - q - other that a further partner of both ends closes. `left` and `right` count the
  /// partners that the middle shares with the ends, `ends` those that these share, `all` those of all three.
  static std::uint64_t closed_between(std::uint64_t left, std::uint64_t right, std::uint64_t ends, std::uint64_t all) {
    const std::uint64_t every = left * right - all;              // p = q is one of those of all three
    if (ends == 1 && all == 1) return (left - 1) * (right - 1);  // that one must be neither p nor q
    if (ends == 2 && all == 2) return every - 2;                 // p and q must not be just those two
    return every;
  }

  GraphView ties_;
  SharedPartners from_middle_, from_end_;
  std::vector<char> of_middle_;
  std::vector<std::uint32_t> all_three_;
};

}  // namespace

OpsahlResult opsahl_clustering(GraphView graph, const std::vector<bool>& first, const RunContext& run) {
  require_sides(graph, first);
  const SimpleGraph simple(graph, run);
  const std::size_t n = first.size();
  OpsahlResult out{.score = std::vector<std::optional<double>>(n),
                   .closed = std::vector<std::uint64_t>(n, 0),
                   .paths = std::vector<std::uint64_t>(n, 0)};
  out.outcome = for_each_vertex_with(
      run, n, [&] { return FourPaths(simple.view()); },
      [&](Vertex v, FourPaths& found) {
        found.look(v);
        out.closed[v] = found.closed;
        out.paths[v] = found.paths;
        if (found.paths > 0) out.score[v] = static_cast<double>(found.closed) / static_cast<double>(found.paths);
      });
  return out;
}

std::optional<double> opsahl_global(const OpsahlResult& found, const std::vector<bool>& first, bool side) {
  std::uint64_t closed = 0;
  std::uint64_t paths = 0;
  for (std::size_t v = 0; v < first.size(); ++v) {
    if (first[v] != side) continue;
    closed += found.closed[v];
    paths += found.paths[v];
  }
  if (paths == 0) return std::nullopt;
  return static_cast<double>(closed) / static_cast<double>(paths);
}

}  // namespace regionet
