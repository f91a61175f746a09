// SPDX-License-Identifier: Apache-2.0
#include "engine/report/growth_chart.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include "engine/report/reports.hpp"
#include "engine/report/svg.hpp"
#include "engine/temporal/growth_figures.hpp"

namespace regionet {
namespace {

constexpr double page_width = 820;
constexpr double plot_left = 58;
constexpr double plot_right = 590;  // of the plots; the legend stands beyond
constexpr double legend_x = 612;
constexpr double curve_top = 90;
constexpr double curve_bottom = 300;
constexpr double bars_top = 352;
constexpr double bars_bottom = 472;
constexpr double small_text = 11;

/// New agreements of one type, or of the types too rare for a shade of their own.
struct TypeBars {
  std::string name;
  std::vector<double> counts;
  double total = 0;
};

std::vector<TypeBars> bars_by_type(const View& view, const History& history, const Periods& periods,
                                   const GrowthOptions& options) {
  std::set<Vocabulary::Id> types;
  for (const AgreementId id : history.agreement) types.insert(view.network().type(id));
  std::vector<TypeBars> bars;
  for (const Vocabulary::Id type : types) {
    Selection selection = select_type(view, history, type);
    if (options.country != no_actor) {
      const Selection country = select_country(view, history, options.country);
      for (std::size_t i = 0; i < history.size(); ++i) selection.agreements[i] &= country.agreements[i];
    }
    TypeBars one{titles_of(view.network(), view.network().types()[type].id, options.language),
                 growth_curves(history, periods, selection).agreements.new_expected};
    for (const double count : one.counts) one.total += count;
    if (one.total > 0) bars.push_back(std::move(one));
  }
  std::ranges::stable_sort(bars, std::ranges::greater{}, &TypeBars::total);
  while (bars.size() > Svg::fill_count) {
    const TypeBars last = std::move(bars.back());
    bars.pop_back();
    TypeBars& rest = bars[Svg::fill_count - 1];
    rest.name = word(options.language, "further_types");
    rest.total += last.total;
    for (std::size_t i = 0; i < rest.counts.size(); ++i) rest.counts[i] += last.counts[i];
  }
  return bars;
}

/// Steps of 1, 2 or 5 times a power of ten, at most five to the greatest value.
double step_of(double most) {
  double step = 1;
  for (int i = 0; most / step > 5; ++i) step *= i % 3 == 1 ? 2.5 : 2;
  return step;
}

class Axis {
 public:
  Axis(double top, double bottom, double most) : top_(top), bottom_(bottom), step_(step_of(most)) {
    end_ = std::max(step_, std::ceil(most / step_) * step_);
  }
  [[nodiscard]] double y(double value) const { return bottom_ - value / end_ * (bottom_ - top_); }
  void draw(Svg& svg) const {
    for (int i = 0; step_ * i <= end_ * 1.0000001; ++i) {
      const double value = step_ * i;
      svg.line({plot_left, y(value)}, {plot_right, y(value)}, i == 0 ? "#1a1a1a" : "#e0e0e0", i == 0 ? 1 : 0.7);
      svg.text({plot_left - 6, y(value) + 4}, fmt::format("{}", std::llround(value)), small_text, "end");
    }
  }

 private:
  double top_, bottom_, step_, end_ = 1;
};

class ChartMaker {
 public:
  ChartMaker(const View& view, const GrowthOptions& options, const History& history, const Periods& periods,
             const RunContext& run)
      : options_(options), periods_(periods), bars_(bars_by_type(view, history, periods, options)) {
    Selection selection;
    if (options.country != no_actor) selection = select_country(view, history, options.country);
    GrowthCurves curves = growth_curves(history, periods, selection);
    stretches_ = growth_figures(history, periods, curves, country_sides(view), selection, options.draws, run).stretches;
    band_ = std::move(curves.agreements);
  }

  std::string make(const std::string& title, const std::string& source, const std::string& dates) {
    const double size = std::min(16.0, 16 * (page_width - 40) / std::max(1.0, svg_text_width(title, 16)));
    svg_.text({20, 26}, title, size);
    svg_.text({20, 48}, fmt::format("{} · {}", say("cumulative"), say("bands_of_dates")), 12, "start", "#4d4d4d");
    draw_curve();
    svg_.text({20, bars_top - 12}, fmt::format("{} · {}", say("new_agreements"), say("expected")), 12, "start",
              "#4d4d4d");
    draw_bars();
    draw_legend();
    footer(source, bars_bottom + 44);
    footer(dates, bars_bottom + 60);
    return svg_.finish();
  }

 private:
  [[nodiscard]] std::string say(std::string_view key) const { return word(options_.language, key); }
  /// Where a period begins; of a number between two, in between.
  [[nodiscard]] double edge_at(double period) const {
    return plot_left + (plot_right - plot_left) * period / static_cast<double>(periods_.size());
  }
  [[nodiscard]] double edge(std::size_t period) const { return edge_at(static_cast<double>(period)); }

  void footer(const std::string& text, double y) {
    const double size = std::min(10.0, 10 * (page_width - 40) / std::max(1.0, svg_text_width(text, 10)));
    svg_.text({20, y}, text, size, "start", "#4d4d4d");
  }

  /// What has come by the end of a period stands at its right edge, so that nothing comes before the first.
  void draw_curve() {
    const Axis axis(curve_top, curve_bottom, static_cast<double>(band_.possible.back()));
    axis.draw(svg_);
    std::vector<Svg::At> outline{{edge(0), axis.y(0)}}, middle{{edge(0), axis.y(0)}};
    for (std::size_t i = 0; i < periods_.size(); ++i) {
      outline.push_back({edge(i + 1), axis.y(static_cast<double>(band_.possible[i]))});
      middle.push_back({edge(i + 1), axis.y(band_.expected[i])});
    }
    for (std::size_t i = periods_.size(); i-- > 0;) {
      outline.push_back({edge(i + 1), axis.y(static_cast<double>(band_.certain[i]))});
    }
    svg_.polygon(outline, "#d0d0d0");
    svg_.polyline(middle, "#1a1a1a", 2);
    draw_changes();
    draw_periods(curve_bottom);
  }

  /// Where the rate changes: a dashed line, with the period above the plot, in the lowest of two rows that is free; and
  /// from where to where it is in the draws of the dates, in the next of three rows.
  void draw_changes() {
    std::array<double, 2> free_from{0, 0};
    for (std::size_t i = 1; i < stretches_.size(); ++i) {
      const double x = edge(stretches_[i].start);
      svg_.line({x, curve_top}, {x, curve_bottom}, "#1a1a1a", 1, "4 3");
      draw_range(stretches_[i], curve_top + 6 + 7 * static_cast<double>((i - 1) % 3));
      const std::string label = periods_.label(stretches_[i].start);
      const double width = svg_text_width(label, small_text);
      for (std::size_t row = 0; row < free_from.size(); ++row) {
        if (x - width / 2 < free_from[row]) continue;
        svg_.text({x, curve_top - 5 - 13 * static_cast<double>(row)}, label, small_text, "middle");
        free_from[row] = x + width / 2 + 6;
        break;
      }
    }
  }

  void draw_range(const RateStretch& stretch, double y) {
    if (!stretch.draws || stretch.draws->low == stretch.draws->high) return;
    const double low = edge_at(stretch.draws->low);
    const double high = edge_at(stretch.draws->high);
    draw_whisker(low, high, y);
    has_ranges_ = true;
  }

  void draw_whisker(double low, double high, double y) {
    svg_.line({low, y}, {high, y}, "#1a1a1a", 1.5);
    for (const double x : {low, high}) svg_.line({x, y - 3}, {x, y + 3}, "#1a1a1a", 1.5);
  }

  /// Labels of periods below an axis, as many as stand clear of each other.
  void draw_periods(double y) {
    double free_from = 0;
    for (std::size_t i = 0; i < periods_.size(); ++i) {
      const std::string label = periods_.label(i);
      const double middle = (edge(i) + edge(i + 1)) / 2;
      const double width = svg_text_width(label, small_text);
      if (middle - width / 2 < free_from || middle + width / 2 > plot_right + 20) continue;
      free_from = middle + width / 2 + 6;
      svg_.line({middle, y}, {middle, y + 4}, "#1a1a1a", 1);
      svg_.text({middle, y + 16}, label, small_text, "middle");
    }
  }

  void draw_bars() {
    double most = 0;
    for (const double count : band_.new_expected) most = std::max(most, count);
    const Axis axis(bars_top, bars_bottom, most);
    axis.draw(svg_);
    const double gap = std::min(3.0, (edge(1) - edge(0)) * 0.15);
    for (std::size_t i = 0; i < periods_.size(); ++i) {
      double below = 0;
      for (std::size_t type = 0; type < bars_.size(); ++type) {
        const double count = bars_[type].counts[i];
        if (count <= 0) continue;
        const double height = axis.y(below) - axis.y(below + count);
        svg_.rectangle({edge(i) + gap, axis.y(below + count)}, edge(i + 1) - edge(i) - 2 * gap, height, Svg::fill(type),
                       height > 2 ? "#1a1a1a" : "none");
        below += count;
      }
    }
    draw_periods(bars_bottom);
  }

  void draw_legend() {
    double y = curve_top + 8;
    const auto row = [&](std::string_view text) {
      const double room = page_width - legend_x - 32;
      const double size = std::min(small_text, small_text * room / std::max(1.0, svg_text_width(text, small_text)));
      svg_.text({legend_x + 26, y + 4}, text, size);
      y += 20;
    };
    svg_.line({legend_x, y}, {legend_x + 20, y}, "#1a1a1a", 2);
    row(say("expected"));
    svg_.rectangle({legend_x, y - 6}, 20, 12, "#d0d0d0");
    row(fmt::format("{} – {}", say("certain"), say("possible")));
    if (stretches_.size() > 1) {
      svg_.line({legend_x, y}, {legend_x + 20, y}, "#1a1a1a", 1, "4 3");
      row(say("rate_changes"));
    }
    if (has_ranges_) {
      draw_whisker(legend_x, legend_x + 20, y);
      row(say("draws_of_dates"));
    }
    y = bars_top + 8;
    for (std::size_t type = 0; type < bars_.size(); ++type) {
      svg_.rectangle({legend_x, y - 6}, 20, 12, Svg::fill(type), "#1a1a1a");
      row(bars_[type].name);
    }
  }

  const GrowthOptions& options_;
  const Periods& periods_;
  std::vector<TypeBars> bars_;
  Band band_;
  std::vector<RateStretch> stretches_;
  bool has_ranges_ = false;
  Svg svg_{page_width, bars_bottom + 72};
};

}  // namespace

std::string growth_chart(const View& view, const GrowthOptions& options, const std::string& title,
                         const RunContext& run) {
  const History history = dated_history(view);
  const Periods periods = periods_of(history, options.every);
  std::string heading = title;
  if (heading.empty()) heading = view.network().info().title;
  if (heading.empty()) heading = word(options.language, "growth");
  const std::string dates = fmt::format("{} dated, {} undated and not drawn, {} with an open or unknown end",
                                        history.size(), history.undated, history.open_ended);
  return ChartMaker(view, options, history, periods, run).make(heading, source_line(view), dates);
}

}  // namespace regionet
