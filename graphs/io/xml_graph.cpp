// SPDX-License-Identifier: Apache-2.0
#include "graphs/io/xml_graph.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <charconv>
#include <iterator>
#include <stdexcept>

#include "graphs/io/csv.hpp"
#include "graphs/io/date_format.hpp"
#include "graphs/io/xml_text.hpp"

namespace regionet {

namespace {

constexpr std::array<std::string_view, 6> xml_roles{"", "label", "weight", "date", "until", "type"};

std::string_view expected_of(AttributeType type) {
  if (type == AttributeType::boolean) return "true or false";
  return type == AttributeType::integer ? "a whole number" : "a number";
}

}  // namespace

XmlGraph::XmlGraph(GraphInput& input, XmlReader& reader, std::string_view word, bool labels)
    : input_(input), graph_(input.graph), reader_(reader), word_(word), labels_(labels) {
  for (const auto& [role, name] : input.options.columns) {
    const auto known = std::ranges::find(xml_roles, role);
    if (known != xml_roles.end()) chosen_[static_cast<std::size_t>(known - xml_roles.begin())] = name;
  }
}

XmlGraph::Places& XmlGraph::places(ActorId actor) {
  if (actor >= places_.size()) places_.resize(actor + std::size_t{1});
  return places_[actor];
}

std::optional<ActorId> XmlGraph::add_actor(std::optional<std::string_view> id) {
  if (!id) {
    reader_.fault("a node without id");
    return std::nullopt;
  }
  const ActorId actor = graph_.actor(*id);
  Places& at = places(actor);
  if (at.declared != 0) {
    reader_.fault(fmt::format("node '{}' stands twice, first in line {}", printable(*id), at.declared), "",
                  "rename one of them, or keep one");
    return std::nullopt;
  }
  at.declared = static_cast<std::uint32_t>(reader_.line_of(reader_.offset()));
  return actor;
}

ActorId XmlGraph::endpoint(std::string_view id) {
  const ActorId actor = graph_.actor(id);
  Places& at = places(actor);
  if (at.declared == 0 && at.used == 0) at.used = static_cast<std::uint32_t>(reader_.line_of(reader_.offset()));
  return actor;
}

AgreementId XmlGraph::add_edge(ActorId source, ActorId target, bool directed, std::size_t offset) {
  using Direction = PlainBuilder::Direction;
  if (graph_.two_mode) check_sides(source, target, offset);
  return graph_.add(source, target, reader_.line_of(offset), directed ? Direction::directed : Direction::undirected);
}

void XmlGraph::check_sides(ActorId source, ActorId target, std::size_t offset) {
  const ActorId both = sides_.add(source, target);
  if (both == no_actor) return;
  reader_.fault_at(offset, fmt::format("'{}' stands on both sides", printable(graph_.id(both))),
                   "two sides that share no node", "let every edge run from one side to the other");
}

bool XmlGraph::only_counts(AgreementId edge, std::optional<std::string_view> id) {
  if (!id) return !ids_begun_;
  if (!ids_begun_) {
    const std::size_t digits = id->find_last_not_of("0123456789") + 1;
    id_prefix_ = id->substr(0, digits);
    const auto [end, fault] = std::from_chars(id->data() + digits, id->data() + id->size(), id_base_);
    if (edge != 0 || digits == id->size() || fault != std::errc{} || id_base_ > 1) return false;
    ids_begun_ = true;
  }
  id_.clear();
  fmt::format_to(std::back_inserter(id_), "{}{}", id_prefix_, id_base_ + edge);
  return *id == id_;
}

void XmlGraph::set_edge_id(AgreementId edge, std::optional<std::string_view> id) {
  if (!ids_kept_) {
    if (only_counts(edge, id)) return;
    ids_kept_ = true;
    for (AgreementId before = 0; ids_begun_ && before < edge; ++before) {
      set_cell(Part::edge, before, "id", AttributeType::text, fmt::format("{}{}", id_prefix_, id_base_ + before));
    }
  }
  if (id) set_cell(Part::edge, edge, "id", AttributeType::text, *id);
}

std::string XmlGraph::free_name(Part part, std::string_view name) {
  auto& asked = names(part).asked;
  std::string free(name);
  while (asked.contains(free)) free = fmt::format("{} ({})", name, ++asked[std::string(name)]);
  asked.emplace(free, 1);
  return free;
}

std::size_t XmlGraph::new_column(Part part, std::string_view name, AttributeType type) {
  const std::string free = free_name(part, name);
  if (free != name) {
    input_.notes.push_back(fmt::format("the name '{}' is taken, one more {} of this name is called '{}'",
                                       printable(name), word_, printable(free)));
  }
  return part == Part::actor ? graph_.actor_column(free, type) : graph_.edge_column(free, type);
}

/// What an attribute of this name is; the second of a name is a column.
XmlGraph::Role XmlGraph::role_of(Part part, std::string_view name) {
  const std::string small = lower_ascii(name);
  const std::size_t first = part == Part::edge ? 2 : 1;
  const std::size_t past = part == Part::edge ? xml_roles.size() : (labels_ ? 2 : 1);
  for (std::size_t role = first; role < past; ++role) {
    const bool matches = chosen_[role].empty() ? small == xml_roles[role] : name == chosen_[role];
    if (!matches || names(part).roles[role]) continue;
    names(part).roles[role] = true;
    return static_cast<Role>(role);
  }
  return Role::column;
}

void XmlGraph::check_chosen() {
  for (std::size_t role = 2; role < xml_roles.size(); ++role) {
    if (chosen_[role].empty() || names(Part::edge).roles[role]) continue;
    input_.faults.add(
        {.file = input_.file,
         .what = fmt::format("edges have no {} '{}', named for {}", word_, printable(chosen_[role]), xml_roles[role]),
         .mend = "name one that the file declares with --columns"});
  }
}

std::size_t XmlGraph::declare(Part part, std::string_view name, AttributeType type) {
  const auto numeric = [](AttributeType one) { return one == AttributeType::integer || one == AttributeType::number; };
  // NetworkX declares a name once for its integers and once for its other numbers: one column, or one role.
  const auto twin = std::ranges::find_if(attributes_, [&](const Attribute& one) {
    return one.part == part && one.name == name && one.type != type && numeric(one.type) && numeric(type);
  });
  Attribute attribute{.name = std::string(name), .part = part, .type = type};
  if (twin != attributes_.end()) {
    attribute.role = twin->role;
    attribute.column = twin->column;
    if (twin->role == Role::column) {
      static_cast<void>(part == Part::actor ? graph_.actor_column(name, AttributeType::number)
                                            : graph_.edge_column(name, AttributeType::number));
    }
  } else {
    attribute.role = role_of(part, name);
    if (attribute.role == Role::column) attribute.column = new_column(part, name, type);
  }
  attributes_.push_back(std::move(attribute));
  set_by_.push_back(0);
  return attributes_.size() - 1;
}

void XmlGraph::set_default(std::size_t attribute, std::string_view value, std::size_t offset) {
  Attribute& declared = attributes_[attribute];
  if (value.empty() && declared.role != Role::type) return;  // an empty cell is what stands there anyway
  if (!declared.fallback) names(declared.part).defaults.push_back(attribute);
  declared.fallback = std::string(value);
  declared.fallback_offset = offset;
}

void XmlGraph::set_cell(Part part, std::uint32_t number, std::string_view column, AttributeType type,
                        std::string_view value) {
  auto& added = names(part).added;
  auto known = added.find(column);
  if (known == added.end()) known = added.emplace(column, new_column(part, column, type)).first;
  part == Part::actor ? graph_.set_actor_cell(number, known->second, value)
                      : graph_.set_edge_cell(number, known->second, value);
}

void XmlGraph::set(const Element& element, std::size_t attribute, std::string_view value, std::size_t offset) {
  values_.push_back(attribute);
  write(attributes_[attribute], element.number, value, offset);
}

void XmlGraph::close(const Element& element) {
  ++closed_;
  for (std::size_t i = element.first_value; i < values_.size(); ++i) {
    std::uint64_t& last = set_by_[values_[i]];
    repeated_ += last == closed_ ? 1U : 0U;
    last = closed_;
  }
  values_.resize(element.first_value);
  apply_defaults(element);
}

void XmlGraph::apply_defaults(const Element& element) {
  for (const std::size_t at : names(element.part).defaults) {
    Attribute& attribute = attributes_[at];
    if (set_by_[at] == closed_ || !attribute.fallback) continue;
    if (!afford(16 + attribute.fallback->size())) return;
    if (write(attribute, element.number, *attribute.fallback, attribute.fallback_offset)) {
      ++defaulted_;
    } else {
      attribute.fallback.reset();  // one fault is enough
    }
  }
}

bool XmlGraph::afford(std::size_t bytes) {
  spent_ += bytes;
  if (spent_ <= 32 * input_.text.size() + (std::size_t{16} << 20U)) return true;
  reader_.fault("the file is small, what it stands for is far larger: defaults of many elements, or large hyperedges",
                "at most 32 bytes for each byte of the file, and 16 MiB", "write the values or the edges out");
  reader_.stop();
  return false;
}

bool XmlGraph::write(const Attribute& attribute, std::uint32_t number, std::string_view value, std::size_t offset) {
  if (attribute.role == Role::label) {
    if (value != graph_.id(number)) graph_.set_label(number, value);
    return true;
  }
  if (attribute.role != Role::column) return set(number, attribute.role, value, offset);
  if (attribute.type != AttributeType::text && !is_xml_value(attribute.type, value)) {
    reader_.fault_at(offset, fmt::format("'{}' in '{}'", printable(value), printable(attribute.name)),
                     std::string(expected_of(attribute.type)), "mend it, or declare the type as string");
    return false;
  }
  attribute.part == Part::actor ? graph_.set_actor_cell(number, attribute.column, value)
                                : graph_.set_edge_cell(number, attribute.column, value);
  return true;
}

bool XmlGraph::set(AgreementId edge, Role role, std::string_view value, std::size_t offset) {
  if (role == Role::weight) return set_weight(edge, value, offset);
  if (role == Role::type) return set_type(edge, value, offset);
  return set_date(edge, role, trim_xml(value), offset);
}

bool XmlGraph::set_weight(AgreementId edge, std::string_view value, std::size_t offset) {
  const auto weight = parse_xml_number(value);
  if (!weight) {
    reader_.fault_at(offset, fmt::format("weight '{}' is no number", printable(value)), "",
                     value.empty() ? "write the weight, 1 where an edge counts once" : number_mend(value));
    return false;
  }
  graph_.set_weight(edge, *weight);
  weighted_ += edge == last_weighted_ ? 0U : 1U;
  last_weighted_ = edge;
  return true;
}

bool XmlGraph::set_date(AgreementId edge, Role role, std::string_view value, std::size_t offset) {
  if (value.empty()) return true;
  try {
    bool time_dropped = false;
    const std::string edtf = date_from(value, input_.options.date_format, time_dropped);
    role == Role::date ? graph_.set_date(edge, edtf) : graph_.set_until(edge, edtf);
    times_dropped_ += time_dropped ? 1 : 0;
    return true;
  } catch (const DateError& fault) {
    reader_.fault_at(offset, fault.what(), std::string(date_expected), fault.mend());
    return false;
  }
}

bool XmlGraph::set_type(AgreementId edge, std::string_view value, std::size_t offset) {
  try {
    graph_.set_type(edge, value);
    return true;
  } catch (const std::length_error&) {
    reader_.fault_at(offset, "more than 256 types", "at most 256", fmt::format("call the {} something else", word_));
    reader_.stop();
    return false;
  }
}

void XmlGraph::finish() {
  check_chosen();
  for (ActorId actor = 0; actor < places_.size(); ++actor) {
    if (places_[actor].declared != 0) continue;
    input_.faults.add({.file = input_.file,
                       .line = places_[actor].used,
                       .what = fmt::format("an edge ends at '{}', which is no node", printable(graph_.id(actor))),
                       .expected = "an id that a node of the file has",
                       .mend = "declare the node, or mend the id"});
  }
  const auto note = [&](std::uint64_t count, std::string sentence) {
    if (count > 0) input_.notes.push_back(std::move(sentence));
  };
  for (const Part part : {Part::actor, Part::edge}) {
    for (const auto& [name, column] : names(part).added) {
      note(1, fmt::format("'{}' of {} is kept as a column", name, part == Part::actor ? "nodes" : "edges"));
    }
  }
  note(defaulted_, fmt::format("{} values are the defaults that the file gives", defaulted_));
  note(repeated_, fmt::format("{} values were followed by another of the same {} and element: the last is kept",
                              repeated_, word_));
  const std::uint64_t edges = graph_.edge_count();
  note(weighted_ > 0 && weighted_ < edges ? 1 : 0,
       fmt::format("{} of {} edges have no weight: 1 each", edges - weighted_, edges));
  note(times_dropped_, fmt::format("the time of day of {} dates was dropped", times_dropped_));
}

void check_xml_columns(const Network& network, std::span<const std::string_view> written, bool labels,
                       Diagnostics& faults) {
  const auto check = [&](const Attribute& column, auto first, auto past) {
    const auto role = std::find(first, past, lower_ascii(column.name));
    if (role == past) return;
    // Beside the attribute that has the role, one of another case stays a column.
    if (column.name != *role && std::ranges::find(written, *role) != written.end()) return;
    faults.add({.what = fmt::format("the column '{}' would be read back as the {}", printable(column.name), *role),
                .mend = "rename the column"});
  };
  for (const Attribute& column : network.actor_attributes()) {
    if (labels) check(column, xml_roles.begin() + 1, xml_roles.begin() + 2);
  }
  for (const Attribute& column : network.attributes()) check(column, xml_roles.begin() + 2, xml_roles.end());
}

AttributeType written_type(const Network& network, XmlGraph::Part part, std::size_t column) {
  const bool actors = part == XmlGraph::Part::actor;
  const AttributeType type = (actors ? network.actor_attributes() : network.attributes())[column].type;
  const std::size_t rows = actors ? network.actor_count() : network.agreement_count();
  for (std::uint32_t row = 0; row < rows && type != AttributeType::text; ++row) {
    const std::string_view cell = actors ? network.actor_attribute(row, column) : network.attribute(row, column);
    if (!is_plain_xml_value(type, cell)) return AttributeType::text;
  }
  return type;
}

std::string_view xml_type_name(AttributeType type) {
  switch (type) {
    case AttributeType::integer:
      return "long";
    case AttributeType::number:
      return "double";
    case AttributeType::boolean:
      return "boolean";
    case AttributeType::text:
      break;
  }
  return "string";
}

}  // namespace regionet
