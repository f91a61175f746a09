// SPDX-License-Identifier: Apache-2.0
#include "graphs/io/pajek_vertices.hpp"

#include <fmt/format.h>

namespace regionet {

bool PajekVertices::declare(const std::vector<PajekCell>& cells) {
  const std::uint64_t allowed = most_claimed_vertices(input_.text);
  const auto read = [&](std::size_t cell, std::uint64_t most) -> std::optional<std::uint64_t> {
    const std::uint64_t number = pajek_number(cells[cell].text);
    if ((number == 0 && cells[cell].text != "0") || number > most) {
      add_fault(input_, cells[cell].place, fmt::format("the file claims '{}' vertices", printable(cells[cell].text)),
                most == allowed ? fmt::format("at most {}, {}", allowed, most_claimed_words)
                                : fmt::format("a side of at most {} vertices", most),
                "mend the line *Vertices");
      return std::nullopt;
    }
    return number;
  };
  if (cells.size() < 2) {
    add_fault(input_, cells[0].place, "*Vertices without a number", "*Vertices and how many they are");
    return false;
  }
  const auto count = read(1, allowed);
  if (!count) return false;
  count_ = *count;
  if (cells.size() > 2) {
    first_side_ = read(2, count_);
    if (!first_side_) return false;
  }
  input_.graph.two_mode = first_side_.has_value();
  listed_.resize(count_ + 1, false);
  labelled_.resize(count_ + 1, false);
  return true;
}

std::uint64_t PajekVertices::list(const std::vector<PajekCell>& cells) {
  const std::uint64_t vertex = find(cells[0]);
  if (vertex == 0) return 0;
  if (listed_[vertex]) {
    add_fault(input_, cells[0].place, fmt::format("vertex {} is listed twice", vertex), "each vertex once");
    return 0;
  }
  listed_[vertex] = true;
  if (cells.size() < 2) return vertex;
  labelled_[vertex] = true;
  labels_.push_back({static_cast<std::uint32_t>(vertex), texts_.intern(decode_pajek_text(cells[1].text, buffer_))});
  return vertex;
}

std::uint64_t PajekVertices::find(const PajekCell& cell) {
  const std::uint64_t vertex = cell.quoted ? 0 : pajek_number(cell.text);
  if (vertex > 0 && vertex <= count_) return vertex;
  add_fault(input_, cell.place, fmt::format("'{}' is no vertex", printable(cell.text)),
            fmt::format("a number from 1 to {}", count_));
  return 0;
}

/// The label of two vertices, or one that is the number by which another is called.
std::optional<std::string> PajekVertices::repeated_label() const {
  std::vector<bool> used(texts_.size(), false);
  for (const Label& label : labels_) {
    const std::string_view text = texts_[label.text];
    const std::uint64_t number = pajek_number(text);
    const bool called = number > 0 && number <= count_ && !labelled_[number] && std::to_string(number) == text;
    if (used[label.text] || called) return std::string(text);
    used[label.text] = true;
  }
  return std::nullopt;
}

void PajekVertices::add_actors(bool numbers_are_ids) {
  std::ranges::stable_sort(labels_, {}, &Label::vertex);
  const std::optional<std::string> repeated = repeated_label();
  const bool numbers = numbers_are_ids || repeated.has_value();
  auto next = labels_.begin();
  for (std::uint64_t vertex = 1; vertex <= count_; ++vertex) {
    const std::string number = std::to_string(vertex);
    const bool labelled = next != labels_.end() && next->vertex == vertex;
    const std::string_view label = labelled ? texts_[next->text] : std::string_view(number);
    next += labelled ? 1 : 0;
    const ActorId actor = input_.graph.actor(numbers ? number : label);
    if (numbers && label != number) input_.graph.set_label(actor, label);
  }
  if (numbers && !numbers_are_ids) {
    input_.notes.push_back(fmt::format("two vertices are called '{}': the numbers are the ids, the labels the names",
                                       printable(*repeated)));
  }
}

}  // namespace regionet
