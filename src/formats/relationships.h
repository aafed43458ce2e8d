#pragma once
// How the parts of an Office package point to one another.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "formats/package.h"

namespace makegood::formats {

struct Relationship {
  std::string id;
  std::string type;    ///< the last word of its address: "worksheet", "hyperlink"; the same in both forms of the format
  std::string target;  ///< a part's name in the package; of what lies outside, the address as written
};

class Relationships {
 public:
  /// Of the part `name`, "" for those of the package. None where it has none.
  /// Refuses: a relationships part that cannot be read.
  [[nodiscard]] static Result<Relationships> of(Package& package, const std::string& name);

  /// Null where there is none.
  [[nodiscard]] const Relationship* by_id(std::string_view id) const;
  [[nodiscard]] const Relationship* by_type(std::string_view type) const;
  [[nodiscard]] const std::vector<Relationship>& all() const { return all_; }

 private:
  std::vector<Relationship> all_;
  std::map<std::string, std::size_t, std::less<>> by_id_;
};

/// "word/document.xml" -> "word/_rels/document.xml.rels"; "" -> "_rels/.rels".
[[nodiscard]] std::string relationships_part(const std::string& name);
/// "../tables/table1.xml" seen from "xl/worksheets/sheet1.xml" -> "xl/tables/table1.xml"; "/xl/a.xml" -> "xl/a.xml".
[[nodiscard]] std::string resolve_part(std::string_view from, std::string_view target);

}  // namespace makegood::formats
