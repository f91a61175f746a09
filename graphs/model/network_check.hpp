// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graphs/diagnostic.hpp"
#include "graphs/model/network.hpp"

namespace regionet {

/// What a reader lets pass and a careful curator would not: coverage that does not match the agreements in both
/// directions, codes of another country, agreements without evidence, sources and actors that nothing uses, rows of
/// an edge list that are equal. `label` is how messages call the network. O(size of the network) time.
void check_network(const Network&, const std::string& label, Diagnostics&);

}  // namespace regionet
