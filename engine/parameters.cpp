// SPDX-License-Identifier: Apache-2.0
#include "engine/parameters.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <algorithm>
#include <cmath>

#include "graphs/diagnostic.hpp"
#include "graphs/io/csv.hpp"

namespace regionet {
namespace {

[[noreturn]] void refuse(std::string_view name, std::string_view value, std::string_view expected) {
  throw ParameterError(fmt::format("{}={}: expected {}", name, printable(value), expected));
}

}  // namespace

double number_of(const Parameters& parameters, std::string_view name, double otherwise) {
  const auto found = parameters.find(name);
  if (found == parameters.end()) return otherwise;
  const auto value = parse_number(found->second);
  if (!value) refuse(name, found->second, "a number");
  return *value;
}

std::size_t count_of(const Parameters& parameters, std::string_view name, std::size_t otherwise) {
  const double value = number_of(parameters, name, static_cast<double>(otherwise));
  if (value < 0 || value > exact_integers || value != std::floor(value))
    refuse(name, parameters.find(name)->second, "a whole number from 0 on");
  return static_cast<std::size_t>(value);
}

bool flag_of(const Parameters& parameters, std::string_view name, bool otherwise) {
  const auto found = parameters.find(name);
  if (found == parameters.end()) return otherwise;
  if (found->second != "true" && found->second != "false") refuse(name, found->second, "true or false");
  return found->second == "true";
}

std::string_view word_of(const Parameters& parameters, std::string_view name,
                         std::initializer_list<std::string_view> words) {
  const auto found = parameters.find(name);
  if (found == parameters.end()) return *words.begin();
  const auto* const known = std::ranges::find(words, std::string_view(found->second));
  if (known == words.end()) refuse(name, found->second, fmt::format("one of {}", fmt::join(words, ", ")));
  return *known;
}

std::string_view text_of(const Parameters& parameters, std::string_view name, std::string_view otherwise) {
  const auto found = parameters.find(name);
  return found == parameters.end() ? otherwise : std::string_view(found->second);
}

}  // namespace regionet
