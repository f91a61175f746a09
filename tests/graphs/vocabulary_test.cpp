// SPDX-License-Identifier: Apache-2.0
#include "graphs/model/vocabulary.hpp"

#include <stdexcept>

#include "tests/support/catch.hpp"

namespace regionet::test::vocabulary_test {
namespace {

using Names = std::vector<std::string_view>;

template <typename Enum>
void check_names(const Names& wanted) {
  const auto names = names_of<Enum>();
  CHECK(Names(names.begin(), names.end()) == wanted);
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    CHECK(to_string(static_cast<Enum>(i)) == wanted[i]);
    CHECK(from_name<Enum>(wanted[i]) == static_cast<Enum>(i));
  }
  for (const std::string_view unknown : {"", "City", "citty", "city ", "STATED", "local"}) {
    CHECK_FALSE(from_name<Enum>(unknown));
  }
}

}  // namespace

TEST_CASE("kinds, scopes and certainties have the names of the design, in its order", "[vocabulary]") {
  check_names<Kind>({"country", "region", "municipality", "city", "district", "university", "institute", "company",
                     "agency", "hospital", "park", "media", "chamber", "ministry", "other"});
  check_names<Scope>({"subnational", "national"});
  check_names<Certainty>({"stated", "inferred", "disputed"});
  CHECK(to_string(Kind::municipality) == "municipality");
  CHECK(to_string(Kind::other) == "other");
  CHECK(to_string(Scope::national) == "national");
  CHECK(to_string(Certainty::disputed) == "disputed");
}

TEST_CASE("every network has the types and statuses of the design", "[vocabulary]") {
  CHECK(standard_types().ids() == Names{"twinning", "cooperation_agreement", "memorandum", "letter_of_intent",
                                        "programme", "joint_venture", "joint_centre", "investment", "contract",
                                        "education", "representative_office", "other"});
  CHECK(standard_statuses().ids() == Names{"signed", "opened", "renewed", "ended", "planned", "negotiated"});
}

TEST_CASE("planned and negotiated agreements are not counted unless asked for", "[vocabulary]") {
  CHECK(Names(default_statuses.begin(), default_statuses.end()) == Names{"signed", "opened", "renewed", "ended"});
}

TEST_CASE("a new term is added at the end and found", "[vocabulary]") {
  Vocabulary list{{"a", "A", "", ""}, {"b", "B", "", ""}};
  CHECK_FALSE(list.find("c"));
  CHECK(list.add({"c", "C", "third", "group"}) == 2);
  CHECK(list.find("c") == Vocabulary::Id{2});
  CHECK(list.size() == 3);
  CHECK(list[2].definition == "third");
  CHECK(list.ids() == Names{"a", "b", "c"});
}

TEST_CASE("a known term is completed and keeps what the new one leaves empty", "[vocabulary]") {
  Vocabulary list{{"a", "title", "definition", "group"}};
  CHECK(list.add({"a", "", "better", ""}) == 0);
  CHECK(list.size() == 1);
  CHECK(list[0].title == "title");
  CHECK(list[0].definition == "better");
  CHECK(list[0].group == "group");
}

TEST_CASE("a list holds 256 terms and refuses the next", "[vocabulary]") {
  Vocabulary list;
  for (int i = 0; i < 256; ++i) CHECK(list.add({"t" + std::to_string(i), "", "", ""}) == i);
  CHECK_THROWS_AS(list.add({"one more", "", "", ""}), std::length_error);
  CHECK(list.size() == 256);
  CHECK(list.add({"t255", "known", "", ""}) == 255);
  CHECK(list.find("t255") == Vocabulary::Id{255});
}

}  // namespace regionet::test::vocabulary_test
