// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <csignal>
#include <exception>
#include <new>

#include "engine/cli/commands.hpp"
#include "engine/cli/session.hpp"
#include "engine/parameters.hpp"
#include "graphs/runtime/memory.hpp"

namespace {

using namespace regionet;

void report(const Diagnostics& faults) {
  for (const Diagnostic& fault : faults.shown()) {
    if (fault.severity == Severity::error) fmt::print(stderr, "regionet: {}\n", to_string(fault));
  }
  const std::uint64_t hidden = faults.errors() > Diagnostics::kept ? faults.errors() - Diagnostics::kept : 0;
  if (hidden > 0) fmt::print(stderr, "regionet: {} further errors are not shown; {} in all\n", hidden, faults.errors());
}

int fail(int code, const char* what) {
  fmt::print(stderr, "regionet: {}\n", what);
  return code;
}

}  // namespace

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);  // a broken pipe is quiet
  clean_up_on_signals();
  Session session;
  session.command_line.assign(argv + 1, argv + argc);
  const Command commands[] = {rank_command(),        list_command(),    ties_command(),    explain_command(),
                              growth_command(),      compare_command(), draw_command(),    summary_command(),
                              communities_command(), check_command(),   convert_command(), generate_command(),
                              cite_command()};
  try {
    const int code = run_command_line(argc, argv, commands, session);
    session.commit();
    return code;
  } catch (const UsageError& fault) {
    return fail(exit_usage, fault.what());
  } catch (const ParameterError& fault) {
    return fail(exit_usage, fault.what());
  } catch (const MemoryLimitError& fault) {
    return fail(exit_usage, fault.what());
  } catch (const InputError& fault) {
    report(fault.faults());
    return exit_input;
  } catch (const FileError& fault) {
    return fail(exit_io, fault.what());
  } catch (const std::bad_alloc&) {
    return fail(exit_io, "not enough memory");
  } catch (const std::exception& fault) {
    return fail(exit_input, fault.what());
  }
}
