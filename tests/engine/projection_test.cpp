// SPDX-License-Identifier: Apache-2.0
#include "engine/structure/projection.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/dense.hpp"

namespace regionet::test::projection_test {
namespace {

/// B(i, p): place i of the chosen side and partner p of the other.
Eigen::MatrixXd crossing(std::size_t a, std::size_t b, const Pairs& pairs, bool side) {
  const Eigen::MatrixXd all = dense(a + b, pairs, false).unaryExpr([](double w) { return w > 0 ? 1.0 : 0.0; });
  const Eigen::MatrixXd rows = all.topRightCorner(Eigen::Index(a), Eigen::Index(b));
  return side ? rows : Eigen::MatrixXd(rows.transpose());
}

/// The projections as products of matrices.
Eigen::MatrixXd product(const Eigen::MatrixXd& b, ProjectionWeight kind) {
  Eigen::MatrixXd weighed = b;
  for (Eigen::Index p = 0; p < b.cols(); ++p) {
    const double k = b.col(p).sum();
    if (kind == ProjectionWeight::newman) weighed.col(p) *= k > 1 ? 1 / (k - 1) : 0;
    if (kind == ProjectionWeight::resource) weighed.col(p) *= k > 0 ? 1 / k : 0;
  }
  Eigen::MatrixXd out = weighed * b.transpose();
  if (kind != ProjectionWeight::resource) {
    out.diagonal().setZero();
    return out;
  }
  for (Eigen::Index i = 0; i < b.rows(); ++i) out.row(i) /= std::max(1.0, b.row(i).sum());
  return out;
}

void check_projection(std::size_t a, std::size_t b, const Pairs& pairs) {
  const MergedGraph merged = build_merged(a + b, pairs, pairs.size() % 2 == 0);
  std::vector<bool> first(a + b, false);
  std::fill_n(first.begin(), a, true);
  for (const ProjectionWeight kind : {ProjectionWeight::shared, ProjectionWeight::newman, ProjectionWeight::resource}) {
    for (const bool side : {true, false}) {
      const Projection found = projection(merged.graph.view(), first, side, kind);
      const Eigen::MatrixXd wanted = product(crossing(a, b, pairs, side), kind);
      const GraphView graph = found.graph.view();
      REQUIRE(check(graph) == "");
      REQUIRE(graph.facts().directed == (kind == ProjectionWeight::resource));
      REQUIRE(std::ptrdiff_t(graph.vertex_count()) == wanted.rows());
      REQUIRE(found.vertices.front() == (side ? 0 : a));
      Eigen::MatrixXd matrix = Eigen::MatrixXd::Zero(wanted.rows(), wanted.cols());
      for (Vertex v = 0; v < graph.vertex_count(); ++v) {
        for (Arc arc = graph.begin(v); arc < graph.end(v); ++arc) {
          REQUIRE(found.strengths[arc] > 0);
          matrix(v, graph.target(arc)) = found.strengths[arc];
        }
      }
      REQUIRE((matrix - wanted).cwiseAbs().maxCoeff() < 1e-12);
    }
  }
}

}  // namespace

TEST_CASE("projections of every small two-mode graph are products of its matrix", "[projection]") {
  for (std::size_t a = 1; a <= 3; ++a) {
    for (std::size_t b = 1; b <= 3; ++b) {
      for (std::uint64_t mask = 0; mask < (std::uint64_t{1} << (a * b)); ++mask) {
        Pairs pairs;
        for (std::size_t i = 0; i < a * b; ++i) {
          if ((mask >> i & 1U) != 0) pairs.push_back({static_cast<Vertex>(i / b), static_cast<Vertex>(a + i % b), 1});
        }
        check_projection(a, b, pairs);
      }
    }
  }
}

TEST_CASE("projections of random two-mode graphs are products of their matrix", "[projection]") {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    Pairs pairs;
    for (std::size_t i = 0; i < 5 * seed; ++i) {
      pairs.push_back({static_cast<Vertex>(random_bits(seed, i, 0) % 12),
                       static_cast<Vertex>(12 + random_bits(seed, i, 1) % 17), 1});
    }
    check_projection(12, 17, pairs);
  }
}

TEST_CASE("projections by hand", "[projection]") {
  // Partner 3 is shared by 0 1 2, partner 4 by 0 and 1.
  const MergedGraph merged = build_merged(5, Pairs{{0, 3}, {1, 3}, {2, 3}, {0, 4}, {1, 4}}, false);
  const std::vector<bool> first{true, true, true, false, false};
  const GraphView graph = merged.graph.view();
  CHECK(projection(graph, first, true).strengths == std::vector<double>{2, 1, 2, 1, 1, 1});
  // Newman: 1/2 over 3, and 1 over 4: each has as strength the number of its partners.
  CHECK(projection(graph, first, true, ProjectionWeight::newman).strengths ==
        std::vector<double>{1.5, 0.5, 1.5, 0.5, 0.5, 0.5});
  // 2 gives all to 3, which gives a third to each; 0 gives half to each: 1/6 + 1/4 back, 5/12 to 1, 1/6 to 2.
  const Projection shared_out = projection(graph, first, true, ProjectionWeight::resource);
  CHECK(shared_out.strengths[0] == Approx(5.0 / 12));
  CHECK(shared_out.strengths[2] == Approx(1.0 / 6));
  CHECK(shared_out.strengths[8] == Approx(1.0 / 3));
  CHECK_THROWS_AS(projection(graph, std::vector<bool>(5, true), true), std::invalid_argument);
  CHECK_THROWS_AS(projection(graph, std::vector<bool>(4, true), true), std::invalid_argument);
}

TEST_CASE("a projection has the same bits for any number of threads", "[projection]") {
  Pairs pairs;
  for (std::size_t i = 0; i < 6000; ++i) {
    pairs.push_back(
        {static_cast<Vertex>(random_bits(3, i, 0) % 900), static_cast<Vertex>(900 + random_bits(3, i, 1) % 1200), 1});
  }
  const MergedGraph merged = build_merged(2100, pairs, false);
  std::vector<bool> first(2100, false);
  std::fill_n(first.begin(), 900, true);
  const Projection alone = projection(merged.graph.view(), first, true, ProjectionWeight::newman);
  for (const unsigned threads : {2U, 3U, 8U}) {
    const RunContext run{.threads = threads};
    CHECK(projection(merged.graph.view(), first, true, ProjectionWeight::newman, run).strengths == alone.strengths);
  }
  std::stop_source stop;
  stop.request_stop();
  CHECK(projection(merged.graph.view(), first, true, ProjectionWeight::newman, {.stop = stop.get_token()}).outcome ==
        Outcome::stopped);
}

}  // namespace regionet::test::projection_test
