// SPDX-License-Identifier: Apache-2.0
// SuiteSparse's objects, freed at the end of their scope.
#pragma once

extern "C" {  // the header does not say so itself
#include <GraphBLAS.h>
}

#include <string>
#include <utility>

#include "bench/harness.hpp"
#include "bench/input.hpp"

namespace regionet::bench::grb {

/// Throws std::runtime_error where a call did not succeed.
void need(GrB_Info);

/// A copy of an array that the library takes over.
[[nodiscard]] void* handed_over(const void* values, std::size_t bytes);

/// A matrix or vector; `made` is the call that makes it: `Vector v(GrB_Vector_new, GrB_BOOL, n)`.
template <typename Object, GrB_Info (*release)(Object*)>
class Handle {
 public:
  template <typename... Arguments>
  explicit Handle(GrB_Info (*made)(Object*, Arguments...), std::type_identity_t<Arguments>... arguments) {
    need(made(&of_, arguments...));
  }
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;
  Handle(Handle&& other) noexcept : of_(std::exchange(other.of_, nullptr)) {}
  Handle& operator=(Handle&& other) noexcept {
    std::swap(of_, other.of_);
    return *this;
  }
  ~Handle() { release(&of_); }

  [[nodiscard]] Object get() const { return of_; }
  [[nodiscard]] Object* slot() { return &of_; }

 private:
  Object of_ = nullptr;
};
using Matrix = Handle<GrB_Matrix, GrB_Matrix_free>;
using Vector = Handle<GrB_Vector, GrB_Vector_free>;

/// Starts the library once, with the threads of the input. Comes before every other call.
void start(const Input&);

/// The rows, each value `true`.
[[nodiscard]] Matrix adjacency(const Input&);

[[nodiscard]] Contender pagerank_fp32(const Input&);
[[nodiscard]] Contender pagerank_fp64(const Input&);

}  // namespace regionet::bench::grb
