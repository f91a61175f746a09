// SPDX-License-Identifier: Apache-2.0
#include "engine/report/progress_line.hpp"

#include <vector>

#include "tests/support/catch.hpp"

namespace regionet::test::progress_line_test {

TEST_CASE("progress is shown after a second, five times a second, with the time to go, and wiped out", "[progress]") {
  double now = 100;
  std::vector<std::string> shown;
  ProgressLine line([&](const std::string& text) { shown.push_back(text); }, [&] { return now; });
  const std::string wipe = "\r\x1b[K";
  line.tell(0);
  now = 100.9;
  line.tell(0.1);
  CHECK(shown.empty());
  now = 102;
  line.tell(0.25);  // a quarter took two seconds
  CHECK(shown == std::vector<std::string>{wipe + "regionet: 25 %, about 6 s to go"});
  now = 102.1;
  line.tell(0.3);
  CHECK(shown.size() == 1);
  line.tell(1);
  CHECK(shown.back() == wipe);

  // What is over within a second says nothing, and wipes nothing out.
  shown.clear();
  line.tell(0);
  now = 102.9;
  line.tell(1);
  CHECK(shown.empty());
}

}  // namespace regionet::test::progress_line_test
