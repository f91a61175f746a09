// SPDX-License-Identifier: Apache-2.0
#include "graphs/io/edge_fields.hpp"

#include <fmt/format.h>
#include <stdexcept>

#include "graphs/io/csv.hpp"
#include "graphs/io/date_format.hpp"

namespace regionet {

EdgeFields::EdgeFields(GraphInput& input) : input_(input) {
  for (const auto& [role, name] : input.options.columns) {
    if (role == "weight") weight_ = name;
    if (role == "date") date_ = name;
    if (role == "type") type_ = name;
  }
}

bool EdgeFields::set(AgreementId edge, std::string_view name, std::string_view value, Place place) {
  if (name == weight_) {
    set_weight(edge, value, place);
  } else if (name == date_) {
    set_day(edge, value, place, false);
  } else if (name == "until") {
    set_day(edge, value, place, true);
  } else if (name == type_) {
    set_type(edge, value, place);
  } else {
    return false;
  }
  return true;
}

void EdgeFields::add_notes() {
  if (times_dropped_ == 0) return;
  input_.notes.push_back(fmt::format("the time of day of {} dates was dropped", times_dropped_));
}

void EdgeFields::set_weight(AgreementId edge, std::string_view value, Place place) {
  weighted_ = true;
  if (const auto number = parse_number(value)) {
    input_.graph.set_weight(edge, *number);
  } else {
    add_fault(input_, place, fmt::format("weight '{}' is no number", printable(value)), "", number_mend(value));
  }
}

void EdgeFields::set_day(AgreementId edge, std::string_view value, Place place, bool until) {
  if (value.empty()) return;
  try {
    bool time_dropped = false;
    const std::string day = date_from(value, input_.options.date_format, time_dropped);
    until ? input_.graph.set_until(edge, day) : input_.graph.set_date(edge, day);
    times_dropped_ += time_dropped ? 1 : 0;
  } catch (const DateError& error) {
    add_fault(input_, place, error.what(), std::string(date_expected), error.mend());
  }
}

void EdgeFields::set_type(AgreementId edge, std::string_view value, Place place) {
  if (types_full_) return;
  try {
    input_.graph.set_type(edge, value);
  } catch (const std::length_error&) {
    types_full_ = true;
    add_fault(input_, place, "more than 256 types", "at most 256", "name another attribute with --columns type=..");
  }
}

}  // namespace regionet
