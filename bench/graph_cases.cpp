// SPDX-License-Identifier: Apache-2.0
// The graph core beside its peers: graph_cases CASE FILE THREADS TRIALS PEERS [--peers-only]. bench/run calls it.
#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>

#include "bench/harness.hpp"
#include "bench/our_kernels.hpp"
#include "bench/peers.hpp"
#include "graphs/csr/build.hpp"
#include "graphs/csr/prepared.hpp"

namespace {

using namespace regionet;
using namespace regionet::bench;

/// A case: the file it reads, what is made of it before the clock, and our run; none where the kernel is not built yet.
struct CaseRow {
  std::string_view name;
  std::string_view extension;
  bool rate;  ///< megabytes a second are of interest
  Input (*setup)(const std::string& file, unsigned threads);
  Contender (*ours)(const Input&);
};

/// Ours out of what it runs, of what is wrong with the result (nothing where it is right), and of the result in one
/// line.
template <auto run, auto certificate, auto answer = nullptr>
Contender ours_on(const std::shared_ptr<const Input>& input) {
  auto result = std::make_shared<decltype(run(*input))>();
  Contender out{"regionet",
                timed([result, input] { *result = run(*input); }),
                [result, input]() -> std::string { return certificate(*input, *result); },
                {}};
  if constexpr (!std::is_null_pointer_v<decltype(answer)>) out.answer = [result] { return answer(*result); };
  return out;
}

template <auto run, auto certificate, auto answer = nullptr>
Contender ours(const Input& input) {
  return ours_on<run, certificate, answer>(std::shared_ptr<const Input>(&input, [](const Input*) {}));
}

/// Ours on the same graph with its vertices by falling degree; what that takes is the case `prepare`. The peers have
/// the graph as it was read.
template <auto run, auto certificate, auto answer = nullptr>
Contender ours_prepared(const Input& input) {
  auto prepared = std::make_shared<Input>();
  prepared->file = input.file;
  prepared->threads = input.threads;
  prepared->graph = prepare_by_degree(input.graph.view(), input.run()).graph;
  return ours_on<run, certificate, answer>(prepared);
}

std::size_t edges_read(const Input& input) { return open(input.file, input.run()).network.agreement_count(); }
std::size_t edges_trusted(const Input& input) { return open(input.file, input.run(), true).network.agreement_count(); }
std::string same_edges(const Input& input, std::size_t edges) {
  return edges == input.edges() ? "" : "another number of edges";
}

BuiltGraph rows_built(const Input& input) { return build_graph(input.vertices(), {input.ends, {}}, {}, input.run()); }

PreparedGraph order_prepared(const Input& input) { return prepare_by_degree(input.graph.view(), input.run()); }
std::string sound(const Input&, const auto& made) { return check(made.graph.view()); }

template <typename Result>
std::string told(const Result& result) {
  return answer_of(result);
}

const std::array cases{
    CaseRow{"read", ".el", true, edges_of, ours<edges_read, same_edges>},
    CaseRow{"read-names", ".names.el", true, edges_of, ours<edges_read, same_edges>},
    CaseRow{"graphml", ".graphml", true, edges_of, ours<edges_read, same_edges>},
    CaseRow{"open", ".rgn", true, edges_of, ours<edges_read, same_edges>},
    CaseRow{"open-trust", ".rgn", true, edges_of, ours<edges_trusted, same_edges>},
    CaseRow{"build", ".rgn", false, edges_of, ours<rows_built, sound<BuiltGraph>>},
    CaseRow{"prepare", ".rgn", false, rows_of, ours<order_prepared, sound<PreparedGraph>>},
    CaseRow{"bfs", ".rgn", false, simple_graph, ours<run_bfs, judge_bfs, told<BfsResult>>},
    CaseRow{"components", ".rgn", false, simple_graph, ours<run_components, judge_components, told<ComponentsResult>>},
    CaseRow{"pagerank", ".rgn", false, simple_graph, ours<run_pagerank, judge_pagerank, told<PagerankResult>>},
    CaseRow{"pagerank-prepared", ".rgn", false, simple_graph,
            ours_prepared<run_pagerank, judge_pagerank, told<PagerankResult>>},
    CaseRow{"eigenvector", ".rgn", false, simple_graph,
            ours<run_eigenvector, judge_eigenvector, told<EigenvectorResult>>},
    CaseRow{"eigenvector-prepared", ".rgn", false, simple_graph,
            ours_prepared<run_eigenvector, judge_eigenvector, told<EigenvectorResult>>},
    CaseRow{"core", ".rgn", false, simple_graph, ours<run_core, judge_core, told<std::vector<std::uint32_t>>>},
    CaseRow{"triangles", ".rgn", false, simple_graph, ours<run_triangles, judge_triangles>},
    CaseRow{"betweenness", ".rgn", false, simple_graph, ours<run_betweenness, judge_betweenness>},
    CaseRow{"harmonic", ".rgn", false, simple_graph, ours<run_distances, judge_distances>},
    CaseRow{"closeness", ".rgn", false, simple_graph, ours<run_distances, judge_distances>},
    CaseRow{"communities", ".rgn", false, simple_graph, nullptr},
};

const CaseRow& known_case(std::string_view name) {
  const auto* const at = std::ranges::find(cases, name, &CaseRow::name);
  if (at != cases.end()) return *at;
  throw std::invalid_argument(fmt::format("case '{}' is not known; --list prints those that are", name));
}

/// The cases and peers, for bench/run.
void list() {
  nlohmann::ordered_json out{{"cases", nlohmann::ordered_json::array()}, {"peers", known_peers()}};
  for (const CaseRow& row : cases) {
    out["cases"].push_back({{"name", row.name}, {"extension", row.extension}, {"built", row.ours != nullptr}});
  }
  fmt::print("{}\n", out.dump());
}

Case described(const CaseRow& row, const Input& input) {
  const std::filesystem::path path(input.file);
  const auto bytes = std::filesystem::file_size(path);
  return {std::string(row.name), fmt::format("{} ({} bytes)", path.filename().string(), bytes),
          input.vertices(),      input.edges(),
          input.threads,         row.rate ? static_cast<double>(bytes) / 1e6 : 0};
}

struct Arguments {
  const CaseRow& row;
  std::string file;
  int threads;
  int trials;
  std::string peers;
  bool peers_only;
};

int positive(const char* name, const std::string& text) {
  int out = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  if (error == std::errc() && end == text.data() + text.size() && out > 0) return out;
  throw std::invalid_argument(fmt::format("{} is a whole number from 1, not '{}'", name, text));
}

Arguments parsed(const std::vector<std::string>& words) {
  const bool peers_only = words.size() == 6 && words[5] == "--peers-only";
  if (words.size() != 5 && !peers_only) {
    throw std::invalid_argument("expected CASE FILE THREADS TRIALS PEERS [--peers-only], or --list");
  }
  require_known_peers(words[4]);
  return {known_case(words[0]),         words[1], positive("THREADS", words[2]),
          positive("TRIALS", words[3]), words[4], peers_only};
}

void run(const Arguments& asked) {
  if (asked.row.ours == nullptr && !asked.peers_only) {
    fmt::print(stderr, "bench: {}: not built yet; --peers-only times its peers\n", asked.row.name);
    return;
  }
  const Input input = asked.row.setup(asked.file, static_cast<unsigned>(asked.threads));
  std::optional<Contender> own;
  if (!asked.peers_only) own = asked.row.ours(input);
  const std::string_view kernel = asked.row.name.substr(0, asked.row.name.find("-prepared"));
  measure(described(asked.row, input), own, peers_of(kernel, asked.peers, input), asked.trials);
}

}  // namespace

int main(int argc, char** argv) try {
  const std::vector<std::string> words(argv + 1, argv + argc);
  if (words == std::vector<std::string>{"--list"}) {
    list();
  } else {
    run(parsed(words));
  }
  return 0;
} catch (const std::invalid_argument& fault) {
  fmt::print(stderr, "graph_cases: {}\n", fault.what());
  return 2;
} catch (const std::exception& fault) {
  fmt::print(stderr, "graph_cases: {}\n", fault.what());
  return 1;
}
