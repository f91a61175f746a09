// SPDX-License-Identifier: Apache-2.0
#include "graphs/io/edge_rows.hpp"

#include <fmt/format.h>
#include <algorithm>

namespace regionet {

bool EdgeRowsWriter::can_write(const GraphFormat& format, const Size& size) {
  // SNAP counts its edges in the head of the file.
  return format.name == "csv" || format.name == "tsv" || (format.name == "snap" && size.edges > 0);
}

EdgeRowsWriter::EdgeRowsWriter(GraphOutput& out, const GraphFormat& format, const Size& size)
    : out_(out), separator_(format.name == "csv" ? ',' : '\t'), tied_(size.vertices, false) {
  if (format.name == "snap") {
    out_ << fmt::format("# {}irected graph\n# Nodes: {} Edges: {}\n", size.directed ? "D" : "Und", size.vertices,
                        size.edges);
  } else {
    out_ << fmt::format("source{}target\n", separator_);
  }
}

void EdgeRowsWriter::write(std::span<const std::uint32_t> ends) {
  fmt::memory_buffer rows;
  for (std::size_t i = 0; i < ends.size(); i += 2) {
    fmt::format_to(std::back_inserter(rows), "{}{}{}\n", ends[i], separator_, ends[i + 1]);
    tied_[ends[i]] = tied_[ends[i + 1]] = true;
  }
  edges_ += ends.size() / 2;
  out_ << std::string_view(rows.data(), rows.size());
}

std::uint64_t EdgeRowsWriter::isolates() const {
  return static_cast<std::uint64_t>(std::ranges::count(tied_, false));
}

}  // namespace regionet
