// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>

#include "engine/structure/components.hpp"
#include "engine/structure/cuts.hpp"
#include "engine/structure/distances.hpp"
#include "engine/structure/triangles.hpp"
#include "graphs/csr/weights.hpp"

namespace regionet {

/// What several measures and figures are made of, computed when it is first asked for. Not for use by two threads.
class SharedResults {
 public:
  /// The graph, the lengths and the run must outlive it.
  SharedResults(GraphView graph, const Lengths& lengths, const RunContext& run)
      : graph_(graph), lengths_(lengths), run_(run) {}

  const DistancesResult& distances() {
    return made(distances_, [&] { return regionet::distances(graph_, lengths_, run_); });
  }
  const TrianglesResult& triangles() {
    return made(triangles_, [&] { return regionet::triangles(graph_, run_); });
  }
  const ComponentsResult& components() {
    return made(components_, [&] { return regionet::components(graph_, run_); });
  }
  const CutsResult& cuts() {
    return made(cuts_, [&] { return regionet::cuts(graph_, run_); });
  }
  /// Any other result, by a key that names its kernel and options.
  template <typename Make>
  const auto& kept(const std::string& key, Make make) {
    using Result = decltype(make());
    std::shared_ptr<const void>& slot = others_[key];
    if (!slot) slot = std::make_shared<const Result>(make());
    return *static_cast<const Result*>(slot.get());
  }

 private:
  template <typename Result, typename Make>
  static const Result& made(std::optional<Result>& slot, Make make) {
    if (!slot) slot = make();
    return *slot;
  }

  GraphView graph_;
  const Lengths& lengths_;
  const RunContext& run_;
  std::optional<DistancesResult> distances_;
  std::optional<TrianglesResult> triangles_;
  std::optional<ComponentsResult> components_;
  std::optional<CutsResult> cuts_;
  std::map<std::string, std::shared_ptr<const void>> others_;
};

}  // namespace regionet
