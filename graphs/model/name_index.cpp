// SPDX-License-Identifier: Apache-2.0
#include "graphs/model/name_index.hpp"

#include <utf8proc.h>
#include <algorithm>
#include <array>
#include <cstdlib>
#include <limits>
#include <memory>

#include "graphs/diagnostic.hpp"

namespace regionet {
namespace {

constexpr std::array<std::string_view, 4> kind_words{" Region", " Province", " Oblast", " Municipality"};

using Near = std::pair<std::size_t, std::string_view>;  // distance, name

}  // namespace

std::string fold_name(std::string_view text) {
  utf8proc_uint8_t* mapped = nullptr;
  const auto options = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE |
                                                      UTF8PROC_STRIPMARK | UTF8PROC_CASEFOLD);
  const utf8proc_ssize_t size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                             static_cast<utf8proc_ssize_t>(text.size()), &mapped, options);
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(mapped, &std::free);
  if (size < 0) return std::string(text);
  std::string_view folded(reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(size));
  const std::size_t first = folded.find_first_not_of(' ');
  if (first == std::string_view::npos) return {};
  return std::string(folded.substr(first, folded.find_last_not_of(' ') - first + 1));
}

NameIndex::NameIndex(const Network& network) : network_(&network) {
  for (ActorId actor = 0; actor < network.actor_count(); ++actor) {
    const Actor who = network.actor(actor);
    add(who.id, actor);
    add(who.name, actor);
    add(who.iso, actor);
    for (const std::string& language : network.languages()) add(network.name(actor, language), actor);
    for (std::string_view rest = who.aliases; !rest.empty();) {
      const std::size_t end = std::min(rest.find(';'), rest.size());
      add(rest.substr(0, end), actor);
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    if (who.kind != Kind::region) continue;
    for (const std::string_view word : kind_words) {
      if (who.name.ends_with(word)) add(who.name.substr(0, who.name.size() - word.size()), actor);
    }
  }
}

void NameIndex::add(std::string_view name, ActorId actor) {
  if (name.empty()) return;
  std::vector<ActorId>& found = actors_[fold_name(name)];
  if (found.empty() || found.back() != actor) found.push_back(actor);
}

std::vector<ActorId> NameIndex::find(std::string_view name) const {
  const auto found = actors_.find(fold_name(name));
  return found == actors_.end() ? std::vector<ActorId>{} : found->second;
}

std::vector<std::string> NameIndex::suggest(std::string_view name, std::size_t limit) const {
  constexpr std::size_t far = std::numeric_limits<std::size_t>::max();  // names that hold the word, after near misses
  const std::string wanted = fold_name(name);
  std::vector<Near> near;
  for (const auto& [folded, actors] : actors_) {
    const std::size_t apart = edit_distance(wanted, folded);
    const bool holds = wanted.size() >= 3 && folded.find(wanted) != std::string::npos;
    const bool near_miss = apart <= wanted.size() / 3 + 1;
    if (!near_miss && !holds) continue;
    near.emplace_back(near_miss ? apart : far, network_->name(actors.front()));
  }
  std::ranges::sort(near);
  std::vector<std::string> out;
  for (const auto& [apart, candidate] : near) {
    if (out.size() == limit) break;
    if (std::ranges::find(out, candidate) == out.end()) out.emplace_back(candidate);
  }
  return out;
}

}  // namespace regionet
