// SPDX-License-Identifier: Apache-2.0
#include <memory>

#include "engine/cli/commands.hpp"
#include "engine/cli/session.hpp"
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

}  // namespace

Command summary_command() {
  return {"summary", "figures of the whole network", false, [](Arguments& arguments, Session& session) {
            auto figures = std::make_shared<std::vector<std::string>>();
            session.declare_input(arguments, true);
            session.declare_view(arguments);
            arguments.group("Figures");
            arguments.list("--by", *figures, "only these figures", "FIGURE");
            session.declare_output(arguments);
            return [figures](Session& live) { return run_summary(live, *figures); };
          }};
}

}  // namespace regionet
