// SPDX-License-Identifier: Apache-2.0
// Why these communities: their agreements, the types that stand out, the ties that hold them together, the roles of
// places.
#include <fmt/format.h>
#include <algorithm>

#include "engine/community/roles.hpp"
#include "engine/report/date_span.hpp"
#include "engine/report/reports.hpp"
#include "engine/report/tie_details.hpp"
#include "engine/statistics/hypergeometric.hpp"

namespace regionet {
namespace {

constexpr double false_discoveries = 0.05;
constexpr std::size_t strongest_shown = 3;

/// The agreements of one community.
struct CommunityAgreements {
  std::vector<std::uint32_t> inside, outside;  // by type
  std::uint32_t inside_total = 0, outside_total = 0;
  DateSpan dates;  // of those inside
};

class CommunityExplainer {
 public:
  CommunityExplainer(const View& view, const Partition& partition, Language language)
      : view_(view), network_(view.network()), partition_(partition), language_(language) {
    const std::size_t types = network_.types().size();
    of_type_.assign(types, 0);
    of_community_.assign(partition.size.size(), {.inside = std::vector<std::uint32_t>(types, 0),
                                                 .outside = std::vector<std::uint32_t>(types, 0)});
    count_agreements();
  }

  std::vector<SideTable> tables() {
    std::vector<SideTable> out;
    out.push_back({"explanation", communities_table()});
    out.push_back({"types", types_table()});
    out.push_back({"roles", roles_table()});
    return out;
  }

 private:
  void count_agreements() {
    std::vector<std::pair<Vertex, Vertex>> pairs;
    std::vector<std::uint32_t> touched;
    for (AgreementId id = 0; id < network_.agreement_count(); ++id) {
      view_.pairs(id, pairs);
      if (pairs.empty()) continue;
      touched.clear();
      for (const auto& [u, v] : pairs) {
        touched.push_back(partition_.community[u]);
        touched.push_back(partition_.community[v]);
      }
      std::ranges::sort(touched);
      touched.erase(std::ranges::unique(touched).begin(), touched.end());
      ++all_;
      ++of_type_[network_.type(id)];
      for (const std::uint32_t c : touched) count(of_community_[c], id, touched.size() == 1);
    }
  }

  void count(CommunityAgreements& at, AgreementId id, bool inside) {
    ++(inside ? at.inside : at.outside)[network_.type(id)];
    ++(inside ? at.inside_total : at.outside_total);
    if (inside) at.dates.include(network_, id);
  }

  [[nodiscard]] Table communities_table() const {
    Table table{
        .title = word(language_, "explanation"),
        .columns = columns_of(language_, {"community", "places", "inside", "outside", "first", "last", "strongest"})};
    const std::vector<std::string> strongest = strongest_ties();
    for (std::size_t c = 0; c < of_community_.size(); ++c) {
      const CommunityAgreements& at = of_community_[c];
      table.rows.push_back({c + 1, partition_.size[c], at.inside_total, at.outside_total,
                            date_cell(at.dates.first, language_), date_cell(at.dates.last, language_), strongest[c]});
    }
    return table;
  }

  /// `Minsk – Shanghai (3); Brest – Hubei (2)`: the ties within each community with the largest strength.
  [[nodiscard]] std::vector<std::string> strongest_ties() const {
    std::vector<Tie> ties = ties_of(view_);
    std::erase_if(ties, [&](const Tie& tie) {
      return tie.a == tie.b || partition_.community[tie.a] != partition_.community[tie.b];
    });
    std::ranges::stable_sort(ties, std::greater<>(), [&](const Tie& tie) { return view_.strengths()[tie.arc]; });
    std::vector<std::string> out(partition_.size.size());
    std::vector<std::size_t> shown(out.size(), 0);
    for (const Tie& tie : ties) {
      const std::uint32_t c = partition_.community[tie.a];
      if (shown[c]++ >= strongest_shown) continue;
      out[c] += fmt::format("{}{} – {} ({})", out[c].empty() ? "" : "; ", name(tie.a), name(tie.b),
                            number_text(view_.strengths()[tie.arc]));
    }
    return out;
  }

  [[nodiscard]] std::string_view name(Vertex v) const { return name_of(network_, view_.actor(v), language_); }

  /// Types within communities. p is the chance of so many or more of a type if the agreements within the community had
  /// been drawn from all of the view; q the false-discovery rate over all rows.
  [[nodiscard]] Table types_table() const {
    Table table{.title = word(language_, "types"),
                .columns = columns_of(language_,
                                      {"community", "type", "inside", "outside", "of_type", "p", "q", "stands_out"})};
    std::vector<double> p_values;
    for (std::size_t c = 0; c < of_community_.size(); ++c) {
      const CommunityAgreements& at = of_community_[c];
      for (std::size_t t = 0; t < of_type_.size(); ++t) {
        if (at.inside[t] == 0 && at.outside[t] == 0) continue;
        p_values.push_back(hypergeometric_tail(all_, of_type_[t], at.inside_total, at.inside[t]));
        table.rows.push_back({c + 1, type_cell(network_, static_cast<Vocabulary::Id>(t), language_), at.inside[t],
                              at.outside[t], of_type_[t], p_values.back()});
      }
    }
    const std::vector<double> rates = false_discovery_rates(p_values);
    for (std::size_t i = 0; i < rates.size(); ++i) {
      table.rows[i].emplace_back(rates[i]);
      table.rows[i].emplace_back(rates[i] <= false_discoveries ? "yes" : "no");
    }
    return table;
  }

  [[nodiscard]] Table roles_table() const {
    Table table{.title = word(language_, "roles"),
                .columns = columns_of(language_, {"id", "name", "community", "within_z", "participation"})};
    const RolesResult roles = community_roles(view_.graph(), view_.strengths(), partition_);
    for (const auto& members : members_of(partition_)) {
      for (const Vertex v : members) {
        table.rows.push_back({network_.id(view_.actor(v)), name(v), std::size_t{partition_.community[v]} + 1,
                              Cell(roles.within_z[v], "all members are tied as strongly within the community"),
                              Cell(roles.participation[v], "no tie to another place")});
      }
    }
    return table;
  }

  const View& view_;
  const Network& network_;
  const Partition& partition_;
  Language language_;
  std::uint64_t all_ = 0;
  std::vector<std::uint32_t> of_type_;
  std::vector<CommunityAgreements> of_community_;
};

}  // namespace

std::vector<SideTable> explain_communities(const View& view, const Partition& partition, Language language) {
  return CommunityExplainer(view, partition, language).tables();
}

}  // namespace regionet
