// SPDX-License-Identifier: Apache-2.0
#include "graphs/csr/build.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "graphs/csr/sort_row.hpp"
#include "graphs/runtime/buffer.hpp"
#include "graphs/runtime/memory.hpp"
#include "graphs/runtime/parallel.hpp"

namespace regionet {
namespace {

constexpr std::size_t rows_at_once = 1U << 12U;

/// An arc that remembers its edge, so that weights follow and equal arcs keep the order of the edges.
struct NumberedArc {
  Vertex target;
  std::uint32_t edge;
};

void put(Vertex& slot, Vertex target, std::size_t) { slot = target; }
void put(NumberedArc& slot, Vertex target, std::size_t edge) { slot = {target, static_cast<std::uint32_t>(edge)}; }

/// Rows before they are merged: every edge stands in the rows of its ends.
template <typename ArcType>
struct LooseRows {
  std::vector<Arc> offsets;
  Buffer<ArcType> arcs;

  [[nodiscard]] std::span<ArcType> row(std::size_t v) {
    return {arcs.data() + offsets[v], arcs.data() + offsets[v + 1]};
  }
};

class Builder {
 public:
  Builder(std::size_t vertices, EdgeColumns edges, const BuildOptions& options, const RunContext& run)
      : n_(vertices), edges_(edges), options_(options), run_(run) {}

  BuiltGraph build() { return edges_.weights.empty() ? finish(place<Vertex>()) : finish(place<NumberedArc>()); }

 private:
  [[nodiscard]] std::size_t chunk_count() const {
    return std::max<std::size_t>(1, std::min<std::size_t>(run_.threads, 64));
  }

  /// Calls visit(row, target, edge) for the arcs of a chunk of the edges, in their order.
  template <typename Visit>
  void for_each_arc(std::size_t chunk, Visit visit) const {
    const std::size_t m = edges_.size();
    const std::size_t end = m * (chunk + 1) / chunk_count();
    for (std::size_t edge = m * chunk / chunk_count(); edge < end; ++edge) {
      const Vertex from = edges_.ends[2 * edge];
      const Vertex to = edges_.ends[2 * edge + 1];
      visit(from, to, edge);
      if (!options_.directed) visit(to, from, edge);  // an undirected loop stands twice in its row
    }
  }

  /// Counts, then places, each chunk of the edges on its own: chunk c of a row lies before chunk c + 1.
  template <typename ArcType>
  LooseRows<ArcType> place() {
    const std::size_t chunks = chunk_count();
    std::vector<std::vector<Arc>> next(chunks);
    for_each_block(run_, chunks, [&](std::size_t chunk) {
      next[chunk].assign(n_, 0);
      Arc* const counts = next[chunk].data();
      for_each_arc(chunk, [&](Vertex row, Vertex, std::size_t) { ++counts[row]; });
    });
    LooseRows<ArcType> rows;
    rows.offsets.resize(n_ + 1);
    Arc total = 0;
    for (std::size_t v = 0; v < n_; ++v) {
      rows.offsets[v] = total;
      for (std::vector<Arc>& places : next) total += std::exchange(places[v], total);
    }
    rows.offsets[n_] = total;
    rows.arcs = Buffer<ArcType>(total);
    for_each_block(run_, chunks, [&](std::size_t chunk) {
      Arc* const places = next[chunk].data();
      ArcType* const arcs = rows.arcs.data();
      for_each_arc(chunk, [&](Vertex row, Vertex target, std::size_t edge) { put(arcs[places[row]++], target, edge); });
    });
    return rows;
  }

  /// Sorts the rows and counts what each keeps.
  template <typename ArcType>
  std::vector<Arc> sort_rows(LooseRows<ArcType>& rows, Facts& facts) {
    std::vector<Arc> kept(n_ + 1, 0);
    std::vector<Facts> found((n_ + rows_at_once - 1) / rows_at_once);
    for_each_range(run_, n_, rows_at_once, [&](std::size_t begin, std::size_t end) {
      RowSorter<ArcType> sorter(n_);
      Facts& here = found[begin / rows_at_once];
      for (std::size_t v = begin; v < end; ++v) {
        const std::span<ArcType> row = rows.row(v);
        sorter.sort(row);
        kept[v + 1] = count_kept(static_cast<Vertex>(v), std::span<const ArcType>(row), here);
      }
    });
    for (const Facts& here : found) {
      facts.has_loops = facts.has_loops || here.has_loops;
      facts.has_parallel_arcs = facts.has_parallel_arcs || here.has_parallel_arcs;
    }
    for (std::size_t v = 0; v < n_; ++v) kept[v + 1] += kept[v];
    return kept;
  }

  /// Arcs of a sorted row after merging; in `facts` whether it has loops and parallel arcs.
  template <typename ArcType>
  Arc count_kept(Vertex v, std::span<const ArcType> row, Facts& facts) const {
    Arc kept = 0;
    for (std::size_t i = 0; i < row.size();) {
      const Vertex target = target_of(row[i]);
      std::size_t same = 1;
      while (i + same < row.size() && target_of(row[i + same]) == target) ++same;
      const std::size_t single = target == v && !options_.directed ? 2 : 1;
      facts.has_loops = facts.has_loops || target == v;
      facts.has_parallel_arcs = facts.has_parallel_arcs || same > single;
      kept += options_.merge == Merge::none ? same : single;
      i += same;
    }
    return kept;
  }

  template <typename ArcType>
  BuiltGraph finish(LooseRows<ArcType> rows) {
    BuiltGraph out;
    Facts facts{.directed = options_.directed};
    std::vector<Arc> kept = sort_rows(rows, facts);
    const bool merging = options_.merge != Merge::none && facts.has_parallel_arcs;
    if (merging) {
      facts.has_parallel_arcs = false;
      out.counts.resize(kept.back());
    }
    if (!edges_.weights.empty()) out.weights.resize(kept.back());
    out.graph = write_rows(rows, std::move(kept), merging, facts, out);
    return out;
  }

  /// Writes the merged rows: into the loose ones where these hold bare targets, which is always a step to the left.
  template <typename ArcType>
  Graph write_rows(LooseRows<ArcType>& rows, std::vector<Arc> kept, bool merging, Facts facts, BuiltGraph& out) {
    constexpr bool in_place = std::is_same_v<ArcType, Vertex>;
    Buffer<Vertex> fresh(in_place ? 0 : kept.back());
    Vertex* targets = fresh.data();
    if constexpr (in_place) targets = rows.arcs.data();
    const auto write = [&](std::size_t begin, std::size_t end) {
      for (std::size_t v = begin; v < end; ++v) {
        write_row(static_cast<Vertex>(v), std::span<const ArcType>(rows.row(v)), targets, kept[v], out);
      }
    };
    if (!in_place) {
      for_each_range(run_, n_, rows_at_once, write);
    } else if (merging) {
      write(0, n_);  // a row may land where the one before it stood
    }
    struct Rows {
      std::vector<Arc> offsets;
      Buffer<Vertex> targets;
    };
    const std::size_t arcs = kept.back();
    auto owned = std::make_shared<Rows>();
    owned->offsets = std::move(kept);
    if constexpr (in_place) {
      owned->targets = arcs + arcs / 8 < rows.arcs.size() ? shrunk(rows.arcs, arcs) : std::move(rows.arcs);
    } else {
      owned->targets = std::move(fresh);
    }
    GraphView view(owned->offsets, std::as_const(owned->targets).view().first(arcs), facts);
    if (options_.directed) view = GraphView(view.offsets(), view.targets(), compute_facts(view));
    return {std::move(owned), view};
  }

  static Buffer<Vertex> shrunk(const Buffer<Vertex>& targets, std::size_t size) {
    Buffer<Vertex> out(size);
    std::ranges::copy(targets.view().first(size), out.data());
    return out;
  }

  template <typename ArcType>
  void write_row(Vertex v, std::span<const ArcType> row, Vertex* targets, Arc at, BuiltGraph& out) const {
    for (std::size_t i = 0; i < row.size();) {
      const Vertex target = target_of(row[i]);
      std::size_t same = 1;
      while (i + same < row.size() && target_of(row[i + same]) == target) ++same;
      const bool doubled = target == v && !options_.directed;  // each undirected loop stands twice
      const std::size_t copies = options_.merge == Merge::none ? same : (doubled ? 2 : 1);
      const std::size_t edges = doubled ? same / 2 : same;
      const double weight = merged_weight(row.subspan(i, same), doubled ? 2 : 1);
      for (std::size_t copy = 0; copy < copies; ++copy, ++at) {
        targets[at] = target;
        if (!out.counts.empty()) out.counts[at] = static_cast<std::uint32_t>(edges);
        if (out.weights.empty()) continue;
        out.weights[at] = options_.merge == Merge::none ? merged_weight(row.subspan(i + copy, 1), 1) : weight;
      }
      i += same;
    }
  }

  [[nodiscard]] double merged_weight(std::span<const Vertex>, std::size_t) const { return 1; }
  [[nodiscard]] double merged_weight(std::span<const NumberedArc> same, std::size_t step) const {
    double weight = edges_.weights[same[0].edge];
    for (std::size_t i = step; i < same.size(); i += step) {
      const double next = edges_.weights[same[i].edge];
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
  const bool good = reduce_ranges(
      run, edges.ends.size(), grain, true,
      [&](std::size_t begin, std::size_t end) {
        return std::ranges::all_of(edges.ends.subspan(begin, end - begin), [&](Vertex v) { return v < vertices; });
      },
      [](bool a, bool b) { return a && b; });
  if (!good) throw std::invalid_argument("an edge names a vertex that does not exist");
}

}  // namespace

std::uint64_t build_bytes(std::size_t vertices, std::uint64_t edges, bool weighted, bool directed,
                          const RunContext& run) {
  const std::uint64_t n = vertices;
  const std::uint64_t arcs = (directed ? 1U : 2U) * edges;
  const std::uint64_t rows = 2 * sizeof(Arc) * (n + 1) + sizeof(Arc) * n * std::max(1U, run.threads);
  return rows + arcs * (weighted ? sizeof(NumberedArc) + sizeof(Vertex) + sizeof(double) : sizeof(Vertex));
}

BuiltGraph build_graph(std::size_t vertices, EdgeColumns edges, const BuildOptions& options, const RunContext& run) {
  refuse_what_does_not_fit(vertices, edges, options, run);
  return Builder(vertices, edges, options, run).build();
}

}  // namespace regionet
