// Workbooks as bytes, by libxlsxwriter. The library writes to a file by name; here the name is
// that of a file in memory which has no place in any folder. Its own working files are nameless
// ones in the system's folder for such.
#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <stdexcept>

#include <fmt/format.h>

#include "formats/package.h"
#include "formats/sheet_grid.h"
#include "formats/write.h"

namespace makegood {
namespace formats {
namespace {

constexpr std::size_t kLongestText = 32'767;  // UTF-16 units in a cell
constexpr std::size_t kRowsKeptInView = 6;    // more would leave too little of the screen to scroll
constexpr double kNarrowest = 9, kWidest = 60, kNotesWidth = 100;  // of columns, in characters
constexpr std::time_t kCreated = 946'684'800;  // 1 January 2000: the same workbook gives the same bytes

class MemoryFile {
 public:
  MemoryFile() : handle_(::memfd_create("workbook", MFD_CLOEXEC)) {
    if (handle_ < 0) throw std::runtime_error("no memory for a workbook");
  }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  ~MemoryFile() { ::close(handle_); }

  [[nodiscard]] std::string name() const { return "/proc/self/fd/" + std::to_string(handle_); }
  [[nodiscard]] std::string bytes() const {
    std::string out(static_cast<std::size_t>(std::max<off_t>(::lseek(handle_, 0, SEEK_END), 0)), '\0');
    for (std::size_t got = 0; got < out.size();) {
      const auto read = ::pread(handle_, out.data() + got, out.size() - got, static_cast<off_t>(got));
      if (read <= 0) throw std::runtime_error("the workbook in memory cannot be read");
      got += static_cast<std::size_t>(read);
    }
    return out;
  }

 private:
  int handle_;
};

// "_x000D", the beginning of an escape: another escape after it would bring the "_" that closes it.
bool begins_escape(std::string_view text) {
  return text.size() >= 6 && text.starts_with("_x") && text.substr(2, 4).find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
}

// What XML cannot hold becomes Excel's escape (_x0007_), and a text that looks like an escape is
// kept from being one. Zeros go: a text ends there for the library, and for Excel.
std::string escaped(std::string_view text) {
  const auto clean = replace_all(valid_utf8(text), std::string_view("\0", 1), "");
  std::string out;
  for (std::size_t at = 0; at < clean.size();) {
    const auto from = at;
    const auto code = next_code_point(clean, at);
    const bool held = code >= 0x20 || code == '\t' || code == '\n';
    if (!held || code == 0xFFFE || code == 0xFFFF) out += fmt::format("_x{:04X}_", static_cast<unsigned>(code));
    else if (begins_escape(std::string_view(clean).substr(from))) out += "_x005F_";
    else out += std::string_view(clean).substr(from, at - from);
  }
  return out;
}

std::size_t utf16_units(std::string_view text) {
  std::size_t units = 0;
  for (std::size_t at = 0; at < text.size();) units += next_code_point(text, at) > 0xFFFF ? 2 : 1;
  return units;
}

Refusal refuse_in(const Sheet& sheet, const std::string& what) {
  return {Fault::too_large, "The sheet \"" + sheet.name + "\" cannot be an Excel sheet: " + what + ".", {}};
}

class WorkbookWriter {
 public:
  explicit WorkbookWriter(const Workbook& source) : source_(source) {}

  Result<std::string> run() {
    for (const auto& sheet : source_.sheets)
      if (auto refusal = over_limits(sheet); !refusal.message.empty()) return tl::unexpected(std::move(refusal));
    MemoryFile file;
    book_ = workbook_new(file.name().c_str());
    if (book_ == nullptr) throw std::runtime_error("a workbook cannot be made");
    try {
      set_properties();
      make_formats();
      for (const auto& sheet : source_.sheets) write_sheet(sheet);
    } catch (...) {
      lxw_workbook_free(book_);
      throw;
    }
    const auto error = workbook_close(book_);  // frees it, too
    if (error != LXW_NO_ERROR) return refuse(Fault::unavailable, std::string("The workbook could not be written: ") + lxw_strerror(error) + ".");
    return file.bytes();
  }

 private:
  static Refusal over_limits(const Sheet& sheet) {
    std::size_t rows = sheet.lines.size();
    for (const auto& line : sheet.lines)
      if (utf16_units(line) > kLongestText) return refuse_in(sheet, fmt::format("a line has more than {} characters", kLongestText));
    for (const auto& table : sheet.tables) {
      if (table.header.empty()) throw std::invalid_argument("a table of a workbook has no columns");
      rows += table.rows.size() + 3;  // blank row, header, and a row that a table without any must have
      if (table.header.size() > static_cast<std::size_t>(kLastColumn)) return refuse_in(sheet, fmt::format("a table has more than {} columns", kLastColumn));
      for (const auto& row : table.rows)
        for (const auto& value : row) {
          const auto* text = std::get_if<std::string>(&value);
          if (text != nullptr && utf16_units(*text) > kLongestText) return refuse_in(sheet, fmt::format("a cell has more than {} characters", kLongestText));
          const auto* number = std::get_if<double>(&value);
          if (number != nullptr && !std::isfinite(*number)) throw std::invalid_argument("a number of a workbook is none");
        }
    }
    return rows > static_cast<std::size_t>(kLastRow) ? refuse_in(sheet, fmt::format("it has more than {} rows", kLastRow)) : Refusal{};
  }

  void set_properties() {
    auto title = escaped(source_.title);
    lxw_doc_properties properties{};
    properties.title = title.data();
    properties.created = kCreated;
    workbook_set_properties(book_, &properties);
    if (!source_.language.empty()) workbook_set_custom_property_string(book_, "Language", escaped(source_.language).c_str());
    if (!source_.profile.empty()) workbook_set_custom_property_string(book_, kProfileProperty, escaped(source_.profile).c_str());
  }

  void make_formats() {
    heading_ = workbook_add_format(book_);
    format_set_bold(heading_);
    format_set_font_size(heading_, 16);
    text_ = workbook_add_format(book_);
    format_set_text_wrap(text_);
    format_set_align(text_, LXW_ALIGN_VERTICAL_TOP);
    date_ = workbook_add_format(book_);
    format_set_num_format(date_, "yyyy-mm-dd");
    format_set_align(date_, LXW_ALIGN_VERTICAL_TOP);
    format_set_align(date_, LXW_ALIGN_LEFT);
    open_text_ = workbook_add_format(book_);
    format_set_text_wrap(open_text_);
    format_set_align(open_text_, LXW_ALIGN_VERTICAL_TOP);
    format_set_unlocked(open_text_);
    open_date_ = workbook_add_format(book_);
    format_set_num_format(open_date_, "yyyy-mm-dd");
    format_set_align(open_date_, LXW_ALIGN_VERTICAL_TOP);
    format_set_align(open_date_, LXW_ALIGN_LEFT);
    format_set_unlocked(open_date_);
    as_typed_ = workbook_add_format(book_);
    format_set_num_format(as_typed_, "@");
    header_ = workbook_add_format(book_);
    format_set_bold(header_);
    format_set_text_wrap(header_);
    format_set_align(header_, LXW_ALIGN_VERTICAL_TOP);
  }

  void write_sheet(const Sheet& sheet) {
    auto* const page = workbook_add_worksheet(book_, sheet.name.c_str());
    if (page == nullptr) throw std::invalid_argument("no name for a sheet: " + sheet.name);
    const bool notes = sheet.tables.empty();
    std::size_t row = 0;
    for (const auto& line : sheet.lines) {
      // Beside a table a line runs over the cells on its right, which are empty.
      auto* const format = row == 0 ? heading_ : notes || line.find('\n') != std::string::npos ? text_ : nullptr;
      write_text(page, row++, 0, line, format);
    }
    if (notes) worksheet_set_column(page, 0, 0, kNotesWidth, nullptr);
    bool first = true;
    for (const auto& table : sheet.tables) {
      if (row > 0) ++row;
      if (first && row < kRowsKeptInView) worksheet_freeze_panes(page, static_cast<lxw_row_t>(row + 1), 0);
      if (std::exchange(first, false)) set_widths(page, table, as_typed_);
      write_table(page, table, row);
      add_menus(page, table, row);
      for (const auto column : table.hidden) hide(page, column);
      row += std::max<std::size_t>(table.rows.size(), 1) + 1;
    }
    if (sheet.locked) lock(page);
    worksheet_set_landscape(page);
    worksheet_set_paper(page, 9);  // A4
    worksheet_fit_to_pages(page, 1, 0);
  }

  void write_table(lxw_worksheet* page, const SheetTable& table, std::size_t top) {
    for (std::size_t n = 0; n < table.rows.size(); ++n)
      for (std::size_t column = 0; column < table.rows[n].size(); ++column)
        write_value(page, top + 1 + n, column, table.rows[n][column], is_open(table, column));
    std::vector<std::string> names;
    for (const auto& name : table.header) names.push_back(escaped(name));
    std::vector<lxw_table_column> columns(names.size());
    std::vector<lxw_table_column*> pointers;
    for (std::size_t n = 0; n < names.size(); ++n) {
      columns[n] = {};
      columns[n].header = names[n].data();
      columns[n].header_format = header_;
      pointers.push_back(&columns[n]);
    }
    pointers.push_back(nullptr);
    auto name = table.name;
    lxw_table_options options{};
    options.name = name.data();
    options.style_type = LXW_TABLE_STYLE_TYPE_LIGHT;
    options.style_type_number = 15;
    options.columns = pointers.data();
    const auto last = top + std::max<std::size_t>(table.rows.size(), 1);
    const auto error = worksheet_add_table(page, static_cast<lxw_row_t>(top), 0, static_cast<lxw_row_t>(last),
                                           static_cast<lxw_col_t>(names.size() - 1), &options);
    if (error != LXW_NO_ERROR) throw std::invalid_argument(fmt::format("table {}: {}", table.name, lxw_strerror(error)));
  }

  static bool is_open(const SheetTable& table, std::size_t column) {
    return std::find(table.open.begin(), table.open.end(), column) != table.open.end();
  }

  // Sorting, filtering and widening stay allowed: a locked sheet must still be readable.
  static void lock(lxw_worksheet* page) {
    lxw_protection allowed{};
    allowed.format_columns = 1;
    allowed.format_rows = 1;
    allowed.sort = 1;
    allowed.autofilter = 1;
    worksheet_protect(page, nullptr, &allowed);
  }

  static void hide(lxw_worksheet* page, std::size_t column) {
    lxw_row_col_options options{};
    options.hidden = 1;
    worksheet_set_column_opt(page, static_cast<lxw_col_t>(column), static_cast<lxw_col_t>(column), kNarrowest, nullptr, &options);
  }

  void add_menus(lxw_worksheet* page, const SheetTable& table, std::size_t top) {
    const auto rows = table.rows.size() + table.blank_rows;
    if (rows == 0) return;
    for (const auto& menu : table.menus) {
      auto choices = menu.choices;
      auto range = menu.range;
      std::vector<char*> pointers;
      for (auto& choice : choices) pointers.push_back(choice.data());
      pointers.push_back(nullptr);
      lxw_data_validation rule{};
      rule.validate = range.empty() ? LXW_VALIDATION_TYPE_LIST : LXW_VALIDATION_TYPE_LIST_FORMULA;
      if (range.empty()) rule.value_list = pointers.data();
      else rule.value_formula = range.data();
      if (!menu.strict) rule.error_type = LXW_VALIDATION_ERROR_TYPE_INFORMATION;
      const auto error = worksheet_data_validation_range(page, static_cast<lxw_row_t>(top + 1), static_cast<lxw_col_t>(menu.column),
                                                         static_cast<lxw_row_t>(top + rows),
                                                         static_cast<lxw_col_t>(menu.column), &rule);
      if (error != LXW_NO_ERROR) throw std::invalid_argument(fmt::format("menu of table {}: {}", table.name, lxw_strerror(error)));
    }
  }

  void write_value(lxw_worksheet* page, std::size_t row, std::size_t column, const SheetValue& value, bool open) {
    auto* const format = open ? open_text_ : text_;
    if (const auto* text = std::get_if<std::string>(&value)) {
      if (text->empty() && open) worksheet_write_blank(page, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column), format);
      return write_text(page, row, column, *text, format);
    }
    if (const auto* number = std::get_if<double>(&value))
      return static_cast<void>(worksheet_write_number(page, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column), *number, format));
    const auto day = std::get<Day>(value);
    // Excel counts a 29 February 1900, and knows no day before its first or after the year 9999.
    if (day < Day::first_of_month(1900, 3) || day.year() > 9999) return write_text(page, row, column, day.iso(), format);
    const int serial = days_between(Day::first_of_month(1899, 12).plus_days(29), day);
    worksheet_write_number(page, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column), serial, open ? open_date_ : date_);
  }

  static void write_text(lxw_worksheet* page, std::size_t row, std::size_t column, const std::string& text, lxw_format* format) {
    const auto safe = escaped(text);
    if (!safe.empty()) worksheet_write_string(page, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column), safe.c_str(), format);
  }

  static void set_widths(lxw_worksheet* page, const SheetTable& table, lxw_format* as_typed) {
    for (std::size_t column = 0; column < table.header.size(); ++column) {
      double width = column < table.widths.size() ? table.widths[column] : 0;
      if (!(width > 0)) {
        width = static_cast<double>(table.header[column].size()) + 4;  // the button of its filter stands beside it
        for (const auto& row : table.rows)
          if (column < row.size())
            if (const auto* text = std::get_if<std::string>(&row[column])) width = std::max(width, static_cast<double>(text->size()));
        width = std::clamp(width, kNarrowest + 2, kWidest);
      }
      const bool text = std::find(table.as_text.begin(), table.as_text.end(), column) != table.as_text.end();
      worksheet_set_column(page, static_cast<lxw_col_t>(column), static_cast<lxw_col_t>(column), width, text ? as_typed : nullptr);
    }
  }

  const Workbook& source_;
  lxw_workbook* book_ = nullptr;
  lxw_format *heading_ = nullptr, *text_ = nullptr, *date_ = nullptr, *header_ = nullptr, *open_text_ = nullptr, *open_date_ = nullptr, *as_typed_ = nullptr;
};

}  // namespace
}  // namespace formats

Result<std::string> write_xlsx(const Workbook& workbook) { return formats::WorkbookWriter(workbook).run(); }

}  // namespace makegood
