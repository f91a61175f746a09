// SPDX-License-Identifier: Apache-2.0
// What the reader says of a dataset that is not right.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>

#include "graphs/io/dataset_reader.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/dataset_copy.hpp"

namespace regionet::test {

inline Diagnostics faults_of(std::span<const DatasetFiles> layers) {
  Diagnostics faults;
  try {
    static_cast<void>(read_dataset(layers, faults));
  } catch (const InputError& error) {
    faults.append(error.faults());
  }
  return faults;
}

inline Diagnostics faults_of(const Copy& copy) { return faults_of(std::array{DatasetFiles::folder(copy.folder())}); }

/// Words that a fault has to say, and its place.
struct Wanted {
  std::string file;
  std::uint64_t line = 0;
  std::uint64_t column = 0;
  std::string what;
  std::string help;  ///< a part of `expected` or of `mend`
};

inline void check_fault(const Diagnostic& fault, const std::string& file, const Wanted& wanted) {
  CHECK(fault.file == file);
  CHECK(fault.line == wanted.line);
  if (wanted.column != 0) CHECK(fault.column == wanted.column);
  CHECK_THAT(fault.what, ContainsSubstring(wanted.what));
  CHECK_THAT(fault.expected + " | " + fault.mend, ContainsSubstring(wanted.help));
}

/// The copy has this one fault and no other.
inline void check_only(const Copy& copy, const Wanted& wanted) {
  const Diagnostics faults = faults_of(copy);
  for (const Diagnostic& fault : faults.shown()) UNSCOPED_INFO(to_string(fault));
  CHECK(faults.errors() == 1);
  REQUIRE(faults.shown().size() == 1);
  check_fault(faults.shown()[0], copy.path(wanted.file), wanted);
}

/// One more row at the end of a table has the fault.
inline void check_row(const std::string& file, const std::string& row, const Wanted& wanted) {
  Copy copy;
  copy.append(file, row);
  check_only(copy, wanted);
}

}  // namespace regionet::test
