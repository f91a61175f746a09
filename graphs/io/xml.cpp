// SPDX-License-Identifier: Apache-2.0
#include "graphs/io/xml.hpp"

#include <expat.h>
#include <fmt/format.h>
#include <algorithm>
#include <exception>
#include <memory>
#include <new>

#include "graphs/io/xml_plain.hpp"
#include "graphs/io/xml_text.hpp"

namespace regionet {

std::optional<std::string_view> XmlAttributes::find(std::string_view name) const {
  for (const auto& [known, value] : pairs_) {
    if (known == name) return value;
  }
  return std::nullopt;
}

/// Drives a reader with the events of expat.
class ExpatXml {
 public:
  explicit ExpatXml(XmlReader& reader)
      : reader_(reader), owned_(XML_ParserCreate("UTF-8"), XML_ParserFree), parser_(owned_.get()) {
    if (!owned_) throw std::bad_alloc();
    XML_SetUserData(parser_, this);
    XML_SetElementHandler(parser_, on_start, on_end);
    XML_SetCharacterDataHandler(parser_, on_text);
    XML_SetStartDoctypeDeclHandler(parser_, on_doctype);
    XML_SetXmlDeclHandler(parser_, on_declaration);
  }

  /// False where the text is not well-formed, or the reader stopped.
  [[nodiscard]] bool read() {
    const std::string_view text = reader_.input_.text;
    // As much at a time as the parser takes: of a tag that a piece cuts in two it reads the beginning again.
    constexpr std::size_t piece = 1U << 30U;
    std::size_t at = 0;
    do {
      const std::size_t size = std::min(piece, text.size() - at);
      const bool last = at + size == text.size();
      const XML_Status status = XML_Parse(parser_, text.data() + at, static_cast<int>(size), last ? 1 : 0);
      if (raised_) std::rethrow_exception(raised_);
      if (reader_.stopped_) return false;
      if (status == XML_STATUS_ERROR) return refuse();
      at += size;
    } while (at < text.size());
    return true;
  }

 private:
  static void on_start(void* self, const char* name, const char** attributes) {
    static_cast<ExpatXml*>(self)->guard([&](ExpatXml& xml) {
      xml.pairs_.clear();
      for (; *attributes != nullptr; attributes += 2) xml.pairs_.push_back({attributes[0], attributes[1]});
      xml.reader_.enter(name, XmlAttributes(xml.pairs_));
    });
  }

  static void on_end(void* self, const char*) {
    static_cast<ExpatXml*>(self)->guard([](ExpatXml& xml) { xml.reader_.leave(); });
  }

  static void on_text(void* self, const char* characters, int size) {
    if (!static_cast<ExpatXml*>(self)->reader_.collecting_) return;
    static_cast<ExpatXml*>(self)->guard(
        [&](ExpatXml& xml) { xml.reader_.value_.append(characters, static_cast<std::size_t>(size)); });
  }

  static void on_doctype(void* self, const char*, const char*, const char*, int) {
    static_cast<ExpatXml*>(self)->guard([](ExpatXml& xml) {
      xml.reader_.fault("a document type declaration (DOCTYPE)",
                        "XML without one: its entities could stand for any text",
                        "remove <!DOCTYPE ...> from the file");
      xml.reader_.stop();
    });
  }

  static void on_declaration(void* self, const char*, const char* encoding, int) {
    if (encoding == nullptr) return;
    static_cast<ExpatXml*>(self)->guard([&](ExpatXml& xml) { xml.reader_.note_encoding(encoding); });
  }

  void find_place() {
    // The parser has no place before the first byte, and says -1.
    reader_.offset_ = std::min(static_cast<std::size_t>(XML_GetCurrentByteIndex(parser_)), reader_.input_.text.size());
    reader_.past_ = reader_.offset_ + static_cast<std::size_t>(XML_GetCurrentByteCount(parser_));
  }

  /// Exceptions must not run through the C code of the parser.
  template <typename Action>
  void guard(Action action) {
    if (reader_.stopped_) return;
    find_place();
    try {
      action(*this);
    } catch (...) {
      raised_ = std::current_exception();
      reader_.stop();
    }
    if (reader_.stopped_) XML_StopParser(parser_, XML_FALSE);
  }

  bool refuse() {
    const XML_Error error = XML_GetErrorCode(parser_);
    if (error == XML_ERROR_NO_MEMORY) throw std::bad_alloc();
    const bool cut = error == XML_ERROR_NO_ELEMENTS || error == XML_ERROR_UNCLOSED_TOKEN ||
                     error == XML_ERROR_UNCLOSED_CDATA_SECTION || error == XML_ERROR_PARTIAL_CHAR;
    find_place();
    reader_.fault(fmt::format("this is no well-formed XML: {}", XML_ErrorString(error)), "",
                  cut ? "the file seems to be cut off: get it again" : "");
    return false;
  }

  XmlReader& reader_;
  std::unique_ptr<XML_ParserStruct, void (*)(XML_Parser)> owned_;
  XML_Parser parser_;
  std::exception_ptr raised_;
  std::vector<XmlAttributes::Pair> pairs_;
};

bool XmlReader::parse() {
  if (input_.text.find('\n') == std::string_view::npos) line_end_ = '\r';
  if (way_ == XmlWay::library) return ExpatXml(*this).read();
  gave_up_ = !PlainXml(*this).read();
  return !gave_up_ && !stopped_;
}

std::uint64_t XmlReader::line_of(std::size_t offset) {
  const char* const text = input_.text.data();
  const std::size_t from = std::min(offset, counted_);
  const std::size_t to = std::max(offset, counted_);
  const auto ends = static_cast<std::uint64_t>(std::count(text + from, text + to, line_end_));
  if (offset < counted_) return lines_ - ends;
  counted_ = offset;
  lines_ += ends;
  return lines_;
}

/// Looks only at what lies between the places it is asked for: many faults of one long line stay cheap.
std::size_t XmlReader::line_start(std::size_t offset) {
  const auto last_in = [&](std::size_t from, std::size_t to) {
    const std::size_t at = input_.text.substr(from, to - from).rfind(line_end_);
    return at == std::string_view::npos ? std::string_view::npos : from + at + 1;
  };
  if (offset < placed_ && last_in(offset, placed_) != std::string_view::npos) placed_start_ = placed_ = 0;
  if (offset >= placed_) {
    if (const std::size_t start = last_in(placed_, offset); start != std::string_view::npos) placed_start_ = start;
    placed_ = offset;
  }
  return placed_start_;
}

void XmlReader::fault_at(std::size_t offset, std::string what, std::string expected, std::string mend) {
  input_.faults.add({.file = input_.file,
                     .line = line_of(offset),
                     .column = offset - line_start(offset) + 1,
                     .what = std::move(what),
                     .expected = std::move(expected),
                     .mend = std::move(mend)});
}

void XmlReader::note_encoding(std::string_view encoding) {
  const std::string name = lower_ascii(encoding);
  if (name.starts_with("utf") || name.ends_with("ascii") || !input_.options.encoding.empty()) return;
  if (std::ranges::all_of(input_.text, [](char c) { return static_cast<unsigned char>(c) < 0x80U; })) return;
  input_.notes.push_back(fmt::format("read as UTF-8, though the file says '{}'", printable(encoding)));
}

void XmlReader::enter(std::string_view name, const XmlAttributes& attributes) {
  if (open_.size() == most_levels) {
    fault(fmt::format("elements stand more than {} deep in each other", most_levels));
    return stop();
  }
  if (open_.empty()) prefix_ = name.substr(0, name.find(':') + 1);
  if (!prefix_.empty() && name.starts_with(prefix_)) name.remove_prefix(prefix_.size());
  const unsigned kind = kind_of(name);
  open_.push_back(kind);
  if ((kind & texts_) != 0) {
    value_.clear();
    value_offset_ = past_;
    collecting_ = true;
    markup_ = false;
  }
  if (kind != xml_ignored) start(kind, attributes);
}

void XmlReader::leave() {
  const unsigned kind = open_.back();
  if (kind != xml_ignored) end(kind);
  if ((kind & texts_) != 0) collecting_ = false;
  open_.pop_back();
}

std::string_view XmlReader::value() const {
  return markup_ ? input_.text.substr(value_offset_, offset() - value_offset_) : value_;
}

unsigned XmlReader::kind_of(std::string_view name) {
  const unsigned parent = open_.empty() ? xml_outside : open_.back();
  if (parent == xml_ignored) return xml_ignored;
  if ((parent & texts_) != 0) {
    markup_ = true;
    return xml_ignored;
  }
  const std::size_t colon = name.find(':');
  const std::string_view local = name.substr(colon + 1);  // all of it where there is no colon: npos + 1 is 0
  const auto known = std::ranges::find_if(elements_, [&](const XmlElement& element) {
    return !local.empty() && element.name.front() == local.front() && element.name == local;
  });
  const bool foreign = colon != std::string_view::npos && (known == elements_.end() || known->kind != xml_ignored);
  if (parent == xml_outside && (known == elements_.end() || known->parents != xml_outside)) {
    fault(fmt::format("this is no {}: its root is <{}>", format_, printable(name)));
    stop();
  } else if (foreign) {
    lose("elements of other vocabularies", name);
  } else if (known == elements_.end()) {
    fault(fmt::format("{} has no element <{}>", format_, printable(name)));
  } else if ((known->parents & parent) == 0) {
    fault(fmt::format("<{}> stands where it may not", name), "it in " + places_of(*known));
  } else {
    if (!known->loss.empty()) lose(known->loss, name);
    return known->kind;
  }
  return xml_ignored;
}

std::string XmlReader::places_of(const XmlElement& element) const {
  std::string out;
  for (const XmlElement& parent : elements_) {
    if (parent.kind == xml_ignored || (element.parents & parent.kind) == 0) continue;
    out += fmt::format("{}<{}>", out.empty() ? "" : " or ", parent.name);
  }
  return out.empty() ? "the root" : out;
}

void XmlReader::lose(std::string_view kind, std::string_view name) {
  const auto known = std::ranges::find(losses_, kind, &Loss::kind);
  if (known != losses_.end()) {
    ++known->count;
  } else {
    losses_.push_back({std::string(kind), printable(name), 1});
  }
}

void XmlReader::note_losses() {
  for (const Loss& loss : losses_) {
    input_.notes.push_back(fmt::format("not kept: {} {}, the first '{}'", loss.count, loss.kind, loss.first));
  }
}

}  // namespace regionet
