#pragma once
// What a Word document's named styles say about the paragraphs and words that use them.

#include <pugixml.hpp>

#include <map>
#include <optional>
#include <string>

namespace makegood::formats {

/// On, off, or not said here.
using Toggle = std::optional<bool>;

struct RunProperties {
  Toggle bold, italic, underlined, hidden;
  /// What is said in `inner` wins.
  void put_over(const RunProperties& inner);
};
[[nodiscard]] RunProperties run_properties(pugi::xml_node rPr);

struct NumberReference {
  int id = -1;     ///< w:numId; 0 = explicitly none, -1 = not said
  int level = -1;  ///< w:ilvl
};
[[nodiscard]] NumberReference number_reference(pugi::xml_node pPr);

/// One style with all that it inherits.
struct Style {
  RunProperties run;
  NumberReference number;
  int heading = 0;  ///< 1 to 9; 0 = body text
};

class Styles {
 public:
  Styles() = default;
  explicit Styles(pugi::xml_node root);
  [[nodiscard]] const Style& paragraph(const std::string& id) const;  ///< the default style for ""
  [[nodiscard]] const Style& character(const std::string& id) const;
  [[nodiscard]] const std::string& language() const { return language_; }

 private:
  struct Source {
    pugi::xml_node node;
    std::string parent;
  };
  Style resolve(const std::map<std::string, Source>& sources, const std::string& id) const;

  std::map<std::string, Style> styles_;
  Style defaults_;
  std::string default_paragraph_;
  std::string language_;
};

}  // namespace makegood::formats
