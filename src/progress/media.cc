#include "progress/media.h"

#include <algorithm>
#include <array>

#include "base/base.h"

namespace makegood {
namespace {

using namespace std::string_view_literals;

constexpr auto kUnknown = "application/octet-stream"sv;

struct Signature {
  std::string_view bytes, media;
};
constexpr auto kSignatures = std::to_array<Signature>({
    {"%PDF-"sv, "application/pdf"sv},
    {"\x89PNG\r\n\x1a\n"sv, "image/png"sv},
    {"\xFF\xD8\xFF"sv, "image/jpeg"sv},
});

constexpr auto kUnknownSuffix = "bin"sv;
struct Suffix {
  std::string_view media, suffix;
};
constexpr auto kSuffixes = std::to_array<Suffix>({
    {"application/pdf"sv, "pdf"sv},
    {"application/vnd.oasis.opendocument.spreadsheet"sv, "ods"sv},
    {"application/vnd.openxmlformats-officedocument.wordprocessingml.document"sv, "docx"sv},
    {"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"sv, "xlsx"sv},
    {"image/png"sv, "png"sv},
    {"image/jpeg"sv, "jpg"sv},
    {"text/csv"sv, "csv"sv},
    {"text/plain"sv, "txt"sv},
});

// The name of a part stands uncompressed in a package, whatever is done with its content.
struct Package {
  std::string_view part, media;
};
constexpr auto kPackages = std::to_array<Package>({
    {"mimetypeapplication/vnd.oasis.opendocument.spreadsheet"sv, "application/vnd.oasis.opendocument.spreadsheet"sv},
    {"word/document.xml"sv, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"sv},
    {"xl/workbook.xml"sv, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"sv},
});

std::string_view media_of_package(std::string_view bytes) {
  for (const auto& package : kPackages)
    if (bytes.find(package.part) != std::string_view::npos) return package.media;
  return kUnknown;
}

bool is_text(std::string_view bytes) {
  if (bytes.empty() || !is_valid_utf8(bytes)) return false;
  return std::none_of(bytes.begin(), bytes.end(), [](char c) {
    return (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\r' && c != '\t') || c == '\x7f';
  });
}

// Two lines or more, each with as many commas as the first, and at least one.
bool is_table(std::string_view text) {
  std::ptrdiff_t commas = 0;
  int lines = 0;
  while (!text.empty() && lines < 50) {
    const auto end = std::min(text.find('\n'), text.size());
    const auto line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (trim(line).empty()) continue;
    const auto here = std::count(line.begin(), line.end(), ',');
    if (lines++ == 0) commas = here;
    if (here != commas || here == 0) return false;
  }
  return lines > 1;
}

}  // namespace

std::string_view media_of(std::string_view bytes) {
  for (const auto& signature : kSignatures)
    if (bytes.starts_with(signature.bytes)) return signature.media;
  if (bytes.starts_with("PK\x03\x04"sv)) return media_of_package(bytes);
  if (!is_text(bytes)) return kUnknown;
  return is_table(bytes) ? "text/csv"sv : "text/plain"sv;
}

std::string_view suffix_of(std::string_view media) {
  const auto* found = std::find_if(kSuffixes.begin(), kSuffixes.end(), [&](const Suffix& row) { return row.media == media; });
  return found == kSuffixes.end() ? kUnknownSuffix : found->suffix;
}

}  // namespace makegood
