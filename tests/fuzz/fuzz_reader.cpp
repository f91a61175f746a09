// SPDX-License-Identifier: Apache-2.0
// A libFuzzer target for one reader: whatever the bytes, it returns; and what it read without a fault, its own writer
// can write so that it is read again with as many actors and edges.
#include <cstdint>
#include <cstdlib>
#include <limits>

#include "graphs/io/graph_formats.hpp"

namespace {

using namespace regionet;

struct Read {
  Network network;
  Diagnostics faults;
};

Read read(const GraphFormat& format, std::string_view text) {
  Read out;
  const std::string file = "fuzz";
  const ReadOptions options;
  std::vector<std::string> notes;
  PlainBuilder graph;
  GraphInput input{text, file, options, graph, out.faults, notes};
  format.read(input);
  if (out.faults.errors() == 0) out.network = graph.freeze(out.faults);
  return out;
}

void check_written_again(const GraphFormat& format, const Network& network) {
  std::string text;
  Diagnostics faults;
  GraphOutput out([&](std::string_view piece) { text += piece; });
  format.write(network, out, faults);
  out.flush();
  if (faults.errors() > 0) return;
  const Read again = read(format, text);
  const bool same = again.faults.errors() == 0 && again.network.agreement_count() == network.agreement_count() &&
                    (!format.can.isolates || again.network.actor_count() == network.actor_count());
  if (!same) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const GraphFormat& format = graph_format(FUZZ_FORMAT);
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  // Readers of text are only given what is UTF-8 without zeros.
  const bool binary = format.name == "rgn";
  if (!binary && (find_invalid_utf8(text) != std::string_view::npos || text.find('\0') != std::string_view::npos)) {
    return 0;
  }
  const Read found = read(format, text);
  if (found.faults.errors() == 0 && format.write != nullptr) check_written_again(format, found.network);
  return 0;
}
