// SPDX-License-Identifier: Apache-2.0
#include "graphs/generate/model.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "graphs/diagnostic.hpp"
#include "graphs/generate/models.hpp"
#include "graphs/runtime/parallel.hpp"

namespace regionet {
namespace {

constexpr std::size_t blocks_at_once = 64;

std::string names_of_parameters(std::span<const ModelParameter> known) {
  std::vector<std::string_view> names;
  for (const ModelParameter& parameter : known) names.push_back(parameter.name);
  return fmt::format("{}", fmt::join(names, ", "));
}

}  // namespace

ModelParameters::ModelParameters(std::string_view model, std::span<const ModelParameter> known,
                                 const std::map<std::string, double>& given) {
  for (const ModelParameter& parameter : known) values_.emplace(parameter.name, parameter.otherwise);
  for (const auto& [name, value] : given) {
    const auto found = std::ranges::find(known, name, &ModelParameter::name);
    if (found == known.end()) {
      throw std::invalid_argument(
          fmt::format("{} has no parameter '{}'; expected {}", model, name, names_of_parameters(known)));
    }
    if (!(value >= found->least && value <= found->most) || (found->whole && value != std::floor(value))) {
      throw std::invalid_argument(fmt::format("--{} {} is out of range; expected a {}number from {} to {}", name, value,
                                              found->whole ? "whole " : "", found->least, found->most));
    }
    values_[name] = value;
  }
}

std::span<const GraphModel> graph_models() {
  static const std::vector<GraphModel> table{gnm_model(), barabasi_albert_model(), rmat_model(), block_model(),
                                             lfr_model(), configuration_model(),   grid_model()};
  return table;
}

const GraphModel& graph_model(std::string_view name) {
  const auto table = graph_models();
  const auto found = std::ranges::find(table, name, &GraphModel::name);
  if (found != table.end()) return *found;
  std::vector<std::string_view> names;
  for (const GraphModel& model : table) names.push_back(model.name);
  const std::string_view near = nearest(name, names);
  throw std::invalid_argument(fmt::format("model '{}' is not known; expected one of {}, interregional{}",
                                          printable(name), fmt::join(names, ", "),
                                          near.empty() ? "" : fmt::format("; did you mean '{}'?", near)));
}

void stream_edges(const RunContext& run, std::uint64_t items, std::uint64_t grain,
                  const std::function<void(std::uint64_t, std::uint64_t, std::vector<Vertex>&)>& make,
                  const EdgeSink& sink) {
  std::vector<std::vector<Vertex>> made(blocks_at_once);
  for (std::uint64_t begin = 0; begin < items; begin += blocks_at_once * grain) {
    const auto blocks =
        static_cast<std::size_t>(std::min<std::uint64_t>(blocks_at_once, (items - begin + grain - 1) / grain));
    for_each_block(run, blocks, [&](std::size_t block) {
      made[block].clear();
      const std::uint64_t first = begin + block * grain;
      make(first, std::min(items, first + grain), made[block]);
    });
    for (std::size_t block = 0; block < blocks; ++block) sink(made[block]);
  }
}

}  // namespace regionet
