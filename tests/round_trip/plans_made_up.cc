#include "round_trip/plans_made_up.h"

#include <array>

namespace makegood::round_trip {
namespace {

constexpr std::array kWords = {
    // words of plans
    "Review", "recruitment", "with", "staff networks", "and", "publish", "what is found", "by ethnic group", "Title", "Owners", "Type", "theme",
    "Indicators", "Progress:", "Response: Accepted.", "Commitment:", "Lead: Head of Housing", "Timescale: May 2024", "no", "Yes", "Ref", "Themes", "plan",
    // what begins or ends something in Markdown
    "# ", "##", "- x", "* y", "+ z", "1. a", "12) b", "> quoted", "===", "---", "| a | b |", "|", "\\", "\\|", "**bold**", "_under_", "__init__", "`code`",
    "~~gone~~", "[text](https://example.org)", "[x]", "![picture](a.png)", "<b>bold</b>", "<br>", "<!-- note -->", "</td>", "&amp;", "&", "&#42;", "&copy", "a&b", "<",
    ">", "]]>", "https://example.org/a_b?c=d&e=f", "<https://example.org>", "a*b*c", "!", "{}", "$x$", ":--", "#",
    // what a spreadsheet or a delimited file would act on
    "=1+1", "=1", "+44 20", "-5", "@SUM(A1)", "'quoted'", "'=1", "'", "\"", "\"\"", ";", "; ", ",", "a;b", "\\;", "01.05", "1e5", "TRUE",
    // other scripts, marks and bullets
    "ŵ ŷ Môn", "تجربة", "é e\xCC\x81", "👩‍👩‍👧", "🏴", "中文", "“curly”", "–", "—", "…", "• dot", "•dot", "➤ go", "▪", "· middle", "½", "№", "✓", "ﬁ", "\xF0\x9D\x94\xB8",
};
constexpr std::array kTimes = {"", "March 2024", "Q4 2022/23", "Spring 2023 - ongoing", "TBC", "June 23, 24 and quarterly thereafter (subject to funding)", "6 months-1 Year",
                               "Ongoing", "Completed", "within 6 months of adoption", "31/03/2025", "Q2", "academic year 2024/25", "blah blah", "| 2024 |", "=2024", "• May 2025", "*June* 2026"};
constexpr std::array kRefs = {"", "1", "01.05", "1.10", "=1", "A", "a.", "R1", "1", "2.", "(iv)", "'7", "-3", "+4", "é", "1.1 & 1.2", "•", "x|y"};
constexpr std::array kUrls = {"https://example.org/minutes?x=1&y=2", "mailto:race.equality@example.org", "http://example.org/a_(b)", "/local path", "https://example.org/<odd>", "", "\\share\\file", "a > b"};

class Maker {
 public:
  explicit Maker(std::uint64_t seed) : state_(seed * 0x9e3779b97f4a7c15U + 1) {}

  Plan make() {
    plan_.title = chance(15) ? "" : line(1, 6);
    plan_.organisation = chance(2) ? line(1, 4) : "";
    plan_.context = chance(2) ? lines(1, 6) : "";
    settings();
    themes();
    const auto count = chance(10) ? 0 : below(chance(12) ? 60 : 12);
    for (std::uint64_t n = 0; n < count; ++n) plan_.items.push_back(item(n));
    const auto indicators = chance(2) ? below(5) : 0;
    for (std::uint64_t n = 0; n < indicators; ++n)
      plan_.indicators.push_back({IndicatorId(std::to_string(n + 1)), any_theme(), line(1, 8), pick(std::array{"", "percent", "count", "percent-or-count"}), {}});
    return std::move(plan_);
  }

 private:
  std::uint64_t bits() {
    state_ += 0x9e3779b97f4a7c15U;
    auto z = state_;
    z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
    return z ^ (z >> 31U);
  }
  std::uint64_t below(std::uint64_t n) { return bits() % n; }
  bool chance(std::uint64_t one_in) { return below(one_in) == 0; }
  template <class List>
  std::string pick(const List& list) { return list[below(list.size())]; }

  // As plans hold text: valid, squeezed, never empty.
  std::string line(std::uint64_t least, std::uint64_t most) {
    std::string out;
    const auto count = least + below(most - least + 1);
    for (std::uint64_t n = 0; n < count; ++n) out += pick(kWords) + (chance(6) ? "" : " ");
    out = squeeze(out);
    return out.empty() ? "x" : out;
  }
  std::string lines(std::uint64_t least, std::uint64_t most) {
    std::string out;
    const auto count = least + below(most - least + 1);
    for (std::uint64_t n = 0; n < count; ++n) out += (out.empty() ? "" : "\n") + line(1, 9);
    return out;
  }
  std::string maybe(std::uint64_t one_in) { return chance(one_in) ? lines(1, chance(40) ? 200 : 4) : ""; }
  std::vector<std::string> names() {
    std::vector<std::string> out;
    const auto count = chance(3) ? below(5) : below(2);
    for (std::uint64_t n = 0; n < count; ++n) out.push_back(line(1, 3));
    return out;
  }

  void settings() {
    if (chance(6)) plan_.settings.financial_year_starts = static_cast<int>(1 + below(12));
    if (chance(6)) plan_.settings.academic_year_starts = static_cast<int>(1 + below(12));
    if (chance(6)) plan_.settings.quarters_are_financial = false;
    if (chance(3)) plan_.settings.as_of = static_cast<int>(2020 + below(8));
  }

  void themes() {
    const auto count = below(7);
    const bool reserved = chance(20);
    for (std::uint64_t n = 0; n < count; ++n) {
      Theme theme{ThemeId(std::to_string(n + 1)), chance(4) ? "Employment" : line(1, 3), {}, {}};
      if (reserved && n == 0) theme.title = pick(std::array{"Indicators", "Themes", "Without a theme", "Employment: Council"});
      if (n > 0 && chance(2)) theme.parent = plan_.themes[below(n)].id;
      plan_.themes.push_back(theme);
    }
    if (count > 2 && chance(8)) plan_.themes[0].parent = plan_.themes[1].parent.empty() ? plan_.themes[1].id : ThemeId{};  // the child comes first
    if (chance(25)) deep_themes();
  }
  void deep_themes() {
    for (int n = 0; n < 8; ++n)
      plan_.themes.push_back({ThemeId("deep" + std::to_string(n)), line(1, 2), n == 0 ? ThemeId{} : plan_.themes.back().id, {}});
  }
  ThemeId any_theme() { return plan_.themes.empty() || chance(6) ? ThemeId{} : plan_.themes[below(plan_.themes.size())].id; }

  Day day() { return Day::first_of_month(2019, 1).plus_days(static_cast<int>(below(4000))); }
  std::optional<Day> maybe_day() { return chance(2) ? std::optional(day()) : std::nullopt; }

  Timescale dates() {
    Timescale t;
    t.start = maybe_day();
    t.due = maybe_day();
    const auto count = chance(3) ? below(4) : 0;
    for (std::uint64_t n = 0; n < count; ++n) t.milestones.push_back({day(), {}});
    if (chance(4)) t.recurs = static_cast<Recurrence>(below(7));
    t.ongoing = chance(5);
    t.complete = chance(5);
    if (chance(5)) t.condition = line(1, 5);
    return t;
  }

  void times(Item& item) {
    item.timescale_raw = chance(12) ? line(1, 4) : pick(kTimes);
    item.timescale = read_timescale(item.timescale_raw, plan_.settings);
    if (chance(4)) item.confirmed = chance(4) ? Timescale{} : chance(4) ? item.timescale : dates();
    else if (chance(8)) {
      item.timescale = dates();
      if (!item.timescale.due) item.timescale.due = day();
    }
    if (item.confirmed) item.confirmed->unparsed = false;
    if (chance(3)) item.first_due = maybe_day();
  }

  Item item(std::uint64_t n) {
    Item item;
    item.id = ItemId(chance(2) ? std::to_string(n + 1) : "k" + std::to_string(bits() % 1000000) + "n" + std::to_string(n));
    item.ref = pick(kRefs);
    item.kind = static_cast<ItemKind>(below(5));
    if (n > 0 && chance(3)) item.parent = plan_.items[below(n)].id;
    item.theme = chance(3) || plan_.items.empty() ? any_theme() : plan_.items.back().theme;
    item.title = line(1, chance(30) ? 400 : 12);
    item.detail = maybe(3);
    item.owners = names();
    item.partners = chance(3) ? names() : std::vector<std::string>{};
    item.lead_authority = chance(8) ? names() : std::vector<std::string>{};
    times(item);
    item.status_raw = maybe(6);
    if (chance(4)) item.response = static_cast<Response>(below(6));
    item.progress = maybe(4);
    item.approval = chance(10) ? line(1, 6) : "";
    const auto links = chance(6) ? 1 + below(3) : 0;
    for (std::uint64_t l = 0; l < links; ++l) {
      auto url = pick(kUrls);
      item.evidence.push_back({chance(4) && !url.empty() ? "" : line(1, 3), std::move(url)});
    }
    item.absent = chance(12);
    return item;
  }

  std::uint64_t state_;
  Plan plan_;
};

}  // namespace

Plan made_up_plan(std::uint64_t seed) { return Maker(seed).make(); }

}  // namespace makegood::round_trip
