// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "engine/temporal/curves.hpp"
#include "engine/temporal/estimate.hpp"

namespace regionet {

/// How likely a place with a number of partners is to tie to a further one, beside a place with the fewest.
struct AttachmentPoint {
  std::uint32_t degree = 0;
  double kernel = 0;          ///< 1 at the least degree
  std::uint64_t choices = 0;  ///< ends of new ties at places of this degree
};

struct Attachment {
  Estimate exponent;                    ///< a, where places are chosen in proportion to degree^a
  std::vector<AttachmentPoint> kernel;  ///< by degree; only degrees that were chosen
  Estimate newcomer_share;              ///< of the new ties, those with an end at a place without partners until then
};

/// Preferential attachment: do places with many partners win new ones?
///
/// Definition   ties come by the day of their first agreement, those of one day at once. Each end of a new tie at a
///              place with k > 0 partners is a choice among all places with partners on the same side, with chances in
///              proportion to A(k). The exponent maximises the likelihood of A(k) = k^a; its interval is Wald's at
///              95 %. The kernel is free: the choices of degree k by those it would have won had all places been alike
///              (which takes the mean of A over the places as constant). Loops do not count.
/// Undefined    with fewer than two choices, or where every choice was among places of one degree.
/// Cost         O(ties) an iteration, at most 200; one pass for the kernel.
/// Source       exponent Jeong, Neda, Barabasi 2003; kernel Newman 2001.
///
/// `sides` is the side of each vertex, numbered from 0 (empty: one side); `days` the day of each agreement.
[[nodiscard]] Attachment attachment(const History&, std::span<const Day> days, std::span<const std::uint32_t> sides,
                                    DayRange counted);

}  // namespace regionet
