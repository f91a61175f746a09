// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <locale>
#include <string>

namespace regionet::test {

/// A locale that writes decimal commas and groups thousands, whatever is installed.
struct Commas : std::numpunct<char> {
  [[nodiscard]] char do_decimal_point() const override { return ','; }
  [[nodiscard]] char do_thousands_sep() const override { return ' '; }
  [[nodiscard]] std::string do_grouping() const override { return "\3"; }
};

}  // namespace regionet::test
