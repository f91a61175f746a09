// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <xxhash.h>
#include <algorithm>
#include <cstring>

#include "graphs/io/rgn.hpp"
#include "graphs/io/rgn_description.hpp"
#include "graphs/io/rgn_layout.hpp"
#include "graphs/io/rgn_network.hpp"
#include "graphs/runtime/parallel.hpp"

namespace regionet {
namespace {

using rgn::SectionKind;

/// A fault of the file: told once, ends the reading.
struct Broken {
  std::string what;
  std::string mend = "convert the graph again from its source";
};

[[noreturn]] void fail(std::string what) { throw Broken{std::move(what)}; }

template <typename Value>
bool all_below(const RunContext& run, std::span<const Value> values, std::uint64_t limit) {
  constexpr std::size_t grain = 1U << 18U;
  return reduce_ranges(
      run, values.size(), grain, true,
      [&](std::size_t begin, std::size_t end) {
        Value most = 0;
        for (std::size_t i = begin; i < end; ++i) most = std::max(most, values[i]);
        return begin == end || most < limit;
      },
      [](bool a, bool b) { return a && b; });
}

class RgnReader {
 public:
  explicit RgnReader(GraphInput& input) : input_(input), bytes_(input.text) {
    if (input.source != nullptr) owner_ = input.source->owner();
    const bool aligned = reinterpret_cast<std::uintptr_t>(bytes_.data()) % sizeof(std::uint64_t) == 0;
    if (owner_ != nullptr && aligned) return;
    auto copy = std::make_shared<std::vector<std::uint64_t>>((bytes_.size() + 7) / 8);
    if (!bytes_.empty()) std::memcpy(copy->data(), bytes_.data(), bytes_.size());
    bytes_ = {reinterpret_cast<const char*>(copy->data()), bytes_.size()};
    owner_ = std::move(copy);
  }

  Network read() {
    read_header();
    read_sections();
    if (!input_.options.trust) check_sums();
    Network network;
    RgnNetwork inside(network);
    inside.set_plain((header_.flags & rgn::directed) != 0, (header_.flags & rgn::two_mode) != 0);
    read_texts(inside);
    read_description(inside);
    read_labels(inside);
    read_edges(inside);
    read_rows(inside);
    return network;
  }

 private:
  void read_header() {
    if (bytes_.size() < sizeof header_) fail("the file is shorter than the header of an .rgn file");
    std::memcpy(&header_, bytes_.data(), sizeof header_);
    if (!looks_like_rgn(bytes_)) fail("this is no .rgn file");
    if (header_.byte_order != rgn::byte_order) fail("the file was written in another byte order");
    if (header_.version != rgn::version) {
      fail(fmt::format("the file is of version {}; this regionet reads version {}", header_.version, rgn::version));
    }
    if (header_.file_bytes != bytes_.size()) {
      fail(fmt::format("the file has {} bytes, its header says {}", bytes_.size(), header_.file_bytes));
    }
    const std::uint64_t room = (bytes_.size() - sizeof header_) / sizeof(rgn::Section);
    if (header_.sections > room) fail("the table of sections does not fit into the file");
    std::string head(bytes_.substr(0, sizeof header_ + header_.sections * sizeof(rgn::Section)));
    rgn::Header blank = header_;
    blank.checksum = 0;
    head.replace(0, sizeof blank, reinterpret_cast<const char*>(&blank), sizeof blank);
    if (::XXH3_64bits(head.data(), head.size()) != header_.checksum) fail("the checksum of the header is wrong");
    constexpr std::uint64_t most = 0xFFFFFFFFU;
    if (header_.actors >= most || header_.edges >= most) fail("more actors or edges than 32 bits number");
  }

  void read_sections() {
    sections_.resize(header_.sections);
    std::memcpy(sections_.data(), bytes_.data() + sizeof header_, header_.sections * sizeof(rgn::Section));
    for (const rgn::Section& section : sections_) {
      const bool fits = section.element != 0 && section.element <= 8 && section.offset % rgn::alignment == 0 &&
                        section.offset <= bytes_.size() &&
                        section.count <= (bytes_.size() - section.offset) / section.element;
      if (!fits) fail(fmt::format("section {} does not fit into the file", static_cast<std::uint32_t>(section.kind)));
    }
  }

  /// Between the sections stands nothing: so that no byte of the file can change unseen.
  void check_gaps() {
    std::vector<rgn::Section> sorted = sections_;
    std::ranges::sort(sorted, {}, &rgn::Section::offset);
    std::uint64_t end = sizeof header_ + header_.sections * sizeof(rgn::Section);
    const auto check = [&](std::uint64_t next) {
      const std::string_view gap = next > end ? bytes_.substr(end, next - end) : std::string_view{};
      if (gap.find_first_not_of('\0') != std::string_view::npos) fail("something stands between the sections");
    };
    for (const rgn::Section& section : sorted) {
      check(section.offset);
      end = std::max(end, section.offset + section.count * section.element);
    }
    check(bytes_.size());
  }

  void check_sums() {
    check_gaps();
    for_each_block(input_.run, sections_.size(), [&](std::size_t i) {
      const rgn::Section& section = sections_[i];
      if (::XXH3_64bits(bytes_.data() + section.offset, section.count * section.element) == section.checksum) return;
      fail(fmt::format("the checksum of section {} is wrong", static_cast<std::uint32_t>(section.kind)));
    });
  }

  /// A section as numbers; empty where the file has none. Refused where it has another count than `wanted`.
  template <typename Value>
  std::span<const Value> values(SectionKind kind, std::uint64_t wanted, bool may_be_short = false) const {
    const auto found = std::ranges::find(sections_, kind, &rgn::Section::kind);
    if (found == sections_.end()) return {};
    const bool good =
        found->element == sizeof(Value) && (found->count == wanted || (may_be_short && found->count <= wanted));
    if (!good)
      fail(fmt::format("section {} has not the size that the header asks for", static_cast<std::uint32_t>(kind)));
    return {reinterpret_cast<const Value*>(bytes_.data() + found->offset), found->count};
  }

  [[nodiscard]] std::uint64_t count_of(SectionKind kind) const {
    const auto found = std::ranges::find(sections_, kind, &rgn::Section::kind);
    return found == sections_.end() ? 0 : found->count;
  }

  template <typename Value>
  void check_below(std::span<const Value> numbers, std::uint64_t limit, const char* what) const {
    if (!input_.options.trust && !all_below(input_.run, numbers, limit))
      fail(fmt::format("a number of {} is out of range", what));
  }

  void check_starts(std::span<const std::uint64_t> starts, std::uint64_t end, const char* what) const {
    const bool good = !starts.empty() && starts.front() == 0 && starts.back() == end &&
                      (input_.options.trust || std::ranges::is_sorted(starts));
    if (!good) fail(fmt::format("the places of {} do not rise to their end", what));
  }

  void read_texts(RgnNetwork& inside) {
    const auto starts = values<std::uint64_t>(SectionKind::text_starts, count_of(SectionKind::text_starts));
    const auto text = values<char>(SectionKind::text_bytes, count_of(SectionKind::text_bytes));
    check_starts(starts, text.size(), "texts");
    if (starts.size() < 2) fail("the first text is missing");
    inside.texts() = StringTable::mapped(owner_, starts, {text.data(), text.size()});
  }

  void read_description(RgnNetwork& inside) {
    const auto text = values<char>(SectionKind::description, count_of(SectionKind::description));
    std::optional<rgn::Description> found = rgn::read_description({text.data(), text.size()});
    if (!found) fail("the description is broken");
    inside.info().title = std::move(found->title);
    inside.edge_attributes() = std::move(found->edge_columns);
    inside.actor_attributes() = std::move(found->actor_columns);
    inside.status_terms() = {{"signed", "signed", "", ""}};
    inside.type_terms() = {};
    try {
      for (const std::string& type : found->types) inside.type_terms().add({type, type, "", ""});
    } catch (const std::length_error& fault) {
      fail(fault.what());
    }
  }

  void read_labels(RgnNetwork& inside) {
    const std::uint64_t n = header_.actors;
    const bool decimal = (header_.flags & rgn::decimal_labels) != 0;
    if ((header_.flags & rgn::identity_labels) != 0) {
      inside.labels() = Labels::decimals(n, {});
    } else if (decimal) {
      const auto numbers = values<std::uint64_t>(SectionKind::label_values, n);
      if (numbers.size() != n || (!input_.options.trust && !std::ranges::is_sorted(numbers, std::less_equal{}))) {
        fail("the decimal ids do not rise");
      }
      inside.labels() = Labels::decimals(n, {numbers.begin(), numbers.end()});
    } else {
      const auto starts = values<std::uint64_t>(SectionKind::label_starts, n + 1);
      const auto text = values<char>(SectionKind::label_bytes, count_of(SectionKind::label_bytes));
      check_starts(starts, text.size(), "ids");
      inside.labels() = Labels(owner_, starts, {text.data(), text.size()}, false);
    }
  }

  template <typename Value>
  Values<Value> column(SectionKind kind, std::uint64_t rows, std::uint64_t limit, const char* what) const {
    const auto cells = values<Value>(kind, rows, true);
    check_below(cells, limit, what);
    return {owner_, cells};
  }

  void read_edges(RgnNetwork& inside) {
    const std::uint64_t m = header_.edges;
    const std::uint64_t texts = inside.texts().size();
    const auto ends = values<ActorId>(SectionKind::ends, 2 * m);
    if (ends.size() != 2 * m) fail("the ends of the edges are missing");
    check_below(ends, header_.actors, "the ends");
    inside.ends() = {owner_, ends};
    inside.names() = column<TextId>(SectionKind::names, header_.actors, texts, "the names");
    inside.weights() = {owner_, values<double>(SectionKind::weights, m)};
    read_dates(inside);
    inside.types() = column<Vocabulary::Id>(SectionKind::types, m, inside.type_terms().size(), "the types");
    if (m > 0 && inside.type_terms().size() == 0) fail("the types are missing");
    const auto columns = [&](SectionKind first, std::size_t count, std::uint64_t rows,
                             std::vector<Values<TextId>>& out) {
      for (std::size_t i = 0; i < count; ++i) {
        out.push_back(
            column<TextId>(static_cast<SectionKind>(static_cast<std::uint32_t>(first) + i), rows, texts, "a column"));
      }
    };
    columns(SectionKind::actor_column, inside.actor_attributes().size(), header_.actors, inside.actor_columns());
    columns(SectionKind::edge_column, inside.edge_attributes().size(), m, inside.edge_columns());
  }

  void read_dates(RgnNetwork& inside) {
    const auto texts = values<TextId>(SectionKind::date_texts, count_of(SectionKind::date_texts));
    if (texts.empty()) fail("the dates are missing");
    inside.date_texts().assign(texts.begin(), texts.end());
    inside.date_values().assign(1, {});
    DayRange& seen = inside.date_bounds();
    bool first = true;
    for (std::size_t i = 1; i < texts.size(); ++i) {
      if (texts[i] >= inside.texts().size()) fail("a date has no text");
      try {
        const Date date = parse_date(inside.texts()[texts[i]]);
        inside.date_values().push_back(date);
        for (const auto& [known, day] : {std::pair(date.start, date.earliest), std::pair(date.end, date.latest)}) {
          if (known != DateEnd::known) continue;
          seen = first ? DayRange{day, day} : DayRange{std::min(seen.first, day), std::max(seen.last, day)};
          first = false;
        }
      } catch (const DateError& fault) {
        fail(fault.what());
      }
    }
    inside.dates() = column<DateId>(SectionKind::dates, header_.edges, texts.size(), "the dates");
    inside.untils() = column<DateId>(SectionKind::untils, header_.edges, texts.size(), "the ends of dates");
  }

  void read_rows(RgnNetwork& inside) {
    StoredGraph rows;
    rows.offsets = values<std::uint64_t>(SectionKind::offsets, header_.actors + 1);
    rows.targets = values<std::uint32_t>(SectionKind::targets, header_.arcs);
    check_starts(rows.offsets, rows.targets.size(), "the rows");
    if (rows.targets.size() != header_.arcs) fail("the rows of the graph are missing");
    check_below(rows.targets, header_.actors, "the targets");
    rows.weights = values<double>(SectionKind::arc_weights, header_.arcs);
    rows.counts = values<std::uint32_t>(SectionKind::arc_counts, header_.arcs);
    rows.order = values<std::uint32_t>(SectionKind::order, header_.actors);
    check_below(rows.order, header_.actors, "the order");
    rows.symmetric = (header_.flags & rgn::symmetric) != 0;
    rows.loops = (header_.flags & rgn::loops) != 0;
    inside.keep(owner_, rows);
  }

  GraphInput& input_;
  std::string_view bytes_;
  std::shared_ptr<const void> owner_;
  rgn::Header header_{};
  std::vector<rgn::Section> sections_;
};

}  // namespace

bool looks_like_rgn(std::string_view bytes) { return bytes.starts_with(rgn::magic); }

void read_rgn(GraphInput& input) {
  try {
    input.graph.adopt(RgnReader(input).read());
  } catch (const Broken& fault) {
    input.faults.add({.file = input.file, .what = fault.what, .mend = fault.mend});
  }
}

}  // namespace regionet
