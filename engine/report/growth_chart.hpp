// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/report/growth_report.hpp"

namespace regionet {

/// The growth of a view as a picture in SVG: above the cumulative band from certain to possible with the expected line
/// and the changes of the rate with their range over draws of the dates, below the expected new agreements of each
/// period by type. Shades and hatches can be told apart in grey print; no label overlaps another; equal input gives
/// equal bytes. Throws InputError where no agreement of the view is dated.
[[nodiscard]] std::string growth_chart(const View&, const GrowthOptions&, const std::string& title, const RunContext&);

}  // namespace regionet
