// SPDX-License-Identifier: Apache-2.0
// Plain networks that are hard to write, and how to compare what came back.
#pragma once

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "graphs/io/graph_format.hpp"
#include "tests/support/catch.hpp"

namespace regionet::test {

/// What a reader made of a text, called `file` in messages.
struct GraphRead {
  Network network;
  Diagnostics faults;
  std::vector<std::string> notes;
};

inline GraphRead read_graph(void (*read)(GraphInput&), std::string_view text, const ReadOptions& options = {},
                            const RunContext& run = {}) {
  GraphRead out;
  const std::string file = "file";
  PlainBuilder graph;
  GraphInput input{text, file, options, graph, out.faults, out.notes, run};
  read(input);
  out.network = graph.freeze(out.faults);
  return out;
}

/// What a writer made of a network, without regard to its faults.
inline std::string write_graph(void (*write)(const Network&, GraphOutput&, Diagnostics&), const Network& network,
                               Diagnostics& faults) {
  std::string bytes;
  GraphOutput out([&](std::string_view piece) { bytes += piece; });
  write(network, out, faults);
  out.flush();
  return bytes;
}

/// Everything that a plain network says, a sentence a line: what stands for the whole, then actors, then edges.
/// The two ends of an undirected edge have no order unless they are sides.
inline std::vector<std::string> described(const Network& network) {
  const auto type_name = [](AttributeType type) {
    constexpr std::array<const char*, 4> names{"text", "integer", "number", "boolean"};
    return names.at(static_cast<std::size_t>(type));
  };
  std::vector<std::string> out{fmt::format("directed {}, two-mode {}, weights {}, title '{}'", network.directed(),
                                           network.two_mode(), network.has_weights(), network.info().title)};
  for (const Attribute& column : network.actor_attributes()) {
    out.push_back(fmt::format("actor column '{}' {}", column.name, type_name(column.type)));
  }
  for (const Attribute& column : network.attributes()) {
    out.push_back(fmt::format("edge column '{}' {}", column.name, type_name(column.type)));
  }
  for (ActorId actor = 0; actor < network.actor_count(); ++actor) {
    std::string line = fmt::format("actor '{}' called '{}'", network.id(actor), network.name(actor));
    for (std::size_t i = 0; i < network.actor_attributes().size(); ++i) {
      line += fmt::format(" '{}'", network.actor_attribute(actor, i));
    }
    out.push_back(std::move(line));
  }
  for (AgreementId edge = 0; edge < network.agreement_count(); ++edge) {
    ActorId from = network.participants(edge)[0];
    ActorId to = network.participants(edge)[1];
    if (!network.directed() && !network.two_mode() && to < from) std::swap(from, to);
    const std::string type = network.has_types() ? network.types()[network.type(edge)].id : "tie";
    std::string line =
        fmt::format("edge '{}' - '{}' weight {} date '{}' until '{}' type '{}'", network.id(from), network.id(to),
                    network.weight(edge), network.date_cell(edge), network.agreement(edge).until, type);
    for (std::size_t i = 0; i < network.attributes().size(); ++i) {
      line += fmt::format(" '{}'", network.attribute(edge, i));
    }
    out.push_back(std::move(line));
  }
  return out;
}

/// The network of a text without faults.
inline Network good_graph(void (*read)(GraphInput&), std::string_view text, const ReadOptions& options = {}) {
  GraphRead out = read_graph(read, text, options);
  for (const Diagnostic& fault : out.faults.shown()) UNSCOPED_INFO(to_string(fault));
  REQUIRE(out.faults.shown().empty());
  return std::move(out.network);
}

/// The one fault of a text.
inline Diagnostic graph_fault(void (*read)(GraphInput&), std::string_view text, const ReadOptions& options = {}) {
  const GraphRead out = read_graph(read, text, options);
  for (const Diagnostic& fault : out.faults.shown()) UNSCOPED_INFO(to_string(fault));
  REQUIRE(out.faults.shown().size() == 1);
  CHECK(out.faults.shown()[0].file == "file");
  return out.faults.shown()[0];
}

/// The bytes of a network that can be written without faults.
inline std::string good_bytes(void (*write)(const Network&, GraphOutput&, Diagnostics&), const Network& network) {
  Diagnostics faults;
  std::string bytes = write_graph(write, network, faults);
  for (const Diagnostic& fault : faults.shown()) UNSCOPED_INFO(to_string(fault));
  REQUIRE(faults.shown().empty());
  return bytes;
}

/// The same lines; shows the first that differs.
inline void check_same_lines(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  CHECK(a.size() == b.size());
  const auto [left, right] = std::ranges::mismatch(a, b);
  if (left == a.end() || right == b.end()) return;
  CHECK(printable(*left, 400) == printable(*right, 400));
  CHECK(*left == *right);
}

/// The same network, edge by edge in the same order.
inline void check_equal(const Network& a, const Network& b) { check_same_lines(described(a), described(b)); }

/// The same network, its edges in any order.
inline void check_equal_unordered(const Network& a, const Network& b) {
  std::vector<std::string> left = described(a);
  std::vector<std::string> right = described(b);
  std::ranges::sort(left);
  std::ranges::sort(right);
  check_same_lines(left, right);
}

/// What a weird network has; leave out what a format cannot hold.
struct Weird {
  bool directed = false;
  bool ids = true;        ///< texts that look like numbers, keywords and markup; otherwise 1..n
  bool controls = false;  ///< ids with line ends, tabs and other control characters too
  bool labels = true;
  bool weights = true;
  bool whole_weights = false;  ///< positive integers only
  bool dates = true;
  bool ends = true;
  bool types = true;
  bool actor_columns = true;
  bool edge_columns = true;
  bool parallel = true;
  bool loops = true;
  bool isolates = true;
};

inline std::vector<std::string> weird_texts(bool controls) {
  std::vector<std::string> texts{"",
                                 "001",
                                 "1e5",
                                 "NA",
                                 "nan",
                                 "null",
                                 "true",
                                 "graph",
                                 "node",
                                 "edge",
                                 "-",
                                 "--",
                                 "a b",
                                 " a",
                                 "a ",
                                 "a\"b",
                                 "\"",
                                 "a\\b",
                                 "\\",
                                 "\\n",
                                 "'",
                                 "<b>&'",
                                 "&amp;",
                                 "]]>",
                                 "{a}",
                                 "[1]",
                                 "%",
                                 "#",
                                 "*Edges",
                                 "a:b;c,d",
                                 "=1+1",
                                 "..",
                                 "0",
                                 "1",
                                 "2",
                                 "-1",
                                 "1.50",
                                 "\u043C\u0456\u043D\u0441\u043A",
                                 "\u7518\u8083",
                                 "\U0001F600",
                                 "e\u0301",
                                 "\u00E9",
                                 "\u202Eabc",
                                 std::string(10'000, 'x')};
  if (controls) {
    for (const char* text : {"a\nb", "a\r\nb", "\t", "\r", "\x1b[31m", "\x01", "\x7f", "\u0085", "\u2028"}) {
      texts.emplace_back(text);
    }
  }
  return texts;
}

/// A network with all that `Weird` asks for.
inline Network weird_network(const Weird& what = {}) {
  PlainBuilder graph;
  graph.directed = what.directed;
  const std::vector<std::string> texts = weird_texts(what.controls);
  const std::size_t n = texts.size();
  for (std::size_t i = 0; i < n; ++i) {
    const ActorId actor = graph.actor(what.ids ? texts[i] : std::to_string(i + 1));
    if (what.labels && i % 2 == 0) graph.set_label(actor, texts[(i + 3) % n]);
    if (!what.actor_columns) continue;
    graph.set_actor_cell(actor, graph.actor_column("note", AttributeType::text), texts[(i + 5) % n]);
    if (i % 3 == 0) {
      graph.set_actor_cell(actor, graph.actor_column("people", AttributeType::integer), std::to_string(i * 1'000'000));
    }
    graph.set_actor_cell(actor, graph.actor_column("height", AttributeType::number), i % 2 == 0 ? "-0.5" : "1e-07");
    graph.set_actor_cell(actor, graph.actor_column("member", AttributeType::boolean), i % 2 == 0 ? "true" : "false");
  }
  if (what.actor_columns) static_cast<void>(graph.actor_column("never set", AttributeType::integer));
  const auto last = static_cast<ActorId>(what.isolates ? n - 2 : n);
  const auto add = [&](ActorId from, ActorId to) {
    const AgreementId edge = graph.add(from, to, graph.edge_count() + 1);
    if (what.weights) graph.set_weight(edge, what.whole_weights ? 1.0 + edge % 7 : 0.1 * edge - 1);
    if (what.dates && edge % 2 == 0) graph.set_date(edge, edge % 4 == 0 ? "2016-05?" : "2015/2017-03-01");
    if (what.ends && edge % 3 == 0) graph.set_until(edge, "2020");
    if (what.types && edge % 4 != 3) graph.set_type(edge, edge % 4 == 0 ? "twin \"<&>" : "");
    if (!what.edge_columns) return;
    graph.set_edge_cell(edge, graph.edge_column("remark", AttributeType::text), texts[edge % n]);
    if (edge % 5 == 1) graph.set_edge_cell(edge, graph.edge_column("count", AttributeType::integer), "-7");
    graph.set_edge_cell(edge, graph.edge_column("share", AttributeType::number), edge % 2 == 0 ? "1" : "2.50");
  };
  for (ActorId i = 0; i + 1 < last; ++i) add(i, i + 1);
  for (ActorId i = last - 1; i > 1; i -= 2) add(i, i - 2);
  if (what.parallel) {
    add(0, 1);
    add(1, 0);
    add(0, 1);
  }
  if (what.loops) {
    add(3, 3);
    add(3, 3);
  }
  Diagnostics faults;
  Network network = graph.freeze(faults);
  REQUIRE(faults.errors() == 0);
  return network;
}

}  // namespace regionet::test
