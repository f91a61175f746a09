// SPDX-License-Identifier: Apache-2.0
#include "engine/measures/claims.hpp"

#include <algorithm>
#include <set>

#include "graphs/io/csv.hpp"

namespace regionet {
namespace {

bool lies_in(const Network& network, ActorId actor, ActorId place) {
  while (actor != no_actor && actor != place) actor = network.within(actor);
  return actor == place;
}

ViewOptions window_of(const Claim& claim, const ClaimMeasure& measure, const View& view) {
  ViewOptions options{.level = Level::actor,
                      .types = measure.types,
                      .statuses = view.options().statuses,
                      .evidence = view.options().evidence,
                      .between = Between::countries};
  if (claim.date.empty()) return options;
  const DayRange days = parse_date(claim.date).within(view.network().date_bounds());
  if (measure.time == ClaimTime::during) options.from = days.first;
  options.until = days.last;
  return options;
}

std::uint64_t count_named(const Claim& claim, const ClaimMeasure& measure, const View& view, const RunContext& run) {
  const Network& network = view.network();
  const ActorId subject = network.find_actor(claim.subject).value();
  const View seen(network, window_of(claim, measure, view), run);
  const auto of_kind = [&](ActorId actor) {
    return measure.kinds.empty() || std::ranges::find(measure.kinds, network.kind(actor)) != measure.kinds.end();
  };
  const auto inside = [&](ActorId actor) { return lies_in(network, actor, subject); };
  std::uint64_t agreements = 0;
  std::set<ActorId> actors;
  for (AgreementId id = 0; id < network.agreement_count(); ++id) {
    const auto members = network.participants(id);
    if (seen.fate(id) != Fate::kept || std::ranges::none_of(members, inside)) continue;
    if (std::ranges::any_of(members, of_kind)) ++agreements;
    for (const ActorId actor : members) {
      const bool counts =
          measure.count == ClaimCount::actors ? inside(actor) : network.country(actor) != network.country(subject);
      if (counts && of_kind(actor)) actors.insert(actor);
    }
  }
  return measure.count == ClaimCount::agreements ? agreements : actors.size();
}

}  // namespace

std::vector<CountedClaim> count_claims(const View& view, const RunContext& run) {
  const Network& network = view.network();
  std::vector<CountedClaim> out;
  for (const Claim& claim : network.claims()) {
    const auto& measures = network.info().claim_measures;
    const auto found = std::ranges::find(measures, claim.measure, &ClaimMeasure::name);
    CountedClaim& counted = out.emplace_back();
    counted.claim = &claim;
    counted.claimed = parse_number(claim.value);
    if (found == measures.end()) continue;
    counted.measure = &*found;
    counted.named = count_named(claim, *found, view, run);
  }
  return out;
}

}  // namespace regionet
