// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>

#include "graphs/io/graph_format.hpp"

namespace regionet {

/// The attributes of a start tag, references resolved.
class XmlAttributes {
 public:
  struct Pair {
    std::string_view name;
    std::string_view value;
  };

  explicit XmlAttributes(std::span<const Pair> pairs) : pairs_(pairs) {}
  [[nodiscard]] auto begin() const { return pairs_.begin(); }
  [[nodiscard]] auto end() const { return pairs_.end(); }
  [[nodiscard]] std::optional<std::string_view> find(std::string_view name) const;

 private:
  std::span<const Pair> pairs_;
};

/// An element of a format: a row of its table.
struct XmlElement {
  std::string_view name;
  unsigned kind = 0;      ///< one bit
  unsigned parents = 0;   ///< the kinds that it may stand in
  std::string_view loss;  ///< of one that is not kept: the word for a note, if it needs one
};
inline constexpr unsigned xml_outside = 1U << 0U;  ///< the parent of the root
inline constexpr unsigned xml_ignored = 1U << 1U;  ///< the kind of what is not kept, with all that stands in it

/// The two ways to read XML, with the same events: `plain` knows XML as programs write it, is fast, and gives up on
/// anything else; `library` is expat's, which knows all of XML and tells what is wrong.
enum class XmlWay : std::uint8_t { plain, library };

/// Reads a text as XML 1.0 of one format: calls `start` and `end` for its elements in the order of the text.
///
/// Names match without the prefix that the root has. Elements with another prefix are not kept.
/// Errors   what is not well-formed, a DOCTYPE (and with it every declaration of an entity) and more than 1,000 levels
///          are faults with line and column, and the end of the reading; an element that the format does not have, or
///          not in this place, is a fault and passed over.
/// Cost     one pass, O(bytes); memory for the longest tag or text. No recursion.
class XmlReader {
 public:
  XmlReader(const XmlReader&) = delete;
  XmlReader& operator=(const XmlReader&) = delete;
  XmlReader(XmlReader&&) = delete;
  XmlReader& operator=(XmlReader&&) = delete;
  virtual ~XmlReader() = default;

  /// Whether the plain way met what it does not know: all it did is void.
  [[nodiscard]] bool gave_up() const { return gave_up_; }

  /// Where the current tag begins.
  [[nodiscard]] std::size_t offset() const { return offset_; }
  /// The line of a byte, from 1. Cheap near the byte it was last asked for.
  [[nodiscard]] std::uint64_t line_of(std::size_t offset);

  void fault_at(std::size_t offset, std::string what, std::string expected = "", std::string mend = "");
  void fault(std::string what, std::string expected = "", std::string mend = "") {
    fault_at(offset(), std::move(what), std::move(expected), std::move(mend));
  }
  /// Ends the reading.
  void stop() { stopped_ = true; }
  /// For a note: something that is not kept.
  void lose(std::string_view kind, std::string_view name);

  static constexpr std::size_t most_levels = 1000;

 protected:
  /// `texts` are the kinds of elements that hold text.
  XmlReader(GraphInput& input, XmlWay way, std::string_view format, std::span<const XmlElement> elements,
            unsigned texts)
      : input_(input), way_(way), format_(format), elements_(elements), texts_(texts) {}

  /// Reads the whole text; false where the reading ended before.
  [[nodiscard]] bool parse();
  /// The notes of what was lost.
  void note_losses();

  virtual void start(unsigned kind, const XmlAttributes& attributes) = 0;
  virtual void end(unsigned kind) = 0;

  /// From `start` or `end`: the kind of the element around this one.
  [[nodiscard]] unsigned around() const { return open_[open_.size() - 2]; }
  /// From `start`: passes over this element.
  void pass_over() {
    open_.back() = xml_ignored;
    collecting_ = false;
  }
  void refuse(std::string what, std::string expected = "", std::string mend = "") {
    fault(std::move(what), std::move(expected), std::move(mend));
    pass_over();
  }
  /// From `end`: the text of this element, where markup stands in it as it is written; and where it begins.
  [[nodiscard]] std::string_view value() const;
  [[nodiscard]] bool has_markup() const { return markup_; }
  [[nodiscard]] std::size_t value_offset() const { return value_offset_; }

  GraphInput& input_;

 private:
  friend class PlainXml;
  friend class ExpatXml;

  void enter(std::string_view name, const XmlAttributes& attributes);
  void leave();
  [[nodiscard]] unsigned kind_of(std::string_view name);
  [[nodiscard]] std::string places_of(const XmlElement& element) const;
  void note_encoding(std::string_view encoding);
  [[nodiscard]] std::size_t line_start(std::size_t offset);

  struct Loss {
    std::string kind;
    std::string first;
    std::uint64_t count = 0;
  };

  XmlWay way_;
  std::string_view format_;
  std::span<const XmlElement> elements_;
  unsigned texts_;
  bool stopped_ = false;
  bool gave_up_ = false;
  std::size_t offset_ = 0;  // where the current tag begins, and the byte past it
  std::size_t past_ = 0;
  std::string prefix_;  // of the root, with its colon
  std::vector<unsigned> open_;

  std::string value_;
  std::size_t value_offset_ = 0;
  bool collecting_ = false;
  bool markup_ = false;

  char line_end_ = '\n';
  std::size_t counted_ = 0;  // bytes before which the lines are counted
  std::uint64_t lines_ = 1;
  std::size_t placed_ = 0;  // the byte whose line was last asked for its start
  std::size_t placed_start_ = 0;
  std::vector<Loss> losses_;
};

/// Reads with a Reader, made of a GraphInput and a way: the plain way, and where it gives up the other one.
template <typename Reader>
void read_xml(GraphInput& input) {
  {
    PlainBuilder graph(input.run);
    Diagnostics faults;
    std::vector<std::string> notes;
    GraphInput trial{input.text, input.file, input.options, graph, faults, notes, input.run, input.source};
    Reader reader(trial, XmlWay::plain);
    reader.read();
    if (!reader.gave_up()) {
      input.graph = std::move(graph);
      input.faults.append(faults);
      input.notes.insert(input.notes.end(), notes.begin(), notes.end());
      return;
    }
  }
  Reader(input, XmlWay::library).read();
}

}  // namespace regionet
