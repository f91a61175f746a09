// SPDX-License-Identifier: Apache-2.0
#include "engine/cli/measure_list.hpp"

#include <algorithm>
#include <stdexcept>

#include "engine/cli/arguments.hpp"

namespace regionet {

std::vector<MeasureRequest> measures_of(const std::vector<std::string>& by, std::span<const VertexMeasure> table) {
  std::vector<MeasureRequest> out;
  for (const std::string& typed : by) {
    const bool again = std::ranges::find(out, typed, &MeasureRequest::typed) != out.end();
    if (again) throw UsageError("--by names '" + typed + "' twice; name it once");
    try {
      out.push_back(parse_measure(typed, table));
    } catch (const std::invalid_argument& fault) {
      throw UsageError(fault.what());
    }
  }
  return out;
}

}  // namespace regionet
