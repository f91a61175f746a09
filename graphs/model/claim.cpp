// SPDX-License-Identifier: Apache-2.0
#include "graphs/model/claim.hpp"

namespace regionet {
namespace {

constexpr std::array<std::string_view, 3> counts{"agreements", "actors", "partners"};
constexpr std::array<std::string_view, 3> bounds{"exact", "min", "max"};
constexpr std::array<std::string_view, 2> times{"until", "during"};

}  // namespace

template <>
std::span<const std::string_view> names_of<ClaimCount>() {
  return counts;
}
template <>
std::span<const std::string_view> names_of<ClaimBound>() {
  return bounds;
}
template <>
std::span<const std::string_view> names_of<ClaimTime>() {
  return times;
}

}  // namespace regionet
