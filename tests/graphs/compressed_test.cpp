// SPDX-License-Identifier: Apache-2.0
#include "graphs/io/compressed.hpp"

#include "graphs/diagnostic.hpp"
#include "graphs/runtime/random.hpp"
#include "tests/support/catch.hpp"

namespace regionet::test::compressed_test {
namespace {

constexpr std::uint64_t no_limit = ~std::uint64_t{0};

std::string noise(std::size_t size) {
  std::string out;
  for (std::size_t i = 0; i < size; ++i) out += static_cast<char>(random_bits(1, i));
  return out;
}

std::string message(const std::string& bytes, std::uint64_t most = no_limit) {
  try {
    static_cast<void>(decompress("f", bytes, most));
    return "";
  } catch (const InputError& fault) {
    return fault.faults().shown()[0].what;
  }
}

}  // namespace

TEST_CASE("what was compressed comes back, in one member or several", "[compressed]") {
  const char* const name = GENERATE("x.gz", "x.zst");
  for (const std::string& text : {std::string(), std::string("a"), noise(3'000'000), std::string(5'000'000, 'x')}) {
    const std::string packed = compress_for(name, text);
    CHECK(compression_of(packed) == (std::string_view(name) == "x.gz" ? "gzip" : "zstd"));
    CHECK(*decompress("f", packed, no_limit) == text);
    CHECK(*decompress("f", packed + packed, no_limit) == text + text);
  }
}

TEST_CASE("other bytes and other names are left alone", "[compressed]") {
  CHECK(compression_of("source,target\n").empty());
  CHECK(compression_of("").empty());
  CHECK(compress_for("x.csv", "abc") == "abc");
}

TEST_CASE("broken and truncated data are refused", "[compressed]") {
  const char* const name = GENERATE("x.gz", "x.zst");
  const std::string packed = compress_for(name, noise(100'000));
  CHECK_THAT(message(packed.substr(0, packed.size() - 5)), ContainsSubstring("too early"));
  CHECK_THAT(message(packed.substr(0, 20)), ContainsSubstring("too early"));
  std::string broken = packed;
  for (std::size_t i = 5000; i < 5050; ++i) broken[i] = static_cast<char>(~broken[i]);
  CHECK_THAT(message(broken), ContainsSubstring("broken"));
  CHECK_THAT(message(packed + "tail that is no member"), ContainsSubstring("broken"));
}

TEST_CASE("what would become too much is stopped", "[compressed]") {
  const char* const name = GENERATE("x.gz", "x.zst");
  const std::string bomb = compress_for(name, std::string(200'000'000, '\0'));
  REQUIRE(bomb.size() < 300'000);
  CHECK_THAT(message(bomb, 10U << 20U), ContainsSubstring("more than 10 MiB"));
}

}  // namespace regionet::test::compressed_test
