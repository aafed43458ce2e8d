#pragma once
// Automatic numbers of a Word document, worked out as Word shows them. They are nowhere in the
// text: a paragraph says "list 10, level 0", and what the reader sees ("c.") depends on how many
// paragraphs of that list came before.

#include <pugixml.hpp>

#include <array>
#include <map>
#include <set>
#include <string>
#include <utility>

namespace makegood::formats {

constexpr int kNumberLevels = 9;

class Numbering {
 public:
  Numbering() = default;
  explicit Numbering(pugi::xml_node root);

  /// Counts one paragraph and gives its number or bullet; empty where the list shows none.
  [[nodiscard]] std::string next(int list, int level);
  [[nodiscard]] bool knows(int list) const { return lists_.contains(list); }
  /// The level at which the style `id` stands in `list`, or -1.
  [[nodiscard]] int level_of_style(int list, const std::string& id) const;

 private:
  struct Level {
    int start = 1;
    int restart = -1;  // after which level (counted from 1) it begins anew; 0 = never, -1 = any higher
    bool legal = false;  // all numbers in it as decimals
    std::string format = "decimal";
    std::string text;
    std::string style;
  };
  using Levels = std::array<Level, kNumberLevels>;
  struct List {
    int counters = 0;  // which list of numbers it counts with
    Levels levels;
    std::array<int, kNumberLevels> start_again{};  // -1 = goes on
  };
  struct Counters {
    std::array<int, kNumberLevels> value{};
    std::array<bool, kNumberLevels> started{};
  };

  static Level read_level(pugi::xml_node node);
  static void read_levels(pugi::xml_node parent, Levels& levels);
  [[nodiscard]] std::string show(const List& list, const Counters& counters, std::size_t level) const;

  std::map<int, List> lists_;
  std::map<int, Counters> counters_;
  std::set<std::pair<int, std::size_t>> restarted_;
};

/// 3 in the format "lowerLetter" is "c"; formats that are not known count in decimals.
[[nodiscard]] std::string number_in_format(int number, const std::string& format);

}  // namespace makegood::formats
