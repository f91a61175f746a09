// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <map>
#include <optional>

#include "graphs/io/two_sides.hpp"
#include "graphs/io/xml.hpp"

namespace regionet {

/// Takes the nodes and edges of an XML file, and what is attached to them, into the graph of a GraphInput.
///
/// Attributes are declared once and then set by their number. Those of edges that are called weight, date, until or
/// type, in any case, or as `--columns` calls them, become what they say; so does the label of nodes where the format
/// has it among its attributes. All others are columns, their values as written.
/// Errors   are faults where they stand: an id that is missing or stands twice, an edge to a node that the file does
///          not declare, a value that is not of its type, a weight that is no finite number, a date that is none.
/// Cost     O(1) an element or value beside its text. Defaults and pairs of hyperedges can make much out of a small
///          file: no more than 32 bytes a byte of it and 16 MiB.
class XmlGraph {
 public:
  enum class Part : std::uint8_t { actor, edge };
  enum class Role : std::uint8_t { column, label, weight, date, until, type };
  /// A node or an edge whose element is open.
  struct Element {
    Part part = Part::actor;
    std::uint32_t number = 0;
    std::size_t first_value = 0;
  };

  /// `word` is what the format calls an attribute: key, for one.
  XmlGraph(GraphInput& input, XmlReader& reader, std::string_view word, bool labels);

  /// A new attribute. Where its name is taken it gets another one, and a note.
  [[nodiscard]] std::size_t declare(Part, std::string_view name, AttributeType);
  /// What elements have that do not set the attribute.
  void set_default(std::size_t attribute, std::string_view value, std::size_t offset);
  [[nodiscard]] Role role(std::size_t attribute) const { return attributes_[attribute].role; }
  [[nodiscard]] std::size_t attribute_count() const { return attributes_.size(); }

  /// A node; none where the id is missing or stands twice.
  [[nodiscard]] std::optional<ActorId> add_actor(std::optional<std::string_view> id);
  /// The node at an end of an edge, declared before it or after.
  [[nodiscard]] ActorId endpoint(std::string_view id);
  /// An edge whose element begins at `offset`.
  AgreementId add_edge(ActorId source, ActorId target, bool directed, std::size_t offset);
  /// Called for each edge in its order. Ids that only count the edges, such as e0, e1, e2, are not kept.
  void set_edge_id(AgreementId edge, std::optional<std::string_view> id);
  /// A cell of a column that the file does not declare as an attribute.
  void set_cell(Part, std::uint32_t number, std::string_view column, AttributeType, std::string_view value);

  [[nodiscard]] Element open(Part part, std::uint32_t number) const { return {part, number, values_.size()}; }
  /// A value of an open element, standing at `offset`.
  void set(const Element& element, std::size_t attribute, std::string_view value, std::size_t offset);
  /// A value that is none of the declared attributes, such as the weight in a tag.
  bool set(AgreementId edge, Role, std::string_view value, std::size_t offset);
  /// The end of an element: what it has not set gets its default.
  void close(const Element& element);

  /// Whether the file may make this many bytes more than it holds; a fault and the end of the reading where not.
  [[nodiscard]] bool afford(std::size_t bytes);
  /// Checks that every end of an edge is a node, and writes the notes.
  void finish();

 private:
  struct Attribute {
    std::string name;
    Part part = Part::actor;
    Role role = Role::column;
    AttributeType type = AttributeType::text;
    std::size_t column = 0;
    std::optional<std::string> fallback;
    std::size_t fallback_offset = 0;
  };
  struct Places {
    std::uint32_t declared = 0;  // line; 0: not, or not yet
    std::uint32_t used = 0;
  };
  struct Names {
    std::map<std::string, std::size_t, std::less<>> asked;  // how often for each name
    std::map<std::string, std::size_t, std::less<>> added;  // columns that no attribute declares
    std::array<bool, 6> roles{};                            // taken
    std::vector<std::size_t> defaults;                      // attributes that have one
  };

  [[nodiscard]] Names& names(Part part) { return names_[static_cast<std::size_t>(part)]; }
  [[nodiscard]] Role role_of(Part, std::string_view name);
  void check_chosen();
  [[nodiscard]] std::string free_name(Part, std::string_view name);
  [[nodiscard]] std::size_t new_column(Part, std::string_view name, AttributeType);
  [[nodiscard]] Places& places(ActorId actor);
  [[nodiscard]] bool only_counts(AgreementId edge, std::optional<std::string_view> id);
  void check_sides(ActorId source, ActorId target, std::size_t offset);
  void apply_defaults(const Element& element);
  bool write(const Attribute&, std::uint32_t number, std::string_view value, std::size_t offset);
  bool set_weight(AgreementId edge, std::string_view value, std::size_t offset);
  bool set_date(AgreementId edge, Role, std::string_view value, std::size_t offset);
  bool set_type(AgreementId edge, std::string_view value, std::size_t offset);

  GraphInput& input_;
  PlainBuilder& graph_;
  XmlReader& reader_;
  std::string_view word_;
  bool labels_;
  std::array<std::string_view, 6> chosen_;  // by role: the name that --columns gives it
  std::vector<Attribute> attributes_;
  std::array<Names, 2> names_;         // by part
  std::vector<std::size_t> values_;    // attributes set in the open elements, the innermost last
  std::vector<std::uint64_t> set_by_;  // by attribute: the last closed element that set it
  std::uint64_t closed_ = 0;
  std::vector<Places> places_;  // by actor
  TwoSides sides_;
  std::uint64_t spent_ = 0;

  bool ids_begun_ = false;
  bool ids_kept_ = false;
  std::string id_prefix_;
  std::uint64_t id_base_ = 0;
  std::string id_;

  std::uint64_t defaulted_ = 0;
  std::uint64_t repeated_ = 0;
  std::uint64_t weighted_ = 0;
  std::uint64_t times_dropped_ = 0;
  AgreementId last_weighted_ = no_actor;
};

/// Adds a fault for every column whose name would be read back as something else.
/// `written` are the roles that the network has and the format writes as attributes.
void check_xml_columns(const Network&, std::span<const std::string_view> written, bool labels, Diagnostics&);
/// The type that a column is written with: text where a cell is not what the column's type says.
[[nodiscard]] AttributeType written_type(const Network&, XmlGraph::Part, std::size_t column);

/// What GraphML and GEXF call the type of a column.
[[nodiscard]] std::string_view xml_type_name(AttributeType);

}  // namespace regionet
