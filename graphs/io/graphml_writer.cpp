// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <algorithm>

#include "graphs/io/graphml.hpp"
#include "graphs/io/xml_graph.hpp"
#include "graphs/io/xml_text.hpp"

namespace regionet {
namespace {

class GraphmlWriter {
 public:
  GraphmlWriter(const Network& network, GraphOutput& out, Diagnostics& faults)
      : network_(network), out_(out), faults_(faults) {
    find_roles();
  }

  void write() {
    check_xml_columns(network_, roles_, true, faults_);
    check_xml_texts(network_, faults_);
    if (faults_.errors() > 0) return;
    out_ << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n";
    write_keys();
    out_ << fmt::format("  <graph edgedefault=\"{}directed\">\n", network_.directed() ? "" : "un");
    write_graph_data();
    for (ActorId actor = 0; actor < network_.actor_count(); ++actor) write_node(actor);
    for (AgreementId edge = 0; edge < network_.agreement_count(); ++edge) write_edge(edge);
    out_ << "  </graph>\n</graphml>\n";
  }

 private:
  using Key = std::string;  ///< its id; empty where there is none

  void find_roles() {
    for (ActorId actor = 0; actor < network_.actor_count() && !labels_; ++actor) {
      labels_ = network_.name(actor) != network_.id(actor);
    }
    for (AgreementId edge = 0; edge < network_.agreement_count(); ++edge) {
      dates_ = dates_ || !network_.date_cell(edge).empty();
      ends_ = ends_ || network_.until(edge) != nullptr;
    }
    if (labels_) roles_.emplace_back("label");
    if (network_.has_weights()) roles_.emplace_back("weight");
    if (dates_) roles_.emplace_back("date");
    if (ends_) roles_.emplace_back("until");
    if (network_.has_types()) roles_.emplace_back("type");
  }

  Key write_key(std::string_view domain, std::string_view name, AttributeType type) {
    Key id = fmt::format("d{}", keys_++);
    row_ = fmt::format("  <key id=\"{}\" for=\"{}\" attr.name=\"", id, domain);
    append_xml_attribute(row_, name);
    out_ << row_ << fmt::format("\" attr.type=\"{}\"/>\n", xml_type_name(type));
    return id;
  }

  void write_keys() {
    if (!network_.info().title.empty()) title_ = write_key("graph", "title", AttributeType::text);
    if (network_.two_mode()) two_mode_ = write_key("graph", "two_mode", AttributeType::boolean);
    if (labels_) label_ = write_key("node", "label", AttributeType::text);
    for (std::size_t i = 0; i < network_.actor_attributes().size(); ++i) {
      node_keys_.push_back(
          write_key("node", network_.actor_attributes()[i].name, written_type(network_, XmlGraph::Part::actor, i)));
    }
    if (network_.has_weights()) weight_ = write_key("edge", "weight", AttributeType::number);
    if (dates_) date_ = write_key("edge", "date", AttributeType::text);
    if (ends_) until_ = write_key("edge", "until", AttributeType::text);
    if (network_.has_types()) type_ = write_key("edge", "type", AttributeType::text);
    for (std::size_t i = 0; i < network_.attributes().size(); ++i) {
      edge_keys_.push_back(
          write_key("edge", network_.attributes()[i].name, written_type(network_, XmlGraph::Part::edge, i)));
    }
  }

  void write_graph_data() {
    row_.clear();
    if (!title_.empty()) append_datum(title_, network_.info().title);
    if (!two_mode_.empty()) append_datum(two_mode_, "true");
    if (!row_.empty()) out_ << "    " << row_ << "\n";
  }

  void write_node(ActorId actor) {
    row_ = "    <node id=\"";
    append_xml_attribute(row_, network_.id(actor));
    begin_data();
    if (network_.name(actor) != network_.id(actor)) append_datum(label_, network_.name(actor));
    for (std::size_t i = 0; i < node_keys_.size(); ++i) append_cell(node_keys_[i], network_.actor_attribute(actor, i));
    end_element("node");
  }

  void write_edge(AgreementId edge) {
    const auto ends = network_.participants(edge);
    row_ = "    <edge source=\"";
    append_xml_attribute(row_, network_.id(ends[0]));
    row_ += "\" target=\"";
    append_xml_attribute(row_, network_.id(ends[1]));
    begin_data();
    if (!weight_.empty()) append_datum(weight_, fmt::format("{}", network_.weight(edge)));
    if (dates_) append_cell(date_, network_.date_cell(edge));
    if (network_.until(edge) != nullptr) append_cell(until_, network_.agreement(edge).until);
    if (!type_.empty()) append_datum(type_, network_.types()[network_.type(edge)].id);
    for (std::size_t i = 0; i < edge_keys_.size(); ++i) append_cell(edge_keys_[i], network_.attribute(edge, i));
    end_element("edge");
  }

  void begin_data() {
    row_ += "\">";
    bare_ = row_.size();
  }

  void end_element(std::string_view name) {
    if (row_.size() == bare_) {
      row_.back() = '/';
      row_ += ">\n";
    } else {
      row_ += fmt::format("</{}>\n", name);
    }
    out_ << row_;
  }

  /// An empty cell is no datum.
  void append_cell(const Key& key, std::string_view cell) {
    if (!cell.empty()) append_datum(key, cell);
  }

  void append_datum(const Key& key, std::string_view value) {
    row_ += "<data key=\"";
    row_ += key;
    row_ += "\">";
    append_xml_text(row_, value);
    row_ += "</data>";
  }

  const Network& network_;
  GraphOutput& out_;
  Diagnostics& faults_;
  bool labels_ = false;
  bool dates_ = false;
  bool ends_ = false;
  std::vector<std::string_view> roles_;  // those that get a key
  std::size_t keys_ = 0;
  Key title_, two_mode_, label_, weight_, date_, until_, type_;
  std::vector<Key> node_keys_, edge_keys_;  // by column
  std::string row_;
  std::size_t bare_ = 0;  // size of the row where nothing stands in the element
};

}  // namespace

void write_graphml(const Network& network, GraphOutput& out, Diagnostics& faults) {
  GraphmlWriter(network, out, faults).write();
}

}  // namespace regionet
