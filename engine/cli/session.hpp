// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdio>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/cli/arguments.hpp"
#include "engine/cli/run_clock.hpp"
#include "engine/cli/staged_files.hpp"
#include "engine/measures/vertex_measures.hpp"
#include "engine/report/language.hpp"
#include "engine/report/write.hpp"
#include "graphs/io/open.hpp"
#include "graphs/view/view.hpp"

namespace regionet {

/// Exit codes; only the command line knows them.
enum ExitCode : int {
  exit_good = 0,
  exit_usage = 2,
  exit_input = 3,
  exit_io = 4,
  exit_not_converged = 5,
  exit_interrupted = 130
};

/// What every command shares: the options for reading and writing, the network, the streams.
class Session {
 public:
  /// Options before or after the command's name.
  void declare_global(Arguments&);
  /// `-n`, and how a graph file is read. With `positional`, a NETWORK may be named without `-n`.
  void declare_input(Arguments&, bool positional);
  /// `--format`, `-o` and what goes with them.
  void declare_output(Arguments&);
  /// Single parts of it, for commands that read no network: `--format`, and `-o`.
  void declare_format(Arguments&);
  void declare_file(Arguments&);
  void declare_language(Arguments&);
  /// The part of them that a picture has too: `-o`, `--lang`, `--ledger`, `--manifest`, `--stats`.
  void declare_files(Arguments&);
  /// The view options, the same for every command; without `windows` those that name a period are left out.
  void declare_view(Arguments&, bool windows = true);

  /// Reads the network that was asked for and says which on stderr.
  enum class Output : std::uint8_t { report, picture };
  [[nodiscard]] OpenedNetwork open(Output = Output::report);
  /// The view that was asked for; the network must outlive it. Writes the ledger where one is wanted.
  [[nodiscard]] View view(const OpenedNetwork&);
  /// The view options as far as the command line tells. Throws UsageError for values that the network does not know.
  [[nodiscard]] ViewOptions view_options(const Network&) const;
  /// The actor of `--country`; none without it. Throws UsageError for an unknown one.
  [[nodiscard]] ActorId country(const Network&) const;

  /// Prints a report in the format asked for, with the manifest where one is wanted.
  void write(const Report&, const OpenedNetwork&, const View*);
  /// Prints a table that comes from no network.
  void write(const Report&);
  /// Writes the manifest where one is wanted.
  void write_manifest(const OpenedNetwork&, const View*);
  /// Writes bytes to `-o`, at the end of the run, or to stdout.
  void write_bytes(const std::string& bytes);

  /// A file of this run, to be written piece by piece.
  [[nodiscard]] std::function<void(std::string_view)> stage(const std::string& path) { return files_.stage(path); }
  /// The network that a command found among its own arguments, as if `-n` named it.
  void name_network(const std::string& name);

  /// Moves the files of this run to their places; without it none of them appears.
  void commit() { files_.commit(); }

  [[nodiscard]] const std::string& output() const { return output_; }
  [[nodiscard]] Language language() const;
  [[nodiscard]] RunContext run() const;
  [[nodiscard]] bool strict() const { return strict_; }

  /// Where `--dry-run` is given: says what the network and these measures would take, and true; the command is then to
  /// stop.
  [[nodiscard]] bool dry_run(const OpenedNetwork&, std::span<const MeasureRequest> measures = {}) const;

  /// A note on stderr, unless quiet.
  void note(const std::string& text) const;
  void warn(const Diagnostics&) const;
  void print(const std::string& text) const;

  /// The words of the command line, for the manifest.
  std::vector<std::string> command_line;

 private:
  [[nodiscard]] OutputFormat format() const;
  [[nodiscard]] bool wants_digest() const;
  [[nodiscard]] std::string manifest(const OpenedNetwork&, const View*) const;
  [[nodiscard]] ReadOptions read_options() const;
  void write_ledger(const View&);
  void write_stats(const OpenedNetwork&, const View*);

  StagedFiles files_;
  RunClock clock_;

  // global
  std::string threads_;
  std::string seed_ = "1";
  std::string memory_limit_;
  bool quiet_ = false;
  std::string color_ = "auto";
  // input
  std::vector<std::string> networks_;
  std::string positional_;
  std::string input_format_, encoding_, date_format_ = "iso";
  std::vector<std::string> columns_;
  bool directed_ = false;
  bool trust_ = false;
  bool two_mode_ = false;
  // output
  std::string format_, output_, language_ = "en", manifest_file_, ledger_file_, stats_file_;
  bool dry_run_ = false;
  bool strict_ = false;
  bool excel_ = false;
  // view
  struct ViewWords {
    std::string level, country, period, year, from, until, active_at, dates = "possible", weight = "count", between,
                                                                      lengths = "unit";
    std::vector<std::string> kinds, kinds_of_all, types, statuses, evidence;
    bool count_national = false;
    bool with_isolates = false;
  } view_;
};

/// Narrows the window of a view to the days of a date on the command line. Throws UsageError where it is none.
void narrow_to(ViewOptions&, const char* option, const std::string& text);

/// The networks inside the program.
[[nodiscard]] std::vector<DatasetFiles> embedded_networks();

}  // namespace regionet
