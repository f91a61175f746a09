// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graphs/io/text.hpp"

namespace regionet {

struct EmbeddedFile {
  std::string_view name;
  std::string_view bytes;
};

/// The files of one dataset: a folder, or a set inside the program. Nothing outside the folder is ever opened.
class DatasetFiles {
 public:
  /// Throws FileError where the folder holds no datapackage.json.
  [[nodiscard]] static DatasetFiles folder(std::string path);
  [[nodiscard]] static DatasetFiles embedded(std::string name, std::span<const EmbeddedFile> files);

  /// What messages call the dataset: the folder, or the name of the embedded one.
  [[nodiscard]] const std::string& label() const { return label_; }
  /// The name of a file in messages.
  [[nodiscard]] std::string path(std::string_view name) const { return label_ + "/" + std::string(name); }

  [[nodiscard]] bool has(std::string_view name) const;
  /// Throws InputError where `name` leads out of the folder, FileError where it cannot be read.
  [[nodiscard]] Text load(std::string_view name) const;

  /// SHA-256 over the name and the bytes of each file in `names`, in hexadecimal.
  [[nodiscard]] std::string digest(std::span<const std::string> names) const;

 private:
  std::string label_;
  bool in_program_ = false;
  std::span<const EmbeddedFile> files_;
};

/// SHA-256 in hexadecimal.
[[nodiscard]] std::string sha256(std::span<const std::string_view> parts);

}  // namespace regionet
