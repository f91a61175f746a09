// SPDX-License-Identifier: Apache-2.0
// A tool of the build: turns the JSON files of iso-codes into the sorted table that iso3166.cpp includes.
// Usage: iso3166_entries iso_3166-1.json iso_3166-2.json OUT
#include <fmt/format.h>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <string>

namespace {

using Names = std::map<std::string, std::string>;

void collect(const char* file, const char* list, const char* code, Names& names) {
  std::ifstream in(file);
  const auto json = nlohmann::json::parse(in);
  for (const auto& entry : json.at(list)) {
    names.emplace(entry.at(code).get<std::string>(), entry.at("name").get<std::string>());
  }
}

std::string quoted(const std::string& text) { return nlohmann::json(text).dump(); }

}  // namespace

int main(int argc, char** argv) try {
  if (argc != 4) return 2;
  Names names;
  collect(argv[1], "3166-1", "alpha_2", names);
  collect(argv[2], "3166-2", "code", names);

  std::ofstream out(argv[3]);
  for (const auto& [code, name] : names) out << "{" << quoted(code) << ", " << quoted(name) << "},\n";
  return out.flush() ? 0 : 4;
} catch (const std::exception& fault) {
  fmt::print(stderr, "iso3166_entries: {}\n", fault.what());
  return 3;
}
