// SPDX-License-Identifier: Apache-2.0
#include "graphs/io/data_package.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <algorithm>
#include <nlohmann/json.hpp>

#include "graphs/diagnostic.hpp"

namespace regionet {
namespace {

using Json = nlohmann::json;

class PackageReader {
 public:
  PackageReader(const DatasetFiles& files, Json json) : file_(files.path("datapackage.json")), json_(std::move(json)) {}

  DataPackage read() {
    if (!json_.is_object()) refuse("the file holds no object", "an object with name, version and resources");
    read_info();
    package_.types = terms("types");
    package_.statuses = terms("statuses");
    read_claim_measures();
    read_resources();
    return std::move(package_);
  }

 private:
  [[noreturn]] void refuse(std::string what, std::string expected, std::string mend = "") const {
    throw InputError(
        Diagnostic{.file = file_, .what = std::move(what), .expected = std::move(expected), .mend = std::move(mend)});
  }

  [[nodiscard]] std::string text(const Json& object, const char* key) const {
    const auto found = object.find(key);
    if (found == object.end()) return {};
    if (!found->is_string()) refuse(fmt::format("'{}' is no text", key), "a string");
    return found->get<std::string>();
  }

  void read_info() {
    NetworkInfo& info = package_.info;
    info.name = text(json_, "name");
    if (info.name.empty()) refuse("'name' is missing", "the name of the dataset");
    info.title = text(json_, "title");
    info.version = text(json_, "version");
    info.description = text(json_, "description");
    info.spatial_coverage = text(json_, "spatial");
    info.citation = text(json_, "citation");
    info.temporal_coverage = text(json_, "temporalCoverage");
    if (!info.temporal_coverage.empty()) check_coverage(info.temporal_coverage);
    for (const Json& licence : list("licenses")) info.licence = text(licence, "name");
    for (const Json& person : list("contributors")) info.contributors.push_back(text(person, "title"));
    for (const Json& country : list("countries")) {
      if (!country.is_string()) refuse("'countries' holds something else than codes", "ISO 3166-1 codes");
      info.countries.push_back(country.get<std::string>());
    }
  }

  void check_coverage(const std::string& coverage) const {
    try {
      if (!parse_date(coverage).bounded()) refuse("'temporalCoverage' is open", "an interval with both ends");
    } catch (const DateError& fault) {
      refuse(fmt::format("'temporalCoverage': {}", fault.what()), "an EDTF interval", fault.mend());
    }
  }

  [[nodiscard]] Json list(const char* key) const {
    const auto found = json_.find(key);
    if (found == json_.end()) return Json::array();
    if (!found->is_array()) refuse(fmt::format("'{}' is no list", key), "a list");
    return *found;
  }

  [[nodiscard]] std::vector<Term> terms(const char* key) const {
    std::vector<Term> out;
    const auto found = json_.find(key);
    if (found == json_.end()) return out;
    if (!found->is_object()) refuse(fmt::format("'{}' is no object", key), "an object of terms");
    for (const auto& [id, value] : found->items()) {
      if (value.is_string()) {
        out.push_back({id, "", value.get<std::string>(), ""});
      } else {
        out.push_back({id, text(value, "title"), text(value, "definition"), text(value, "group")});
      }
    }
    return out;
  }

  template <typename Enum>
  [[nodiscard]] Enum one_of(const char* key, const std::string& word) const {
    const auto value = from_name<Enum>(word);
    if (!value) {
      refuse(fmt::format("{} '{}' is not known", key, printable(word)),
             fmt::format("one of {}", fmt::join(names_of<Enum>(), ", ")));
    }
    return *value;
  }

  /// A word of a fixed list; the first of it where the key is missing.
  template <typename Enum>
  [[nodiscard]] Enum one_of(const Json& object, const char* key) const {
    const std::string word = text(object, key);
    return word.empty() ? Enum{} : one_of<Enum>(key, word);
  }

  [[nodiscard]] std::vector<std::string> texts(const Json& object, const char* key) const {
    std::vector<std::string> out;
    const auto found = object.find(key);
    if (found == object.end()) return out;
    for (const Json& value : *found) {
      if (!value.is_string()) refuse(fmt::format("'{}' holds something else than words", key), "a list of strings");
      out.push_back(value.get<std::string>());
    }
    return out;
  }

  void read_claim_measures() {
    const auto found = json_.find("claimMeasures");
    if (found == json_.end()) return;
    if (!found->is_object()) refuse("'claimMeasures' is no object", "an object of measures by name");
    for (const auto& [name, value] : found->items()) {
      if (!value.is_object()) refuse(fmt::format("claim measure '{}' is no object", printable(name)), "an object");
      ClaimMeasure measure{.name = name,
                           .title = text(value, "title"),
                           .count = one_of<ClaimCount>(value, "count"),
                           .bound = one_of<ClaimBound>(value, "bound"),
                           .time = one_of<ClaimTime>(value, "time"),
                           .types = texts(value, "types"),
                           .kinds = {}};
      for (const std::string& word : texts(value, "kinds")) measure.kinds.push_back(one_of<Kind>("kind", word));
      package_.info.claim_measures.push_back(std::move(measure));
    }
  }

  void read_resources() {
    for (const Json& resource : list("resources")) {
      const std::string name = text(resource, "name");
      const std::string path = text(resource, "path");
      if (name.empty() || path.empty()) refuse("a resource without name or path", "both");
      if (path.starts_with('/') || path.find("..") != std::string::npos) {
        refuse(fmt::format("the path '{}' leads out of the dataset's folder", printable(path)),
               "a file inside the folder", "put the file into the folder and name it without ..");
      }
      package_.paths[name] = path;
    }
  }

  std::string file_;
  Json json_;
  DataPackage package_;
};

}  // namespace

DataPackage read_data_package(const DatasetFiles& files) {
  const Text text = files.load("datapackage.json");
  try {
    return PackageReader(files, Json::parse(text.view())).read();
  } catch (const Json::parse_error& fault) {
    const std::string_view before = text.view().substr(0, std::min(fault.byte, text.view().size()));
    throw InputError(Diagnostic{.file = files.path("datapackage.json"),
                                .line = 1 + static_cast<std::uint64_t>(std::ranges::count(before, '\n')),
                                .what = "this is no JSON",
                                .mend = "check brackets, commas and quotes near that line"});
  }
}

}  // namespace regionet
