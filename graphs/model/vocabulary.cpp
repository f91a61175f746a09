// SPDX-License-Identifier: Apache-2.0
#include "graphs/model/vocabulary.hpp"

#include <algorithm>
#include <stdexcept>

namespace regionet {
namespace {

constexpr std::array<std::string_view, 15> kinds{"country",    "region",    "municipality", "city",     "district",
                                                 "university", "institute", "company",      "agency",   "hospital",
                                                 "park",       "media",     "chamber",      "ministry", "other"};
constexpr std::array<std::string_view, 2> scopes{"subnational", "national"};
constexpr std::array<std::string_view, 3> certainties{"stated", "inferred", "disputed"};

}  // namespace

template <>
std::span<const std::string_view> names_of<Kind>() {
  return kinds;
}
template <>
std::span<const std::string_view> names_of<Scope>() {
  return scopes;
}
template <>
std::span<const std::string_view> names_of<Certainty>() {
  return certainties;
}

Vocabulary::Id Vocabulary::add(Term term) {
  if (const auto known = find(term.id)) {
    Term& old = terms_[*known];
    if (!term.title.empty()) old.title = std::move(term.title);
    if (!term.definition.empty()) old.definition = std::move(term.definition);
    if (!term.group.empty()) old.group = std::move(term.group);
    return *known;
  }
  if (terms_.size() == 256) throw std::length_error("a list of types or statuses holds at most 256 terms");
  terms_.push_back(std::move(term));
  return static_cast<Id>(terms_.size() - 1);
}

std::optional<Vocabulary::Id> Vocabulary::find(std::string_view id) const {
  for (std::size_t i = 0; i < terms_.size(); ++i) {
    if (terms_[i].id == id) return static_cast<Id>(i);
  }
  return std::nullopt;
}

bool Vocabulary::knows(std::string_view id_or_group) const {
  return !id_or_group.empty() && std::ranges::any_of(terms_, [&](const Term& term) {
    return term.id == id_or_group || term.group == id_or_group;
  });
}

std::vector<std::string_view> Vocabulary::ids() const {
  std::vector<std::string_view> out;
  for (const Term& term : terms_) out.emplace_back(term.id);
  return out;
}

Vocabulary standard_types() {
  return {
      {"twinning", "twinning", "Places that declare a lasting friendship: twin towns, sister provinces.", "friendship"},
      {"cooperation_agreement", "cooperation agreement", "A signed agreement to work together.", ""},
      {"memorandum", "memorandum", "A memorandum of understanding or of cooperation.", ""},
      {"letter_of_intent", "letter of intent", "A written intention, a protocol of intent.", ""},
      {"programme", "programme", "A programme, plan or road map with a term.", ""},
      {"joint_venture", "joint venture", "A company founded or owned together.", "business"},
      {"joint_centre", "joint centre", "A laboratory, centre or institute run together.", "academic"},
      {"investment", "investment", "A named project that one side invests in; a resident of a park.", "business"},
      {"contract", "contract", "A contract of supply, licence or service between named partners.", "business"},
      {"education", "education", "A Confucius institute, study centre or joint course.", "academic"},
      {"representative_office", "representative office", "An office of one actor at the other's place.", "business"},
      {"other", "other", "A tie of another kind, told in its note.", ""},
  };
}

Vocabulary standard_statuses() {
  return {
      {"signed", "signed", "Signed or declared; in force as far as known.", ""},
      {"opened", "opened", "Opened, founded or at work.", ""},
      {"renewed", "renewed", "Signed again after an earlier agreement.", ""},
      {"ended", "ended", "Was in force and no longer is.", ""},
      {"planned", "planned", "Announced, not yet signed.", ""},
      {"negotiated", "negotiated", "Under negotiation.", ""},
  };
}

}  // namespace regionet
