// SPDX-License-Identifier: Apache-2.0
#include "graphs/io/rgn.hpp"

#include <xxhash.h>
#include <cstring>

#include "graphs/csr/graph.hpp"
#include "graphs/io/rgn_layout.hpp"
#include "graphs/runtime/random.hpp"
#include "graphs/view/view.hpp"
#include "tests/support/plain_networks.hpp"

namespace regionet::test::rgn_test {
namespace {

GraphRead read(std::string_view bytes, bool trust = false) {
  ReadOptions options;
  options.trust = trust;
  return read_graph(read_rgn, bytes, options, {.threads = 2});
}

std::string written(const Network& network) { return good_bytes(write_rgn, network); }

void check_refused(const std::string& bytes, const std::string& what) {
  for (const bool trust : {false, true}) {
    const GraphRead out = read(bytes, trust);
    REQUIRE(out.faults.errors() == 1);
    CHECK_THAT(out.faults.shown()[0].what, ContainsSubstring(what));
  }
}

rgn::Header header_of(const std::string& bytes) {
  rgn::Header header{};
  std::memcpy(&header, bytes.data(), sizeof header);
  return header;
}

/// Changes the file and mends the checksum of its header, so that only what was changed is wrong.
template <typename Change>
std::string changed(std::string bytes, Change change) {
  rgn::Header header = header_of(bytes);
  std::vector<rgn::Section> sections(header.sections);
  std::memcpy(sections.data(), bytes.data() + sizeof header, sections.size() * sizeof(rgn::Section));
  change(header, sections);
  header.checksum = 0;
  std::string head(reinterpret_cast<const char*>(&header), sizeof header);
  head.append(reinterpret_cast<const char*>(sections.data()), sections.size() * sizeof(rgn::Section));
  header.checksum = ::XXH3_64bits(head.data(), head.size());
  std::memcpy(head.data(), &header, sizeof header);
  return bytes.replace(0, head.size(), head);
}

}  // namespace

TEST_CASE("an .rgn file gives back what was written, also when it is trusted", "[rgn]") {
  const bool directed = GENERATE(false, true);
  const bool ids = GENERATE(false, true);
  const Network network = weird_network({.directed = directed, .ids = ids, .controls = true});
  const std::string bytes = written(network);
  for (const bool trust : {false, true}) {
    const GraphRead out = read(bytes, trust);
    REQUIRE(out.faults.errors() == 0);
    check_equal(out.network, network);
    CHECK(written(out.network) == bytes);
  }
}

TEST_CASE("the rows of an .rgn file are those that a view builds", "[rgn]") {
  const bool directed = GENERATE(false, true);
  const bool weights = GENERATE(false, true);
  const Network network = weird_network({.directed = directed, .weights = weights});
  const GraphRead out = read(written(network));
  REQUIRE(out.network.stored_graph() != nullptr);
  const View built(network, {});
  const View mapped(out.network, {});
  REQUIRE(check(mapped.graph()) == "");
  CHECK(mapped.graph().facts() == built.graph().facts());
  CHECK(std::ranges::equal(mapped.graph().targets(), built.graph().targets()));
  CHECK(mapped.account().merged == built.account().merged);
  for (Arc arc = 0; arc < mapped.graph().arc_count(); ++arc) {
    REQUIRE(mapped.arc_agreements(arc) == built.arc_agreements(arc));
    REQUIRE(mapped.strengths()[arc] == built.strengths()[arc]);
  }
  const auto order = out.network.stored_graph()->order;
  for (std::size_t i = 1; i < order.size(); ++i) {
    REQUIRE(built.graph().neighbours(order[i - 1]).size() >= built.graph().neighbours(order[i]).size());
  }
}

TEST_CASE("an empty network and one without edges are files too", "[rgn]") {
  PlainBuilder none;
  Diagnostics faults;
  const Network empty = none.freeze(faults);
  check_equal(read(written(empty)).network, empty);
  PlainBuilder some;
  some.actor("a");
  some.actor("7");
  const Network isolates = some.freeze(faults);
  check_equal(read(written(isolates)).network, isolates);
}

TEST_CASE("an .rgn file that is broken is refused, trusted or not", "[rgn]") {
  const std::string bytes = written(weird_network());
  check_refused("", "shorter than the header");
  check_refused(bytes.substr(0, 50), "shorter than the header");
  check_refused("x" + bytes.substr(1), "no .rgn file");
  check_refused(bytes.substr(0, bytes.size() - 1), "its header says");
  check_refused(bytes + "x", "its header says");
  std::string flipped = bytes;
  flipped[40] = static_cast<char>(flipped[40] ^ 1);
  check_refused(flipped, "checksum of the header");
  check_refused(changed(bytes, [](auto& header, auto&) { header.version = 9; }), "version 9");
  check_refused(changed(bytes, [](auto& header, auto&) { header.byte_order = 0x04030201; }), "byte order");
  check_refused(changed(bytes, [](auto& header, auto&) { header.edges = 4'294'967'295U; }), "32 bits");
  check_refused(changed(bytes, [](auto& header, auto&) { ++header.edges; }), "size that the header asks for");
  check_refused(changed(bytes, [](auto& header, auto&) { ++header.arcs; }), "size that the header asks for");
  check_refused(changed(bytes, [](auto&, auto& sections) { sections[2].offset += 1ULL << 40U; }), "does not fit");
  check_refused(changed(bytes, [](auto&, auto& sections) { sections[2].count = ~0ULL / 2; }), "does not fit");
  check_refused(changed(bytes, [](auto&, auto& sections) { sections[2].element = 0; }), "does not fit");
}

TEST_CASE("without trust every flipped byte is noticed, between the sections too", "[rgn]") {
  const std::string bytes = written(weird_network());
  const std::size_t data = sizeof(rgn::Header) + header_of(bytes).sections * sizeof(rgn::Section);
  int noticed = 0;
  for (std::uint64_t i = 0; i < 200; ++i) {
    std::string flipped = bytes;
    const std::size_t at = data + random_bits(1, i) % (bytes.size() - data);
    flipped[at] = static_cast<char>(static_cast<unsigned char>(flipped[at]) ^ (1U << random_bits(2, i) % 8));
    noticed += read(flipped).faults.errors() == 1 ? 1 : 0;
  }
  CHECK(noticed == 200);
}

TEST_CASE("numbers out of range are refused although every checksum is right", "[rgn]") {
  const std::string bytes = written(weird_network());
  rgn::Header header = header_of(bytes);
  int refused = 0;
  for (std::uint64_t i = 0; i < header.sections; ++i) {
    rgn::Section section{};
    std::memcpy(&section, bytes.data() + sizeof header + i * sizeof section, sizeof section);
    if (section.element == 8 && section.kind == rgn::SectionKind::weights) continue;
    std::string wild = bytes;
    std::memset(wild.data() + section.offset, 0xEE, std::min<std::size_t>(section.count * section.element, 64));
    wild = changed(wild, [&](auto&, auto& sections) {
      sections[i].checksum = ::XXH3_64bits(wild.data() + section.offset, section.count * section.element);
    });
    refused += read(wild).faults.errors() > 0 ? 1 : 0;
  }
  CHECK(refused >= 12);  // all but texts, weights and counts, where any byte is a value
}

}  // namespace regionet::test::rgn_test
