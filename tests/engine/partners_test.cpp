// SPDX-License-Identifier: Apache-2.0
#include "engine/centrality/partners.hpp"

#include <cmath>

#include "engine/centrality/degree.hpp"
#include "engine/centrality/participation.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/dense.hpp"
#include "tests/support/hand_network.hpp"

namespace regionet::test::partners_test {
namespace {

void check_directed_degrees(std::size_t n, const Pairs& pairs, bool directed) {
  const MergedGraph merged = build_merged(n, pairs, directed);
  const DirectedDegreeResult partners = directed_degree(merged.graph.view());
  const DirectedStrengthResult totals = directed_strength(merged.graph.view(), Strengths(merged.weights));
  const Eigen::MatrixXd matrix = dense(n, pairs, directed);
  for (std::size_t v = 0; v < n; ++v) {
    const auto at = Eigen::Index(v);
    const Eigen::Index loop = matrix(at, at) > 0 ? 1 : 0;
    REQUIRE(partners.out[v] == (matrix.row(at).array() > 0).count() - loop);
    REQUIRE(partners.in[v] == (matrix.col(at).array() > 0).count() - loop);
    REQUIRE(totals.out[v] == Approx(matrix.row(at).sum()).margin(1e-12));
    REQUIRE(totals.in[v] == Approx(matrix.col(at).sum()).margin(1e-12));
  }
}

void check_optional(const std::optional<double>& found, bool defined, double wanted) {
  REQUIRE(found.has_value() == defined);
  if (defined) REQUIRE(*found == Approx(wanted).margin(1e-12));
}

/// The slow second method: rows of the symmetric matrix without its diagonal.
void check_partners(std::size_t n, const Pairs& pairs, bool directed) {
  const MergedGraph merged = build_merged(n, pairs, directed);
  const GraphView graph = merged.graph.view();
  const Strengths strengths(merged.weights);
  const NeighbourDegreeResult plain = average_neighbour_degree(graph, strengths);
  const NeighbourDegreeResult weighted = average_neighbour_degree(graph, strengths, {.weighted = true});
  const PartnerDiversityResult diversity = partner_diversity(graph, strengths);
  Eigen::MatrixXd w = dense(n, pairs, directed);
  if (directed) w += Eigen::MatrixXd(w.transpose());
  w.diagonal().setZero();
  const Eigen::MatrixXd tied = w.unaryExpr([](double value) { return value > 0 ? 1.0 : 0.0; });
  const Eigen::VectorXd degrees = tied.rowwise().sum();
  for (std::size_t v = 0; v < n; ++v) {
    const auto at = Eigen::Index(v);
    const double total = w.row(at).sum();
    const bool defined = degrees(at) > 0;
    check_optional(plain.score[v], defined, tied.row(at).dot(degrees) / degrees(at));
    check_optional(weighted.score[v], defined, w.row(at).dot(degrees) / total);
    double entropy = 0;
    for (Eigen::Index u = 0; u < w.cols(); ++u) {
      if (w(at, u) > 0) entropy += w(at, u) / total * std::log2(total / w(at, u));
    }
    check_optional(diversity.entropy[v], defined, entropy * std::log(2));
    check_optional(diversity.effective[v], defined, std::exp2(entropy));
  }
}

void check_family(std::size_t n, const Pairs& pairs, bool directed) {
  check_directed_degrees(n, pairs, directed);
  check_partners(n, pairs, directed);
}

}  // namespace

TEST_CASE("in and out degree, neighbour degree and diversity of every small graph", "[degree][partners]") {
  for (std::size_t n = 0; n <= 5; ++n) {
    for_each_graph(n, false, n <= 3, [](std::size_t size, const Pairs& pairs) { check_family(size, pairs, false); });
  }
  for (std::size_t n = 0; n <= 4; ++n) {
    for_each_graph(n, true, n <= 3, [](std::size_t size, const Pairs& pairs) { check_family(size, pairs, true); });
  }
}

TEST_CASE("in and out degree, neighbour degree and diversity of random multigraphs", "[degree][partners]") {
  for (std::uint64_t seed = 1; seed <= 30; ++seed) check_family(21, random_pairs(21, 8 * seed, seed), seed % 2 == 0);
}

TEST_CASE("kept parallel arcs count as one partner", "[degree][partners]") {
  // 0 has arcs 1, 1 and 2 to vertex 1 and of 4 to vertex 2: strengths 4 and 4, two equal partners.
  const Pairs pairs{{0, 1, 1}, {0, 1, 1}, {0, 1, 2}, {0, 2, 4}};
  const bool directed = GENERATE(false, true);
  const MergedGraph kept = build_merged(3, pairs, directed, {}, Merge::none);
  REQUIRE(kept.graph.view().facts().has_parallel_arcs);
  const PartnerDiversityResult diversity = partner_diversity(kept.graph.view(), Strengths(kept.weights));
  CHECK(*diversity.entropy[0] == Approx(std::log(2)));
  CHECK(*diversity.effective[0] == Approx(2));
  CHECK(directed_degree(kept.graph.view()).out[0] == 2);
  CHECK(*average_neighbour_degree(kept.graph.view(), Strengths(kept.weights)).score[1] == 2);
}

TEST_CASE("a directed loop is strength once out and once in", "[degree]") {
  const MergedGraph merged = build_merged(2, Pairs{{0, 0, 3}, {0, 1, 5}}, true);
  const DirectedStrengthResult found = directed_strength(merged.graph.view(), Strengths(merged.weights));
  CHECK(found.out == std::vector<double>{8, 0});
  CHECK(found.in == std::vector<double>{3, 5});
  CHECK(directed_degree(merged.graph.view()).out == std::vector<std::uint32_t>{1, 0});
}

TEST_CASE("neighbour degree and diversity by hand", "[partners]") {
  // 1 is tied to 0 with 1 and to 2 with 3; 2 also to 3 with 1; 4 stands alone. Degrees 1 2 2 1 0.
  const MergedGraph merged = build_merged(5, Pairs{{0, 1, 1}, {1, 2, 3}, {2, 3, 1}}, false);
  const Strengths strengths(merged.weights);
  const NeighbourDegreeResult plain = average_neighbour_degree(merged.graph.view(), strengths);
  CHECK(*plain.score[1] == 1.5);  // (1 + 2) / 2
  CHECK_FALSE(plain.score[4]);
  CHECK(*average_neighbour_degree(merged.graph.view(), strengths, {.weighted = true}).score[1] == 1.75);  // (1 + 6) / 4
  const PartnerDiversityResult diversity = partner_diversity(merged.graph.view(), strengths);
  CHECK(*diversity.entropy[1] == Approx(std::log(4) - 0.75 * std::log(3)));  // 1/4 ln 4 + 3/4 ln(4/3)
  CHECK(*diversity.effective[1] == Approx(1.754765350603));
  CHECK(*diversity.entropy[0] == 0);
  CHECK_FALSE(diversity.entropy[4]);
  const std::vector<double> none(merged.weights.size(), 0);
  CHECK_FALSE(partner_diversity(merged.graph.view(), Strengths(none)).entropy[1]);
}

TEST_CASE("partner measures refuse negative weights and stop when asked", "[partners]") {
  const MergedGraph merged = build_merged(2, Pairs{{0, 1, -1}}, false);
  const Strengths strengths(merged.weights);
  CHECK_THROWS_AS(partner_diversity(merged.graph.view(), strengths), std::invalid_argument);
  CHECK_THROWS_AS(average_neighbour_degree(merged.graph.view(), strengths, {.weighted = true}), std::invalid_argument);
  CHECK(*average_neighbour_degree(merged.graph.view(), strengths).score[0] == 1);
  std::stop_source stop;
  stop.request_stop();
  const RunContext run{.stop = stop.get_token()};
  CHECK(partner_diversity(merged.graph.view(), Strengths::unit, run).outcome == Outcome::stopped);
  CHECK(average_neighbour_degree(merged.graph.view(), strengths, {}, run).outcome == Outcome::stopped);
  CHECK(directed_degree(merged.graph.view(), run).outcome == Outcome::stopped);
  CHECK(directed_strength(merged.graph.view(), strengths, run).outcome == Outcome::stopped);
}

TEST_CASE("partner measures have the same bits for any number of threads", "[partners]") {
  const bool directed = GENERATE(false, true);
  const MergedGraph merged = build_merged(20'000, random_pairs(20'000, 120'000, 9), directed);
  const Strengths strengths(merged.weights);
  const PartnerDiversityResult alone = partner_diversity(merged.graph.view(), strengths);
  const auto near = average_neighbour_degree(merged.graph.view(), strengths, {.weighted = true}).score;
  const DirectedStrengthResult totals = directed_strength(merged.graph.view(), strengths);
  for (const unsigned threads : {2U, 3U, 8U}) {
    for (const Backend backend : {Backend::tbb, Backend::threads}) {
      const RunContext run{.threads = threads, .backend = backend};
      CHECK(partner_diversity(merged.graph.view(), strengths, run).entropy == alone.entropy);
      CHECK(average_neighbour_degree(merged.graph.view(), strengths, {.weighted = true}, run).score == near);
      CHECK(directed_strength(merged.graph.view(), strengths, run).in == totals.in);
    }
  }
}

TEST_CASE("hand: participation across types of agreements", "[partners]") {
  // tests/data/hand/NUMBERS.md. HM: h01 h03 h12 h17 h18, five types: 1 - 5/25. BR: h02 h03 h13, and h04 h16 of one
  // type: 1 - (1 + 1 + 1 + 4)/25. GS: h03 h05 h16 h17, four types. MI: h07 alone.
  const View view(hand(), {});
  const auto found = type_participation(view);
  const auto of = [&](std::string_view id) { return found[*view.vertex(*hand().find_actor(id))]; };
  CHECK(*of("BY-HM") == Approx(0.8));
  CHECK(*of("BY-BR") == Approx(18.0 / 25));
  CHECK(*of("CN-GS") == Approx(0.75));
  CHECK(*of("BY-MI") == 0);
  const View all(hand(), {.with_isolates = true});
  CHECK_FALSE(type_participation(all)[*all.vertex(*hand().find_actor("BY-MA"))]);
}

}  // namespace regionet::test::partners_test
