// Any bytes, read as a text, web page or sheet, or grown into a document of odd tables: extract
// never throws, its ids are unique and lead somewhere, its text is valid, and it invents nothing.
#include <cstdint>
#include <cstdlib>
#include <set>
#include <string>

#include "base/base.h"
#include "extract/extract.h"
#include "formats/formats.h"

using namespace makegood;

namespace {

void must(bool holds) {
  if (!holds) std::abort();
}

class Grower {
 public:
  explicit Grower(std::string_view bytes) : bytes_(bytes) {}

  Document grow() {
    Document document;
    document.format = "grown";
    while (at_ < bytes_.size() && document.blocks.size() < 60) document.blocks.push_back(block(0));
    return document;
  }

 private:
  unsigned next() { return at_ < bytes_.size() ? static_cast<unsigned char>(bytes_[at_++]) : 0U; }

  // Words that mean something to a plan, or the bytes themselves.
  std::string text() {
    static constexpr const char* kWords[] = {"Action", "Lead", "Owner", "By when", "Recommendation", "Status", "Response: Accepted.", "Commitment:",
        "Head of Housing", "and", "March 2024", "1.1", "a.", "• ", "Ongoing", "Police/Council", "(Police).", "Measuring Progress:", "To work to end racism here",
        "Ref", "Theme", "Partners", "Number of staff", "review", "Lead: Chief. Timescale: May 2024", "\n", "HR", "/", ";", ","};
    std::string out;
    const auto count = 1 + next() % 6;
    for (unsigned n = 0; n < count; ++n) {
      const auto pick = next();
      if (pick < 200) {
        out += kWords[pick % (sizeof kWords / sizeof *kWords)];
      } else {
        const auto size = std::min<std::size_t>(next() % 24, bytes_.size() - at_);
        out += valid_utf8(bytes_.substr(at_, size));
        at_ += size;
      }
      out += ' ';
    }
    std::string clean;
    for (const auto& line : split(out, '\n')) clean += (clean.empty() ? "" : "\n") + squeeze(line);
    return clean;
  }

  Block block(int depth) {
    switch (next() % 4) {
      case 0: return heading(1 + static_cast<int>(next() % 6), squeeze(text()));
      case 1: return paragraph(text());
      case 2: return list_item(next() % 2 == 0 ? "•" : "a.", text(), static_cast<int>(next() % 3));
      default: return depth > 1 ? paragraph(text()) : grid(depth);
    }
  }

  Block grid(int depth) {
    Block table;
    table.kind = BlockKind::table;
    const auto rows = next() % 8, columns = 1 + next() % 6;
    for (unsigned r = 0; r < rows; ++r) {
      Row row;
      row.header = r == 0 && next() % 2 == 0;
      row.position.row = static_cast<int>(r) + 1;
      for (unsigned c = 0; c < columns; ++c) {
        if (next() % 9 == 0) continue;
        Cell cell;
        cell.column = static_cast<int>(c);
        if (next() % 7 == 0) cell.row_span = 1 + static_cast<int>(next() % 3);
        if (next() % 7 == 0) cell.column_span = static_cast<int>(1 + next() % (columns - c));
        const auto blocks = next() % 3;
        for (unsigned b = 0; b < blocks; ++b) cell.blocks.push_back(block(depth + 1));
        row.cells.push_back(std::move(cell));
      }
      table.rows.push_back(std::move(row));
    }
    return table;
  }

  std::string_view bytes_;
  std::size_t at_ = 0;
};

void check_words(const std::string& title, const std::string& text) {
  for (const auto& word : split(title, ' ')) must(text.find(word) != std::string::npos);
}

void check_reading(const PlanReading& reading) {
  std::set<std::string> keys;
  for (const auto& table : reading.tables) {
    must(keys.insert(table.key).second && !(table.left_out && table.is_plan));
    std::set<ColumnRole> once;
    for (const auto& column : table.columns) {
      must(!only_once(column.meaning) || once.insert(column.meaning).second);
      must(column.confidence >= 0.3 && column.confidence <= 1 && column.samples.size() <= 3 && column.filled <= table.rows);
    }
  }
  std::set<std::pair<int, int>> places;
  for (const auto& place : reading.places) {
    must(places.emplace(place.at.block, place.at.row).second);
    must(place.item.empty() || find_item(reading.plan, place.item) != nullptr);
  }
}

// Any meaning for any column, and some tables left out.
GivenReading say_anything(const PlanReading& reading, unsigned seed) {
  GivenReading given;
  for (const auto& table : reading.tables) {
    for (const auto& column : table.columns) {
      seed = seed * 1664525U + 1013904223U;
      if ((seed >> 16U) % 4 != 0) given.columns.push_back({table.key, column.column, "", static_cast<ColumnRole>((seed >> 20U) % kColumnRoles)});
    }
    if ((seed >> 8U) % 5 == 0) given.left_out.push_back(table.key);
  }
  return given;
}

void check_plan(const Document& document, const Plan& plan);

void check(const Document& document, unsigned seed) {
  const auto reading = extract_reading(document);
  check_reading(reading);
  check_plan(document, reading.plan);
  const auto given = say_anything(reading, seed);
  const auto again = extract_reading(document, {.settings = {}, .given = given});
  check_reading(again);
  check_plan(document, again.plan);
  for (const auto& block : document.blocks)
    if (const auto item = extract_item_at(document, {.block = block.position.block, .row = static_cast<int>(seed % 4)}, {.settings = {}, .given = given}))
      must(!item->title.empty());
}

void check_plan(const Document& document, const Plan& plan) {
  const auto text = plain_text(document);
  std::set<std::string> items, themes;
  for (const auto& theme : plan.themes) {
    must(themes.insert(theme.id.text).second && !theme.title.empty() && is_valid_utf8(theme.title));
    must(theme.parent.empty() || themes.contains(theme.parent.text));
  }
  for (const auto& item : plan.items) {
    must(items.insert(item.id.text).second);
    must(item.parent.empty() || (items.contains(item.parent.text) && item.parent != item.id));
    must(item.theme.empty() || themes.contains(item.theme.text));
    must(!item.title.empty() && is_valid_utf8(item.title) && is_valid_utf8(item.detail) && is_valid_utf8(item.progress));
    check_words(item.title, text);
    for (const auto& owner : item.owners) must(!owner.empty() && is_valid_utf8(owner));
    must(item.confidence >= 0 && item.confidence <= 1);
    must(item.timescale.due_span.to <= item.timescale_raw.size() + 16);
    must(item.source.block >= 0 && item.source.row >= 0);
  }
  for (const auto& indicator : plan.indicators) must(!indicator.text.empty() && (indicator.theme.empty() || themes.contains(indicator.theme.text)));
  must(!plan.items.empty() || !plan.findings.empty());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  static constexpr const char* kNames[] = {"plan.txt", "plan.md", "plan.html", "plan.csv"};
  if (data[0] % 8 >= 4) {
    check(Grower(bytes).grow(), data[0]);
  } else if (const auto document = read_document(bytes, kNames[data[0] % 8])) {
    check(*document, data[0]);
  }
  return 0;
}
