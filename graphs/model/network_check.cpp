// SPDX-License-Identifier: Apache-2.0
#include "graphs/model/network_check.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <numeric>
#include <tuple>

#include "graphs/model/iso3166.hpp"

namespace regionet {
namespace {

class NetworkChecker {
 public:
  NetworkChecker(const Network& network, std::string label, Diagnostics& faults)
      : network_(network), label_(std::move(label)), faults_(faults) {}

  void check() {
    if (network_.plain()) {
      check_equal_rows();
      return;
    }
    check_places();
    check_evidence();
    check_coverage();
  }

 private:
  void add(Severity severity, std::string_view table, std::uint64_t line, std::string what, std::string mend) {
    faults_.add({.severity = severity,
                 .file = table.empty() ? label_ : fmt::format("{}/{}", label_, table),
                 .line = line,
                 .what = std::move(what),
                 .mend = std::move(mend)});
  }

  /// Rows in an order in which equal ones follow each other.
  void check_equal_rows() {
    const auto key = [&](AgreementId id) {
      auto [a, b] = std::pair(network_.participants(id)[0], network_.participants(id)[1]);
      if (!network_.directed() && b < a) std::swap(a, b);
      return std::tuple(a, b, network_.date_cell(id), network_.type(id), network_.weight(id));
    };
    std::vector<AgreementId> order(network_.agreement_count());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::sort(order, [&](AgreementId a, AgreementId b) {
      return std::tuple_cat(key(a), std::tuple(a)) < std::tuple_cat(key(b), std::tuple(b));
    });
    std::vector<std::pair<AgreementId, AgreementId>> repeats;  // a row, and the first one like it
    for (std::size_t i = 1, first = 0; i < order.size(); ++i) {
      if (key(order[i]) != key(order[first])) first = i;
      if (i != first) repeats.emplace_back(order[i], order[first]);
    }
    std::ranges::sort(repeats);
    for (const auto& [again, first] : repeats) {
      add(Severity::warning, "", network_.line(again), fmt::format("the row equals line {}", network_.line(first)),
          "both count as agreements; remove one if it is a repeat");
    }
  }

  void check_places() {
    for (ActorId id = 0; id < network_.actor_count(); ++id) {
      const Actor actor = network_.actor(id);
      if (network_.country(id) == no_actor) {
        add(Severity::warning, "actors.csv", 0, fmt::format("actor '{}' lies within no country", actor.id),
            "give it a 'within' that leads to a country");
      } else if (!actor.iso.empty()) {
        const std::string_view country = network_.actor(network_.country(id)).iso;
        if (!country.empty() && iso3166_country(actor.iso) != country) {
          add(Severity::error, "actors.csv", 0,
              fmt::format("actor '{}' has the code {} but lies within {}", actor.id, actor.iso, country),
              "mend the code or 'within'");
        }
      }
      const bool place = actor.kind == Kind::country || actor.kind == Kind::region || actor.kind == Kind::municipality;
      if (!place && network_.agreements_of(id).empty() && !is_parent(id)) {
        add(Severity::warning, "actors.csv", 0, fmt::format("actor '{}' takes part in nothing", actor.id),
            "remove it, or add its agreements");
      }
    }
  }

  [[nodiscard]] bool is_parent(ActorId id) {
    if (parents_.empty()) {
      parents_.assign(network_.actor_count(), false);
      for (ActorId actor = 0; actor < network_.actor_count(); ++actor) {
        if (network_.within(actor) != no_actor) parents_[network_.within(actor)] = true;
      }
    }
    return parents_[id];
  }

  void check_evidence() {
    std::vector<bool> used(network_.sources().size(), false);
    for (AgreementId id = 0; id < network_.agreement_count(); ++id) {
      for (const Evidence& evidence : network_.evidence(id)) used[evidence.source] = true;
      if (network_.evidence(id).empty()) {
        add(Severity::warning, "evidence.csv", 0,
            fmt::format("agreement '{}' has no evidence", network_.agreement_id(id)), "say where it is told");
      }
    }
    for (std::size_t i = 0; i < used.size(); ++i) {
      if (used[i]) continue;
      add(Severity::warning, "sources.csv", 0,
          fmt::format("source '{}' is evidence of nothing", network_.sources()[i].id), "");
    }
  }

  void check_coverage() {
    if (network_.coverage().empty()) return;
    std::vector<bool> covered(network_.agreement_count(), false);
    for (const Coverage& row : network_.coverage()) {
      for (std::string_view rest = row.agreements; !rest.empty();) {
        const std::size_t end = std::min(rest.find(';'), rest.size());
        const auto id = network_.find_agreement(rest.substr(0, end));
        if (id) {
          covered[*id] = true;
        } else {
          add(Severity::error, "coverage.csv", row.line,
              fmt::format("agreement '{}' is not in agreements.csv", printable(rest.substr(0, end))), "mend the id");
        }
        rest.remove_prefix(std::min(end + 1, rest.size()));
      }
    }
    for (AgreementId id = 0; id < network_.agreement_count(); ++id) {
      if (covered[id]) continue;
      add(Severity::error, "coverage.csv", 0,
          fmt::format("agreement '{}' is taken from no passage", network_.agreement_id(id)),
          "add it to the row of the passage that tells it");
    }
  }

  const Network& network_;
  std::string label_;
  Diagnostics& faults_;
  std::vector<bool> parents_;
};

}  // namespace

void check_network(const Network& network, const std::string& label, Diagnostics& faults) {
  NetworkChecker(network, label, faults).check();
}

}  // namespace regionet
