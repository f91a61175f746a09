// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "engine/cli/commands.hpp"
#include "engine/cli/session.hpp"
#include "engine/report/reports.hpp"
#include "graphs/model/name_index.hpp"

namespace regionet {
namespace {

/// The level at which an actor stands for itself.
Level own_level(const Network& network, ActorId actor) {
  for (const Level level : {Level::region, Level::city, Level::country}) {
    if (stands_at(network, actor, level)) return level;
  }
  return Level::actor;
}

[[noreturn]] void ambiguous(const Network& network, const std::string& name, const std::vector<ActorId>& found,
                            Language language) {
  std::vector<std::string> candidates;
  for (const ActorId actor : found) {
    candidates.push_back(fmt::format("{} ({}, {})", name_of(network, actor, language), to_string(network.kind(actor)),
                                     network.id(actor)));
  }
  throw UsageError(fmt::format("'{}' may be {}; name one by its id", printable(name), fmt::join(candidates, " or ")));
}

/// Names resolve among the actors of the level first, then among all.
ExplainSubject resolve(const Network& network, const NameIndex& names, const std::string& name, Level level,
                       Language language) {
  std::vector<ActorId> found = names.find(name);
  std::vector<ActorId> of_level;
  for (const ActorId actor : found) {
    if (stands_at(network, actor, level)) of_level.push_back(actor);
  }
  // An id names one actor, whatever else is called so.
  if (const auto exact = network.find_actor(name)) {
    return {*exact, stands_at(network, *exact, level) ? level : own_level(network, *exact)};
  }
  if (of_level.size() > 1) ambiguous(network, name, of_level, language);
  if (of_level.size() == 1) return {of_level.front(), level};
  if (found.size() > 1) ambiguous(network, name, found, language);
  if (found.size() == 1) return {found.front(), own_level(network, found.front())};
  const std::vector<std::string> near = names.suggest(name);
  throw UsageError(fmt::format("nobody is called '{}'{}; see 'regionet list actors'", printable(name),
                               near.empty() ? "" : fmt::format("; did you mean {}?", fmt::join(near, ", "))));
}

int run_explain(Session& session, const std::vector<std::string>& typed) {
  const OpenedNetwork opened = session.open();
  if (session.dry_run(opened)) return exit_good;
  const Network& network = opened.network;
  const ViewOptions options = session.view_options(network);
  const Level level = options.level.value_or(network.plain() ? Level::actor : Level::region);
  const NameIndex names(network);
  std::vector<ExplainSubject> subjects;
  for (const std::string& name : typed) subjects.push_back(resolve(network, names, name, level, session.language()));
  if (subjects.size() == 2 && subjects[0].actor == subjects[1].actor &&
      options.between.value_or(Between::countries) == Between::countries && !network.plain()) {
    throw UsageError("both names mean the same place; ties inside a place need --between within or all");
  }
  const View view = session.view(opened);
  session.write(explain_report(network, options, subjects, session.language(), session.run()), opened, &view);
  return exit_good;
}

}  // namespace

Command explain_command() {
  return {"explain", "every agreement behind a place or a tie, with its evidence", true,
          [](Arguments& arguments, Session& session) {
            auto names = std::make_shared<std::vector<std::string>>();
            arguments.positionals("name", *names,
                                  "a place, or two for what ties them: name in any language, alias, code or id", 1, 2);
            session.declare_input(arguments, false);
            session.declare_view(arguments);
            session.declare_output(arguments);
            return [names](Session& live) { return run_explain(live, *names); };
          }};
}

}  // namespace regionet
