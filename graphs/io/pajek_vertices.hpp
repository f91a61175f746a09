// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "graphs/io/pajek_text.hpp"
#include "graphs/model/string_table.hpp"

namespace regionet {

/// The vertices of a Pajek file, and which of their two names is the id.
class PajekVertices {
 public:
  explicit PajekVertices(GraphInput& input) : input_(input) {}

  /// `*Vertices N [N1]`. False, and a fault, where the counts cannot be true.
  bool declare(const std::vector<PajekCell>& cells);
  /// A vertex that is listed; 0, and a fault, where it is no vertex or was listed before.
  std::uint64_t list(const std::vector<PajekCell>& cells);
  /// Adds the actors, 1 to N, once all labels are known.
  void add_actors(bool numbers_are_ids);

  [[nodiscard]] std::uint64_t count() const { return count_; }
  /// How many stand on the first side, where sides are declared.
  [[nodiscard]] std::optional<std::uint64_t> first_side() const { return first_side_; }
  /// The vertex that a cell names; 0, and a fault, where it names none.
  std::uint64_t find(const PajekCell& cell);

 private:
  struct Label {
    std::uint32_t vertex = 0;
    TextId text = 0;
  };

  [[nodiscard]] std::optional<std::string> repeated_label() const;

  GraphInput& input_;
  std::uint64_t count_ = 0;
  std::optional<std::uint64_t> first_side_;
  std::vector<bool> listed_;
  std::vector<bool> labelled_;
  std::vector<Label> labels_;  // in the order of the file
  StringTable texts_;
  std::string buffer_;
};

}  // namespace regionet
