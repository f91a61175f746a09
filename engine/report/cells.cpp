// SPDX-License-Identifier: Apache-2.0
// Cells and texts that several reports share.
#include <fmt/format.h>
#include <algorithm>

#include "engine/report/reports.hpp"

namespace regionet {

Cell type_cell(const Network& network, Vocabulary::Id type, Language language) {
  Cell cell{network.types()[type].id};
  cell.shown = titles_of(network, network.types()[type].id, language);
  return cell;
}

Cell status_cell(const Network& network, Vocabulary::Id status, Language language) {
  Cell cell{network.statuses()[status].id};
  cell.shown = word(language, network.statuses()[status].id);
  return cell;
}

std::string actor_ids(const Network& network, AgreementId id) {
  const auto actors = network.participants(id);
  std::string out;
  for (std::size_t i = 0; i < actors.size(); ++i) out += fmt::format("{}{}", i == 0 ? "" : ";", network.id(actors[i]));
  return out;
}

std::string actor_names(const Network& network, AgreementId id, Language language) {
  std::string out;
  const auto actors = network.participants(id);
  for (std::size_t i = 0; i < actors.size(); ++i) {
    out += fmt::format("{}{}", i == 0 ? "" : "; ", name_of(network, actors[i], language));
  }
  return out;
}

std::string evidence_text(const Network& network, AgreementId id) {
  std::string out;
  for (const Evidence& evidence : network.evidence(id)) {
    if (!out.empty()) out += "; ";
    out += network.sources()[evidence.source].id;
    const std::string_view locator = network.text(evidence.locator);
    if (!locator.empty()) out += fmt::format(" {}", locator);
    out += fmt::format(" ({})", to_string(evidence.certainty));
  }
  return out;
}

std::string titles_of(const Network& network, std::string_view type_ids, Language language) {
  std::string out;
  while (!type_ids.empty()) {
    const std::size_t end = std::min(type_ids.find(';'), type_ids.size());
    const std::string_view id = type_ids.substr(0, end);
    const auto type = network.types().find(id);
    const bool standard = word(Language::zh, id) != id;
    if (!out.empty()) out += ", ";
    out +=
        standard || !type || network.types()[*type].title.empty() ? word(language, id) : network.types()[*type].title;
    type_ids.remove_prefix(std::min(end + 1, type_ids.size()));
  }
  return out;
}

Cell date_cell(std::string_view edtf, Language language) {
  Cell cell{edtf};
  cell.shown = date_text(edtf, language);
  return cell;
}

std::string_view code_of(const Network& network, ActorId actor) {
  return network.plain() ? std::string_view{} : network.actor(actor).iso;
}

std::vector<Column> columns_of(Language language, std::initializer_list<std::string_view> keys) {
  std::vector<Column> columns;
  for (const std::string_view key : keys) columns.push_back({std::string(key), word(language, key)});
  return columns;
}

}  // namespace regionet
