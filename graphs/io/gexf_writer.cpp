// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <algorithm>

#include "graphs/io/gexf.hpp"
#include "graphs/io/xml_graph.hpp"
#include "graphs/io/xml_text.hpp"

namespace regionet {
namespace {

/// YYYY, YYYY-MM or YYYY-MM-DD without a mark of doubt: what GEXF can hold as it is.
bool is_plain_date(std::string_view edtf) {
  if (edtf.size() != 4 && edtf.size() != 7 && edtf.size() != 10) return false;
  for (std::size_t i = 0; i < edtf.size(); ++i) {
    const bool hyphen = i == 4 || i == 7;
    if (hyphen ? edtf[i] != '-' : (edtf[i] < '0' || edtf[i] > '9')) return false;
  }
  return edtf.size() != 7 || edtf[5] < '2';  // 2016-21 is a spring
}

class GexfWriter {
 public:
  GexfWriter(const Network& network, GraphOutput& out, Diagnostics& faults)
      : network_(network), out_(out), faults_(faults) {}

  void write() {
    check_xml_columns(network_, {}, false, faults_);
    check_xml_texts(network_, faults_);
    if (faults_.errors() > 0) return;
    find_dates();
    write_head();
    write_attributes();
    out_ << "    <nodes>\n";
    for (ActorId actor = 0; actor < network_.actor_count(); ++actor) write_node(actor);
    out_ << "    </nodes>\n    <edges>\n";
    for (AgreementId edge = 0; edge < network_.agreement_count(); ++edge) write_edge(edge);
    out_ << "    </edges>\n  </graph>\n</gexf>\n";
  }

 private:
  using Id = std::string;  ///< of an attribute; empty where there is none

  [[nodiscard]] std::string_view until(AgreementId edge) const {
    return network_.until(edge) == nullptr ? std::string_view{} : network_.agreement(edge).until;
  }

  void find_dates() {
    for (AgreementId edge = 0; edge < network_.agreement_count(); ++edge) {
      const auto count = [&](std::string_view date, std::uint64_t& others) {
        if (date.empty()) return;
        is_plain_date(date) ? ++plain_dates_ : ++others;
      };
      count(network_.date_cell(edge), other_dates_);
      count(until(edge), other_ends_);
    }
    if (other_dates_ + other_ends_ == 0) return;
    faults_.add(
        {.severity = Severity::warning,
         .what = fmt::format("{} dates are not a plain year, month or day", other_dates_ + other_ends_),
         .mend = "they are kept in the edge attributes date and until, which other tools do not place in time"});
  }

  void write_head() {
    row_ =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<gexf xmlns=\"http://www.gexf.net/1.2draft\" version=\"1.2\">\n"
        "  <meta>\n    <creator>regionet</creator>\n";
    if (!network_.info().title.empty()) {
      row_ += "    <description>";
      append_xml_text(row_, network_.info().title);
      row_ += "</description>\n";
    }
    if (network_.two_mode()) row_ += fmt::format("    <keywords>{}</keywords>\n", gexf_two_mode);
    row_ +=
        fmt::format("  </meta>\n  <graph defaultedgetype=\"{}directed\" mode=\"{}>\n", network_.directed() ? "" : "un",
                    plain_dates_ > 0 ? "dynamic\" timeformat=\"date\"" : "static\"");
    out_ << row_;
  }

  void write_attributes() {
    const auto actor_columns = network_.actor_attributes();
    begin_attributes("node");
    for (std::size_t i = 0; i < actor_columns.size(); ++i) {
      node_ids_.push_back(write_attribute(actor_columns[i].name, written_type(network_, XmlGraph::Part::actor, i)));
    }
    end_attributes();
    const auto edge_columns = network_.attributes();
    begin_attributes("edge");
    if (other_dates_ > 0) date_ = write_attribute("date", AttributeType::text);
    if (other_ends_ > 0) until_ = write_attribute("until", AttributeType::text);
    for (std::size_t i = 0; i < edge_columns.size(); ++i) {
      edge_ids_.push_back(write_attribute(edge_columns[i].name, written_type(network_, XmlGraph::Part::edge, i)));
    }
    end_attributes();
  }

  void begin_attributes(std::string_view domain) {
    row_ = fmt::format("    <attributes class=\"{}\" mode=\"static\">\n", domain);
    bare_ = row_.size();
  }

  Id write_attribute(std::string_view title, AttributeType type) {
    Id id = std::to_string(attributes_++);
    row_ += fmt::format("      <attribute id=\"{}\" title=\"", id);
    append_xml_attribute(row_, title);
    row_ += fmt::format("\" type=\"{}\"/>\n", xml_type_name(type));
    return id;
  }

  void end_attributes() {
    if (row_.size() > bare_) out_ << row_ << "    </attributes>\n";
  }

  void write_node(ActorId actor) {
    row_ = "      <node";
    append("id", network_.id(actor));
    append("label", network_.name(actor));
    begin_values();
    for (std::size_t i = 0; i < node_ids_.size(); ++i) append_value(node_ids_[i], network_.actor_attribute(actor, i));
    end_values("node");
  }

  void write_edge(AgreementId edge) {
    const auto ends = network_.participants(edge);
    const std::string_view date = network_.date_cell(edge);
    const std::string_view end = until(edge);
    row_ = "      <edge";
    append("id", std::to_string(edge));
    append("source", network_.id(ends[0]));
    append("target", network_.id(ends[1]));
    if (network_.has_weights()) append("weight", fmt::format("{}", network_.weight(edge)));
    if (network_.has_types()) append("kind", network_.types()[network_.type(edge)].id);
    if (is_plain_date(date)) append("start", date);
    if (is_plain_date(end)) append("end", end);
    begin_values();
    if (!is_plain_date(date)) append_value(date_, date);
    if (!is_plain_date(end)) append_value(until_, end);
    for (std::size_t i = 0; i < edge_ids_.size(); ++i) append_value(edge_ids_[i], network_.attribute(edge, i));
    end_values("edge");
  }

  void append(std::string_view name, std::string_view value) {
    row_ += ' ';
    row_ += name;
    row_ += "=\"";
    append_xml_attribute(row_, value);
    row_ += '"';
  }

  void begin_values() { bare_ = row_.size(); }

  /// An empty cell is no value.
  void append_value(const Id& id, std::string_view value) {
    if (value.empty()) return;
    row_ += row_.size() == bare_ ? "><attvalues><attvalue" : "<attvalue";
    append("for", id);
    append("value", value);
    row_ += "/>";
  }

  void end_values(std::string_view name) {
    row_ += row_.size() == bare_ ? "/>\n" : fmt::format("</attvalues></{}>\n", name);
    out_ << row_;
  }

  const Network& network_;
  GraphOutput& out_;
  Diagnostics& faults_;
  std::uint64_t plain_dates_ = 0;
  std::uint64_t other_dates_ = 0;
  std::uint64_t other_ends_ = 0;
  std::size_t attributes_ = 0;
  Id date_, until_;
  std::vector<Id> node_ids_, edge_ids_;  // by column
  std::string row_;
  std::size_t bare_ = 0;  // size of the row where nothing stands in the element
};

}  // namespace

void write_gexf(const Network& network, GraphOutput& out, Diagnostics& faults) {
  GexfWriter(network, out, faults).write();
}

}  // namespace regionet
