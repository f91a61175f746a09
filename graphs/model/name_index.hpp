// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "graphs/model/network.hpp"

namespace regionet {

/// A text without regard to case, accents, width and surrounding blanks: Unicode case folding after NFKD, marks left
/// out. Text that is not valid UTF-8 comes back as it is.
[[nodiscard]] std::string fold_name(std::string_view);

/// Finds actors by what people call them: the name in any language, an alias, the id, the ISO code. A region answers
/// to its name without the word for its kind too (Brest for Brest Region).
/// O(total length of the names) to build.
class NameIndex {
 public:
  explicit NameIndex(const Network&);

  /// Actors that are called so exactly, by number; each once.
  [[nodiscard]] std::vector<ActorId> find(std::string_view name) const;
  /// Up to `limit` names near to `name`, best first: near misses, then names that hold it.
  [[nodiscard]] std::vector<std::string> suggest(std::string_view name, std::size_t limit = 3) const;

 private:
  void add(std::string_view name, ActorId);

  const Network* network_;
  std::unordered_map<std::string, std::vector<ActorId>> actors_;
};

}  // namespace regionet
