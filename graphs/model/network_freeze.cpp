// SPDX-License-Identifier: Apache-2.0
// The last step of a NetworkBuilder: what only the whole network can show is checked, rows become columns.
#include <fmt/format.h>
#include <algorithm>
#include <numeric>
#include <stdexcept>

#include "graphs/model/network_builder.hpp"

namespace regionet {
namespace {

/// Sorts rows by agreement, keeping the order of reading inside one; returns the offsets of the groups.
template <typename Row>
std::vector<std::uint32_t> group_by_agreement(std::vector<Row>& rows, std::size_t agreements) {
  if (rows.size() > 0xFFFFFFFFU) throw std::length_error("more than 4294967295 participants or pieces of evidence");
  std::vector<std::uint32_t> offsets(agreements + 1, 0);
  for (const Row& row : rows) ++offsets[row.agreement + 1];
  std::partial_sum(offsets.begin(), offsets.end(), offsets.begin());
  if (!std::ranges::is_sorted(rows, {}, &Row::agreement)) {
    std::vector<Row> sorted(rows.size());
    std::vector<std::uint32_t> next(offsets.begin(), offsets.end() - 1);
    for (const Row& row : rows) sorted[next[row.agreement]++] = row;
    rows.swap(sorted);
  }
  return offsets;
}

}  // namespace

Diagnostic NetworkBuilder::fault(std::string_view table, Origin origin, std::string what, std::string mend) const {
  const std::string folder = origin.layer < layers.size() ? layers[origin.layer] : "";
  return {.file = folder.empty() ? std::string(table) : fmt::format("{}/{}", folder, table),
          .line = origin.line,
          .what = std::move(what),
          .mend = std::move(mend)};
}

void NetworkBuilder::place_participants(Diagnostics& faults) {
  const std::size_t agreements = net_.types_.size();
  const auto offsets = group_by_agreement(participants_, agreements);
  const bool any_role = std::ranges::any_of(participants_, [](const ParticipantRow& row) { return row.role != 0; });
  net_.participants_.reserve(participants_.size());
  net_.participant_offsets_.reserve(agreements + 1);
  for (AgreementId id = 0; id < agreements; ++id) {
    const std::span rows(participants_.data() + offsets[id], participants_.data() + offsets[id + 1]);
    std::uint32_t layer = 0;  // the latest layer that lists participants replaces the others
    for (const ParticipantRow& row : rows) layer = std::max(layer, row.origin.layer);
    const std::size_t first = net_.participants_.size();
    for (const ParticipantRow& row : rows) {
      if (row.origin.layer != layer) continue;
      const auto placed = net_.participants_.rows().subspan(first);
      if (std::ranges::find(placed, row.actor) != placed.end()) {
        faults.add(
            fault("participants.csv", row.origin,
                  fmt::format("actor '{}' stands twice in agreement '{}'", net_.id(row.actor), net_.agreement_ids_[id]),
                  "keep one of the rows"));
        continue;
      }
      net_.participants_.push_back(row.actor);
      if (any_role) net_.roles_.push_back(row.role);
    }
    const std::size_t count = net_.participants_.size() - first;
    if (count < 2) {
      faults.add(fault(
          "agreements.csv", agreement_origins_[id],
          fmt::format("agreement '{}' has {} participant{}", net_.agreement_ids_[id], count, count == 1 ? "" : "s"),
          "an agreement needs at least two: add rows to participants.csv"));
    }
    net_.participant_offsets_.push_back(static_cast<std::uint32_t>(net_.participants_.size()));
  }
  participants_ = {};
}

void NetworkBuilder::place_evidence(Diagnostics& faults) {
  net_.evidence_offsets_ = group_by_agreement(evidence_, net_.types_.size());
  net_.evidence_.reserve(evidence_.size());
  for (std::size_t i = 0; i < evidence_.size(); ++i) {
    const EvidenceRow& row = evidence_[i];
    for (std::size_t j = net_.evidence_offsets_[row.agreement]; j < i; ++j) {
      if (evidence_[j].evidence.source == row.evidence.source &&
          evidence_[j].evidence.locator == row.evidence.locator) {
        faults.add(
            fault("evidence.csv", row.origin,
                  fmt::format("agreement '{}' has this source and locator already", net_.agreement_ids_[row.agreement]),
                  "keep one of the rows"));
      }
    }
    net_.evidence_.push_back(row.evidence);
  }
  evidence_ = {};
}

void NetworkBuilder::check_tree(Diagnostics& faults) const {
  enum class Mark : std::uint8_t { fresh, open, closed };
  std::vector<Mark> marks(net_.actors_.size(), Mark::fresh);
  std::vector<ActorId> path;
  for (ActorId start = 0; start < net_.actors_.size(); ++start) {
    ActorId at = start;
    for (; at != no_actor && marks[at] == Mark::fresh; at = net_.within(at)) {
      marks[at] = Mark::open;
      path.push_back(at);
    }
    if (at != no_actor && marks[at] == Mark::open) {
      std::string circle(net_.id(at));
      for (ActorId next = net_.within(at); next != at; next = net_.within(next)) {
        circle += fmt::format(" within {}", net_.id(next));
      }
      faults.add(fault("actors.csv", actor_origins_[at],
                       fmt::format("the places go round in a circle: {} within {}", circle, net_.id(at)),
                       "mend one 'within' so that each chain ends at a country"));
    }
    for (const ActorId closed : path) marks[closed] = Mark::closed;
    path.clear();
  }
}

void NetworkBuilder::find_countries() {
  std::vector<ActorId>& countries = net_.countries_;
  countries.assign(net_.actors_.size(), no_actor);
  std::vector<std::uint8_t> known(net_.actors_.size(), 0);
  std::vector<ActorId> path;
  for (ActorId start = 0; start < net_.actors_.size(); ++start) {
    ActorId at = start;
    while (!known[at] && net_.kind(at) != Kind::country && net_.within(at) != no_actor) {
      path.push_back(at);
      at = net_.within(at);
    }
    if (!known[at]) {
      countries[at] = net_.kind(at) == Kind::country ? at : no_actor;
      known[at] = 1;
    }
    for (const ActorId below : path) {
      countries[below] = countries[at];
      known[below] = 1;
    }
    path.clear();
  }
}

void NetworkBuilder::bound_dates() {
  DayRange seen{std::numeric_limits<Day>::max(), std::numeric_limits<Day>::min()};
  std::vector<std::uint8_t> used(net_.date_values_.size(), 0);  // a later layer may have replaced a date
  for (const DateId id : net_.dates_.rows()) used[id] = 1;
  for (const DateId id : net_.untils_.rows()) used[id] = 1;
  for (std::size_t i = 1; i < net_.date_values_.size(); ++i) {
    if (used[i] == 0) continue;
    const Date& date = net_.date_values_[i];
    if (date.start == DateEnd::known) seen = {std::min(seen.first, date.earliest), std::max(seen.last, date.earliest)};
    if (date.end == DateEnd::known) seen = {std::min(seen.first, date.latest), std::max(seen.last, date.latest)};
  }
  if (seen.first > seen.last) seen = {};
  net_.date_bounds_ = seen;
  if (!info.temporal_coverage.empty()) net_.date_bounds_ = parse_date(info.temporal_coverage).within(seen);
}

Network NetworkBuilder::freeze(Diagnostics& faults) && {
  if (!net_.plain_) {
    place_participants(faults);
    place_evidence(faults);
    const std::uint64_t before = faults.errors();
    check_tree(faults);
    if (faults.errors() == before) find_countries();
  }
  bound_dates();

  net_.texts_.forget_index();
  net_.actor_ids_.forget_index();
  net_.agreement_ids_.forget_index();
  net_.info_ = std::move(info);
  net_.type_terms_ = std::move(types);
  net_.status_terms_ = std::move(statuses);
  net_.sources_ = std::move(sources);
  net_.claims_ = std::move(claims);
  net_.coverage_ = std::move(coverage);
  net_.directed_ = directed;
  net_.two_mode_ = two_mode;
  return std::move(net_);
}

}  // namespace regionet
