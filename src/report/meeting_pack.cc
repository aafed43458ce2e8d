#include "report/meeting_pack.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "formats/write.h"

namespace makegood {
namespace {

constexpr std::size_t kLongestName = 25;  // of a sheet: Excel takes 31, and a number may follow

/// What Excel takes as the name of a sheet, another one than those before.
std::string sheet_name(const std::string& heading, std::set<std::string>& taken) {
  std::string name;
  for (const char c : heading) name += std::string_view("[]:*?/\\'").find(c) == std::string_view::npos ? c : ' ';
  name = shorten(squeeze(name), kLongestName);
  if (name.empty()) name = "Section";
  auto unique = name;
  for (int n = 2; !taken.insert(lower(unique)).second; ++n) unique = fmt::format("{} {}", name, n);
  return unique;
}

/// A header's cells are distinct, on one line, and none is empty.
std::vector<std::string> header_of(const std::vector<std::string>& cells) {
  std::vector<std::string> header;
  std::set<std::string> taken;
  for (const auto& cell : cells) {
    auto name = squeeze(cell);
    if (name.empty()) name = "-";
    auto unique = name;
    for (int n = 2; !taken.insert(lower(unique)).second; ++n) unique = fmt::format("{} {}", name, n);
    header.push_back(std::move(unique));
  }
  return header;
}

Sheet sheet_of(const PackSection& section, std::size_t number, std::set<std::string>& taken) {
  Sheet sheet{sheet_name(section.heading, taken), {section.heading}, {}};
  sheet.lines.insert(sheet.lines.end(), section.lines.begin(), section.lines.end());
  if (section.rows.empty()) return sheet;
  SheetTable table{fmt::format("Section{}", number), header_of(section.rows.front()), {}, {}};
  for (std::size_t i = 1; i < section.rows.size(); ++i) table.rows.emplace_back(section.rows[i].begin(), section.rows[i].end());
  sheet.tables.push_back(std::move(table));
  return sheet;
}

}  // namespace

Document pack_document(const MeetingPack& pack) {
  Document document;
  document.title = pack.title;
  document.language = pack.language;
  document.blocks.push_back(heading(1, pack.title));
  for (const auto& line : pack.lines) document.blocks.push_back(paragraph(line));
  for (const auto& section : pack.sections) {
    document.blocks.push_back(heading(2, section.heading));
    for (const auto& line : section.lines) document.blocks.push_back(paragraph(line));
    if (!section.rows.empty()) document.blocks.push_back(table(section.rows));
  }
  return document;
}

Workbook pack_workbook(const MeetingPack& pack) {
  Workbook book{.title = pack.title, .language = pack.language == "cy" ? "cy-GB" : "en-GB", .profile = {}, .sheets = {}};
  std::set<std::string> taken;
  Sheet front{sheet_name(pack.title, taken), {pack.title}, {}};
  front.lines.insert(front.lines.end(), pack.lines.begin(), pack.lines.end());
  book.sheets.push_back(std::move(front));
  for (std::size_t i = 0; i < pack.sections.size(); ++i) book.sheets.push_back(sheet_of(pack.sections[i], i + 1, taken));
  return book;
}

Result<std::string> write_pack(const MeetingPack& pack, std::string_view format) {
  if (format == "html") return write_html(pack_document(pack));
  if (format == "docx") return write_docx(pack_document(pack));
  if (format == "md") return write_markdown(pack_document(pack));
  if (format == "xlsx") return write_xlsx(pack_workbook(pack));
  return refuse(Fault::invalid_input, fmt::format("a pack is html, docx, xlsx or md, not \"{}\"", shorten(format, 20)));
}

}  // namespace makegood
