#pragma once
// The running text of one block while it is being read: pieces with their emphasis and links,
// from which the block's clean text, whole-block emphasis and marker are made.

#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"

namespace makegood::formats {

struct Emphasis {
  bool bold = false;
  bool italic = false;
  bool underlined = false;
  bool operator==(const Emphasis&) const = default;
};

class Runs {
 public:
  /// '\n' in `text` is a line break to keep; any other white space is a space.
  void add(std::string_view text, Emphasis emphasis = {});
  void begin_link(std::string url);
  void end_link() { open_link_ = -1; }
  [[nodiscard]] bool in_link() const { return open_link_ >= 0; }

  [[nodiscard]] bool has_words() const;
  /// What was read last in one emphasis; empty at the start.
  [[nodiscard]] std::string_view last_text() const { return pieces_.empty() ? std::string_view() : pieces_.back().text; }
  /// Takes a bullet (or, if asked, "a.", "1)") off the front.
  [[nodiscard]] std::string take_marker(bool ordinals);
  /// The text read so far as a paragraph; begins anew.
  [[nodiscard]] Block take();

 private:
  struct Piece {
    std::string text;
    Emphasis emphasis;
    int link = -1;
  };
  void drop_front(std::size_t bytes);

  std::vector<Piece> pieces_;
  std::vector<std::string> urls_;
  int open_link_ = -1;
};

/// Squeezed line by line; empty lines go, '\n' between the others stays.
[[nodiscard]] std::string clean_lines(std::string_view text);

/// The block that finished running text is: a list item with `marker` if there is one, or where a
/// bullet begins it; else a paragraph.
[[nodiscard]] Block as_item_or_paragraph(Runs& runs, std::string marker, int level);

}  // namespace makegood::formats
