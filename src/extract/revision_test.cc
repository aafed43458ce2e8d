// Twenty known edits of a plan's text, each of which the comparison must name, with nothing else
// gone and nothing else added: on a generated plan, and on a real one where it is to be had.
#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <set>

#include "extract/edited_paper.h"
#include "extract/reading_of.h"

using namespace makegood;
namespace fs = std::filesystem;

namespace revision_test {

std::string words_of(const std::string& text, std::size_t from, std::size_t to) {
  const auto words = split(text, ' ');
  return join({words.begin() + static_cast<std::ptrdiff_t>(std::min(from, words.size())),
               words.begin() + static_cast<std::ptrdiff_t>(std::min(to, words.size()))}, " ");
}
std::size_t count_words(const std::string& text) { return split(text, ' ').size(); }

std::string upper(std::string text) {
  for (auto& c : text) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
  return text;
}

std::string without_a_letter(const std::string& text) {
  auto words = split(text, ' ');
  auto& longest = *std::max_element(words.begin(), words.end(), [](const auto& a, const auto& b) { return a.size() < b.size(); });
  longest.erase(longest.size() / 2, 1);
  return join(words, " ");
}

std::string two_letters_swapped(const std::string& text) {
  auto words = split(text, ' ');
  auto& longest = *std::max_element(words.begin(), words.end(), [](const auto& a, const auto& b) { return a.size() < b.size(); });
  for (std::size_t i = 2; i + 1 < longest.size(); ++i)
    if (longest[i] != longest[i + 1]) return std::swap(longest[i], longest[i + 1]), join(words, " ");
  return join(words, " ");
}

// An edit of the item with this reference; what must be said of it.
struct Edit {
  const char* what;
  ChangeKind kind;
  std::function<void(Paper&, const std::string&)> make;
};

const std::vector<Edit> kSingle = {
    {"words put into the middle", ChangeKind::reworded,
     [](Paper& p, const std::string& r) {
       const auto t = p.cell(r, Paper::title);
       p.set(r, Paper::title, words_of(t, 0, 4) + " in every year of this plan " + words_of(t, 4, 999));
     }},
    {"a later date", ChangeKind::redated, [](Paper& p, const std::string& r) { p.set(r, Paper::timescale, "March 2031"); }},
    {"another owner", ChangeKind::new_owner, [](Paper& p, const std::string& r) { p.set(r, Paper::owner, "Head of Fair Chances"); }},
    {"a letter left out", ChangeKind::reworded,
     [](Paper& p, const std::string& r) { p.set(r, Paper::title, without_a_letter(p.cell(r, Paper::title))); }},
    {"two letters swapped", ChangeKind::reworded,
     [](Paper& p, const std::string& r) { p.set(r, Paper::title, two_letters_swapped(p.cell(r, Paper::title))); }},
    {"capital letters", ChangeKind::reworded, [](Paper& p, const std::string& r) { p.set(r, Paper::title, upper(p.cell(r, Paper::title))); }},
    {"words put before it", ChangeKind::reworded,
     [](Paper& p, const std::string& r) { p.set(r, Paper::title, "Together with residents, " + p.cell(r, Paper::title)); }},
    {"words put after it", ChangeKind::reworded, [](Paper& p, const std::string& r) { p.append(r, " and report on it in public"); }},
    {"its end cut off", ChangeKind::reworded,
     [](Paper& p, const std::string& r) {
       const auto t = p.cell(r, Paper::title);
       p.set(r, Paper::title, words_of(t, 0, count_words(t) - std::max<std::size_t>(1, count_words(t) / 5)));
     }},
    {"no date any longer", ChangeKind::redated, [](Paper& p, const std::string& r) { p.set(r, Paper::timescale, "To be confirmed"); }},
    {"reworded and re-dated at once: reworded", ChangeKind::reworded,
     [](Paper& p, const std::string& r) {
       p.append(r, " with those whom it concerns");
       p.set(r, Paper::timescale, "Q4 2031/32");
     }},
    {"an owner and a date at once: the date", ChangeKind::redated,
     [](Paper& p, const std::string& r) {
       p.set(r, Paper::owner, "Director of Fair Chances");
       p.set(r, Paper::timescale, "June 2031");
     }},
};

class Editing {
 public:
  Editing(const std::string& text) : base_(plan_on_paper(text)), paper_(text, themes_of(base_)), refs_(paper_.refs()) {
    for (auto& item : base_.items)
      for (auto* id : {&item.id, &item.parent})
        if (!id->empty()) id->text = "base " + id->text;
  }

  void make_all() {
    split_one();
    merge_two();
    move_to_another_theme();
    drop_one();
    swap_references();
    swap_places();
    for (const auto& edit : kSingle) {
      const auto item = next();
      edit.make(paper_, item);
      expect(item, edit.kind, edit.what);
    }
    add_one();
    rename_theme();
  }

  void renumber_everything() {
    int number = 0;
    for (const auto& item : paper_.refs()) paper_.set(item, Paper::ref, "9" + std::to_string(number / 9) + "." + std::to_string(10 + number)), ++number;
  }

  void check() const {
    const auto draft = plan_on_paper(paper_.text());
    const auto changes = compare(base_, draft);
    for (const auto& wanted : wanted_) {
      CAPTURE(wanted.what);
      CAPTURE(wanted.item);
      const auto* change = change_of(changes, wanted.item);
      REQUIRE(change != nullptr);
      CHECK(change->fate == Fate::changed);
      CHECK(change->kinds.has(wanted.kind));
    }
    CHECK(std::any_of(swapped_.begin(), swapped_.end(), [&](const auto& r) { return change_of(changes, r)->kinds.has(ChangeKind::moved); }));
    CHECK(in_lines(gone(changes)) == in_lines(gone_));
    CHECK(in_lines(added(changes, draft)) == in_lines(with_one_part(added(changes, draft))));
    int renamed = 0;
    for (const auto& theme : changes.themes) renamed += theme.renamed ? 1 : 0;
    CHECK(renamed == 1);
    CHECK(changes.questions() <= 4 + static_cast<int>(gone_.size()));
    // Of the other items nothing is said but, where everything was renumbered, that.
    for (const auto& change : changes.items) {
      if (change.current.empty() || change.fate == Fate::gone || is_touched(find_item(base_, change.current))) continue;
      CAPTURE(find_item(base_, change.current)->title);
      for (const auto& field : change.fields) {
        CAPTURE(word(field.field));
        CHECK((field.field == ItemField::ref || field.field == ItemField::theme));
      }
      for (const auto kind : change.kinds.list()) CHECK((kind == ChangeKind::renumbered || kind == ChangeKind::moved));
    }
  }

 private:
  struct Wanted {
    std::string item, what;
    ChangeKind kind;
  };

  static std::vector<std::string> themes_of(const Plan& plan) {
    std::vector<std::string> titles;
    for (const auto& theme : plan.themes) titles.push_back(theme.title);
    return titles;
  }
  // Items in turn, so that no two edits meet.
  std::string next() {
    const auto found = std::find_if(refs_.begin(), refs_.end(), [&](const auto& r) { return !used_.contains(r); });
    REQUIRE(found != refs_.end());
    return take(*found);
  }
  std::string take(const std::string& item) { return used_.insert(item), item; }
  void expect(const std::string& item, ChangeKind kind, const std::string& what) { wanted_.push_back({item, what, kind}); }

  [[nodiscard]] const Item& base_item(const std::string& item) const {
    return *std::find_if(base_.items.begin(), base_.items.end(), [&](const Item& i) { return i.ref == item; });
  }
  void expect_gone(const std::string& item) {
    const auto& gone = base_item(item);
    gone_.insert(gone.title);
    for (const auto* child : children_of(base_, gone.id)) gone_.insert(child->title);
  }

  static std::size_t middle_and(const std::string& title) {
    const auto words = split(title, ' ');
    for (std::size_t i = 5; i + 5 < words.size(); ++i)
      if (words[i] == "and") return i;
    return 0;
  }
  void split_one() {
    const auto found = std::find_if(refs_.begin(), refs_.end(), [&](const auto& r) { return middle_and(paper_.cell(r, Paper::title)) > 0; });
    REQUIRE(found != refs_.end());
    const auto item = take(*found);
    const auto text = paper_.cell(item, Paper::title);
    const auto at = middle_and(text);
    paper_.set(item, Paper::title, words_of(text, 0, at));
    const auto second = "To " + words_of(text, at + 1, 999);
    paper_.paste_after(item, {Paper::row(item + "b", second, paper_.cell(item, Paper::owner), paper_.cell(item, Paper::timescale))});
    expect(item, ChangeKind::split, "one becomes two");
    parts_ = {words_of(text, 0, at), second};
  }
  // What was added, and one of the two parts: without numbers to go by, either may be the closer one.
  [[nodiscard]] std::set<std::string> with_one_part(const std::set<std::string>& found) const {
    auto wanted = added_;
    wanted.insert(found.contains(parts_.at(0)) ? parts_.at(0) : parts_.at(1));
    return wanted;
  }
  void merge_two() {
    auto item = next(), other = next();
    // The history goes on with the closest, which is the longer one.
    if (paper_.cell(item, Paper::title).size() < paper_.cell(other, Paper::title).size()) std::swap(item, other);
    expect_gone(other);
    paper_.append(item, ", and " + paper_.cell(other, Paper::title));
    paper_.cut(other);
    expect(item, ChangeKind::merged, "two become one");
  }
  void move_to_another_theme() {
    const auto item = next();
    const auto to = std::find_if(refs_.rbegin(), refs_.rend(), [&](const auto& r) { return !used_.contains(r); });
    const auto block = paper_.cut(item);
    paper_.paste_after(take(*to), block);
    expect(item, ChangeKind::moved, "another theme");
  }
  void drop_one() {
    const auto item = next();
    expect_gone(item);
    paper_.cut(item);
  }
  void swap_references() {
    const auto one = next(), two = next();
    paper_.set(one, Paper::ref, "0.0");
    paper_.set(two, Paper::ref, one);
    paper_.set("0.0", Paper::ref, two);
    expect(one, ChangeKind::renumbered, "two numbers swapped");
    expect(two, ChangeKind::renumbered, "two numbers swapped");
  }
  void swap_places() {
    const auto one = next(), two = next();
    const auto block = paper_.cut(one);
    paper_.paste_after(two, block);
    swapped_ = {one, two};
  }
  void add_one() {
    const std::string title = "Lend musical instruments to children whose families cannot buy them";
    paper_.paste_after(next(), {Paper::row("77.7", title, "Head of Music", "May 2031")});
    added_.insert(title);
  }
  void rename_theme() {
    const auto theme = find_theme(base_, base_item(refs_.back()).theme)->title;
    const auto text = paper_.text();
    for (const auto& line : split(text, '\n'))
      if (squeeze(replace_all(line, "#", "")) == theme) paper_.replace_line(line, line + " for All Who Live Here");
  }

  static std::string in_lines(const std::set<std::string>& titles) { return join({titles.begin(), titles.end()}, "\n"); }
  [[nodiscard]] const ItemChange* change_of(const ChangeSet& changes, const std::string& item) const {
    const auto& id = base_item(item).id;
    const auto found = std::find_if(changes.items.begin(), changes.items.end(), [&](const ItemChange& c) { return c.current == id; });
    return found == changes.items.end() ? nullptr : &*found;
  }
  [[nodiscard]] std::set<std::string> gone(const ChangeSet& changes) const {
    std::set<std::string> titles;
    for (const auto& change : changes.items)
      if (change.fate == Fate::gone) titles.insert(find_item(base_, change.current)->title);
    return titles;
  }
  static std::set<std::string> added(const ChangeSet& changes, const Plan& draft) {
    std::set<std::string> titles;
    for (const auto& change : changes.items)
      if (change.fate == Fate::added) titles.insert(find_item(draft, change.draft)->title);
    return titles;
  }
  [[nodiscard]] bool is_touched(const Item* item) const {
    return std::any_of(wanted_.begin(), wanted_.end(), [&](const Wanted& w) { return w.item == item->ref; }) || !item->parent.empty();
  }

  Plan base_;
  Paper paper_;
  std::vector<std::string> refs_;
  std::set<std::string> used_;
  std::vector<Wanted> wanted_;
  std::vector<std::string> swapped_, parts_;
  std::set<std::string> gone_, added_;
};

void check_edits(const std::string& text) {
  Editing editing(text);
  editing.make_all();
  editing.check();
  editing.renumber_everything();
  editing.check();
}

// Thirty promises of Aberllyn's under five themes, no two of which say the same.
std::string generated_plan() {
  static constexpr std::array kDeeds = {"Review", "Publish the figures for", "Train everybody who decides about", "Open to residents",
                                        "Set a budget for", "Translate the letters about"};
  static constexpr std::array kThings = {"school exclusions", "council house lettings", "recruitment panels", "the museum's collection", "stop and search"};
  static constexpr std::array kEnds = {"with the families concerned and say each spring what was changed",
                                       "by ethnic group, and ask a panel of residents to look at them twice a year",
                                       "so that nobody waits longer than others, and hear those who were turned away"};
  static constexpr std::array kPosts = {"Head of Inclusion", "Head of Housing", "Head of Human Resources", "Museum Manager", "Chief Executive"};
  static constexpr std::array kThemes = {"Schools", "Homes", "Work", "Culture", "Safety"};
  std::string text = "# Aberllyn fair chances action plan\n\n";
  int n = 0;
  for (std::size_t theme = 0; theme < kThemes.size(); ++theme) {
    text += std::string("\n## ") + kThemes[theme] + "\n\n| Ref | Action | Owner | By when |\n|---|---|---|---|\n";
    for (std::size_t deed = 0; deed < kDeeds.size(); ++deed, ++n)
      text += Paper::row(std::to_string(theme + 1) + "." + std::to_string(deed + 1),
                         std::string(kDeeds[deed]) + " " + kThings[(theme + deed) % kThings.size()] + " in ward " + std::to_string(n + 3) + " " +
                             kEnds[(theme * 2 + deed) % kEnds.size()],
                         kPosts[(theme + deed * 2) % kPosts.size()], "March " + std::to_string(2026 + n % 4)) + "\n";
  }
  return text;
}

TEST_CASE("twenty edits of a generated plan are each named, and nothing else is gone or new") { check_edits(generated_plan()); }

TEST_CASE("twenty edits of a council's adopted plan are each named, and nothing else is gone or new") {
  const char* shared = std::getenv("MAKEGOOD_SHARED");
  const auto path = fs::path(shared != nullptr ? shared : "../shared") / "plans" / "cardiff-race-equality-taskforce.md";
  if (!fs::exists(path)) {
    MESSAGE("skipped: ", path.string(), " is not there");
    return;
  }
  std::ifstream in(path, std::ios::binary);
  check_edits({std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()});
}

}  // namespace revision_test
