// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "graphs/model/network.hpp"

namespace regionet {

/// Which side each actor of a two-mode graph stands on: edges run from the first side to the second.
class TwoSides {
 public:
  /// Notes the ends of an edge; returns the actor that now stands on both sides, or `no_actor`.
  ActorId add(ActorId from, ActorId to) {
    if (put(from, 1U)) return from;
    return put(to, 2U) ? to : no_actor;
  }

 private:
  bool put(ActorId actor, unsigned side) {
    if (actor >= sides_.size()) sides_.resize(std::size_t{actor} + 1, 0);
    sides_[actor] = static_cast<std::uint8_t>(sides_[actor] | side);
    return sides_[actor] == 3U;
  }

  std::vector<std::uint8_t> sides_;
};

}  // namespace regionet
