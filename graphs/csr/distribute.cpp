// SPDX-License-Identifier: Apache-2.0
#include "graphs/csr/distribute.hpp"

#include <algorithm>

namespace regionet {

std::size_t chunk_count(const RunContext& run) {
  constexpr std::size_t most = 64;
  return std::clamp<std::size_t>(run.threads, 1, most);
}

std::vector<std::size_t> cut_by_arcs(std::span<const Arc> begin, std::size_t chunks) {
  std::vector<std::size_t> cuts(chunks + 1, begin.size());
  cuts[0] = 0;
  if (begin.empty()) return cuts;
  for (std::size_t chunk = 1; chunk < chunks; ++chunk) {
    const Arc wanted = begin.front() + (begin.back() - begin.front()) * chunk / chunks;
    cuts[chunk] = static_cast<std::size_t>(std::ranges::lower_bound(begin, wanted) - begin.begin());
  }
  return cuts;
}

}  // namespace regionet
