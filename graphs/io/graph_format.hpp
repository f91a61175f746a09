// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graphs/diagnostic.hpp"
#include "graphs/io/read_options.hpp"
#include "graphs/io/text.hpp"
#include "graphs/model/plain_builder.hpp"
#include "graphs/runtime/run_context.hpp"

namespace regionet {

/// What a reader is given, and where it puts what it finds. It adds every actor that the file declares, in the order
/// of the file, and every edge in the order of the file. Faults are added to `faults` with their line; a reader that
/// cannot go on returns. It never drops or changes anything in silence: what it had to interpret is a note.
struct GraphInput {
  std::string_view text;    ///< the whole file, decompressed; UTF-8 checked unless the format is binary
  const std::string& file;  ///< its name, for messages
  const ReadOptions& options;
  PlainBuilder& graph;
  Diagnostics& faults;
  std::vector<std::string>& notes;  ///< one sentence each, for the reader of stderr
  RunContext run{};
  const Text* source = nullptr;  ///< where the text comes from; null in tests

  /// Throws InputError where the text is not UTF-8. Called by readers whose format `checks_text` itself.
  void check_text() const {
    if (source != nullptr) source->check();
  }
};

/// How many vertices a file of this size may claim without naming each: one for each byte, and 100,000 more. Above that
/// a header is wrong, and is refused before it takes memory.
[[nodiscard]] constexpr std::uint64_t most_claimed_vertices(std::string_view text) {
  constexpr std::uint64_t most_ids = 0xFFFFFFFEU;
  return std::min<std::uint64_t>(text.size() + 100'000, most_ids);
}
inline constexpr std::string_view most_claimed_words = "one for each byte of the file and 100,000 more";

/// Where a writer puts its bytes, piece by piece.
class GraphOutput {
 public:
  explicit GraphOutput(std::function<void(std::string_view)> write) : write_(std::move(write)) {}
  GraphOutput(const GraphOutput&) = delete;
  GraphOutput& operator=(const GraphOutput&) = delete;
  GraphOutput(GraphOutput&&) = delete;
  GraphOutput& operator=(GraphOutput&&) = delete;
  ~GraphOutput() = default;

  GraphOutput& operator<<(std::string_view text) {
    buffer_ += text;
    if (buffer_.size() >= full) flush();
    return *this;
  }
  /// To be called at the end.
  void flush() {
    if (!buffer_.empty()) write_(buffer_);
    buffer_.clear();
  }

 private:
  static constexpr std::size_t full = 1U << 20U;
  std::function<void(std::string_view)> write_;
  std::string buffer_;
};

/// What a format can hold; what it cannot is told before it is written.
struct Capabilities {
  bool directed = true;
  bool undirected = true;
  bool any_ids = true;  ///< ids of any text; otherwise the numbers 1..n (or 0..n-1), labels apart
  bool labels = false;  ///< a name beside the id
  bool weights = false;
  bool dates = false;
  bool ends = false;  ///< the `until` of an edge
  bool types = false;
  bool actor_columns = false;
  bool edge_columns = false;
  bool parallel_edges = true;
  bool loops = true;
  bool isolates = true;  ///< actors without an edge
};

/// A format of graph files: one row of the table.
struct GraphFormat {
  std::string_view name;
  std::string_view extensions;  ///< `;` between them, each with its point, the usual one first
  std::string_view holds;       ///< in a sentence, for people
  Capabilities can;
  void (*read)(GraphInput&) = nullptr;  ///< null where it is only written
  /// Writes a plain network. Faults are added where a text cannot be written; then nothing of the output is kept.
  void (*write)(const Network&, GraphOutput&, Diagnostics&) = nullptr;  ///< null where it is only read
  /// The roles of `--columns` that the reader looks up, `;` between them; what it names itself is not among them.
  std::string_view roles;
  bool checks_text = false;  ///< the reader calls `check_text` where it has not looked at every byte itself
};

}  // namespace regionet
