// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "graphs/csr/weights.hpp"
#include "graphs/model/date.hpp"
#include "graphs/model/vocabulary.hpp"

namespace regionet {

/// To what places actors are rolled up.
enum class Level : std::uint8_t { actor, city, region, country };
/// What counts where a date only partly overlaps a window: the whole agreement, nothing, or the share of its days.
enum class DateMode : std::uint8_t { possible, certain, expected };
/// What a pair gets from an agreement; see `View`.
enum class Weighting : std::uint8_t { count, fractional, tie, value };
/// Which pairs are kept.
enum class Between : std::uint8_t { countries, within, all };

/// One way to look at a network as a graph.
struct ViewOptions {
  std::optional<Level> level;         ///< none: region for a dataset, actor for a plain graph
  std::vector<Kind> kinds;            ///< at least one actor of these
  std::vector<Kind> kinds_of_all;     ///< every actor of these
  std::vector<std::string> types;     ///< ids or groups; empty: all
  std::vector<std::string> statuses;  ///< empty: signed, opened, renewed, ended
  std::vector<Certainty> evidence;    ///< at least one piece of these; empty: all
  std::optional<Day> from;            ///< the window, both ends inclusive
  std::optional<Day> until;
  std::optional<DayRange> active_at;  ///< in force at some day of these
  DateMode dates = DateMode::possible;
  Weighting weighting = Weighting::count;
  std::optional<Between> between;  ///< none: countries, or all where no vertex has a country
  bool count_national = false;     ///< national actors count for the place of their seat
  bool with_isolates = false;      ///< every actor of the level is a vertex
  LengthTransform lengths = LengthTransform::unit;

  [[nodiscard]] bool has_window() const { return from || until; }
};

}  // namespace regionet
