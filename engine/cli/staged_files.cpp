// SPDX-License-Identifier: Apache-2.0
#include "engine/cli/staged_files.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>

#include "graphs/diagnostic.hpp"

namespace regionet {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const std::string& path, int reason) {
  throw FileError(fmt::format("{}: cannot write: {}", printable(path, 4096), std::strerror(reason)));
}

void write_through(const std::string& path, std::string_view bytes) {
  const int file = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
  if (file < 0) fail(path, errno);
  const bool good = write_all(file, bytes);
  const int reason = errno;
  ::close(file);
  if (!good) fail(path, reason);
}

}  // namespace

bool write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t step = ::write(descriptor, bytes.data(), bytes.size());
    if (step < 0 && errno == EINTR) continue;
    if (step < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(step));
  }
  return true;
}

StagedFiles::~StagedFiles() {
  for (const File& file : files_) {
    if (!file.temporary.empty()) ::unlink(file.temporary.c_str());
  }
}

void StagedFiles::stage(const std::string& path, std::string_view bytes) {
  std::error_code ignored;
  // A link stays a link: what it leads to is replaced.
  const std::string target = fs::is_symlink(path, ignored) ? fs::weakly_canonical(path, ignored).string() : path;
  if (fs::exists(target, ignored) && !fs::is_regular_file(target, ignored)) {
    if (fs::is_directory(target, ignored)) fail(path, EISDIR);
    files_.push_back({target, "", std::string(bytes)});
    return;
  }
  std::string temporary = target + ".XXXXXX";
  const int file = ::mkstemp(temporary.data());
  if (file < 0) fail(path, errno);
  files_.push_back({target, temporary, ""});
  const bool good = write_all(file, bytes) && ::fchmod(file, 0644) == 0;
  const int reason = errno;
  ::close(file);
  if (!good) fail(path, reason);
}

void StagedFiles::commit() {
  for (File& file : files_) {
    if (file.temporary.empty()) {
      write_through(file.path, file.bytes);
    } else if (::rename(file.temporary.c_str(), file.path.c_str()) != 0) {
      fail(file.path, errno);
    }
    file.temporary.clear();
    file.bytes.clear();
  }
  files_.clear();
}

}  // namespace regionet
