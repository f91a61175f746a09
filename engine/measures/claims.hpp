// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "graphs/runtime/run_context.hpp"
#include "graphs/view/view.hpp"

namespace regionet {

/// A figure that a source gives about the whole, beside what the network itself names.
struct CountedClaim {
  const Claim* claim = nullptr;
  const ClaimMeasure* measure = nullptr;  ///< how it is counted; null where the dataset declares no way
  std::optional<double> claimed;          ///< none where the value is no number
  std::optional<std::uint64_t> named;     ///< the network's own count, where there is a way to count
};

/// The claims of the network, in its order, each counted as `claimMeasures` of its datapackage.json says.
///
/// `agreements`  agreements with an actor inside the subject (the subject itself, or one that lies within it) and,
/// where
///               kinds are given, an actor of these kinds.
/// `actors`      distinct actors inside the subject, of these kinds, with such an agreement.
/// `partners`    distinct actors of other countries in such agreements, of these kinds.
/// Agreements    between countries, with the statuses and evidence that the view counts, dated (possibly) up to the end
///               of the claim's date, or within it for a measure with `"time": "during"`. Undated ones are not counted.
/// Cost          O(agreements) a claim.
[[nodiscard]] std::vector<CountedClaim> count_claims(const View&, const RunContext& = {});

}  // namespace regionet
