// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <algorithm>
#include <array>

#include "graphs/ascii.hpp"
#include "graphs/io/csv.hpp"
#include "graphs/io/lines.hpp"
#include "graphs/io/matrix_market.hpp"
#include "graphs/io/number_line.hpp"
#include "graphs/io/place.hpp"
#include "graphs/io/vertex_ids.hpp"

namespace regionet {
namespace {

constexpr std::string_view banner = "%%matrixmarket";
constexpr std::string_view expected_banner = "%%MatrixMarket matrix coordinate real|integer|pattern general|symmetric";

enum class Field : std::uint8_t { real, integer, pattern };
enum class Symmetry : std::uint8_t { general, symmetric, skew };

class MatrixMarketReader {
 public:
  explicit MatrixMarketReader(GraphInput& input)
      : input_(input), graph_(input.graph), lines_(input.text, input.file, input.faults), ids_(input) {}

  void read() {
    if (!read_banner()) return;
    while (lines_.next()) {
      const std::string_view line = lines_.line();
      if (line.starts_with('%')) {
        ids_.read_comment(line, lines_.number());
      } else if (NumberLine(line).at_end()) {
        continue;
      } else if (sized_) {
        read_entry(line);
      } else if (!read_sizes(line)) {
        return;
      }
    }
    finish();
  }

 private:
  bool fault(std::uint64_t column, std::string what, std::string expected = "", std::string mend = "") {
    add_fault(input_, {lines_.number(), column}, std::move(what), std::move(expected), std::move(mend));
    return false;
  }

  bool read_banner() {
    if (!lines_.next() || lines_.cells().size() != 5 || lower_ascii(lines_.cells()[0]) != banner) {
      return fault(1, "this is no Matrix Market file", std::string(expected_banner));
    }
    const auto& cells = lines_.cells();
    if (lower_ascii(cells[1]) != "matrix") return refuse(1, "only matrices are graphs");
    if (lower_ascii(cells[2]) == "array") return refuse(2, "a dense matrix says of no pair that it has no edge");
    if (lower_ascii(cells[2]) != "coordinate") return refuse(2);
    return read_field(lower_ascii(cells[3])) && read_symmetry(lower_ascii(cells[4]));
  }

  bool refuse(std::size_t cell, std::string_view why = "") {
    lines_.fault(cell,
                 fmt::format("'{}' cannot be read{}{}", printable(lines_.cells()[cell]), why.empty() ? "" : ": ", why),
                 std::string(expected_banner), "write the matrix in coordinate form with real values");
    return false;
  }

  bool read_field(std::string_view name) {
    if (name == "complex") return refuse(3, "a weight is one number");
    if (name != "real" && name != "double" && name != "integer" && name != "pattern") return refuse(3);
    field_ = name == "integer" ? Field::integer : name == "pattern" ? Field::pattern : Field::real;
    return true;
  }

  bool read_symmetry(std::string_view name) {
    if (name == "hermitian") return refuse(4, "a weight is one number");
    if (name != "general" && name != "symmetric" && name != "skew-symmetric") return refuse(4);
    symmetry_ = name == "general" ? Symmetry::general : name == "symmetric" ? Symmetry::symmetric : Symmetry::skew;
    if (symmetry_ != Symmetry::skew) return true;
    if (field_ == Field::pattern) return refuse(4, "a pattern has no sign");
    input_.notes.emplace_back("a skew-symmetric matrix: each entry is two edges, the second with its weight negated");
    return true;
  }

  bool read_sizes(std::string_view line) {
    NumberLine numbers(line);
    for (std::uint64_t* const size : {&rows_, &columns_, &entries_}) {
      const auto value = numbers.whole();
      if (!value) return fault(numbers.column(), "this is no size line", "rows, columns, entries");
      *size = *value;
    }
    if (!numbers.at_end()) return fault(0, "the size line has more than three numbers", "rows, columns, entries");
    sized_ = true;
    size_line_ = lines_.number();
    two_mode_ = rows_ != columns_ || ids_.two_mode || input_.options.two_mode;
    if (two_mode_ && symmetry_ != Symmetry::general) {
      return fault(0, fmt::format("a symmetric matrix of {} rows and {} columns with two sides", rows_, columns_),
                   "a square one, whose rows and columns are the same vertices", "write it as general");
    }
    return fits() && add_vertices();
  }

  /// A count that the file cannot mean is refused before it takes memory.
  bool fits() {
    const std::uint64_t allowed = most_claimed_vertices(input_.text);
    const std::uint64_t largest = std::max(rows_, columns_);
    const std::uint64_t claimed = largest <= allowed && two_mode_ ? rows_ + columns_ : largest;
    return claimed <= allowed || fault(1, fmt::format("the file claims {} vertices", claimed),
                                       fmt::format("at most {}, {}", allowed, most_claimed_words),
                                       "mend the size line, or write the edges as csv");
  }

  bool add_vertices() {
    graph_.two_mode = two_mode_;
    graph_.directed = two_mode_ ? ids_.directed || input_.options.directed : symmetry_ != Symmetry::symmetric;
    if (!two_mode_) return ids_.add_actors("id", rows_) && ids_.finish();
    first_column_ = static_cast<ActorId>(rows_);
    return ids_.add_actors("row", rows_, "r") && ids_.add_actors("column", columns_, "c") && ids_.finish();
  }

  void read_entry(std::string_view line) {
    ++found_;
    NumberLine numbers(line);
    const auto row = position(numbers, "row", rows_);
    if (!row) return;
    const auto column = position(numbers, "column", columns_);
    if (!column) return;
    double weight = 1;
    if (field_ != Field::pattern) {
      const auto value = numbers.real();
      if (!value || (field_ == Field::integer && *value != std::trunc(*value))) {
        fault(numbers.column(),
              fmt::format("the value '{}' is no {}", printable(numbers.cell()),
                          field_ == Field::integer ? "integer" : "number"),
              "", number_mend(numbers.cell()));
        return;
      }
      weight = *value;
      inexact_ += field_ == Field::integer && std::abs(weight) >= exact_integers ? 1U : 0U;
    }
    if (!numbers.at_end()) {
      fault(0, "the line has too many numbers", field_ == Field::pattern ? "row, column" : "row, column, value");
    } else if (in_stored_triangle(*row, *column)) {
      add(*row - 1, *column - 1, weight);
    }
  }

  std::optional<ActorId> position(NumberLine& numbers, std::string_view what, std::uint64_t most) {
    const auto number = numbers.whole();
    if (number && *number >= 1 && *number <= most) return static_cast<ActorId>(*number);
    fault(numbers.column(), fmt::format("'{}' is no {}", printable(numbers.cell()), what),
          fmt::format("a number from 1 to {}", most));
    return std::nullopt;
  }

  bool in_stored_triangle(ActorId row, ActorId column) {
    if (symmetry_ == Symmetry::general || row > column) return true;
    if (row == column && symmetry_ == Symmetry::symmetric) return true;
    return fault(1,
                 fmt::format("the entry ({}, {}) stands {} the diagonal", row, column, row == column ? "on" : "above"),
                 "entries below it only: the others follow from them",
                 row == column ? "a skew-symmetric matrix has none" : "exchange the two numbers, or say general");
  }

  void add(ActorId row, ActorId column, double weight) {
    const AgreementId edge = graph_.add(row, first_column_ + column, lines_.number());
    if (field_ == Field::pattern) return;
    graph_.set_weight(edge, weight);
    if (symmetry_ == Symmetry::skew) graph_.set_weight(graph_.add(column, row, lines_.number()), -weight);
  }

  void finish() {
    if (!sized_) {
      fault(0, "the file has no size line", "rows, columns, entries");
    } else if (found_ != entries_) {
      input_.faults.add({.file = input_.file,
                         .line = size_line_,
                         .what = fmt::format("the size line counts {} entries, the file has {}", entries_, found_),
                         .mend = found_ < entries_ ? "is the file cut off?" : ""});
    }
    if (inexact_ > 0) {
      input_.notes.push_back(fmt::format("{} integers of 2^53 and more are perhaps rounded", inexact_));
    }
  }

  GraphInput& input_;
  PlainBuilder& graph_;
  LineReader lines_;
  VertexIds ids_;
  Field field_ = Field::real;
  Symmetry symmetry_ = Symmetry::general;
  bool sized_ = false;
  bool two_mode_ = false;
  std::uint64_t rows_ = 0, columns_ = 0, entries_ = 0;
  std::uint64_t size_line_ = 0;
  ActorId first_column_ = 0;
  std::uint64_t found_ = 0, inexact_ = 0;
};

}  // namespace

void read_matrix_market(GraphInput& input) { MatrixMarketReader(input).read(); }

}  // namespace regionet
