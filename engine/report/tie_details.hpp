// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "engine/report/date_span.hpp"
#include "graphs/view/view.hpp"

namespace regionet {

/// A tie: an undirected pair from its smaller vertex, or a directed arc as it runs; what its agreements have in common.
struct Tie {
  Vertex a = 0;
  Vertex b = 0;
  Arc arc = 0;
  /// Types of its agreements, by number, with how many are of each.
  std::vector<std::pair<Vocabulary::Id, std::uint32_t>> types;
  DateSpan dates;
};

/// Every tie of the view once, in canonical order. One pass over the agreements: O(pairs * log d) time.
[[nodiscard]] std::vector<Tie> ties_of(const View&);

}  // namespace regionet
