// SPDX-License-Identifier: Apache-2.0
#include "engine/cli/arguments.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <CLI/CLI.hpp>

#include "engine/cli/session.hpp"
#include "engine/version.hpp"
#include "graphs/diagnostic.hpp"

namespace regionet {
namespace {

/// An option takes one value and leaves what follows alone.
CLI::Option* single(CLI::Option* option, const std::string& group, const std::string& value) {
  return option->expected(1)->allow_extra_args(false)->group(group)->type_name(value);
}

/// Everyday commands first, the rest under 'More'; options of a command by their group.
class HelpFormatter : public CLI::Formatter {
 public:
  HelpFormatter() { column_width(34); }
  std::string make_option_opts(const CLI::Option* option) const override {
    std::string text = option->get_type_size() != 0 ? " " + option->get_type_name() : "";
    if (option->get_required()) text += " (required)";
    return text;
  }
};

[[noreturn]] void unknown_argument(const CLI::App& app, const std::string& word) {
  std::vector<std::string> names;
  if (word.starts_with('-')) {
    for (const CLI::Option* option : app.get_options()) {
      for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
    }
  } else if (app.get_parent() == nullptr) {
    for (const CLI::App* command : app.get_subcommands({})) names.push_back(command->get_name());
  }
  const std::vector<std::string_view> views(names.begin(), names.end());
  const std::string_view near = nearest(word.substr(0, word.find('=')), views);
  const std::string_view what = word.starts_with('-') ? "option" : app.get_parent() == nullptr ? "command" : "argument";
  throw UsageError(fmt::format("{} '{}' is not known{}; see 'regionet {}--help'", what, printable(word),
                               near.empty() ? "" : fmt::format("; did you mean '{}'?", near),
                               app.get_parent() == nullptr ? "" : app.get_name() + " "));
}

/// CLI11 tells of mistakes by exceptions; ours read alike and name the command's help.
[[noreturn]] void usage_error(const CLI::App& root, const CLI::ParseError& fault) {
  const auto chosen = root.get_subcommands();
  const CLI::App& app = chosen.empty() ? root : *chosen.front();
  if (dynamic_cast<const CLI::ExtrasError*>(&fault) != nullptr) unknown_argument(app, root.remaining(true).front());
  throw UsageError(fmt::format("{}; see 'regionet {}--help'", printable(fault.what(), 400),
                               chosen.empty() ? "" : app.get_name() + " "));
}

void refuse_empty_arguments(int argc, char** argv) {
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    const bool no_value = word.starts_with("--") && word.ends_with('=');
    if (!word.empty() && !no_value) continue;
    throw UsageError(fmt::format("argument {} is empty{}; give it a value or leave it out", i,
                                 word.empty() ? "" : fmt::format(" ('{}')", printable(word))));
  }
}

}  // namespace

void require_one_of(std::string_view what, std::string_view value, std::span<const std::string_view> allowed) {
  if (std::find(allowed.begin(), allowed.end(), value) != allowed.end()) return;
  const std::string_view near = nearest(value, allowed);
  throw UsageError(fmt::format("{} '{}' is not known; expected one of {}{}", what, printable(value),
                               fmt::join(allowed, ", "),
                               near.empty() ? "" : fmt::format("; did you mean '{}'?", near)));
}

void Arguments::option(const std::string& names, std::string& target, const std::string& help,
                       const std::string& value) {
  single(app_->add_option(names, target, help), group_, value);
}

void Arguments::repeated(const std::string& names, std::vector<std::string>& target, const std::string& help,
                         const std::string& value) {
  app_->add_option(names, target, help)
      ->expected(1)
      ->allow_extra_args(false)
      ->group(group_)
      ->type_name(value)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

void Arguments::list(const std::string& names, std::vector<std::string>& target, const std::string& help,
                     const std::string& value) {
  single(app_->add_option_function<std::string>(
             names,
             [&target](const std::string& text) {
               target.clear();
               for (std::size_t begin = 0; begin <= text.size();) {
                 const std::size_t end = std::min(text.find(',', begin), text.size());
                 target.push_back(text.substr(begin, end - begin));
                 begin = end + 1;
               }
             },
             help),
         group_, value + ",..");
}

void Arguments::choice(const std::string& names, std::string& target, std::span<const std::string_view> allowed,
                       const std::string& help) {
  const std::string name = names.substr(names.rfind(',') == std::string::npos ? 0 : names.rfind(',') + 1);
  const std::vector<std::string_view> values(allowed.begin(), allowed.end());
  single(app_->add_option_function<std::string>(
             names,
             [&target, name, values](const std::string& text) {
               require_one_of(name, text, values);
               target = text;
             },
             help),
         group_, fmt::format("{}", fmt::join(allowed, "|")));
}

void Arguments::number(const std::string& names, std::size_t& target, const std::string& help) {
  single(app_->add_option_function<std::string>(
             names,
             [&target, names](const std::string& text) {
               const bool digits = text.find_first_not_of("0123456789") == std::string::npos && text.size() < 19;
               if (!digits) throw UsageError(fmt::format("{} '{}' is no whole number from 0", names, printable(text)));
               target = std::stoull(text);
             },
             help),
         group_, "N");
}

void Arguments::flag(const std::string& names, bool& target, const std::string& help) {
  app_->add_flag(names, target, help)->group(group_);
}

void Arguments::positional(const std::string& name, std::string& target, const std::string& help, bool required) {
  app_->add_option(name, target, help)->expected(1)->required(required)->type_name("");
}

void Arguments::positionals(const std::string& name, std::vector<std::string>& target, const std::string& help,
                            std::size_t least, std::size_t most) {
  const std::string command = app_->get_name();
  app_->add_option_function<std::vector<std::string>>(
          name,
          [&target, name, command, most](const std::vector<std::string>& words) {
            if (words.size() > most) {
              throw UsageError(fmt::format("{} takes at most {} {}s, not {}; see 'regionet {} --help'", command, most,
                                           name, words.size(), command));
            }
            target = words;
          },
          help)
      ->expected(static_cast<int>(least), static_cast<int>(most) + 1000)
      ->required(least > 0)
      ->type_name("");
}

int run_command_line(int argc, char** argv, std::span<const Command> commands, Session& session) {
  refuse_empty_arguments(argc, argv);
  CLI::App root("Which places are the most connected, through which agreements, and how sure is that?", "regionet");
  root.formatter(std::make_shared<HelpFormatter>());
  root.set_version_flag("--version", std::string("regionet ") + version);
  root.require_subcommand(0, 1);
  root.get_option("--help")->description("show this help");
  root.get_option("--version")->description("show the version");
  Arguments global(root);
  session.declare_global(global);

  std::function<int(Session&)> chosen;
  std::vector<std::pair<CLI::App*, std::function<int(Session&)>>> runs;
  for (const Command& command : commands) {
    CLI::App* const app = root.add_subcommand(command.name, command.summary);
    app->group(command.everyday ? "Everyday commands" : "More");
    app->fallthrough();
    app->get_option("--help")->description("show this help");
    Arguments arguments(*app);
    runs.emplace_back(app, command.declare(arguments, session));
  }
  try {
    root.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    const auto named = root.get_subcommands();
    session.print(named.empty() ? root.help() : named.front()->help("regionet"));
    return 0;
  } catch (const CLI::CallForVersion& call) {
    session.print(std::string(call.what()) + "\n");
    return 0;
  } catch (const CLI::ParseError& fault) {
    usage_error(root, fault);
  }
  for (const auto& [app, run] : runs) {
    if (app->parsed()) return run(session);
  }
  throw UsageError("no command; see 'regionet --help'");
}

}  // namespace regionet
