// SPDX-License-Identifier: Apache-2.0
#include "engine/cli/partition_file.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "graphs/io/csv.hpp"
#include "graphs/io/text.hpp"

namespace regionet {
namespace {

using Json = nlohmann::json;

NamedPartition from_csv(std::string_view text, const std::string& file) {
  Diagnostics faults;
  CsvReader rows(text, file, faults);
  const std::size_t id = rows.column("id");
  const std::size_t community = rows.column("community");
  const std::size_t name = rows.column("name");
  if (id == CsvReader::npos || community == CsvReader::npos) {
    throw InputError(Diagnostic{.file = file,
                                .line = 1,
                                .what = "the header has no columns 'id' and 'community'",
                                .expected = "a csv file of the command communities",
                                .mend = "write one with: regionet communities NETWORK -o FILE.csv"});
  }
  NamedPartition out{.label = file};
  std::set<std::string> seen;
  while (rows.next()) {
    if (!seen.emplace(rows[id]).second) {
      rows.fault(id, fmt::format("'{}' has a community already", printable(rows[id])), "each id once",
                 "leave one row out");
      continue;
    }
    out.ids.emplace_back(rows[id]);
    out.names.emplace_back(name == CsvReader::npos ? rows[id] : rows[name]);
    out.communities.emplace_back(rows[community]);
  }
  if (faults.errors() > 0) throw InputError(std::move(faults));
  return out;
}

InputError not_communities(const std::string& file, std::uint64_t line, std::string what) {
  return InputError(Diagnostic{.file = file,
                               .line = line,
                               .what = std::move(what),
                               .expected = "result.communities, each with 'community' and 'members', a list of ids",
                               .mend = "write one with: regionet communities NETWORK -o FILE.json"});
}

Json json_of(std::string_view text, const std::string& file) {
  try {
    return Json::parse(text);
  } catch (const Json::parse_error& fault) {
    const auto line_ends = std::ranges::count(text.substr(0, fault.byte), '\n');
    throw not_communities(file, static_cast<std::uint64_t>(line_ends) + 1, "this is not JSON");
  } catch (const Json::exception&) {
    throw not_communities(file, 0, "a number is too large");
  }
}

/// A list of texts of a community, empty where it is none.
std::vector<std::string> texts_of(const Json& community, const char* key) {
  std::vector<std::string> out;
  const auto found = community.find(key);
  if (found == community.end() || !found->is_array()) return out;
  for (const Json& text : *found) {
    if (!text.is_string()) return {};
    out.push_back(text.get<std::string>());
  }
  return out;
}

NamedPartition from_json(std::string_view text, const std::string& file) {
  const Json whole = json_of(text, file);
  const Json::json_pointer place("/result/communities");
  if (!whole.contains(place) || !whole[place].is_array()) {
    throw not_communities(file, 0, "there is no list result.communities");
  }
  NamedPartition out{.label = file};
  std::set<std::string> seen;
  for (const Json& community : whole[place]) {
    const std::vector<std::string> ids = texts_of(community, "members");
    const std::vector<std::string> names = texts_of(community, "member_names");
    if (ids.empty() || !community.contains("community")) {
      throw not_communities(file, 0, "a community has no number or no members");
    }
    for (std::size_t i = 0; i < ids.size(); ++i) {
      if (!seen.insert(ids[i]).second) {
        throw not_communities(file, 0, fmt::format("'{}' has a community already", printable(ids[i])));
      }
      out.ids.push_back(ids[i]);
      out.names.push_back(names.size() == ids.size() ? names[i] : ids[i]);
      out.communities.push_back(community["community"].dump());
    }
  }
  return out;
}

}  // namespace

NamedPartition read_partition(const std::string& file) {
  const Text text = Text::load(file);
  const std::size_t first = text.view().find_first_not_of(" \t\r\n");
  const bool json = first != std::string_view::npos && text.view()[first] == '{';
  return json ? from_json(text.view(), file) : from_csv(text.view(), file);
}

}  // namespace regionet
