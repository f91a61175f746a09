// SPDX-License-Identifier: Apache-2.0
#include "graphs/adapt/boost_network.hpp"

namespace regionet {

BoostNetwork boost_network(const Network& network) {
  BoostNetwork graph(network.actor_count());
  for (ActorId actor = 0; actor < network.actor_count(); ++actor) {
    graph[actor] = {actor, std::string(network.id(actor)), std::string(network.name(actor)), network.kind(actor)};
  }
  for (AgreementId id = 0; id < network.agreement_count(); ++id) {
    const Agreement agreement = network.agreement(id);
    const AgreementProperty property{id, agreement.id, network.types()[agreement.type].id,
                                     network.statuses()[agreement.status].id, std::string(agreement.date)};
    const auto members = network.participants(id);
    for (std::size_t i = 0; i < members.size(); ++i) {
      for (std::size_t j = i + 1; j < members.size(); ++j) boost::add_edge(members[i], members[j], property, graph);
    }
  }
  return graph;
}

}  // namespace regionet
