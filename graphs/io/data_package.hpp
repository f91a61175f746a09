// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>

#include "graphs/io/dataset_files.hpp"
#include "graphs/model/network.hpp"

namespace regionet {

/// The description of a dataset: Frictionless Tabular Data Package, version 1.
struct DataPackage {
  NetworkInfo info;
  std::vector<Term> types;  ///< terms that extend or define the standard ones
  std::vector<Term> statuses;
  std::map<std::string, std::string, std::less<>> paths;  ///< table name → file inside the folder
};

/// Reads datapackage.json. Throws InputError.
[[nodiscard]] DataPackage read_data_package(const DatasetFiles&);

}  // namespace regionet
