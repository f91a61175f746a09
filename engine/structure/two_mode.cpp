// SPDX-License-Identifier: Apache-2.0
#include "engine/structure/two_mode.hpp"

#include <algorithm>
#include <stdexcept>

#include "graphs/view/view.hpp"

namespace regionet {

std::vector<bool> first_sides(const View& view) {
  std::vector<bool> out(view.vertex_count());
  for (Vertex v = 0; v < out.size(); ++v) out[v] = view.first_side(v);
  return out;
}

void require_sides(GraphView graph, const std::vector<bool>& first) {
  if (first.size() != graph.vertex_count()) throw std::invalid_argument("there is not one side a vertex");
  for (Vertex v = 0; v < first.size(); ++v) {
    for (const Vertex u : graph.neighbours(v)) {
      if (first[u] == first[v]) throw std::invalid_argument("a two-mode measure needs ties across the two sides only");
    }
  }
}

std::array<std::size_t, 2> side_sizes(const std::vector<bool>& first) {
  const auto on_first = static_cast<std::size_t>(std::ranges::count(first, true));
  return {first.size() - on_first, on_first};
}

}  // namespace regionet
