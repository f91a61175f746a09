// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <filesystem>
#include <memory>

#include "engine/cli/commands.hpp"
#include "engine/cli/graph_output.hpp"
#include "engine/cli/session.hpp"
#include "engine/report/reports.hpp"
#include "graphs/generate/interregional.hpp"
#include "graphs/generate/model.hpp"
#include "graphs/io/csv.hpp"
#include "graphs/io/edge_rows.hpp"
#include "graphs/io/graph_formats.hpp"
#include "graphs/runtime/memory.hpp"

namespace regionet {
namespace {

struct GenerateArguments {
  std::string model;
  std::string to;
  std::map<std::string, std::string> numbers;
  bool models = false;
  bool dry_run = false;
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

/// What the graph takes while it is made: its edges, unless they are written as they come, and its vertices.
std::uint64_t bytes_of(const GraphModel::Size& size, bool streamed) {
  return streamed ? size.vertices / 8 : 2 * sizeof(Vertex) * size.edges + sizeof(Arc) * size.vertices;
}

EdgeRowsWriter::Size rows_of(const GraphModel::Size& size) { return {size.vertices, size.edges, size.directed}; }

/// Whether the edges can be written as they come: rows of two ids, in a file as it is.
bool is_streamed(const GraphModel& model, const GraphModel::Size& size, const GraphFormat& format,
                 const std::string& file) {
  const bool plain = file != "-" && !file.ends_with(".gz") && !file.ends_with(".zst");
  return plain && model.groups == nullptr && EdgeRowsWriter::can_write(format, rows_of(size));
}

/// What was made, and how: every parameter, also those that were not given.
void tell(const Session& session, const GraphModel& model, const ModelParameters& parameters,
          const GraphModel::Size& size, std::uint64_t edges) {
  session.note(fmt::format("wrote {}: {} vertices, {} edges, {}", session.output(), size.vertices, edges,
                           size.directed ? "directed" : "undirected"));
  std::string given;
  for (const ModelParameter& parameter : model.parameters) {
    given += fmt::format(" --{} {}", parameter.name, parameters[parameter.name]);
  }
  session.note(fmt::format("by {}{} --seed {}; {}", model.name, given, session.run().seed, model.definition));
}

/// Writes the edges as they are made.
void stream(Session& session, const GraphModel& model, const ModelParameters& parameters, const GraphFormat& format) {
  const GraphModel::Size size = model.size(parameters);
  GraphOutput out(session.stage(session.output()));
  EdgeRowsWriter rows(out, format, rows_of(size));
  model.edges(parameters, session.run(), [&](std::span<const Vertex> piece) { rows.write(piece); });
  out.flush();
  if (const std::uint64_t isolates = rows.isolates(); isolates > 0) {
    session.note(
        fmt::format("{} cannot hold {} actor{} without an edge", format.name, isolates, isolates == 1 ? "" : "s"));
  }
  tell(session, model, parameters, size, rows.edges());
}

/// The graph as a plain network; the planted group of each vertex is a column.
Network make(const GraphModel& model, const ModelParameters& parameters, const RunContext& run) {
  const GraphModel::Size size = model.size(parameters);
  refuse_beyond_limit(run, bytes_of(size, false), "the list of edges");
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
    if (session.output().empty())
      throw UsageError("generate needs -o FILE; '-o - --to snap' writes to the standard output");
    const GraphFormat& format = target_format(options.to, session.output());
    const GraphModel::Size size = model.size(parameters);
    const bool streamed = is_streamed(model, size, format, session.output());
    if (options.dry_run) {
      session.print(fmt::format("{}: {} vertices, {} edges, {}; making it would take {} MiB\n", model.name,
                                size.vertices, size.edges == 0 ? "some" : std::to_string(size.edges),
                                size.directed ? "directed" : "undirected", (bytes_of(size, streamed) >> 20U) + 1));
      return exit_good;
    }
    if (streamed) {
      stream(session, model, parameters, format);
      return exit_good;
    }
    const Network network = make(model, parameters, session.run());
    for (const std::string& loss : what_is_lost(network, format)) session.note(loss);
    write_graph(session, network, format, session.output());
    tell(session, model, parameters, size, network.agreement_count());
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
            arguments.flag("--dry-run", options->dry_run, "say how large the graph would be, and stop");
            session.declare_file(arguments);
            session.declare_format(arguments);
            return [options](Session& live) { return run_generate(live, *options); };
          }};
}

}  // namespace regionet
