// SPDX-License-Identifier: Apache-2.0
#include "engine/cli/partition_file.hpp"

#include <fmt/format.h>
#include <set>

#include "graphs/io/csv.hpp"
#include "graphs/io/text.hpp"

namespace regionet {

NamedPartition read_partition(const std::string& file) {
  const Text text = Text::load(file);
  Diagnostics faults;
  CsvReader rows(text.view(), file, faults);
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

}  // namespace regionet
