// SPDX-License-Identifier: Apache-2.0
#include "engine/temporal/community_drift.hpp"

#include <algorithm>
#include <numeric>
#include <stdexcept>

#include "engine/community/leiden.hpp"
#include "engine/statistics/partition_comparison.hpp"
#include "graphs/csr/build.hpp"

namespace regionet {
namespace {

class Drift {
 public:
  Drift(const History& history, const DriftOptions& options, const RunContext& run)
      : history_(history), options_(options), run_(run), present_(history.vertices, false), label_(history.vertices) {
    std::iota(label_.begin(), label_.end(), 0U);
    leiden_.objective = options.objective;
  }

  DriftPoint next(std::span<const std::uint32_t> fresh) {
    const std::vector<Vertex> before = places_;
    const std::vector<std::uint32_t> old = labels_of(before);
    for (const std::uint32_t tie : fresh) add(history_.ends[tie]);
    if (!fresh.empty()) find_communities();
    now_.common = before.size();
    now_.ami = std::nullopt;
    if (!before.empty()) now_.ami = fresh.empty() ? 1 : compare_partitions(old, labels_of(before)).ami;
    return now_;
  }

 private:
  void add(std::pair<Vertex, Vertex> ends) {
    for (const Vertex v : {ends.first, ends.second}) {
      if (!present_[v]) places_.push_back(v);
      present_[v] = true;
    }
    if (ends.first != ends.second) ends_.insert(ends_.end(), {ends.first, ends.second});
  }

  void find_communities() {
    const BuiltGraph built = build_graph(history_.vertices, {ends_, {}}, {}, run_);
    constexpr std::size_t ties_of_all_runs = 1'000'000;
    leiden_.runs = std::clamp<std::size_t>(ties_of_all_runs / (ends_.size() / 2 + 1), 1, options_.runs);
    leiden_.start = label_;
    const LeidenResult found = leiden(built.graph.view(), Strengths::unit, leiden_, run_);
    label_ = found.partition.community;
    now_.quality = found.quality;
    std::vector<std::uint32_t> labels = labels_of(places_);
    now_.communities = renumber(labels, history_.vertices);
  }

  [[nodiscard]] std::vector<std::uint32_t> labels_of(const std::vector<Vertex>& places) const {
    std::vector<std::uint32_t> out;
    for (const Vertex v : places) out.push_back(label_[v]);
    return out;
  }

  const History& history_;
  const DriftOptions& options_;
  const RunContext& run_;
  LeidenOptions leiden_;
  std::vector<bool> present_;
  std::vector<Vertex> places_;  // with a tie, as they came
  std::vector<Vertex> ends_;
  std::vector<std::uint32_t> label_;  // of each vertex
  DriftPoint now_;
};

}  // namespace

std::vector<DriftPoint> community_drift(const History& history, const Periods& periods, Certainly which,
                                        const DriftOptions& options, const RunContext& run) {
  if (options.runs == 0) throw std::invalid_argument("there is at least one run");
  Drift drift(history, options, run);
  std::vector<DriftPoint> out;
  for (const auto& fresh : ties_by_period(history, periods, which)) out.push_back(drift.next(fresh));
  return out;
}

}  // namespace regionet
