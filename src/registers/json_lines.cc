#include "registers/json_lines.h"

#include <cstddef>
#include <vector>

namespace makegood::registers {
namespace {

// One pass over the characters with a stack of where we are: enough for a text that parsed before.
class Walk {
 public:
  Walk(std::string_view text, std::map<std::string, int, std::less<>>& lines, std::vector<JsonLines::Twice>& twice) : text_(text), lines_(lines), twice_(twice) {}

  void run() {
    note();
    for (at_ = 0; at_ < text_.size(); ++at_) step(text_[at_]);
  }

 private:
  struct Level {
    bool object = false;
    std::size_t outside = 0;  ///< length of the pointer around it
    std::size_t index = 0;    ///< of the next element of an array
    bool value_next = false;  ///< a colon was read: what follows is a value, not a name
  };

  void step(char c) {
    switch (c) {
      case '\n': ++line_; break;
      case '{': open(true); break;
      case '[': open(false); break;
      case '}':
      case ']': close(); break;
      case ':': if (!levels_.empty()) levels_.back().value_next = true; break;
      case ',': next(); break;
      case '"': string(); break;
      case ' ':
      case '\t':
      case '\r': break;
      default: value();
    }
  }

  /// A value begins: an element of an array takes its place in the pointer.
  void value() {
    if (levels_.empty() || levels_.back().object || levels_.back().value_next) return;
    levels_.back().value_next = true;
    here_.resize(levels_.back().outside);
    here_ += '/' + std::to_string(levels_.back().index);
    note();
  }
  void open(bool object) {
    value();
    levels_.push_back({object, here_.size(), 0, false});
  }
  void close() {
    if (levels_.empty()) return;
    here_.resize(levels_.back().outside);
    levels_.pop_back();
  }
  void next() {
    if (levels_.empty()) return;
    here_.resize(levels_.back().outside);
    ++levels_.back().index;
    levels_.back().value_next = false;
  }
  void string() {
    const auto name = read_string();
    if (levels_.empty() || !levels_.back().object) return value();
    if (levels_.back().value_next) return;
    here_.resize(levels_.back().outside);
    here_ += '/' + name;
    if (lines_.contains(here_) && name.find('/') == std::string::npos) twice_.push_back({name, line_});
    note();
  }
  std::string read_string() {
    std::string read;
    for (++at_; at_ < text_.size() && text_[at_] != '"'; ++at_) {
      if (text_[at_] == '\\') ++at_;  // names of members that we look for hold no escapes
      if (at_ < text_.size()) read += text_[at_];
    }
    return read;
  }
  void note() { lines_.emplace(here_, line_); }

  std::string_view text_;
  std::map<std::string, int, std::less<>>& lines_;
  std::vector<JsonLines::Twice>& twice_;
  std::vector<Level> levels_;
  std::string here_;
  std::size_t at_ = 0;
  int line_ = 1;
};

}  // namespace

JsonLines::JsonLines(std::string_view text) { Walk(text, lines_, twice_).run(); }

int JsonLines::of(std::string_view pointer) const {
  for (;;) {
    if (const auto found = lines_.find(pointer); found != lines_.end()) return found->second;
    const auto slash = pointer.rfind('/');
    if (slash == std::string_view::npos) return 1;
    pointer = pointer.substr(0, slash);
  }
}

}  // namespace makegood::registers
