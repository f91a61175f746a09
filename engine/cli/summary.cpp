// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <memory>

#include "engine/cli/commands.hpp"
#include "engine/cli/session.hpp"
#include "engine/measures/figures.hpp"
#include "engine/report/reports.hpp"

namespace regionet {
namespace {

int run_summary(Session& session, const std::vector<std::string>& figures) {
  const OpenedNetwork opened = session.open();
  if (session.dry_run(opened)) return exit_good;
  const View view = session.view(opened);
  try {
    session.write(summary_report(view, figures, session.language(), session.run()), opened, &view);
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

}  // namespace

Command summary_command() {
  return {"summary", "figures of the whole network", false, [](Arguments& arguments, Session& session) {
            auto figures = std::make_shared<std::vector<std::string>>();
            session.declare_input(arguments, true);
            session.declare_view(arguments);
            arguments.group("Figures");
            arguments.list("--by", *figures, "only these figures; on request also " + figures_on_request(), "FIGURE");
            session.declare_output(arguments);
            return [figures](Session& live) { return run_summary(live, *figures); };
          }};
}

}  // namespace regionet
