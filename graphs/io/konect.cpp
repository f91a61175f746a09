// SPDX-License-Identifier: Apache-2.0
#include "graphs/io/konect.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <charconv>

#include "graphs/io/csv.hpp"
#include "graphs/io/date_format.hpp"
#include "graphs/io/lines.hpp"

namespace regionet {
namespace {

constexpr std::array<std::string_view, 3> forms{"sym", "asym", "bip"};
constexpr std::array<std::string_view, 9> weightings{"unweighted", "positive",      "posweighted",
                                                     "signed",     "multisigned",   "weighted",
                                                     "dynamic",    "multiweighted", "multiposweighted"};

std::uint64_t whole_number(std::string_view text) {
  std::uint64_t value = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  return fault == std::errc{} && end == text.data() + text.size() ? value : 0;
}

class KonectReader {
 public:
  explicit KonectReader(GraphInput& input) : input_(input), lines_(input.text, input.file, input.faults) {}

  void read() {
    if (!read_form()) return;
    while (lines_.next()) {
      if (lines_.cells().empty()) continue;
      if (lines_.line().starts_with('%')) {
        if (input_.graph.edge_count() == 0 && sizes_[0] == 0 && !read_sizes()) return;
      } else {
        read_edge();
      }
    }
    if (edges_ != 0 && edges_ != input_.graph.edge_count()) {
      input_.notes.push_back(
          fmt::format("the second line counts {} edges, the file has {}", edges_, input_.graph.edge_count()));
    }
    if (times_dropped_ > 0) {
      input_.notes.push_back(fmt::format("the time of day of {} dates was dropped", times_dropped_));
    }
  }

 private:
  bool read_form() {
    if (!lines_.next() || !looks_like_konect(lines_.line())) {
      lines_.fault(0, "this is no KONECT file",
                   "a first line such as '% sym unweighted', '% asym positive' or '% bip unweighted'");
      return false;
    }
    const auto& cells = lines_.cells();
    const std::string_view form = cells[1];
    two_mode_ = form == "bip";
    input_.graph.directed = form == "asym";
    input_.graph.two_mode = two_mode_;
    const std::string_view weights = cells[2];
    weighted_ = weights != "unweighted";
    if (weights == "dynamic")
      input_.notes.emplace_back(
          "a dynamic file: -1 in the third cell takes an edge away; the edges are kept as they stand");
    return true;
  }

  /// `% EDGES LEFT RIGHT`; other comments are none of ours.
  bool read_sizes() {
    const auto& cells = lines_.cells();
    if (cells.size() < 3 || whole_number(cells[1]) == 0 || whole_number(cells[2]) == 0) return true;
    edges_ = whole_number(cells[1]);
    sizes_ = {whole_number(cells[2]), cells.size() > 3 ? whole_number(cells[3]) : whole_number(cells[2])};
    const std::uint64_t allowed = 16 * input_.text.size() + 1000;
    if (sizes_[0] > allowed || sizes_[1] > allowed) {
      lines_.fault(2, fmt::format("the file claims {} vertices", std::max(sizes_[0], sizes_[1])),
                   fmt::format("at most {}, 16 for each byte of it", allowed), "mend the second line, or remove it");
      return false;
    }
    for (std::size_t side = 0; side < (two_mode_ ? 2 : 1); ++side) {
      for (std::uint64_t number = 1; number <= sizes_[side]; ++number) actor(side, std::to_string(number));
    }
    return true;
  }

  ActorId actor(std::size_t side, std::string_view number) {
    if (!two_mode_) return input_.graph.actor(number);
    id_ = side == 0 ? 'L' : 'R';
    id_ += number;
    const ActorId actor = input_.graph.actor(id_);
    input_.graph.set_label(actor, number);
    return actor;
  }

  void read_edge() {
    const auto& cells = lines_.cells();
    if (cells.size() < 2 || cells.size() > 4) {
      lines_.fault(cells.size(), fmt::format("the line has {} cells", cells.size()),
                   "from, to, and perhaps weight and seconds");
      return;
    }
    std::array<ActorId, 2> ends{};
    for (std::size_t side = 0; side < 2; ++side) {
      const std::uint64_t number = whole_number(cells[side]);
      const std::uint64_t most = sizes_[two_mode_ ? side : 0];
      if (number == 0 || (most != 0 && number > most)) {
        lines_.fault(side, fmt::format("'{}' is no vertex", printable(cells[side])),
                     most == 0 ? "a number from 1" : fmt::format("a number from 1 to {}", most));
        return;
      }
      ends[side] = actor(side, cells[side]);
    }
    const AgreementId edge = input_.graph.add(ends[0], ends[1], lines_.number());
    if (cells.size() > 2) read_weight(edge, cells[2]);
    if (cells.size() > 3) read_time(edge, cells[3]);
  }

  void read_weight(AgreementId edge, std::string_view cell) {
    const auto value = parse_number(cell);
    if (!value) {
      lines_.fault(2, fmt::format("weight '{}' is no number", printable(cell)), "", number_mend(cell));
    } else if (weighted_ || *value != 1) {
      input_.graph.set_weight(edge, *value);
    }
  }

  void read_time(AgreementId edge, std::string_view cell) {
    if (cell == "0") return;  // KONECT's way to say that there is none
    try {
      bool time_dropped = false;
      input_.graph.set_date(edge, date_from(cell.substr(0, cell.find('.')), "unix", time_dropped));
      times_dropped_ += time_dropped ? 1 : 0;
    } catch (const DateError& fault) {
      lines_.fault(3, fault.what(), "seconds since 1970", fault.mend());
    }
  }

  GraphInput& input_;
  LineReader lines_;
  bool two_mode_ = false;
  bool weighted_ = false;
  std::uint64_t edges_ = 0;
  std::array<std::uint64_t, 2> sizes_{};
  std::uint64_t times_dropped_ = 0;
  std::string id_;
};

}  // namespace

bool looks_like_konect(std::string_view text) {
  Diagnostics unused;
  const std::string file;
  LineReader lines(text.substr(0, 200), file, unused);
  if (!lines.next()) return false;
  const auto& cells = lines.cells();
  return cells.size() >= 3 && cells[0] == "%" && std::ranges::find(forms, cells[1]) != forms.end() &&
         std::ranges::find(weightings, cells[2]) != weightings.end();
}

void read_konect(GraphInput& input) { KonectReader(input).read(); }

}  // namespace regionet
