// SPDX-License-Identifier: Apache-2.0
// igraph's C library: algorithms. It has one thread.
#include <fmt/format.h>
#include <memory>
#include <numeric>

#include "bench/answers.hpp"
#include "bench/igraph_handles.hpp"
#include "bench/peers.hpp"

namespace regionet::bench {
namespace {

/// A contender that fills a vector of igraph's.
template <typename Vector>
Contender filled(const Input& input, std::string name, auto run, auto answer) {
  auto graph = std::make_shared<IgraphGraph>(input);
  auto result = std::make_shared<Vector>();
  return {std::move(name), timed([=] { run(&graph->of, &result->of); }), {}, [=] { return answer(result->values()); }};
}

Contender bfs(const Input& input) {
  const auto run = [source = busiest(input.graph.view())](const igraph_t* graph, igraph_vector_int_t* level) {
    igraph_bfs(graph, source, nullptr, IGRAPH_ALL, false, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr, level,
               nullptr, nullptr);
  };
  return filled<IgraphInts>(input, "igraph_bfs", run, levels_answer);
}

Contender components(const Input& input) {
  const auto run = [](const igraph_t* graph, igraph_vector_int_t* group) {
    igraph_connected_components(graph, group, nullptr, nullptr, IGRAPH_WEAK);
  };
  return filled<IgraphInts>(input, "igraph_connected_components", run, groups_answer);
}

Contender core(const Input& input) {
  const auto run = [](const igraph_t* graph, igraph_vector_int_t* cores) { igraph_coreness(graph, cores, IGRAPH_ALL); };
  return filled<IgraphInts>(input, "igraph_coreness", run, cores_answer);
}

Contender pagerank(const Input& input) {
  const auto run = [](const igraph_t* graph, igraph_vector_t* score) {
    igraph_pagerank(graph, IGRAPH_PAGERANK_ALGO_PRPACK, score, nullptr, igraph_vss_all(), false, 0.85, nullptr,
                    nullptr);
  };
  return filled<IgraphReals>(input, "igraph_pagerank, PRPACK (its own tolerance, 1e-10)", run, shares_answer);
}

Contender eigenvector(const Input& input) {
  const auto run = [](const igraph_t* graph, igraph_vector_t* score) {
    igraph_arpack_options_t options;
    igraph_arpack_options_init(&options);
    options.tol = 1e-6;
    igraph_eigenvector_centrality(graph, score, nullptr, false, true, nullptr, &options);
  };
  return filled<IgraphReals>(input, "igraph_eigenvector_centrality, ARPACK to 1e-6", run, shares_answer);
}

Contender triangles(const Input& input) {
  const auto run = [](const igraph_t* graph, igraph_vector_t* count) {
    igraph_adjacent_triangles(graph, count, igraph_vss_all());
  };
  const auto answer = [](std::span<const double> counts) {
    return fmt::format("triangles={:.0f}", std::accumulate(counts.begin(), counts.end(), 0.0) / 3);
  };
  return filled<IgraphReals>(input, "igraph_adjacent_triangles (of each vertex)", run, answer);
}

Contender betweenness(const Input& input) {
  const auto run = [](const igraph_t* graph, igraph_vector_t* score) {
    igraph_betweenness(graph, score, igraph_vss_all(), false, nullptr);
  };
  return filled<IgraphReals>(input, "igraph_betweenness", run, scores_answer);
}

Contender harmonic(const Input& input) {
  const auto run = [](const igraph_t* graph, igraph_vector_t* score) {
    igraph_harmonic_centrality(graph, score, igraph_vss_all(), IGRAPH_ALL, nullptr, false);
  };
  return filled<IgraphReals>(input, "igraph_harmonic_centrality", run, scores_answer);
}

Contender closeness(const Input& input) {
  const auto run = [](const igraph_t* graph, igraph_vector_t* score) {
    igraph_closeness(graph, score, nullptr, nullptr, igraph_vss_all(), IGRAPH_ALL, nullptr, true);
  };
  return filled<IgraphReals>(input, "igraph_closeness", run, scores_answer);
}

Contender communities(const Input& input) {
  const auto run = [](const igraph_t* graph, igraph_vector_t* modularity) {
    igraph_rng_seed(igraph_rng_default(), 1);
    IgraphInts groups;
    igraph_community_multilevel(graph, nullptr, 1, &groups.of, nullptr, modularity);
  };
  const auto answer = [](std::span<const double> modularity) {
    return fmt::format("modularity={:.4f}", modularity.empty() ? 0.0 : modularity.back());
  };
  return filled<IgraphReals>(input, "igraph_community_multilevel (Louvain)", run, answer);
}

}  // namespace

std::vector<PeerRow> igraph_kernel_rows() {
  return {{"igraph", "bfs", bfs},
          {"igraph", "components", components},
          {"igraph", "core", core},
          {"igraph", "pagerank", pagerank},
          {"igraph", "eigenvector", eigenvector},
          {"igraph", "triangles", triangles},
          {"igraph", "betweenness", betweenness},
          {"igraph", "harmonic", harmonic},
          {"igraph", "closeness", closeness},
          {"igraph", "communities", communities}};
}

}  // namespace regionet::bench
