// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <algorithm>
#include <array>
#include <memory>

#include "engine/cli/commands.hpp"
#include "engine/cli/graph_output.hpp"
#include "engine/cli/session.hpp"
#include "engine/measures/vertex_measures.hpp"
#include "engine/measures/view_communities.hpp"
#include "engine/measures/view_measures.hpp"
#include "engine/report/reports.hpp"
#include "engine/structure/projected_network.hpp"
#include "graphs/io/graph_formats.hpp"
#include "graphs/view/plain_network.hpp"

namespace regionet {
namespace {

constexpr std::array<std::string_view, 2> edge_words{"agreements", "ties"};
constexpr std::array<std::string_view, 2> side_words{"first", "second"};
constexpr std::array<std::string_view, 3> projection_words{"shared", "newman", "resource"};

struct ConvertArguments {
  std::vector<std::string> files;
  std::string to;
  std::string edges = "agreements";
  std::vector<std::string> with;
  std::string project;
  std::string project_weight = "shared";
  bool formats = false;

  [[nodiscard]] PlainEdges edges_of() const { return edges == "ties" ? PlainEdges::ties : PlainEdges::agreements; }
};

/// The communities that the command `communities` finds by default.
VertexColumn community_column(const View& view, const RunContext& run) {
  VertexColumn column{.name = "community", .type = AttributeType::integer, .cells = {}};
  for (const std::uint32_t community : view_communities(view, {}, run).partition.community) {
    column.cells.push_back(std::to_string(community + 1));
  }
  return column;
}

std::vector<VertexColumn> measure_columns(const View& view, const ConvertArguments& options, const RunContext& run) {
  std::vector<VertexColumn> columns;
  ViewMeasures measures(view, run);
  for (const std::string& typed : options.with) {
    if (typed == "community") {
      columns.push_back(community_column(view, run));
      continue;
    }
    const MeasureRequest request = parse_measure(typed);
    const VertexScores scores = measures.compute(request);
    VertexColumn column{.name = request.typed, .type = AttributeType::number, .cells = {}};
    for (const auto& value : scores.values) column.cells.push_back(value ? number_text(*value) : "");
    columns.push_back(std::move(column));
  }
  return columns;
}

/// The network that is to be written, where it is not the one that was read.
Network converted(const View& view, const ConvertArguments& options, const RunContext& run) {
  if (options.project.empty()) return plain_network(view, options.edges_of(), measure_columns(view, options, run));
  const auto weight = static_cast<ProjectionWeight>(std::ranges::find(projection_words, options.project_weight) -
                                                    projection_words.begin());
  return projected_network(view, options.project == "first", weight, run);
}

int print_formats(Session& session) {
  Table table{.columns = columns_of(session.language(),
                                    {"format", "extensions", "reads", "writes", "directed", "undirected", "any_ids",
                                     "labels", "weights", "dates", "ends", "types", "actor_columns", "edge_columns",
                                     "parallel_edges", "loops", "isolates", "holds"})};
  const auto yes = [](bool can) { return can ? "yes" : "no"; };
  for (const GraphFormat& format : graph_formats()) {
    const Capabilities& can = format.can;
    table.rows.push_back({format.name, format.extensions, yes(format.read != nullptr), yes(format.write != nullptr),
                          yes(can.directed), yes(can.undirected), yes(can.any_ids), yes(can.labels), yes(can.weights),
                          yes(can.dates), yes(can.ends), yes(can.types), yes(can.actor_columns), yes(can.edge_columns),
                          yes(can.parallel_edges), yes(can.loops), yes(can.isolates), format.holds});
  }
  session.write({.tables = {std::move(table)}});
  return exit_good;
}

int run_convert(Session& session, const ConvertArguments& options) {
  if (options.formats) return print_formats(session);
  if (!options.project.empty() && !options.with.empty()) {
    throw UsageError("--with does not go with --project: measure the projection once it is written");
  }
  if (options.project.empty() && options.project_weight != "shared") {
    throw UsageError("--project-weight needs --project");
  }
  std::vector<std::string> files = options.files;
  if (!session.output().empty()) files.push_back(session.output());
  if (files.empty() || files.size() > 2) {
    throw UsageError("convert needs the file to write, and before it the network to read unless -n names it");
  }
  const std::string& file = files.back();
  try {
    const GraphFormat& format = target_format(options.to, file);
    if (files.size() == 2) session.name_network(files.front());
    const OpenedNetwork opened = session.open(Session::Output::picture);
    if (session.dry_run(opened)) return exit_good;
    const View view = session.view(opened);
    const bool as_read = opened.network.plain() && view.keeps_all() && options.edges_of() == PlainEdges::agreements &&
                         options.with.empty() && options.project.empty();
    const Network made = as_read ? Network{} : converted(view, options, session.run());
    const Network& network = as_read ? opened.network : made;
    for (const std::string& loss : what_is_lost(network, format)) session.note(loss);
    write_graph(session, network, format, file);
    session.write_manifest(opened, &view);
    session.note(fmt::format("wrote {}: {} actors, {} edges", file, network.actor_count(), network.agreement_count()));
  } catch (const std::invalid_argument& fault) {
    throw UsageError(fault.what());
  }
  return exit_good;
}

}  // namespace

Command convert_command() {
  return {"convert", "a network or graph file in another format", false, [](Arguments& arguments, Session& session) {
            auto options = std::make_shared<ConvertArguments>();
            arguments.positionals("file", options->files, "the network to read (or -n), and the file to write", 0, 2);
            session.declare_input(arguments, false);
            session.declare_view(arguments);
            arguments.group("Conversion");
            declare_target(arguments, options->to);
            arguments.choice("--edges", options->edges, edge_words, "an edge for each agreement, or for each tie");
            arguments.list("--with", options->with, "measures, or community, to write as columns of the actors",
                           "MEASURE");
            arguments.choice("--project", options->project, side_words,
                             "one side of a two-mode network alone, tied by the partners that its places share");
            arguments.choice("--project-weight", options->project_weight, projection_words,
                             "their number, 1 / (partners of the partner - 1) each, or a unit shared out and back");
            arguments.flag("--formats", options->formats, "print what each format holds, and stop");
            session.declare_output(arguments);
            return [options](Session& live) { return run_convert(live, *options); };
          }};
}

}  // namespace regionet
