// SPDX-License-Identifier: Apache-2.0
#include "graphs/csr/arc_counts.hpp"

namespace regionet {

void ArcCounts::finish() {
  std::uint32_t all = 0;
  for (std::size_t word = 0; word < several_.size(); ++word) {
    before_[word] = all;
    all += count_bits(several_[word]);
  }
}

}  // namespace regionet
