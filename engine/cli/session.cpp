// SPDX-License-Identifier: Apache-2.0
#include "engine/cli/session.hpp"

#include <fmt/format.h>
#include <unistd.h>
#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <thread>

#include "datasets/embedded.hpp"
#include "engine/cli/progress.hpp"
#include "engine/report/manifest.hpp"
#include "graphs/ascii.hpp"
#include "graphs/io/csv.hpp"
#include "graphs/io/graph_formats.hpp"

namespace regionet {
namespace {

constexpr std::array<std::string_view, 3> color_words{"auto", "always", "never"};

/// A flag over REGIONET_* over the default.
std::string setting(const std::string& flag, const char* variable, const std::string& otherwise) {
  if (!flag.empty()) return flag;
  const char* const value = std::getenv(variable);
  return value != nullptr && *value != '\0' ? value : otherwise;
}

std::uint64_t whole_number(const std::string& text, const char* what, std::uint64_t least, std::uint64_t most) {
  const bool digits = !text.empty() && text.size() < 20 && text.find_first_not_of("0123456789") == std::string::npos;
  const std::uint64_t value = digits ? std::strtoull(text.c_str(), nullptr, 10) : 0;
  if (!digits || value < least || value > most) {
    throw UsageError(
        fmt::format("{} '{}' is not good; expected a whole number from {} to {}", what, printable(text), least, most));
  }
  return value;
}

/// `4G`, `500M`, `64K` or bytes.
std::uint64_t size_of(const std::string& text) {
  constexpr std::string_view units = "KMGT";
  std::string digits = text;
  unsigned shift = 0;
  if (const std::size_t unit = text.empty() ? units.npos : units.find(text.back()); unit != units.npos) {
    shift = 10 * (static_cast<unsigned>(unit) + 1);
    digits.pop_back();
  }
  if (digits.empty() || digits.size() > 9 || digits.find_first_not_of("0123456789") != std::string::npos) {
    throw UsageError(
        fmt::format("--memory-limit '{}' is not good; expected a size such as 4G, 500M, 64K or 1T", printable(text)));
  }
  return std::strtoull(digits.c_str(), nullptr, 10) << shift;
}

std::string extension_of(const std::string& path) {
  return lower_ascii(std::filesystem::path(path).extension().string());
}

}  // namespace

std::vector<DatasetFiles> embedded_networks() { return {belarus_china()}; }

void Session::declare_global(Arguments& arguments) {
  arguments.group("Everywhere");
  arguments.option("--threads", threads_, "threads to use; the result never depends on it (REGIONET_THREADS)", "N");
  arguments.option("--seed", seed_, "seed of what is random; kept in the manifest", "N");
  arguments.option("--memory-limit", memory_limit_,
                   "refuse what would need more, such as 4G or 500M (REGIONET_MEMORY_LIMIT)", "SIZE");
  arguments.flag("--quiet", quiet_, "no notes on stderr, only errors");
  arguments.choice("--color", color_, color_words, "bold headings: on a terminal, always, never (NO_COLOR)");
}

void Session::declare_input(Arguments& arguments, bool positional) {
  if (positional) arguments.positional("network", positional_, "the network: shorthand for -n", false);
  std::vector<std::string_view> names;
  for (const GraphFormat& format : graph_formats()) {
    if (format.read != nullptr) names.push_back(format.name);
  }
  arguments.group("Input");
  arguments.repeated(
      "-n,--network", networks_,
      "dataset folder, graph file, '-', or belarus-china (built in, the default); a further one lies over it", "NET");
  arguments.choice("--input-format", input_format_, names, "format of a graph file, where its extension does not tell");
  arguments.flag("--directed", directed_, "an edge list runs from source to target");
  arguments.flag("--two-mode", two_mode_, "sources and targets of an edge list are two sides");
  arguments.flag("--dry-run", dry_run_, "read the network, say what memory the rest would take, and stop");
  arguments.flag("--trust", trust_, "take an .rgn file as it is, without looking at every byte");
  arguments.option("--encoding", encoding_,
                   "encoding of the file, such as cp1251; without it UTF-8, or UTF-16 by its mark", "NAME");
  arguments.option("--date-format", date_format_,
                   "iso (EDTF), unix (seconds), or a pattern such as %d.%m.%Y for the whole column", "FORMAT");
  arguments.list("--columns", columns_, "source=..,target=..[,weight=..][,date=..][,type=..]; a+b joins columns",
                 "ROLE=COLUMN");
}

void Session::declare_output(Arguments& arguments) {
  declare_format(arguments);
  declare_files(arguments);
  arguments.flag("--excel", excel_, "csv that a spreadsheet opens well: byte-order mark, no formulas");
  arguments.flag("--strict", strict_, "exit 5 where a measure did not converge");
}

void Session::declare_format(Arguments& arguments) {
  arguments.group("Output");
  arguments.choice("--format", format_, output_formats, "a table on a terminal, else csv");
}

void Session::declare_file(Arguments& arguments) {
  arguments.group("Output");
  arguments.option("-o,--output", output_, "write to a file; its extension tells the format", "FILE");
}

void Session::declare_language(Arguments& arguments) {
  arguments.choice("--lang", language_, languages, "language of names and headings");
}

void Session::declare_files(Arguments& arguments) {
  declare_file(arguments);
  declare_language(arguments);
  arguments.option("--ledger", ledger_file_, "write what became of each agreement, as csv", "FILE");
  arguments.option("--stats", stats_file_, "write seconds and memory of the run, as json", "FILE");
  arguments.option("--manifest", manifest_file_, "write how the result was made, as json (in json output it is inside)",
                   "FILE");
}

OpenedNetwork Session::open(Output output) {
  if (output == Output::report) static_cast<void>(format());  // a wrong -o is told before the network is read
  if (!positional_.empty() && !networks_.empty())
    throw UsageError("a network is named both with -n and without; name it once");
  std::vector<std::string> names = networks_;
  if (!positional_.empty()) names.push_back(positional_);
  const std::vector<DatasetFiles> embedded = embedded_networks();
  if (names.empty()) names.push_back(embedded.front().label());

  clock_.begin(RunClock::Part::read);
  OpenedNetwork opened = open_network(names, embedded, read_options(), wants_digest(), run());
  const NetworkInfo& info = opened.network.info();
  note(opened.network.plain()
           ? fmt::format("network {}: {} rows, {}", printable(opened.label), opened.rows,
                         opened.network.directed() ? "directed" : "undirected")
           : fmt::format("network {} {}{}", printable(opened.label), info.version,
                         names.size() == 1 && opened.label == embedded.front().label() ? " (built in)" : ""));
  for (const std::string& text : opened.notes) note(text);
  warn(opened.faults);
  clock_.begin(RunClock::Part::build);
  return opened;
}

ReadOptions Session::read_options() const {
  ReadOptions options{.format = input_format_,
                      .encoding = encoding_,
                      .date_format = date_format_,
                      .memory_limit = run().memory_limit,
                      .trust = trust_,
                      .directed = directed_,
                      .two_mode = two_mode_};
  constexpr std::array<std::string_view, 5> roles{"source", "target", "weight", "date", "type"};
  for (const std::string& part : columns_) {
    const std::size_t equals = part.find('=');
    if (equals == std::string::npos)
      throw UsageError(fmt::format("--columns '{}': expected role=column", printable(part)));
    require_one_of("role of --columns", part.substr(0, equals), roles);
    options.columns.emplace_back(part.substr(0, equals), part.substr(equals + 1));
  }
  const auto names_year = [&] {
    return std::ranges::any_of(std::array{"%Y", "%y", "%F", "%D", "%c", "%x", "%EY", "%Ey", "%Oy"},
                               [&](const char* year) { return date_format_.find(year) != std::string::npos; });
  };
  if (date_format_ != "iso" && date_format_ != "unix" && !names_year()) {
    throw UsageError(
        fmt::format("--date-format '{}' is not known; expected iso, unix or a pattern with a year such as %d.%m.%Y",
                    printable(date_format_)));
  }
  return options;
}

View Session::view(const OpenedNetwork& opened) {
  const ViewOptions options = view_options(opened.network);
  try {
    clock_.begin(RunClock::Part::build);
    View view(opened.network, options, run());
    clock_.begin(RunClock::Part::kernel);
    if (!ledger_file_.empty()) write_ledger(view);
    return view;
  } catch (const std::invalid_argument& fault) {
    throw UsageError(fault.what());
  }
}

void Session::write_ledger(const View& view) {
  const Network& network = view.network();
  std::string out = "agreement,line,fate,reason\n";
  for (AgreementId id = 0; id < network.agreement_count(); ++id) {
    const bool kept = view.fate(id) == Fate::kept;
    append_csv_cell(out, network.agreement_id(id));
    out += fmt::format(",{},{},", network.line(id) == 0 ? "" : std::to_string(network.line(id)),
                       kept ? "kept" : "dropped");
    append_csv_cell(out, kept ? "" : to_string(view.fate(id)));
    out += '\n';
  }
  files_.stage(ledger_file_, out);
}

void Session::write(const Report& report, const OpenedNetwork& opened, const View* view) {
  clock_.begin(RunClock::Part::write);
  const OutputFormat to = format();
  const bool terminal = output_.empty() && ::isatty(STDOUT_FILENO) != 0;
  const char* const no_color = std::getenv("NO_COLOR");
  const char* const term = std::getenv("TERM");
  const bool plain = (no_color != nullptr && *no_color != '\0') || (term != nullptr && std::strcmp(term, "dumb") == 0);
  WriteOptions options{.bold = color_ == "always" || (color_ == "auto" && terminal && !plain), .excel = excel_};
  if (to == OutputFormat::json) options.manifest = manifest(opened, view);
  write_bytes(write_report(report, to, options));
  write_manifest(opened, view);
  if (to != OutputFormat::table && to != OutputFormat::markdown) {
    for (const std::string& line : report.lines) note(line);
  }
}

void Session::write(const Report& report) {
  const OutputFormat to = format();
  WriteOptions options{.bold = false, .excel = excel_};
  write_bytes(write_report(report, to, options));
}

void Session::name_network(const std::string& name) {
  if (!networks_.empty()) throw UsageError("a network is named both with -n and without; name it once");
  networks_.push_back(name);
}

void Session::write_manifest(const OpenedNetwork& opened, const View* view) {
  if (!manifest_file_.empty()) files_.stage(manifest_file_, manifest(opened, view) + "\n");
  if (!stats_file_.empty()) write_stats(opened, view);
}

void Session::write_bytes(const std::string& bytes) {
  if (!output_.empty() && output_ != "-") {
    files_.stage(output_, bytes);
  } else {
    print(bytes);
  }
}

OutputFormat Session::format() const {
  std::string name = format_;
  if (name.empty() && !output_.empty() && output_ != "-") {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 7> extensions{{{".csv", "csv"},
                                                                                       {".tsv", "tsv"},
                                                                                       {".json", "json"},
                                                                                       {".jsonl", "jsonl"},
                                                                                       {".md", "markdown"},
                                                                                       {".markdown", "markdown"},
                                                                                       {".txt", "table"}}};
    const auto found =
        std::ranges::find(extensions, extension_of(output_), [](const auto& pair) { return pair.first; });
    if (found == extensions.end()) {
      throw UsageError(fmt::format(
          "-o '{}': the extension tells no format; expected .csv, .tsv, .json, .jsonl, .md or .txt, or say --format",
          printable(output_)));
    }
    name = found->second;
  }
  if (name.empty()) name = ::isatty(STDOUT_FILENO) != 0 ? "table" : "csv";
  return static_cast<OutputFormat>(std::ranges::find(output_formats, name) - output_formats.begin());
}

bool Session::wants_digest() const {
  return !manifest_file_.empty() || format_ == "json" || (format_.empty() && extension_of(output_) == ".json");
}

std::string Session::manifest(const OpenedNetwork& opened, const View* view) const {
  return manifest_json(opened, view, command_line, whole_number(seed_, "--seed", 0, UINT64_MAX / 2));
}

Language Session::language() const {
  return static_cast<Language>(std::ranges::find(languages, language_) - languages.begin());
}

RunContext Session::run() const {
  const unsigned hardware = std::max(1U, std::thread::hardware_concurrency());
  const std::string threads = setting(threads_, "REGIONET_THREADS", std::to_string(hardware));
  return {.threads = static_cast<unsigned>(whole_number(threads, "--threads", 1, 1024)),
          .seed = whole_number(seed_, "--seed", 0, UINT64_MAX / 2),
          .memory_limit = size_of(setting(memory_limit_, "REGIONET_MEMORY_LIMIT", "0")),
          .progress = quiet_ ? nullptr : progress_on_terminal()};
}

void Session::note(const std::string& text) const {
  if (!quiet_) fmt::print(stderr, "regionet: {}\n", printable(text, 4096));
}

void Session::warn(const Diagnostics& faults) const {
  if (quiet_) return;
  for (const Diagnostic& fault : faults.shown()) fmt::print(stderr, "regionet: {}\n", to_string(fault));
  if (faults.warnings() > faults.shown().size()) {
    fmt::print(stderr, "regionet: {} further warnings are not shown\n", faults.warnings() - faults.shown().size());
  }
}

void Session::print(const std::string& text) const {
  if (write_all(STDOUT_FILENO, text) || errno == EPIPE) return;  // with EPIPE the reader has seen enough
  throw FileError(fmt::format("cannot write the output: {}", std::strerror(errno)));
}

}  // namespace regionet
