// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "graphs/model/network.hpp"

namespace regionet {

/// The date cells with the earliest and the latest bound among agreements; empty while none is dated.
struct DateSpan {
  std::string_view first;
  std::string_view last;

  void include(const Network& network, AgreementId id) {
    const Date* const date = network.date(id);
    if (date == nullptr) return;
    const DayRange days = date->within(network.date_bounds());
    if (!earliest_ || days.first < *earliest_) {
      earliest_ = days.first;
      first = network.date_cell(id);
    }
    if (!latest_ || days.last > *latest_) {
      latest_ = days.last;
      last = network.date_cell(id);
    }
  }

 private:
  std::optional<Day> earliest_, latest_;
};

}  // namespace regionet
