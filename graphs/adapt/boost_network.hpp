// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <boost/graph/adjacency_list.hpp>

#include "graphs/model/network.hpp"

namespace regionet {

struct ActorProperty {
  ActorId actor = no_actor;
  std::string id;
  std::string name;
  Kind kind = Kind::other;
};

struct AgreementProperty {
  AgreementId agreement = 0;
  std::string id;
  std::string type;
  std::string status;
  std::string date;
};

/// Actors as vertices (numbered as in the network) and agreements as edges, each with what it carries.
using BoostNetwork =
    boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS, ActorProperty, AgreementProperty>;

/// An agreement of more than two actors stands as one edge for each pair of them. O(actors + pairs).
[[nodiscard]] BoostNetwork boost_network(const Network&);

}  // namespace regionet
