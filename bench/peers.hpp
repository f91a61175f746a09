// SPDX-License-Identifier: Apache-2.0
// What the peers do in each case: one table, made of a part for each peer.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "bench/harness.hpp"
#include "bench/input.hpp"

namespace regionet::bench {

/// A row of the table: what a peer does in a case. The input has to outlive the contender.
struct PeerRow {
  std::string_view peer;
  std::string_view case_name;
  Contender (*make)(const Input&);
};

/// What says how fast a case could be, whichever peers were asked for.
inline constexpr std::string_view baseline = "baseline";

[[nodiscard]] std::vector<PeerRow> baseline_rows();
[[nodiscard]] std::vector<PeerRow> boost_rows();
[[nodiscard]] std::vector<PeerRow> boost_kernel_rows();
[[nodiscard]] std::vector<PeerRow> igraph_rows();
[[nodiscard]] std::vector<PeerRow> igraph_kernel_rows();
[[nodiscard]] std::vector<PeerRow> graphblas_rows();

/// All rows of peers that run in this process and that were found when the bench was built.
[[nodiscard]] std::vector<PeerRow> peer_table();

/// The names that can be asked for.
[[nodiscard]] std::vector<std::string> known_peers();

/// Throws std::invalid_argument where a peer of the list (`igraph,boost`, or `none`) is not known.
void require_known_peers(const std::string& peers);

/// The contenders of a case: its baseline, and the peers asked for. A peer that was not found, or has no such case, is
/// left out with a line on stderr.
[[nodiscard]] std::vector<Contender> peers_of(std::string_view case_name, const std::string& peers, const Input&);

}  // namespace regionet::bench
