// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "engine/measures/claims.hpp"
#include "engine/report/reports.hpp"

namespace regionet {
namespace {

constexpr const char* no_counterpart = "the dataset declares no way to count this";

/// `≥ 120`: what the source gives, a least or a most.
Cell claimed_cell(const CountedClaim& counted) {
  if (!counted.claimed) return counted.claim->value;
  Cell cell(*counted.claimed);
  const auto bound = counted.measure == nullptr ? ClaimBound::exact : counted.measure->bound;
  const std::string_view sign = bound == ClaimBound::min ? "≥ " : bound == ClaimBound::max ? "≤ " : "";
  cell.shown = fmt::format("{}{}", sign, number_text(*counted.claimed));
  return cell;
}

Cell share_cell(const CountedClaim& counted) {
  if (!counted.named) return Cell::undefined(no_counterpart);
  if (!counted.claimed || *counted.claimed <= 0) return Cell::undefined("the claimed value is no positive number");
  return static_cast<double>(*counted.named) / *counted.claimed;
}

}  // namespace

Table claims_table(const View& view, bool only_counted, Language language, const RunContext& run) {
  const Network& network = view.network();
  Table table{.columns = columns_of(language, {"id", "subject", "measure", "date", "claimed", "unit", "named", "share",
                                               "source", "locator"})};
  table.columns[2].heading = word(language, "claim_measure");
  for (const CountedClaim& counted : count_claims(view, run)) {
    if (only_counted && !counted.named) continue;
    const Claim& claim = *counted.claim;
    const std::optional<ActorId> subject = network.find_actor(claim.subject);
    Cell subject_cell(claim.subject);
    if (subject) subject_cell.shown = name_of(network, *subject, language);
    Cell measure(claim.measure);
    if (counted.measure != nullptr) measure.shown = counted.measure->title;
    Cell share = share_cell(counted);
    if (const auto* value = std::get_if<double>(&share.value)) share.shown = fmt::format("{:.1f} %", *value * 100);
    table.rows.push_back(
        {claim.id, std::move(subject_cell), std::move(measure), date_cell(claim.date, language), claimed_cell(counted),
         claim.unit, counted.named ? Cell(static_cast<std::int64_t>(*counted.named)) : Cell::undefined(no_counterpart),
         std::move(share), claim.source, claim.locator});
  }
  return table;
}

}  // namespace regionet
