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

int run_list(Session& session, const std::string& what) {
  require_one_of("list", what, listings);
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
            auto what = std::make_shared<std::string>();
            arguments.positional("what", *what, "actors, agreements, sources, types, claims or measures", true);
            session.declare_input(arguments, false);
            session.declare_view(arguments);
            session.declare_output(arguments);
            return [what](Session& live) { return run_list(live, *what); };
          }};
}

}  // namespace regionet
