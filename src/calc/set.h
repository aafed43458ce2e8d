#pragma once
// What a method's function is given (Set) and where it puts its answer (Cells).

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "calc/method.h"
#include "statistics/confidence.h"
#include "statistics/status.h"

namespace makegood::calc {

/// A cell read as a number. `value` is NaN where there is none; that is no fault in an optional column.
struct Number {
  double value = 0;
  Status status = Status::ok;
};

/// Empty and NA are missing; a number is written as programs write it ("1200.5", "1e6"), never
/// with separators or signs of currency, which are not guessed at.
[[nodiscard]] Number read_number(std::string_view cell);
/// Shortest decimal that reads back to the same double; whole numbers without an exponent.
void append_number(std::string& out, double value);

/// Rows that belong together, with their declared columns in the order of the declaration.
class Set {
 public:
  struct Data {
    std::size_t width = 0;                ///< declared columns
    std::span<const Number> numbers;      ///< rows x width
    std::span<const std::string_view> texts;  ///< rows x width
    std::span<const std::size_t> places;  ///< of each in the file; -1 where it is not there
    std::span<const std::size_t> levels;  ///< of each text column: different texts in the whole file
  };

  Set(const Data& data, std::span<const std::size_t> rows, const Confidence& confidence, const Options& options, Memory* memory = nullptr)
      : data_(data), rows_(rows), confidence_(confidence), options_(options), memory_(memory) {}

  [[nodiscard]] std::size_t size() const { return rows_.size(); }
  [[nodiscard]] const Number& number(std::size_t row, std::size_t column) const { return data_.numbers[at(row, column)]; }
  [[nodiscard]] double value(std::size_t row, std::size_t column) const { return number(row, column).value; }
  /// Of an optional column: `otherwise` where the column or the cell is not there.
  [[nodiscard]] double value_or(std::size_t row, std::size_t column, double otherwise) const {
    const double given = value(row, column);
    return given == given ? given : otherwise;  // NaN alone differs from itself
  }
  [[nodiscard]] std::string_view text(std::size_t row, std::size_t column) const { return data_.texts[at(row, column)]; }
  [[nodiscard]] bool has(std::size_t column) const { return data_.places[column] != static_cast<std::size_t>(-1); }
  /// How many different texts the column has in the whole file.
  [[nodiscard]] std::size_t levels(std::size_t column) const { return data_.levels.empty() ? 0 : data_.levels[column]; }
  /// A whole column, in the order of the rows.
  [[nodiscard]] std::vector<double> column(std::size_t column) const;
  /// What is wrong with a row's numbers before anything is computed: the first fault, or ok.
  [[nodiscard]] Status status(std::size_t row) const;
  [[nodiscard]] Status status() const;  ///< of the first row that has a fault

  [[nodiscard]] const Confidence& confidence() const { return confidence_; }
  [[nodiscard]] const Options& options() const { return options_; }
  /// What the method's own function made; null for a method without.
  [[nodiscard]] Memory* memory() const { return memory_; }

 private:
  [[nodiscard]] std::size_t at(std::size_t row, std::size_t column) const { return rows_[row] * data_.width + column; }
  Data data_;
  std::span<const std::size_t> rows_;
  const Confidence& confidence_;
  const Options& options_;
  Memory* memory_;
};

/// How many rows came to each status, and the first of them by their number in the file.
struct Tally {
  static constexpr std::size_t kNamed = 10;
  struct Line {
    std::size_t count = 0;
    std::vector<std::size_t> rows;
  };
  std::array<Line, kStatusWords.size()> by_status;

  void add(Status status, std::size_t row);
  void add(const Tally& later);
};

/// Output cells, row by row. What is not put is left blank.
class Cells {
 public:
  /// `columns` without the status; `prefix` begins every row.
  Cells(std::string& out, std::size_t columns) : out_(out), columns_(columns) {}

  Cells& put(double value);  ///< NaN and infinity: blank
  Cells& put(const Figure& figure);
  Cells& put(const Limits& limits) { return put(limits.lower).put(limits.upper); }
  Cells& text(std::string_view text);
  Cells& skip(std::size_t cells = 1);
  /// Fills the row up with blanks, adds the status, and begins the next row.
  void end(Status status);

  // For the framework.
  void begin_with(std::string_view prefix) { prefix_ = prefix; }
  void begin_bare() { bare_ = true; }  ///< no comma before the first cell
  void count_in(Tally& tally, std::span<const std::size_t> file_rows);
  /// However many rows there will be, each status counts once, at the first of the file's rows.
  void count_as_one(Tally& tally, std::size_t file_row);
  [[nodiscard]] const std::vector<std::size_t>& ends() const { return ends_; }
  [[nodiscard]] std::size_t rows() const { return ended_; }
  void keep_ends() { keeps_ends_ = true; }

 private:
  void next_cell();
  void count(Status status);
  std::string& out_;
  std::size_t columns_, written_ = 0, ended_ = 0;
  std::string_view prefix_;
  bool bare_ = false;
  Tally* tally_ = nullptr;
  std::span<const std::size_t> file_rows_;
  std::size_t only_row_ = 0;                            ///< where all rows count as one
  std::array<bool, kStatusWords.size()> counted_{};     ///< then: what has been
  bool keeps_ends_ = false;
  std::vector<std::size_t> ends_;
};

/// A cell as CSV has it: in quotation marks where it needs them.
void append_cell(std::string& out, std::string_view text);

}  // namespace makegood::calc
