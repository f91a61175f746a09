// SPDX-License-Identifier: Apache-2.0
// A graph with strengths as an Eigen sparse expression, row by row, without a copy.
//
// Eigen's own Map needs one index type for offsets and targets; ours are 64 and 32 bits, so this is an expression
// with its own iterator. It takes part in products (`A * x`) and may be assigned to an Eigen::SparseMatrix.
#pragma once

#include <Eigen/SparseCore>

#include "graphs/csr/graph.hpp"
#include "graphs/csr/weights.hpp"

namespace regionet {
class EigenMatrix;
}

namespace Eigen::internal {
template <>
struct traits<regionet::EigenMatrix> {
  using Scalar = double;
  using StorageIndex = std::int64_t;
  using StorageKind = Sparse;
  using XprKind = MatrixXpr;
  enum {
    RowsAtCompileTime = Dynamic,
    ColsAtCompileTime = Dynamic,
    MaxRowsAtCompileTime = Dynamic,
    MaxColsAtCompileTime = Dynamic,
    Flags = RowMajorBit | NestByRefBit,
    SupportedAccessPatterns = InnerRandomAccessPattern
  };
};
}  // namespace Eigen::internal

namespace regionet {

/// The adjacency matrix A, A(u, v) = strength of the arc u → v (an undirected loop adds up to twice its strength).
/// Graph and strengths must outlive it.
class EigenMatrix : public Eigen::SparseMatrixBase<EigenMatrix> {
 public:
  using Scalar = double;
  using Index = Eigen::Index;
  using Nested = const EigenMatrix&;

  EigenMatrix(GraphView graph, Strengths strengths) : graph_(graph), strengths_(strengths) {}

  [[nodiscard]] Index rows() const { return static_cast<Index>(graph_.vertex_count()); }
  [[nodiscard]] Index cols() const { return rows(); }
  [[nodiscard]] Index nonZeros() const { return static_cast<Index>(graph_.arc_count()); }
  [[nodiscard]] const GraphView& graph() const { return graph_; }
  [[nodiscard]] const Strengths& strengths() const { return strengths_; }

 private:
  GraphView graph_;
  Strengths strengths_;
};

}  // namespace regionet

namespace Eigen::internal {

template <>
struct evaluator<regionet::EigenMatrix> : evaluator_base<regionet::EigenMatrix> {
  using XprType = regionet::EigenMatrix;
  using Scalar = double;
  enum { CoeffReadCost = NumTraits<double>::ReadCost, Flags = RowMajorBit };

  explicit evaluator(const XprType& matrix) : matrix_(&matrix) {}
  [[nodiscard]] Index nonZerosEstimate() const { return matrix_->nonZeros(); }

  class InnerIterator {
   public:
    InnerIterator(const evaluator& matrix, Index outer)
        : matrix_(matrix.matrix_),
          outer_(outer),
          arc_(matrix_->graph().begin(static_cast<regionet::Vertex>(outer))),
          end_(matrix_->graph().end(static_cast<regionet::Vertex>(outer))) {
      gather();
    }

    InnerIterator& operator++() {
      arc_ = next_;
      gather();
      return *this;
    }
    [[nodiscard]] Scalar value() const { return value_; }
    [[nodiscard]] Index index() const { return static_cast<Index>(matrix_->graph().target(arc_)); }
    [[nodiscard]] Index outer() const { return outer_; }
    [[nodiscard]] Index row() const { return outer_; }
    [[nodiscard]] Index col() const { return index(); }
    explicit operator bool() const { return arc_ < end_; }

   private:
    /// Arcs to the same target (parallel ones, the two of a loop) are one entry of the matrix.
    void gather() {
      value_ = 0;
      next_ = arc_;
      while (next_ < end_ && matrix_->graph().target(next_) == matrix_->graph().target(arc_)) {
        value_ += matrix_->strengths()[next_++];
      }
    }

    const XprType* matrix_;
    Index outer_;
    regionet::Arc arc_;
    regionet::Arc end_;
    regionet::Arc next_ = 0;
    Scalar value_ = 0;
  };

 private:
  friend class InnerIterator;
  const XprType* matrix_;
};

}  // namespace Eigen::internal
