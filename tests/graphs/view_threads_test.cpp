// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <algorithm>

#include "graphs/model/network_builder.hpp"
#include "graphs/runtime/random.hpp"
#include "graphs/view/view.hpp"
#include "tests/support/catch.hpp"

namespace regionet::test::view_threads_test {
namespace {

constexpr std::uint64_t agreements = 60'000;  // several blocks of the view's loop
constexpr std::uint64_t regions = 30;

std::string region_id(std::uint64_t number) { return fmt::format("{}.{}", number % 2 == 0 ? "BY" : "CN", number / 2); }

/// Two countries of regions; agreements of two to four of them, so that fractional weights do not sum exactly.
Network synthetic() {
  NetworkBuilder builder;
  for (const char* id : {"BY", "CN"}) {
    NetworkBuilder::ActorRow& row = builder.actor(builder.add_actor(id, {}).first);
    row.kind = Kind::country;
    row.name = builder.text(id);
  }
  for (std::uint64_t i = 0; i < 2 * regions; ++i) {
    const ActorId actor = builder.add_actor(region_id(i), {}).first;
    builder.actor(actor).kind = Kind::region;
    builder.actor(actor).name = builder.text(region_id(i));
    builder.actor(actor).within = static_cast<ActorId>(i % 2);
  }
  for (std::uint64_t i = 0; i < agreements; ++i) {
    const AgreementId id = builder.add_agreement(fmt::format("a{}", i), {}).first;
    builder.set_date(id, fmt::format("{}/{}", 2000 + i % 7, 2007 + i % 5));
    const std::uint64_t size = 2 + random_bits(1, i) % 3;
    for (std::uint64_t j = 0; j < size; ++j) {
      // An odd step visits different regions and both countries.
      const std::uint64_t number = (random_bits(2, i) + j * (2 * (random_bits(3, i) % regions) + 1)) % (2 * regions);
      builder.add_participant(id, *builder.find_actor(region_id(number)), "", {});
    }
  }
  Diagnostics faults;
  Network network = std::move(builder).freeze(faults);
  REQUIRE(faults.errors() == 0);
  return network;
}

}  // namespace

TEST_CASE("a view has the same bits for any number of threads and both backends", "[view]") {
  const Network network = synthetic();
  ViewOptions options{
      .from = day_number({2003, 5, 17}), .dates = DateMode::expected, .weighting = Weighting::fractional};
  const View alone(network, options, {.threads = 1});
  REQUIRE(alone.graph().edge_count() > 400);
  std::vector<RunContext> runs{{.threads = 2, .backend = Backend::threads},
                               {.threads = 3, .backend = Backend::threads},
                               {.threads = 8, .backend = Backend::threads}};
#ifndef __SANITIZE_THREAD__
  for (const unsigned threads : {2U, 3U, 8U}) runs.push_back({.threads = threads, .backend = Backend::tbb});
#endif
  for (const RunContext& run : runs) {
    const View view(network, options, run);
    CHECK(std::ranges::equal(view.graph().targets(), alone.graph().targets()));
    for (Arc arc = 0; arc < view.graph().arc_count(); ++arc) {
      REQUIRE(view.arc_agreements(arc) == alone.arc_agreements(arc));
      REQUIRE(view.strengths()[arc] == alone.strengths()[arc]);
    }
    CHECK(view.account().agreements == alone.account().agreements);
    CHECK(view.account().partly_in_window == alone.account().partly_in_window);
  }
}

TEST_CASE("agreements in are kept or dropped, each for one reason", "[view]") {
  const Network network = synthetic();
  for (const Between between : {Between::countries, Between::within, Between::all}) {
    const View view(network, {.until = day_number({2005, 1, 1}), .between = between});
    CHECK(view.account().total() == network.agreement_count());
    std::uint64_t kept = 0;
    for (AgreementId id = 0; id < network.agreement_count(); ++id) kept += view.fate(id) == Fate::kept ? 1U : 0U;
    CHECK(view.account()[Fate::kept] == kept);
  }
}

TEST_CASE("the way back finds the agreements that each arc was merged from", "[view]") {
  const Network network = synthetic();
  const View view(network, {});
  const GraphView graph = view.graph();
  for (Vertex v = 0; v < graph.vertex_count(); v += 7) {
    CHECK(view.agreements(v).size() == view.agreement_count(v));
    for (Arc arc = graph.begin(v); arc < graph.end(v); ++arc) {
      CHECK(view.agreements(v, graph.target(arc)).size() == view.arc_agreements(arc));
    }
  }
}

}  // namespace regionet::test::view_threads_test
