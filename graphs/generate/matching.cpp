// SPDX-License-Identifier: Apache-2.0
#include "graphs/generate/matching.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

#include "graphs/runtime/random.hpp"

namespace regionet {
namespace {

constexpr std::uint64_t rounds = 100;

class Matching {
 public:
  Matching(std::vector<Vertex> ends, std::uint64_t seed, const std::function<bool(Vertex, Vertex)>& forbidden)
      : ends_(std::move(ends)), seed_(seed), forbidden_(forbidden) {
    ends_.resize(ends_.size() / 2 * 2);
    for (std::uint64_t i = ends_.size(); i > 1; --i) std::swap(ends_[i - 1], ends_[random_bits(seed_, i, 0) % i]);
  }

  std::vector<Vertex> take() {
    for (std::uint64_t round = 1; round <= rounds; ++round) {
      const std::vector<std::uint64_t> bad = bad_edges();
      if (bad.empty()) return std::move(ends_);
      for (const std::uint64_t edge : bad) {
        const std::uint64_t other = random_bits(seed_, edge, round) % (ends_.size() / 2);
        std::swap(ends_[2 * edge + 1], ends_[2 * other + 1]);
      }
    }
    leave_out(bad_edges());
    return std::move(ends_);
  }

 private:
  /// Loops, forbidden edges and all but the first of parallel ones.
  [[nodiscard]] std::vector<std::uint64_t> bad_edges() const {
    std::vector<std::uint64_t> order(ends_.size() / 2);
    std::iota(order.begin(), order.end(), std::uint64_t{0});
    const auto key = [&](std::uint64_t edge) { return std::minmax(ends_[2 * edge], ends_[2 * edge + 1]); };
    std::ranges::sort(order, [&](std::uint64_t a, std::uint64_t b) {
      return std::tuple(key(a).first, key(a).second, a) < std::tuple(key(b).first, key(b).second, b);
    });
    std::vector<std::uint64_t> bad;
    for (std::size_t i = 0; i < order.size(); ++i) {
      const auto [u, v] = key(order[i]);
      const bool again = i > 0 && key(order[i - 1]) == key(order[i]);
      if (u == v || again || forbidden_(u, v)) bad.push_back(order[i]);
    }
    std::ranges::sort(bad);
    return bad;
  }

  void leave_out(const std::vector<std::uint64_t>& bad) {
    std::size_t kept = 0;
    auto next = bad.begin();
    for (std::uint64_t edge = 0; edge < ends_.size() / 2; ++edge) {
      if (next != bad.end() && *next == edge) {
        ++next;
        continue;
      }
      ends_[kept++] = ends_[2 * edge];
      ends_[kept++] = ends_[2 * edge + 1];
    }
    ends_.resize(kept);
  }

  std::vector<Vertex> ends_;
  std::uint64_t seed_;
  const std::function<bool(Vertex, Vertex)>& forbidden_;
};

}  // namespace

std::vector<Vertex> match_half_edges(std::vector<Vertex> half_edges, std::uint64_t seed,
                                     const std::function<bool(Vertex, Vertex)>& forbidden) {
  return Matching(std::move(half_edges), seed, forbidden).take();
}

}  // namespace regionet
