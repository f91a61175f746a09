// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <algorithm>

#include "engine/report/reports.hpp"
#include "engine/report/write.hpp"

namespace regionet {
namespace {

constexpr const char* tieless = "undefined: there are no ties";

class CommunitiesBuilder {
 public:
  CommunitiesBuilder(const View& view, const CommunityRequest& request, const ViewCommunities& found,
                     const CommunitiesOptions& options)
      : view_(view), network_(view.network()), request_(request), found_(found), options_(options) {}

  Report build() {
    members_ = members_of(found_.partition);
    for (auto& members : members_) {
      std::erase_if(members,
                    [&](Vertex v) { return options_.country != no_actor && view_.country(v) != options_.country; });
    }
    Report out{.lines = reader_lines(view_)};
    for (std::size_t c = 0; c < members_.size(); ++c) {
      if (!members_[c].empty()) out.tables.push_back(block(c));
    }
    if (out.tables.empty()) out.tables.push_back({.columns = columns()});
    out.lines.push_back(result_line());
    if (found_.objective == Objective::barber && !by_code() && !request_.objective) {
      out.lines.emplace_back("two sides: quality is Barber's two-mode modularity; --objective modularity for one mode");
    }
    if (found_.stability) {
      out.lines.push_back(fmt::format(
          "certainty: how often a place is with the others of its community, over {} runs; consensus: {} communities "
          "of "
          "ties together in more than half of them; mean distance of a run from the best {:.4f} (0 none, 1 most)",
          found_.run_quality.size(), found_.stability->consensus.size.size(), found_.stability->mean_vi));
    }
    if (found_.significance) out.lines.push_back(significance_line(*found_.significance));
    if (found_.isolates > 0) {
      out.lines.push_back(fmt::format("{} without a tie, each a community of its own", found_.isolates));
    }
    if (options_.explain) {
      out.beside = explain_communities(view_, found_.partition, options_.language);
      out.lines.emplace_back(
          "inside: agreements with all places in the community; p: chance of as many of the type, were they drawn from "
          "all "
          "agreements; stands out: q, the false-discovery rate, is at most 0.05");
    }
    out.json = json();
    return out;
  }

 private:
  [[nodiscard]] std::vector<Column> columns() const {
    std::vector<Column> out = columns_of(options_.language, {"id", "name", "code", "community"});
    if (!found_.stability) return out;
    for (Column& column : columns_of(options_.language, {"certainty", "consensus"})) out.push_back(std::move(column));
    return out;
  }

  [[nodiscard]] Table block(std::size_t community) const {
    Table table{.title = fmt::format("{} {} ({})", word(options_.language, "community"), community + 1,
                                     found_.partition.size[community]),
                .columns = columns()};
    for (const Vertex v : members_[community]) {
      const ActorId actor = view_.actor(v);
      table.rows.push_back(
          {network_.id(actor), name_of(network_, actor, options_.language), code_of(network_, actor), community + 1});
      if (!found_.stability) continue;
      table.rows.back().emplace_back(found_.stability->certainty[v]);
      table.rows.back().emplace_back(std::size_t{found_.stability->consensus.community[v]} + 1);
    }
    return table;
  }

  [[nodiscard]] std::string_view method() const { return community_methods[static_cast<std::size_t>(request_.method)]; }
  [[nodiscard]] bool by_code() const { return request_.method == CommunityMethod::infomap; }
  [[nodiscard]] std::string_view objective() const {
    if (by_code()) return "codelength";
    return objective_names[static_cast<std::size_t>(found_.objective)];
  }

  /// How many runs are as good as the best one; a short code is a good one.
  [[nodiscard]] std::ptrdiff_t runs_as_good() const {
    const double best = found_.quality.value_or(0);
    return std::ranges::count_if(found_.run_quality, [&](double quality) {
      return by_code() ? !better_quality(quality, best) : !better_quality(best, quality);
    });
  }

  /// `leiden · barber 0.345537 at resolution 1 · 4 communities · best of 200 runs: run 3, 40 of them as good`
  [[nodiscard]] std::string result_line() const {
    std::string line = fmt::format("{} · {} {}", method(), objective(),
                                   found_.quality ? fmt::format("{:.6f}", *found_.quality) : tieless);
    line += by_code() ? " bits" : fmt::format(" at resolution {}", number_text(request_.resolution));
    const std::size_t count = found_.partition.size.size();
    line += fmt::format(" · {} communit{}", count, count == 1 ? "y" : "ies");
    if (found_.run_quality.size() > 1 && found_.best_run > 0) {
      line += fmt::format(" · best of {} runs: run {}, {} of them as good", found_.run_quality.size(), found_.best_run,
                          runs_as_good());
    }
    return line;
  }

  /// `significance: barber 0.345537 against 0.2812 ± 0.0104 ... z = 6.2, p = 0.0099`
  [[nodiscard]] std::string significance_line(const NullComparison& found) const {
    const double sign = by_code() ? -1 : 1;
    std::string line = fmt::format(
        "significance: {} {:.6f} against {:.6f} ± {:.6f} in {} networks whose places have as many partners, ties "
        "moved whole: z = {}, p = {:.4g}; {} tries a tie, {:.0f} % of the ties where they were",
        objective(), sign * found.observed, sign * found.mean, found.deviation, found.networks,
        found.z ? fmt::format("{:.2f}", *found.z) : "- (all have the same)", found.p, found.sweeps, 100 * found.kept);
    if (found.outcome == Outcome::not_converged) line += "; not mixed: z and p are not to be relied on";
    return line;
  }

  [[nodiscard]] std::string significance_json(const NullComparison& found) const {
    const double sign = by_code() ? -1 : 1;
    std::string out = fmt::format(R"("significance": {{"networks": {}, "quality": {}, "mean": {}, "deviation": {}, )",
                                  found.networks, number_text(sign * found.observed), number_text(sign * found.mean),
                                  number_text(found.deviation));
    append_number(out, "z", found.z, "all switched networks have the same quality");
    return out + fmt::format(R"("p": {}, "sweeps": {}, "ties_kept": {}, "mixed": {}}}, )", number_text(found.p),
                             found.sweeps, number_text(found.kept), found.outcome != Outcome::not_converged);
  }

  static void append_number(std::string& out, std::string_view key, std::optional<double> value,
                            std::string_view reason = tieless) {
    out += value ? fmt::format("\"{}\": {}, ", key, number_text(*value))
                 : fmt::format("\"{}\": null, \"{}_reason\": {}, ", key, key, json_text(reason));
  }

  [[nodiscard]] std::string json() const {
    std::string out =
        fmt::format("{{\"method\": {}, \"objective\": {}, \"resolution\": {}, \"runs\": {}, \"best_run\": {}, ",
                    json_text(method()), json_text(objective()), number_text(request_.resolution),
                    found_.run_quality.size(), found_.best_run);
    append_number(out, "quality", found_.quality);
    append_number(out, "modularity", found_.modularity);
    if (found_.significance) out += significance_json(*found_.significance);
    out += fmt::format("\"isolates\": {}, \"communities\": [", found_.isolates);
    bool first = true;
    for (std::size_t c = 0; c < members_.size(); ++c) {
      if (members_[c].empty()) continue;
      out += first ? "\n" : ",\n";
      first = false;
      out += json_community(c);
    }
    return out + (first ? "]}" : "\n]}");
  }

  [[nodiscard]] std::string json_community(std::size_t community) const {
    std::string ids;
    std::string names;
    for (const Vertex v : members_[community]) {
      const ActorId actor = view_.actor(v);
      ids += (ids.empty() ? "" : ", ") + json_text(network_.id(actor));
      names += (names.empty() ? "" : ", ") + json_text(name_of(network_, actor, options_.language));
    }
    std::string out = fmt::format(R"({{"community": {}, "size": {}, "members": [{}], "member_names": [{}])",
                                  community + 1, found_.partition.size[community], ids, names);
    if (found_.stability) out += fmt::format(R"(, "certainty": [{}])", certainties(community));
    return out + "}";
  }

  [[nodiscard]] std::string certainties(std::size_t community) const {
    std::string out;
    for (const Vertex v : members_[community]) {
      out += (out.empty() ? "" : ", ") + number_text(found_.stability->certainty[v]);
    }
    return out;
  }

  const View& view_;
  const Network& network_;
  const CommunityRequest& request_;
  const ViewCommunities& found_;
  const CommunitiesOptions& options_;
  std::vector<std::vector<Vertex>> members_;
};

}  // namespace

Report communities_report(const View& view, const CommunityRequest& request, const ViewCommunities& found,
                          const CommunitiesOptions& options) {
  return CommunitiesBuilder(view, request, found, options).build();
}

Report scan_report(const View& view, const CommunityRequest& request, std::span<const ScanPoint> points,
                   Language language) {
  Table table{.columns =
                  columns_of(language, {"resolution", "communities", "largest", "quality", "change", "plateau"})};
  for (const ScanPoint& point : points) {
    const std::size_t largest = point.partition.size.empty() ? 0 : point.partition.size.front();
    table.rows.push_back({point.resolution, point.partition.size.size(), largest, Cell(point.quality, tieless),
                          Cell(point.change, "the first resolution"),
                          point.plateau == 0 ? Cell::undefined("no three points alike") : Cell(point.plateau)});
  }
  Report out{.tables = {std::move(table)}, .lines = reader_lines(view)};
  const Objective by_default = view.two_mode() ? Objective::barber : Objective::modularity;
  out.lines.push_back(fmt::format(
      "leiden by {} at each resolution; change: distance from the partition before (0 none, 1 most); plateau: three "
      "and "
      "more resolutions whose partitions change by at most {}",
      objective_names[static_cast<std::size_t>(request.objective.value_or(by_default))], number_text(plateau_change)));
  return out;
}

}  // namespace regionet
