// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <memory>

#include "engine/cli/chart_output.hpp"
#include "engine/cli/commands.hpp"
#include "engine/cli/measure_list.hpp"
#include "engine/cli/session.hpp"
#include "engine/report/moves_chart.hpp"
#include "engine/report/moves_report.hpp"
#include "engine/report/reports.hpp"
#include "graphs/diagnostic.hpp"

namespace regionet {
namespace {

constexpr std::array<std::string_view, 4> split_words{"type", "status", "signer", "kind"};

struct RankArguments {
  std::vector<std::string> by{"strength", "degree"};
  std::string split;
  std::string every;
  std::string window;
  std::size_t top = 0;
};

/// Fills in what `--by` asks for; `all` alone stands for the everyday measures together.
void read_measures(RankOptions& ranking, const std::vector<std::string>& by) {
  const bool all = std::ranges::find(by, "all") != by.end();
  if (all && by.size() > 1) throw UsageError("--by all names the everyday measures already; leave the others out");
  const auto names = everyday_measures();
  ranking.combined = all;
  ranking.by = measures_of(all ? std::vector<std::string>(names.begin(), names.end()) : by, vertex_measures());
}

/// Places that a picture of moves shows of each country, where nothing else is asked for.
constexpr std::size_t most_lines = 10;

/// `3y`: how many years a window is long.
std::optional<int> window_years(const std::string& text) {
  if (text.empty()) return std::nullopt;
  const bool good = text.size() >= 2 && text.size() <= 4 && text.back() == 'y' &&
                    text.find_first_not_of("0123456789") == text.size() - 1 && text.front() != '0';
  if (!good) throw UsageError("--window '" + printable(text) + "' is not good; expected whole years, such as 3y");
  return std::stoi(text);
}

int run_moves(Session& session, const RankArguments& options, const RankOptions& ranking) {
  const std::optional<int> years = window_years(options.window);
  const auto every = static_cast<PeriodLength>(std::ranges::find(period_words, options.every) - period_words.begin());
  const bool picture = is_chart(session.output());
  const OpenedNetwork opened = session.open(picture ? Session::Output::picture : Session::Output::report);
  if (session.dry_run(opened, ranking.by)) return exit_good;
  const MovesOptions moves{.by = ranking.by.front(),
                           .country = session.country(opened.network),
                           .top = picture && options.top == 0 ? most_lines : options.top,
                           .language = ranking.language};
  const View view = session.view(opened);
  try {
    const Report report = moves_report(view, windows_of(view, every, years), moves, session.run());
    if (!picture) {
      session.write(report, opened, &view);
    } else {
      session.write_bytes(
          chart_bytes(moves_chart(report, report.lines.back(), report.lines.front()), session.output()));
      session.write_manifest(opened, &view);
    }
  } catch (const std::invalid_argument& fault) {
    throw UsageError(fault.what());
  }
  return exit_good;
}

int run_rank(Session& session, const RankArguments& options) {
  RankOptions ranking{.top = options.top, .language = session.language()};
  read_measures(ranking, options.by);
  if (!options.split.empty())
    ranking.split = static_cast<Split>(std::ranges::find(split_words, options.split) - split_words.begin());

  if (!options.every.empty()) {
    if (ranking.split) throw UsageError("--split does not go with --every");
    if (ranking.combined) throw UsageError("--by all does not go with --every, which follows one measure");
    return run_moves(session, options, ranking);
  }
  if (!options.window.empty()) throw UsageError("--window needs --every, which says where windows end");

  const OpenedNetwork opened = session.open();
  if (session.dry_run(opened, ranking.by)) return exit_good;
  ranking.country = session.country(opened.network);
  const View view = session.view(opened);
  const RankReport ranked = rank_report(view, ranking, session.run());
  session.write(ranked.report, opened, &view);
  return ranked.outcome == Outcome::not_converged && session.strict() ? exit_not_converged : exit_good;
}

}  // namespace

Command rank_command() {
  return {"rank", "the most connected places, by one or more measures", true,
          [](Arguments& arguments, Session& session) {
            auto options = std::make_shared<RankArguments>();
            session.declare_input(arguments, true);
            session.declare_view(arguments);
            arguments.group("Ranking");
            arguments.list(
                "--by", options->by,
                "measures, the first one ranks (default strength,degree; see 'list measures'); all: six together",
                "MEASURE");
            arguments.number("--top", options->top, "ranks up to N of each country");
            arguments.choice("--every", options->every, period_words,
                             "how ranks moved: by the first measure, up to the end of each period");
            arguments.option("--window", options->window, "with --every, rank only the last years, such as 3y", "Ny");
            arguments.choice("--split", options->split, split_words, "break the agreements down into columns");
            session.declare_output(arguments);
            return [options](Session& live) { return run_rank(live, *options); };
          }};
}

}  // namespace regionet
