// SPDX-License-Identifier: Apache-2.0
#include "engine/report/child_program.hpp"

#include <fmt/format.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <memory>
#include <thread>

#include "graphs/diagnostic.hpp"

extern char** environ;  // NOLINT: POSIX leaves its declaration to the program

namespace regionet {
namespace {

using namespace std::chrono_literals;
constexpr auto time_limit = 120s;

using File = std::unique_ptr<std::FILE, int (*)(std::FILE*)>;

File nameless_file() {
  File file(std::tmpfile(), std::fclose);
  if (!file) throw FileError(fmt::format("cannot make a temporary file: {}", std::strerror(errno)));
  return file;
}

std::string contents(std::FILE* file) {
  std::string out;
  std::rewind(file);
  char buffer[1 << 16];
  for (std::size_t got = 0; (got = std::fread(buffer, 1, sizeof buffer, file)) > 0;) out.append(buffer, got);
  return out;
}

pid_t start(std::vector<std::string>& words, std::string_view mend, std::FILE* in, std::FILE* out, std::FILE* err) {
  std::vector<char*> arguments;
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, ::fileno(in), STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, ::fileno(out), STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions, ::fileno(err), STDERR_FILENO);
  pid_t child = 0;
  const int fault = ::posix_spawnp(&child, arguments[0], &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (fault != 0) {
    throw FileError(fmt::format("the program '{}' cannot be started ({}); {}", words[0], std::strerror(fault), mend));
  }
  return child;
}

int wait_for(pid_t child, const std::string& name) {
  const auto deadline = std::chrono::steady_clock::now() + time_limit;
  int status = 0;
  for (auto pause = 1ms; ::waitpid(child, &status, WNOHANG) == 0;
       pause = std::min<std::chrono::milliseconds>(2 * pause, 50ms)) {
    if (std::chrono::steady_clock::now() > deadline) {
      ::kill(child, SIGKILL);
      ::waitpid(child, &status, 0);
      throw FileError(fmt::format("the program '{}' took longer than {} s and was ended", name, time_limit.count()));
    }
    std::this_thread::sleep_for(pause);
  }
  return status;
}

}  // namespace

std::string run_filter(std::vector<std::string> words, std::string_view input, std::string_view mend) {
  const File in = nameless_file();
  const File out = nameless_file();
  const File err = nameless_file();
  if (std::fwrite(input.data(), 1, input.size(), in.get()) != input.size() || std::fflush(in.get()) != 0) {
    throw FileError(fmt::format("cannot write a temporary file: {}", std::strerror(errno)));
  }
  std::rewind(in.get());
  const int status = wait_for(start(words, mend, in.get(), out.get(), err.get()), words[0]);
  std::string result = contents(out.get());
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0 || result.empty()) {
    throw FileError(fmt::format("the program '{}' failed: {}", words[0], printable(contents(err.get()), 300)));
  }
  return result;
}

}  // namespace regionet
