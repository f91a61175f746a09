// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <algorithm>
#include <cmath>
#include <memory>

#include "engine/cli/commands.hpp"
#include "engine/cli/session.hpp"
#include "engine/report/reports.hpp"
#include "graphs/io/csv.hpp"

namespace regionet {
namespace {

struct CommunitiesArguments {
  std::string method = "leiden";
  std::string objective;
  std::string resolution;
  std::string runs = "auto";
  std::string significance;
  bool scan = false;
  bool stability = false;
  bool explain = false;
};

template <typename Names>
auto place_in(const Names& names, const std::string& name) {
  return std::ranges::find(names, name) - names.begin();
}

double resolution_of(const std::string& text) {
  if (text.empty()) return 1;
  const auto value = parse_number(text);
  if (!value || !(*value > 0) || !std::isfinite(*value)) {
    throw UsageError(fmt::format("--resolution '{}' is not good; expected a positive number", printable(text)));
  }
  return *value;
}

std::size_t runs_of(const std::string& text) {
  if (text == "auto") return 0;
  const bool digits = text.size() < 7 && text.find_first_not_of("0123456789") == std::string::npos;
  const std::size_t runs = digits ? std::stoul(text) : 0;
  if (runs == 0) {
    throw UsageError(
        fmt::format("--runs '{}' is not good; expected a whole number from 1 to 999999, or auto", printable(text)));
  }
  return runs;
}

std::size_t networks_of(const std::string& text) {
  if (text.empty()) return 0;
  const bool digits = text.size() < 7 && text.find_first_not_of("0123456789") == std::string::npos;
  const std::size_t networks = digits ? std::stoul(text) : 0;
  if (networks < 2) {
    throw UsageError(
        fmt::format("--significance '{}' is not good; expected a whole number of networks from 2 to 999999, such as "
                    "100",
                    printable(text)));
  }
  return networks;
}

CommunityRequest request_of(const CommunitiesArguments& options) {
  CommunityRequest request{.method = static_cast<CommunityMethod>(place_in(community_methods, options.method)),
                           .resolution = resolution_of(options.resolution),
                           .runs = runs_of(options.runs),
                           .stability = options.stability,
                           .significance = networks_of(options.significance)};
  if (!options.objective.empty())
    request.objective = static_cast<Objective>(place_in(objective_names, options.objective));
  if (request.method == CommunityMethod::infomap && !(options.objective.empty() && options.resolution.empty())) {
    throw UsageError("infomap has an objective of its own, the codelength; leave --objective and --resolution out");
  }
  if (options.scan && (options.method != "leiden" || options.stability || options.explain ||
                       !options.resolution.empty() || !options.significance.empty())) {
    throw UsageError(
        "--scan runs leiden at many resolutions; leave --method, --resolution, --stability, --significance and "
        "--explain out");
  }
  return request;
}

int run_communities(Session& session, const CommunitiesArguments& options) {
  const CommunityRequest request = request_of(options);
  const OpenedNetwork opened = session.open();
  if (session.dry_run(opened)) return exit_good;
  const ActorId country = session.country(opened.network);
  const View view = session.view(opened);
  try {
    if (options.scan) {
      session.write(scan_report(view, request, scan_communities(view, request, session.run()), session.language()),
                    opened, &view);
      return exit_good;
    }
    const ViewCommunities found = view_communities(view, request, session.run());
    session.write(communities_report(view, request, found,
                                     {.country = country, .explain = options.explain, .language = session.language()}),
                  opened, &view);
    return found.outcome == Outcome::not_converged && session.strict() ? exit_not_converged : exit_good;
  } catch (const std::invalid_argument& fault) {
    throw UsageError(fault.what());
  }
}

}  // namespace

Command communities_command() {
  return {
      "communities", "groups of places that are tied to each other more than to others", false,
      [](Arguments& arguments, Session& session) {
        auto options = std::make_shared<CommunitiesArguments>();
        session.declare_input(arguments, true);
        session.declare_view(arguments);
        arguments.group("Communities");
        arguments.choice("--method", options->method, community_methods, "how they are found (default leiden)");
        arguments.choice("--objective", options->objective, objective_names,
                         "what makes a partition good (default barber where there are two sides, else modularity)");
        arguments.option("--resolution", options->resolution, "above 1 smaller communities, below larger (default 1)",
                         "G");
        arguments.option("--runs", options->runs, "runs of which the best is kept (default auto: by size)", "N|auto");
        arguments.flag("--stability", options->stability, "how sure each place is, over the runs; what they agree on");
        arguments.option("--significance", options->significance,
                         "is it chance? compare with N networks of the same degrees (100 are enough for most)", "N");
        arguments.flag("--explain", options->explain,
                       "agreements, types that stand out, strongest ties, roles of places");
        arguments.flag("--scan", options->scan, "resolutions from 0.1 to 10, and where the communities stay the same");
        session.declare_output(arguments);
        return [options](Session& live) { return run_communities(live, *options); };
      }};
}

}  // namespace regionet
