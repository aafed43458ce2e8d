#include "formats/xlsx_format.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

#include "base/base.h"

namespace makegood::formats {
namespace {

using Part = NumberFormat::Part;
using Section = NumberFormat::Section;
using Token = NumberFormat::Token;

constexpr std::size_t kLongestCode = 1000;  // Excel allows 255 characters

bool is_date_part(Part part) { return part >= Part::year; }

class CodeReader {
 public:
  explicit CodeReader(std::string_view code) : code_(code.substr(0, kLongestCode)) {}

  std::vector<Section> run() {
    sections_.emplace_back();
    while (at_ < code_.size()) step();
    for (auto& section : sections_) settle(section);
    return std::move(sections_);
  }

 private:
  Section& section() { return sections_.back(); }

  void add(Part part, int count = 1, std::string text = {}) { section().tokens.push_back({part, count, std::move(text)}); }
  void literal(std::string_view text) {
    auto& tokens = section().tokens;
    if (!tokens.empty() && tokens.back().part == Part::literal) tokens.back().text += text;
    else add(Part::literal, 1, std::string(text));
  }

  bool take_word(std::string_view word) {
    if (!starts_with_fold(code_.substr(at_, word.size()), word)) return false;
    at_ += word.size();
    return true;
  }

  int take_run(char letter) {
    int count = 0;
    for (; at_ < code_.size() && (code_[at_] | 0x20) == letter; ++at_) ++count;
    return count;
  }

  void step() {
    const char c = code_[at_];
    if (c == '"') return quoted();
    if (c == '[') return bracket();
    if (c == ';') return next_section();
    if (c == '\\' || c == '_' || c == '*') return escaped(c);
    if (take_word("general")) return add(Part::general);
    if (take_word("am/pm") || take_word("a/p")) return add(Part::half_day);
    if (take_word("e+") || take_word("e-")) return add(Part::exponent);
    if (letter()) return;
    ++at_;
    if (c == '0' || c == '#' || c == '?') return add(Part::digit, 1, std::string(1, c));
    if (c == '.') return add(Part::point);
    if (c == ',') return comma();
    if (c == '%') return add(Part::percent);
    if (c == '/') return add(Part::slash);
    if (c == '@') return add(Part::text);
    literal({&c, 1});
  }

  bool letter() {
    constexpr std::array<std::pair<char, Part>, 5> kLetters = {
        {{'y', Part::year}, {'m', Part::month}, {'d', Part::day}, {'h', Part::hour}, {'s', Part::second}}};
    const char small = static_cast<char>(code_[at_] | 0x20);
    for (const auto& [name, part] : kLetters)
      if (small == name) return add(part, take_run(name)), true;
    return false;
  }

  void next_section() {
    ++at_;
    if (sections_.size() < 4) return static_cast<void>(sections_.emplace_back());
    at_ = code_.size();
  }

  void quoted() {
    const auto end = std::min(code_.find('"', at_ + 1), code_.size());
    literal(code_.substr(at_ + 1, end - at_ - 1));
    at_ = end + 1;
  }

  // "\x" is x; "_x" leaves room as wide as x; "*x" fills the cell with x.
  void escaped(char sign) {
    auto next = ++at_;
    if (next >= code_.size()) return;
    (void)next_code_point(code_, next);
    if (sign == '\\') literal(code_.substr(at_, next - at_));
    if (sign == '_') literal(" ");
    at_ = next;
  }

  // Between digits it separates thousands; after them it divides.
  void comma() {
    const auto& tokens = section().tokens;
    const bool after_digit = !tokens.empty() && tokens.back().part == Part::digit;
    const bool before_digit = at_ < code_.size() && (code_[at_] == '0' || code_[at_] == '#' || code_[at_] == '?');
    if (after_digit && before_digit) section().thousands = true;
    else if (after_digit) ++section().scale;
    else literal(",");
  }

  void bracket() {
    const auto end = std::min(code_.find(']', at_), code_.size());
    const auto inner = code_.substr(at_ + 1, end - at_ - 1);
    at_ = std::min(end + 1, code_.size());
    if (inner.empty()) return;
    if (inner[0] == '$') return currency(inner.substr(1));
    if (inner[0] == '<' || inner[0] == '>' || inner[0] == '=') return condition(inner);
    const auto small = lower(inner);
    if (small.find_first_not_of(small[0]) != std::string::npos) return;  // a colour
    if (small[0] == 'h') add(Part::hours_in_all, static_cast<int>(small.size()));
    if (small[0] == 'm') add(Part::minutes_in_all, static_cast<int>(small.size()));
    if (small[0] == 's') add(Part::seconds_in_all, static_cast<int>(small.size()));
  }

  // "[$£-809]" is a pound sign; "[$-F800]" asks for the long date of whoever looks.
  void currency(std::string_view inner) {
    const auto dash = inner.rfind('-');
    const auto locale = dash == std::string_view::npos ? std::string() : lower(inner.substr(dash + 1));
    if (locale == "f800" || lower(inner) == "-x-sysdate") return whole_section("dd mmmm yyyy");
    if (locale == "f400" || lower(inner) == "-x-systime") return whole_section("hh:mm:ss");
    literal(inner.substr(0, dash));
  }

  void whole_section(std::string_view code) {
    section() = CodeReader(code).run().front();
    at_ = std::min(code_.find(';', at_), code_.size());
  }

  void condition(std::string_view inner) {
    const auto digits = inner.find_first_not_of("<>=");
    if (digits == std::string_view::npos) return;
    section().comparison = inner.substr(0, digits);
    section().limit = std::strtod(std::string(inner.substr(digits)).c_str(), nullptr);
  }

  // Minutes stand beside hours or seconds, and share their letter with months. Between the parts
  // of a date or time, "/", "." and "," are plain characters; ".0" after seconds is their fraction.
  static void settle(Section& section) {
    auto& tokens = section.tokens;
    section.date = std::any_of(tokens.begin(), tokens.end(), [](const Token& token) { return is_date_part(token.part); });
    if (!section.date) {
      const bool digits = std::any_of(tokens.begin(), tokens.end(), [](const Token& token) { return token.part == Part::digit; });
      for (auto& token : tokens)
        if (token.part == Part::slash && !digits) token = {Part::literal, 1, "/"};
      return;
    }
    mark_minutes(tokens);
    std::vector<Token> out;
    for (std::size_t n = 0; n < tokens.size(); ++n) {
      auto token = tokens[n];
      const bool after_seconds = !out.empty() && (out.back().part == Part::second || out.back().part == Part::seconds_in_all);
      if (token.part == Part::point && after_seconds && n + 1 < tokens.size() && tokens[n + 1].part == Part::digit) {
        int digits = 0;
        while (n + 1 < tokens.size() && tokens[n + 1].part == Part::digit) ++digits, ++n;
        token = {Part::fraction, std::min(digits, 3), {}};
      } else if (token.part == Part::point) token = {Part::literal, 1, "."};
      else if (token.part == Part::slash) token = {Part::literal, 1, "/"};
      else if (token.part == Part::percent) token = {Part::literal, 1, "%"};
      else if (token.part == Part::text || token.part == Part::exponent) continue;
      out.push_back(std::move(token));
    }
    tokens = std::move(out);
  }

  static void mark_minutes(std::vector<Token>& tokens) {
    const auto neighbour = [&](std::size_t n, int step) {
      for (auto at = static_cast<int>(n) + step; at >= 0 && at < static_cast<int>(tokens.size()); at += step)
        if (is_date_part(tokens[static_cast<std::size_t>(at)].part)) return tokens[static_cast<std::size_t>(at)].part;
      return Part::literal;
    };
    for (std::size_t n = 0; n < tokens.size(); ++n) {
      if (tokens[n].part != Part::month || tokens[n].count > 2) continue;
      const auto before = neighbour(n, -1), after = neighbour(n, 1);
      if (before == Part::hour || before == Part::hours_in_all || after == Part::second || after == Part::seconds_in_all)
        tokens[n].part = Part::minute;
    }
  }

  std::string_view code_;
  std::size_t at_ = 0;
  std::vector<Section> sections_;
};

// Puts the day before the month where both are figures and no year comes first.
bool put_day_first(Section& section) {
  Token* month = nullptr;
  for (auto& token : section.tokens) {
    if (token.part == Part::year && month == nullptr) return false;
    if (token.part == Part::month) month = token.count <= 2 ? &token : nullptr;
    if (token.part != Part::day || token.count > 2 || month == nullptr) continue;
    std::swap(*month, token);
    return true;
  }
  return false;
}

bool meets(double value, const Section& section) {
  const double limit = section.limit.value_or(0);
  if (section.comparison == "<") return value < limit;
  if (section.comparison == "<=") return value <= limit;
  if (section.comparison == ">") return value > limit;
  if (section.comparison == ">=") return value >= limit;
  if (section.comparison == "<>") return value < limit || value > limit;
  return !(value < limit) && !(value > limit);
}

}  // namespace

NumberFormat::NumberFormat(std::string_view code) : sections_(CodeReader(code.empty() ? "General" : code).run()) {
  for (auto& section : sections_) month_first_ = put_day_first(section) || month_first_;
}

bool NumberFormat::is_date() const { return sections_.front().date; }

const Section* NumberFormat::section_for(double value, bool& keeps_sign) const {
  keeps_sign = sections_.size() == 1;
  const bool conditions = std::any_of(sections_.begin(), sections_.end(), [](const Section& s) { return s.limit.has_value(); });
  if (conditions) {
    keeps_sign = true;
    for (const auto& section : sections_)
      if (!section.limit || meets(value, section)) return &section;
    return nullptr;
  }
  if (value < 0 && sections_.size() > 1) return &sections_[1];
  const bool zero = !(value < 0) && !(value > 0);
  return zero && sections_.size() > 2 ? &sections_[2] : &sections_[0];
}

std::string NumberFormat::shown(double value, DateSystem system) const {
  bool keeps_sign = true;
  const auto* section = section_for(value, keeps_sign);
  if (section == nullptr) return general_number(value);
  if (section->date) {
    auto date = shown_date(value, *section, system);
    return date.empty() ? general_number(value) : date;
  }
  if (value < 0) return (keeps_sign ? "-" : "") + shown_number(-value, *section);
  return shown_number(value, *section);
}

// ECMA-376 part 1, 18.8.30. Numbers 14 and 22 follow the reader's country; 27 to 36 and 50 to 58
// are dates of East Asian editions. Currency is in pounds.
std::string_view NumberFormat::built_in(int id) {
  switch (id) {
    case 1: return "0";
    case 2: return "0.00";
    case 3: return "#,##0";
    case 4: return "#,##0.00";
    case 5: case 6: case 42: return "\xC2\xA3#,##0;-\xC2\xA3#,##0";
    case 7: case 8: case 44: return "\xC2\xA3#,##0.00;-\xC2\xA3#,##0.00";
    case 9: return "0%";
    case 10: return "0.00%";
    case 11: return "0.00E+00";
    case 12: return "# ?/?";
    case 13: return "# \?\?/\?\?";
    case 14: return "dd/mm/yyyy";
    case 15: return "d-mmm-yy";
    case 16: return "d-mmm";
    case 17: return "mmm-yy";
    case 18: return "h:mm AM/PM";
    case 19: return "h:mm:ss AM/PM";
    case 20: return "hh:mm";
    case 21: return "hh:mm:ss";
    case 22: return "dd/mm/yyyy hh:mm";
    case 37: case 38: return "#,##0;-#,##0";
    case 39: case 40: return "#,##0.00;-#,##0.00";
    case 41: return "#,##0";
    case 43: return "#,##0.00";
    case 45: return "mm:ss";
    case 46: return "[h]:mm:ss";
    case 47: return "mm:ss.0";
    case 48: return "##0.0E+0";
    case 49: return "@";
    default: break;
  }
  return (id >= 27 && id <= 36) || (id >= 50 && id <= 58) ? "dd/mm/yyyy" : "General";
}

}  // namespace makegood::formats
