// SPDX-License-Identifier: Apache-2.0
// The graph core beside its peers: graph_cases CASE FILE THREADS TRIALS PEERS. bench/run calls it.
#include <fmt/format.h>
#include <cstdlib>

#include "bench/harness.hpp"
#include "bench/peers.hpp"
#include "graphs/csr/build.hpp"
#include "graphs/csr/prepared.hpp"
#include "graphs/io/open.hpp"
#include "graphs/io/text.hpp"
#include "graphs/view/view.hpp"

namespace {

using namespace regionet;
using namespace regionet::bench;

struct Arguments {
  std::string name, file;
  unsigned threads;
  int trials;
  std::string peers;

  [[nodiscard]] RunContext run() const { return {.threads = threads}; }
};

OpenedNetwork open(const std::string& file, const RunContext& run, bool trust = false) {
  ReadOptions options;
  options.trust = trust;
  return open_network(std::array{file}, {}, options, false, run);
}

Case described(const Arguments& arguments, const Network& network) {
  const Text text = Text::load_unchecked(arguments.file, "", ~std::uint64_t{0});
  return {arguments.name,
          fmt::format("{} ({} bytes)", arguments.file.substr(arguments.file.rfind('/') + 1), text.view().size()),
          network.actor_count(),
          network.agreement_count(),
          arguments.threads,
          static_cast<double>(text.view().size()) / 1e6};
}

/// Text with decimal ids, or GraphML, into a network: validated, numbered, its edges in columns.
void read(const Arguments& arguments) {
  const OpenedNetwork wanted = open(arguments.file, {});
  std::size_t edges = 0;
  const Contender ours{"regionet", [&] { edges = open(arguments.file, arguments.run()).network.agreement_count(); },
                       [&] { return edges == wanted.network.agreement_count() ? "" : "another number of edges"; }};
  std::vector<Contender> peers;
  arguments.name == "graphml" ? add_graphml_readers(arguments.file, arguments.peers, peers)
                              : add_readers(arguments.file, arguments.peers, peers);
  measure(described(arguments, wanted.network), ours, peers, arguments.trials);
}

void build(const Arguments& arguments) {
  const OpenedNetwork opened = open(arguments.file, {});
  const Network& network = opened.network;
  BuiltGraph built;
  const Contender ours{"regionet",
                       [&] {
                         built = build_graph(network.actor_count(), {network.ends(), {}}, {}, arguments.run());
                       },
                       [&] { return check(built.graph.view()); }};
  std::vector<Contender> peers;
  add_builders(network.actor_count(), network.ends(), arguments.peers, peers);
  measure(described(arguments, network), ours, peers, arguments.trials);
}

/// The cost of preparing an order, beside that of building the rows.
void prepare(const Arguments& arguments) {
  const OpenedNetwork opened = open(arguments.file, {});
  const Network& network = opened.network;
  const BuiltGraph built = build_graph(network.actor_count(), {network.ends(), {}}, {}, arguments.run());
  PreparedGraph prepared;
  const Contender ours{"regionet", [&] { prepared = prepare_by_degree(built.graph.view(), arguments.run()); },
                       [&] { return check(prepared.graph.view()); }};
  const Contender rows{
      "building the rows",
      [&] {
        static_cast<void>(build_graph(network.actor_count(), {network.ends(), {}}, {}, arguments.run()));
      },
      {}};
  measure(described(arguments, network), ours, {rows}, arguments.trials);
}

/// An .rgn file, verified or trusted, beside copying its bytes.
void open_mapped(const Arguments& arguments, bool trust) {
  const OpenedNetwork opened = open(arguments.file, {});
  std::size_t edges = 0;
  const Contender ours{"regionet",
                       [&] { edges = open(arguments.file, arguments.run(), trust).network.agreement_count(); },
                       [&] { return edges == opened.network.agreement_count() ? "" : "another number of edges"; }};
  std::vector<Contender> peers;
  add_readers(arguments.file, "memcpy", peers);
  measure(described(arguments, opened.network), ours, peers, arguments.trials);
}

}  // namespace

int main(int argc, char** argv) try {
  if (argc != 6) {
    fmt::print(stderr, "usage: graph_cases read|graphml|build|prepare|open|open-trust FILE THREADS TRIALS PEERS\n");
    return 2;
  }
  const Arguments arguments{argv[1], argv[2], static_cast<unsigned>(std::atoi(argv[3])), std::atoi(argv[4]), argv[5]};
  if (arguments.name == "read" || arguments.name == "graphml") read(arguments);
  if (arguments.name == "build") build(arguments);
  if (arguments.name == "prepare") prepare(arguments);
  if (arguments.name == "open") open_mapped(arguments, false);
  if (arguments.name == "open-trust") open_mapped(arguments, true);
  return 0;
} catch (const std::exception& fault) {
  fmt::print(stderr, "graph_cases: {}\n", fault.what());
  return 1;
}
