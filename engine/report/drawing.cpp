// SPDX-License-Identifier: Apache-2.0
#include "engine/report/drawing.hpp"

#include <fmt/format.h>
#include <utf8proc.h>
#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <ranges>
#include <stdexcept>

#include "engine/measures/view_communities.hpp"
#include "engine/measures/view_measures.hpp"
#include "engine/report/column_order.hpp"
#include "engine/report/reports.hpp"
#include "engine/report/tie_details.hpp"

namespace regionet {
namespace {

constexpr double row_height = 26;
constexpr double column_gap = 460;
constexpr double font_size = 12;
constexpr double label_gap = 6;
constexpr double least_radius = 3.5;
constexpr double most_radius = 12;

/// Whom each vertex is tied to, in either direction, each once.
using Partners = std::vector<std::vector<Vertex>>;

Partners partners_of(GraphView graph) {
  Partners partners(graph.vertex_count());
  for (Vertex v = 0; v < partners.size(); ++v) {
    for (const Vertex to : graph.neighbours(v)) {
      if (to == v) continue;
      partners[v].push_back(to);
      if (graph.facts().directed) partners[to].push_back(v);
    }
  }
  for (auto& row : partners) {
    std::ranges::sort(row);
    row.erase(std::ranges::unique(row).begin(), row.end());
  }
  return partners;
}

/// Advance widths of a sans serif face in ems, by classes of letters: a bit generous, so that labels keep clear.
double text_width(std::string_view text) {
  double ems = 0;
  while (!text.empty()) {
    utf8proc_int32_t code = 0;
    const auto size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                       static_cast<utf8proc_ssize_t>(text.size()), &code);
    const std::size_t step = size > 0 ? static_cast<std::size_t>(size) : 1;
    const bool narrow =
        code < 128 && std::string_view("ijlI.,;:'|! ()[]ftr-").find(static_cast<char>(code)) != std::string_view::npos;
    const bool wide =
        code < 128 && std::string_view("mwMWOQGD@%").find(static_cast<char>(code)) != std::string_view::npos;
    ems += utf8proc_charwidth(code) == 2 ? 1.0 : utf8proc_charwidth(code) == 0 ? 0 : narrow ? 0.37 : wide ? 0.92 : 0.65;
    text.remove_prefix(step);
  }
  return ems * font_size;
}

/// Which column a vertex stands in: its side of a two-mode view, its country, else by the parity of its distance
/// from the first vertex of its component.
std::vector<bool> choose_columns(const View& view, const Partners& partners) {
  std::vector<bool> left(view.vertex_count(), true);
  const bool by_country = view.vertex_count() > 0 &&
                          std::ranges::any_of(std::views::iota(Vertex{0}, static_cast<Vertex>(view.vertex_count())),
                                              [&](Vertex v) { return view.country(v) != view.country(0); });
  if (view.network().two_mode() || by_country) {
    for (Vertex v = 0; v < left.size(); ++v) left[v] = view.first_side(v);
    return left;
  }
  std::vector<bool> seen(left.size(), false);
  std::vector<Vertex> queue;
  for (Vertex start = 0; start < left.size(); ++start) {
    if (seen[start]) continue;
    seen[start] = true;
    queue.assign(1, start);
    for (std::size_t head = 0; head < queue.size(); ++head) {
      for (const Vertex next : partners[queue[head]]) {
        if (seen[next]) continue;
        seen[next] = true;
        left[next] = !left[queue[head]];
        queue.push_back(next);
      }
    }
  }
  return left;
}

class Composer {
 public:
  Composer(const View& view, const DrawOptions& options, const RunContext& run) : view_(view), options_(options) {
    scores_ = ViewMeasures(view, run).compute(options.size_by);
    if (options.color_by_community) community_ = view_communities(view, {}, run).partition.community;
  }

  Drawing compose() {
    drawing_.directed = view_.graph().facts().directed;
    place_vertices();
    place_ties();
    write_words();
    return std::move(drawing_);
  }

 private:
  void place_vertices() {
    const Partners partners = partners_of(view_.graph());
    const std::vector<bool> left = choose_columns(view_, partners);
    Columns columns;
    for (Vertex v = 0; v < view_.vertex_count(); ++v) columns[left[v] ? 0 : 1].push_back(v);
    for (auto& column : columns) {
      std::ranges::stable_sort(column, std::greater<>(), [&](Vertex v) { return scores_.values[v].value_or(0); });
    }
    columns = order_columns(partners, std::move(columns));
    const std::size_t rows = std::max(columns[0].size(), columns[1].size());
    index_of_.resize(view_.vertex_count());
    double largest = 0;
    for (const auto& score : scores_.values) largest = std::max(largest, score.value_or(0));
    for (std::size_t side = 0; side < 2; ++side) {
      const double step =
          row_height * static_cast<double>(rows) / static_cast<double>(std::max<std::size_t>(1, columns[side].size()));
      for (std::size_t i = 0; i < columns[side].size(); ++i) {
        const Point at{side == 0 ? 0 : column_gap,
                       row_height * static_cast<double>(rows) - step * (static_cast<double>(i) + 0.5)};
        place_vertex(columns[side][i], side == 0, at, largest);
      }
    }
  }

  void place_vertex(Vertex v, bool left, Point at, double largest) {
    const Network& network = view_.network();
    DrawnVertex drawn{.vertex = v,
                      .id = std::string(network.id(view_.actor(v))),
                      .label = std::string(name_of(network, view_.actor(v), options_.language)),
                      .left = left,
                      .at = at};
    if (!community_.empty()) {
      drawn.community = community_[v];
      drawn.label += fmt::format(" [{}]", community_[v] + 1);
    }
    const double share = largest > 0 ? std::max(0.0, scores_.values[v].value_or(0)) / largest : 0;
    drawn.radius = least_radius + (most_radius - least_radius) * std::sqrt(share);  // the area tells the number
    drawn.label_width = text_width(drawn.label);
    const double offset = most_radius + label_gap + drawn.label_width / 2;
    drawn.label_at = {left ? at.x - offset : at.x + offset, at.y};
    index_of_[v] = drawing_.vertices.size();
    drawing_.vertices.push_back(std::move(drawn));
  }

  void place_ties() {
    const Network& network = view_.network();
    std::vector<bool> used(network.types().size(), false);
    for (const Tie& tie : ties_of(view_)) {
      double lane = -static_cast<double>(tie.types.size() - 1) / 2;
      for (const auto& [type, count] : tie.types) {
        used[type] = true;
        add_tie(tie, type, count, lane);
        lane += 1;
      }
    }
    const bool tells_types = !network.plain() || network.types().size() > 1;
    for (std::size_t i = 0; i < used.size(); ++i) {
      const auto type = static_cast<Vocabulary::Id>(i);
      if (!used[i] || !tells_types) continue;
      drawing_.legend.emplace_back(type, titles_of(network, network.types()[type].id, options_.language));
    }
  }

  void add_tie(const Tie& tie, Vocabulary::Id type, std::uint32_t agreements, double lane) {
    DrawnTie drawn{.from = index_of_[tie.a], .to = index_of_[tie.b], .type = type, .agreements = agreements};
    drawn.width = std::min(0.6 + 0.9 * static_cast<double>(agreements), 9.0);
    drawn.curve = curve(drawing_.vertices[drawn.from], drawing_.vertices[drawn.to], lane);
    drawing_.ties.push_back(std::move(drawn));
  }

  /// Ties of one pair run in lanes beside each other; ties inside a column bend towards the middle.
  static std::vector<Point> curve(const DrawnVertex& from, const DrawnVertex& to, double lane) {
    constexpr double lane_height = 14;
    const double side = lane * lane_height;
    if (from.left != to.left) {
      const double reach = (to.at.x - from.at.x) * 0.4;
      return {from.at, {from.at.x + reach, from.at.y + side}, {to.at.x - reach, to.at.y + side}, to.at};
    }
    const double inwards = from.left ? 1 : -1;
    const double depth = inwards * (30 + 0.35 * std::abs(from.at.y - to.at.y) + std::abs(side));
    const double open = &from == &to ? row_height * 0.8 : 0;
    return {from.at, {from.at.x + depth, from.at.y + open}, {to.at.x + depth, to.at.y - open}, to.at};
  }

  [[nodiscard]] std::string country_name(bool left) const {
    std::string name;
    for (const DrawnVertex& drawn : drawing_.vertices) {
      const ActorId country = view_.country(drawn.vertex);
      if (drawn.left != left || country == no_actor) continue;
      const std::string_view own = name_of(view_.network(), country, options_.language);
      if (!name.empty() && name != own) return "";
      name = own;
    }
    return name;
  }

  void write_words() {
    drawing_.left_name = country_name(true);
    drawing_.right_name = country_name(false);
    drawing_.title = options_.title;
    if (drawing_.title.empty()) {
      drawing_.title = view_.network().info().title.empty() ? "Ties" : view_.network().info().title;
    }
    drawing_.source_line = source_line(view_);
    drawing_.caption =
        fmt::format("{}: {} · {}: {} · n = {}, m = {}", word(options_.language, "circle"),
                    word(options_.language, options_.size_by.typed), word(options_.language, "line"),
                    word(options_.language, "agreements"), view_.vertex_count(), view_.graph().edge_count());
    if (!community_.empty()) drawing_.caption += fmt::format(" · [ ]: {}", word(options_.language, "community"));
  }

  const View& view_;
  const DrawOptions& options_;
  VertexScores scores_;
  std::vector<std::uint32_t> community_;  // of each vertex; empty where it is not shown
  Drawing drawing_;
  std::vector<std::size_t> index_of_;
};

}  // namespace

Drawing draw_columns(const View& view, const DrawOptions& options, const RunContext& run) {
  if (view.vertex_count() > drawing_limit) {
    throw std::invalid_argument(
        fmt::format("the view has {} vertices; two columns hold at most {}: narrow it with the view options",
                    view.vertex_count(), drawing_limit));
  }
  return Composer(view, options, run).compose();
}

}  // namespace regionet
