#include "extract/own_items.h"

#include <set>

#include <fmt/format.h>

#include "extract/findings.h"
#include "extract/own_cells.h"

namespace makegood::extraction {
namespace {

// "Accepted in part" is "accepted-in-part".
std::string as_code(std::string_view text) { return replace_all(lower(squeeze(text)), " ", "-"); }

class ItemRow {
 public:
  ItemRow(const OwnRow& row, bool codes, const TimescaleSettings& settings) : row_(row), codes_(codes), settings_(settings) {}

  Item read() {
    item_.ref = text(Field::ref);
    item_.kind = word_in(Field::kind, ItemKind::action, item_kind_from);
    item_.title = text(Field::title);
    item_.detail = text(Field::detail);
    item_.owners = list(Field::owners);
    item_.partners = list(Field::partners);
    item_.lead_authority = list(Field::lead_authority);
    item_.timescale_raw = text(Field::timescale);
    item_.response = word_in(Field::response, Response::none, response_from);
    item_.approval = text(Field::approval);
    item_.status_raw = text(Field::status);
    item_.progress = text(Field::progress);
    for (const auto& line : list(Field::evidence)) item_.evidence.push_back(link_of(line));
    item_.absent = flag(Field::absent);
    item_.source = row_.at;
    item_.source_text = item_.title;
    read_dates();
    return std::move(item_);
  }

 private:
  void note(std::string_view code, std::string message) { item_.findings.push_back(finding(code, std::move(message), row_.at)); }

  [[nodiscard]] std::string text(Field field) const { return own_cell(row_, field, codes_); }

  [[nodiscard]] std::vector<std::string> list(Field field) const {
    if (codes_) return split_list(text(field));
    std::vector<std::string> lines;
    for (auto& line : split(text(field), '\n'))
      if (!trim(line).empty()) lines.push_back(std::move(line));
    return lines;
  }

  template <class Value, class From>
  Value word_in(Field field, Value usual, From from) {
    const auto code = as_code(row_[field]);
    if (code.empty()) return usual;
    if (const auto value = from(code)) return *value;
    note(field == Field::kind ? "unknown_type" : "unknown_word",
         fmt::format("\"{}\" is not a word for the column \"{}\".", shorten(row_[field], 40), name_of(field).heading));
    return usual;
  }

  bool flag(Field field) {
    static const std::set<std::string, std::less<>> kYes = {"yes", "y", "true", "1", "x"}, kNo = {"", "no", "n", "false", "0"};
    const auto code = as_code(row_[field]);
    if (!kYes.contains(code) && !kNo.contains(code))
      note("unknown_word", fmt::format("\"{}\" is neither yes nor no, in the column \"{}\".", shorten(row_[field], 40), name_of(field).heading));
    return kYes.contains(code);
  }

  // A date as we write it, or as a spreadsheet or a person wrote it over.
  std::optional<Day> day(std::string_view cell, Field field) {
    const auto words = squeeze(cell);
    if (words.empty()) return std::nullopt;
    if (const auto iso = Day::parse(words)) return *iso;
    const auto read = read_timescale(words, settings_);
    if (!read.due) note("unread_date", fmt::format("\"{}\" is not a date, in the column \"{}\".", shorten(words, 40), name_of(field).heading));
    return read.due;
  }
  std::optional<Day> day(Field field) { return day(row_[field], field); }

  Timescale stated_dates() {
    Timescale stated;
    stated.start = day(Field::start);
    stated.due = day(Field::due);
    for (const auto& line : list(Field::milestones))
      if (const auto read = day(line, Field::milestones)) stated.milestones.push_back({*read, {}});
    stated.recurs = word_in(Field::recurs, Recurrence::none, [](std::string_view code) {
      const auto recurs = recurrence_from(code);
      return recurs == Recurrence::none ? std::nullopt : std::optional(recurs);
    });
    stated.ongoing = flag(Field::ongoing);
    stated.complete = flag(Field::complete);
    stated.condition = text(Field::condition);
    return stated;
  }

  void read_dates() {
    auto stated = stated_dates();
    auto from = word_in(Field::dates_from, DatesFrom::timescale, dates_from_word);
    const bool says_none = same_dates(stated, {});
    if (from == DatesFrom::timescale && item_.timescale_raw.empty() && !says_none) from = DatesFrom::document;
    stated.unparsed = from == DatesFrom::document && !item_.timescale_raw.empty() && says_none;
    take_dates(item_, from, stated, settings_);
    if (from == DatesFrom::timescale) compare_dates(stated);
    item_.first_due = day(Field::first_due);
  }

  // Somebody changed the date and not the text, or the text and not the date.
  void compare_dates(const Timescale& stated) {
    const bool new_row = !stated.due && row_[Field::id].empty();
    if (!row_.has(Field::due) || new_row || stated.due == item_.timescale.due) return;
    note("dates_differ", fmt::format("The timescale \"{}\" and the date in \"Due\" say different things; the timescale was taken. "
                                     "To set another date, write \"person\" in the column \"{}\".",
                                     shorten(item_.timescale_raw, 60), name_of(Field::dates_from).heading));
  }

  const OwnRow& row_;
  bool codes_;
  const TimescaleSettings& settings_;
  Item item_;
};

}  // namespace

std::string own_cell(const OwnRow& row, Field field, bool guarded) { return guarded ? without_guard(row[field]) : row[field]; }

Item read_own_item(const OwnRow& row, bool codes, const TimescaleSettings& settings) { return ItemRow(row, codes, settings).read(); }

}  // namespace makegood::extraction
