// SPDX-License-Identifier: Apache-2.0
// Boost.Graph: reading as its examples do, and building.
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <fstream>
#include <memory>
#include <string>
#include <unordered_map>

#include "bench/peers.hpp"

namespace regionet::bench {
namespace {

using Pairs = std::vector<std::pair<Vertex, Vertex>>;

Contender read_with_boost(const Input& input) {
  return {"ifstream loop, as Boost.Graph's examples read",
          timed([&input] {
            std::ifstream in(input.file);
            Pairs edges;
            for (Vertex from = 0, to = 0; in >> from >> to;) edges.emplace_back(from, to);
          }),
          {},
          {}};
}

Contender read_names_with_boost(const Input& input) {
  return {"ifstream loop with std::unordered_map",
          timed([&input] {
            std::ifstream in(input.file);
            std::unordered_map<std::string, Vertex> numbers;
            Pairs edges;
            const auto number = [&](const std::string& name) {
              return numbers.try_emplace(name, static_cast<Vertex>(numbers.size())).first->second;
            };
            for (std::string from, to; in >> from >> to;) {
              const Vertex first = number(from);
              edges.emplace_back(first, number(to));
            }
          }),
          {},
          {}};
}

Contender build_with_boost(const Input& input) {
  auto pairs = std::make_shared<Pairs>();
  for (std::size_t i = 0; i < input.ends.size(); i += 2) {
    pairs->emplace_back(input.ends[i], input.ends[i + 1]);
    pairs->emplace_back(input.ends[i + 1], input.ends[i]);
  }
  using Rows = boost::compressed_sparse_row_graph<boost::directedS>;
  return {"boost::compressed_sparse_row_graph (rows unsorted, parallel edges kept)",
          timed([=, n = input.vertices()] {
            const Rows rows(boost::edges_are_unsorted_multi_pass, pairs->begin(), pairs->end(), n);
          }),
          {},
          {}};
}

}  // namespace

std::vector<PeerRow> boost_rows() {
  return {{"boost", "read", read_with_boost},
          {"boost", "read-names", read_names_with_boost},
          {"boost", "build", build_with_boost}};
}

}  // namespace regionet::bench
