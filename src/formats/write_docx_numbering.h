#pragma once
// The lists of a Word document that is being written. In Word a marker is no text but comes from a
// list: its shape ("a.", "1.3", "➤") and how many paragraphs of the list came before. So markers
// that follow on from one another share a list, and every other one begins a new list at its own
// number: what Word counts is what the document said. Internal to the DOCX writer.

#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace makegood::formats {

class MarkerLists {
 public:
  /// The list (w:numId) in which a paragraph is to stand next so that Word shows `marker`.
  /// `level` is 0 to 8. Markers without a number in them ("•", "Note:") are shown as they are.
  [[nodiscard]] int list_for(const std::string& marker, int level);
  /// A heading or the edge of a cell: numbers after it do not go on from those before it, so that
  /// a row that somebody takes out changes no number elsewhere.
  void end_lists() { open_.clear(); }
  /// The part word/numbering.xml.
  [[nodiscard]] std::string xml() const;

 private:
  struct Shape {
    std::string before;
    std::string format;  // of w:numFmt; "bullet" and "none" = `before` as it is
    std::string after;
    bool operator<(const Shape& other) const {
      return std::tie(before, format, after) < std::tie(other.before, other.format, other.after);
    }
  };
  struct Open {
    Shape shape;
    int list = 0;
    int next = 0;
  };
  struct List {
    int shape = 0;
    int level = 0;
    int start = 0;  // 0 = a bullet's: no counting
  };
  struct Numbered {
    Shape shape;
    int value = 0;  // 0 = no number in it
  };

  [[nodiscard]] static Numbered take_apart(const std::string& marker);
  [[nodiscard]] static std::string shown(const Shape& shape, int value);
  [[nodiscard]] int id_of(const Shape& shape);
  [[nodiscard]] int new_list(const Shape& shape, int level, int start);

  std::vector<std::optional<Open>> open_;  // by level
  std::map<Shape, int> shapes_;
  std::map<int, int> bullets_;             // shape -> its one list
  std::vector<List> lists_;                // numId is the index + 1
};

}  // namespace makegood::formats
