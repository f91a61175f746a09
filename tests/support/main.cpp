// SPDX-License-Identifier: Apache-2.0
// The main of Catch2 version 2 where it came as its header alone.
#define CATCH_CONFIG_MAIN
#include <catch2/catch.hpp>
