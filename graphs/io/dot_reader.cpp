// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <utility>

#include "graphs/io/dot.hpp"
#include "graphs/io/dot_graph.hpp"
#include "graphs/io/dot_scanner.hpp"

namespace regionet {
namespace {

using Token = DotToken::Kind;

/// Whom the attributes of a list belong to.
enum class Owner : std::uint8_t { graph, node, edge };

class DotReader {
 public:
  explicit DotReader(GraphInput& input) : input_(input), scanner_(input), graph_(input) {}

  void read() {
    if (!next() || !read_header()) return;
    while (!blocks_.empty()) {
      if (graph_.full()) return;
      const bool good = blocks_.back().after_operand ? read_after_operand() : read_statement();
      if (!good) return;
    }
    if (token_.kind != Token::end) {
      fault("something stands behind the graph", "one graph a file");
    } else if (!graph_.full()) {
      graph_.finish();
    }
  }

 private:
  /// A graph or subgraph that is open, and as much as has been read of the statement in it.
  struct Block {
    std::vector<DotOperand> operands;
    std::vector<Place> signs;  ///< of the -> or -- between them
    bool after_operand = false;
  };

  static constexpr std::size_t most_blocks = 100;

  bool next() { return scanner_.next(token_); }

  bool fault(std::string what, std::string expected = "", std::string mend = "") {
    add_fault(input_, token_.place, std::move(what), std::move(expected), std::move(mend));
    return false;
  }

  bool unexpected(std::string expected) {
    if (token_.kind == Token::end) return fault("the file ends too soon", std::move(expected));
    return fault(fmt::format("'{}' cannot stand here", printable(token_.as_written)), std::move(expected));
  }

  bool read_header() {
    const bool strict = token_.kind == Token::strict;
    if (strict && !next()) return false;
    directed_ = token_.kind == Token::digraph;
    if (!directed_ && token_.kind != Token::graph) return unexpected("graph or digraph");
    if (!next()) return false;
    std::string name;
    if (token_.kind == Token::id && !take_id(name)) return false;
    if (token_.kind != Token::open) return unexpected("a { and the statements of the graph");
    graph_.begin(directed_, strict, name);
    blocks_.emplace_back();
    return next();
  }

  bool take_id(std::string& id) {
    if (token_.kind != Token::id) return unexpected("an id");
    id = std::move(token_.text);
    return next();
  }

  bool read_statement() {
    switch (token_.kind) {
      case Token::close:
        return close_block();
      case Token::semicolon:
        return next();
      case Token::graph:
        return next() && read_defaults(Owner::graph);
      case Token::node:
        return next() && read_defaults(Owner::node);
      case Token::edge:
        return next() && read_defaults(Owner::edge);
      default:
        return read_operand(true);
    }
  }

  bool read_operand(bool first) {
    if (token_.kind == Token::subgraph || token_.kind == Token::open) return open_block();
    if (token_.kind != Token::id) return unexpected(first ? "a statement or }" : "a node or a subgraph");
    const DotToken id = std::move(token_);
    if (!next()) return false;
    if (first && token_.kind == Token::equals) return read_graph_attribute(id);
    DotOperand operand;
    if (!read_node(id, operand)) return false;
    while (token_.kind == Token::comma) {
      if (!next()) return false;
      if (token_.kind != Token::id) return unexpected("another node");
      const DotToken other = std::move(token_);
      if (!next() || !read_node(other, operand)) return false;
    }
    put(std::move(operand));
    return true;
  }

  void put(DotOperand operand) {
    blocks_.back().operands.push_back(std::move(operand));
    blocks_.back().after_operand = true;
  }

  bool read_graph_attribute(const DotToken& name) {
    DotAttribute attribute{name.text, {}, name.place};
    if (!next() || !take_id(attribute.value)) return false;
    graph_.set_graph_attribute(attribute);
    return true;
  }

  /// `a`, `a:port` or `a:port:compass`.
  bool read_node(const DotToken& id, DotOperand& operand) {
    DotEnd end{graph_.node(id.text, id.html), {}};
    for (int parts = 0; parts < 2 && token_.kind == Token::colon; ++parts) {
      std::string part;
      if (!next() || !take_id(part)) return false;
      end.port += (parts == 0 ? "" : ":") + part;
    }
    operand.nodes.push_back(std::move(end));
    return true;
  }

  bool open_block() {
    std::optional<std::string> name;
    if (token_.kind == Token::subgraph) {
      if (!next()) return false;
      if (token_.kind == Token::id && !take_id(name.emplace())) return false;
    }
    if (token_.kind != Token::open) return unexpected("a { and the statements of the subgraph");
    if (blocks_.size() == most_blocks) return fault(fmt::format("more than {} subgraphs in each other", most_blocks));
    graph_.open(name);
    blocks_.emplace_back();
    return next();
  }

  bool close_block() {
    blocks_.pop_back();
    if (!blocks_.empty()) put({{}, graph_.close()});
    return next();
  }

  bool read_after_operand() {
    Block& block = blocks_.back();
    if (token_.kind == Token::arrow || token_.kind == Token::line) {
      if ((token_.kind == Token::arrow) != directed_) {
        return fault(fmt::format("{} in a{} graph", token_.as_written, directed_ ? " directed" : "n undirected"),
                     directed_ ? "->" : "--", "digraph has -> between nodes, graph has --");
      }
      block.signs.push_back(token_.place);
      block.after_operand = false;
      return next() && read_operand(false);
    }
    attributes_.clear();
    if (token_.kind == Token::open_list && !read_attributes()) return false;
    end_statement(block);
    return true;
  }

  void end_statement(Block& block) {
    for (std::size_t i = 0; i < block.signs.size() && !graph_.full(); ++i) {
      graph_.add_edges(block.operands[i], block.operands[i + 1], block.signs[i], attributes_);
    }
    if (block.signs.empty()) set_on_nodes(block.operands.front());
    block = {};
  }

  void set_on_nodes(const DotOperand& operand) {
    for (const DotAttribute& attribute : attributes_) {
      for (const DotEnd& end : operand.nodes) graph_.set(end.node, attribute);
      if (operand.subgraph) graph_.ignore(attribute.name);
    }
  }

  bool read_defaults(Owner owner) {
    attributes_.clear();
    if (token_.kind != Token::open_list) return unexpected("a [ and attributes");
    if (!read_attributes()) return false;
    for (const DotAttribute& attribute : attributes_) {
      if (owner == Owner::graph) graph_.set_graph_attribute(attribute);
      if (owner == Owner::node) graph_.set_node_default(attribute);
      if (owner == Owner::edge) graph_.set_edge_default(attribute);
    }
    return true;
  }

  /// `[a=1, b=2; c=3] [d=4]`
  bool read_attributes() {
    while (token_.kind == Token::open_list) {
      if (!next()) return false;
      while (token_.kind != Token::close_list) {
        DotAttribute attribute{{}, {}, token_.place};
        if (!take_id(attribute.name)) return false;
        if (token_.kind != Token::equals) return unexpected("a = and the value");
        if (!next()) return false;
        if (token_.html) graph_.count_html();
        if (!take_id(attribute.value)) return false;
        attributes_.push_back(std::move(attribute));
        if ((token_.kind == Token::comma || token_.kind == Token::semicolon) && !next()) return false;
      }
      if (!next()) return false;
    }
    return true;
  }

  GraphInput& input_;
  DotScanner scanner_;
  DotGraph graph_;
  DotToken token_;
  std::vector<Block> blocks_;
  std::vector<DotAttribute> attributes_;
  bool directed_ = false;
};

}  // namespace

void read_dot(GraphInput& input) { DotReader(input).read(); }

}  // namespace regionet
