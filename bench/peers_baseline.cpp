// SPDX-License-Identifier: Apache-2.0
// No peers, but the least that a case could cost.
#include <cstring>
#include <memory>

#include "bench/peers.hpp"
#include "graphs/csr/build.hpp"
#include "graphs/io/text.hpp"

namespace regionet::bench {
namespace {

Contender copy_bytes(const Input& input) {
  auto text = std::make_shared<Text>(Text::load_unchecked(input.file, "", ~std::uint64_t{0}));
  auto copy = std::make_shared<std::vector<char>>(text->view().size());
  return {"memcpy of the file", timed([=] { std::memcpy(copy->data(), text->view().data(), copy->size()); }), {}, {}};
}

Contender build_rows(const Input& input) {
  return {"building the rows",
          timed([&input] {
            static_cast<void>(build_graph(input.vertices(), {input.ends, {}}, {}, input.run()));
          }),
          {},
          {}};
}

}  // namespace

std::vector<PeerRow> baseline_rows() {
  return {{baseline, "read", copy_bytes},
          {baseline, "open", copy_bytes},
          {baseline, "open-trust", copy_bytes},
          {baseline, "prepare", build_rows}};
}

}  // namespace regionet::bench
