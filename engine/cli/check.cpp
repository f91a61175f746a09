// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "engine/cli/commands.hpp"
#include "engine/cli/session.hpp"
#include "engine/report/reports.hpp"
#include "graphs/model/network_check.hpp"

namespace regionet {
namespace {

Report faults_report(const Diagnostics& faults, Language language) {
  Table table{.columns = columns_of(language, {"severity", "file", "line", "column", "what", "expected", "mend"})};
  for (const Diagnostic& fault : faults.shown()) {
    const auto place = [](std::uint64_t number) {
      return number == 0 ? Cell::undefined("the whole file") : Cell(number);
    };
    table.rows.push_back({fault.severity == Severity::error ? "error" : "warning", fault.file, place(fault.line),
                          place(fault.column), fault.what, fault.expected, fault.mend});
  }
  Report report{.tables = {std::move(table)}};
  const std::uint64_t hidden = faults.errors() + faults.warnings() - faults.shown().size();
  report.lines.push_back(fmt::format("{} error{}, {} warning{}{}", faults.errors(), faults.errors() == 1 ? "" : "s",
                                     faults.warnings(), faults.warnings() == 1 ? "" : "s",
                                     hidden == 0 ? "" : fmt::format("; {} of them not shown", hidden)));
  return report;
}

/// The rows that a file brought along are those of its edges.
void check_rows(const OpenedNetwork& opened, Diagnostics& faults) {
  const View view(opened.network, {});
  std::string fault = check(view.graph());
  if (!fault.empty()) {
    faults.add({.file = opened.label,
                .what = "the rows are broken: " + fault,
                .mend = "convert the graph again from its source"});
  }
}

int run_check(Session& session) {
  OpenedNetwork opened;
  Diagnostics faults;
  try {
    opened = session.open();
    check_network(opened.network, opened.label, faults);
    if (opened.network.stored_graph() != nullptr) check_rows(opened, faults);
  } catch (const InputError& fault) {
    faults.append(fault.faults());
  }
  session.write(faults_report(faults, session.language()), opened, nullptr);
  return faults.errors() > 0 ? exit_input : exit_good;
}

}  // namespace

Command check_command() {
  return {"check", "every fault of a dataset or graph file, with its line and how to mend it", false,
          [](Arguments& arguments, Session& session) {
            session.declare_input(arguments, true);
            session.declare_output(arguments);
            return [](Session& live) { return run_check(live); };
          }};
}

}  // namespace regionet
