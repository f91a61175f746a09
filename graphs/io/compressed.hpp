// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace regionet {

/// Which compression the first bytes tell: "gzip", "zstd", or nothing.
[[nodiscard]] std::string_view compression_of(std::string_view bytes);

/// The bytes that were compressed; several members follow each other. Throws InputError (file, mend) where the data are
/// broken, truncated or would become more than `most` bytes. Memory grows with what comes out, never with a header.
[[nodiscard]] std::shared_ptr<const std::string> decompress(const std::string& file, std::string_view bytes,
                                                            std::uint64_t most);

/// Compresses as the extension of `file` tells (.gz, .zst); other bytes stay as they are.
[[nodiscard]] std::string compress_for(std::string_view file, std::string bytes);

}  // namespace regionet
