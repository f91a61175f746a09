// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <algorithm>
#include <array>

#include "engine/report/reports.hpp"

namespace regionet {
namespace {

/// A subject as its own view sees it.
struct Side {
  ExplainSubject subject;
  View view;
  std::optional<Vertex> vertex;
};

ViewOptions at_level(ViewOptions options, Level level) {
  options.level = level;
  return options;
}

std::vector<AgreementId> counted(const std::vector<Side>& sides) {
  if (std::ranges::any_of(sides, [](const Side& side) { return !side.vertex; })) return {};
  const Side& first = sides.front();
  if (sides.size() == 1) return first.view.agreements(*first.vertex);
  const Side& second = sides.back();
  if (first.subject.level == second.subject.level) return first.view.agreements(*first.vertex, *second.vertex);
  std::vector<AgreementId> a = first.view.agreements(*first.vertex);
  const std::vector<AgreementId> b = second.view.agreements(*second.vertex);
  std::erase_if(a, [&](AgreementId id) { return !std::ranges::binary_search(b, id); });
  return a;
}

/// Agreements of all subjects that the view does not count, with the reason.
std::string not_counted(const Network& network, const std::vector<Side>& sides,
                        const std::vector<AgreementId>& counted_ones) {
  std::vector<std::vector<AgreementId>> touched;
  for (const Side& side : sides) {
    std::vector<AgreementId>& own = touched.emplace_back();
    const RollUp places = roll_up(network, side.subject.level, true);
    for (ActorId actor = 0; actor < network.actor_count(); ++actor) {
      if (places.place[actor] != side.subject.actor) continue;
      const auto agreements = network.agreements_of(actor);
      own.insert(own.end(), agreements.begin(), agreements.end());
    }
    std::ranges::sort(own);
    own.erase(std::ranges::unique(own).begin(), own.end());
  }
  std::array<std::size_t, fate_count> reasons{};
  for (const AgreementId id : touched.front()) {
    if (!std::ranges::binary_search(touched.back(), id)) continue;
    if (std::ranges::binary_search(counted_ones, id)) continue;
    // Kept, but not through a pair of these: their pair is on the wrong sides.
    const Fate fate = sides.front().view.fate(id);
    ++reasons[static_cast<std::size_t>(fate == Fate::kept ? Fate::wrong_pair : fate)];
  }
  std::vector<std::string> parts;
  for (std::size_t i = 1; i < fate_count; ++i) {
    if (reasons[i] > 0) parts.push_back(fmt::format("{} {}", reasons[i], to_string(static_cast<Fate>(i))));
  }
  return parts.empty() ? "" : fmt::format("not counted here: {}", fmt::join(parts, ", "));
}

Cell weight_cell(const std::vector<Side>& sides, AgreementId id) {
  const View& view = sides.front().view;
  if (view.options().weighting == Weighting::tie) {
    return Cell::undefined("a tie weighs the same whatever the number of its agreements");
  }
  const std::size_t partners = sides.size() == 1 ? view.partners(id, *sides.front().vertex) : 1;
  return {view.pair_weight(id) * static_cast<double>(partners)};
}

std::string title_of(const Network& network, const std::vector<Side>& sides, std::size_t count, Language language) {
  std::vector<std::string_view> names;
  for (const Side& side : sides) names.push_back(name_of(network, side.subject.actor, language));
  return fmt::format("{}: {} agreement{}", fmt::join(names, " – "), count, count == 1 ? "" : "s");
}

}  // namespace

Report explain_report(const Network& network, const ViewOptions& options, std::span<const ExplainSubject> subjects,
                      Language language, const RunContext& run) {
  std::vector<Side> sides;
  for (const ExplainSubject& subject : subjects) {
    View view(network, at_level(options, subject.level), run);
    const auto vertex = view.vertex(subject.actor);
    sides.push_back({subject, std::move(view), vertex});
  }
  const std::vector<AgreementId> agreements = counted(sides);

  Table table{.title = title_of(network, sides, agreements.size(), language),
              .columns = columns_of(language, {"agreement", "date", "type", "status", "actors", "actor_ids", "weight",
                                               "value_usd", "evidence", "note"})};
  for (const AgreementId id : agreements) {
    const Agreement agreement = network.agreement(id);
    table.rows.push_back(
        {agreement.id, date_cell(agreement.date, language), type_cell(network, agreement.type, language),
         status_cell(network, agreement.status, language), actor_names(network, id, language), actor_ids(network, id),
         weight_cell(sides, id), Cell(agreement.value_usd, "not known"), evidence_text(network, id), agreement.note});
  }
  Report report{.tables = {std::move(table)}, .lines = {source_line(sides.front().view)}};
  if (std::string line = not_counted(network, sides, agreements); !line.empty())
    report.lines.push_back(std::move(line));
  return report;
}

}  // namespace regionet
