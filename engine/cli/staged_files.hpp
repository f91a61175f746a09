// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <list>
#include <memory>
#include <string>
#include <string_view>

namespace regionet {

/// Files of one run: written beside their places first, moved there together at the end, so that a failing run leaves
/// none of them and keeps the old ones. What is no regular file (a pipe, a device) is written through at the end.
class StagedFiles {
 public:
  StagedFiles() = default;
  StagedFiles(const StagedFiles&) = delete;
  StagedFiles& operator=(const StagedFiles&) = delete;
  StagedFiles(StagedFiles&&) = delete;
  StagedFiles& operator=(StagedFiles&&) = delete;
  ~StagedFiles();

  /// Throws FileError where the file cannot be written.
  void stage(const std::string& path, std::string_view bytes) { stage(path)(bytes); }
  /// The same piece by piece: each call appends.
  [[nodiscard]] std::function<void(std::string_view)> stage(const std::string& path);
  void commit();

 private:
  struct File {
    std::string path;                   // as it was asked for
    std::unique_ptr<char[]> temporary;  // its name, where a signal handler finds it; none: written through
    std::string bytes;                  // of a file that is written through
    int descriptor = -1;                // of the temporary
  };
  static void forget(File&);

  std::list<File> files_;
};

/// From now on an interrupt removes staged files and ends the program with 128 + the signal's number (130 for SIGINT).
void clean_up_on_signals();

/// Writes all bytes to a descriptor; false, with errno, where it cannot.
[[nodiscard]] bool write_all(int descriptor, std::string_view bytes);

}  // namespace regionet
