// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/report/language.hpp"
#include "engine/report/table.hpp"
#include "engine/temporal/curves.hpp"

namespace regionet {

/// What a growth curve is broken down by: types of agreement, or the countries of the places.
enum class GrowthSplit : std::uint8_t { type, country };

struct GrowthOptions {
  PeriodLength every = PeriodLength::year;
  std::optional<GrowthSplit> split;
  ActorId country = no_actor;  ///< only agreements, ties and places of it
  std::size_t draws = 200;     ///< choices of a day for each date, for the ranges of the figures
  Language language = Language::en;
};

/// How the network of a view grew. One table of curves; with a split one a type or country that occurs, by code, with
/// a column that names it.
/// Throws InputError where no agreement of the view is dated.
[[nodiscard]] Report growth_report(const View&, const GrowthOptions&, const RunContext&);

/// The side of each vertex for the choice of partners: its country where only ties between countries count, else none.
[[nodiscard]] std::vector<std::uint32_t> country_sides(const View&);
/// The history of a view. Throws InputError where no agreement of it is dated.
[[nodiscard]] History dated_history(const View&);
/// The agreements of one type, or the vertices of one country (with the agreements that they sign).
[[nodiscard]] Selection select_type(const View&, const History&, Vocabulary::Id);
[[nodiscard]] Selection select_country(const View&, const History&, ActorId country);

}  // namespace regionet
