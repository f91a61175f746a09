// SPDX-License-Identifier: Apache-2.0
#include "engine/temporal/growth_figures.hpp"

#include <algorithm>
#include <array>

#include "engine/temporal/densification.hpp"
#include "engine/temporal/trend.hpp"
#include "graphs/runtime/parallel.hpp"

namespace regionet {
namespace {

enum Row : std::size_t {
  row_growth_rate,
  row_compound_rate,
  row_doubling_time,
  row_trend_dispersion,
  row_dispersion,
  row_densification_exponent,
  row_densification_slope,
  row_burst,
  row_attachment_exponent,
  row_newcomer_share,
  row_count
};

struct RowText {
  std::string_view name, definition;
};
constexpr std::array<RowText, row_count> row_texts{{
    {"growth_rate", "r a year: new agreements of a year grow as exp(r t); Poisson regression on the periods"},
    {"compound_rate", "exp(r) - 1: by what share new agreements grow from year to year"},
    {"doubling_time", "years in which the number of new agreements a year doubles"},
    {"trend_dispersion", "scatter around that trend; 1 as Poisson counts, well above: the intervals are too narrow"},
    {"dispersion_index", "variance of the new agreements of a period by their mean; 1 for a constant rate"},
    {"densification", "a of ties = c * places^a, by maximum likelihood; above 1 the mean degree grows"},
    {"densification_least_squares", "the same by least squares on logarithms, as Leskovec et al. 2005 fit it"},
    {"burstiness", "-1 as a clock, 0 at random, 1 all at once; Kim and Jo 2016"},
    {"attachment_exponent", "a: new ties choose places in proportion to partners^a; 1 is the rich get richer"},
    {"newcomer_share", "share of the new ties that have an end at a place without partners until that day"},
}};

using FigureValues = std::array<Estimate, row_count>;

/// The figures that need only counts.
void from_counts(std::span<const double> agreements, std::span<const double> ties, std::span<const double> places,
                 const Periods& periods, FigureValues& out) {
  const Trend trend = poisson_trend(agreements, periods);
  out[row_growth_rate] = trend.growth_rate;
  out[row_compound_rate] = trend.compound_rate;
  out[row_doubling_time] = trend.doubling_time;
  out[row_trend_dispersion] = trend.dispersion;
  out[row_dispersion] = dispersion_index(agreements);
  const Densification dense = densification(ties, places);
  out[row_densification_exponent] = dense.exponent;
  out[row_densification_slope] = dense.least_squares;
}

/// The exponent of each window. The first window is no other than the beginning of the whole.
std::vector<Estimate> window_exponents(std::span<const double> ties, std::span<const double> places) {
  std::vector<Estimate> out;
  for (std::size_t end = densification_window; end <= ties.size(); ++end) {
    out.push_back(densification(ties.first(end), places.first(end), end - densification_window).exponent);
  }
  return out;
}

struct Draw {
  FigureValues values;
  std::vector<std::size_t> starts;
  std::vector<AttachmentPoint> kernel;
  std::vector<Estimate> windows;
};

class FigureMaker {
 public:
  FigureMaker(const History& history, const Periods& periods, std::span<const std::uint32_t> sides,
              const Selection& selection)
      : history_(history), periods_(periods), sides_(sides), selection_(selection) {}

  [[nodiscard]] Draw draw(std::uint64_t seed, std::uint64_t number) const {
    Draw out;
    const std::vector<Day> days = draw_days(history_, seed, number);
    const KnownGrowth known = known_growth(history_, periods_, days, selection_);
    from_counts(known.agreements, known.ties, known.places, periods_, out.values);
    out.values[row_burst] = burstiness(counted(days));
    Attachment chosen = attachment(history_, excluded(days), sides_, periods_.days());
    out.values[row_attachment_exponent] = chosen.exponent;
    out.values[row_newcomer_share] = chosen.newcomer_share;
    out.kernel = std::move(chosen.kernel);
    out.starts = change_points(known.agreements, periods_).starts;
    out.windows = window_exponents(known.ties, known.places);
    return out;
  }

 private:
  [[nodiscard]] bool counts(std::size_t i) const {
    return selection_.agreements.empty() || selection_.agreements[i] != 0;
  }

  [[nodiscard]] std::vector<Day> counted(std::span<const Day> days) const {
    const DayRange all = periods_.days();
    std::vector<Day> out;
    for (std::size_t i = 0; i < days.size(); ++i) {
      if (counts(i) && days[i] >= all.first && days[i] <= all.last) out.push_back(days[i]);
    }
    return out;
  }

  /// Agreements that are not selected are moved before the window.
  [[nodiscard]] std::vector<Day> excluded(std::vector<Day> days) const {
    for (std::size_t i = 0; i < days.size(); ++i) {
      if (!counts(i)) days[i] = periods_.days().first - 1;
    }
    return days;
  }

  const History& history_;
  const Periods& periods_;
  std::span<const std::uint32_t> sides_;
  const Selection& selection_;
};

/// What needs a day for each agreement is the median of the draws: the estimate itself where all dates are exact.
Estimate over_draws(std::span<const Draw> draws, Row row, const std::optional<Spread>& spread) {
  if (draws.size() == 1) return draws.front().values[row];
  if (!spread) return Estimate::undefined(draws.front().values[row].reason);
  return {spread->median, std::nullopt, "no interval: the dates are not exact"};
}

void add_stretches(GrowthFigures& out, const ChangePoints& points, std::span<const Draw> draws) {
  out.penalty = points.penalty;
  std::vector<std::vector<double>> starts(points.starts.size());
  for (const Draw& draw : draws) {
    if (draw.starts.size() != points.starts.size()) continue;
    ++out.draws_alike;
    for (std::size_t i = 0; i < starts.size(); ++i) starts[i].push_back(static_cast<double>(draw.starts[i]));
  }
  for (std::size_t i = 0; i < points.starts.size(); ++i) {
    out.stretches.push_back({points.starts[i], points.rates[i], spread_of(std::move(starts[i]))});
  }
}

void add_windows(GrowthFigures& out, const GrowthCurves& curves, std::span<const Draw> draws) {
  std::vector<Estimate> windows = window_exponents(curves.ties.expected, curves.actors.expected);
  for (std::size_t i = 0; i < windows.size(); ++i) {
    std::vector<double> found;
    for (const Draw& draw : draws) {
      if (draw.windows[i].value) found.push_back(*draw.windows[i].value);
    }
    out.windows.push_back({i, std::move(windows[i]), spread_of(std::move(found))});
  }
}

}  // namespace

GrowthFigures growth_figures(const History& history, const Periods& periods, const GrowthCurves& curves,
                             std::span<const std::uint32_t> sides, const Selection& selection, std::size_t draws,
                             const RunContext& run) {
  const FigureMaker maker(history, periods, sides, selection);
  std::vector<Draw> made(all_exact(history) ? 1 : std::max<std::size_t>(draws, 1));
  for_each_block(run, made.size(), [&](std::size_t i) { made[i] = maker.draw(run.seed, i); });

  FigureValues values;
  from_counts(curves.agreements.new_expected, curves.ties.expected, curves.actors.expected, periods, values);
  GrowthFigures out{.draws = made.size()};
  for (std::size_t row = 0; row < row_count; ++row) {
    std::vector<double> found;
    for (const Draw& draw : made) {
      if (draw.values[row].value) found.push_back(*draw.values[row].value);
    }
    const std::size_t defined = found.size();
    const std::optional<Spread> spread = spread_of(std::move(found));
    if (row >= row_burst) values[row] = over_draws(made, static_cast<Row>(row), spread);
    out.figures.push_back({row_texts[row].name, row_texts[row].definition, values[row], spread, defined});
  }
  add_stretches(out, change_points(curves.agreements.new_expected, periods), made);
  add_windows(out, curves, made);
  out.kernel = std::move(made.front().kernel);
  return out;
}

}  // namespace regionet
