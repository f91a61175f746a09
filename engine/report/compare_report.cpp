// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <algorithm>
#include <map>

#include "engine/report/reports.hpp"
#include "engine/statistics/partition_comparison.hpp"

namespace regionet {
namespace {

/// The places that both partitions hold, and how their communities are called.
struct CommonPlaces {
  std::vector<std::size_t> in_a, in_b;               // rows, in the order of a
  std::vector<std::uint32_t> label_a, label_b;       // of each common place
  std::vector<std::string_view> called_a, called_b;  // by label
};

std::uint32_t label_of(std::string_view called, std::map<std::string_view, std::uint32_t>& known,
                       std::vector<std::string_view>& names) {
  const auto [found, fresh] = known.emplace(called, static_cast<std::uint32_t>(names.size()));
  if (fresh) names.push_back(called);
  return found->second;
}

CommonPlaces common_places(const NamedPartition& a, const NamedPartition& b) {
  std::map<std::string_view, std::size_t> row_in_b;
  for (std::size_t i = 0; i < b.ids.size(); ++i) row_in_b.emplace(b.ids[i], i);
  std::map<std::string_view, std::uint32_t> known_a, known_b;
  CommonPlaces out;
  for (std::size_t i = 0; i < a.ids.size(); ++i) {
    const auto found = row_in_b.find(a.ids[i]);
    if (found == row_in_b.end()) continue;
    out.in_a.push_back(i);
    out.in_b.push_back(found->second);
    out.label_a.push_back(label_of(a.communities[i], known_a, out.called_a));
    out.label_b.push_back(label_of(b.communities[found->second], known_b, out.called_b));
  }
  return out;
}

Table figures_table(const NamedPartition& a, const NamedPartition& b, const CommonPlaces& common, Language language) {
  Table table{.columns = columns_of(language, {"figure", "value", "definition"})};
  const std::size_t n = common.in_a.size();
  const auto add = [&](const char* name, Cell value, const char* definition) {
    table.rows.push_back({name, std::move(value), definition});
  };
  add("common", n, "places in both; only they are compared");
  add("only_a", a.ids.size() - n, "places in the first alone");
  add("only_b", b.ids.size() - n, "places in the second alone");
  add("communities_a", common.called_a.size(), "communities of the first that have common places");
  add("communities_b", common.called_b.size(), "communities of the second that have common places");
  const char* const nothing = "undefined: no place is in both";
  std::optional<PartitionComparison> found;
  if (n > 0) found = compare_partitions(common.label_a, common.label_b);
  const auto value = [&](double PartitionComparison::*figure) {
    return Cell(found ? std::optional((*found).*figure) : std::nullopt, nothing);
  };
  add("nmi", value(&PartitionComparison::nmi), "normalised mutual information: 1 equal, 0 independent");
  add("ami", value(&PartitionComparison::ami), "the same, 0 for what chance would give");
  add("ari", value(&PartitionComparison::ari), "adjusted Rand index: pairs together, 0 for what chance would give");
  add("vi", value(&PartitionComparison::vi), "variation of information in nats: 0 equal");
  return table;
}

/// The places that are not in the community of the second that most of their community went to.
Table moved_table(const NamedPartition& a, const CommonPlaces& common, Language language) {
  Table table{.title = word(language, "moved"),
              .columns = columns_of(language, {"id", "name", "community_a", "community_b"})};
  const std::vector<std::uint32_t> matched = match_labels(common.label_a, common.label_b);
  for (std::size_t i = 0; i < matched.size(); ++i) {
    if (matched[i] == common.label_a[i]) continue;
    table.rows.push_back({a.ids[common.in_a[i]], a.names[common.in_a[i]], common.called_a[common.label_a[i]],
                          common.called_b[common.label_b[i]]});
  }
  return table;
}

}  // namespace

Report compare_report(const NamedPartition& a, const NamedPartition& b, Language language) {
  const CommonPlaces common = common_places(a, b);
  Report out{.tables = {figures_table(a, b, common, language)}, .is_object = true};
  out.beside.push_back({"moved", moved_table(a, common, language)});
  out.lines.push_back(fmt::format("a: {} · b: {} · moved: not where most of its community went", a.label, b.label));
  return out;
}

}  // namespace regionet
