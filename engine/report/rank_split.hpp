// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "engine/report/reports.hpp"

namespace regionet {

/// The agreements of each vertex by class. Classes stand in their fixed order; those that do not occur are left out.
struct SplitTable {
  std::vector<std::string_view> classes;
  std::vector<std::vector<std::int64_t>> counts;  ///< by vertex, then class
};

[[nodiscard]] SplitTable split_agreements(const View&, Split);
[[nodiscard]] std::string_view split_name(Split);

}  // namespace regionet
