// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "graphs/model/vocabulary.hpp"

namespace regionet {

/// A figure that a source gives about the whole.
struct Claim {
  std::string id, subject, measure, value, unit, date, source, locator;
};

/// What a claim counts, whether the source gives the figure itself, a least or a most, and of which time.
enum class ClaimCount : std::uint8_t { agreements, actors, partners };
enum class ClaimBound : std::uint8_t { exact, min, max };
enum class ClaimTime : std::uint8_t { until, during };
template <>
std::span<const std::string_view> names_of<ClaimCount>();
template <>
std::span<const std::string_view> names_of<ClaimBound>();
template <>
std::span<const std::string_view> names_of<ClaimTime>();

/// How a measure of the claims is counted in the network itself.
struct ClaimMeasure {
  std::string name;   ///< as in claims.csv
  std::string title;  ///< what is counted, in words
  ClaimCount count = ClaimCount::agreements;
  ClaimBound bound = ClaimBound::exact;
  ClaimTime time = ClaimTime::until;  ///< agreements up to the end of the claim's date, or of that date alone
  std::vector<std::string> types;     ///< of the agreements, ids or groups; empty: all
  std::vector<Kind> kinds;            ///< of the actors that count, or that take part; empty: all
};

}  // namespace regionet
