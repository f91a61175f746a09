// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graphs/csr/graph.hpp"
#include "graphs/runtime/run_context.hpp"

namespace regionet {

/// A number that a model asks for.
struct ModelParameter {
  std::string_view name;
  double otherwise;  ///< its value where it is not given
  double least;
  double most;
  bool whole;  ///< a whole number
  std::string_view help;
};

/// The numbers given for a model, checked: every one known, in its range, whole where it has to be.
class ModelParameters {
 public:
  /// Throws std::invalid_argument, naming the model's parameters.
  ModelParameters(std::string_view model, std::span<const ModelParameter> known,
                  const std::map<std::string, double>& given);

  [[nodiscard]] double operator[](std::string_view name) const { return values_.find(name)->second; }
  [[nodiscard]] std::uint64_t whole(std::string_view name) const { return static_cast<std::uint64_t>((*this)[name]); }
  [[nodiscard]] bool flag(std::string_view name) const { return (*this)[name] != 0; }

 private:
  std::map<std::string, double, std::less<>> values_;
};

/// Receives the edges in their order, piece by piece: two ends each.
using EdgeSink = std::function<void(std::span<const Vertex>)>;

/// A model of random graphs. Every random number is a function of (seed, item), so that the edges and their order are
/// the same for any number of threads, and are written as they are made.
struct GraphModel {
  struct Size {
    std::uint64_t vertices = 0;
    std::uint64_t edges = 0;  ///< 0 where it is known only afterwards
    bool directed = false;
  };

  std::string_view name;
  std::string_view definition;
  std::string_view source;
  std::span<const ModelParameter> parameters;
  /// Throws std::invalid_argument where the numbers do not go together.
  Size (*size)(const ModelParameters&);
  void (*edges)(const ModelParameters&, const RunContext&, const EdgeSink&);
  /// The planted group of each vertex; null where the model has none.
  std::vector<std::uint32_t> (*groups)(const ModelParameters&, const RunContext&) = nullptr;
};

/// The table of models.
[[nodiscard]] std::span<const GraphModel> graph_models();
/// Throws std::invalid_argument for an unknown name.
[[nodiscard]] const GraphModel& graph_model(std::string_view name);

/// Makes `items` items in blocks, several at once, and hands the edges of the blocks on in their order.
/// `make(begin, end, out)` appends the ends of the edges of its items.
void stream_edges(const RunContext&, std::uint64_t items, std::uint64_t grain,
                  const std::function<void(std::uint64_t, std::uint64_t, std::vector<Vertex>&)>& make, const EdgeSink&);

}  // namespace regionet
