// SPDX-License-Identifier: Apache-2.0
#include "engine/report/rank_split.hpp"

#include <algorithm>
#include <array>

namespace regionet {
namespace {

constexpr std::array<std::string_view, 4> split_names{"type", "status", "signer", "kind"};

std::string_view signer_class(Kind kind) {
  switch (kind) {
    case Kind::country:
    case Kind::region:
    case Kind::municipality:
    case Kind::district:
    case Kind::ministry:
      return "authority";
    case Kind::city:
      return "city";
    case Kind::university:
    case Kind::institute:
      return "university";
    case Kind::company:
    case Kind::park:
      return "company";
    default:
      return "other";
  }
}

/// The class of an agreement for one of its vertices. Signer and kind look at the vertex's own side.
std::string_view class_of(const View& view, AgreementId id, Vertex v, Split split) {
  const Network& network = view.network();
  if (split == Split::type) return network.types()[network.type(id)].id;
  if (split == Split::status) return network.statuses()[network.status(id)].id;
  std::string_view found;
  for (const ActorId actor : network.participants(id)) {
    if (view.vertex(actor) != v) continue;
    const Kind kind = network.kind(actor);
    const std::string_view own = split == Split::kind ? to_string(kind) : signer_class(kind);
    if (!found.empty() && found != own) return "mixed";
    found = own;
  }
  return found;
}

std::vector<std::string_view> all_classes(const Network& network, Split split) {
  if (split == Split::type) return network.types().ids();
  if (split == Split::status) return network.statuses().ids();
  if (split == Split::signer) return {"authority", "city", "university", "company", "other", "mixed"};
  const auto kinds = names_of<Kind>();
  std::vector<std::string_view> classes(kinds.begin(), kinds.end());
  classes.emplace_back("mixed");
  return classes;
}

}  // namespace

std::string_view split_name(Split split) { return split_names[static_cast<std::size_t>(split)]; }

SplitTable split_agreements(const View& view, Split split) {
  const std::vector<std::string_view> classes = all_classes(view.network(), split);
  std::vector<std::vector<std::int64_t>> counts(view.vertex_count(), std::vector<std::int64_t>(classes.size(), 0));
  std::vector<bool> used(classes.size(), false);
  for (Vertex v = 0; v < view.vertex_count(); ++v) {
    for (const AgreementId id : view.agreements(v)) {
      const auto found = std::ranges::find(classes, class_of(view, id, v, split));
      const auto column = static_cast<std::size_t>(found - classes.begin());
      ++counts[v][column];
      used[column] = true;
    }
  }
  SplitTable table;
  table.counts.resize(counts.size());
  for (std::size_t column = 0; column < classes.size(); ++column) {
    if (!used[column]) continue;
    table.classes.push_back(classes[column]);
    for (Vertex v = 0; v < counts.size(); ++v) table.counts[v].push_back(counts[v][column]);
  }
  return table;
}

}  // namespace regionet
