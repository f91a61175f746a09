// SPDX-License-Identifier: Apache-2.0
#include "graphs/io/decimal_edges.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <bit>
#include <charconv>
#include <cstring>
#include <string>
#include <utility>

#include "graphs/io/csv.hpp"
#include "graphs/runtime/bits.hpp"
#include "graphs/runtime/buffer.hpp"
#include "graphs/runtime/memory.hpp"
#include "graphs/runtime/parallel.hpp"

namespace regionet {
namespace {

constexpr std::size_t block_bytes = 1U << 20U;
constexpr std::size_t word_bytes = 8;
constexpr std::size_t grain = 1U << 16U;

/// A place in a text that may be read eight bytes beyond its end.
struct Cursor {
  const char* at;
  const char* end;
};

/// Digits as one number: eight bytes at a time (the digits of a word, weighted by three multiplications).
/// False where there is none, where it starts with a zero or where it has more than ten digits.
inline bool read_digits(Cursor& cursor, std::uint64_t& value) {
  const auto load = [](const char* at) {
    std::uint64_t word = 0;
    std::memcpy(&word, at, word_bytes);
    return word ^ 0x3030303030303030U;  // digits become 0..9
  };
  const auto digits_of = [](std::uint64_t word) {
    const std::uint64_t other = (word | (word + 0x7676767676767676U)) & 0x8080808080808080U;  // bytes above 9
    return static_cast<unsigned>(std::countr_zero(other)) / 8;                                // 8 where all are digits
  };
  const auto number_of = [](std::uint64_t word, unsigned digits) {
    word <<= 64 - 8 * digits;
    word = (word * 10 + (word >> 8U)) & 0x00FF00FF00FF00FFU;
    word = (word * 100 + (word >> 16U)) & 0x0000FFFF0000FFFFU;
    return (word * 10000 + (word >> 32U)) & 0xFFFFFFFFU;
  };
  const std::uint64_t first = load(cursor.at);
  const unsigned digits = digits_of(first);
  if (digits == 0) return false;
  value = number_of(first, digits);
  if ((first & 0xFFU) == 0 && digits > 1) return false;
  cursor.at += digits;
  if (digits < word_bytes) return true;
  for (unsigned more = 0; *cursor.at >= '0' && *cursor.at <= '9'; ++more, ++cursor.at) {
    if (more == 2) return false;
    value = 10 * value + static_cast<unsigned>(*cursor.at - '0');
  }
  return true;
}

inline bool read_separator(Cursor& cursor, char separator) {
  if (separator != ' ') return *cursor.at == separator && ++cursor.at != nullptr;
  const char* const before = cursor.at;
  while (*cursor.at == ' ' || *cursor.at == '\t') ++cursor.at;
  return cursor.at != before;
}

bool read_weight(Cursor& cursor, double& weight) {
  const char* last = cursor.at;
  while (last < cursor.end && *last != '\n' && *last != '\r' && *last != ' ' && *last != '\t') ++last;
  const auto value = parse_number({cursor.at, static_cast<std::size_t>(last - cursor.at)});
  if (!value) return false;
  weight = *value;
  cursor.at = last;
  return true;
}

inline bool read_line_end(Cursor& cursor, char separator) {
  if (separator == ' ') {
    while (*cursor.at == ' ' || *cursor.at == '\t') ++cursor.at;
  }
  if (*cursor.at == '\r') ++cursor.at;
  if (cursor.at >= cursor.end) return cursor.at == cursor.end;
  return *cursor.at++ == '\n';
}

/// A piece of the text that begins and ends at line ends.
struct Block {
  std::string_view text;
  std::size_t first_line = 0;
  std::uint32_t largest = 0;
  bool good = false;
};

std::vector<Block> cut(std::string_view text) {
  std::vector<Block> blocks;
  while (!text.empty()) {
    std::size_t size = std::min(block_bytes, text.size());
    if (size < text.size()) {
      const std::size_t line_end = text.find('\n', size - 1);
      size = line_end == std::string_view::npos ? text.size() : line_end + 1;
    }
    blocks.push_back({.text = text.substr(0, size)});
    text.remove_prefix(size);
  }
  return blocks;
}

/// Sixty-four counters of a byte, so that the compiler can compare many bytes at once.
std::size_t count_line_ends(std::string_view text) {
  constexpr std::size_t lanes = 64;
  constexpr std::size_t rounds = 255;
  std::size_t total = 0;
  while (text.size() >= lanes) {
    std::array<std::uint8_t, lanes> counts{};
    const std::size_t steps = std::min(rounds, text.size() / lanes);
    for (std::size_t step = 0; step < steps; ++step) {
      for (std::size_t lane = 0; lane < lanes; ++lane) {
        counts[lane] = static_cast<std::uint8_t>(counts[lane] + (text[step * lanes + lane] == '\n' ? 1 : 0));
      }
    }
    for (const std::uint8_t count : counts) total += count;
    text.remove_prefix(steps * lanes);
  }
  return total + static_cast<std::size_t>(std::ranges::count(text, '\n'));
}

std::size_t count_lines(std::string_view text) {
  const std::size_t ends = count_line_ends(text);
  return ends + (text.empty() || text.back() == '\n' ? 0 : 1);
}

class Reader {
 public:
  Reader(std::string_view text, const DecimalLines& lines, const RunContext& run)
      : lines_(lines), run_(run), blocks_(cut(text)) {}

  std::optional<DecimalEdges> read() {
    for_each_block(run_, blocks_.size(), [&](std::size_t i) { blocks_[i].first_line = count_lines(blocks_[i].text); });
    for (Block& block : blocks_) line_count_ += std::exchange(block.first_line, line_count_);
    if (line_count_ >= 0x80000000U) return std::nullopt;
    refuse_beyond_limit(run_, line_count_ * (lines_.weights ? 16 : 8), "the list of edges");
    ends_ = Buffer<std::uint32_t>(2 * line_count_);
    weights_ = Buffer<double>(lines_.weights ? line_count_ : 0);
    for_each_block(run_, blocks_.size(), [&](std::size_t i) { read_block(blocks_[i], i + 1 == blocks_.size()); });
    if (!std::ranges::all_of(blocks_, &Block::good)) return std::nullopt;

    DecimalEdges out;
    if (!number(out)) return std::nullopt;
    const auto ends = std::as_const(ends_).view();
    const auto weights = std::as_const(weights_).view();
    out.ends = {std::move(ends_).release(), ends};
    out.weights = {std::move(weights_).release(), weights};
    return out;
  }

 private:
  /// The last block is read from a copy, which can be read beyond its end.
  void read_block(Block& block, bool last) {
    if (!last) {
      block.good = read_lines({block.text.data(), block.text.data() + block.text.size()}, block);
      return;
    }
    std::string copy(block.text);
    copy.append(2 * word_bytes, '\0');
    block.good = read_lines({copy.data(), copy.data() + block.text.size()}, block);
  }

  bool read_lines(Cursor cursor, Block& block) {
    std::size_t line = block.first_line;
    std::uint64_t largest = 0;
    while (cursor.at < cursor.end) {
      std::uint64_t from = 0;
      std::uint64_t to = 0;
      if (lines_.separator == ' ') skip_blanks(cursor);
      if (!read_digits(cursor, from) || !read_separator(cursor, lines_.separator) || !read_digits(cursor, to)) {
        return false;
      }
      if (lines_.weights && (!read_separator(cursor, lines_.separator) || !read_weight(cursor, weights_[line]))) {
        return false;
      }
      if (!read_line_end(cursor, lines_.separator)) return false;
      largest = std::max({largest, from, to});
      ends_[2 * line] = static_cast<std::uint32_t>(from);
      ends_[2 * line + 1] = static_cast<std::uint32_t>(to);
      ++line;
    }
    block.largest = static_cast<std::uint32_t>(largest);
    return largest < 0xFFFFFFFFU;
  }

  static void skip_blanks(Cursor& cursor) {
    while (*cursor.at == ' ' || *cursor.at == '\t') ++cursor.at;
  }

  /// Ids become their rank among the ids that occur.
  bool number(DecimalEdges& out) {
    std::size_t limit = 0;
    for (const Block& block : blocks_) limit = std::max<std::size_t>(limit, std::size_t{block.largest} + 1);
    if (ends_.size() == 0) limit = 0;
    if (limit > (std::size_t{1} << 20U) + 64 * ends_.size()) return false;
    std::vector<std::atomic<std::uint64_t>> seen((limit + 63) / 64);
    const auto ends = ends_.view();
    for_each_range(run_, ends.size(), grain, [&](std::size_t begin, std::size_t end) {
      for (const std::uint32_t id : ends.subspan(begin, end - begin)) {
        std::atomic<std::uint64_t>& word = seen[id / 64];
        const std::uint64_t bit = std::uint64_t{1} << (id % 64);
        if ((word.load(std::memory_order_relaxed) & bit) == 0) word.fetch_or(bit, std::memory_order_relaxed);
      }
    });
    std::vector<std::uint32_t> before(seen.size() + 1, 0);
    for (std::size_t i = 0; i < seen.size(); ++i) {
      before[i + 1] = before[i] + count_bits(seen[i].load());
    }
    const std::size_t n = before.back();
    std::vector<std::uint64_t> values;
    if (n != limit) {
      values.reserve(n);
      for (std::size_t id = 0; id < limit; ++id) {
        if ((seen[id / 64].load(std::memory_order_relaxed) >> (id % 64) & 1U) != 0) values.push_back(id);
      }
      for_each_range(run_, ends.size(), grain, [&](std::size_t begin, std::size_t end) {
        for (std::uint32_t& id : ends.subspan(begin, end - begin)) {
          const std::uint64_t below = (std::uint64_t{1} << (id % 64)) - 1;
          const std::uint64_t word = seen[id / 64].load(std::memory_order_relaxed);
          id = before[id / 64] + count_bits(word & below);
        }
      });
    }
    out.labels = Labels::decimals(n, std::move(values));
    return true;
  }

  DecimalLines lines_;
  const RunContext& run_;
  std::vector<Block> blocks_;
  std::size_t line_count_ = 0;
  Buffer<std::uint32_t> ends_;
  Buffer<double> weights_;
};

}  // namespace

std::optional<DecimalEdges> read_decimal_edges(std::string_view text, const DecimalLines& lines,
                                               const RunContext& run) {
  return Reader(text, lines, run).read();
}

}  // namespace regionet
