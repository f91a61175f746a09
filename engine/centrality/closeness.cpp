// SPDX-License-Identifier: Apache-2.0
#include "engine/centrality/closeness.hpp"

namespace regionet {

std::vector<double> harmonic(const DistancesResult& distances) {
  std::vector<double> out = distances.harmonic;
  for (double& value : out) value /= static_cast<double>(out.size() - 1);
  return out;
}

std::vector<double> closeness(const DistancesResult& distances) {
  std::vector<double> out(distances.total.size(), 0);
  for (std::size_t v = 0; v < out.size(); ++v) {
    const double reach = distances.reach[v];
    if (reach > 0) out[v] = reach / static_cast<double>(out.size() - 1) * (reach / distances.total[v]);
  }
  return out;
}

}  // namespace regionet
