// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "graphs/view/view.hpp"

namespace regionet {

/// An attribute of the vertices of a view: a number each, or a category.
struct PlaceAttribute {
  bool is_number = false;
  std::vector<std::optional<double>> numbers;  ///< none where it is not known
  std::vector<std::uint32_t> categories;       ///< `no_category` where it is not known
};

/// `country`, `kind` and `population` of a dataset, or a column that the file has about its actors. `as` is `category`,
/// `number`, or `auto`: numbers where the column holds them. An empty cell is not known.
/// Throws ParameterError, with what there is, for an attribute that the network does not have, and where a cell is to
/// be a number and is none.
[[nodiscard]] PlaceAttribute place_attribute(const View&, std::string_view name, std::string_view as);

}  // namespace regionet
