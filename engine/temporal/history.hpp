// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "graphs/model/period.hpp"
#include "graphs/view/view.hpp"

namespace regionet {

/// When the ties of a view were made, as columns: the dated agreements in the order of the network, each with the days
/// that its date can be and the ties that it makes. Open and unknown ends of dates are bounded by the network.
struct History {
  std::vector<DayRange> dates;             ///< distinct; most agreements share theirs with others
  std::vector<std::uint32_t> date;         ///< of each agreement, into `dates`
  std::vector<AgreementId> agreement;      ///< which one of the network it is
  std::vector<std::uint64_t> tie_offsets;  ///< agreement i makes `ties[tie_offsets[i]]` to `ties[tie_offsets[i + 1]]`
  std::vector<std::uint32_t> ties;
  std::vector<std::pair<Vertex, Vertex>> ends;  ///< of each tie: an undirected pair once, a directed arc as it runs
  std::size_t vertices = 0;
  std::uint64_t undated = 0;       ///< agreements in no period
  std::uint64_t open_ended = 0;    ///< dated, with an end bounded by the network
  std::optional<Day> from, until;  ///< the window of the view

  [[nodiscard]] std::size_t size() const { return date.size(); }
  [[nodiscard]] DayRange days(std::size_t i) const { return dates[date[i]]; }
  [[nodiscard]] std::span<const std::uint32_t> ties_of(std::size_t i) const {
    return std::span(ties).subspan(tie_offsets[i], tie_offsets[i + 1] - tie_offsets[i]);
  }
};

/// O(pairs of the agreements * log d) time; 8 bytes an agreement, 4 a pair, 8 a tie.
[[nodiscard]] History history_of(const View&);

/// The periods from the first to the last day that a date of the history can be, inside its window.
/// Throws std::invalid_argument where no agreement is dated.
[[nodiscard]] Periods periods_of(const History&, PeriodLength);

}  // namespace regionet
