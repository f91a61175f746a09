// SPDX-License-Identifier: Apache-2.0
// What stands in a dataset, by its ids and as text.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "graphs/io/open.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/data.hpp"

namespace regionet::test {

using Texts = std::vector<std::string>;

/// small-dataset with small-overlay over it.
inline Network overlaid() {
  return open_network(std::array{data("small-dataset"), data("small-overlay")}, {}, {}, false).network;
}

inline AgreementId agreement(const Network& network, std::string_view id) {
  const auto found = network.find_agreement(id);
  REQUIRE(found);
  return *found;
}

inline ActorId actor(const Network& network, std::string_view id) {
  const auto found = network.find_actor(id);
  REQUIRE(found);
  return *found;
}

inline Texts members(const Network& network, std::string_view id) {
  Texts out;
  for (const ActorId member : network.participants(agreement(network, id))) out.emplace_back(network.id(member));
  return out;
}

inline Texts agreements_of(const Network& network, std::string_view id) {
  Texts out;
  for (const AgreementId at : network.agreements_of(actor(network, id))) out.push_back(network.agreement_id(at));
  return out;
}

/// `source/locator/certainty` of each piece of evidence.
inline Texts evidence(const Network& network, std::string_view id) {
  Texts out;
  for (const Evidence& row : network.evidence(agreement(network, id))) {
    out.push_back(network.sources()[row.source].id + "/" + std::string(network.text(row.locator)) + "/" +
                  std::string(to_string(row.certainty)));
  }
  return out;
}

inline Texts cells(const Source& s) { return {s.id, s.title, s.author, s.year, s.publisher, s.isbn, s.url, s.licence}; }
inline Texts cells(const Claim& c) {
  return {c.id, c.subject, c.measure, c.value, c.unit, c.date, c.source, c.locator};
}
inline Texts cells(const Coverage& c) { return {c.source, c.locator, c.agreements, c.reason}; }

inline std::string type(const Network& network, std::string_view id) {
  return network.types()[network.type(agreement(network, id))].id;
}
inline std::string status(const Network& network, std::string_view id) {
  return network.statuses()[network.status(agreement(network, id))].id;
}

}  // namespace regionet::test
