// SPDX-License-Identifier: Apache-2.0
// A dataset that a test may break.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include "tests/support/catch.hpp"
#include "tests/support/data.hpp"

namespace regionet::test {

/// A copy of tests/data/small-dataset in which files are changed; gone at the end of the test.
class Copy {
 public:
  Copy() {
    std::string pattern = (std::filesystem::temp_directory_path() / "regionet-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr) FAIL("no temporary folder");
    root_ = pattern;
    std::filesystem::copy(data("small-dataset"), folder());
  }
  Copy(const Copy&) = delete;
  Copy& operator=(const Copy&) = delete;
  ~Copy() { std::filesystem::remove_all(root_); }

  [[nodiscard]] std::filesystem::path root() const { return root_; }
  [[nodiscard]] std::string folder() const { return (root_ / "set").string(); }
  [[nodiscard]] std::string path(const std::string& file) const { return folder() + "/" + file; }

  Copy& write(const std::string& file, std::string_view text) {
    std::ofstream(path(file), std::ios::binary) << text;
    return *this;
  }
  Copy& append(const std::string& file, const std::string& row) {
    return write(file, bytes_of(path(file)) + row + "\n");
  }
  Copy& replace(const std::string& file, std::string_view from, std::string_view to) {
    std::string text = bytes_of(path(file));
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    REQUIRE(text.find(from, at + 1) == std::string::npos);
    return write(file, text.replace(at, from.size(), to));
  }

 private:
  static std::string bytes_of(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    REQUIRE(in.good());
    return {std::istreambuf_iterator<char>(in), {}};
  }

  std::filesystem::path root_;
};

}  // namespace regionet::test
