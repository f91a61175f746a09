// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graphs/io/graph_format.hpp"

namespace regionet {

/// The ids of vertices that a format only numbers, in comments that other tools skip (here and in METIS):
///
///     %%regionet id 3 "Brest \"region\""
///     %%regionet row 1 ".."
///     %%regionet column 1 ".."
///     %%regionet two-mode
///     %%regionet directed
///
/// The id is a JSON string. A vertex without a comment is called by its number. They stand before the sizes.
class VertexIds {
 public:
  explicit VertexIds(GraphInput& input) : input_(input) {}

  bool two_mode = false;
  bool directed = false;

  /// Keeps what a comment says, if it is one of ours. A fault where it is broken, or stands behind the sizes.
  void read_comment(std::string_view line, std::uint64_t number);
  /// Adds `count` actors in order. False (and a fault) where an id stands twice or is none.
  bool add_actors(std::string_view keyword, std::uint64_t count, std::string_view prefix = "");

  /// To be called when all actors are there: a fault where a comment is of none of them.
  bool finish();

  /// Writes such a comment.
  static void write_comment(GraphOutput& out, std::string_view keyword, std::uint64_t vertex, std::string_view id);

 private:
  struct Comment {
    std::string_view keyword;
    std::uint64_t vertex;
    std::string_view id;  // as JSON
    std::uint64_t line;
  };
  bool fault(std::uint64_t line, std::string what, std::string expected = "");

  GraphInput& input_;
  std::vector<Comment> comments_;
  std::size_t used_ = 0;
  bool finished_ = false;
};

}  // namespace regionet
