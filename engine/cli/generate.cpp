// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <algorithm>
#include <memory>

#include "engine/cli/commands.hpp"
#include "engine/cli/graph_output.hpp"
#include "engine/cli/session.hpp"
#include "engine/report/reports.hpp"
#include "graphs/generate/model.hpp"
#include "graphs/io/csv.hpp"
#include "graphs/io/graph_formats.hpp"

namespace regionet {
namespace {

struct Options {
  std::string model;
  std::string to;
  std::map<std::string, std::string> numbers;
  bool models = false;
};

std::map<std::string, double> numbers_of(const Options& options) {
  std::map<std::string, double> out;
  for (const auto& [name, text] : options.numbers) {
    if (text.empty()) continue;
    const auto value = parse_number(text);
    if (!value) throw UsageError(fmt::format("--{} '{}' is no number", name, printable(text)));
    out[name] = *value;
  }
  return out;
}

/// The graph as a plain network; the planted group of each vertex is a column.
Network make(const GraphModel& model, const ModelParameters& parameters, const RunContext& run) {
  const GraphModel::Size size = model.size(parameters);
  std::vector<Vertex> ends;
  ends.reserve(2 * size.edges);
  model.edges(parameters, run,
              [&](std::span<const Vertex> piece) { ends.insert(ends.end(), piece.begin(), piece.end()); });
  PlainBuilder graph;
  graph.directed = size.directed;
  graph.title = std::string(model.name);
  graph.take(Labels::decimals(size.vertices, {}), Values<ActorId>(std::move(ends)), {}, 1);
  if (model.groups != nullptr) {
    const std::size_t column = graph.actor_column("community", AttributeType::integer);
    const std::vector<std::uint32_t> groups = model.groups(parameters, run);
    for (Vertex v = 0; v < groups.size(); ++v) graph.set_actor_cell(v, column, std::to_string(groups[v]));
  }
  Diagnostics none;
  return graph.freeze(none);
}

int print_models(Session& session) {
  Table table{.columns =
                  columns_of(session.language(), {"model", "parameter", "default", "from", "to", "meaning", "source"})};
  for (const GraphModel& model : graph_models()) {
    table.rows.push_back({model.name, "", "", "", "", model.definition, model.source});
    for (const ModelParameter& parameter : model.parameters) {
      table.rows.push_back({model.name, fmt::format("--{}", parameter.name), parameter.otherwise, parameter.least,
                            parameter.most, parameter.help, ""});
    }
  }
  session.write({.tables = {std::move(table)}});
  return exit_good;
}

int run(Session& session, const Options& options) {
  if (options.models) return print_models(session);
  if (options.model.empty()) throw UsageError("generate needs a model; see 'regionet generate --models'");
  try {
    const GraphModel& model = graph_model(options.model);
    const ModelParameters parameters(model.name, model.parameters, numbers_of(options));
    static_cast<void>(model.size(parameters));
    if (session.output().empty())
      throw UsageError("generate needs -o FILE; '-o - --to snap' writes to the standard output");
    const GraphFormat& format = target_format(options.to, session.output());
    const Network network = make(model, parameters, session.run());
    for (const std::string& loss : what_is_lost(network, format)) session.note(loss);
    write_graph(session, network, format, session.output());
    session.note(fmt::format("wrote {}: {} vertices, {} edges, {}", session.output(), network.actor_count(),
                             network.agreement_count(), network.directed() ? "directed" : "undirected"));
  } catch (const std::invalid_argument& fault) {
    throw UsageError(fault.what());
  }
  return exit_good;
}

}  // namespace

Command generate_command() {
  return {"generate", "a synthetic graph", false, [](Arguments& arguments, Session& session) {
            auto options = std::make_shared<Options>();
            arguments.positional("model", options->model, "gnm, barabasi-albert, rmat, sbm, lfr, configuration, grid",
                                 false);
            arguments.group("Model");
            arguments.flag("--models", options->models, "print the models and their parameters, and stop");
            for (const GraphModel& model : graph_models()) {
              for (const ModelParameter& parameter : model.parameters) {
                const auto [at, fresh] = options->numbers.emplace(parameter.name, "");
                if (fresh)
                  arguments.option(fmt::format("--{}", parameter.name), at->second, std::string(parameter.help), "X");
              }
            }
            declare_target(arguments, options->to);
            session.declare_output(arguments);
            return [options](Session& live) { return run(live, *options); };
          }};
}

}  // namespace regionet
