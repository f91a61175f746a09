// SPDX-License-Identifier: Apache-2.0
#include "graphs/io/ldbc.hpp"

#include <fmt/format.h>
#include <array>
#include <filesystem>

#include "graphs/io/csv.hpp"
#include "graphs/io/lines.hpp"
#include "graphs/io/text.hpp"

namespace regionet {
namespace {

namespace fs = std::filesystem;

class LdbcReader {
 public:
  explicit LdbcReader(GraphInput& input) : input_(input), graph_(input.graph) {
    graph_.directed = input.options.directed;
  }

  void read() {
    const std::string properties = part(".properties");
    if (fs::exists(properties)) {
      read_properties(properties);
    } else {
      input_.notes.push_back(
          fmt::format("no {} beside it: {}", fs::path(properties).filename().string(),
                      graph_.directed ? "directed, as asked for" : "undirected unless --directed is given"));
    }
    read_vertices(part(".v"));
    read_edges(part(".e"));
  }

 private:
  [[nodiscard]] std::string part(const char* extension) const {
    return fs::path(input_.file).replace_extension(extension).string();
  }

  /// Lines `graph.NAME.KEY = VALUE`.
  void read_properties(const std::string& file) {
    const Text text = Text::load(file);
    LineReader lines(text.view(), file, input_.faults);
    while (lines.next()) {
      const auto& cells = lines.cells();
      if (cells.size() < 3 || cells[0].starts_with('#') || !cells[0].ends_with(".directed")) continue;
      if (cells[2] == "true" || cells[2] == "false") {
        graph_.directed = cells[2] == "true";
      } else {
        lines.fault(2, fmt::format("directed is '{}'", printable(cells[2])), "true or false");
      }
    }
  }

  void read_vertices(const std::string& file) {
    const Text text = Text::load(file);
    LineReader lines(text.view(), file, input_.faults);
    while (lines.next()) {
      const auto& cells = lines.cells();
      if (cells.empty()) continue;
      const std::size_t before = graph_.actor_count();
      graph_.actor(cells[0]);
      if (cells.size() != 1) {
        lines.fault(1, fmt::format("the line has {} cells", cells.size()), "one vertex");
      } else if (graph_.actor_count() == before) {
        lines.fault(0, fmt::format("vertex '{}' stands twice", printable(cells[0])), "", "remove one of the lines");
      }
    }
  }

  void read_edges(const std::string& file) {
    const Text text = Text::load(file);
    LineReader lines(text.view(), file, input_.faults);
    std::size_t width = 0;
    while (lines.next()) {
      const auto& cells = lines.cells();
      if (cells.empty()) continue;
      if (width == 0) width = cells.size();
      if (cells.size() != width || width < 2 || width > 3) {
        lines.fault(cells.size(), fmt::format("the line has {} cells", cells.size()),
                    width == 3 || width == 2 ? fmt::format("{}, as in the first line", width)
                                             : "source, target and perhaps a weight");
        continue;
      }
      read_edge(lines, cells);
    }
  }

  void read_edge(const LineReader& lines, const std::vector<std::string_view>& cells) {
    std::array<ActorId, 2> ends{};
    for (std::size_t side = 0; side < 2; ++side) {
      const auto known = graph_.find_actor(cells[side]);
      if (!known) {
        lines.fault(side, fmt::format("there is no vertex '{}'", printable(cells[side])), "a vertex of the .v file");
        return;
      }
      ends[side] = *known;
    }
    const AgreementId edge = graph_.add(ends[0], ends[1], lines.number());
    if (cells.size() == 2) return;
    if (const auto weight = parse_number(cells[2])) {
      graph_.set_weight(edge, *weight);
    } else {
      lines.fault(2, fmt::format("weight '{}' is no number", printable(cells[2])), "", number_mend(cells[2]));
    }
  }

  GraphInput& input_;
  PlainBuilder& graph_;
};

}  // namespace

void read_ldbc(GraphInput& input) { LdbcReader(input).read(); }

}  // namespace regionet
