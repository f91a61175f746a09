// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "graphs/io/gml_scanner.hpp"
#include "graphs/model/string_table.hpp"

namespace regionet {

/// Which actor each node of a GML file is. In files of ours the label of a node is the id of its actor, elsewhere the
/// number is, and an edge may stand before its nodes.
class GmlNodes {
 public:
  explicit GmlNodes(GraphInput& input) : input_(input) {}

  /// To be called before the first node.
  void labels_are_ids() { labels_are_ids_ = true; }
  [[nodiscard]] bool with_labels_as_ids() const { return labels_are_ids_; }

  /// The actor of a node that is declared; none, and a fault, where its id is no number or stands already.
  std::optional<ActorId> add(const GmlItem& id, std::optional<std::string_view> label);
  /// The actor that the end of an edge names; none, and a fault, where it cannot be one.
  std::optional<ActorId> find(const GmlItem& end);

  /// Faults for the ends that no node was declared for, and notes; to be called at the end.
  void finish();

 private:
  struct Waiting {
    ActorId actor = 0;
    Place place;
  };

  bool read_id(const GmlItem& item);
  std::optional<ActorId> add_labelled(const GmlItem& id, std::optional<std::string_view> label);
  bool declare(ActorId actor, const GmlItem& id);

  GraphInput& input_;
  bool labels_are_ids_ = false;
  std::string id_;                    // as `read_id` found it
  StringTable numbers_;               // of nodes whose labels are the ids, in the order of the file
  std::vector<ActorId> actors_;       // of those numbers
  std::vector<std::uint64_t> lines_;  // where each actor was declared, 0 where it was not
  std::vector<Waiting> waiting_;      // ends of edges that stand before their nodes
  StringTable labels_;
  std::uint64_t repeated_labels_ = 0;
  std::string repeated_label_;  // the first
  std::uint64_t quoted_ids_ = 0;
};

}  // namespace regionet
