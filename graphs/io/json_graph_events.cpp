// SPDX-License-Identifier: Apache-2.0
#include "graphs/io/json_graph_events.hpp"

#include <fmt/format.h>

namespace regionet::json_graph {
namespace {

/// Removes the blanks between the tokens.
void append_compact(std::string& out, std::string_view json) {
  bool quoted = false;
  for (std::size_t i = 0; i < json.size(); ++i) {
    const char c = json[i];
    if (!quoted && (c == ' ' || c == '\t' || c == '\n' || c == '\r')) continue;
    out += c;
    if (quoted && c == '\\') out += json[++i];
    if (c == '"') quoted = !quoted;
  }
}

}  // namespace

Diagnostic diagnostic(const std::string& file, Place at, std::string what, std::string expected, std::string mend) {
  return {.file = file,
          .line = at.line,
          .column = at.column,
          .what = std::move(what),
          .expected = std::move(expected),
          .mend = std::move(mend)};
}

/// A number event comes when the byte behind the number was read, but at the end of the text.
bool GraphEvents::number() {
  const auto part = [](char c) {
    return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E';
  };
  const char* const end = part(at_[-1]) ? at_ : at_ - 1;
  const char* begin = end;
  while (begin > text_.data() && part(begin[-1])) --begin;
  const std::string_view digits(begin, static_cast<std::size_t>(end - begin));
  return scalar(digits.find_first_of(".eE") == std::string_view::npos ? Kind::integer : Kind::number, digits);
}

bool GraphEvents::scalar(Kind kind, std::string_view value) {
  if (depth_ == 0) return fault("the text is no JSON object", "{\"nodes\": [..], \"links\": [..]}");
  if (in_row_) {
    if (depth_ != 3) return true;
    check_zero(value);
    row_.last().kind = kind;
    row_.last().text = value;
  } else if (in_rows()) {
    if (depth_ == 1) return fault(fmt::format("'{}' is no array", path_[1]), "an array of objects");
    if (depth_ == 2) fault(fmt::format("a value among the {} is no object", path_[1]));
  } else if (section_ == Section::graph) {
    keep_of_graph(kind, value);
  } else if (depth_ == 1) {
    keep_flag(kind, value);
  }
  return true;
}

void GraphEvents::check_zero(std::string_view value) {
  if (value.find('\0') == std::string_view::npos) return;
  fault(fmt::format("'{}' holds U+0000", printable(value)), "text", "remove the \\u0000");
}

void GraphEvents::keep_flag(Kind kind, std::string_view value) {
  const bool flag = section_ == Section::directed || section_ == Section::multigraph;
  if (flag && kind != Kind::boolean) fault(fmt::format("'{}' is no boolean", path_[1]), "true or false");
  if (section_ == Section::directed) head_.directed = value == "true";
  if (!flag && kind != Kind::null) head_.leave(path_[1]);
}

void GraphEvents::keep_of_graph(Kind kind, std::string_view value) {
  if (depth_ > 2) {
    if (path_[2] == "regionet" && !keep_own(kind, value)) {
      fault(fmt::format("'{}' of regionet is not known", printable(path_[std::min<std::size_t>(depth_, 4)])),
            "two_mode, or a type of actor_columns and edge_columns");
    }
  } else if (depth_ == 2 && path_[2] == "name" && kind != Kind::null) {
    check_zero(value);
    head_.title = value;
  } else if (kind != Kind::null) {
    head_.leave(path_[depth_]);
  }
}

/// A value of "graph": {"regionet": ..}, written by ourselves; false where it is not known.
bool GraphEvents::keep_own(Kind kind, std::string_view value) {
  if (depth_ == 3 && path_[3] == "two_mode" && kind == Kind::boolean) {
    head_.two_mode = value == "true";
    return true;
  }
  const auto* const type = std::ranges::find(type_names, value);
  const bool actors = path_[3] == "actor_columns";
  if (depth_ != 4 || type == type_names.end() || (!actors && path_[3] != "edge_columns")) return false;
  auto& columns = actors ? head_.actor_columns : head_.edge_columns;
  columns.push_back({path_[4], static_cast<AttributeType>(type - type_names.begin())});
  return true;
}

bool GraphEvents::key(string_t& name) {
  const Place at = here();
  keys_.add(name, at);
  if (depth_ < path_.size()) path_[depth_] = name;
  if (depth_ == 1) return begin_section(name);
  if (in_row_ && depth_ == 3) {
    check_zero(name);
    if (row_.cells().size() == most_columns) {
      return fault(fmt::format("more than {} members in one object of the {}", most_columns, path_[1]));
    }
    Cell& cell = row_.add();
    cell.key = name;
    cell.text.clear();
    cell.at = at;
  }
  return true;
}

bool GraphEvents::begin_section(std::string_view name) {
  const bool links = name == "links" || name == "edges";
  if (links && !head_.links.empty() && head_.links != name) {
    return fault("both 'links' and 'edges' stand in the file", "one of them", "remove one, or call it otherwise");
  }
  if ((links && !head_.links.empty()) || (name == "nodes" && head_.nodes)) {
    return fault(fmt::format("'{}' stands twice", name));
  }
  if (links) head_.links = name == "links" ? "links" : "edges";
  head_.nodes = head_.nodes || name == "nodes";
  section_ = links                  ? Section::links
             : name == "nodes"      ? Section::nodes
             : name == "graph"      ? Section::graph
             : name == "directed"   ? Section::directed
             : name == "multigraph" ? Section::multigraph
                                    : Section::none;
  return true;
}

/// What an object or array that begins means.
bool GraphEvents::enter(bool object) {
  if (depth_ == 0) return object || fault("the text is no JSON object", "{\"nodes\": [..], \"links\": [..]}");
  if (in_rows()) {
    if (depth_ == 1) return !object || fault(fmt::format("'{}' is no array", path_[1]), "an array of objects");
    if (depth_ == 2 && !object) fault(fmt::format("a value among the {} is no object", path_[1]));
    if (depth_ == 2 && object) {
      in_row_ = true;
      row_.clear(here());
    }
    if (depth_ == 3 && in_row_) nested_ = last();
  } else if (depth_ == 1 && section_ != Section::graph) {
    keep_flag(Kind::nested, "");
  } else if (section_ == Section::graph && depth_ <= 2) {
    const bool known = object && (depth_ == 1 || path_[2] == "regionet");
    if (!known) head_.leave(path_[depth_]);
  }
  return true;
}

bool GraphEvents::open(bool object) {
  if (depth_ == deepest) {
    return fault(fmt::format("more than {} objects and arrays inside each other", deepest), "a node-link graph");
  }
  if (!enter(object)) return false;
  ++depth_;
  if (depth_ < path_.size()) path_[depth_].clear();
  if (object) keys_.open();
  return true;
}

bool GraphEvents::close(bool object) {
  if (object) {
    keys_.close([&](std::string_view key, Place at) {
      faults_.add(diagnostic(file_, at, fmt::format("the key '{}' stands twice in an object", printable(key)), "",
                             "remove one of the two"));
    });
  }
  --depth_;
  if (!in_row_ || depth_ > 3) return true;
  if (depth_ == 3) {
    Cell& cell = row_.last();
    cell.kind = Kind::nested;
    append_compact(cell.text, {nested_, static_cast<std::size_t>(at_ - nested_)});
    return true;
  }
  in_row_ = false;
  (section_ == Section::nodes ? on_node_ : on_link_)(row_);
  return true;
}

bool GraphEvents::parse_error(std::size_t, const std::string&, const nlohmann::detail::exception& error) {
  constexpr int number_overflow = 406;
  const auto in_word = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-'; };
  const char* begin = last();
  const char* end = at_;
  while (begin > text_.data() && in_word(begin[-1])) --begin;
  while (end < text_.data() + text_.size() && in_word(*end)) ++end;
  const std::string_view word(begin, static_cast<std::size_t>(end - begin));
  constexpr std::array<std::string_view, 7> not_finite{"NaN", "nan", "Infinity", "-Infinity", "-NaN", "inf", "-inf"};
  if (std::ranges::find(not_finite, word) != not_finite.end()) {
    return fault(fmt::format("{} is no value of JSON", word), "a finite number", "write null where there is none");
  }
  if (error.id == number_overflow) return fault("a number is too large", "at most 1.797e308");
  const std::string_view told(error.what());
  const std::size_t message = told.find("syntax error");
  return fault(printable(told.substr(message == std::string_view::npos ? 0 : message), 300), "JSON");
}

/// The columns of the nodes or of the links, in the order of the file, and what their cells hold.

}  // namespace regionet::json_graph
