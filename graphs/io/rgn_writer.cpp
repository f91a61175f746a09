// SPDX-License-Identifier: Apache-2.0
#include <xxhash.h>
#include <algorithm>
#include <numeric>

#include "graphs/csr/build.hpp"
#include "graphs/csr/prepared.hpp"
#include "graphs/io/rgn.hpp"
#include "graphs/io/rgn_description.hpp"
#include "graphs/io/rgn_layout.hpp"
#include "graphs/io/rgn_network.hpp"

namespace regionet {
namespace {

using rgn::SectionKind;

class RgnWriter {
 public:
  explicit RgnWriter(const Network& network) : network_(network) {}

  void write(GraphOutput& out) {
    describe();
    add_labels();
    add(SectionKind::names, RgnNetwork::names(network_));
    add(SectionKind::ends, network_.ends());
    add(SectionKind::weights, network_.weights());
    add(SectionKind::dates, RgnNetwork::dates(network_));
    add(SectionKind::untils, RgnNetwork::untils(network_));
    add(SectionKind::date_texts, RgnNetwork::date_texts(network_));
    add(SectionKind::types, RgnNetwork::types(network_));
    add(SectionKind::text_starts, RgnNetwork::texts(network_).starts());
    add(SectionKind::text_bytes, std::span<const char>(RgnNetwork::texts(network_).bytes()));
    add_rows();
    add_columns(SectionKind::actor_column, RgnNetwork::actor_columns(network_));
    add_columns(SectionKind::edge_column, RgnNetwork::edge_columns(network_));
    put(out);
  }

 private:
  template <typename Value>
  void add(SectionKind kind, std::span<const Value> values) {
    if (values.empty()) return;
    sections_.push_back({kind, sizeof(Value), 0, values.size(), ::XXH3_64bits(values.data(), values.size_bytes())});
    bytes_.emplace_back(reinterpret_cast<const char*>(values.data()), values.size_bytes());
  }

  void describe() {
    description_ = rgn::to_json(rgn::describe(network_));
    add(SectionKind::description, std::span<const char>(description_));
  }

  void add_labels() {
    const std::size_t n = network_.actor_count();
    decimal_ = RgnNetwork::labels(network_).all_decimal();
    identity_ = decimal_;
    for (ActorId actor = 0; decimal_ && actor < n; ++actor) {
      std::uint64_t value = 0;
      for (const char digit : network_.id(actor)) value = 10 * value + static_cast<std::uint64_t>(digit - '0');
      identity_ = identity_ && value == actor;
      label_numbers_.push_back(value);
    }
    if (identity_ && n > 0) return;
    if (decimal_) return add(SectionKind::label_values, std::span<const std::uint64_t>(label_numbers_));
    label_numbers_.push_back(0);
    for (ActorId actor = 0; actor < n; ++actor) {
      label_bytes_ += network_.id(actor);
      label_numbers_.push_back(label_bytes_.size());
    }
    add(SectionKind::label_starts, std::span<const std::uint64_t>(label_numbers_));
    add(SectionKind::label_bytes, std::span<const char>(label_bytes_));
  }

  void add_rows() {
    built_ =
        build_graph(network_.actor_count(), {network_.ends(), network_.weights()}, {.directed = network_.directed()});
    const GraphView graph = built_.graph.view();
    facts_ = graph.facts();
    arcs_ = graph.arc_count();
    order_ = vertices_by_degree(graph);
    add(SectionKind::offsets, graph.offsets());
    add(SectionKind::targets, graph.targets());
    add(SectionKind::arc_weights, std::span<const double>(built_.weights));
    if (!built_.counts.empty()) {
      for (Arc arc = 0; arc < arcs_; ++arc) arc_counts_.push_back(built_.counts[arc]);
    }
    add(SectionKind::arc_counts, std::span<const std::uint32_t>(arc_counts_));
    add(SectionKind::order, std::span<const Vertex>(order_));
  }

  void add_columns(SectionKind first, const std::vector<Values<TextId>>& columns) {
    for (std::size_t i = 0; i < columns.size(); ++i) {
      add(static_cast<SectionKind>(static_cast<std::uint32_t>(first) + i), columns[i].rows());
    }
  }

  void put(GraphOutput& out) {
    const auto aligned = [](std::uint64_t at) { return (at + rgn::alignment - 1) / rgn::alignment * rgn::alignment; };
    const std::uint64_t table = sections_.size() * sizeof(rgn::Section);
    std::uint64_t end = sizeof(rgn::Header) + table;
    for (std::size_t i = 0; i < sections_.size(); ++i) {
      sections_[i].offset = aligned(end);
      end = sections_[i].offset + bytes_[i].size();
    }
    rgn::Header header{.magic = {},
                       .version = rgn::version,
                       .byte_order = rgn::byte_order,
                       .flags = flags(),
                       .actors = network_.actor_count(),
                       .edges = network_.agreement_count(),
                       .arcs = arcs_,
                       .file_bytes = end,
                       .sections = sections_.size(),
                       .checksum = 0};
    std::ranges::copy(rgn::magic, header.magic.begin());
    std::string head(reinterpret_cast<const char*>(&header), sizeof header);
    head.append(reinterpret_cast<const char*>(sections_.data()), table);
    header.checksum = ::XXH3_64bits(head.data(), head.size());
    head.replace(0, sizeof header, reinterpret_cast<const char*>(&header), sizeof header);
    out << head;
    std::uint64_t at = head.size();
    for (std::size_t i = 0; i < sections_.size(); ++i) {
      out << std::string(sections_[i].offset - at, '\0') << bytes_[i];
      at = sections_[i].offset + bytes_[i].size();
    }
  }

  [[nodiscard]] std::uint64_t flags() const {
    std::uint64_t flags = 0;
    const auto set = [&](bool is, rgn::Flag flag) { flags |= is ? std::uint64_t{flag} : 0U; };
    set(network_.directed(), rgn::directed);
    set(network_.two_mode(), rgn::two_mode);
    set(identity_, rgn::identity_labels);
    set(decimal_, rgn::decimal_labels);
    set(facts_.symmetric, rgn::symmetric);
    set(facts_.has_loops, rgn::loops);
    return flags;
  }

  const Network& network_;
  std::vector<rgn::Section> sections_;
  std::vector<std::string_view> bytes_;
  std::string description_, label_bytes_;
  std::vector<std::uint64_t> label_numbers_;
  bool decimal_ = false;
  bool identity_ = false;
  BuiltGraph built_;
  std::vector<std::uint32_t> arc_counts_;
  std::vector<Vertex> order_;
  std::uint64_t arcs_ = 0;
  Facts facts_;
};

}  // namespace

void write_rgn(const Network& network, GraphOutput& out, Diagnostics&) { RgnWriter(network).write(out); }

}  // namespace regionet
