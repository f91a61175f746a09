// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/data.hpp"

namespace regionet::test {

/// The network of tests/data/hand, worked out by hand in its NUMBERS.md.
inline const Network& hand() {
  static const OpenedNetwork opened = open_data("hand");
  return opened.network;
}

}  // namespace regionet::test
