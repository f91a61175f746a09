// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "engine/report/reports.hpp"
#include "engine/version.hpp"

namespace regionet {

Report cite_report(const Network& network) {
  Table table{.columns = {{"what", ""}, {"citation", ""}}};
  table.rows.push_back(
      {"tool", fmt::format("regionet: graph analytics for networks of agreements between regions, version {}. "
                           "Apache-2.0.",
                           version)});
  const NetworkInfo& info = network.info();
  if (!network.plain()) {
    const std::string who = info.contributors.empty() ? "" : fmt::format("{}: ", fmt::join(info.contributors, ", "));
    table.rows.push_back(
        {"data", info.citation.empty()
                     ? fmt::format("{}{}, version {}.{}", who, info.title.empty() ? info.name : info.title,
                                   info.version, info.licence.empty() ? "" : fmt::format(" {}.", info.licence))
                     : info.citation});
  }
  for (const Source& source : network.sources()) {
    std::string text = source.author.empty() ? "" : source.author + ": ";
    text += source.title;
    for (const std::string& part : {source.publisher, source.year}) {
      if (!part.empty()) text += ", " + part;
    }
    if (!source.isbn.empty()) text += ", ISBN " + source.isbn;
    if (!source.url.empty()) text += ", " + source.url;
    table.rows.push_back({"source", text + "."});
  }
  return {.tables = {std::move(table)}};
}

}  // namespace regionet
