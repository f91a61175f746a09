// SPDX-License-Identifier: Apache-2.0
#include "graphs/io/text.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <iconv.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <algorithm>
#include <cerrno>
#include <cstring>
#include <limits>

#include "graphs/diagnostic.hpp"
#include "graphs/io/compressed.hpp"

namespace regionet {
namespace {

struct Bytes {
  std::shared_ptr<const void> owner;
  std::string_view view;
};

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  Descriptor(Descriptor&&) = delete;
  Descriptor& operator=(Descriptor&&) = delete;
  ~Descriptor() {
    if (number_ > STDIN_FILENO) ::close(number_);
  }
  [[nodiscard]] int number() const { return number_; }

 private:
  int number_;
};

[[noreturn]] void fail(const std::string& path, const char* doing) {
  throw FileError(fmt::format("{}: cannot {}: {}", printable(path, 4096), doing, std::strerror(errno)));
}

Bytes read_stream(const std::string& path, int descriptor) {
  auto buffer = std::make_shared<std::string>();
  std::size_t filled = 0;
  for (;;) {
    buffer->resize(std::max<std::size_t>(2 * filled, 1U << 16U));
    const ssize_t got = ::read(descriptor, buffer->data() + filled, buffer->size() - filled);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) fail(path, "read");
    filled += static_cast<std::size_t>(got);
    if (got == 0) break;
  }
  buffer->resize(filled);
  return {buffer, *buffer};
}

Bytes read_file(const std::string& path) {
  const Descriptor file(path == "-" ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.number() < 0) fail(path, "open");
  struct stat status {};
  if (::fstat(file.number(), &status) != 0) fail(path, "read");
  if (S_ISDIR(status.st_mode)) throw FileError(fmt::format("{}: is a folder, not a file", printable(path, 4096)));
  if (!S_ISREG(status.st_mode) || status.st_size == 0) return read_stream(path, file.number());

  const auto size = static_cast<std::size_t>(status.st_size);
  void* const at = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.number(), 0);
  if (at == MAP_FAILED) return read_stream(path, file.number());
  std::shared_ptr<const void> owner(at, [size](const void* mapped) { ::munmap(const_cast<void*>(mapped), size); });
  return {std::move(owner), {static_cast<const char*>(at), size}};
}

std::uint64_t line_of(std::string_view text, std::size_t position) {
  return 1 + static_cast<std::uint64_t>(std::ranges::count(text.substr(0, position), '\n'));
}

Bytes decode(const std::string& path, std::string_view bytes, const std::string& encoding) {
  iconv_t converter = ::iconv_open("UTF-8", encoding.c_str());
  if (converter == reinterpret_cast<iconv_t>(-1)) {
    throw InputError(Diagnostic{.file = path,
                                .what = fmt::format("unknown encoding '{}'", printable(encoding)),
                                .mend = "name one that 'iconv -l' lists, such as cp1251 or utf-16le"});
  }
  const std::unique_ptr<void, int (*)(iconv_t)> closer(converter, ::iconv_close);
  auto out = std::make_shared<std::string>();
  char* in = const_cast<char*>(bytes.data());  // iconv's signature; it does not write there
  std::size_t left = bytes.size();
  // The last call, without input, writes out what the converter still holds.
  for (bool flushed = false; !flushed;) {
    const bool flushing = left == 0;
    const std::size_t filled = out->size();
    out->resize(filled + 2 * left + 16);
    char* to = out->data() + filled;
    std::size_t room = out->size() - filled;
    const std::size_t status = ::iconv(converter, flushing ? nullptr : &in, flushing ? nullptr : &left, &to, &room);
    const bool full = status == static_cast<std::size_t>(-1) && errno == E2BIG;
    out->resize(out->size() - room);
    if (status == static_cast<std::size_t>(-1) && !full) {
      throw InputError(Diagnostic{.file = path,
                                  .line = line_of(*out, out->size()),
                                  .what = fmt::format("byte {} is not valid {}", bytes.size() - left, encoding),
                                  .mend = "save the file as UTF-8, or name its encoding with --encoding"});
    }
    flushed = flushing && !full;
  }
  return {out, *out};
}

/// `skipped` bytes stand before the text in the file: its byte-order mark.
void refuse_invalid(const std::string& path, std::string_view text, std::size_t skipped) {
  const std::size_t bad = find_invalid_utf8(text);
  if (bad != std::string_view::npos) {
    throw InputError(Diagnostic{.file = path,
                                .line = line_of(text, bad),
                                .what = fmt::format("byte {} (0x{:02x}) is not valid UTF-8", bad + skipped,
                                                    static_cast<unsigned char>(text[bad])),
                                .expected = "UTF-8, or UTF-16 with a byte-order mark",
                                .mend = "save the file as UTF-8, or name its encoding with --encoding"});
  }
  const std::size_t zero = text.find('\0');
  if (zero != std::string_view::npos) {
    throw InputError(Diagnostic{.file = path,
                                .line = line_of(text, zero),
                                .what = fmt::format("byte {} is zero, so this is no UTF-8 text", zero + skipped),
                                .expected = "UTF-8, or UTF-16 with a byte-order mark",
                                .mend = "if it is UTF-16 without a mark, say --encoding utf-16le or utf-16be"});
  }
}

}  // namespace

std::size_t find_invalid_utf8(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const auto continued = [&](std::size_t i) { return i < text.size() && (byte(i) & 0xC0U) == 0x80U; };
  std::size_t i = 0;
  while (i < text.size()) {
    std::uint64_t word = 0;
    while (i + 8 <= text.size()) {
      std::memcpy(&word, text.data() + i, 8);
      if ((word & 0x8080808080808080U) != 0) break;
      i += 8;
    }
    if (i >= text.size()) break;
    const unsigned char lead = byte(i);
    if (lead < 0x80U) {
      ++i;
    } else if (lead >= 0xC2U && lead <= 0xDFU && continued(i + 1)) {
      i += 2;
    } else if ((lead & 0xF0U) == 0xE0U && continued(i + 1) && continued(i + 2) &&
               !(lead == 0xE0U && byte(i + 1) < 0xA0U) && !(lead == 0xEDU && byte(i + 1) > 0x9FU)) {
      i += 3;
    } else if (lead >= 0xF0U && lead <= 0xF4U && continued(i + 1) && continued(i + 2) && continued(i + 3) &&
               !(lead == 0xF0U && byte(i + 1) < 0x90U) && !(lead == 0xF4U && byte(i + 1) > 0x8FU)) {
      i += 4;
    } else {
      return i;
    }
  }
  return std::string_view::npos;
}

Text Text::load(const std::string& path, const std::string& encoding) {
  Text text = load_unchecked(path, encoding, std::numeric_limits<std::uint64_t>::max());
  text.check();
  return text;
}

Text Text::load_unchecked(const std::string& path, const std::string& encoding, std::uint64_t most) {
  Bytes bytes = read_file(path);
  std::string packing;
  if (const std::string_view packed = compression_of(bytes.view); !packed.empty()) {
    auto unpacked = decompress(path, bytes.view, most);
    bytes = {unpacked, *unpacked};
    packing = fmt::format("{} data, unpacked", packed);
  }
  std::string note;
  if (!encoding.empty()) {
    bytes = decode(path, bytes.view, encoding);
    note = encoding;
  } else if (bytes.view.starts_with("\xFF\xFE")) {
    bytes = decode(path, bytes.view.substr(2), "UTF-16LE");
    note = "UTF-16 (little-endian, by its byte-order mark)";
  } else if (bytes.view.starts_with("\xFE\xFF")) {
    bytes = decode(path, bytes.view.substr(2), "UTF-16BE");
    note = "UTF-16 (big-endian, by its byte-order mark)";
  }
  Text text;
  text.skipped_ = bytes.view.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  if (text.skipped_ != 0) {
    bytes.view.remove_prefix(text.skipped_);
    if (note.empty()) note = "UTF-8 with a byte-order mark";
  }
  text.path_ = path;
  text.owner_ = std::move(bytes.owner);
  text.view_ = bytes.view;
  text.note_ = packing.empty() || note.empty() ? packing + note : packing + ", " + note;
  return text;
}

void Text::check() const { refuse_invalid(path_, view_, skipped_); }

Text Text::borrow(std::string_view bytes) {
  Text text;
  text.view_ = bytes;
  return text;
}

}  // namespace regionet
