// SPDX-License-Identifier: Apache-2.0
#include "graphs/io/dot_text.hpp"

#include <algorithm>

namespace regionet {

void append_dot_text(std::string& out, std::string_view text) {
  const auto is_sign = [&](std::size_t at) { return at >= text.size() || text[at] == '"' || text[at] == '\\'; };
  out += '"';
  bool odd = false;  // an odd number of backslashes stands right before
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (odd && (c == '"' || c == '\n' || c == '\r')) {
      out.pop_back();
      out += "\" + <\\> + \"";
    }
    odd = c == '\\' && !odd;
    if (c == '\n' && is_sign(i - 1) && is_sign(i + 1)) {
      out += "\" + <\n> + \"";  // libcgraph before 2.50 loses it in quotes
      continue;
    }
    if (c == '"') out += '\\';
    out += c;
  }
  if (odd) out.pop_back();
  out += odd ? "\" + <\\>" : "\"";
}

void append_undone_dot_text(std::string& out, std::string_view raw) {
  for (std::size_t at = 0; at < raw.size();) {
    const std::size_t backslash = std::min(raw.find('\\', at), raw.size());
    out += raw.substr(at, backslash - at);
    const std::string_view rest = raw.substr(backslash);
    at = backslash + std::min<std::size_t>(rest.size(), 2);
    if (rest.starts_with("\\\"")) {
      out += '"';
    } else if (rest.starts_with("\\\r\n")) {
      ++at;
    } else if (!rest.starts_with("\\\n")) {
      out += rest.substr(0, 2);
    }
  }
}

}  // namespace regionet
