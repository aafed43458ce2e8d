#include "store/indicator_room.h"

#include <algorithm>

namespace makegood::store {
namespace {

/// The nouns of a table's rows, each with the time and the sequence of its entry.
template <class Noun>
Result<std::vector<Noun>> read_rows(Query& rows, Result<Noun> (*read)(std::string_view)) {
  std::vector<Noun> all;
  while (rows.next()) {
    auto noun = read(rows.text(0));
    if (!noun) return tl::unexpected(noun.error());
    noun->at = rows.text(1);
    noun->sequence = rows.number(2);
    all.push_back(std::move(*noun));
  }
  return all;
}

}  // namespace

Result<std::shared_ptr<const Measured>> IndicatorRoom::of_plan(std::string_view slug) {
  return guarded([&]() -> Result<std::shared_ptr<const Measured>> {
    auto lease = connections_.read();
    Tx tx(*lease, Tx::Kind::read);
    Query terms(*lease, "SELECT json, at, sequence FROM indicator_terms WHERE plan = $1 ORDER BY sequence", slug);
    auto described = read_rows<IndicatorTerms>(terms, read_indicator_terms);
    if (!described) return tl::unexpected(described.error());
    Query values(*lease, "SELECT json, at, sequence FROM indicator_values WHERE plan = $1 ORDER BY indicator, last_day, first_day", slug);
    auto valued = read_rows<IndicatorValue>(values, read_indicator_value);
    if (!valued) return tl::unexpected(valued.error());
    auto measured = std::make_shared<Measured>(Measured{std::string(slug), std::move(*described), std::move(*valued), 0});
    for (const auto& one : measured->terms) measured->sequence = std::max(measured->sequence, one.sequence);
    for (const auto& one : measured->values) measured->sequence = std::max(measured->sequence, one.sequence);
    return measured;
  });
}

}  // namespace makegood::store
