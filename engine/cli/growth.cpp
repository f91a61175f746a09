// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <memory>

#include "engine/cli/chart_output.hpp"
#include "engine/cli/commands.hpp"
#include "engine/cli/session.hpp"
#include "engine/report/growth_chart.hpp"

namespace regionet {
namespace {

constexpr std::array<std::string_view, 2> growth_split_words{"type", "country"};

constexpr std::size_t most_draws = 100'000;

struct GrowthArguments {
  std::string every = "year";
  std::string split;
  std::string title;
  std::size_t draws = 200;
};

int run_growth(Session& session, const GrowthArguments& options) {
  GrowthOptions growth{.draws = options.draws, .language = session.language()};
  growth.every = static_cast<PeriodLength>(std::ranges::find(period_words, options.every) - period_words.begin());
  if (!options.split.empty()) {
    growth.split =
        static_cast<GrowthSplit>(std::ranges::find(growth_split_words, options.split) - growth_split_words.begin());
  }
  if (options.draws == 0 || options.draws > most_draws) {
    throw UsageError("--draws " + std::to_string(options.draws) + " is not good; expected 1 to " +
                     std::to_string(most_draws));
  }
  const bool picture = is_chart(session.output());
  if (picture && growth.split) throw UsageError("--split does not go with a picture, which shows the types anyway");
  const OpenedNetwork opened = session.open(picture ? Session::Output::picture : Session::Output::report);
  if (session.dry_run(opened)) return exit_good;
  growth.country = session.country(opened.network);
  const View view = session.view(opened);
  if (picture) {
    session.write_bytes(chart_bytes(growth_chart(view, growth, options.title, session.run()), session.output()));
    session.write_manifest(opened, &view);
  } else {
    session.write(growth_report(view, growth, session.run()), opened, &view);
  }
  return exit_good;
}

}  // namespace

Command growth_command() {
  return {"growth", "how the network grew, as far as its dates tell", true, [](Arguments& arguments, Session& session) {
            auto options = std::make_shared<GrowthArguments>();
            session.declare_input(arguments, true);
            session.declare_view(arguments);
            arguments.group("Growth");
            arguments.choice("--every", options->every, period_words, "the length of a period (default year)");
            arguments.choice("--split", options->split, growth_split_words, "a curve for each type or country");
            arguments.number("--draws", options->draws,
                             "choices of a day for each date, for the ranges of figures (default 200)");
            arguments.option("--title", options->title, "title of the picture (-o growth.svg, .pdf or .png)", "TEXT");
            session.declare_output(arguments);
            return [options](Session& live) { return run_growth(live, *options); };
          }};
}

}  // namespace regionet
