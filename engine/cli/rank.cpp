// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <memory>

#include "engine/cli/commands.hpp"
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

int run_rank(Session& session, const RankArguments& options) {
  RankOptions ranking{.top = options.top, .language = session.language()};
  try {
    for (const std::string& typed : options.by) {
      const bool again = std::ranges::find(ranking.by, typed, &MeasureRequest::typed) != ranking.by.end();
      if (again) throw UsageError("--by names '" + typed + "' twice; name it once");
      ranking.by.push_back(parse_measure(typed));
    }
  } catch (const std::invalid_argument& fault) {
    throw UsageError(fault.what());
  }
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
            arguments.list("--by", options->by,
                           "measures, the first one ranks (default strength,degree; see 'list measures')", "MEASURE");
            arguments.number("--top", options->top, "ranks up to N of each country");
            arguments.choice("--split", options->split, split_words, "break the agreements down into columns");
            session.declare_output(arguments);
            return [options](Session& live) { return run_rank(live, *options); };
          }};
}

}  // namespace regionet
