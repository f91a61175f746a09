// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace regionet::test {

/// From now on the `k`th allocation of `operator new`, counted from 0, fails: alone, or with all that follow.
void fail_allocation(std::int64_t k, bool all_that_follow);
/// No allocation fails any more. Whether one did.
bool stop_failing();

}  // namespace regionet::test
