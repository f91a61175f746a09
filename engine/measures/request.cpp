// SPDX-License-Identifier: Apache-2.0
#include "engine/measures/request.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <algorithm>
#include <stdexcept>

#include "graphs/diagnostic.hpp"

namespace regionet {
namespace {

std::size_t entry_named(std::string_view what, std::string_view name, const std::vector<std::string_view>& names) {
  const auto found = std::ranges::find(names, name);
  if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
  const std::string_view near = nearest(name, names);
  throw std::invalid_argument(
      fmt::format("{} '{}' is not known; {}{}", what, printable(name),
                  names.empty() ? "there are none" : fmt::format("expected one of {}", fmt::join(names, ", ")),
                  near.empty() ? "" : fmt::format("; did you mean '{}'?", near)));
}

}  // namespace

NamedRequest parse_request(std::string_view what, const std::string& typed, const std::vector<std::string_view>& names,
                           const std::function<std::span<const ParameterInfo>(std::size_t)>& parameters_of) {
  std::size_t end = std::min(typed.find(':'), typed.size());
  const std::string name = typed.substr(0, end);
  NamedRequest request{.entry = entry_named(what, name, names)};
  std::vector<std::string_view> known;
  for (const ParameterInfo& info : parameters_of(request.entry)) known.push_back(info.name);
  while (end < typed.size()) {
    const std::size_t begin = end + 1;
    end = std::min(typed.find(':', begin), typed.size());
    const std::string part = typed.substr(begin, end - begin);
    const std::string parameter = part.substr(0, part.find('='));
    entry_named(fmt::format("parameter of {}", name), parameter, known);
    if (parameter.size() == part.size()) {
      throw std::invalid_argument(
          fmt::format("parameter '{}' of {} has no value; write {}=..", parameter, name, parameter));
    }
    request.parameters[parameter] = part.substr(parameter.size() + 1);
  }
  return request;
}

}  // namespace regionet
