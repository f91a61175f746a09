// SPDX-License-Identifier: Apache-2.0
// The view options of the command line: words in, ViewOptions out.
#include <fmt/format.h>
#include <algorithm>
#include <array>

#include "engine/cli/session.hpp"

namespace regionet {
namespace {

constexpr std::array<std::string_view, 4> level_words{"actor", "city", "region", "country"};
constexpr std::array<std::string_view, 3> date_mode_words{"possible", "certain", "expected"};
constexpr std::array<std::string_view, 4> weight_words{"count", "fractional", "tie", "value"};
constexpr std::array<std::string_view, 3> between_words{"countries", "within", "all"};
constexpr std::array<std::string_view, 3> length_words{"unit", "inverse", "weight"};

template <typename Enum, std::size_t size>
Enum chosen(const std::array<std::string_view, size>& words, const std::string& word) {
  return static_cast<Enum>(std::ranges::find(words, word) - words.begin());
}

template <typename Enum>
std::vector<Enum> enumerators(const char* option, const std::vector<std::string>& words) {
  std::vector<Enum> out;
  for (const std::string& text : words) {
    require_one_of(option, text, names_of<Enum>());
    out.push_back(*from_name<Enum>(text));
  }
  return out;
}

/// The days of a date on the command line; ends that are open bound nothing.
struct Window {
  std::optional<Day> first, last;
};

Window window_of(const char* option, const std::string& text) {
  try {
    const Date date = parse_date(text);
    Window window;
    if (date.start == DateEnd::known) window.first = date.earliest;
    if (date.end == DateEnd::known) window.last = date.latest;
    return window;
  } catch (const DateError& fault) {
    throw UsageError(fmt::format("{}: {}; expected {}; {}", option, fault.what(), date_expected, fault.mend()));
  }
}

void narrow(ViewOptions& options, const Window& window) {
  if (window.first) options.from = options.from ? std::max(*options.from, *window.first) : *window.first;
  if (window.last) options.until = options.until ? std::min(*options.until, *window.last) : *window.last;
}

}  // namespace

void narrow_to(ViewOptions& options, const char* option, const std::string& text) {
  narrow(options, window_of(option, text));
}

void Session::declare_view(Arguments& arguments, bool windows) {
  arguments.group("View");
  arguments.choice("--level", view_.level, level_words, "roll actors up to this level (default region)");
  arguments.option("--country,--side", view_.country, "show only this country's rows; measures see the whole view",
                   "ISO");
  arguments.list("--kind", view_.kinds, "agreements with at least one actor of these kinds", "KIND");
  arguments.list("--kind-all", view_.kinds_of_all, "agreements whose actors are all of these kinds", "KIND");
  arguments.list("--type", view_.types, "types of agreement, or groups of them", "TYPE");
  arguments.list("--status", view_.statuses, "statuses that count (default signed,opened,renewed,ended)", "STATUS");
  arguments.list("--evidence", view_.evidence, "agreements with at least one piece of this certainty", "CERTAINTY");
  if (windows) {
    arguments.option("--period", view_.period, "signed in A/B, both whole", "A/B");
    arguments.option("--year", view_.year, "signed in this year", "Y");
    arguments.option("--from", view_.from, "signed on or after", "DATE");
    arguments.option("--until", view_.until, "signed on or before; 2017 includes its December", "DATE");
  }
  arguments.option("--active-at", view_.active_at, "in force at this date", "DATE");
  arguments.choice("--dates", view_.dates, date_mode_words, "what counts where a date only partly lies in the period");
  arguments.choice("--weight", view_.weight, weight_words, "what a pair gets from an agreement");
  arguments.choice("--between", view_.between, between_words, "which pairs count (default countries)");
  arguments.flag("--count-national", view_.count_national, "national actors count for the place of their seat");
  arguments.flag("--with-isolates", view_.with_isolates, "every actor of the level, tied or not");
  arguments.choice("--lengths", view_.lengths, length_words, "how long a tie is for measures on paths");
}

ViewOptions Session::view_options(const Network& network) const {
  ViewOptions options;
  if (!view_.level.empty()) options.level = chosen<Level>(level_words, view_.level);
  options.kinds = enumerators<Kind>("--kind", view_.kinds);
  options.kinds_of_all = enumerators<Kind>("--kind-all", view_.kinds_of_all);
  options.evidence = enumerators<Certainty>("--evidence", view_.evidence);

  std::vector<std::string_view> types = network.types().ids();
  for (std::size_t i = 0; i < network.types().size(); ++i) {
    const std::string& group = network.types()[static_cast<Vocabulary::Id>(i)].group;
    if (!group.empty() && std::ranges::find(types, group) == types.end()) types.emplace_back(group);
  }
  for (const std::string& type : view_.types) require_one_of("--type", type, types);
  options.types = view_.types;
  for (const std::string& status : view_.statuses) require_one_of("--status", status, network.statuses().ids());
  options.statuses = view_.statuses;

  if (!view_.period.empty()) narrow(options, window_of("--period", view_.period));
  if (!view_.year.empty()) {
    if (view_.year.size() != 4)
      throw UsageError(fmt::format("--year '{}' is no year; expected four digits", printable(view_.year)));
    narrow(options, window_of("--year", view_.year));
  }
  if (!view_.from.empty()) narrow(options, {.first = window_of("--from", view_.from).first});
  if (!view_.until.empty()) narrow(options, {.last = window_of("--until", view_.until).last});
  if (options.from && options.until && *options.from > *options.until) {
    throw UsageError(fmt::format("the period is empty: it would run from {} to {}", iso_day(*options.from),
                                 iso_day(*options.until)));
  }
  if (!view_.active_at.empty()) {
    const Window at = window_of("--active-at", view_.active_at);
    if (!at.first || !at.last) throw UsageError("--active-at needs a date with both ends");
    options.active_at = DayRange{*at.first, *at.last};
  }
  options.dates = chosen<DateMode>(date_mode_words, view_.dates);
  options.weighting = chosen<Weighting>(weight_words, view_.weight);
  if (!view_.between.empty()) options.between = chosen<Between>(between_words, view_.between);
  options.count_national = view_.count_national;
  options.with_isolates = view_.with_isolates;
  options.lengths = chosen<LengthTransform>(length_words, view_.lengths);
  return options;
}

ActorId Session::country(const Network& network) const {
  if (view_.country.empty()) return no_actor;
  std::vector<std::string_view> codes;
  for (ActorId actor = 0; actor < network.actor_count(); ++actor) {
    if (network.kind(actor) != Kind::country) continue;
    const Actor country = network.actor(actor);
    codes.push_back(country.iso.empty() ? country.id : country.iso);
    if (codes.back() == view_.country || country.id == view_.country) return actor;
  }
  if (codes.empty()) throw UsageError("--country: this network has no countries");
  require_one_of("--country", view_.country, codes);
  return no_actor;
}

}  // namespace regionet
