// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "graphs/io/attribute_cells.hpp"
#include "graphs/io/dot_scopes.hpp"
#include "graphs/io/edge_fields.hpp"
#include "graphs/io/name_counts.hpp"
#include "graphs/io/two_sides.hpp"

namespace regionet {

/// A node as the end of an edge.
struct DotEnd {
  ActorId node = 0;
  std::string port;  ///< may be empty
};

/// One side of an edge statement: nodes, or every node of a subgraph.
struct DotOperand {
  std::vector<DotEnd> nodes;
  std::optional<std::uint32_t> subgraph;
};

/// What the statements of a DOT file make: actors, their attributes, and the edges between groups.
class DotGraph {
 public:
  explicit DotGraph(GraphInput& input);

  void begin(bool directed, bool strict, std::string_view name);
  /// Opens a subgraph inside the one that is open; one of the same name there is opened again.
  void open(const std::optional<std::string>& name);
  /// Closes it and returns its number.
  std::uint32_t close();

  /// The node of this id, declared in the subgraph that is open.
  ActorId node(std::string_view id, bool html);
  void set(ActorId node, const DotAttribute& attribute);
  void add_edges(const DotOperand& from, const DotOperand& to, Place place, std::span<const DotAttribute> attributes);

  void set_node_default(const DotAttribute& attribute);
  void set_edge_default(const DotAttribute& attribute);
  void set_graph_attribute(const DotAttribute& attribute);
  /// An attribute that nothing takes.
  void ignore(std::string_view name) { ignored_.add(name); }
  void count_html() { ++html_values_; }

  /// Whether the file asks for more than its size allows; then a fault was added.
  [[nodiscard]] bool full() const { return full_; }
  void finish();

 private:
  struct Edge {
    AgreementId id = 0;
    ActorId from = 0;
    bool is_new = true;
  };

  /// What a strict graph has once, and a key.
  struct Ends {
    ActorId from = 0;
    ActorId to = 0;
    TextId key = 0;
    friend bool operator==(const Ends&, const Ends&) = default;
  };
  struct HashEnds {
    std::size_t operator()(const Ends& ends) const {
      constexpr std::uint64_t odd = 0x9E3779B97F4A7C15U;  // spreads neighbours over the table
      const std::uint64_t pair = (std::uint64_t{ends.from} << 32U | ends.to) * odd;
      return static_cast<std::size_t>((pair ^ pair >> 32U ^ ends.key) * odd);
    }
  };

  void note_cluster(ActorId node);
  bool members_of(const DotOperand& operand, Place place, std::vector<DotEnd>& out);
  void add_edge(const DotEnd& from, const DotEnd& to, Place place, std::span<const DotAttribute> attributes);
  Edge edge_between(ActorId from, ActorId to, Place place, std::span<const DotAttribute> attributes);
  void set_edge(AgreementId edge, const DotAttribute& attribute);
  void set_cell(AttributeCells& cells, std::uint32_t row, std::string_view name, std::string_view value, Place place);
  bool spend(std::uint64_t steps, Place place);
  void fill_clusters();
  void add_notes();

  GraphInput& input_;
  PlainBuilder& graph_;
  EdgeFields fields_;
  AttributeCells node_cells_;
  AttributeCells edge_cells_;
  DotScopes scopes_;
  std::vector<std::uint32_t> cluster_of_;  // by actor, as DotScopes numbers them
  std::vector<std::uint8_t> spelling_;     // by actor: 1 as text, 2 as HTML, 3 both
  std::vector<std::uint32_t> seen_;        // by actor: the last group it was found in
  std::uint32_t groups_ = 0;
  std::vector<DotEnd> from_, to_;
  StringTable keys_;
  std::unordered_map<Ends, Edge, HashEnds> known_edges_;  // of strict graphs, and with keys
  TwoSides sides_;
  Place faulty_;  // of the last value that could not be read
  bool strict_ = false;
  bool full_ = false;
  std::uint64_t steps_ = 0;
  std::uint64_t merged_ = 0;
  std::uint64_t html_values_ = 0;
  std::uint64_t escapes_ = 0;
  std::uint64_t several_clusters_ = 0;
  bool cluster_attribute_ = false;
  NameCounts ignored_;
};

}  // namespace regionet
