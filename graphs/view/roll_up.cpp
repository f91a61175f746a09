// SPDX-License-Identifier: Apache-2.0
#include "graphs/view/roll_up.hpp"

namespace regionet {
namespace {

bool is_place_of(Kind kind, Level level) {
  switch (level) {
    case Level::actor:
      return true;
    case Level::city:
      return kind == Kind::city || kind == Kind::municipality;
    case Level::region:
      return kind == Kind::region || kind == Kind::municipality;
    case Level::country:
      return kind == Kind::country;
  }
  return false;
}

ActorId nearest_place(const Network& network, ActorId actor, Level level) {
  ActorId district = no_actor;
  for (ActorId at = actor; at != no_actor; at = network.within(at)) {
    if (is_place_of(network.kind(at), level)) return at;
    if (district == no_actor && network.kind(at) == Kind::district) district = at;
  }
  return level == Level::city ? district : no_actor;
}

bool above(Kind kind, Level level) { return level == Level::city && (kind == Kind::region || kind == Kind::country); }

}  // namespace

bool stands_at(const Network& network, ActorId actor, Level level) {
  const Kind kind = network.kind(actor);
  return is_place_of(kind, level) || (kind == Kind::country && level != Level::actor) ||
         (level == Level::city && kind == Kind::district && nearest_place(network, actor, level) == actor);
}

RollUp roll_up(const Network& network, Level level, bool count_national) {
  RollUp out{std::vector<ActorId>(network.actor_count(), no_actor),
             std::vector<Fate>(network.actor_count(), Fate::kept)};
  const bool below_country = level == Level::city || level == Level::region;
  for (ActorId actor = 0; actor < network.actor_count(); ++actor) {
    const Kind kind = network.kind(actor);
    if (below_country && kind == Kind::country) {
      out.place[actor] = actor;
    } else if (below_country && network.scope(actor) == Scope::national && !count_national) {
      out.reason[actor] = Fate::national;
    } else if (above(kind, level)) {
      out.reason[actor] = Fate::above_level;
    } else {
      out.place[actor] = nearest_place(network, actor, level);
      if (out.place[actor] == no_actor) out.reason[actor] = Fate::no_place;
    }
  }
  return out;
}

}  // namespace regionet
