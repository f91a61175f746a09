// SPDX-License-Identifier: Apache-2.0
#include "engine/report/language.hpp"

#include <utility>
#include <vector>

#include "tests/support/catch.hpp"

namespace regionet::test::date_text_test {

TEST_CASE("dates as people say them") {
  const std::vector<std::pair<const char*, const char*>> english{
      {"2015", "2015"},
      {"2016-05", "May 2016"},
      {"2016-05-03", "3 May 2016"},
      {"2015-21", "spring 2015"},
      {"2015-22", "summer 2015"},
      {"2015-23", "autumn 2015"},
      {"2015-24", "winter 2015"},
      {"2014/2015", "2014 or 2015"},
      {"2014/2016", "between 2014 and 2016"},
      {"2016-12/2017-02", "between December 2016 and February 2017"},
      {"/2015", "before 2016"},
      {"/2013-06", "before July 2013"},
      {"/2013-12", "before January 2014"},
      {"/2013-06-30", "before 1 July 2013"},
      {"/2012-02-28", "before 29 February 2012"},
      {"../2015", "2015 or earlier"},
      {"2012/..", "2012 or later"},
      {"2016-XX", "2016"},
      {"2016-XX-XX", "2016"},
      {"2016-05-XX", "May 2016"},
      {"201X", "the 2010s"},
      {"2016~", "about 2016"},
      {"2016-05?", "May 2016, uncertain"},
      {"", ""},
  };
  for (const auto& [edtf, words] : english) {
    CAPTURE(edtf);
    CHECK(date_text(edtf) == words);
  }
  CHECK(date_text("2015-21", Language::ru) == "весна 2015");
  CHECK(date_text("2014/2015", Language::ru) == "2014 или 2015");
  CHECK(date_text("2016-05-03", Language::ru) == "3 мая 2016");
  CHECK(date_text("2016-05", Language::ru) == "май 2016");
  CHECK(date_text("2015-21", Language::zh) == "2015年春");
  CHECK(date_text("2014/2015", Language::zh) == "2014年或2015年");
  CHECK(date_text("2016-05-03", Language::zh) == "2016年5月3日");
  CHECK(date_text("/2015", Language::zh) == "2016年之前");
  CHECK(date_text("2015-21", Language::be) == "вясна 2015");
  CHECK(date_text("2014/2015", Language::be) == "2014 або 2015");
  CHECK(date_text("2016-05-03", Language::be) == "3 мая 2016");
  CHECK(date_text("2012/..", Language::be) == "2012 або пазней");
}

TEST_CASE("an open end and an unknown one are told apart") {
  for (const Language language : {Language::en, Language::ru, Language::zh, Language::be}) {
    CHECK(date_text("2012/..", language) != date_text("2012/", language));
    CHECK(date_text("../2012", language) != date_text("/2012", language));
  }
}

}  // namespace regionet::test::date_text_test
