// SPDX-License-Identifier: Apache-2.0
#include "engine/cli/graph_output.hpp"

#include <fmt/format.h>

#include "engine/cli/session.hpp"
#include "graphs/io/compressed.hpp"
#include "graphs/io/graph_formats.hpp"

namespace regionet {

void declare_target(Arguments& arguments, std::string& to) {
  std::vector<std::string_view> names;
  for (const GraphFormat& format : graph_formats()) {
    if (format.write != nullptr) names.push_back(format.name);
  }
  arguments.choice("--to", to, names, "format to write, where the extension does not tell");
}

const GraphFormat& target_format(const std::string& to, const std::string& file) {
  if (!to.empty()) return graph_format(to);
  const GraphFormat* const format = file == "-" ? nullptr : format_by_extension(file);
  if (format == nullptr) {
    throw UsageError(fmt::format("'{}': the extension tells no format; say --to, see 'regionet convert --formats'",
                                 printable(file)));
  }
  if (format->write == nullptr) {
    throw UsageError(fmt::format("{} can be read, not written; see 'regionet convert --formats'", format->name));
  }
  return *format;
}

/// Writes to a file piece by piece, unless it is to be compressed or does not go to a file.
void write_graph(Session& session, const Network& network, const GraphFormat& format, const std::string& file) {
  Diagnostics faults;
  const bool whole = file == "-" || file.ends_with(".gz") || file.ends_with(".zst");
  std::string bytes;
  const auto keep = [&](std::string_view piece) { bytes += piece; };
  GraphOutput out(whole ? std::function<void(std::string_view)>(keep) : session.stage(file));
  format.write(network, out, faults);
  if (faults.errors() > 0) throw InputError(faults);
  out.flush();
  session.warn(faults);
  if (file == "-") {
    session.print(bytes);
  } else if (whole) {
    session.stage(file)(compress_for(file, std::move(bytes)));
  }
}

}  // namespace regionet
