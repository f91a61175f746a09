// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graphs/model/network.hpp"

namespace regionet {

/// What the .rgn files need of a network's insides: its columns as they are stored, to be filled or only looked at.
class RgnNetwork {
 public:
  explicit RgnNetwork(Network& network) : network_(network) {}

  auto& labels() { return network_.labels_; }
  auto& texts() { return network_.texts_; }
  auto& names() { return network_.plain_names_; }
  auto& ends() { return network_.participants_; }
  auto& weights() { return network_.weights_; }
  auto& dates() { return network_.dates_; }
  auto& untils() { return network_.untils_; }
  auto& types() { return network_.types_; }
  auto& date_values() { return network_.date_values_; }
  auto& date_texts() { return network_.date_texts_; }
  auto& type_terms() { return network_.type_terms_; }
  auto& status_terms() { return network_.status_terms_; }
  auto& edge_attributes() { return network_.attributes_; }
  auto& actor_attributes() { return network_.actor_attributes_; }
  auto& edge_columns() { return network_.columns_; }
  auto& actor_columns() { return network_.actor_columns_; }
  auto& info() { return network_.info_; }
  auto& date_bounds() { return network_.date_bounds_; }

  static const Labels& labels(const Network& network) { return network.labels_; }
  static const StringTable& texts(const Network& network) { return network.texts_; }
  static std::span<const TextId> names(const Network& network) { return network.plain_names_.rows(); }
  static std::span<const DateId> dates(const Network& network) { return network.dates_.rows(); }
  static std::span<const DateId> untils(const Network& network) { return network.untils_.rows(); }
  static std::span<const TextId> date_texts(const Network& network) { return network.date_texts_; }
  static std::span<const Vocabulary::Id> types(const Network& network) { return network.types_.rows(); }
  static const std::vector<Values<TextId>>& edge_columns(const Network& network) { return network.columns_; }
  static const std::vector<Values<TextId>>& actor_columns(const Network& network) { return network.actor_columns_; }

  void set_plain(bool directed, bool two_mode) {
    network_.plain_ = true;
    network_.directed_ = directed;
    network_.two_mode_ = two_mode;
    network_.first_line_ = 1;  // an edge is called by its number, from 1
  }
  void keep(std::shared_ptr<const void> file, StoredGraph rows) {
    network_.mapping_ = std::move(file);
    network_.stored_ = rows;
  }

 private:
  Network& network_;
};

}  // namespace regionet
