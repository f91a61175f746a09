// SPDX-License-Identifier: Apache-2.0
#include "graphs/io/open.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <algorithm>
#include <array>
#include <filesystem>

#include "graphs/io/data_package.hpp"
#include "graphs/io/dataset_reader.hpp"
#include "graphs/io/edge_list.hpp"

namespace regionet {
namespace {

namespace fs = std::filesystem;

constexpr std::array<Format, 2> table{{
    {"csv", ".csv", "edges with weight, date, type and further columns; comma or semicolon", '\0'},
    {"tsv", ".tsv", "edges with weight, date, type and further columns; tabs", '\t'},
}};

bool is_folder(const std::string& name) {
  std::error_code ignored;
  return fs::is_directory(name, ignored);
}

const DatasetFiles* find_embedded(std::string_view name, std::span<const DatasetFiles> embedded) {
  const auto found = std::ranges::find_if(embedded, [&](const DatasetFiles& files) { return files.label() == name; });
  return found == embedded.end() ? nullptr : &*found;
}

const Format& format_of(const std::string& file, const ReadOptions& options) {
  if (!options.format.empty()) {
    const auto named = std::ranges::find(table, options.format, &Format::name);
    if (named == table.end()) throw std::invalid_argument(fmt::format("format '{}' is not known", options.format));
    return *named;
  }
  if (file == "-") return table[0];
  std::string extension = fs::path(file).extension().string();
  std::ranges::transform(extension, extension.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
  const auto found = std::ranges::find(table, extension, &Format::extension);
  if (found != table.end()) return *found;
  std::vector<std::string_view> known;
  for (const Format& format : table) known.push_back(format.extension);
  throw InputError(Diagnostic{.file = file,
                              .what = fmt::format("the extension '{}' tells no format", printable(extension)),
                              .expected = fmt::format("one of {}", fmt::join(known, ", ")),
                              .mend = "say the format with --input-format"});
}

OpenedNetwork open_file(const std::string& file, const ReadOptions& options, bool with_digest) {
  if (file != "-" && !fs::exists(file)) {
    throw FileError(
        fmt::format("{}: no such file or folder, and no embedded network of that name", printable(file, 4096)));
  }
  const Format& format = format_of(file, options);
  const Text text = Text::load(file, options.encoding);
  EdgeListNotes seen;
  OpenedNetwork opened;
  opened.label = file == "-" ? "standard input" : file;
  opened.network = read_edge_list(text.view(), opened.label, format.separator, options, opened.faults, seen);
  opened.rows = seen.rows;
  if (!text.note().empty()) opened.notes.push_back("read as " + text.note());
  if (seen.separator == ';') opened.notes.emplace_back("read with ';' between the cells");
  if (format.name == "csv" && seen.separator == '\t') opened.notes.emplace_back("read with tabs between the cells");
  if (seen.times_dropped > 0) {
    opened.notes.push_back(fmt::format("the time of day of {} dates was dropped", seen.times_dropped));
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

std::span<const Format> formats() { return table; }

OpenedNetwork open_network(std::span<const std::string> names, std::span<const DatasetFiles> embedded,
                           const ReadOptions& options, bool with_digest) {
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
  OpenedNetwork opened =
      layers.empty() ? open_file(names.front(), options, with_digest) : open_layers(std::move(layers), with_digest);
  if (opened.faults.errors() > 0) throw InputError(opened.faults);
  return opened;
}

}  // namespace regionet
