#pragma once
// What a method is: a row of the table in methods.cc. Whoever adds one writes that row and one
// function from a Set to Cells; reading, grouping, passing columns through and counting are done.
//
// `inputs` and `outputs` are written as the reference writes them:
//   "key set_id, text stratum, a, n1, [confidence]"
// A column holds a number unless it says `text` or `key`; brackets make it optional. Rows with the
// same keys are a set. `events?` is a column that must be there though its cells may be blank. Every method has `status` as its last output; it is not listed.

#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/base.h"

namespace makegood::calc {

class Set;
class Cells;

enum class Shape {
  row_by_row,    ///< every row is a set of its own; the answer stands to the right of it
  across_a_set,  ///< every row gets an answer that needs the whole set
  of_a_set,      ///< a set becomes one row, or some; only the keys are kept
};

enum class Kind { number, text, key };

struct Column {
  std::string name;
  Kind kind = Kind::number;
  bool optional = false;
  bool may_be_empty = false;  ///< the column must be there, its cells may be blank
  bool operator==(const Column&) const = default;
};

struct Option {
  std::string_view name;  ///< "--per"
  std::string_view help;
  bool takes_value = true;
};

/// What was given for a method's options, by name ("--per"); a flag has an empty value.
class Options {
 public:
  std::map<std::string, std::string, std::less<>> values;

  [[nodiscard]] bool has(std::string_view name) const { return values.contains(name); }
  /// Empty when it was not given.
  [[nodiscard]] std::string_view text(std::string_view name) const;
  /// Refuses what is not a number above zero.
  [[nodiscard]] Result<double> positive(std::string_view name, double otherwise) const;
};

/// How the options change what goes in and comes out.
struct Fit {
  std::vector<Column> inputs;       ///< after those of the table
  std::vector<std::string> outputs;  ///< instead of those of the table, unless empty
};

/// What a method keeps from one row to the next, where that saves work. It never changes an answer: each run of rows
/// that is worked on by itself begins with an empty one.
struct Memory {
  virtual ~Memory() = default;
};

struct Method {
  std::string_view name;
  std::string_view answers;  ///< one sentence, for help and the reference
  std::string_view inputs;
  std::string_view outputs;
  Shape shape = Shape::row_by_row;
  void (*compute)(const Set&, Cells&) = nullptr;
  std::span<const Option> options;
  /// Refuses options that make no sense. Absent: the options change no column.
  Result<Fit> (*fit)(const Options&) = nullptr;
  /// Of methods that go row by row. Absent: nothing is kept.
  std::unique_ptr<Memory> (*memory)() = nullptr;
};

/// The columns of a list such as "key set_id, a, [confidence]".
[[nodiscard]] std::vector<Column> columns_of(std::string_view list);

}  // namespace makegood::calc
