// SPDX-License-Identifier: Apache-2.0
#include "engine/cli/staged_files.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>
#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <utility>

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

// What a signal handler may read: names of temporary files. Sixteen are more than a run has.
constexpr std::size_t slot_count = 16;
// NOLINTNEXTLINE(cppcoreguidelines-avoid-non-const-global-variables): the only memory a handler can reach
std::array<std::atomic<const char*>, slot_count> temporaries{};
static_assert(std::atomic<const char*>::is_always_lock_free);

void remember(const char* from, const char* to) {
  for (auto& slot : temporaries) {
    const char* expected = from;
    if (slot.compare_exchange_strong(expected, to)) return;
  }
}

extern "C" void leave(int signal) {
  for (const auto& slot : temporaries) {
    const char* const path = slot.load();
    if (path != nullptr) ::unlink(path);
  }
  ::_exit(128 + signal);
}

}  // namespace

void clean_up_on_signals() {
  struct sigaction action {};
  action.sa_handler = leave;
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) ::sigaction(signal, &action, nullptr);
}

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
  for (File& file : files_) {
    if (file.temporary != nullptr) ::unlink(file.temporary.get());
    forget(file);
  }
}

void StagedFiles::forget(File& file) {
  if (file.descriptor >= 0) ::close(std::exchange(file.descriptor, -1));
  if (file.temporary != nullptr) remember(file.temporary.get(), nullptr);
  file.temporary.reset();
}

std::function<void(std::string_view)> StagedFiles::stage(const std::string& path) {
  std::error_code ignored;
  // A link stays a link: what it leads to is replaced.
  const std::string target = fs::is_symlink(path, ignored) ? fs::weakly_canonical(path, ignored).string() : path;
  File& file = files_.emplace_back();
  file.path = target;
  if (fs::exists(target, ignored) && !fs::is_regular_file(target, ignored)) {
    if (fs::is_directory(target, ignored)) fail(path, EISDIR);
    return [&file](std::string_view bytes) { file.bytes += bytes; };
  }
  const std::string pattern = target + ".XXXXXX";
  auto temporary = std::make_unique<char[]>(pattern.size() + 1);
  std::ranges::copy(pattern, temporary.get());
  file.descriptor = ::mkstemp(temporary.get());
  if (file.descriptor < 0) fail(path, errno);
  remember(nullptr, temporary.get());
  file.temporary = std::move(temporary);
  if (::fchmod(file.descriptor, 0644) != 0) fail(path, errno);
  return [&file](std::string_view bytes) {
    if (!write_all(file.descriptor, bytes)) fail(file.path, errno);
  };
}

void StagedFiles::commit() {
  for (File& file : files_) {
    if (file.temporary == nullptr) {
      write_through(file.path, file.bytes);
    } else if (::rename(file.temporary.get(), file.path.c_str()) != 0) {
      fail(file.path, errno);
    }
    forget(file);
  }
  files_.clear();
}

}  // namespace regionet
