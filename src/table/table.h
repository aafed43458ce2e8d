#pragma once
// table: counts over coded dimensions, and the type that keeps people from being identified.
//
// A CountTable may be about people: signed-in analysts may see it, nobody else. A ProtectedTable
// may be published. It can be made in two ways only: with a ProtectionKey, which disclosure
// control alone defines, or by not_about_people(), for counts of plan items, documents and the
// like. Reports, pages and writers of public files take ProtectedTable and nothing else, so a
// table about people cannot reach the public by mistake: it does not compile.
//
//   CountTable delivery({"theme", "status"});
//   delivery.add({"Education", "overdue"}, 3);
//   const ProtectedTable safe = not_about_people(std::move(delivery));
//   for (const CountRow& row : safe.rows()) use(row.codes, row.value, row.status);
//
// table must not know what is counted, nor how suppression is decided.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/base.h"

namespace makegood {

/// Beside every value, never instead of it. The letters are those of UK official statistics.
enum class ValueStatus { ok, confidential, not_available, not_applicable, low_reliability, provisional, revised };

/// "", "c", "x", "z", "u", "p", "r".
[[nodiscard]] std::string_view letter(ValueStatus status);

/// One cell. `value` is empty where the status says that there is nothing to show.
struct CountRow {
  std::vector<std::string> codes;  ///< one for each dimension
  std::optional<std::int64_t> value;
  ValueStatus status = ValueStatus::ok;
  bool operator==(const CountRow&) const = default;
};

class CountTable {
 public:
  explicit CountTable(std::vector<std::string> dimensions) : dimensions_(std::move(dimensions)) {}

  /// Refuses a row with another number of codes, or a negative count -> Fault::invalid_input.
  Result<void> add(std::vector<std::string> codes, std::int64_t value);
  Result<void> add_missing(std::vector<std::string> codes, ValueStatus why);

  [[nodiscard]] const std::vector<std::string>& dimensions() const { return dimensions_; }
  [[nodiscard]] const std::vector<CountRow>& rows() const { return rows_; }

 private:
  Result<void> check(const std::vector<std::string>& codes) const;

  std::vector<std::string> dimensions_;
  std::vector<CountRow> rows_;
};

/// Defined by disclosure control, and only there: until it is, no table about people is public.
class ProtectionKey;

class ProtectedTable {
 public:
  ProtectedTable(CountTable suppressed, const ProtectionKey&) : table_(std::move(suppressed)) {}

  [[nodiscard]] const std::vector<std::string>& dimensions() const { return table_.dimensions(); }
  [[nodiscard]] const std::vector<CountRow>& rows() const { return table_.rows(); }

 private:
  friend ProtectedTable not_about_people(CountTable table);
  explicit ProtectedTable(CountTable table) : table_(std::move(table)) {}

  CountTable table_;
};

/// For counts of plan items, documents, organisations: never for counts of people.
[[nodiscard]] ProtectedTable not_about_people(CountTable table);

}  // namespace makegood
