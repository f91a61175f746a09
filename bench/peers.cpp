// SPDX-License-Identifier: Apache-2.0
#include "bench/peers.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <sstream>
#include <stdexcept>

#include "bench/worker.hpp"

namespace regionet::bench {
namespace {

/// The names of a list; none in `none`.
std::vector<std::string> words(const std::string& list) {
  std::vector<std::string> out;
  if (list == "none") return out;
  std::istringstream in(list);
  for (std::string word; std::getline(in, word, ',');) out.push_back(word);
  return out;
}

/// A peer, and where it runs.
struct Peer {
  std::string name;
  bool found = true;  ///< when the bench was built
  bool worker = false;
};

const std::vector<Peer>& all_peers() {
  static const std::vector<Peer> peers{{"boost"},
                                       {"igraph", REGIONET_BENCH_IGRAPH != 0},
                                       {"graphblas", REGIONET_BENCH_GRAPHBLAS != 0},
                                       {"graph-tool", true, true},
                                       {"networkx", true, true}};
  return peers;
}

const Peer& known_peer(const std::string& name) {
  const auto& peers = all_peers();
  const auto at = std::ranges::find(peers, name, &Peer::name);
  if (at != peers.end()) return *at;
  throw std::invalid_argument(
      fmt::format("peer '{}' is not known; expected none or {}", name, fmt::join(known_peers(), ", ")));
}

void add_rows(std::string_view peer, std::string_view case_name, const Input& input, std::vector<Contender>& out) {
  for (const PeerRow& row : peer_table()) {
    if (row.peer == peer && row.case_name == case_name) out.push_back(row.make(input));
  }
}

/// Says why where there is nothing to add.
void add_peer(const Peer& peer, std::string_view case_name, const Input& input, std::vector<Contender>& out) {
  const std::size_t before = out.size();
  std::string reason = peer.found ? fmt::format("it has no case {}", case_name) : "it was not found at build time";
  if (peer.worker) {
    WorkerContender made = worker_contender(peer.name, case_name, input);
    if (made.contender) out.push_back(*made.contender);
    reason = made.reason;
  } else {
    add_rows(peer.name, case_name, input, out);
  }
  if (out.size() == before) fmt::print(stderr, "bench: peer {} is left out: {}\n", peer.name, reason);
}

}  // namespace

std::vector<PeerRow> peer_table() {
  std::vector<PeerRow> out;
  const auto add = [&](const std::vector<PeerRow>& rows) { out.insert(out.end(), rows.begin(), rows.end()); };
  add(baseline_rows());
  add(boost_rows());
  add(boost_kernel_rows());
#if REGIONET_BENCH_IGRAPH
  add(igraph_rows());
  add(igraph_kernel_rows());
#endif
#if REGIONET_BENCH_GRAPHBLAS
  add(graphblas_rows());
#endif
  return out;
}

std::vector<std::string> known_peers() {
  std::vector<std::string> out;
  for (const Peer& peer : all_peers()) out.push_back(peer.name);
  return out;
}

void require_known_peers(const std::string& peers) {
  for (const std::string& name : words(peers)) known_peer(name);
}

std::vector<Contender> peers_of(std::string_view case_name, const std::string& peers, const Input& input) {
  std::vector<Contender> out;
  add_rows(baseline, case_name, input, out);
  for (const std::string& name : words(peers)) add_peer(known_peer(name), case_name, input, out);
  return out;
}

}  // namespace regionet::bench
