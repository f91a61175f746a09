// SPDX-License-Identifier: Apache-2.0
// A tool of the build: writes files as C++ arrays. Usage: embed OUT FILE...
#include <fmt/format.h>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace {

/// String literals have a limit, arrays of numbers compile slowly: short literals side by side do well.
void write_literal(std::ofstream& out, const std::string& bytes) {
  for (std::size_t begin = 0; begin < bytes.size() || begin == 0; begin += 80) {
    out << "  \"";
    for (const char c : bytes.substr(begin, 80)) {
      const auto byte = static_cast<unsigned char>(c);
      if (c == '"' || c == '\\' || c == '?' || byte < 32 || byte > 126) {
        out << fmt::format("\\{:03o}", byte);
      } else {
        out << c;
      }
    }
    out << "\"\n";
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) return 2;
  std::ofstream out(argv[1]);
  out << "#include \"datasets/embedded.hpp\"\n\nnamespace regionet {\nnamespace {\n\nconstexpr EmbeddedFile files[] = "
         "{\n";
  for (int i = 2; i < argc; ++i) {
    const std::filesystem::path path = argv[i];
    std::ifstream in(path, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    if (!in) return 4;
    out << "{\"" << path.filename().string() << "\", std::string_view(\n";
    write_literal(out, bytes);
    out << "  , " << bytes.size() << ")},\n";
  }
  out << "};\n\n}  // namespace\n\nDatasetFiles belarus_china() { return DatasetFiles::embedded(\"belarus-china\", "
         "files); "
         "}\n\n}  // namespace regionet\n";
  return out.flush() ? 0 : 4;
}
