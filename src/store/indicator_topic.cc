// What plans are measured by: the terms of their indicators, and the last word about each period.

#include <array>

#include "progress/indicator.h"
#include "store/topic.h"

namespace makegood::store {
namespace {

constexpr const char* kCreate = R"sql(
CREATE TABLE indicator_terms (
  plan      TEXT NOT NULL,
  indicator TEXT NOT NULL,
  json      TEXT NOT NULL,
  at        TEXT NOT NULL,
  sequence  BIGINT NOT NULL,
  PRIMARY KEY (plan, indicator)
);
CREATE TABLE indicator_values (
  plan      TEXT NOT NULL,
  indicator TEXT NOT NULL,
  first_day TEXT NOT NULL,
  last_day  TEXT NOT NULL,
  json      TEXT NOT NULL,
  at        TEXT NOT NULL,
  sequence  BIGINT NOT NULL,
  PRIMARY KEY (plan, indicator, first_day, last_day)
);
)sql";

constexpr auto kTables = std::to_array<std::string_view>({"indicator_terms", "indicator_values"});

constexpr auto kDumps = std::to_array<Dump>({
    {"indicator_terms", "SELECT * FROM indicator_terms ORDER BY plan, indicator"},
    {"indicator_values", "SELECT * FROM indicator_values ORDER BY plan, indicator, first_day, last_day"},
});

Result<void> describe(Db& db, const Entry& entry, std::string_view payload) {
  const auto terms = read_indicator_terms(payload);
  if (!terms) return tl::unexpected(terms.error());
  run(db, "INSERT OR REPLACE INTO indicator_terms (plan, indicator, json, at, sequence) VALUES ($1, $2, $3, $4, $5)", entry.subject,
      terms->id.text, payload, entry.at, entry.sequence);
  return {};
}

Result<void> measure(Db& db, const Entry& entry, std::string_view payload) {
  const auto value = read_indicator_value(payload);
  if (!value) return tl::unexpected(value.error());
  run(db,
      "INSERT OR REPLACE INTO indicator_values (plan, indicator, first_day, last_day, json, at, sequence) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7)",
      entry.subject, value->id.text, value->first.iso(), value->last.iso(), payload, entry.at, entry.sequence);
  return {};
}

constexpr auto kProjections = std::to_array<Projection>({
    {"indicator.described", describe},
    {"indicator.valued", measure},
});

}  // namespace

const Topic kIndicatorTopic = {"indicators", kCreate, kTables, kDumps, kProjections};

}  // namespace makegood::store
