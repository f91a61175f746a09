// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <memory>

#include "engine/cli/commands.hpp"
#include "engine/cli/measure_list.hpp"
#include "engine/cli/session.hpp"
#include "engine/report/reports.hpp"

namespace regionet {
namespace {

constexpr std::array<std::string_view, 4> split_words{"type", "status", "signer", "kind"};

struct RankArguments {
  std::vector<std::string> by{"strength", "degree"};
  std::string split;
  std::size_t top = 0;
};

/// Fills in what `--by` asks for; `all` alone stands for the everyday measures together.
void read_measures(RankOptions& ranking, const std::vector<std::string>& by) {
  const bool all = std::ranges::find(by, "all") != by.end();
  if (all && by.size() > 1) throw UsageError("--by all names the everyday measures already; leave the others out");
  const auto names = everyday_measures();
  ranking.combined = all;
  ranking.by = measures_of(all ? std::vector<std::string>(names.begin(), names.end()) : by, vertex_measures());
}

int run_rank(Session& session, const RankArguments& options) {
  RankOptions ranking{.top = options.top, .language = session.language()};
  read_measures(ranking, options.by);
  if (!options.split.empty())
    ranking.split = static_cast<Split>(std::ranges::find(split_words, options.split) - split_words.begin());

  const OpenedNetwork opened = session.open();
  if (session.dry_run(opened)) return exit_good;
  ranking.country = session.country(opened.network);
  const View view = session.view(opened);
  const RankReport ranked = rank_report(view, ranking, session.run());
  session.write(ranked.report, opened, &view);
  return ranked.outcome == Outcome::not_converged && session.strict() ? exit_not_converged : exit_good;
}

}  // namespace

Command rank_command() {
  return {"rank", "the most connected places, by one or more measures", true,
          [](Arguments& arguments, Session& session) {
            auto options = std::make_shared<RankArguments>();
            session.declare_input(arguments, true);
            session.declare_view(arguments);
            arguments.group("Ranking");
            arguments.list(
                "--by", options->by,
                "measures, the first one ranks (default strength,degree; see 'list measures'); all: six together",
                "MEASURE");
            arguments.number("--top", options->top, "ranks up to N of each country");
            arguments.choice("--split", options->split, split_words, "break the agreements down into columns");
            session.declare_output(arguments);
            return [options](Session& live) { return run_rank(live, *options); };
          }};
}

}  // namespace regionet
