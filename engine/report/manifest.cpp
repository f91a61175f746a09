// SPDX-License-Identifier: Apache-2.0
#include "engine/report/manifest.hpp"

#include <nlohmann/json.hpp>

#include "engine/version.hpp"

namespace regionet {
namespace {

using Json = nlohmann::ordered_json;

template <typename Enum, std::size_t size>
std::string_view word_of(const std::array<std::string_view, size>& words, Enum value) {
  return words[static_cast<std::size_t>(value)];
}

template <typename Enum>
Json names(const std::vector<Enum>& values) {
  Json out = Json::array();
  for (const Enum value : values) out.push_back(to_string(value));
  return out;
}

Json day_or_null(std::optional<Day> day) { return day ? Json(iso_day(*day)) : Json(nullptr); }

Json view_json(const View& view) {
  constexpr std::array<std::string_view, 4> levels{"actor", "city", "region", "country"};
  constexpr std::array<std::string_view, 3> modes{"possible", "certain", "expected"};
  constexpr std::array<std::string_view, 4> weights{"count", "fractional", "tie", "value"};
  constexpr std::array<std::string_view, 3> betweens{"countries", "within", "all"};
  constexpr std::array<std::string_view, 3> transforms{"unit", "inverse", "weight"};
  const ViewOptions& options = view.options();
  Json json{{"level", word_of(levels, view.level())},
            {"between", word_of(betweens, view.between())},
            {"weight", word_of(weights, options.weighting)},
            {"lengths", word_of(transforms, options.lengths)},
            {"directed", view.graph().facts().directed},
            {"dates", word_of(modes, options.dates)},
            {"from", day_or_null(options.from)},
            {"until", day_or_null(options.until)},
            {"active_at", options.active_at ? Json{iso_day(options.active_at->first), iso_day(options.active_at->last)}
                                            : Json(nullptr)},
            {"types", options.types},
            {"statuses",
             options.statuses.empty() && !view.network().plain() ? Json(default_statuses) : Json(options.statuses)},
            {"kinds", names(options.kinds)},
            {"kinds_of_all", names(options.kinds_of_all)},
            {"evidence", names(options.evidence)},
            {"count_national", options.count_national},
            {"with_isolates", options.with_isolates},
            {"n", view.vertex_count()},
            {"m", view.graph().edge_count()}};
  Json fates = Json::object();
  for (std::size_t i = 0; i < fate_count; ++i) {
    const auto fate = static_cast<Fate>(i);
    if (view.account()[fate] > 0) fates[std::string(to_string(fate))] = view.account()[fate];
  }
  json["agreements"] = std::move(fates);
  json["partly_in_period"] = view.account().partly_in_window;
  json["open_ended"] = view.account().open_ended;
  return json;
}

}  // namespace

std::string manifest_json(const OpenedNetwork& opened, const View* view, std::span<const std::string> command_line,
                          std::uint64_t seed) {
  const NetworkInfo& info = opened.network.info();
  Json json{{"tool", "regionet"}, {"version", version}, {"schema", output_schema}};
  json["network"] = {
      {"source", opened.label}, {"name", info.name}, {"version", info.version}, {"sha256", opened.digest}};
  json["command"] = std::vector<std::string>(command_line.begin(), command_line.end());
  if (view != nullptr) json["view"] = view_json(*view);
  json["seed"] = seed;
  return json.dump();
}

}  // namespace regionet
