// SPDX-License-Identifier: Apache-2.0
// PageRank as LAGraph computes it, in two precisions; the mass of vertices without an arc is spread over all.
#include <algorithm>
#include <memory>

#include "bench/answers.hpp"
#include "bench/graphblas_handles.hpp"

namespace regionet::bench::grb {
namespace {

/// What one precision of the library is called.
struct Precision {
  const char* name;
  GrB_Type type;
  GrB_Semiring plus_second;
  GrB_BinaryOp plus, minus, divide;
  GrB_UnaryOp absolute;
  GrB_Monoid sum;
};

Precision fp32() {
  return {"fp32",         GrB_FP32,     GxB_PLUS_SECOND_FP32, GrB_PLUS_FP32,
          GrB_MINUS_FP32, GrB_DIV_FP32, GrB_ABS_FP32,         GrB_PLUS_MONOID_FP32};
}
Precision fp64() {
  return {"fp64",         GrB_FP64,     GxB_PLUS_SECOND_FP64, GrB_PLUS_FP64,
          GrB_MINUS_FP64, GrB_DIV_FP64, GrB_ABS_FP64,         GrB_PLUS_MONOID_FP64};
}

constexpr double damping = 0.85;
constexpr double tolerance = 1e-6;
constexpr int most_rounds = 100;

/// The graph, what each vertex divides its score by (its degree / damping), and how many have no arc.
struct Ready {
  Precision in;
  GrB_Index n;
  Matrix rows;
  Vector divisor;
  double sinks;
};

Ready prepared(const Input& input, const Precision& in) {
  const GraphView graph = input.graph.view();
  const GrB_Index n = graph.vertex_count();
  Ready out{in, n, adjacency(input), Vector(GrB_Vector_new, in.type, n), 0};
  need(GrB_Vector_assign_FP64(out.divisor.get(), nullptr, nullptr, 1, GrB_ALL, n, nullptr));
  for (Vertex v = 0; v < n; ++v) {
    const auto degree = static_cast<double>(graph.neighbours(v).size());
    if (degree == 0) {
      ++out.sinks;
    } else {
      need(GrB_Vector_setElement_FP64(out.divisor.get(), degree / damping, v));
    }
  }
  need(GrB_Vector_wait(out.divisor.get(), GrB_MATERIALIZE));
  return out;
}

double total(const Ready& ready, GrB_Vector of) {
  double out = 0;
  need(GrB_Vector_reduce_FP64(&out, nullptr, ready.in.sum, of, nullptr));
  return out;
}

Vector pagerank(const Ready& ready) {
  const auto& [in, n, rows, divisor, sinks] = ready;
  const auto count = static_cast<double>(n);
  Vector score(GrB_Vector_new, in.type, n);
  Vector before(GrB_Vector_new, in.type, n);
  Vector given(GrB_Vector_new, in.type, n);
  need(GrB_Vector_assign_FP64(score.get(), nullptr, nullptr, 1 / count, GrB_ALL, n, nullptr));
  double everyones = 1 / count;
  double change = 1;
  for (int round = 0; round < most_rounds && change > tolerance; ++round) {
    // The graph is undirected: nobody but everybody gives to a vertex without an arc, so their sum needs no pass.
    everyones = (1 - damping + damping * sinks * everyones) / count;
    std::swap(score, before);
    need(GrB_Vector_eWiseMult_BinaryOp(given.get(), nullptr, nullptr, in.divide, before.get(), divisor.get(), nullptr));
    need(GrB_Vector_assign_FP64(score.get(), nullptr, nullptr, everyones, GrB_ALL, n, nullptr));
    need(GrB_mxv(score.get(), nullptr, in.plus, in.plus_second, rows.get(), given.get(), nullptr));
    need(GrB_Vector_assign(before.get(), nullptr, in.minus, score.get(), GrB_ALL, n, nullptr));
    need(GrB_Vector_apply(before.get(), nullptr, nullptr, in.absolute, before.get(), nullptr));
    change = total(ready, before.get());
  }
  return score;
}

std::string line(const Vector& score, GrB_Index n) {
  std::vector<double> values(n);
  GrB_Index found = n;
  need(GrB_Vector_extractTuples_FP64(nullptr, values.data(), &found, score.get()));
  return shares_answer(values);
}

Contender contender(const Input& input, const Precision& in) {
  auto ready = std::make_shared<Ready>(prepared(input, in));
  auto score = std::make_shared<Vector>(GrB_Vector_new, in.type, ready->n);
  return {std::string("GraphBLAS: PageRank, ") + in.name + ", to L1 1e-6",
          timed([=] { *score = pagerank(*ready); }),
          {},
          [=] { return line(*score, ready->n); }};
}

}  // namespace

Contender pagerank_fp32(const Input& input) { return contender(input, fp32()); }
Contender pagerank_fp64(const Input& input) { return contender(input, fp64()); }

}  // namespace regionet::bench::grb
