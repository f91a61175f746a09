// SPDX-License-Identifier: Apache-2.0
#include "engine/temporal/history.hpp"

#include <algorithm>
#include <stdexcept>

namespace regionet {
namespace {

/// The number of each arc's tie; an undirected tie stands in two arcs. Fills `ends`.
std::vector<std::uint32_t> number_ties(GraphView graph, std::vector<std::pair<Vertex, Vertex>>& ends) {
  std::vector<std::uint32_t> tie_of(graph.arc_count(), 0);
  for (Vertex v = 0; v < graph.vertex_count(); ++v) {
    for (Arc arc = graph.begin(v); arc < graph.end(v); ++arc) {
      const Vertex to = graph.target(arc);
      if (!graph.facts().directed && to < v) continue;
      const std::pair tie(v, to);
      if (ends.empty() || ends.back() != tie) ends.push_back(tie);  // a loop of an undirected graph is two arcs
      tie_of[arc] = static_cast<std::uint32_t>(ends.size() - 1);
    }
  }
  return tie_of;
}

}  // namespace

History history_of(const View& view) {
  const Network& network = view.network();
  const GraphView graph = view.graph();
  History out;
  out.vertices = graph.vertex_count();
  out.from = view.options().from;
  out.until = view.options().until;
  const std::vector<std::uint32_t> tie_of = number_ties(graph, out.ends);
  constexpr std::uint32_t unseen = 0xFFFFFFFFU;
  std::vector<std::uint32_t> seen(network.date_count(), unseen);
  out.tie_offsets.push_back(0);
  std::vector<std::pair<Vertex, Vertex>> pairs;
  for (AgreementId id = 0; id < network.agreement_count(); ++id) {
    if (view.fate(id) == Fate::undated) ++out.undated;
    if (view.fate(id) != Fate::kept) continue;
    const DateId date = network.date_id(id);
    if (date == 0) {
      ++out.undated;
      continue;
    }
    const Date& written = *network.date(id);
    if (!written.bounded()) ++out.open_ended;
    if (seen[date] == unseen) {
      seen[date] = static_cast<std::uint32_t>(out.dates.size());
      out.dates.push_back(written.within(network.date_bounds()));
    }
    out.date.push_back(seen[date]);
    out.agreement.push_back(id);
    view.pairs(id, pairs);
    for (const auto& [from, to] : pairs) {
      const auto row = graph.neighbours(from);
      const auto place = std::ranges::lower_bound(row, to) - row.begin();
      out.ties.push_back(tie_of[graph.begin(from) + static_cast<Arc>(place)]);
    }
    out.tie_offsets.push_back(out.ties.size());
  }
  return out;
}

Periods periods_of(const History& history, PeriodLength length) {
  if (history.dates.empty()) throw std::invalid_argument("no agreement of the view is dated");
  DayRange all = history.dates.front();
  for (const DayRange days : history.dates) {
    all = {std::min(all.first, days.first), std::max(all.last, days.last)};
  }
  return {length, all, history.from, history.until};
}

}  // namespace regionet
