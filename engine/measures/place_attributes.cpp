// SPDX-License-Identifier: Apache-2.0
#include "engine/measures/place_attributes.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <algorithm>
#include <map>

#include "engine/parameters.hpp"
#include "engine/structure/mixing.hpp"
#include "graphs/diagnostic.hpp"
#include "graphs/io/csv.hpp"

namespace regionet {
namespace {

/// Categories numbered as they are met; an empty cell has none.
std::vector<std::uint32_t> categories_of(const std::vector<std::string_view>& cells) {
  std::map<std::string_view, std::uint32_t> known;
  std::vector<std::uint32_t> out;
  for (const std::string_view cell : cells) {
    const auto next = static_cast<std::uint32_t>(known.size());
    out.push_back(cell.empty() ? no_category : known.try_emplace(cell, next).first->second);
  }
  return out;
}

std::vector<std::optional<double>> numbers_of(std::string_view name, const std::vector<std::string_view>& cells) {
  std::vector<std::optional<double>> out;
  for (const std::string_view cell : cells) {
    out.push_back(cell.empty() ? std::nullopt : parse_number(cell));
    if (!cell.empty() && !out.back()) {
      throw ParameterError(
          fmt::format("attribute={}: '{}' is no number; write as=category", printable(name), printable(cell)));
    }
  }
  return out;
}

std::vector<std::string_view> column_names(const Network& network) {
  std::vector<std::string_view> names;
  if (!network.plain()) names = {"country", "kind", "population"};
  for (const Attribute& attribute : network.actor_attributes()) names.push_back(attribute.name);
  return names;
}

std::vector<std::string_view> cells_of(const View& view, std::string_view name) {
  const Network& network = view.network();
  std::vector<std::string_view> cells;
  const auto columns = network.actor_attributes();
  const auto column = static_cast<std::size_t>(std::ranges::find(columns, name, &Attribute::name) - columns.begin());
  for (Vertex v = 0; v < view.vertex_count(); ++v) {
    const ActorId country = view.country(v);
    if (!network.plain() && name == "country") {
      cells.push_back(country == no_actor ? std::string_view{} : network.id(country));
    } else if (!network.plain() && name == "kind") {
      cells.push_back(to_string(network.kind(view.actor(v))));
    } else {
      cells.push_back(network.actor_attribute(view.actor(v), column));
    }
  }
  return cells;
}

std::vector<std::optional<double>> populations(const View& view) {
  std::vector<std::optional<double>> out;
  for (Vertex v = 0; v < view.vertex_count(); ++v) out.push_back(view.network().actor(view.actor(v)).population);
  return out;
}

bool holds_numbers(const Network& network, std::string_view name) {
  const auto columns = network.actor_attributes();
  const auto found = std::ranges::find(columns, name, &Attribute::name);
  return found != columns.end() && (found->type == AttributeType::integer || found->type == AttributeType::number);
}

}  // namespace

PlaceAttribute place_attribute(const View& view, std::string_view name, std::string_view as) {
  const Network& network = view.network();
  const std::vector<std::string_view> names = column_names(network);
  if (std::ranges::find(names, name) == names.end()) {
    throw ParameterError(fmt::format("attribute={}: this network's actors have {}", printable(name),
                                     names.empty() ? "no attributes" : fmt::format("{}", fmt::join(names, ", "))));
  }
  const bool population = !network.plain() && name == "population";
  if (population && as == "category") throw ParameterError("attribute=population is a number; leave as=category out");
  if (population) return {.is_number = true, .numbers = populations(view), .categories = {}};
  const std::vector<std::string_view> cells = cells_of(view, name);
  const bool is_number = as == "number" || (as == "auto" && holds_numbers(network, name));
  if (is_number) return {.is_number = true, .numbers = numbers_of(name, cells), .categories = {}};
  return {.is_number = false, .numbers = {}, .categories = categories_of(cells)};
}

}  // namespace regionet
