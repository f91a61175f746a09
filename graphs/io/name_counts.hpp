// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fmt/format.h>
#include <map>
#include <string>
#include <string_view>

#include "graphs/diagnostic.hpp"

namespace regionet {

/// How often each of a few names came, for a note: `graphics (12), x (1) and 3 more names`.
class NameCounts {
 public:
  void add(std::string_view name) {
    const auto known = counts_.find(name);
    if (known != counts_.end()) {
      ++known->second;
    } else if (counts_.size() < most) {
      counts_.emplace(name, 1);
    } else {
      more_ = true;
    }
  }
  [[nodiscard]] bool empty() const { return counts_.empty(); }

  [[nodiscard]] std::string text() const {
    std::string out;
    for (const auto& [name, count] : counts_) {
      out += fmt::format("{}{} ({})", out.empty() ? "" : ", ", printable(name), count);
    }
    return more_ ? out + " and others" : out;
  }

 private:
  static constexpr std::size_t most = 10;
  std::map<std::string, std::uint64_t, std::less<>> counts_;  // in an order that does not depend on the file
  bool more_ = false;
};

}  // namespace regionet
