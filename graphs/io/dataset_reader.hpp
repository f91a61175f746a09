// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "graphs/diagnostic.hpp"
#include "graphs/io/dataset_files.hpp"
#include "graphs/model/network.hpp"

namespace regionet {

/// Reads a dataset, or several that lie over each other (later ones add and correct), into one network.
/// Every fault goes to `faults`; the network is of use only where they hold no error.
/// Cost: one pass over each table; ids are found by hashing, or by their order where tables run in step.
[[nodiscard]] Network read_dataset(std::span<const DatasetFiles> layers, Diagnostics& faults);

/// The tables that a dataset has, in the order of reading, with the files of the standard names.
[[nodiscard]] std::span<const std::string_view> dataset_tables();

}  // namespace regionet
