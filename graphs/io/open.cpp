// SPDX-License-Identifier: Apache-2.0
#include "graphs/io/open.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <algorithm>
#include <array>
#include <filesystem>

#include <unistd.h>

#include "graphs/io/data_package.hpp"
#include "graphs/io/dataset_reader.hpp"
#include "graphs/io/graph_formats.hpp"

namespace regionet {
namespace {

namespace fs = std::filesystem;

bool is_folder(const std::string& name) {
  std::error_code ignored;
  return fs::is_directory(name, ignored);
}

const DatasetFiles* find_embedded(std::string_view name, std::span<const DatasetFiles> embedded) {
  const auto found = std::ranges::find_if(embedded, [&](const DatasetFiles& files) { return files.label() == name; });
  return found == embedded.end() ? nullptr : &*found;
}

const GraphFormat& format_of(const std::string& file, std::string_view text, const ReadOptions& options,
                             std::vector<std::string>& notes) {
  if (!options.format.empty()) return graph_format(options.format);
  const GraphFormat* const by_name = file == "-" ? nullptr : format_by_extension(file);
  if (const GraphFormat* const told = format_by_content(text)) {
    if (told != by_name) notes.push_back(fmt::format("read as {}, by its content", told->name));
    return *told;
  }
  if (file == "-") return graph_format("csv");
  if (by_name != nullptr) return *by_name;
  std::vector<std::string_view> known;
  for (const GraphFormat& format : graph_formats()) {
    if (format.read != nullptr) known.push_back(format.extensions.substr(0, format.extensions.find(';')));
  }
  throw InputError(Diagnostic{
      .file = file,
      .what = fmt::format("the extension '{}' tells no format", printable(fs::path(file).extension().string())),
      .expected = fmt::format("one of {}", fmt::join(known, ", ")),
      .mend = "say the format with --input-format"});
}

/// A column that is asked for and never looked up would be dropped in silence.
void require_roles(const GraphFormat& format, const std::string& file, const ReadOptions& options) {
  const std::string known = fmt::format(";{};", format.roles);
  for (const auto& [role, column] : options.columns) {
    if (known.find(fmt::format(";{};", role)) != std::string::npos) continue;
    throw InputError(Diagnostic{
        .file = file,
        .what = fmt::format("--columns {}={}: {} has its own place for that", role, printable(column), format.name),
        .expected = format.roles.empty() ? "no --columns" : fmt::format("only {}", format.roles),
        .mend = "leave it out"});
  }
}

/// Three quarters of the machine's memory, where no limit is given.
std::uint64_t memory_of(const ReadOptions& options) {
  if (options.memory_limit != 0) return options.memory_limit;
  return static_cast<std::uint64_t>(::sysconf(_SC_PHYS_PAGES)) / 4 * 3 *
         static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
}

OpenedNetwork open_file(const std::string& file, const ReadOptions& options, bool with_digest, const RunContext& run) {
  if (file != "-" && !fs::exists(file)) {
    throw FileError(
        fmt::format("{}: no such file or folder, and no embedded network of that name", printable(file, 4096)));
  }
  if (!options.format.empty()) static_cast<void>(graph_format(options.format));
  const Text text = Text::load_unchecked(file, options.encoding, memory_of(options));
  OpenedNetwork opened;
  opened.label = file == "-" ? "standard input" : file;
  if (!text.note().empty()) opened.notes.push_back("read as " + text.note());
  const GraphFormat& format = format_of(file, text.view(), options, opened.notes);
  if (format.read == nullptr) {
    throw InputError(Diagnostic{.file = file, .what = fmt::format("{} can be written, not read", format.name)});
  }
  require_roles(format, opened.label, options);
  if (!format.checks_text) text.check();
  PlainBuilder graph(run);
  GraphInput input{text.view(), opened.label, options, graph, opened.faults, opened.notes, run, &text};
  format.read(input);
  opened.rows = graph.edge_count();
  opened.network = graph.freeze(opened.faults);
  if (graph.doubled() > 0) {
    opened.notes.push_back(
        fmt::format("directed and undirected edges stand together: directed, {} undirected ones are two arcs each",
                    graph.doubled()));
  }
  if (with_digest) opened.digest = sha256(std::array{text.view()});
  return opened;
}

OpenedNetwork open_layers(std::vector<DatasetFiles> layers, bool with_digest) {
  OpenedNetwork opened;
  opened.network = read_dataset(layers, opened.faults);
  for (const DatasetFiles& files : layers) {
    opened.label += (opened.label.empty() ? "" : " + ") + files.label();
    if (!with_digest) continue;
    std::vector<std::string> names{"datapackage.json"};
    for (const auto& [name, path] : read_data_package(files).paths) names.push_back(path);
    opened.digest += (opened.digest.empty() ? "" : " + ") + files.digest(names);
  }
  return opened;
}

}  // namespace

OpenedNetwork open_network(std::span<const std::string> names, std::span<const DatasetFiles> embedded,
                           const ReadOptions& options, bool with_digest, const RunContext& run) {
  std::vector<DatasetFiles> layers;
  for (const std::string& name : names) {
    if (const DatasetFiles* const files = find_embedded(name, embedded)) {
      layers.push_back(*files);
    } else if (is_folder(name)) {
      layers.push_back(DatasetFiles::folder(name));
    } else if (names.size() > 1) {
      throw InputError(Diagnostic{.file = name,
                                  .what = "a graph file cannot lie over another network",
                                  .expected = "dataset folders where -n is given more than once"});
    }
  }
  OpenedNetwork opened = layers.empty() ? open_file(names.front(), options, with_digest, run)
                                        : open_layers(std::move(layers), with_digest);
  if (opened.faults.errors() > 0) throw InputError(opened.faults);
  return opened;
}

}  // namespace regionet
