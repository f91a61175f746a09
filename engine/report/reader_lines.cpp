// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "engine/report/reports.hpp"

namespace regionet {
namespace {

std::string counted(std::uint64_t count, std::string_view one) {
  return fmt::format("{} {}{}", count, one, count == 1 ? "" : "s");
}

std::string sources_of(const Network& network) {
  if (network.plain()) return "";
  const int year = calendar_day(network.date_bounds().last).year;
  return fmt::format(" · {}, to {}", counted(network.sources().size(), "source"), year);
}

/// `9 planned, 3 negotiated`: agreements whose status the view does not count.
std::string statuses_left_out(const View& view) {
  const Network& network = view.network();
  std::vector<std::uint64_t> counts(network.statuses().size(), 0);
  for (AgreementId id = 0; id < network.agreement_count(); ++id) {
    if (view.fate(id) == Fate::status) ++counts[network.status(id)];
  }
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (counts[i] == 0) continue;
    parts.push_back(fmt::format("{} {}", counts[i], network.statuses()[static_cast<Vocabulary::Id>(i)].title));
  }
  return fmt::format("{}", fmt::join(parts, ", "));
}

std::string other_reasons(const View& view) {
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < fate_count; ++i) {
    const auto fate = static_cast<Fate>(i);
    if (fate == Fate::kept || fate == Fate::status || view.account()[fate] == 0) continue;
    parts.push_back(fmt::format("{} {}", view.account()[fate], to_string(fate)));
  }
  return fmt::format("{}", fmt::join(parts, ", "));
}

constexpr std::string_view mode_word(DateMode mode) {
  return mode == DateMode::possible  ? "counted whole"
         : mode == DateMode::certain ? "left out"
                                     : "counted by their share of days";
}

}  // namespace

std::string source_line(const View& view) {
  const Network& network = view.network();
  const NetworkInfo& info = network.info();
  std::string line = network.plain() ? "plain graph" : fmt::format("{} {}", info.name, info.version);
  line += sources_of(network);
  line += " · " + counted(network.agreement_count(), "agreement");
  const std::string left_out = statuses_left_out(view);
  if (!left_out.empty()) line += fmt::format(", of them {}, not counted", left_out);
  return line;
}

std::vector<std::string> reader_lines(const View& view) {
  const Account& account = view.account();
  std::vector<std::string> lines{source_line(view)};
  const GraphView graph = view.graph();
  std::string sizes =
      fmt::format("n = {}, m = {}, {}, {} counted", graph.vertex_count(), graph.edge_count(),
                  graph.facts().directed ? "directed" : "undirected", counted(account[Fate::kept], "agreement"));
  const std::string reasons = other_reasons(view);
  if (!reasons.empty()) sizes += fmt::format("; left out: {}", reasons);
  lines.push_back(std::move(sizes));
  const bool window = view.options().has_window() || view.options().active_at.has_value();
  if (window) {
    const bool in_force = view.options().active_at.has_value();
    lines.push_back(fmt::format("{} {} ({}, {}); {} with an open or unknown end",
                                counted(account.partly_in_window, "agreement"),
                                in_force ? "perhaps in force, not certainly" : "lie only partly in the period",
                                view.options().dates == DateMode::possible  ? "possible"
                                : view.options().dates == DateMode::certain ? "certain"
                                                                            : "expected",
                                mode_word(view.options().dates), account.open_ended));
  }
  if (account.pairs_dropped > 0) {
    lines.push_back(fmt::format("{} of counted agreements not between the sides asked for",
                                counted(account.pairs_dropped, "pair")));
  }
  return lines;
}

}  // namespace regionet
