// SPDX-License-Identifier: Apache-2.0
#include "graphs/io/gml_nodes.hpp"

#include <fmt/format.h>
#include <algorithm>

#include "graphs/io/gml_text.hpp"

namespace regionet {

std::optional<ActorId> GmlNodes::add(const GmlItem& id, std::optional<std::string_view> label) {
  if (!read_id(id)) return std::nullopt;
  if (labels_are_ids_) return add_labelled(id, label);
  const ActorId actor = input_.graph.actor(id_);
  if (!declare(actor, id)) return std::nullopt;
  if (!label || label->empty()) return actor;
  input_.graph.set_label(actor, *label);
  const std::size_t known = labels_.size();
  if (labels_.intern(*label) < known && repeated_labels_++ == 0) repeated_label_ = *label;
  return actor;
}

std::optional<ActorId> GmlNodes::add_labelled(const GmlItem& id, std::optional<std::string_view> label) {
  if (!label) {
    add_fault(input_, id.place, fmt::format("node {} has no label", id_), "the label, which is the id of the actor");
    return std::nullopt;
  }
  if (numbers_.intern(id_) < actors_.size()) {
    add_fault(input_, id.place, fmt::format("the node id {} stands twice", id_));
    return std::nullopt;
  }
  actors_.push_back(input_.graph.actor(*label));
  id_ = *label;
  return declare(actors_.back(), id) ? std::optional(actors_.back()) : std::nullopt;
}

bool GmlNodes::declare(ActorId actor, const GmlItem& id) {
  if (actor >= lines_.size()) lines_.resize(std::size_t{actor} + 1, 0);
  if (lines_[actor] == 0) {
    lines_[actor] = id.place.line;
    return true;
  }
  add_fault(input_, id.place, fmt::format("the node '{}' stands in line {} already", printable(id_), lines_[actor]),
            "a node once", "remove one of them, or give it an id of its own");
  return false;
}

std::optional<ActorId> GmlNodes::find(const GmlItem& end) {
  if (!read_id(end)) return std::nullopt;
  if (labels_are_ids_) {
    if (const auto number = numbers_.find(id_)) return actors_[*number];
    add_fault(input_, end.place, fmt::format("no node before this edge has the id '{}'", printable(id_)));
    return std::nullopt;
  }
  const ActorId actor = input_.graph.actor(id_);
  if (actor >= lines_.size() || lines_[actor] == 0) waiting_.push_back({actor, end.place});
  return actor;
}

/// Numbers in their shortest form: 007 and 7 are one number. Ids in quotes, which GML does not know, are texts.
bool GmlNodes::read_id(const GmlItem& item) {
  if (item.kind == GmlItem::Kind::text) {
    std::uint64_t ignored = 0;
    ++quoted_ids_;
    std::string buffer;
    id_ = decode_gml_text(item.value, buffer, ignored);
    return true;
  }
  if (item.kind != GmlItem::Kind::integer) {
    add_fault(input_, item.place, fmt::format("{} '{}' is no whole number", item.key, printable(item.value)));
    return false;
  }
  std::string_view digits = item.value;
  const bool negative = digits.starts_with('-');
  if (negative || digits.starts_with('+')) digits.remove_prefix(1);
  digits.remove_prefix(std::min(digits.find_first_not_of('0'), digits.size() - 1));
  id_ = negative && digits != "0" ? "-" : "";
  id_ += digits;
  return true;
}

void GmlNodes::finish() {
  lines_.resize(std::max(lines_.size(), input_.graph.actor_count()), 0);
  for (const Waiting& end : waiting_) {
    if (lines_[end.actor] != 0) continue;
    add_fault(input_, end.place, fmt::format("no node has the id '{}'", printable(input_.graph.id(end.actor))),
              "the id of a node", "declare the node, or remove the edge");
  }
  if (repeated_labels_ > 0) {
    input_.notes.push_back(
        fmt::format("{} labels stand more than once, the first is '{}': the ids tell these actors apart",
                    repeated_labels_, printable(repeated_label_)));
  }
  if (quoted_ids_ > 0) input_.notes.emplace_back("ids in quotes, which GML does not know, are read as texts");
}

}  // namespace regionet
