#pragma once
// Workbooks made in memory, for tests: what stands in the parts goes in, the bytes come out.

#include <string>
#include <vector>

#include "formats/zip_fixture.h"

namespace makegood::formats {

struct SheetSource {
  std::string name;
  std::string rows;        ///< what stands in sheetData
  std::string after = {};  ///< what stands after it: mergeCells, hyperlinks
  std::string state = {};  ///< "hidden", "veryHidden"
  std::string links = {};  ///< relationships of the sheet
  std::string before = {}; ///< what stands before it: cols
};

struct XlsxSource {
  std::vector<SheetSource> sheets;
  std::string strings = {};   ///< what stands in sst
  std::string styles = {};    ///< what stands in styleSheet
  std::string workbook = {};  ///< what stands before the sheets in workbook
  std::vector<std::pair<std::string, std::string>> more = {};  ///< other parts
};

inline std::string relationship(const std::string& id, const std::string& type, const std::string& target, bool outside = false) {
  return "<Relationship Id=\"" + id + "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/" + type +
         "\" Target=\"" + target + "\"" + (outside ? " TargetMode=\"External\"" : "") + "/>";
}

inline std::string relationships(const std::string& inner) { return "<Relationships xmlns=\"x\">" + inner + "</Relationships>"; }

inline std::string xlsx_of(const XlsxSource& source) {
  std::vector<std::pair<std::string, std::string>> parts;
  std::string list, links;
  for (std::size_t n = 0; n < source.sheets.size(); ++n) {
    const auto& sheet = source.sheets[n];
    const auto number = std::to_string(n + 1);
    list += "<sheet name=\"" + sheet.name + "\" sheetId=\"" + number + "\" r:id=\"rId" + number + "\"" +
            (sheet.state.empty() ? "" : " state=\"" + sheet.state + "\"") + "/>";
    links += relationship("rId" + number, "worksheet", "worksheets/sheet" + number + ".xml");
    parts.push_back({"xl/worksheets/sheet" + number + ".xml",
                     "<worksheet xmlns=\"x\" xmlns:r=\"r\">" + sheet.before + "<sheetData>" + sheet.rows + "</sheetData>" + sheet.after + "</worksheet>"});
    if (!sheet.links.empty()) parts.push_back({"xl/worksheets/_rels/sheet" + number + ".xml.rels", relationships(sheet.links)});
  }
  if (!source.strings.empty()) {
    parts.push_back({"xl/sharedStrings.xml", "<sst xmlns=\"x\">" + source.strings + "</sst>"});
    links += relationship("rIdStrings", "sharedStrings", "sharedStrings.xml");
  }
  if (!source.styles.empty()) {
    parts.push_back({"xl/styles.xml", "<styleSheet xmlns=\"x\">" + source.styles + "</styleSheet>"});
    links += relationship("rIdStyles", "styles", "styles.xml");
  }
  parts.push_back({"xl/workbook.xml", "<workbook xmlns=\"x\" xmlns:r=\"r\">" + source.workbook + "<sheets>" + list + "</sheets></workbook>"});
  parts.push_back({"xl/_rels/workbook.xml.rels", relationships(links)});
  for (const auto& part : source.more) parts.push_back(part);
  return zip_of(parts);
}

/// A cell with text in it. `style` is its index in cellXfs.
inline std::string text_cell(const std::string& name, const std::string& text, int style = 0) {
  return "<c r=\"" + name + "\" s=\"" + std::to_string(style) + "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">" + text + "</t></is></c>";
}

inline std::string value_cell(const std::string& name, const std::string& value, int style = 0, const std::string& type = "") {
  return "<c r=\"" + name + "\" s=\"" + std::to_string(style) + "\"" + (type.empty() ? "" : " t=\"" + type + "\"") + "><v>" + value + "</v></c>";
}

inline std::string row_of_cells(int number, const std::string& cells, const std::string& attributes = "") {
  return "<row r=\"" + std::to_string(number) + "\" " + attributes + ">" + cells + "</row>";
}

/// A sheet as it looks: a line for each row, cells parted by "|", "*" before bold ones. Blank lines
/// are blank rows. Its bold cells have style 1 of `plain_and_bold`.
inline std::string picture(const std::string& lines) {
  std::string rows;
  int number = 0;
  for (const auto& line : split(lines, '\n')) {
    ++number;
    std::string cells;
    int column = 0;
    for (const auto& piece : split(line, '|')) {
      const auto text = std::string(trim(piece));
      const auto name = std::string(1, static_cast<char>('A' + column++)) + std::to_string(number);
      if (!text.empty()) cells += text[0] == '*' ? text_cell(name, text.substr(1), 1) : text_cell(name, text);
    }
    if (!cells.empty()) rows += row_of_cells(number, cells);
  }
  return rows;
}

constexpr const char* kPlainAndBold = "<fonts><font><sz val=\"11\"/></font><font><b/><sz val=\"11\"/></font></fonts>"
                                      "<cellXfs><xf numFmtId=\"0\" fontId=\"0\"/><xf numFmtId=\"0\" fontId=\"1\"/></cellXfs>";

}  // namespace makegood::formats
