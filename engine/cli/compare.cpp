// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <memory>

#include "engine/cli/commands.hpp"
#include "engine/cli/measure_list.hpp"
#include "engine/cli/partition_file.hpp"
#include "engine/cli/session.hpp"
#include "engine/report/moves_report.hpp"
#include "graphs/diagnostic.hpp"

namespace regionet {
namespace {

struct CompareArguments {
  std::vector<std::string> files;
  std::vector<std::string> periods;
  std::string by = "strength";
  std::size_t top = 0;
};

NamedWindow window_named(const std::string& text) {
  ViewOptions days;
  narrow_to(days, "--period", text);
  return {text, days.from, days.until};
}

int compare_files(Session& session, const CompareArguments& options) {
  if (!options.periods.empty()) throw UsageError("compare takes two files or two periods, not both");
  if (options.files.size() != 2)
    throw UsageError("compare needs two files, not one: csv or json files of the command communities");
  session.write(compare_report(read_partition(options.files[0]), read_partition(options.files[1]), session.language()));
  return exit_good;
}

int compare_periods(Session& session, const CompareArguments& options) {
  if (options.periods.size() != 2) {
    throw UsageError(
        fmt::format("compare needs two files, or two periods, not {}: --period P --period Q, such as --period 2015 "
                    "--period 2016/2019",
                    options.periods.size()));
  }
  const NamedWindow before = window_named(options.periods[0]);
  const NamedWindow after = window_named(options.periods[1]);
  MovesOptions moves{
      .by = measures_of({options.by}, vertex_measures()).front(), .top = options.top, .language = session.language()};
  const OpenedNetwork opened = session.open();
  if (session.dry_run(opened)) return exit_good;
  moves.country = session.country(opened.network);
  const View view = session.view(opened);
  session.write(compare_windows_report(view, before, after, moves, session.run()), opened, &view);
  return exit_good;
}

int run_compare(Session& session, const CompareArguments& options) {
  return options.files.empty() ? compare_periods(session, options) : compare_files(session, options);
}

}  // namespace

Command compare_command() {
  return {"compare", "two periods side by side: who is new, dropped, risen, fallen; or two partitions", true,
          [](Arguments& arguments, Session& session) {
            auto options = std::make_shared<CompareArguments>();
            arguments.positionals("file", options->files, "two csv or json files of the command communities", 0, 2);
            session.declare_input(arguments, false);
            session.declare_view(arguments, false);
            arguments.group("Comparison");
            arguments.repeated("--period", options->periods, "a period, A/B or a date; give two", "P");
            arguments.option("--by", options->by, "the measure that ranks (default strength)", "MEASURE");
            arguments.number("--top", options->top, "places that stand at rank N or better in one of them");
            session.declare_output(arguments);
            return [options](Session& live) { return run_compare(live, *options); };
          }};
}

}  // namespace regionet
