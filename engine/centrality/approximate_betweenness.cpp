// SPDX-License-Identifier: Apache-2.0
#include "engine/centrality/approximate_betweenness.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <stdexcept>

#include "engine/centrality/path_sampler.hpp"
#include "engine/statistics/share_bounds.hpp"
#include "graphs/csr/transpose.hpp"
#include "graphs/runtime/parallel.hpp"
#include "graphs/runtime/random.hpp"

namespace regionet {
namespace {

constexpr std::uint64_t pilot_draws = 1000;
constexpr double growth = 1.3;  // of the draws from one look to the next

/// Draws pairs and paths, and counts which vertices lie between.
class PathCounter {
 public:
  PathCounter(GraphView graph, const RunContext& run)
      : graph_(graph), run_(run), turned_(graph.facts().symmetric ? Graph() : transpose(graph, run)) {
    hits.resize(graph.vertex_count());
  }

  /// Draws up to `draws` in all; complete, or stopped somewhere on the way.
  Outcome draw_up_to(std::uint64_t draws) {
    constexpr std::uint64_t draws_at_once = 128;
    struct Slot {
      PathSampler sampler;
      std::vector<Vertex> found;
    };
    const GraphView turned = graph_.facts().symmetric ? graph_ : turned_.view();
    const std::uint64_t first = drawn_;
    RunContext quiet = run_;  // how far it is nobody knows yet
    quiet.progress = nullptr;
    const Outcome outcome = for_each_in_order(
        quiet, (draws - first + draws_at_once - 1) / draws_at_once,
        [&] {
          return Slot{PathSampler(graph_, turned), {}};
        },
        [&](std::size_t block, Slot& slot) {
          slot.found.clear();
          const std::uint64_t begin = first + block * draws_at_once;
          for (std::uint64_t item = begin; item < std::min(draws, begin + draws_at_once); ++item) {
            const auto between = draw(slot.sampler, item);
            slot.found.insert(slot.found.end(), between.begin(), between.end());
          }
        },
        [&](const Slot& slot) {
          for (const Vertex v : slot.found) ++hits[v];
        });
    drawn_ = draws;
    return outcome;
  }

  void forget() { std::ranges::fill(hits, 0); }

  std::vector<std::uint64_t> hits;

 private:
  std::span<const Vertex> draw(PathSampler& sampler, std::uint64_t item) const {
    const std::uint64_t n = graph_.vertex_count();
    const std::uint64_t key = random_bits(run_.seed, item);
    const auto from = random_bits(key, 0, 1) % n;  // n is below 2^32: what the remainder favours is below 2^-32
    const auto to = (from + 1 + random_bits(key, 1, 1) % (n - 1)) % n;
    return sampler.draw(static_cast<Vertex>(from), static_cast<Vertex>(to), key);
  }

  GraphView graph_;
  const RunContext& run_;
  Graph turned_;
  std::uint64_t drawn_ = 0;
};

/// Whether another vertex could come in and leave by it: two partners, of a directed graph arcs in and out.
std::vector<Vertex> candidates_of(GraphView graph) {
  std::vector<Vertex> out;
  std::vector<bool> entered(graph.vertex_count(), false);
  for (Vertex v = 0; v < graph.vertex_count(); ++v) {
    for (const Vertex target : graph.neighbours(v)) {
      if (target != v) entered[target] = true;
    }
  }
  for (Vertex v = 0; v < graph.vertex_count(); ++v) {
    std::size_t partners = 0;
    for (const Vertex target : graph.neighbours(v)) partners += target != v ? 1 : 0;
    if (partners >= (graph.facts().symmetric ? 2U : 1U) && entered[v]) out.push_back(v);
  }
  return out;
}

class Estimate {
 public:
  Estimate(GraphView graph, const ApproximateBetweennessOptions& options, const RunContext& run)
      : options_(options), run_(run), counter_(graph, run), candidates_(candidates_of(graph)) {
    const auto n = static_cast<double>(graph.vertex_count());
    scale_ = n / (n - 2);  // pairs that a vertex is an end of are drawn too, and never count
    out_.score.resize(graph.vertex_count());
    out_.lower = out_.upper = out_.score;
    for (const Vertex v : candidates_) out_.upper[v] = 1;
  }

  ApproximateBetweennessResult run() {
    if (run_.progress) run_.progress(0);
    if (candidates_.empty()) {
      out_.widest = 0;
      return finish(Outcome::complete);
    }
    if (counter_.draw_up_to(pilot_draws) == Outcome::stopped) return finish(Outcome::stopped);
    plan();
    counter_.forget();
    for (const std::uint64_t look : looks_) {
      if (counter_.draw_up_to(pilot_draws + look) == Outcome::stopped) return finish(Outcome::stopped);
      out_.draws = look;
      const bool near_enough = bound();
      if (near_enough || (options_.top > 0 && order_is_proven())) break;
      if (run_.progress) run_.progress(static_cast<double>(look) / static_cast<double>(looks_.back()));
    }
    return finish(Outcome::complete);
  }

 private:
  /// After how many draws to look, and how sure each vertex has to be at each look.
  void plan() {
    const double first = std::ceil(10 / options_.epsilon);
    // By Pinsker's inequality 2 d^2 <= KL: so many draws bring any vertex within epsilon.
    const auto enough = [&](double looks) {
      return log_inverse(1, looks) * scale_ * scale_ / (2 * options_.epsilon * options_.epsilon);
    };
    double looks = 2;
    while (first * std::pow(growth, looks - 1) < enough(looks)) ++looks;
    for (double i = 0; i < looks; ++i)
      looks_.push_back(static_cast<std::uint64_t>(std::ceil(first * std::pow(growth, i))));

    std::uint64_t all = 0;
    for (const Vertex v : candidates_) all += counter_.hits[v];
    for (const Vertex v : candidates_) {
      const double share = all == 0 ? 1 / static_cast<double>(candidates_.size())
                                    : static_cast<double>(counter_.hits[v]) / static_cast<double>(all);
      log_inverse_.push_back(log_inverse((1 + share * static_cast<double>(candidates_.size())), looks));
    }
  }

  /// Minus the logarithm of what each end of the bounds of a vertex may fail with at a look: `parts` of half of delta
  /// cut into as many parts as there are candidates.
  [[nodiscard]] double log_inverse(double parts, double looks) const {
    return std::log(2 * looks * 2 * static_cast<double>(candidates_.size()) / (options_.delta * parts));
  }

  /// Sets estimates and bounds; whether all are within epsilon.
  bool bound() {
    out_.widest = 0;
    const auto draws = static_cast<double>(out_.draws);
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      const Vertex v = candidates_[i];
      const ShareBounds bounds = share_bounds(counter_.hits[v], out_.draws, log_inverse_[i]);
      out_.score[v] = scale_ * static_cast<double>(counter_.hits[v]) / draws;
      out_.lower[v] = scale_ * bounds.lower;
      out_.upper[v] = std::min(1.0, scale_ * bounds.upper);
      out_.widest = std::max({out_.widest, out_.upper[v] - out_.score[v], out_.score[v] - out_.lower[v]});
    }
    return out_.widest <= options_.epsilon;
  }

  /// Whether each of the first `top` is above all that come behind it.
  [[nodiscard]] bool order_is_proven() const {
    const std::size_t top = std::min(options_.top, candidates_.size());
    std::vector<Vertex> order = candidates_;
    const auto middle = order.begin() + static_cast<std::ptrdiff_t>(top);
    std::ranges::partial_sort(order, middle, std::greater<>(), [&](Vertex v) { return std::pair(out_.score[v], v); });
    double above = 0;
    for (auto v = middle; v != order.end(); ++v) above = std::max(above, out_.upper[*v]);
    for (std::size_t i = top; i-- > 0;) {
      if (out_.lower[order[i]] <= above) return false;
      above = std::max(above, out_.upper[order[i]]);
    }
    return true;
  }

  ApproximateBetweennessResult finish(Outcome outcome) {
    out_.outcome = outcome;
    if (outcome == Outcome::complete && run_.progress) run_.progress(1);
    return std::move(out_);
  }

  const ApproximateBetweennessOptions& options_;
  const RunContext& run_;
  PathCounter counter_;
  std::vector<Vertex> candidates_;
  std::vector<double> log_inverse_;  // of each candidate
  std::vector<std::uint64_t> looks_;
  double scale_ = 1;
  ApproximateBetweennessResult out_;
};

}  // namespace

ApproximateBetweennessResult approximate_betweenness(GraphView graph, const ApproximateBetweennessOptions& options,
                                                     const RunContext& run) {
  const auto is_share = [](double value) { return value > 0 && value < 1; };
  if (!is_share(options.epsilon)) throw std::invalid_argument("epsilon has to lie between 0 and 1");
  if (!is_share(options.delta)) throw std::invalid_argument("delta has to lie between 0 and 1");
  if (graph.facts().has_parallel_arcs) throw std::invalid_argument("betweenness needs a graph without parallel arcs");
  const std::size_t n = graph.vertex_count();
  const std::vector<double> zeros(n);
  if (n < 3) return {.score = zeros, .lower = zeros, .upper = zeros, .widest = 0};
  return Estimate(graph, options, run).run();
}

}  // namespace regionet
