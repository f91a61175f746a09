// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "engine/report/language.hpp"

namespace regionet {
namespace {

constexpr std::array<std::array<std::string_view, 12>, 4> months{{
    {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
     "December"},
    {"январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь", "ноябрь",
     "декабрь"},
    {"1月", "2月", "3月", "4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月"},
    {"студзень", "люты", "сакавік", "красавік", "май", "чэрвень", "ліпень", "жнівень", "верасень", "кастрычнік",
     "лістапад", "снежань"},
}};
/// Months as they stand after a day.
constexpr std::array<std::array<std::string_view, 12>, 4> months_of{{
    months[0],
    {"января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября",
     "декабря"},
    months[2],
    {"студзеня", "лютага", "сакавіка", "красавіка", "мая", "чэрвеня", "ліпеня", "жніўня", "верасня", "кастрычніка",
     "лістапада", "снежня"},
}};
constexpr std::array<std::array<std::string_view, 4>, 4> seasons{{
    {"spring", "summer", "autumn", "winter"},
    {"весна", "лето", "осень", "зима"},
    {"春", "夏", "秋", "冬"},
    {"вясна", "лета", "восень", "зіма"},
}};

/// Phrases around dates, with places for them.
struct Phrases {
  std::string_view century, decade, about, uncertain, either, between, before, until, from, after;
};
constexpr std::array<Phrases, 4> phrases{{
    {"between {0}00 and {0}99", "the {}0s", "about {}", "{}, uncertain", "{} or {}", "between {} and {}", "before {}",
     "{} or earlier", "{} or later", "{} or later, end unknown"},
    {"между {0}00 и {0}99", "{}0-е годы", "около {}", "{}, не точно", "{} или {}", "между {} и {}", "до: {}",
     "{} или ранее", "{} или позднее", "{} или позднее, конец неизвестен"},
    {"{0}00年至{0}99年之间", "{}0年代", "约{}", "{}（不确定）", "{}或{}", "{}至{}之间", "{}之前", "{}或更早",
     "{}或更晚", "{}或更晚（截止未知）"},
    {"паміж {0}00 і {0}99", "{}0-я гады", "каля {}", "{}, не дакладна", "{} або {}", "паміж {} і {}", "да: {}",
     "{} або раней", "{} або пазней", "{} або пазней, канец невядомы"},
}};

class DateSpeaker {
 public:
  explicit DateSpeaker(Language language) : language_(static_cast<std::size_t>(language)) {}

  [[nodiscard]] std::string interval(std::string_view from, std::string_view to) const {
    const Phrases& say = phrases[language_];
    if (from.empty()) return phrase(say.before, single(day_after(to)));
    if (from == "..") return phrase(say.until, single(to));
    if (to == "..") return phrase(say.from, single(from));
    if (to.empty()) return phrase(say.after, single(from));
    const bool next_year = from.size() == 4 && to.size() == 4 && parse_date(from).latest + 1 == parse_date(to).earliest;
    return phrase(next_year ? say.either : say.between, single(from), single(to));
  }

  [[nodiscard]] std::string single(std::string_view text) const {
    const Phrases& say = phrases[language_];
    const char flag = text.back();
    if (flag == '?' || flag == '~' || flag == '%') {
      std::string out = single(text.substr(0, text.size() - 1));
      if (flag != '?') out = phrase(say.about, out);
      return flag == '~' ? out : phrase(say.uncertain, out);
    }
    if (text.ends_with("-XX")) return single(text.substr(0, 4 + (text.size() == 10 && text[5] != 'X' ? 3 : 0)));
    if (text.ends_with("XX")) return phrase(say.century, text.substr(0, 2));
    if (text.ends_with('X')) return phrase(say.decade, text.substr(0, 3));
    return exact(text);
  }

 private:
  template <typename... Parts>
  static std::string phrase(std::string_view pattern, const Parts&... parts) {
    return fmt::format(fmt::runtime(pattern), parts...);
  }

  [[nodiscard]] std::string exact(std::string_view text) const {
    const bool chinese = language_ == static_cast<std::size_t>(Language::zh);
    const std::string_view year = text.substr(0, 4);
    if (text.size() == 4) return chinese ? fmt::format("{}年", year) : std::string(year);
    const auto part = static_cast<unsigned>((text[5] - '0') * 10 + (text[6] - '0'));
    if (part > 20) {
      const std::string_view season = seasons[language_][part - 21];
      return chinese ? fmt::format("{}年{}", year, season) : fmt::format("{} {}", season, year);
    }
    if (text.size() == 7) {
      const std::string_view month = months[language_][part - 1];
      return chinese ? fmt::format("{}年{}", year, month) : fmt::format("{} {}", month, year);
    }
    const int day = (text[8] - '0') * 10 + (text[9] - '0');
    const std::string_view month = months_of[language_][part - 1];
    return chinese ? fmt::format("{}年{}{}日", year, month, day) : fmt::format("{} {} {}", day, month, year);
  }

  /// The date just after the last day of `text`, as precise as `text` is: before 2016 for a date up to 2015.
  [[nodiscard]] static std::string day_after(std::string_view text) {
    const std::string next = iso_day(parse_date(text).latest + 1);
    const bool exact_form = text.find_first_not_of("0123456789-") == std::string_view::npos;
    const bool season = text.size() == 7 && text[5] == '2';
    if (exact_form && text.size() == 4) return next.substr(0, next.find('-'));
    return exact_form && text.size() == 10 ? next : season || text.size() == 7 ? next.substr(0, 7) : next;
  }

  std::size_t language_;
};

}  // namespace

std::string date_text(std::string_view edtf, Language language) {
  if (edtf.empty()) return {};
  const DateSpeaker speaker(language);
  const std::size_t slash = edtf.find('/');
  if (slash == std::string_view::npos) return speaker.single(edtf);
  return speaker.interval(edtf.substr(0, slash), edtf.substr(slash + 1));
}

}  // namespace regionet
