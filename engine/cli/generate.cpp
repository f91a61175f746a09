// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <algorithm>
#include <filesystem>
#include <memory>

#include "engine/cli/commands.hpp"
#include "engine/cli/graph_output.hpp"
#include "engine/cli/session.hpp"
#include "engine/report/reports.hpp"
#include "graphs/generate/interregional.hpp"
#include "graphs/generate/model.hpp"
#include "graphs/io/csv.hpp"
#include "graphs/io/graph_formats.hpp"

namespace regionet {
namespace {

struct GenerateArguments {
  std::string model;
  std::string to;
  std::map<std::string, std::string> numbers;
  bool models = false;
};

std::map<std::string, double> numbers_of(const GenerateArguments& options) {
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

/// A dataset's folder, made for this run; gone again where the run fails.
class NewFolder {
 public:
  explicit NewFolder(const std::string& path) : path_(path) {
    std::error_code fault;
    if (std::filesystem::exists(path))
      throw FileError(fmt::format("{}: is there already; name a new folder", printable(path, 4096)));
    std::filesystem::create_directories(path, fault);
    if (fault) throw FileError(fmt::format("{}: cannot be made: {}", printable(path, 4096), fault.message()));
  }
  NewFolder(const NewFolder&) = delete;
  NewFolder& operator=(const NewFolder&) = delete;
  NewFolder(NewFolder&&) = delete;
  NewFolder& operator=(NewFolder&&) = delete;
  ~NewFolder() {
    std::error_code ignored;
    if (!kept_) std::filesystem::remove_all(path_, ignored);
  }
  void keep() { kept_ = true; }

 private:
  std::string path_;
  bool kept_ = false;
};

int make_interregional(Session& session, const GenerateArguments& options) {
  const ModelParameters parameters("interregional", interregional_parameters(), numbers_of(options));
  const std::string& folder = session.output();
  if (folder.empty() || folder == "-") throw UsageError("generate interregional needs -o FOLDER: it makes a dataset");
  NewFolder made(folder);
  std::map<std::string, std::function<void(std::string_view)>, std::less<>> files;
  write_interregional(parameters, session.run(), [&](std::string_view table, std::string_view bytes) {
    auto file = files.find(table);
    if (file == files.end()) file = files.emplace(table, session.stage(fmt::format("{}/{}", folder, table))).first;
    file->second(bytes);
  });
  session.commit();
  made.keep();
  session.note(fmt::format("wrote the dataset {}: {} agreements", folder, parameters.whole("agreements")));
  return exit_good;
}

int print_models(Session& session) {
  Table table{.columns =
                  columns_of(session.language(), {"model", "parameter", "default", "from", "to", "meaning", "source"})};
  const auto list = [&](std::string_view name, std::span<const ModelParameter> parameters) {
    for (const ModelParameter& parameter : parameters) {
      table.rows.push_back({name, fmt::format("--{}", parameter.name), parameter.otherwise, parameter.least,
                            parameter.most, parameter.help, ""});
    }
  };
  for (const GraphModel& model : graph_models()) {
    table.rows.push_back({model.name, "", "", "", "", model.definition, model.source});
    list(model.name, model.parameters);
  }
  constexpr const char* meaning =
      "a dataset: countries, regions by size, cities and institutions within them; typed, dated agreements "
      "by gravity and preferential attachment";
  table.rows.push_back({"interregional", "", "", "", "", meaning, "Zipf 1946; Barabási, Albert 1999"});
  list("interregional", interregional_parameters());
  session.write({.tables = {std::move(table)}});
  return exit_good;
}

int run_generate(Session& session, const GenerateArguments& options) {
  if (options.models) return print_models(session);
  if (options.model.empty()) throw UsageError("generate needs a model; see 'regionet generate --models'");
  try {
    if (options.model == "interregional") return make_interregional(session, options);
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
  return {"generate", "a synthetic graph or dataset", false, [](Arguments& arguments, Session& session) {
            auto options = std::make_shared<GenerateArguments>();
            arguments.positional("model", options->model,
                                 "gnm, barabasi-albert, rmat, sbm, lfr, configuration, grid, interregional", false);
            arguments.group("Model");
            arguments.flag("--models", options->models, "print the models and their parameters, and stop");
            const auto declare = [&](std::span<const ModelParameter> parameters) {
              for (const ModelParameter& parameter : parameters) {
                const auto [at, fresh] = options->numbers.emplace(parameter.name, "");
                const std::string name = fmt::format("--{}", parameter.name);
                if (fresh) arguments.option(name, at->second, std::string(parameter.help), "X");
              }
            };
            for (const GraphModel& model : graph_models()) declare(model.parameters);
            declare(interregional_parameters());
            declare_target(arguments, options->to);
            session.declare_file(arguments);
            session.declare_format(arguments);
            return [options](Session& live) { return run_generate(live, *options); };
          }};
}

}  // namespace regionet
