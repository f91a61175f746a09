// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace regionet {

/// The bytes of a file as UTF-8 without a byte-order mark, mapped where nothing had to be changed.
class Text {
 public:
  /// Reads a file (`-` is standard input) and decodes it: UTF-8, UTF-16 where a byte-order mark says so, or
  /// `encoding` by any name iconv knows. Throws FileError where it cannot be read, InputError (line, mend) where
  /// its bytes are not in the encoding.
  [[nodiscard]] static Text load(const std::string& path, const std::string& encoding = "");

  /// The same without looking at every byte; gzip and zstd data are unpacked, up to `most` bytes. For readers that look
  /// at every byte themselves, or call `check` first.
  [[nodiscard]] static Text load_unchecked(const std::string& path, const std::string& encoding, std::uint64_t most);
  /// Throws InputError (line, mend) where a byte is not UTF-8, or zero.
  void check() const;

  /// A text that lives elsewhere, such as one embedded in the program.
  [[nodiscard]] static Text borrow(std::string_view bytes);

  [[nodiscard]] std::string_view view() const { return view_; }
  /// What was noticed and undone, such as "UTF-16, byte-order mark"; empty for plain UTF-8.
  [[nodiscard]] const std::string& note() const { return note_; }

  /// Keeps the bytes alive.
  [[nodiscard]] const std::shared_ptr<const void>& owner() const { return owner_; }

 private:
  std::string path_;
  std::size_t skipped_ = 0;  // bytes before the text: the byte-order mark
  std::shared_ptr<const void> owner_;
  std::string_view view_;
  std::string note_;
};

/// Position of the first byte that is not valid UTF-8 (RFC 3629), or npos.
[[nodiscard]] std::size_t find_invalid_utf8(std::string_view text);

}  // namespace regionet
