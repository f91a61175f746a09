// SPDX-License-Identifier: Apache-2.0
// Small histories, written down as dates and the pairs that they tie.
#pragma once

#include <algorithm>
#include <cmath>
#include <string_view>
#include <vector>

#include "engine/temporal/history.hpp"
#include "graphs/runtime/random.hpp"

namespace regionet::test {

struct DatedPairs {
  DayRange days;
  std::vector<std::pair<Vertex, Vertex>> pairs;
};

inline History history(std::size_t vertices, const std::vector<DatedPairs>& rows) {
  History out;
  out.vertices = vertices;
  out.tie_offsets.push_back(0);
  for (const DatedPairs& row : rows) {
    out.agreement.push_back(static_cast<AgreementId>(out.date.size()));
    out.date.push_back(static_cast<std::uint32_t>(out.dates.size()));
    out.dates.push_back(row.days);
    for (const auto& pair : row.pairs) {
      const auto found = std::ranges::find(out.ends, pair);
      out.ties.push_back(static_cast<std::uint32_t>(found - out.ends.begin()));
      if (found == out.ends.end()) out.ends.push_back(pair);
    }
    out.tie_offsets.push_back(out.ties.size());
  }
  return out;
}

inline DayRange days(std::string_view edtf) {
  const Date date = parse_date(edtf);
  return {date.earliest, date.latest};
}

/// `count` periods of a year from 1990 on.
inline Periods years(int count) {
  return {PeriodLength::year, {day_number({1990, 1, 1}), day_number({1989 + count, 12, 31})}};
}

/// A Poisson count by inversion: a function of (seed, item).
inline double poisson(double mean, std::uint64_t seed, std::uint64_t item) {
  // Large means are cut into pieces of at most 50, so that exp(-mean) stays far from 0.
  double count = 0;
  for (std::uint64_t piece = 0; mean > 0; ++piece, mean -= 50) {
    const double part = std::min(mean, 50.0);
    const double limit = std::exp(-part);
    double product = 1;
    for (std::uint64_t draw = 0;; ++draw) {
      product *= random_unit(seed, item, piece << 32U | draw);
      if (product <= limit) break;
      ++count;
    }
  }
  return count;
}

/// Whether `hits` of 200 intervals of 95 % are too few or too many for a two-sided binomial test at 1 %: the 0.5 %
/// points of Binomial(200, 0.95) are 181 and 197 (scipy 1.10, binom.ppf([0.005, 0.995], 200, 0.95)).
inline bool covers_as_stated(int hits) { return hits >= 181 && hits <= 197; }

}  // namespace regionet::test
