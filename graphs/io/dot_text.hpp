// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace regionet {

/// Appends a text as a quoted DOT id that every reader of the language takes for exactly this text.
///
/// DOT knows one escape in quotes, `\"`; a backslash cannot be escaped (`\\` is two). So a text in which an odd number
/// of them stands before a quote, a line end or its end has no quoted form. The last of these backslashes is written
/// as a piece of its own, where it means nothing: `"C:" + <\>`.
void append_dot_text(std::string& out, std::string_view text);

/// Appends what stands between two quotes, undoing `\"` and joined lines.
void append_undone_dot_text(std::string& out, std::string_view raw);

}  // namespace regionet
