// SPDX-License-Identifier: Apache-2.0
// SuiteSparse:GraphBLAS, with the algorithms of LAGraph (Szarnyas et al. 2021).
#include <fmt/format.h>
#include <algorithm>
#include <memory>
#include <numeric>

#include "bench/answers.hpp"
#include "bench/graphblas_handles.hpp"
#include "bench/peers.hpp"

namespace regionet::bench {
namespace grb {
namespace {

GrB_Index entries(const Vector& vector) {
  GrB_Index out = 0;
  need(GrB_Vector_nvals(&out, vector.get()));
  return out;
}

/// Pushes while the frontier is small, pulls where it is a sixteenth of the vertices: then the frontier is a bitmap.
void step(const Matrix& matrix, const Vector& levels, Vector& frontier, GrB_Index vertices) {
  const bool pull = entries(frontier) > vertices / 16;
  need(GxB_Vector_Option_set(frontier.get(), GxB_SPARSITY_CONTROL, pull ? GxB_BITMAP : GxB_SPARSE));
  GrB_Vector next = frontier.get();
  need(pull ? GrB_mxv(next, levels.get(), nullptr, GxB_ANY_PAIR_BOOL, matrix.get(), next, GrB_DESC_RSC)
            : GrB_vxm(next, levels.get(), nullptr, GxB_ANY_PAIR_BOOL, next, matrix.get(), GrB_DESC_RSC));
}

Vector levels_from(const Matrix& matrix, Vertex source, GrB_Index vertices) {
  Vector levels(GrB_Vector_new, GrB_INT32, vertices);
  need(GxB_Vector_Option_set(levels.get(), GxB_SPARSITY_CONTROL, GxB_BITMAP | GxB_FULL));
  Vector frontier(GrB_Vector_new, GrB_BOOL, vertices);
  need(GrB_Vector_setElement_BOOL(frontier.get(), true, source));
  for (std::int32_t level = 0; entries(frontier) > 0; ++level) {
    need(GrB_Vector_assign_INT32(levels.get(), frontier.get(), nullptr, level, GrB_ALL, vertices, GrB_DESC_S));
    step(matrix, levels, frontier, vertices);
  }
  return levels;
}

std::string levels_line(const Vector& levels, GrB_Index vertices) {
  std::vector<std::int64_t> out(vertices, -1);
  std::vector<GrB_Index> index(vertices);
  std::vector<std::int64_t> value(vertices);
  GrB_Index found = vertices;
  need(GrB_Vector_extractTuples_INT64(index.data(), value.data(), &found, levels.get()));
  for (GrB_Index i = 0; i < found; ++i) out[index[i]] = value[i];
  return levels_answer(out);
}

Contender bfs(const Input& input) {
  const GrB_Index n = input.vertices();
  auto matrix = std::make_shared<Matrix>(adjacency(input));
  auto levels = std::make_shared<Vector>(GrB_Vector_new, GrB_INT32, n);
  return {"GraphBLAS: levels by any_pair, push and pull",
          timed([=, source = busiest(input.graph.view())] { *levels = levels_from(*matrix, source, n); }),
          {},
          [=] { return levels_line(*levels, n); }};
}

using Parents = std::vector<std::uint32_t>;

/// The smallest grandparent among the neighbours, and the own where that is smaller: FastSV's one product.
void look_around(const Matrix& matrix, Parents& grand, Vector& least) {
  Vector of(GrB_Vector_new, GrB_UINT32, grand.size());
  void* values = handed_over(grand.data(), grand.size() * sizeof grand[0]);
  need(GxB_Vector_pack_Full(of.get(), &values, grand.size() * sizeof(std::uint32_t), false, nullptr));
  need(GrB_mxv(least.get(), nullptr, GrB_MIN_UINT32, GrB_MIN_SECOND_SEMIRING_UINT32, matrix.get(), of.get(), nullptr));
}

/// Hooks trees onto smaller parents and shortens them; whether a grandparent changed.
bool hook(Parents& parent, Parents& grand, const Vector& least) {
  Parents smaller(parent.size());
  GrB_Index count = smaller.size();
  need(GrB_Vector_extractTuples_UINT32(nullptr, smaller.data(), &count, least.get()));
  const Parents before = parent;
  for (std::size_t v = 0; v < parent.size(); ++v) {
    parent[before[v]] = std::min(parent[before[v]], smaller[v]);
    parent[v] = std::min({parent[v], smaller[v], grand[v]});
  }
  bool changed = false;
  for (std::size_t v = 0; v < parent.size(); ++v) {
    const std::uint32_t now = parent[parent[v]];
    changed |= now != grand[v];
    grand[v] = now;
  }
  return changed;
}

Parents fast_sv(const Matrix& matrix, std::size_t vertices) {
  Parents parent(vertices);
  std::iota(parent.begin(), parent.end(), 0U);
  Parents grand = parent;
  Vector least(GrB_Vector_new, GrB_UINT32, vertices);
  void* values = handed_over(parent.data(), parent.size() * sizeof parent[0]);
  need(GxB_Vector_pack_Full(least.get(), &values, vertices * sizeof(std::uint32_t), false, nullptr));
  do look_around(matrix, grand, least);
  while (hook(parent, grand, least));
  return parent;
}

Contender components(const Input& input) {
  auto matrix = std::make_shared<Matrix>(adjacency(input));
  auto parent = std::make_shared<Parents>();
  return {
      "GraphBLAS: FastSV by min_second", timed([=, n = input.vertices()] { *parent = fast_sv(*matrix, n); }), {}, [=] {
        return groups_answer(std::vector<std::int64_t>(parent->begin(), parent->end()));
      }};
}

/// The vertices by rising degree, which keeps the rows of the triangle short.
std::vector<GrB_Index> by_degree(GraphView graph) {
  std::vector<GrB_Index> order(graph.vertex_count());
  std::iota(order.begin(), order.end(), GrB_Index{0});
  std::ranges::stable_sort(order, {}, [&](GrB_Index v) { return graph.neighbours(static_cast<Vertex>(v)).size(); });
  return order;
}

std::uint64_t count_triangles(const Matrix& matrix, GraphView graph) {
  const GrB_Index n = graph.vertex_count();
  const std::vector<GrB_Index> order = by_degree(graph);
  Matrix sorted(GrB_Matrix_new, GrB_BOOL, n, n);
  need(GrB_Matrix_extract(sorted.get(), nullptr, nullptr, matrix.get(), order.data(), n, order.data(), n, nullptr));
  Matrix lower(GrB_Matrix_new, GrB_BOOL, n, n);
  Matrix upper(GrB_Matrix_new, GrB_BOOL, n, n);
  need(GrB_Matrix_select_INT64(lower.get(), nullptr, nullptr, GrB_TRIL, sorted.get(), -1, nullptr));
  need(GrB_Matrix_select_INT64(upper.get(), nullptr, nullptr, GrB_TRIU, sorted.get(), 1, nullptr));
  Matrix common(GrB_Matrix_new, GrB_UINT32, n, n);
  need(GrB_mxm(common.get(), lower.get(), nullptr, GxB_PLUS_PAIR_UINT32, lower.get(), upper.get(), GrB_DESC_ST1));
  std::uint64_t out = 0;
  need(GrB_Matrix_reduce_UINT64(&out, nullptr, GrB_PLUS_MONOID_UINT64, common.get(), nullptr));
  return out;
}

Contender triangles(const Input& input) {
  auto matrix = std::make_shared<Matrix>(adjacency(input));
  auto count = std::make_shared<std::uint64_t>();
  return {"GraphBLAS: Sandia's L*U' masked by L, after sorting by degree",
          timed([=, &input] { *count = count_triangles(*matrix, input.graph.view()); }),
          {},
          [=] { return fmt::format("triangles={}", *count); }};
}

}  // namespace
}  // namespace grb

std::vector<PeerRow> graphblas_rows() {
  return {{"graphblas", "bfs", grb::bfs},
          {"graphblas", "components", grb::components},
          {"graphblas", "triangles", grb::triangles},
          {"graphblas", "pagerank", grb::pagerank_fp32},
          {"graphblas", "pagerank", grb::pagerank_fp64}};
}

}  // namespace regionet::bench
