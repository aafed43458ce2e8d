#include "web/site/api_query.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "html/url.h"

namespace makegood::web {
namespace {

/// "2023-06-01 k3v9x2m7qa": the day and the id of the last record of the page before.
bool is_mark(std::string_view text) {
  const auto id = text.size() > 11 ? text.substr(11) : std::string_view{};
  return text.size() <= 64 && !id.empty() && text[10] == ' ' && Day::parse(text.substr(0, 10)) &&
         std::all_of(id.begin(), id.end(), [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z'); });
}

void read_day(ApiQuery& query, std::optional<Day>& day, const Field& field) {
  const auto read = Day::parse(field.value);
  if (read) day = *read;
  else query.faults.push_back({field.name, "must be a day such as 2026-03-31"});
}

void read_limit(ApiQuery& query, const Field& field) {
  const auto* end = field.value.data() + field.value.size();
  const auto read = std::from_chars(field.value.data(), end, query.records.limit);
  if (read.ec == std::errc{} && read.ptr == end && query.records.limit >= 1 && query.records.limit <= kMostRecords) return;
  query.faults.push_back({field.name, fmt::format("must be a whole number from 1 to {}", kMostRecords)});
}

void read_count(ApiQuery& query, const Field& field) {
  query.count = field.value == "true";
  if (!query.count && field.value != "false") query.faults.push_back({field.name, "must be true or false"});
}

void read_after(ApiQuery& query, const Field& field) {
  query.records.after = field.value;
  if (!is_mark(field.value)) query.faults.push_back({field.name, "must be taken from `next` of the page before"});
}

struct Name {
  std::string_view name;
  void (*read)(ApiQuery&, const Field&);
};
constexpr auto kNames = std::to_array<Name>({
    {"state", [](ApiQuery& q, const Field& f) { q.records.state = f.value; }},
    {"from", [](ApiQuery& q, const Field& f) { read_day(q, q.records.from, f); }},
    {"until", [](ApiQuery& q, const Field& f) { read_day(q, q.records.until, f); }},
    {"words", [](ApiQuery& q, const Field& f) { q.records.words = f.value; }},
    {"organisation", [](ApiQuery& q, const Field& f) { q.records.organisation = f.value; }},
    {"limit", read_limit},
    {"after", read_after},
    {"count", read_count},
});

}  // namespace

ApiQuery api_query(const Fields& fields) {
  ApiQuery query;
  query.records.limit = kUsualRecords;
  for (const auto& field : fields) {
    const auto known = std::find_if(kNames.begin(), kNames.end(), [&](const Name& n) { return n.name == field.name; });
    if (known != kNames.end()) known->read(query, field);
    else query.faults.push_back({shorten(field.name, 60), "is nothing that a list can be asked for"});
  }
  return query;
}

std::string next_query(const Fields& query, std::string_view after) {
  std::string text;
  for (const auto& field : query)
    if (field.name != "after") text += (text.empty() ? "?" : "&") + html::percent_encoded(field.name) + "=" + html::percent_encoded(field.value);
  return text + (text.empty() ? "?" : "&") + "after=" + html::percent_encoded(after);
}

}  // namespace makegood::web
