// SPDX-License-Identifier: Apache-2.0
#include <memory>

#include "engine/cli/commands.hpp"
#include "engine/cli/measure_list.hpp"
#include "engine/cli/session.hpp"
#include "engine/report/reports.hpp"

namespace regionet {
namespace {

struct TiesArguments {
  bool matrix = false;
  std::vector<std::string> by{"strength"};
  std::size_t top = 0;
};

int run_ties(Session& session, const TiesArguments& options) {
  if (options.matrix && options.top != 0) throw UsageError("--top does not go with --matrix, which shows every pair");
  if (options.matrix && options.by != TiesArguments{}.by)
    throw UsageError("--by does not go with --matrix, which shows strength");
  TiesOptions ties{.by = measures_of(options.by, tie_measures()), .top = options.top, .language = session.language()};
  const OpenedNetwork opened = session.open();
  if (session.dry_run(opened, ties.by)) return exit_good;
  ties.country = session.country(opened.network);
  const View view = session.view(opened);
  const RankReport report =
      options.matrix ? RankReport{.report = matrix_report(view, ties)} : ties_report(view, ties, session.run());
  session.write(report.report, opened, &view);
  return report.outcome == Outcome::not_converged && session.strict() ? exit_not_converged : exit_good;
}

}  // namespace

Command ties_command() {
  return {"ties", "pairs of places with their agreements, the strongest first", true,
          [](Arguments& arguments, Session& session) {
            auto options = std::make_shared<TiesArguments>();
            session.declare_input(arguments, true);
            session.declare_view(arguments);
            arguments.group("Ties");
            arguments.list("--by", options->by,
                           "measures of ties, the first one sorts (default strength; edge_betweenness)", "MEASURE");
            arguments.flag("--matrix", options->matrix, "one side by the other, with margins and zeros");
            arguments.number("--top", options->top, "the N largest, and those equal to the last");
            session.declare_output(arguments);
            return [options](Session& live) { return run_ties(live, *options); };
          }};
}

}  // namespace regionet
