// SPDX-License-Identifier: Apache-2.0
#include "graphs/io/vertex_ids.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <nlohmann/json.hpp>

#include "graphs/io/json_graph.hpp"
#include "graphs/io/number_line.hpp"

namespace regionet {
namespace {

constexpr std::string_view own_comment = "%%regionet";

}  // namespace

void VertexIds::read_comment(std::string_view line, std::uint64_t number) {
  if (!line.starts_with(own_comment)) return;
  line.remove_prefix(own_comment.size());
  line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
  two_mode = two_mode || line == "two-mode";
  directed = directed || line == "directed";
  const std::string_view keyword = line.substr(0, line.find(' '));
  line.remove_prefix(keyword.size());
  const bool flag = line.empty() && (keyword == "two-mode" || keyword == "directed");
  NumberLine rest(line);
  const auto vertex = flag ? std::optional<std::uint64_t>(0) : rest.whole();
  const std::string_view id = rest.rest();
  if (finished_) {
    fault(number, "a comment of regionet stands too late", "ids before the sizes");
  } else if (!vertex || (!flag && !id.starts_with('"'))) {
    fault(number, "a comment of regionet is broken", fmt::format("{} id 3 \"..\"", own_comment));
  } else if (!flag) {
    comments_.push_back({keyword, *vertex, id, number});
  }
}

bool VertexIds::add_actors(std::string_view keyword, std::uint64_t count, std::string_view prefix) {
  std::vector<Comment> mine;
  std::ranges::copy_if(comments_, std::back_inserter(mine), [&](const Comment& one) { return one.keyword == keyword; });
  std::ranges::stable_sort(mine, {}, &Comment::vertex);
  auto next = mine.begin();
  std::string id;
  for (std::uint64_t vertex = 1; vertex <= count; ++vertex) {
    std::uint64_t line = 0;
    if (next != mine.end() && next->vertex == vertex) {
      const auto json = nlohmann::json::parse(next->id, nullptr, false);
      if (!json.is_string()) return fault(next->line, "an id is no JSON string");
      id = json.get_ref<const std::string&>();
      line = next++->line;
    } else {
      id = prefix;
      fmt::format_to(std::back_inserter(id), "{}", vertex);
    }
    const std::size_t known = input_.graph.actor_count();
    if (id.find('\0') != std::string::npos) return fault(line, fmt::format("the id '{}' holds U+0000", printable(id)));
    if (input_.graph.actor(id) != known) return fault(line, fmt::format("the id '{}' stands twice", printable(id)));
  }
  used_ += mine.size();
  if (next == mine.end()) return true;
  return fault(next->line, fmt::format("{} {} has an id, for the second time or past the last", keyword, next->vertex),
               fmt::format("a number from 1 to {}, once", count));
}

bool VertexIds::finish() {
  finished_ = true;
  if (used_ == comments_.size()) return true;
  return fault(comments_.front().line,
               fmt::format("{} comments of regionet are of no vertex", comments_.size() - used_),
               "id, or row and column where the network is two-mode");
}

bool VertexIds::fault(std::uint64_t line, std::string what, std::string expected) {
  input_.faults.add({.file = input_.file, .line = line, .what = std::move(what), .expected = std::move(expected)});
  return false;
}

void VertexIds::write_comment(GraphOutput& out, std::string_view keyword, std::uint64_t vertex, std::string_view id) {
  std::string line = fmt::format("%%regionet {} {} ", keyword, vertex);
  append_json_string(line, id);
  out << (line += '\n');
}

}  // namespace regionet
