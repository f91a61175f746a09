// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <charconv>
#include <cmath>
#include <optional>

#include "graphs/io/graph_format.hpp"

namespace regionet {

/// Reads a sparse matrix of Matrix Market (Boisvert, Pozo, Remington 1996) as a graph, an edge an entry in their order.
///
/// general         a square matrix is a directed graph of the vertices 1..n, entry (i, j) an edge from i to j.
/// symmetric       an undirected one; only entries on and below the diagonal may stand in the file.
/// skew-symmetric  a directed one in which each entry stands for two edges, the second reversed with weight negated.
/// Two-mode        a matrix with more rows than columns, or fewer: the rows r1.. and the columns c1..; a square one
///                 with --two-mode too. Undirected unless --directed.
/// Weights         the values of real and integer matrices, explicit zeros too; pattern has none.
/// Vertices        all that the size line counts, with entries or without, up to 1,000 and 16 for each byte of the
///                 file. Repeated entries are parallel edges.
/// Errors          complex and hermitian matrices, dense ones (array), positions outside, a wrong count of entries.
/// Cost            one pass, no allocation a line.
void read_matrix_market(GraphInput&);

/// Writes one: general where the network is directed, symmetric where it is not, rows and columns where it is two-mode.
/// Other tools number the vertices 1..n in the order of the actors; for our own reader ids stand in comments, see
/// VertexIds. They stand also where so few edges have so many actors that the reader would not believe the count.
/// Errors  weights that are not finite; an actor on both sides of a two-mode network.
void write_matrix_market(const Network&, GraphOutput&, Diagnostics&);

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

/// Reads the numbers of one line from left to right; blanks and tabs between them.
class NumberLine {
 public:
  explicit NumberLine(std::string_view line) : line_(line), at_(line.data()) {}

  [[nodiscard]] bool at_end() {
    while (at_ != end() && is_blank(*at_)) ++at_;
    return at_ == end();
  }
  /// The next cell as a whole number, or as a finite one; nothing where it is none.
  std::optional<std::uint64_t> whole() { return next<std::uint64_t>(); }
  std::optional<double> real() {
    if (!at_end() && *at_ == '+') ++at_;
    const auto value = next<double>();
    return value && std::isfinite(*value) ? value : std::nullopt;
  }
  /// The cell that was read last, and the column where it begins.
  [[nodiscard]] std::string_view cell() const {
    const std::size_t begin = column() - 1;
    return line_.substr(begin, line_.find_first_of(" \t", begin) - begin);
  }
  /// What follows behind it and the blanks.
  [[nodiscard]] std::string_view rest() {
    static_cast<void>(at_end());
    return line_.substr(static_cast<std::size_t>(at_ - line_.data()));
  }
  [[nodiscard]] std::uint64_t column() const { return static_cast<std::uint64_t>(cell_ - line_.data()) + 1; }

 private:
  static bool is_blank(char c) { return c == ' ' || c == '\t'; }
  [[nodiscard]] const char* end() const { return line_.data() + line_.size(); }

  template <typename Number>
  std::optional<Number> next() {
    static_cast<void>(at_end());
    cell_ = at_;
    Number value{};
    const auto [stop, fault] = std::from_chars(at_, end(), value);
    at_ = stop;
    if (fault != std::errc{} || (stop != end() && !is_blank(*stop))) return std::nullopt;
    return value;
  }

  std::string_view line_;
  const char* at_;
  const char* cell_ = line_.data();
};

}  // namespace regionet
