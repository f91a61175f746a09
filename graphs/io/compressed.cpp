// SPDX-License-Identifier: Apache-2.0
#include "graphs/io/compressed.hpp"

#include <fmt/format.h>
#include <zlib.h>
#include <zstd.h>
#include <algorithm>

#include "graphs/diagnostic.hpp"

namespace regionet {
namespace {

constexpr std::size_t piece = std::size_t{1} << 20U;

/// What comes out, piece by piece, and never more than allowed.
class Growing {
 public:
  Growing(const std::string& file, std::uint64_t most) : file_(file), most_(most) {}

  /// Room for the next piece.
  std::span<char> room() {
    text_->resize(filled_ + piece);
    return {text_->data() + filled_, piece};
  }
  void filled(std::size_t bytes) {
    filled_ += bytes;
    if (filled_ > most_)
      refuse(fmt::format("it becomes more than {} MiB", most_ >> 20U), "raise --memory-limit, or unpack it first");
  }
  std::shared_ptr<const std::string> take() {
    text_->resize(filled_);
    return std::move(text_);
  }
  [[noreturn]] void refuse(std::string what, std::string mend) const {
    throw InputError(Diagnostic{.file = file_, .what = std::move(what), .mend = std::move(mend)});
  }

 private:
  const std::string& file_;
  std::uint64_t most_;
  std::shared_ptr<std::string> text_ = std::make_shared<std::string>();
  std::size_t filled_ = 0;
};

constexpr const char* broken_mend = "copy the file again: it is truncated or broken";

void unpack_gzip(std::string_view bytes, Growing& out) {
  z_stream stream{};
  constexpr int gzip_window = 15 + 16;
  if (::inflateInit2(&stream, gzip_window) != Z_OK) throw std::bad_alloc();
  const std::unique_ptr<z_stream, int (*)(z_stream*)> closer(&stream, ::inflateEnd);
  int status = Z_OK;
  while (!bytes.empty()) {
    const std::size_t given = std::min<std::size_t>(bytes.size(), 1U << 30U);
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));  // zlib's signature; it only reads
    stream.avail_in = static_cast<uInt>(given);
    const std::span<char> room = out.room();
    stream.next_out = reinterpret_cast<Bytef*>(room.data());
    stream.avail_out = static_cast<uInt>(room.size());
    status = ::inflate(&stream, Z_NO_FLUSH);
    out.filled(room.size() - stream.avail_out);
    const std::size_t used = given - stream.avail_in;
    bytes.remove_prefix(used);
    if (status == Z_STREAM_END) {
      if (!bytes.empty() && ::inflateReset(&stream) != Z_OK) break;
    } else if (status != Z_OK || (used == 0 && stream.avail_out == room.size())) {
      out.refuse("the gzip data are broken", broken_mend);
    }
  }
  while (status == Z_OK) {  // all is read, and something may still be to come out
    const std::span<char> room = out.room();
    stream.next_out = reinterpret_cast<Bytef*>(room.data());
    stream.avail_out = static_cast<uInt>(room.size());
    status = ::inflate(&stream, Z_NO_FLUSH);
    out.filled(room.size() - stream.avail_out);
  }
  if (status != Z_STREAM_END) out.refuse("the gzip data end too early", broken_mend);
}

void unpack_zstd(std::string_view bytes, Growing& out) {
  const std::unique_ptr<ZSTD_DStream, std::size_t (*)(ZSTD_DStream*)> stream(::ZSTD_createDStream(),
                                                                             ::ZSTD_freeDStream);
  if (stream == nullptr) throw std::bad_alloc();
  ZSTD_inBuffer in{bytes.data(), bytes.size(), 0};
  std::size_t status = 0;
  bool full = true;
  while (in.pos < in.size || (status != 0 && full)) {
    const std::span<char> room = out.room();
    ZSTD_outBuffer to{room.data(), room.size(), 0};
    status = ::ZSTD_decompressStream(stream.get(), &to, &in);
    if (::ZSTD_isError(status) != 0)
      out.refuse(fmt::format("the zstd data are broken: {}", ::ZSTD_getErrorName(status)), broken_mend);
    full = to.pos == to.size;
    out.filled(to.pos);
  }
  if (status != 0) out.refuse("the zstd data end too early", broken_mend);
}

std::string pack_gzip(std::string_view bytes) {
  z_stream stream{};
  constexpr int gzip_window = 15 + 16;
  if (::deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, gzip_window, 8, Z_DEFAULT_STRATEGY) != Z_OK)
    throw std::bad_alloc();
  const std::unique_ptr<z_stream, int (*)(z_stream*)> closer(&stream, ::deflateEnd);
  std::string out;
  int status = Z_OK;
  do {
    const std::size_t given = std::min<std::size_t>(bytes.size(), 1U << 30U);
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));  // zlib's signature; it only reads
    stream.avail_in = static_cast<uInt>(given);
    const std::size_t filled = out.size();
    out.resize(filled + piece);
    stream.next_out = reinterpret_cast<Bytef*>(out.data() + filled);
    stream.avail_out = static_cast<uInt>(piece);
    status = ::deflate(&stream, given == bytes.size() ? Z_FINISH : Z_NO_FLUSH);
    bytes.remove_prefix(given - stream.avail_in);
    out.resize(filled + piece - stream.avail_out);
  } while (status != Z_STREAM_END);
  return out;
}

std::string pack_zstd(std::string_view bytes) {
  const std::unique_ptr<ZSTD_CCtx, std::size_t (*)(ZSTD_CCtx*)> context(::ZSTD_createCCtx(), ::ZSTD_freeCCtx);
  if (context == nullptr) throw std::bad_alloc();
  ::ZSTD_CCtx_setParameter(context.get(), ZSTD_c_checksumFlag, 1);
  std::string out(::ZSTD_compressBound(bytes.size()), '\0');
  const std::size_t size = ::ZSTD_compress2(context.get(), out.data(), out.size(), bytes.data(), bytes.size());
  if (::ZSTD_isError(size) != 0) throw std::bad_alloc();
  out.resize(size);
  return out;
}

}  // namespace

std::string_view compression_of(std::string_view bytes) {
  if (bytes.starts_with("\x1F\x8B")) return "gzip";
  if (bytes.starts_with("\x28\xB5\x2F\xFD")) return "zstd";
  return "";
}

std::shared_ptr<const std::string> decompress(const std::string& file, std::string_view bytes, std::uint64_t most) {
  Growing out(file, most);
  compression_of(bytes) == "gzip" ? unpack_gzip(bytes, out) : unpack_zstd(bytes, out);
  return out.take();
}

std::string compress_for(std::string_view file, std::string bytes) {
  if (file.ends_with(".gz")) return pack_gzip(bytes);
  if (file.ends_with(".zst")) return pack_zstd(bytes);
  return bytes;
}

}  // namespace regionet
