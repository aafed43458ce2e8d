#include "people/directory_lines.h"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

namespace makegood {
namespace {

using enum DirectoryField;
constexpr std::array<DirectoryField, kDirectoryFields> kFields = {post, person, email, organisation, language};
using Places = std::array<std::optional<std::size_t>, kDirectoryFields>;  // which column of the sheet

std::size_t at(DirectoryField field) { return static_cast<std::size_t>(field); }

class LineReader {
 public:
  explicit LineReader(const DirectorySheet& sheet) : sheet_(sheet) {}

  DirectoryLines read() {
    for (const auto& name : sheet_.header) header_.push_back(fold(name));
    for (const auto field : kFields) place(field);
    if (!places_[at(post)] && out_.faults.empty())
      fault("", "there is no column \"post\": its first row names the columns post, person, email, organisation, language");
    if (sheet_.rows.size() > kMostDirectoryRows) fault("", fmt::format("there are more than {} rows", kMostDirectoryRows));
    if (!out_.faults.empty()) return std::move(out_);
    note_columns_not_used();
    for (const auto& row : sheet_.rows) read_row(row);
    return std::move(out_);
  }

 private:
  void fault(std::string where, std::string message) { out_.faults.push_back({Fault::invalid_input, std::move(message), std::move(where)}); }
  void fault(std::size_t row, DirectoryField field, std::string message) { fault(place_in_sheet(out_, row, field), std::move(message)); }

  // Its own name first; only without it what else it may be called.
  void place(DirectoryField field) {
    const auto& column = kDirectoryColumns[at(field)];
    out_.columns[at(field)] = column.name;
    for (const auto& names : {std::vector<std::string>{std::string(column.name)}, split(column.also_called, '|')}) {
      for (std::size_t i = 0; i < header_.size(); ++i) {
        if (std::find(names.begin(), names.end(), header_[i]) == names.end()) continue;
        if (places_[at(field)])
          return fault("row 1", fmt::format("two columns say the {}: \"{}\" and \"{}\"", column.name, out_.columns[at(field)], squeeze(sheet_.header[i])));
        places_[at(field)] = i;
        out_.columns[at(field)] = squeeze(sheet_.header[i]);
      }
      if (places_[at(field)]) return;
    }
  }

  void note_columns_not_used() {
    for (std::size_t i = 0; i < header_.size(); ++i)
      if (std::find(places_.begin(), places_.end(), std::optional(i)) == places_.end())
        out_.findings.push_back({"column_not_used", fmt::format("the column \"{}\" is not used", squeeze(sheet_.header[i])), "row 1"});
  }

  void read_row(const SheetRow& row) {
    if (std::all_of(row.cells.begin(), row.cells.end(), [](const auto& cell) { return squeeze(cell).empty(); })) return;
    if (row.cells.size() != sheet_.header.size())
      return fault(fmt::format("row {}", row.number),
                   fmt::format("it has {} cells where the first row has {}", row.cells.size(), sheet_.header.size()));
    DirectoryLine line{row.number, {}};
    for (const auto field : kFields)
      if (places_[at(field)]) line.cells[at(field)] = squeeze(row.cells[*places_[at(field)]]);
    if (check(line)) out_.lines.push_back(std::move(line));
  }

  bool check(DirectoryLine& line) {
    const auto faults_before = out_.faults.size();
    for (const auto field : kFields)
      if (shorten(line[field], kLongestDirectoryCell) != line[field])
        fault(line.number, field, fmt::format("it is longer than {} characters", kLongestDirectoryCell));
    if (line[post].empty()) fault(line.number, post, "it is empty; say which post this is");
    if (!line[email].empty() && !is_email(line[email]))
      fault(line.number, email, fmt::format("\"{}\" is not an e-mail address", shorten(line[email], 60)));
    read_language(line);
    return out_.faults.size() == faults_before;
  }

  void read_language(DirectoryLine& line) {
    auto& cell = line.cells[at(language)];
    const auto said = fold(cell);
    if (said.empty()) return cell.clear();
    if (said == "en" || said == "english" || said == "saesneg") cell = "en";
    else if (said == "cy" || said == "welsh" || said == "cymraeg") cell = "cy";
    else fault(line.number, language, fmt::format("letters come in \"en\" and \"cy\", not in \"{}\"", shorten(cell, 40)));
  }

  const DirectorySheet& sheet_;
  std::vector<std::string> header_;  // folded
  Places places_;
  DirectoryLines out_;
};

}  // namespace

DirectoryLines read_directory_lines(const DirectorySheet& sheet) { return LineReader(sheet).read(); }

std::string place_in_sheet(const DirectoryLines& lines, std::size_t row, DirectoryField field) {
  return fmt::format("row {}, column \"{}\"", row, lines.columns[at(field)]);
}

}  // namespace makegood
