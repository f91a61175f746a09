// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graphs/generate/model.hpp"

namespace regionet {

/// A synthetic network of agreements as a dataset: countries, regions by size, cities and institutions within them;
/// typed, dated agreements of two or three actors, each between two countries.
///
/// Places     The k-th region of a country has k^-0.8 of the first one's population, so have the cities of a region;
/// the
///            regions of a country lie on a ring of their own, countries side by side.
/// Pairs      A new agreement draws its pair of regions by gravity, population times population over distance^exponent,
///            or (probability `preferential`) takes the pair of a random earlier agreement.
/// Actors     Its type says who signs: places a twinning, universities an education, companies a contract.
/// Dates      Agreements come in time, their number growing by `growth` a year; half are dated to the day, a fifth each
///            to the month and the year, a tenth not at all.
[[nodiscard]] std::span<const ModelParameter> interregional_parameters();

/// Receives the bytes of a table (`actors.csv`, ...) in order, piece by piece.
using TableSink = std::function<void(std::string_view table, std::string_view bytes)>;

/// Makes the tables and datapackage.json. The same bytes for any number of threads.
/// Throws std::invalid_argument where the numbers do not go together.
void write_interregional(const ModelParameters&, const RunContext&, const TableSink&);

}  // namespace regionet
