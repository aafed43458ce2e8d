#pragma once
// How a definition's file writes each enumerator: one row each.

#include <array>
#include <optional>
#include <string_view>

#include "registers/definition.h"

namespace makegood::registers {

template <class Value>
struct Word {
  Value value;
  std::string_view word;
};

inline constexpr auto kFieldTypes = std::to_array<Word<FieldType>>({
    {FieldType::string, "string"},
    {FieldType::integer, "integer"},
    {FieldType::number, "number"},
    {FieldType::boolean, "boolean"},
    {FieldType::date, "date"},
    {FieldType::yearmonth, "yearmonth"},
    {FieldType::year, "year"},
});
inline constexpr auto kTextFormats = std::to_array<Word<TextFormat>>({
    {TextFormat::any, "default"},
    {TextFormat::email, "email"},
    {TextFormat::uri, "uri"},
});
inline constexpr auto kHolds = std::to_array<Word<Holds>>({
    {Holds::ordinary, "ordinary"},
    {Holds::personal, "personal"},
    {Holds::special_category, "special_category"},
    {Holds::criminal_offence, "criminal_offence"},
});
inline constexpr auto kRefers = std::to_array<Word<Refers>>({
    {Refers::organisation, "organisation"},
    {Refers::post, "post"},
    {Refers::item, "item"},
    {Refers::evidence, "evidence"},
    {Refers::record, "record"},
});
inline constexpr auto kSnaps = std::to_array<Word<Snap>>({
    {Snap::ward, "ward"},
    {Snap::lsoa, "lsoa"},
    {Snap::grid_1km, "grid_1km"},
    {Snap::school, "school"},
});
inline constexpr auto kSetBy = std::to_array<Word<SetBy>>({
    {SetBy::handler, "handler"},
    {SetBy::system, "system"},
});
inline constexpr auto kEvery = std::to_array<Word<Every>>({
    {Every::month, "month"},
    {Every::quarter, "quarter"},
    {Every::term, "term"},
    {Every::half_year, "half_year"},
    {Every::year, "year"},
    {Every::academic_year, "academic_year"},
});
inline constexpr auto kSignalKinds = std::to_array<Word<SignalKind>>({
    {SignalKind::rise, "rise"},
    {SignalKind::overdue, "overdue"},
    {SignalKind::missing, "missing"},
    {SignalKind::silence, "silence"},
});

inline constexpr auto kRoleWords = std::to_array<std::string_view>({"coordinator", "owner", "contributor", "scrutineer", "analyst",
                                                                    "publisher", "monitoring_officer", "handler", "anybody"});
inline constexpr auto kSubjects =
    std::to_array<std::string_view>({"pupils", "staff", "complainants", "public", "businesses", "organisations", "none"});
inline constexpr auto kLinks = std::to_array<std::string_view>({"items", "evidence", "registers"});

template <class Rows>
[[nodiscard]] auto value_of(const Rows& rows, std::string_view word) -> std::optional<decltype(rows[0].value)> {
  for (const auto& row : rows)
    if (row.word == word) return row.value;
  return std::nullopt;
}
template <class Rows, class Value>
[[nodiscard]] std::string_view word_of(const Rows& rows, Value value) {
  for (const auto& row : rows)
    if (row.value == value) return row.word;
  return {};
}

}  // namespace makegood::registers
