// SPDX-License-Identifier: Apache-2.0
#include "bench/worker.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>
#include <array>
#include <cerrno>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <memory>
#include <stdexcept>
#include <system_error>
#include <utility>

namespace regionet::bench {
namespace {

[[noreturn]] void fail(const char* what, int error) { throw std::system_error(error, std::generic_category(), what); }

pid_t start(const std::vector<std::string>& command, int socket) {
  std::vector<char*> words;
  for (const std::string& word : command) words.push_back(const_cast<char*>(word.c_str()));
  words.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, socket, STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, socket, STDOUT_FILENO);
  pid_t child = -1;
  const int error = posix_spawnp(&child, words[0], &actions, nullptr, words.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (error != 0) fail(words[0], error);
  return child;
}

/// Edges for the worker: the number of vertices, then two numbers an edge, 32 bits each. Gone when this ends.
class EdgeFile {
 public:
  explicit EdgeFile(const Input& input) : path_(input.file + "." + std::to_string(getpid()) + ".ends") {
    std::ofstream out(path_, std::ios::binary);
    const auto vertices = static_cast<std::uint32_t>(input.vertices());
    out.write(reinterpret_cast<const char*>(&vertices), sizeof vertices);
    out.write(reinterpret_cast<const char*>(input.ends.data()),
              static_cast<std::streamsize>(input.ends.size() * sizeof(Vertex)));
    if (!out.flush()) throw std::runtime_error("cannot write " + path_);
  }
  EdgeFile(const EdgeFile&) = delete;
  EdgeFile& operator=(const EdgeFile&) = delete;
  EdgeFile(EdgeFile&&) = delete;
  EdgeFile& operator=(EdgeFile&&) = delete;
  ~EdgeFile() {
    std::error_code ignored;
    std::filesystem::remove(path_, ignored);
  }

  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
};

bool reads_the_file(std::string_view case_name) { return case_name.starts_with("read") || case_name == "graphml"; }

}  // namespace

Worker::Worker(std::string name, const std::vector<std::string>& command) : name_(std::move(name)) {
  std::array<int, 2> ends{};
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) fail("socketpair", errno);
  socket_ = ends[0];
  try {
    child_ = start(command, ends[1]);
  } catch (...) {
    close(ends[0]);
    close(ends[1]);
    throw;
  }
  close(ends[1]);
}

Worker::~Worker() {
  close(socket_);
  kill(child_, SIGKILL);
  waitpid(child_, nullptr, 0);
}

std::string Worker::line() {
  for (;;) {
    if (const std::size_t end = unread_.find('\n'); end != std::string::npos) {
      std::string out = unread_.substr(0, end);
      unread_.erase(0, end + 1);
      return out;
    }
    std::array<char, 256> bytes{};
    const ssize_t got = recv(socket_, bytes.data(), bytes.size(), 0);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) throw std::runtime_error("peer " + name_ + " ended early; what it wrote to stderr says why");
    unread_.append(bytes.data(), static_cast<std::size_t>(got));
  }
}

std::string Worker::ask(std::string_view request) {
  const std::string text = std::string(request) + "\n";
  if (send(socket_, text.data(), text.size(), MSG_NOSIGNAL) < 0 && errno != EPIPE) fail("send", errno);
  return line();
}

WorkerContender worker_contender(const std::string& peer, std::string_view case_name, const Input& input) {
  std::optional<EdgeFile> edges;
  if (!reads_the_file(case_name)) edges.emplace(input);
  const auto worker = std::make_shared<Worker>(
      peer, std::vector<std::string>{"/usr/bin/python3", REGIONET_BENCH_WORKER, peer, std::string(case_name),
                                     edges ? edges->path() : input.file, std::to_string(input.threads)});
  const std::string ready = worker->line();
  const std::string mark = "ready ";
  if (!ready.starts_with(mark)) return {{}, ready};
  return {Contender{ready.substr(mark.size()),
                    [=] { return std::stod(worker->ask("run")); },
                    {},
                    [=] { return worker->ask("answer"); }},
          {}};
}

}  // namespace regionet::bench
