// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace regionet {

/// Reads a date in the form that `--date-format` names and returns it as EDTF. Throws DateError.
/// `time_dropped` is set where it carried a time of day.
[[nodiscard]] std::string date_from(std::string_view cell, const std::string& format, bool& time_dropped);

}  // namespace regionet
