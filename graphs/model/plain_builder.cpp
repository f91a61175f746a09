// SPDX-License-Identifier: Apache-2.0
#include "graphs/model/plain_builder.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <stdexcept>

#include "graphs/runtime/memory.hpp"

namespace regionet {
namespace {

std::size_t column_of(std::vector<Attribute>& attributes, std::vector<Values<TextId>>& columns, std::string_view name,
                      AttributeType type) {
  const auto found = std::ranges::find(attributes, name, &Attribute::name);
  const auto at = static_cast<std::size_t>(found - attributes.begin());
  if (found == attributes.end()) {
    attributes.push_back({std::string(name), type});
    columns.emplace_back();
  } else if (found->type == AttributeType::integer && type == AttributeType::number) {
    found->type = type;
  }
  return at;
}

}  // namespace

PlainBuilder::PlainBuilder(const RunContext& run) : memory_limit_(run.memory_limit) {
  builder_.net_.plain_ = true;
  builder_.types = {};
  builder_.statuses = {{"signed", "signed", "", ""}};
}

void PlainBuilder::set_label(ActorId actor, std::string_view label) {
  builder_.net_.plain_names_.write(actor, builder_.text(label));
}

std::size_t PlainBuilder::bytes_an_edge() const {
  const Network& net = builder_.net_;
  std::size_t bytes = 2 * sizeof(ActorId) + sizeof(std::uint32_t);  // its ends, its line
  if (net.weights_.size() > 0) bytes += sizeof(double);
  if (net.types_.size() > 0) bytes += sizeof(Vocabulary::Id) + 1;
  if (net.dates_.size() > 0) bytes += sizeof(DateId);
  if (net.untils_.size() > 0) bytes += sizeof(DateId);
  return bytes + sizeof(TextId) * net.columns_.size() + (undirected_.empty() ? 0 : 1);
}

/// The columns are about to double: what they will take, beside the old ones while their cells move.
void PlainBuilder::make_room() {
  const std::size_t held = edge_count();
  room_ = std::max<std::size_t>(2 * held, 1U << 16U);
  if (held == 0) return;
  const std::uint64_t texts = ids_.memory() + builder_.net_.texts_.memory();
  refuse_beyond_limit({.memory_limit = memory_limit_}, (room_ + held) * bytes_an_edge() + texts, "the list of edges");
}

AgreementId PlainBuilder::add(ActorId source, ActorId target, std::uint64_t line, Direction direction) {
  Network& net = builder_.net_;
  if (net.agreement_count() == room_) make_room();
  const auto agreement = static_cast<AgreementId>(net.agreement_count());
  net.participants_.push_back(source);
  net.participants_.push_back(target);
  net.lines_.push_back(static_cast<std::uint32_t>(line));
  if (direction == Direction::undirected) {
    undirected_.resize(agreement + std::size_t{1}, 0);
    undirected_[agreement] = 1;
  }
  any_directed_ = any_directed_ || direction == Direction::directed;
  return agreement;
}

void PlainBuilder::set_weight(AgreementId id, double weight) {
  Values<double>& weights = builder_.net_.weights_;
  if (weights.size() <= id) weights.resize(id + std::size_t{1}, 1.0);
  weights.edit()[id] = weight;
}

void PlainBuilder::set_type(AgreementId id, std::string_view type) {
  const auto known = builder_.types.find(type);
  builder_.set_type(id, known ? *known : builder_.types.add({std::string(type), std::string(type), "", ""}));
  typed_.resize(std::max(typed_.size(), id + std::size_t{1}), 0);
  typed_[id] = 1;
}

void PlainBuilder::take(Labels labels, Values<ActorId> ends, Values<double> weights, std::uint32_t first_line) {
  Network& net = builder_.net_;
  net.labels_ = std::move(labels);
  net.participants_ = std::move(ends);
  net.weights_ = std::move(weights);
  net.first_line_ = first_line;
  taken_ = true;
}

std::size_t PlainBuilder::actor_column(std::string_view name, AttributeType type) {
  return column_of(builder_.net_.actor_attributes_, builder_.net_.actor_columns_, name, type);
}

std::size_t PlainBuilder::edge_column(std::string_view name, AttributeType type) {
  return column_of(builder_.net_.attributes_, builder_.net_.columns_, name, type);
}

void PlainBuilder::set_actor_cell(ActorId actor, std::size_t column, std::string_view value) {
  builder_.net_.actor_columns_[column].write(actor, builder_.text(value));
}

void PlainBuilder::set_edge_cell(AgreementId id, std::size_t column, std::string_view value) {
  builder_.net_.columns_[column].write(id, builder_.text(value));
}

/// A file with edges of both kinds is directed: an undirected edge becomes two, the second at the end.
void PlainBuilder::double_undirected() {
  if (!any_directed_) {
    directed = directed && undirected_.empty();
    return;
  }
  directed = true;
  Network& net = builder_.net_;
  for (AgreementId id = 0; id < undirected_.size(); ++id) {
    const auto ends = net.participants(id);
    if (undirected_[id] == 0 || ends[0] == ends[1]) continue;
    const std::array back{ends[1], ends[0]};  // copied: adding moves the ends
    const AgreementId twin = add(back[0], back[1], net.line(id));
    if (net.has_weights()) set_weight(twin, net.weight(id));
    if (id < typed_.size() && typed_[id] != 0) set_type(twin, builder_.types[net.type(id)].id);
    net.dates_.write(twin, net.dates_[id]);
    net.untils_.write(twin, net.untils_[id]);
    for (auto& column : net.columns_) column.write(twin, column[id]);
    ++doubled_;
  }
}

/// Edges without a type, in a file where others have one, are ties.
void PlainBuilder::type_the_rest(Diagnostics& faults) {
  const std::size_t edges = edge_count();
  const auto typed = static_cast<std::size_t>(std::ranges::count(typed_, 1));
  if ((typed == edges && edges > 0) || faults.errors() > 0) return;
  try {
    const Vocabulary::Id tie = builder_.types.add({"tie", "tie", "An edge of the file.", ""});
    if (typed == 0) return;
    typed_.resize(edges, 0);
    builder_.net_.types_.resize(edges, 0);
    for (std::size_t id = 0; id < edges; ++id) {
      if (typed_[id] == 0) builder_.net_.types_.edit()[id] = tie;
    }
  } catch (const std::length_error& fault) {
    faults.add({.what = fault.what(), .mend = "give every edge a type, or none"});
  }
}

void PlainBuilder::number_canonically() {
  Network& net = builder_.net_;
  const std::size_t n = ids_.size();
  bool decimal = n > 0;
  for (std::size_t i = 0; i < n && decimal; ++i) decimal = is_canonical_decimal(ids_[static_cast<TextId>(i)]);
  std::vector<ActorId> order(n);
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::sort(order, [&](ActorId a, ActorId b) { return canonical_less(ids_[a], ids_[b], decimal); });

  struct Texts {
    std::vector<std::uint64_t> offsets{0};
    std::string bytes;
  };
  auto texts = std::make_shared<Texts>();
  texts->offsets.reserve(n + 1);
  std::vector<ActorId> number(n);
  for (ActorId i = 0; i < n; ++i) {
    number[order[i]] = i;
    texts->bytes += ids_[order[i]];
    texts->offsets.push_back(texts->bytes.size());
  }
  for (ActorId& actor : net.participants_.edit()) actor = number[actor];
  const auto reorder = [&](Values<TextId>& column) {
    if (column.empty()) return;
    std::vector<TextId> moved(n, 0);
    for (ActorId i = 0; i < n; ++i) moved[i] = column[order[i]];
    column = std::move(moved);
  };
  reorder(net.plain_names_);
  for (auto& column : net.actor_columns_) reorder(column);
  ids_ = {};
  const Texts& placed = *texts;
  net.labels_ = Labels(texts, placed.offsets, placed.bytes, decimal);
}

Network PlainBuilder::freeze(Diagnostics& faults) {
  if (adopted_) return std::move(*adopted_);
  if (builder_.net_.has_weights() && !taken_) builder_.net_.weights_.resize(edge_count(), 1.0);
  double_undirected();
  type_the_rest(faults);
  if (!taken_) number_canonically();
  builder_.directed = directed;
  builder_.two_mode = two_mode;
  builder_.info.title = title;
  return std::move(builder_).freeze(faults);
}

}  // namespace regionet
