// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <utility>
#include <vector>

#include "graphs/csr/traced_arc.hpp"
#include "graphs/runtime/parallel.hpp"

namespace regionet {

/// Rows in one array: row v is arcs[begin[v]] to arcs[end[v]]; rows follow each other, perhaps with gaps.
template <typename ArcType>
struct RowParts {
  ArcType* arcs;
  std::span<const Arc> begin;
  std::span<const Arc> end;

  [[nodiscard]] std::span<ArcType> row(std::size_t v) const { return {arcs + begin[v], arcs + end[v]}; }
};

/// How many chunks a distribution is cut into: one a thread, as each needs a counter a row.
[[nodiscard]] std::size_t chunk_count(const RunContext&);

/// Cuts of the rows into `chunks` pieces of about as many arcs each: chunks + 1 rising numbers from 0 to all.
[[nodiscard]] std::vector<std::size_t> cut_by_arcs(std::span<const Arc> begin, std::size_t chunks);

/// `distribute` with places counted in this type.
template <typename Place, typename Visit, typename Store>
void distribute_by(const RunContext& run, std::span<const Arc> begin, Visit visit, Store store) {
  std::vector<std::vector<Place>> next(chunk_count(run));
  if (next.size() == 1) {
    next[0].assign(begin.begin(), begin.end());
  } else {
    for_each_block(run, next.size(), [&](std::size_t chunk) {
      next[chunk].assign(begin.size(), 0);
      visit(chunk, [counts = next[chunk].data()](Vertex row, const auto&) { ++counts[row]; });
    });
    constexpr std::size_t rows_at_once = 1U << 14U;
    for_each_range(run, begin.size(), rows_at_once, [&](std::size_t from, std::size_t to) {
      for (std::size_t v = from; v < to; ++v) {
        auto at = static_cast<Place>(begin[v]);
        for (std::vector<Place>& places : next) at += std::exchange(places[v], at);
      }
    });
  }
  for_each_block(run, next.size(), [&](std::size_t chunk) {
    visit(chunk, [places = next[chunk].data(), store](Vertex row, const auto& arc) { store(places[row]++, arc); });
  });
}

/// Puts arcs into rows in the order in which they are visited: the second half of a counting sort.
///
/// visit(chunk, put) calls put(row, arc) for the arcs of one chunk, the same ones each time; arcs of a lower chunk
/// stand before those of a higher one. store(place, arc) takes each, row v from begin[v] on; all places are below
/// `end`. Determinism  the same places however the visited arcs are cut into chunks. Cost         two visits, one where
/// there is a single chunk; 4 bytes a row and chunk, 8 where places need more than 32 bits.
template <typename Visit, typename Store>
void distribute(const RunContext& run, std::span<const Arc> begin, Arc end, Visit visit, Store store) {
  constexpr Arc most = 0xFFFFFFFFU;
  end <= most ? distribute_by<std::uint32_t>(run, begin, visit, store) : distribute_by<Arc>(run, begin, visit, store);
}

/// Turns every arc of `from` round, into rows from `begin` on; these come out sorted by target, as the sources rise,
/// with equal targets in the order they had. Done twice it sorts rows in O(n + m), without a comparison.
template <typename ArcType, typename Store>
void distribute_turned(const RunContext& run, const RowParts<ArcType>& from, std::span<const Arc> begin, Arc end,
                       Store store) {
  const std::vector<std::size_t> cuts = cut_by_arcs(from.begin, chunk_count(run));
  distribute(
      run, begin, end,
      [&](std::size_t chunk, auto put) {
        for (std::size_t v = cuts[chunk]; v < cuts[chunk + 1]; ++v) {
          for (const ArcType& arc : from.row(v)) put(target_of(arc), turned(static_cast<Vertex>(v), arc));
        }
      },
      store);
}

}  // namespace regionet
