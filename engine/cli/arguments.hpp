// SPDX-License-Identifier: Apache-2.0
// The options of a command, without CLI11 in the header: only arguments.cpp compiles it.
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace CLI {
class App;
}

namespace regionet {

/// The command line is not right: exit code 2.
class UsageError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Throws UsageError with the allowed values and the nearest where `value` is none of them.
void require_one_of(std::string_view what, std::string_view value, std::span<const std::string_view> allowed);

/// Options of one command. Every option takes exactly the value that follows it, never a positional after that.
class Arguments {
 public:
  explicit Arguments(CLI::App& app) : app_(&app) {}

  /// `group` is the heading in the help under which the next options stand.
  void group(std::string name) { group_ = std::move(name); }
  void option(const std::string& names, std::string& target, const std::string& help,
              const std::string& value = "TEXT");
  /// May be given more than once.
  void repeated(const std::string& names, std::vector<std::string>& target, const std::string& help,
                const std::string& value);
  /// Values separated by commas.
  void list(const std::string& names, std::vector<std::string>& target, const std::string& help,
            const std::string& value);
  /// One of a fixed list.
  void choice(const std::string& names, std::string& target, std::span<const std::string_view> allowed,
              const std::string& help);
  void number(const std::string& names, std::size_t& target, const std::string& help);
  void flag(const std::string& names, bool& target, const std::string& help);
  void positional(const std::string& name, std::string& target, const std::string& help, bool required);
  void positionals(const std::string& name, std::vector<std::string>& target, const std::string& help,
                   std::size_t least, std::size_t most);

 private:
  CLI::App* app_;
  std::string group_ = "Options";
};

class Session;

/// One command: declares its options, and returns what runs once they are read. A file a command.
struct Command {
  std::string name;
  std::string summary;
  bool everyday = false;
  std::function<std::function<int(Session&)>(Arguments&, Session&)> declare;
};

/// Parses argv and runs the command; returns the exit code. Prints help and version.
/// Throws UsageError.
int run_command_line(int argc, char** argv, std::span<const Command> commands, Session&);

}  // namespace regionet
