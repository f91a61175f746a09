// SPDX-License-Identifier: Apache-2.0
// Communities of the hand network: the numbers are those of tests/data/hand/NUMBERS.md.
#include <cmath>
#include <map>

#include "engine/community/roles.hpp"
#include "engine/measures/view_communities.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/dense_quality.hpp"
#include "tests/support/hand_network.hpp"

namespace regionet::test::hand_communities_test {
namespace {

std::string id_of(const View& view, Vertex v) { return std::string(view.network().id(view.actor(v))); }

}  // namespace

TEST_CASE("hand: no partition is better than the four communities", "[communities][hand]") {
  const View view(hand(), {});
  const ViewCommunities found = view_communities(view, {}, {});
  CHECK(*found.quality == Approx(102.0 / 289));
  std::vector<std::vector<std::string>> members;
  for (const auto& vertices : members_of(found.partition)) {
    auto& names = members.emplace_back();
    for (const Vertex v : vertices) names.push_back(id_of(view, v));
  }
  CHECK(members == std::vector<std::vector<std::string>>{
                       {"BY-BR", "CN-GS", "CN-HB"}, {"BY-MI", "BY-VI", "CN-GD"}, {"BY", "CN"}, {"BY-HM", "CN-SH"}});

  // BR VI HM MI BY; HB GS SH GD CN, with the ties of the table.
  const Pairs pairs{{2, 7, 3}, {2, 6, 2}, {2, 8}, {0, 5, 3}, {0, 6, 2}, {1, 6}, {1, 5}, {1, 7}, {1, 8}, {3, 8}, {4, 9}};
  const ObjectiveOptions barber{.objective = Objective::barber,
                                .first_side = {true, true, true, true, true, false, false, false, false, false}};
  CHECK(best_quality(quality_matrix(10, pairs, false, barber)) == Approx(102.0 / 289));
}

TEST_CASE("hand: the part that places play in their communities", "[communities][hand]") {
  const View view(hand(), {});
  const RolesResult roles = community_roles(view.graph(), view.strengths(), view_communities(view, {}, {}).partition);
  const std::map<std::string, double> participation{
      {"BY-BR", 0},       {"BY-MI", 0},       {"BY", 0},          {"CN", 0},           {"CN-GS", 16.0 / 25},
      {"CN-HB", 3.0 / 8}, {"BY-VI", 5.0 / 8}, {"CN-GD", 4.0 / 9}, {"BY-HM", 11.0 / 18}, {"CN-SH", 3.0 / 8}};
  const std::map<std::string, double> within{
      {"BY-BR", 5 / std::sqrt(14)},  {"CN-GS", -4 / std::sqrt(14)}, {"CN-HB", -1 / std::sqrt(14)},
      {"BY-MI", -1 / std::sqrt(2)}, {"BY-VI", -1 / std::sqrt(2)},  {"CN-GD", std::sqrt(2)}};
  REQUIRE(view.vertex_count() == participation.size());
  for (Vertex v = 0; v < view.vertex_count(); ++v) {
    const std::string id = id_of(view, v);
    INFO(id);
    CHECK(*roles.participation[v] == Approx(participation.at(id)).margin(1e-15));
    CHECK(roles.within_z[v].has_value() == within.contains(id));
    if (within.contains(id)) CHECK(*roles.within_z[v] == Approx(within.at(id)));
  }
}

}  // namespace regionet::test::hand_communities_test
