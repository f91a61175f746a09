// SPDX-License-Identifier: Apache-2.0
#include "graphs/csr/build.hpp"

#include <algorithm>
#include <cstring>
#include <stdexcept>
#include <utility>

#include "graphs/csr/distribute.hpp"
#include "graphs/runtime/buffer.hpp"
#include "graphs/runtime/memory.hpp"
#include "graphs/runtime/parallel.hpp"

namespace regionet {
namespace {

/// Edges are numbered, so that weights follow and equal arcs keep the order of the edges.
using NumberedArc = TracedArc<std::uint32_t>;

template <typename ArcType>
ArcType arc_to(Vertex target, std::size_t edge) {
  if constexpr (std::is_same_v<ArcType, Vertex>) {
    return target;
  } else {
    return {target, static_cast<std::uint32_t>(edge)};
  }
}

/// Rows before they are merged: every edge stands in the rows of its ends.
template <typename ArcType>
struct LooseRows {
  std::vector<Arc> offsets;
  Buffer<ArcType> arcs;

  [[nodiscard]] std::span<const ArcType> row(std::size_t v) const {
    return {arcs.data() + offsets[v], arcs.data() + offsets[v + 1]};
  }
  [[nodiscard]] auto store() {
    return [at = arcs.data()](Arc place, const ArcType& arc) { at[place] = arc; };
  }
};

/// How many edges have each vertex as their first and as their second end.
struct EndCounts {
  std::vector<std::uint32_t> first, second;
};

/// What a block of rows holds.
struct Found {
  bool loops = false;
  std::size_t several = 0;  ///< merged arcs; then, those before the next one
};

class Builder {
 public:
  Builder(std::size_t vertices, EdgeColumns edges, const BuildOptions& options, const RunContext& run)
      : n_(vertices), edges_(edges), options_(options), run_(run) {}

  BuiltGraph build() {
    return edges_.weights.empty() ? finish(sorted_rows<Vertex>()) : finish(sorted_rows<NumberedArc>());
  }

 private:
  /// Calls visit(first, second, edge) for the edges of a chunk, in their order: first is the end in whose row the edge
  /// is placed first. Of an undirected edge that is the greater end, so that a row holds its lesser neighbours first.
  template <typename Visit>
  void for_each_edge(std::size_t chunk, Visit visit) const {
    const std::size_t chunks = chunk_count(run_);
    const std::size_t end = edges_.size() * (chunk + 1) / chunks;
    for (std::size_t edge = edges_.size() * chunk / chunks; edge < end; ++edge) {
      const Vertex from = edges_.ends[2 * edge];
      const Vertex to = edges_.ends[2 * edge + 1];
      if (options_.directed) {
        visit(to, from, edge);
      } else {
        visit(std::max(from, to), std::min(from, to), edge);
      }
    }
  }

  [[nodiscard]] EndCounts count_ends() const {
    std::vector<EndCounts> counts(chunk_count(run_));
    for_each_block(run_, counts.size(), [&](std::size_t chunk) {
      counts[chunk].first.assign(n_, 0);
      counts[chunk].second.assign(n_, 0);
      for_each_edge(chunk, [first = counts[chunk].first.data(), second = counts[chunk].second.data()](
                               Vertex a, Vertex b, std::size_t) { ++first[a], ++second[b]; });
    });
    for_each_range(run_, n_, vertex_grain, [&](std::size_t begin, std::size_t end) {
      for (std::size_t chunk = 1; chunk < counts.size(); ++chunk) {
        for (std::size_t v = begin; v < end; ++v) {
          counts[0].first[v] += counts[chunk].first[v];
          counts[0].second[v] += counts[chunk].second[v];
        }
      }
    });
    return std::move(counts[0]);
  }

  template <typename ArcType>
  void place_edges(LooseRows<ArcType>& rows) const {
    distribute(
        run_, std::span(rows.offsets).first(n_), rows.arcs.size(),
        [&](std::size_t chunk, auto put) {
          for_each_edge(chunk, [&](Vertex row, Vertex to, std::size_t edge) { put(row, arc_to<ArcType>(to, edge)); });
        },
        rows.store());
  }

  template <typename ArcType>
  [[nodiscard]] LooseRows<ArcType> sorted_rows() const {
    return options_.directed ? sorted_directed<ArcType>() : sorted_undirected<ArcType>();
  }

  /// Turned round twice, arcs are sorted.
  template <typename ArcType>
  [[nodiscard]] LooseRows<ArcType> sorted_directed() const {
    const EndCounts counts = count_ends();
    LooseRows<ArcType> turned = room<ArcType>(counts.first);
    place_edges(turned);
    LooseRows<ArcType> rows = room<ArcType>(counts.second);
    const std::span<const Arc> offsets(turned.offsets);
    const RowParts<ArcType> from{turned.arcs.data(), offsets.first(n_), offsets.last(n_)};
    distribute_turned(run_, from, std::span(rows.offsets).first(n_), rows.arcs.size(), rows.store());
    return rows;
  }

  /// A row is its lesser neighbours, then its greater ones; the one half turned round is the other. So placing the
  /// edges in the lesser halves, in any order, turning these and turning back what came of it sorts both, in one array.
  template <typename ArcType>
  [[nodiscard]] LooseRows<ArcType> sorted_undirected() const {
    LooseRows<ArcType> rows{.offsets = std::vector<Arc>(n_ + 1), .arcs = {}};
    const std::vector<Arc> middle = cut_rows(rows.offsets);
    rows.arcs = Buffer<ArcType>(rows.offsets.back());
    const std::span<const Arc> offsets(rows.offsets);
    const RowParts<ArcType> lesser{rows.arcs.data(), offsets.first(n_), middle};
    const RowParts<ArcType> greater{rows.arcs.data(), middle, offsets.last(n_)};
    place_edges(rows);
    distribute_turned(run_, lesser, greater.begin, rows.arcs.size(), rows.store());
    distribute_turned(run_, greater, lesser.begin, rows.arcs.size(), rows.store());
    return rows;
  }

  /// Where the rows of an undirected graph begin, and where in each the greater neighbours do.
  [[nodiscard]] std::vector<Arc> cut_rows(std::vector<Arc>& offsets) const {
    std::vector<Arc> middle(n_);
    const EndCounts counts = count_ends();
    for (std::size_t v = 0; v < n_; ++v) {
      middle[v] = offsets[v] + counts.first[v];
      offsets[v + 1] = middle[v] + counts.second[v];
    }
    return middle;
  }

  template <typename ArcType>
  static LooseRows<ArcType> room(std::span<const std::uint32_t> degrees) {
    LooseRows<ArcType> rows{.offsets = std::vector<Arc>(degrees.size() + 1), .arcs = {}};
    for (std::size_t v = 0; v < degrees.size(); ++v) rows.offsets[v + 1] = rows.offsets[v] + degrees[v];
    rows.arcs = Buffer<ArcType>(rows.offsets.back());
    return rows;
  }

  /// Counts what each row keeps.
  template <typename ArcType>
  std::vector<Arc> count_rows(const LooseRows<ArcType>& rows, Facts& facts) {
    std::vector<Arc> kept(n_ + 1, 0);
    found_.resize((n_ + vertex_grain - 1) / vertex_grain);
    for_each_range(run_, n_, vertex_grain, [&](std::size_t begin, std::size_t end) {
      for (std::size_t v = begin; v < end; ++v) {
        kept[v + 1] = count_kept(static_cast<Vertex>(v), rows.row(v), found_[begin / vertex_grain]);
      }
    });
    for (Found& here : found_) {
      facts.has_loops = facts.has_loops || here.loops;
      facts.has_parallel_arcs = facts.has_parallel_arcs || here.several > 0;
      several_ += std::exchange(here.several, several_);
    }
    for (std::size_t v = 0; v < n_; ++v) kept[v + 1] += kept[v];
    return kept;
  }

  /// Arcs of a sorted row after merging; in `found` whether it has loops, and how many of its arcs would be merged.
  template <typename ArcType>
  Arc count_kept(Vertex v, std::span<const ArcType> row, Found& found) const {
    Arc kept = 0;
    for (std::size_t i = 0; i < row.size();) {
      const Vertex target = target_of(row[i]);
      std::size_t same = 1;
      while (i + same < row.size() && target_of(row[i + same]) == target) ++same;
      const std::size_t single = target == v && !options_.directed ? 2 : 1;
      found.loops = found.loops || target == v;
      found.several += same > single ? single : 0;
      kept += options_.merge == Merge::none ? same : single;
      i += same;
    }
    return kept;
  }

  template <typename ArcType>
  BuiltGraph finish(LooseRows<ArcType> rows) {
    BuiltGraph out;
    Facts facts{.directed = options_.directed};
    std::vector<Arc> kept = count_rows(rows, facts);
    const bool merging = options_.merge != Merge::none && facts.has_parallel_arcs;
    if (merging) {
      facts.has_parallel_arcs = false;
      out.counts = ArcCounts(kept.back(), several_);
    }
    if (!edges_.weights.empty()) out.weights = Buffer<double>(kept.back());
    out.graph = write_rows(rows, std::move(kept), merging, facts, out);
    if (merging) out.counts.finish();
    return out;
  }

  template <typename ArcType>
  Graph write_rows(LooseRows<ArcType>& rows, std::vector<Arc> kept, bool merging, Facts facts, BuiltGraph& out) {
    Buffer<Vertex> targets;
    if constexpr (std::is_same_v<ArcType, Vertex>) {
      if (merging) merge_in_place(rows, kept, out);
      targets = std::move(rows.arcs);
    } else {
      targets = Buffer<Vertex>(kept.back());
      for_each_range(run_, n_, vertex_grain, [&](std::size_t begin, std::size_t end) {
        for (std::size_t v = begin; v < end; ++v) write_row(v, rows.row(v), targets.data() + kept[v], kept[v], out);
      });
    }
    if (options_.directed) facts = compute_facts(GraphView(kept, std::as_const(targets).view(), facts));
    return {std::move(kept), std::move(targets), facts};
  }

  /// Merged rows only move to the left: side by side within blocks, then block by block.
  void merge_in_place(LooseRows<Vertex>& rows, std::span<const Arc> kept, BuiltGraph& out) {
    Vertex* const targets = rows.arcs.data();
    for_each_range(run_, n_, vertex_grain, [&](std::size_t begin, std::size_t end) {
      Vertex* const block = targets + rows.offsets[begin];
      for (std::size_t v = begin; v < end; ++v)
        write_row(v, rows.row(v), block + (kept[v] - kept[begin]), kept[v], out);
    });
    for (std::size_t begin = 0; begin < n_; begin += vertex_grain) {
      const Arc size = kept[std::min(begin + vertex_grain, n_)] - kept[begin];
      std::memmove(targets + kept[begin], targets + rows.offsets[begin], size * sizeof(Vertex));
    }
    rows.arcs.shrink(kept.back());
  }

  /// Merges a row into `targets`, its values to those of the arcs from `at` on.
  template <typename ArcType>
  void write_row(std::size_t v, std::span<const ArcType> row, Vertex* targets, Arc at, BuiltGraph& out) {
    for (std::size_t i = 0; i < row.size();) {
      const Vertex target = target_of(row[i]);
      std::size_t same = 1;
      while (i + same < row.size() && target_of(row[i + same]) == target) ++same;
      const bool doubled = target == v && !options_.directed;  // undirected loops stand once, and then once more
      const std::size_t copies = options_.merge == Merge::none ? same : (doubled ? 2 : 1);
      const std::size_t edges = doubled ? same / 2 : same;
      const double weight = merged_weight(row.subspan(i, edges));
      const bool several = edges > 1 && !out.counts.empty();
      for (std::size_t copy = 0; copy < copies; ++copy, ++at) {
        *targets++ = target;
        if (several) {
          std::size_t& place = found_[v / vertex_grain].several;
          out.counts.set(at, place++, static_cast<std::uint32_t>(edges));
        }
        if (out.weights.empty()) continue;
        out.weights[at] = options_.merge == Merge::none ? merged_weight(row.subspan(i + copy, 1)) : weight;
      }
      i += same;
    }
  }

  [[nodiscard]] double merged_weight(std::span<const Vertex>) const { return 1; }
  [[nodiscard]] double merged_weight(std::span<const NumberedArc> same) const {
    double weight = edges_.weights[same[0].origin];
    for (const NumberedArc& arc : same.subspan(1)) {
      const double next = edges_.weights[arc.origin];
      if (options_.merge == Merge::sum) weight += next;
      if (options_.merge == Merge::min) weight = std::min(weight, next);
      if (options_.merge == Merge::max) weight = std::max(weight, next);
    }
    return weight;
  }

  std::size_t n_;
  EdgeColumns edges_;
  BuildOptions options_;
  const RunContext& run_;
  std::vector<Found> found_;  // by block of vertices
  std::size_t several_ = 0;   // merged arcs of all of them
};

void refuse_what_does_not_fit(std::size_t vertices, EdgeColumns edges, const BuildOptions& options,
                              const RunContext& run) {
  if (vertices >= 0xFFFFFFFFU) throw std::invalid_argument("a graph has at most 4294967294 vertices");
  if (edges.size() >= 0xFFFFFFFFU) throw std::invalid_argument("a graph is built from at most 4294967294 edges");
  if (!edges.weights.empty() && edges.weights.size() != edges.size()) {
    throw std::invalid_argument("there is not one weight an edge");
  }
  refuse_beyond_limit(run, build_bytes(vertices, edges.size(), !edges.weights.empty(), options.directed, run),
                      "the graph");
  constexpr std::size_t grain = 1U << 16U;
  const auto greatest = [](std::span<const Vertex> ends) {  // a plain loop, which becomes vector instructions
    Vertex found = 0;
    for (const Vertex v : ends) found = std::max(found, v);
    return found;
  };
  const Vertex found = reduce_ranges(
      run, edges.ends.size(), grain, Vertex{0},
      [&](std::size_t begin, std::size_t end) { return greatest(edges.ends.subspan(begin, end - begin)); },
      [](Vertex a, Vertex b) { return std::max(a, b); });
  if (!edges.ends.empty() && found >= vertices)
    throw std::invalid_argument("an edge names a vertex that does not exist");
}

}  // namespace

std::uint64_t build_bytes(std::size_t vertices, std::uint64_t edges, bool weighted, bool directed,
                          const RunContext& run) {
  const std::uint64_t n = vertices;
  const std::uint64_t arcs = (directed ? 1U : 2U) * edges;
  const std::uint64_t rows = 3 * sizeof(Arc) * (n + 1) + sizeof(Arc) * n * chunk_count(run);
  const std::uint64_t arc = weighted ? sizeof(NumberedArc) + sizeof(Vertex) + sizeof(double) : sizeof(Vertex);
  const std::uint64_t turned = directed ? (weighted ? sizeof(NumberedArc) : sizeof(Vertex)) : 0;
  return rows + arcs * (arc + turned);
}

BuiltGraph build_graph(std::size_t vertices, EdgeColumns edges, const BuildOptions& options, const RunContext& run) {
  refuse_what_does_not_fit(vertices, edges, options, run);
  return Builder(vertices, edges, options, run).build();
}

}  // namespace regionet
