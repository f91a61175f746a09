// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "graphs/diagnostic.hpp"
#include "graphs/io/read_options.hpp"
#include "graphs/model/network.hpp"

namespace regionet {

/// What an edge-list reader noticed beside the network.
struct EdgeListNotes {
  char separator = ',';
  std::uint64_t rows = 0;
  std::uint64_t times_dropped = 0;  ///< Unix seconds that carried a time of day
};

/// Reads an edge list in CSV or TSV: `source,target[,weight][,date][,type]`; a row is one agreement of two actors.
/// Ids are any text, byte for byte, the empty one too. Other columns are kept as attributes.
[[nodiscard]] Network read_edge_list(std::string_view text, const std::string& file, char separator, const ReadOptions&,
                                     Diagnostics&, EdgeListNotes&);

/// Reads a date in the form that `--date-format` names and returns it as EDTF. Throws DateError.
/// `time_dropped` is set where a Unix second carried a time of day.
[[nodiscard]] std::string date_from(std::string_view cell, const std::string& format, bool& time_dropped);

}  // namespace regionet
