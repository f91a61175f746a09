// SPDX-License-Identifier: Apache-2.0
#include "graphs/io/dataset_files.hpp"

#include <fmt/format.h>
#include <sys/types.h>
#include <algorithm>
#include <array>
#include <filesystem>
// libmd's header wants the types above.
#include <sha2.h>

#include "graphs/diagnostic.hpp"

namespace regionet {
namespace fs = std::filesystem;

DatasetFiles DatasetFiles::folder(std::string path) {
  while (path.size() > 1 && path.ends_with('/')) path.pop_back();
  DatasetFiles files;
  files.label_ = std::move(path);
  if (!files.has("datapackage.json")) {
    throw FileError(
        fmt::format("{}: the folder holds no datapackage.json, so it is no dataset", printable(files.label_, 4096)));
  }
  return files;
}

DatasetFiles DatasetFiles::embedded(std::string name, std::span<const EmbeddedFile> files) {
  DatasetFiles set;
  set.label_ = std::move(name);
  set.in_program_ = true;
  set.files_ = files;
  return set;
}

bool DatasetFiles::has(std::string_view name) const {
  if (in_program_) return std::ranges::find(files_, name, &EmbeddedFile::name) != files_.end();
  std::error_code ignored;
  return fs::is_regular_file(path(name), ignored);
}

Text DatasetFiles::load(std::string_view name) const {
  if (in_program_) {
    const auto found = std::ranges::find(files_, name, &EmbeddedFile::name);
    if (found == files_.end()) throw FileError(fmt::format("{}: no such file", path(name)));
    return Text::borrow(found->bytes);
  }
  // A link may lead out of the folder even where the name does not.
  std::error_code ignored;
  const fs::path inside = fs::canonical(label_, ignored);
  const fs::path target = fs::weakly_canonical(path(name), ignored);
  const auto [end, rest] = std::ranges::mismatch(inside, target);
  if (fs::path(name).is_absolute() || end != inside.end()) {
    throw InputError(Diagnostic{.file = path("datapackage.json"),
                                .what = fmt::format("the path '{}' leads out of the dataset's folder", printable(name)),
                                .mend = "put the file into the folder and name it without .. and links"});
  }
  return Text::load(path(name));
}

std::string DatasetFiles::digest(std::span<const std::string> names) const {
  std::vector<Text> texts;
  std::vector<std::string_view> parts;
  for (const std::string& name : names) {
    texts.push_back(load(name));
    parts.emplace_back(name);
    parts.push_back(texts.back().view());
  }
  return sha256(parts);
}

std::string sha256(std::span<const std::string_view> parts) {
  SHA2_CTX state;
  SHA256Init(&state);
  for (const std::string_view part : parts) {
    SHA256Update(&state, reinterpret_cast<const std::uint8_t*>(part.data()), part.size());
  }
  std::array<std::uint8_t, SHA256_DIGEST_LENGTH> digest{};
  SHA256Final(digest.data(), &state);
  std::string out;
  for (const std::uint8_t byte : digest) out += fmt::format("{:02x}", byte);
  return out;
}

}  // namespace regionet
