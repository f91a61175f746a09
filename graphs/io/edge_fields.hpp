// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graphs/io/place.hpp"

namespace regionet {

/// The fields of an edge that the model knows, for formats that write them as named attributes: `weight`, `date`,
/// `until` and `type`, or the first, second and fourth by the names that `--columns` gives them.
class EdgeFields {
 public:
  explicit EdgeFields(GraphInput& input);

  /// Sets the field that `name` is; false where it is none. A value that is no number or no date is a fault.
  bool set(AgreementId edge, std::string_view name, std::string_view value, Place place);

  [[nodiscard]] bool is_field(std::string_view name) const {
    return name == weight_ || name == date_ || name == "until" || name == type_;
  }
  void set_weight(AgreementId edge, std::string_view value, Place place);
  void set_date(AgreementId edge, std::string_view value, Place place) { set_day(edge, value, place, false); }
  void set_type(AgreementId edge, std::string_view value, Place place);

  /// Whether any edge was given a weight.
  [[nodiscard]] bool weighted() const { return weighted_; }

  /// Tells what was dropped; to be called at the end.
  void add_notes();

 private:
  void set_day(AgreementId edge, std::string_view value, Place place, bool until);

  GraphInput& input_;
  std::string_view weight_ = "weight";
  std::string_view date_ = "date";
  std::string_view type_ = "type";
  bool weighted_ = false;
  bool types_full_ = false;  ///< said once, not at every edge that follows
  std::uint64_t times_dropped_ = 0;
};

}  // namespace regionet
