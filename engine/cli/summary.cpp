// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <memory>

#include "engine/cli/commands.hpp"
#include "engine/cli/session.hpp"
#include "engine/measures/figures.hpp"
#include "engine/report/reports.hpp"

namespace regionet {
namespace {

struct SummaryArguments {
  std::vector<std::string> figures;
  std::string curve;
};

int run_summary(Session& session, const SummaryArguments& options) {
  if (!options.figures.empty() && !options.curve.empty()) throw UsageError("--by and --curve do not go together");
  const OpenedNetwork opened = session.open();
  if (session.dry_run(opened)) return exit_good;
  const View view = session.view(opened);
  try {
    const Report report = options.curve.empty()
                              ? summary_report(view, options.figures, session.language(), session.run())
                              : curve_report(view, options.curve, session.language(), session.run());
    session.write(report, opened, &view);
  } catch (const std::invalid_argument& fault) {
    throw UsageError(fault.what());
  }
  return exit_good;
}

/// What can be asked for beside the figures that are always there, with parameters where they have some.
std::string figures_on_request() {
  std::string names;
  for (const NetworkFigure& figure : network_figures()) {
    if (!figure.on_request) continue;
    names += fmt::format("{}{}", names.empty() ? "" : ", ", figure.name);
    for (const ParameterInfo& info : figure.parameters) names += fmt::format(":{}=..", info.name);
  }
  return names;
}

std::string curve_names() {
  std::string names;
  for (const CurveInfo& curve : curve_infos()) {
    names += fmt::format("{}{}", names.empty() ? "" : ", ", curve.name);
    for (const ParameterInfo& info : curve.parameters) names += fmt::format("[:{}=..]", info.name);
  }
  return names;
}

}  // namespace

Command summary_command() {
  return {"summary", "figures of the whole network", false, [](Arguments& arguments, Session& session) {
            auto options = std::make_shared<SummaryArguments>();
            session.declare_input(arguments, true);
            session.declare_view(arguments);
            arguments.group("Figures");
            arguments.list("--by", options->figures, "only these figures; on request also " + figures_on_request(),
                           "FIGURE");
            arguments.option("--curve", options->curve, "a row a step, of one of " + curve_names(), "CURVE");
            session.declare_output(arguments);
            return [options](Session& live) { return run_summary(live, *options); };
          }};
}

}  // namespace regionet
