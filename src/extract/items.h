#pragma once
// Records become items: a row is an item, or its cell holds a list of them; the list after
// "Commitment:" gives child items.

#include "extract/names.h"
#include "extract/walk.h"
#include "plan/plan.h"

namespace makegood::extraction {

/// Fields out of labelled parts, whichever way the plan is laid out.
struct Fields {
  Lines owner, partner, timescale, status, response, progress, commitments, detail, measure;
};
void add_parts(Fields& fields, const Lines& lines);

/// A line that went into an item.
struct Taken {
  Position at;
  ItemId item;
};

class ItemBuilder {
 public:
  ItemBuilder(Plan& plan, const Names& names, Headings& headings);

  void build(const Record& record, std::size_t number);
  /// An item without a table; `title` has at least one line.
  void build_loose(const Lines& title, const Fields& fields, const std::string& ref, ItemKind kind, int heading, const Position& at);
  [[nodiscard]] const std::vector<Taken>& taken() const { return taken_; }

 private:
  struct Entry {  // one item of a list in a cell
    Lines lines;
    std::string label;
    std::string theme;
  };
  [[nodiscard]] std::vector<Entry> entries_of(const Record& record, const Lines& title) const;
  Item& add(Item item);
  void note(const Lines& lines, const ItemId& item);  ///< that they went into it
  void fill_people(Item& item, const Lines& owners, const Lines& partners);
  void fill_time(Item& item, const Lines& due, const Lines& start);
  void fill_text(Item& item, Fields& fields);
  void add_commitments(std::size_t parent, const Lines& lines);
  void add_indicators(const Record& record, const ThemeId& theme);
  ThemeId theme_of(const Record& record, ThemeId& above);

  Plan& plan_;
  const Names& names_;
  Headings& headings_;
  std::vector<Taken> taken_;
  std::vector<std::string> item_of_record_;  ///< id of the item that each record became
  std::vector<bool> has_steps_;
};

/// The words of the lines, emphasis, markers and numbering left out; line breaks as spaces.
[[nodiscard]] std::string title_text(const Lines& lines);
[[nodiscard]] std::string unit_of(std::string_view indicator);

}  // namespace makegood::extraction
