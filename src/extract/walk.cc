#include "extract/walk.h"

#include <algorithm>

#include "base/base.h"
#include "extract/parts.h"
#include "extract/vocabulary.h"

namespace makegood::extraction {
namespace {

// "Action Owner By when" as running text: a table came out as words.
bool is_lost_header(const Line& line) {
  const auto words = words_of(line.text);
  if (words.size() < 3 || words.size() > 9 || line.text.find_first_of(".,:;") != std::string::npos) return false;
  bool title = false, owner = false, date = false;
  for (const auto word : words) {
    const auto plain = lower(word);
    title = title || plain.starts_with("action") || plain.starts_with("recommendation") || plain.starts_with("commitment") || plain.starts_with("objective");
    owner = owner || plain == "owner" || plain == "lead" || plain == "responsible" || plain == "responsibility" || plain == "who" || plain == "officer";
    date = date || plain == "timescale" || plain == "timescales" || plain == "deadline" || plain == "when" || plain == "date" || plain == "timeline";
  }
  return title && owner && date;
}

class Walker {
 public:
  Walker(std::vector<Piece> pieces, std::size_t title_pieces, const Layouts& layouts)
      : pieces_(std::move(pieces)), first_(title_pieces), layouts_(layouts) {}

  Walked run() {
    Lines run;
    for (std::size_t n = first_; n < pieces_.size(); ++n) {
      auto& piece = pieces_[n];
      if (!piece.is_table) {
        run.push_back(piece.line);
        continue;
      }
      const auto& table = layouts_.of(piece.segment);
      const bool plan = table.layout.is_plan;
      take_run(run, plan, piece.segment.own_header);
      run.clear();
      plan ? take_rows(piece.segment, table) : take_other_table(piece.segment, table);
    }
    take_run(run, false, false);
    return std::move(out_);
  }

 private:
  Record* open() { return open_ ? &out_.records.back() : nullptr; }
  [[nodiscard]] bool open_body() const { return open_ && (!out_.records.back().body.empty() || ends_in_list(out_.records.back())); }

  // The last line of an item that is a list of items itself.
  static bool ends_in_list(const Record& record) {
    const int title = record.layout->first(Role::title);
    const auto& lines = record.cells[static_cast<std::size_t>(std::max(title, 0))];
    return record.layout->lists && std::any_of(lines.begin(), lines.end(), [](const Line& line) { return line.listed; });
  }

  void take_run(const Lines& run, bool table_next, bool header_next) {
    if (run.empty()) return;
    out_.headings.leave_table();
    const auto reading = read_run(run, out_.records.empty(), open_body(), table_next, header_next);
    for (std::size_t n = 0; n < run.size(); ++n) take_line(run[n], reading.is_theme[n], n >= reading.themes_from);
  }

  void take_line(const Line& line, bool theme, bool after_theme) {
    out_.lost_layout = out_.lost_layout || is_lost_header(line);
    if (is_measuring_label(line.text)) {
      measuring_ = true;
      measures_under_ = line.heading && line.level < 4 ? line.level : 0;
      return;
    }
    if (theme) {
      if (measuring_ && line.heading && measures_under_ > 0 && line.level > measures_under_) return;
      measuring_ = open_ = false;
      out_.headings.push(line.heading ? line.level : is_aim_like(line.text) ? kAimLine : kTitleLine, line.text, line.at);
      return;
    }
    if (measuring_ && line.listed) {
      out_.measures.push_back({line, out_.headings.current()});
      return;
    }
    if (open_ && !measuring_ && !after_theme && !stands_apart(line)) return take_fallen(line);
    out_.context.push_back(line);
  }

  // A sheet has no page breaks: what stands below its table ("Key: red = late") is none of its rows.
  static bool stands_apart(const Line& line) {
    return !line.at.sheet.empty() && !starts_lower(line.text) && !is_field(label_in(line.text).part);
  }

  static bool is_field(Part part) { return part == Part::response || part == Part::progress || part == Part::commitments || part == Part::owner || part == Part::timescale; }

  // Text that a page break has put between two tables.
  void take_fallen(const Line& line) {
    auto& record = out_.records.back();
    if (record.body.empty() && ends_in_list(record) && label_in(line.text).part == Part::none) {
      const int title = record.layout->first(Role::title);
      auto& cell = record.cells[static_cast<std::size_t>(title)];
      cell.push_back(line);
      cell.back().joined = !line.listed && !is_title_like(line.text);
    } else {
      record.body.push_back(line);
    }
    record.joined = true;
  }

  void take_rows(Segment& segment, const KnownTable& table) {
    const auto& layout = table.layout;
    measuring_ = false;
    bool first = segment.own_header;
    for (auto& row : segment.rows) {
      if (row.filled() == 0) continue;
      Record* before = open();
      if (before != nullptr && before->layout->columns.size() < row.slots.size() && before->layout != &layout) before = nullptr;
      const auto is = classify(row, layout, table.habit, before, first);
      first = false;
      if (is == RowIs::theme) {
        const auto& line = row.slots[static_cast<std::size_t>(row.only_filled())].lines[0];
        out_.headings.push(kTableRow, line.text, line.at);
        open_ = false;
      } else if (is == RowIs::body) {
        add_body(out_.records.back(), row);
      } else if (is == RowIs::rest && before != nullptr) {
        if (before->body.empty() || row.filled() > 1) add_rest(*before, row);
        else add_body(*before, row);
      } else {
        begin(row, layout, segment, is == RowIs::step);
      }
    }
  }

  static void add_body(Record& record, const GridRow& row) {
    std::size_t widest = 0, longest = 0;
    for (std::size_t n = 0; n < row.slots.size(); ++n)
      if (const auto size = text_of(row.slots[n].lines).size(); size > longest) longest = size, widest = n;
    bool first = true;
    for (auto line : row.slots[widest].lines) {
      line.joined = first && !record.body.empty();
      first = false;
      record.body.push_back(std::move(line));
    }
    // Beside it a cell of the item may go on: a second owner.
    GridRow others = row;
    others.slots[widest].lines.clear();
    if (others.filled() > 0) add_rest(record, others);
  }

  void begin(GridRow& row, const Layout& layout, const Segment& segment, bool step) {
    if (open_ && !step && out_.records.back().layout == &layout) return_stray_tail(out_.records.back(), row);
    Record record;
    record.layout = &layout;
    record.at = row.at;
    record.inherited = segment.inherited;
    record.heading = out_.headings.current();
    if (step && open_) record.parent = out_.records.back().parent >= 0 ? out_.records.back().parent : static_cast<int>(out_.records.size()) - 1;
    record.cells.resize(std::max(layout.columns.size(), row.slots.size()));
    const int title = layout.first(Role::title);
    for (std::size_t n = 0; n < row.slots.size(); ++n) {
      // A title merged downwards is said once; what stands beside it are its steps.
      if (row.slots[n].from_above && static_cast<int>(n) == title) continue;
      record.cells[n] = row.slots[n].lines;
    }
    carry_theme(record);
    out_.headings.has_items(record.heading);
    out_.records.push_back(std::move(record));
    open_ = true;
  }

  // A theme is written beside its first item only; the empty cells below mean the same.
  void carry_theme(Record& record) {
    const int theme = record.layout->first(Role::theme);
    if (theme < 0 || !open_ || out_.records.back().layout != record.layout || out_.records.back().heading != record.heading) return;
    const auto column = static_cast<std::size_t>(theme);
    if (record.cells[column].empty() && column < out_.records.back().cells.size()) record.cells[column] = out_.records.back().cells[column];
  }

  void take_other_table(const Segment& segment, const KnownTable& table) {
    const auto& layout = table.layout;
    const bool indicators = layout.columns.size() > 0 && (layout.role(0) == Role::measure || layout.role(1) == Role::measure);
    for (const auto& row : segment.rows)
      for (std::size_t n = 0; n < row.slots.size(); ++n)
        for (const auto& line : row.slots[n].lines) {
          if (indicators && layout.role(n) == Role::measure && row.filled() > 1) out_.measures.push_back({line, out_.headings.current()});
          else out_.context.push_back(line);
        }
  }

  std::vector<Piece> pieces_;
  std::size_t first_ = 0;
  const Layouts& layouts_;
  Walked out_;
  bool open_ = false;
  bool measuring_ = false;
  int measures_under_ = 0;
};

}  // namespace

Walked walk(std::vector<Piece> pieces, std::size_t title_pieces, const Layouts& layouts) {
  return Walker(std::move(pieces), title_pieces, layouts).run();
}

}  // namespace makegood::extraction
