// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <algorithm>

#include "graphs/io/csv.hpp"
#include "graphs/io/lines.hpp"
#include "graphs/io/metis.hpp"
#include "graphs/io/number_line.hpp"
#include "graphs/io/place.hpp"
#include "graphs/io/vertex_ids.hpp"

namespace regionet {
namespace {

constexpr std::uint64_t most_weights = 1000;
constexpr std::uint64_t most_ids = 0xFFFFFFFEU;

/// An edge as one of its ends tells it.
struct Arc {
  std::uint32_t from = 0;
  std::uint32_t next = 0;  // the arc before that has the same head, plus 1
  double weight = 1;

  [[nodiscard]] bool same_as(const Arc& other) const { return from == other.from && weight == other.weight; }
  friend bool operator<(const Arc& a, const Arc& b) { return a.from != b.from ? a.from < b.from : a.weight < b.weight; }
};

class MetisReader {
 public:
  explicit MetisReader(GraphInput& input)
      : input_(input), graph_(input.graph), lines_(input.text, input.file, input.faults), ids_(input) {}

  void read() {
    if (!read_header()) return;
    add_columns();
    heads_.resize(vertices_ + 1, 0);
    bool readable = true;
    for (std::uint32_t vertex = 1; vertex <= vertices_; ++vertex) {
      if (!next_line()) {
        fault(0, fmt::format("the file ends before the line of vertex {}", vertex),
              "a line for each vertex, empty where it has no neighbours");
        return;
      }
      readable = read_vertex(vertex) && readable;
      if (readable) match(vertex);
    }
    finish();
  }

 private:
  bool fault(std::uint64_t column, std::string what, std::string expected = "", std::string mend = "") {
    add_fault(input_, {lines_.number(), column}, std::move(what), std::move(expected), std::move(mend));
    return false;
  }

  /// The next line that is no comment.
  bool next_line() {
    while (lines_.next()) {
      if (!lines_.line().starts_with('%')) return true;
      ids_.read_comment(lines_.line(), lines_.number());
    }
    return false;
  }

  bool read_header() {
    if (input_.options.two_mode) return fault(0, "METIS does not tell the two sides", "a file read without --two-mode");
    if (!next_line()) return fault(0, "the file has no header", "n m [fmt [ncon]]");
    NumberLine numbers(lines_.line());
    for (std::uint64_t* const count : {&vertices_, &edges_}) {
      const auto value = numbers.whole();
      if (!value) return fault(numbers.column(), "this is no header", "n m [fmt [ncon]]");
      *count = *value;
    }
    header_line_ = lines_.number();
    return read_kinds(numbers) && fits() && ids_.add_actors("id", vertices_) && ids_.finish();
  }

  /// `fmt`, a digit each for sizes, weights of vertices and weights of edges, and how many weights a vertex has.
  bool read_kinds(NumberLine& numbers) {
    if (numbers.at_end()) return true;
    const std::uint64_t format = numbers.whole().value_or(1000);
    if (format > 111 || format % 10 > 1 || format / 10 % 10 > 1) {
      return fault(numbers.column(), fmt::format("the fmt '{}' is not known", printable(numbers.cell())),
                   "three digits 0 or 1: vertex sizes, vertex weights, edge weights");
    }
    has_sizes_ = format >= 100;
    weights_ = format / 10 % 10;
    has_edge_weights_ = format % 10 == 1;
    if (numbers.at_end()) return true;
    const auto count = numbers.whole();
    if (!count || *count > most_weights || !numbers.at_end()) {
      return fault(numbers.column(), "the header does not end with ncon",
                   fmt::format("the number of weights of a vertex, at most {}", most_weights));
    }
    if (*count > 0 && weights_ == 0) {
      return fault(numbers.column(), fmt::format("ncon is {}, and fmt has no weights of vertices", *count),
                   "fmt 010 or 011", "mend fmt, or remove ncon");
    }
    weights_ = weights_ == 0 ? 0 : std::max<std::uint64_t>(*count, 1);
    return true;
  }

  /// Each vertex has a line, so the file cannot hold more vertices than lines.
  bool fits() {
    const std::string_view rest = lines_.rest();
    const auto ends = static_cast<std::uint64_t>(std::ranges::count(rest, '\n'));
    const std::uint64_t most = std::min<std::uint64_t>(ends + (rest.empty() || rest.ends_with('\n') ? 0 : 1), most_ids);
    return vertices_ <= most ||
           fault(1, fmt::format("the header claims {} vertices", vertices_),
                 fmt::format("at most {}, the lines that follow: one each, empty where it has no neighbours", most),
                 "is the file cut off?");
  }

  void add_columns() {
    if (has_sizes_) static_cast<void>(graph_.actor_column("size", AttributeType::integer));
    for (std::uint64_t i = 1; i <= weights_; ++i) {
      static_cast<void>(graph_.actor_column(fmt::format("weight{}", i), AttributeType::integer));
    }
  }

  /// False where the line hides edges.
  bool read_vertex(std::uint32_t vertex) {
    NumberLine numbers(lines_.line());
    const std::uint64_t cells = weights_ + (has_sizes_ ? 1 : 0);
    for (std::uint64_t column = 0; column < cells; ++column) {
      if (!numbers.whole()) {
        return fault(numbers.column(), fmt::format("vertex {} has too few sizes and weights", vertex),
                     fmt::format("{} whole numbers before its neighbours", cells));
      }
      graph_.set_actor_cell(vertex - 1, column, numbers.cell());
    }
    told_here_.clear();
    while (!numbers.at_end()) {
      if (!read_neighbour(vertex, numbers)) return false;
    }
    return true;
  }

  bool read_neighbour(std::uint32_t vertex, NumberLine& numbers) {
    const auto number = numbers.whole();
    if (!number || *number == 0 || *number > vertices_) {
      return fault(numbers.column(), fmt::format("'{}' is no vertex", printable(numbers.cell())),
                   fmt::format("a number from 1 to {}", vertices_));
    }
    if (*number == vertex) {
      return fault(numbers.column(), fmt::format("vertex {} stands in its own line", vertex),
                   "no loops: the graphs of METIS have none", "remove it, or write the edges as csv");
    }
    Arc arc{.from = static_cast<std::uint32_t>(*number)};
    if (has_edge_weights_) {
      const auto weight = numbers.whole();
      if (!weight || *weight == 0 || *weight > static_cast<std::uint64_t>(exact_integers)) {
        return fault(numbers.column(), fmt::format("the weight '{}' is no positive integer", printable(numbers.cell())),
                     "1 to 2^53 behind each neighbour");
      }
      arc.weight = static_cast<double>(*weight);
    }
    arc.from < vertex ? told_here_.push_back(arc) : add(vertex, arc);
    return true;
  }

  /// An edge that stands for the first time; its other end has it in its list until its own line comes.
  void add(std::uint32_t vertex, Arc arc) {
    const std::uint32_t other = arc.from;
    const AgreementId edge = graph_.add(vertex - 1, other - 1, lines_.number());
    if (has_edge_weights_) graph_.set_weight(edge, arc.weight);
    arcs_.push_back({.from = vertex, .next = heads_[other], .weight = arc.weight});
    heads_[other] = static_cast<std::uint32_t>(arcs_.size());
  }

  /// What the lower vertices tell of this one, and what it tells of them, must be the same.
  void match(std::uint32_t vertex) {
    told_before_.clear();
    for (std::uint32_t at = heads_[vertex]; at != 0; at = arcs_[at - 1].next) told_before_.push_back(arcs_[at - 1]);
    std::ranges::reverse(told_before_);
    for (auto* const list : {&told_before_, &told_here_}) {
      if (!std::ranges::is_sorted(*list, std::less<>{})) std::ranges::sort(*list, std::less<>{});
    }
    if (!std::ranges::equal(told_before_, told_here_, &Arc::same_as)) tell_differences(vertex);
  }

  void tell_differences(std::uint32_t vertex) {
    const auto once = [&](std::uint32_t teller, std::uint32_t other) {
      fault(0, fmt::format("vertex {} lists {}, whose line does not list it", teller, other),
            "each edge in the lines of both its ends", fmt::format("add {} to the line of {}", teller, other));
    };
    auto before = told_before_.begin();
    auto here = told_here_.begin();
    while (before != told_before_.end() || here != told_here_.end()) {
      if (here == told_here_.end() || (before != told_before_.end() && before->from < here->from)) {
        once(before++->from, vertex);
      } else if (before == told_before_.end() || here->from < before->from) {
        once(vertex, here++->from);
      } else {
        if (before->weight != here->weight) {
          fault(0, fmt::format("the edge of {} and {} weighs {} there and {} here", before->from, vertex,
                               before->weight, here->weight));
        }
        ++before;
        ++here;
      }
    }
  }

  void finish() {
    const bool good = input_.faults.errors() == 0;
    while (next_line()) {
      if (NumberLine(lines_.line()).at_end()) continue;
      fault(1, fmt::format("a line behind that of the last vertex, {}", vertices_), "the end of the file");
      return;
    }
    const std::uint64_t found = graph_.edge_count();
    if (!good || found == edges_) return;
    input_.faults.add({.file = input_.file,
                       .line = header_line_,
                       .what = fmt::format("the header counts {} edges, the file has {}", edges_, found),
                       .expected = "each edge counted once, though it stands twice",
                       .mend = fmt::format("write {}", found)});
  }

  GraphInput& input_;
  PlainBuilder& graph_;
  LineReader lines_;
  VertexIds ids_;
  std::uint64_t vertices_ = 0, edges_ = 0, header_line_ = 0;
  bool has_sizes_ = false, has_edge_weights_ = false;
  std::uint64_t weights_ = 0;  // of a vertex
  std::vector<Arc> arcs_;
  std::vector<std::uint32_t> heads_;  // by vertex: the last arc to it from a lower one, plus 1
  std::vector<Arc> told_before_, told_here_;
};

}  // namespace

void read_metis(GraphInput& input) { MetisReader(input).read(); }

}  // namespace regionet
