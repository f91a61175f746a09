// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>

#include "engine/measures/vertex_measures.hpp"
#include "engine/report/language.hpp"
#include "engine/report/table.hpp"
#include "graphs/model/period.hpp"
#include "graphs/view/view.hpp"

namespace regionet {

/// A stretch of time with its name.
struct NamedWindow {
  std::string label;
  std::optional<Day> from, until;
};

struct MovesOptions {
  MeasureRequest by;
  ActorId country = no_actor;  ///< only its places are shown
  std::size_t top = 0;         ///< places that ever stood at this rank or better; 0: all
  Language language = Language::en;
};

/// The windows that end with each period of the dates of a view: from its first day on, or of so many years, as far as
/// a whole window fits in. Throws std::invalid_argument where no agreement is dated, or the window is longer than the
/// data.
[[nodiscard]] std::vector<NamedWindow> windows_of(const View&, PeriodLength, std::optional<int> years);

/// Rank trajectories: the rank of each place in each window, a block a country as `rank` has them. Beside it how far
/// consecutive windows agree, and who moved most between the first and the last window that has it.
/// A view and its measure are made for each window. `whole` is the view without them.
[[nodiscard]] Report moves_report(const View& whole, std::span<const NamedWindow>, const MovesOptions&,
                                  const RunContext&);

/// Two windows side by side: who is new, dropped, risen, fallen, with the values.
[[nodiscard]] Report compare_windows_report(const View& whole, const NamedWindow& before, const NamedWindow& after,
                                            const MovesOptions&, const RunContext&);

}  // namespace regionet
