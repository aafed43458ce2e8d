#include "extract/prose.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/base.h"
#include "extract/parts.h"
#include "extract/people.h"
#include "extract/prose_lines.h"
#include "extract/prose_shapes.h"
#include "extract/vocabulary.h"

namespace makegood::extraction {
namespace {

struct Signs {
  int fields = 0;
  int counts[kShapes] = {};
  int doing[kShapes] = {};
  int with_fields[kShapes] = {};
};

class Reader {
 public:
  Reader(const Lines& lines, std::string_view title, Headings& headings, ItemBuilder& builder)
      : lines_(lines), title_(title), headings_(headings), builder_(builder) {}

  void run() {
    look();
    shape_ = choose();
    if (shape_ == Shape::none) return;
    owners_in_brackets_ = most_end_in_posts();
    others_ = other_lists(lines_, shape_, signs_.fields > 0);
    kind_ = has_recommendations(title_) ? ItemKind::recommendation : ItemKind::action;
    for (std::size_t n = 0; n < lines_.size(); ++n) take(n);
    close();
  }

 private:
  static bool has_recommendations(std::string_view text) { return fold(text).find("recommendation") != std::string::npos; }

  void look() {
    Shape last = Shape::none;
    for (std::size_t n = 0; n < lines_.size(); ++n) {
      const auto& line = lines_[n];
      const auto shape = line.heading && heads_fields(n) && read_shape(line) != Shape::named ? Shape::heading : shape_of(line);
      if (is_field_line(line) || (shape != Shape::none && has_inline_field(line))) {
        ++signs_.fields;
        ++signs_.with_fields[static_cast<int>(is_field_line(line) ? last : shape)];
      }
      if (shape == Shape::none) continue;
      ++signs_.counts[static_cast<int>(shape)];
      signs_.doing[static_cast<int>(shape)] += sounds_like_action(line.text);
      if (shape != Shape::labelled) last = shape;  // it may stand below the number of its item
    }
  }

  static Shape read_shape(const Line& line) {
    Named named;
    return read_named(line.text, named) ? Shape::named : Shape::none;
  }

  // A heading is an item when its fields come before the next heading or list item.
  [[nodiscard]] bool heads_fields(std::size_t n) const {
    for (auto next = n + 1; next < lines_.size() && next < n + 6; ++next) {
      if (lines_[next].heading || (lines_[next].listed && !is_field_line(lines_[next]))) return false;
      if (is_field_line(lines_[next])) return true;
    }
    return false;
  }

  [[nodiscard]] Shape choose() const {
    const auto count = [&](Shape shape) { return signs_.counts[static_cast<int>(shape)]; };
    if (count(Shape::named) >= 2 || (count(Shape::named) == 1 && signs_.fields > 0)) return Shape::named;
    if (signs_.fields > 0) {
      Shape best = Shape::none;
      for (const auto shape : {Shape::dotted, Shape::number, Shape::letter, Shape::bullet, Shape::heading})
        if (signs_.with_fields[static_cast<int>(shape)] > (best == Shape::none ? 0 : signs_.with_fields[static_cast<int>(best)])) best = shape;
      if (best != Shape::none) return best;
      if (count(Shape::labelled) >= 2) return Shape::labelled;
    }
    if (!has_plan_word(title_) && !sections_say_plan()) return Shape::none;
    for (const auto shape : {Shape::dotted, Shape::number, Shape::letter, Shape::bullet})
      if (count(shape) >= 2 && signs_.doing[static_cast<int>(shape)] * 2 >= count(shape)) return shape;
    return Shape::none;
  }

  [[nodiscard]] bool sections_say_plan() const {
    return std::any_of(lines_.begin(), lines_.end(), [](const Line& line) { return line.heading && has_plan_word(line.text); });
  }

  void take(std::size_t n) {
    const auto& line = lines_[n];
    const auto shape = line.heading && heads_fields(n) && read_shape(line) != Shape::named ? Shape::heading : shape_of(line);
    if (shape == shape_ || others_[n] != Shape::none) return begin(line);
    // "1. Leadership" above "1.1 Appoint ...".
    if (shape_ == Shape::dotted && shape == Shape::number && is_title_like(line.text) && !is_field_line(line)) {
      close();
      headings_.push(kTitleLine, line.text, line.at);
      return;
    }
    if (line.heading) {
      close();
      headings_.push(line.level, line.text, line.at);
      detail_only_ = false;
      return;
    }
    // A bold line of its own ends the item: what stands below it is another objective's.
    if (open_ && shape_ != Shape::named && !line.listed && line.bold && line.text.back() != ':' && is_title_like(line.text) && label_in(line.text).part == Part::none &&
        label_in(line.text + ":").part == Part::none) {
      close();
      headings_.push(kTitleLine, line.text, line.at);
      return;
    }
    if (open_) {
      // A named item alone on its line has its words in the next.
      if (title_lines_.empty() && label_in(line.text).part == Part::none) title_lines_.push_back(line);
      else rest_.push_back(line);
      return;
    }
    if (!line.listed && (line.bold || line.underlined) && is_title_like(line.text)) headings_.push(kTitleLine, line.text, line.at);
    else if (!line.listed && is_title_like(line.text) && n + 1 < lines_.size() && shape_of(lines_[n + 1]) == shape_ && line.text.back() != ':') headings_.push(kTitleLine, line.text, line.at);
  }

  void begin(const Line& line) {
    close();
    auto first = line;
    ref_ = is_ordered(line.marker) && !line.heading ? label_of(line.marker) : "";
    item_kind_ = kind_;
    if (has_recommendations(headings_.current() >= 0 ? headings_.text(headings_.current()) : "")) item_kind_ = ItemKind::recommendation;
    if (shape_ == Shape::named) {
      Named named;
      (void)read_named(line.text, named);
      ref_ = named.ref;
      item_kind_ = named.kind;
      first.text = std::string(named.rest);
      first.heading = false;
    }
    if (shape_ == Shape::labelled) first.text = std::string(label_in(line.text).rest);
    at_ = line.at;
    open_ = true;
    if (shape_ == Shape::heading) {
      const auto marked = take_marker(first.text);
      if (is_ordered(marked.marker)) ref_ = label_of(marked.marker);
    }
    if (first.text.empty()) return;
    // Fields on the item's own line: "Review leave (Lead: HR; Deadline: May 2024)".
    const auto parts = split_parts({first});
    if (parts[0].lines.empty()) {
      title_lines_ = {first};
      return;
    }
    title_lines_ = parts[0].lines;
    for (std::size_t n = 1; n < parts.size(); ++n) {
      for (auto field : parts[n].lines) {
        if (parts[n].part == Part::owner) fields_.owner.push_back(field);
        else if (parts[n].part == Part::timescale) fields_.timescale.push_back(field);
        else if (parts[n].part == Part::partner) fields_.partner.push_back(field);
        else if (parts[n].part == Part::status) fields_.status.push_back(field);
        else fields_.detail.push_back(field);
      }
    }
  }

  static bool is_due(const std::string& when) {
    const auto read = read_timescale(when);
    return !read.unparsed && (read.due || read.ongoing);
  }

  // "Lead: Head of HR, by May 2024": the date stands behind the names.
  void take_date_behind_names() {
    if (fields_.owner.size() != 1 || !fields_.timescale.empty()) return;
    auto& owner = fields_.owner[0];
    const auto comma = owner.text.rfind(", ");
    if (comma == std::string::npos || comma == 0 || !is_due(owner.text.substr(comma + 2))) return;
    auto date = owner;
    date.text = owner.text.substr(comma + 2);
    owner.text.resize(comma);
    fields_.timescale.push_back(std::move(date));
  }

  static bool names_post(std::string_view who) {
    const auto words = words_of(who);
    return looks_like_people(who) && std::any_of(words.begin(), words.end(), is_post_noun);
  }

  static bool ends_in_post(std::string_view text) {
    if (text.ends_with('.')) text.remove_suffix(1);
    const auto open = text.rfind(" (");
    return open != std::string_view::npos && text.ends_with(')') && names_post(text.substr(open + 2, text.size() - open - 3));
  }

  // One bracket may explain a word; where most items end in a post, the brackets name owners.
  [[nodiscard]] bool most_end_in_posts() const {
    const auto posts = std::count_if(lines_.begin(), lines_.end(), [&](const Line& line) { return shape_of(line) == shape_ && ends_in_post(line.text); });
    return posts >= 2 && posts * 2 > signs_.counts[static_cast<int>(shape_)];
  }

  // "Review leave. (Head of HR, by May 2024)": names and a date in the bracket at the end, or the
  // date behind it: "Review leave (Head of HR) by May 2024."
  void take_bracket() {
    auto& text = title_lines_.back().text;
    if (!fields_.owner.empty() || !fields_.timescale.empty()) return;
    const auto open = text.rfind(" (");
    const auto shut = text.rfind(')');
    if (open == std::string::npos || shut == std::string::npos || shut < open) return;
    auto who = text.substr(open + 2, shut - open - 2);
    auto when = text.substr(shut + 1);
    if (when.empty() || when == ".") {
      const auto comma = who.rfind(", ");
      if (comma == std::string::npos && owners_in_brackets_ && names_post(who)) {
        auto owner = title_lines_.back();
        owner.text = std::move(who);
        fields_.owner.push_back(std::move(owner));
        text.resize(open);
      }
      if (comma == std::string::npos) return;
      when = who.substr(comma + 2);
      who.resize(comma);
    }
    while (!when.empty() && (when.front() == ' ' || when.front() == ',')) when.erase(0, 1);
    if (when.ends_with('.')) when.pop_back();
    if (!looks_like_people(who) || !is_due(when)) return;
    auto owner = title_lines_.back(), date = title_lines_.back();
    owner.text = std::move(who);
    date.text = std::move(when);
    fields_.owner.push_back(std::move(owner));
    fields_.timescale.push_back(std::move(date));
    text.resize(open);
  }

  void close() {
    if (open_ && !title_lines_.empty()) take_bracket();
    if (open_ && !title_lines_.empty()) {
      // A short bold line just before the next item is a heading of what follows.
      std::vector<Line> later;
      while (!rest_.empty() && !rest_.back().listed && (rest_.back().bold || rest_.back().underlined || (shape_ != Shape::named && !is_field_line(rest_.back()) && signs_.fields == 0)) && is_title_like(rest_.back().text) && rest_.back().text.back() != ':' &&
             label_in(rest_.back().text).part == Part::none && later.empty()) {
        later.push_back(rest_.back());
        rest_.pop_back();
      }
      add_parts(fields_, rest_);
      take_date_behind_names();
      headings_.has_items(headings_.current());
      builder_.build_loose(title_lines_, fields_, ref_, item_kind_, headings_.current(), at_);
      for (const auto& line : later) headings_.push(kTitleLine, line.text, line.at);
    }
    open_ = false;
    title_lines_.clear();
    rest_.clear();
    fields_ = {};
  }

  const Lines& lines_;
  std::string_view title_;
  Headings& headings_;
  ItemBuilder& builder_;
  Signs signs_;
  Shape shape_ = Shape::none;
  std::vector<Shape> others_;  // how items of another shape begin, a line each
  ItemKind kind_ = ItemKind::action, item_kind_ = ItemKind::action;
  bool open_ = false, detail_only_ = false, owners_in_brackets_ = false;
  Lines title_lines_, rest_;
  Fields fields_;
  std::string ref_;
  Position at_;
};

}  // namespace

void read_prose(const std::vector<Piece>& pieces, std::size_t title_pieces, std::string_view title, Headings& headings, ItemBuilder& builder) {
  Lines lines;
  bool measuring = false;  // a list of indicators is no list of items
  for (std::size_t n = title_pieces; n < pieces.size(); ++n) {
    if (pieces[n].is_table) continue;
    const auto& line = pieces[n].line;
    if (is_measuring_label(line.text)) measuring = true;
    else if (line.heading) measuring = false;
    if (!measuring) lines.push_back(line);
  }
  join_lone_labels(lines);
  leave_out_notes(lines);
  Reader(lines, title, headings, builder).run();
}

}  // namespace makegood::extraction
