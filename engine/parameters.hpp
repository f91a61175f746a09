// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <stdexcept>
#include <string>
#include <string_view>

namespace regionet {

/// Parameters of a measure as typed, `name=value`.
using Parameters = std::map<std::string, std::string, std::less<>>;

/// A parameter has a value that it cannot have: the user's mistake, not the data's.
class ParameterError : public std::invalid_argument {
 public:
  using std::invalid_argument::invalid_argument;
};

/// The value of a parameter, or what it is where it was not given. Throws ParameterError where it is none of the kind.
[[nodiscard]] double number_of(const Parameters&, std::string_view name, double otherwise);
[[nodiscard]] std::size_t count_of(const Parameters&, std::string_view name, std::size_t otherwise);
[[nodiscard]] bool flag_of(const Parameters&, std::string_view name, bool otherwise);
[[nodiscard]] std::string_view word_of(const Parameters&, std::string_view name,
                                       std::initializer_list<std::string_view> words);
/// Any text; it lives as long as the parameters, or as `otherwise`.
[[nodiscard]] std::string_view text_of(const Parameters&, std::string_view name, std::string_view otherwise);

/// Calls a kernel; what it refuses of its options is a ParameterError.
template <typename Call>
auto with_parameters(Call call) {
  try {
    return call();
  } catch (const std::invalid_argument& fault) {
    throw ParameterError(fault.what());
  }
}

}  // namespace regionet
