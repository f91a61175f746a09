// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <memory>

#include "engine/cli/commands.hpp"
#include "engine/cli/session.hpp"
#include "engine/report/reports.hpp"

namespace regionet {
namespace {

constexpr std::array<std::string_view, 6> listings{"actors", "agreements", "sources", "types", "claims", "measures"};

struct ListArguments {
  std::string what;
  std::string describe;
};

int describe_measure(Session& session, const ListArguments& options) {
  if (options.what != "measures") throw UsageError("--describe goes with 'list measures'");
  try {
    session.write(describe_report(options.describe, session.language()));
  } catch (const std::invalid_argument& fault) {
    throw UsageError(fault.what());
  }
  return exit_good;
}

int run_list(Session& session, const ListArguments& options) {
  const std::string& what = options.what;
  require_one_of("list", what, listings);
  if (!options.describe.empty()) return describe_measure(session, options);
  const auto listing = static_cast<Listing>(std::ranges::find(listings, what) - listings.begin());
  const OpenedNetwork opened = session.open();
  if (session.dry_run(opened)) return exit_good;
  const ActorId country = session.country(opened.network);
  const View view = session.view(opened);
  session.write(list_report(view, listing, country, session.language(), session.run()), opened, &view);
  return exit_good;
}

}  // namespace

Command list_command() {
  return {"list", "actors, agreements, sources, types, claims or measures, one row each", true,
          [](Arguments& arguments, Session& session) {
            auto options = std::make_shared<ListArguments>();
            arguments.positional("what", options->what, "actors, agreements, sources, types, claims or measures", true);
            session.declare_input(arguments, false);
            session.declare_view(arguments);
            arguments.group("Listing");
            arguments.option("--describe", options->describe, "of 'list measures': everything about one of them",
                             "MEASURE");
            session.declare_output(arguments);
            return [options](Session& live) { return run_list(live, *options); };
          }};
}

}  // namespace regionet
