// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "graphs/io/place.hpp"
#include "graphs/model/string_table.hpp"

namespace regionet {

struct DotAttribute {
  std::string name;
  std::string value;
  Place place;
};

using DotAttributes = std::vector<DotAttribute>;

/// The subgraphs of a DOT file, number 0 the graph itself: what each holds, and the defaults of the ones that are open.
/// A subgraph that is opened again keeps its members and its own defaults.
class DotScopes {
 public:
  DotScopes() : subgraphs_(1), open_{{0, empty(), empty()}} {}

  /// Opens a subgraph inside the one that is open. Returns how many defaults had to be looked at.
  std::uint64_t open(const std::optional<std::string>& name);
  /// Closes it and returns its number.
  std::uint32_t close();

  [[nodiscard]] const DotAttributes& node_defaults() const { return *open_.back().nodes; }
  [[nodiscard]] const DotAttributes& edge_defaults() const { return *open_.back().edges; }
  void set_node_default(const DotAttribute& attribute);
  void set_edge_default(const DotAttribute& attribute);

  [[nodiscard]] bool in_graph() const { return open_.size() == 1; }
  /// The cluster that is open, 0 outside of any.
  [[nodiscard]] std::uint32_t cluster() const { return subgraphs_[open_.back().subgraph].cluster; }
  [[nodiscard]] std::string_view cluster_name(std::uint32_t cluster) const { return cluster_names_[cluster - 1]; }
  [[nodiscard]] std::size_t clusters() const { return cluster_names_.size(); }
  [[nodiscard]] std::size_t named_subgraphs() const { return named_.size(); }

  /// Who stands in a subgraph: nodes as they are named, other subgraphs with `child` set.
  [[nodiscard]] const std::vector<std::uint64_t>& members(std::uint32_t subgraph) const {
    return subgraphs_[subgraph].members;
  }
  void add_member(std::uint32_t node);
  static constexpr std::uint64_t child = std::uint64_t{1} << 32U;

 private:
  using Shared = std::shared_ptr<const DotAttributes>;
  struct Own {
    DotAttributes nodes, edges;
  };
  struct Subgraph {
    std::unique_ptr<Own> own;  ///< defaults set inside, also the empty ones
    std::vector<std::uint64_t> members;
    std::uint32_t cluster = 0;
  };
  struct Open {
    std::uint32_t subgraph = 0;
    Shared nodes, edges;  ///< what holds here; many subgraphs share the defaults of the graph
  };

  static Shared empty() { return std::make_shared<const DotAttributes>(); }
  static Shared with(const Shared& outer, const DotAttributes& own);
  Own& own();

  std::vector<Subgraph> subgraphs_;
  std::vector<Open> open_;
  std::unordered_map<std::string, std::uint32_t> named_;  // number of the outer one and name → number
  StringTable cluster_names_;
};

}  // namespace regionet
