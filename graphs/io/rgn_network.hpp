// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graphs/model/network.hpp"

namespace regionet {

/// What the .rgn files need of a network's insides: its columns as they are stored.
class RgnNetwork {
 public:
  explicit RgnNetwork(Network& network) : network_(network) {}

  Labels& labels() { return network_.labels_; }
  StringTable& texts() { return network_.texts_; }
  Values<TextId>& names() { return network_.plain_names_; }
  Values<ActorId>& ends() { return network_.participants_; }
  Values<double>& weights() { return network_.weights_; }
  Values<DateId>& dates() { return network_.dates_; }
  Values<DateId>& untils() { return network_.untils_; }
  Values<Vocabulary::Id>& types() { return network_.types_; }
  std::vector<Date>& date_values() { return network_.date_values_; }
  std::vector<TextId>& date_texts() { return network_.date_texts_; }
  Vocabulary& type_terms() { return network_.type_terms_; }
  Vocabulary& status_terms() { return network_.status_terms_; }
  std::vector<Attribute>& edge_attributes() { return network_.attributes_; }
  std::vector<Attribute>& actor_attributes() { return network_.actor_attributes_; }
  std::vector<Values<TextId>>& edge_columns() { return network_.columns_; }
  std::vector<Values<TextId>>& actor_columns() { return network_.actor_columns_; }
  NetworkInfo& info() { return network_.info_; }
  DayRange& date_bounds() { return network_.date_bounds_; }

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
