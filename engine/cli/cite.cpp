// SPDX-License-Identifier: Apache-2.0
#include "engine/cli/commands.hpp"
#include "engine/cli/session.hpp"
#include "engine/report/reports.hpp"

namespace regionet {

Command cite_command() {
  return {"cite", "how to cite the tool, the data and their sources", false,
          [](Arguments& arguments, Session& session) {
            session.declare_input(arguments, true);
            session.declare_output(arguments);
            return [](Session& live) {
              const OpenedNetwork opened = live.open();
              live.write(cite_report(opened.network), opened, nullptr);
              return static_cast<int>(exit_good);
            };
          }};
}

}  // namespace regionet
