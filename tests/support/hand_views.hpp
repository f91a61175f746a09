// SPDX-License-Identifier: Apache-2.0
// Views of the hand network, read back by id, and checks that hold for each of them.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "graphs/view/view.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/hand_network.hpp"

namespace regionet::test {

using Ids = std::vector<std::string>;
using TieWeights = std::map<std::pair<std::string, std::string>, double>;

inline Day day(int year, unsigned month, unsigned date) { return day_number({year, month, date}); }

inline Vertex vertex(const View& view, const char* id) { return view.vertex(hand().find_actor(id).value()).value(); }

inline std::vector<std::string> vertex_ids(const View& view) {
  std::vector<std::string> ids;
  for (Vertex v = 0; v < view.vertex_count(); ++v) ids.emplace_back(hand().id(view.actor(v)));
  return ids;
}

inline std::vector<std::string> names(const std::vector<AgreementId>& agreements) {
  std::vector<std::string> ids;
  for (const AgreementId id : agreements) ids.push_back(hand().agreement_id(id));
  return ids;
}

inline std::vector<std::string> with_fate(const View& view, Fate fate) {
  std::vector<AgreementId> found;
  for (AgreementId id = 0; id < hand().agreement_count(); ++id) {
    if (view.fate(id) == fate) found.push_back(id);
  }
  return names(found);
}

/// The weight of every tie, each once, ends by id. The two arcs of a tie must agree.
inline TieWeights weights(const View& view) {
  TieWeights out;
  const GraphView graph = view.graph();
  for (Vertex v = 0; v < graph.vertex_count(); ++v) {
    for (Arc arc = graph.begin(v); arc < graph.end(v); ++arc) {
      std::pair<std::string, std::string> ends{hand().id(view.actor(v)), hand().id(view.actor(graph.target(arc)))};
      if (ends.second < ends.first) std::swap(ends.first, ends.second);
      const auto [found, fresh] = out.emplace(ends, view.strengths()[arc]);
      CHECK(found->second == view.strengths()[arc]);
    }
  }
  return out;
}

inline void check_weights(const View& view, const TieWeights& wanted) {
  const TieWeights found = weights(view);
  CHECK(found.size() == wanted.size());
  CHECK(view.graph().edge_count() == wanted.size());
  for (const auto& [ends, weight] : wanted) {
    CAPTURE(ends.first, ends.second);
    REQUIRE(found.count(ends) == 1);
    CHECK(found.at(ends) == Approx(weight).epsilon(1e-13));
  }
}

/// Every agreement is accounted for once, the graph is sound, and the way back agrees with the counts.
inline void check_sound(const View& view) {
  CHECK(check(view.graph()).empty());
  CHECK(view.account().total() == 18);
  for (std::size_t i = 0; i < fate_count; ++i) {
    const auto fate = static_cast<Fate>(i);
    CHECK(view.account()[fate] == with_fate(view, fate).size());
  }
  const GraphView graph = view.graph();
  std::uint64_t arcs = 0;
  for (Vertex v = 0; v < graph.vertex_count(); ++v) {
    CHECK(view.agreement_count(v) == view.agreements(v).size());
    CHECK(view.vertex(view.actor(v)) == v);
    for (Arc arc = graph.begin(v); arc < graph.end(v); ++arc) {
      CHECK(view.arc_agreements(arc) == view.agreements(v, graph.target(arc)).size());
      CHECK(view.agreements(v, graph.target(arc)) == view.agreements(graph.target(arc), v));
      arcs += view.arc_agreements(arc);
    }
  }
  CHECK(view.account().merged == arcs / 2 - graph.edge_count());
}

inline View make(ViewOptions options) {
  View view(hand(), std::move(options));
  check_sound(view);
  return view;
}

}  // namespace regionet::test
