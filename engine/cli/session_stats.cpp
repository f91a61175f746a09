// SPDX-License-Identifier: Apache-2.0
// What a run took, and what it would take.
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "engine/cli/session.hpp"
#include "engine/version.hpp"
#include "graphs/runtime/memory.hpp"

namespace regionet {

void Session::write_stats(const OpenedNetwork& opened, const View* view) {
  clock_.begin(RunClock::Part::write);
  nlohmann::ordered_json json{{"version", version}, {"threads", run().threads}};
  double total = 0;
  for (std::size_t i = 0; i < RunClock::parts.size(); ++i) {
    const double seconds = clock_.seconds(static_cast<RunClock::Part>(i));
    json[fmt::format("{}_seconds", RunClock::parts[i])] = seconds;
    total += seconds;
  }
  json["total_seconds"] = total;
  json["peak_memory_bytes"] = peak_memory();
  const Network::Bytes bytes = opened.network.bytes();
  json["network_column_bytes"] = bytes.columns;
  json["network_text_bytes"] = bytes.text;
  json["actors"] = opened.network.actor_count();
  json["agreements"] = opened.network.agreement_count();
  if (view != nullptr) {
    json["n"] = view->graph().vertex_count();
    json["m"] = view->graph().edge_count();
  }
  files_.stage(stats_file_, json.dump(2) + "\n");
}

bool Session::dry_run(const OpenedNetwork& opened, std::span<const MeasureRequest> measures) const {
  if (!dry_run_) return false;
  const Network& network = opened.network;
  const Network::Bytes held = network.bytes();
  const bool mapped = network.stored_graph() != nullptr;
  // An agreement of k actors makes at most as many pairs as its participants allow; two are the rule.
  const std::size_t pairs = network.plain() ? network.agreement_count() : network.ends().size();
  const std::uint64_t graph =
      mapped ? 0 : build_bytes(network.actor_count(), pairs, network.has_weights(), network.directed(), run());
  print(fmt::format("{}: {} actors, {} agreements; the network holds {} MiB, its graph would take at most {} MiB{}\n",
                    printable(opened.label, 4096), network.actor_count(), network.agreement_count(),
                    ((held.columns + held.text) >> 20U) + 1, (graph >> 20U) + (mapped ? 0 : 1),
                    mapped ? ", it is mapped" : ""));
  const std::uint64_t arcs = network.directed() ? pairs : 2 * pairs;
  for (const MeasureRequest& request : measures) {
    const std::uint64_t bytes = request.measure->memory.bytes(network.actor_count(), arcs, run().threads);
    print(fmt::format("{} would take at most {} MiB beside it\n", request.typed, (bytes >> 20U) + 1));
  }
  return true;
}

}  // namespace regionet
