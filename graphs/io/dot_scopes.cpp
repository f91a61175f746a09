// SPDX-License-Identifier: Apache-2.0
#include "graphs/io/dot_scopes.hpp"

#include <fmt/format.h>
#include <algorithm>

namespace regionet {
namespace {

/// Adds a default or changes it; an empty one is none, unless it has to hide one from outside.
void put(DotAttributes& defaults, const DotAttribute& attribute, bool keep_empty) {
  const auto found = std::ranges::find(defaults, attribute.name, &DotAttribute::name);
  if (!keep_empty && attribute.value.empty()) {
    if (found != defaults.end()) defaults.erase(found);
  } else if (found != defaults.end()) {
    *found = attribute;
  } else {
    defaults.push_back(attribute);
  }
}

}  // namespace

std::uint64_t DotScopes::open(const std::optional<std::string>& name) {
  const Open outer = open_.back();
  auto number = static_cast<std::uint32_t>(subgraphs_.size());
  bool is_new = true;
  if (name) {
    const auto [known, added] = named_.try_emplace(fmt::format("{} {}", outer.subgraph, *name), number);
    number = known->second;
    is_new = added;
  }
  if (is_new) {
    subgraphs_.emplace_back().cluster = cluster();
    if (name && name->starts_with("cluster")) subgraphs_.back().cluster = cluster_names_.intern(*name) + 1;
  }
  open_.push_back({number, outer.nodes, outer.edges});
  const Own* const own = subgraphs_[number].own.get();
  if (own == nullptr) return 1;
  open_.back().nodes = with(outer.nodes, own->nodes);
  open_.back().edges = with(outer.edges, own->edges);
  const std::uint64_t outside = outer.nodes->size() + outer.edges->size() + 1;
  return outside * (own->nodes.size() + own->edges.size() + 1);
}

std::uint32_t DotScopes::close() {
  const std::uint32_t closed = open_.back().subgraph;
  open_.pop_back();
  if (!in_graph()) subgraphs_[open_.back().subgraph].members.push_back(child | closed);
  return closed;
}

void DotScopes::add_member(std::uint32_t node) {
  if (!in_graph()) subgraphs_[open_.back().subgraph].members.push_back(node);
}

DotScopes::Shared DotScopes::with(const Shared& outer, const DotAttributes& own) {
  if (own.empty()) return outer;
  auto changed = std::make_shared<DotAttributes>(*outer);
  for (const DotAttribute& attribute : own) put(*changed, attribute, false);
  return changed;
}

DotScopes::Own& DotScopes::own() {
  std::unique_ptr<Own>& own = subgraphs_[open_.back().subgraph].own;
  if (!own) own = std::make_unique<Own>();
  return *own;
}

void DotScopes::set_node_default(const DotAttribute& attribute) {
  open_.back().nodes = with(open_.back().nodes, {attribute});
  if (!in_graph()) put(own().nodes, attribute, true);
}

void DotScopes::set_edge_default(const DotAttribute& attribute) {
  open_.back().edges = with(open_.back().edges, {attribute});
  if (!in_graph()) put(own().edges, attribute, true);
}

}  // namespace regionet
