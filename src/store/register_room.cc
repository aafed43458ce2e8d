#include "store/register_room.h"

#include <algorithm>

#include <fmt/format.h>

#include "json/json.h"
#include "registers/read_definition.h"
#include "store/record_rows.h"

namespace makegood::store {

namespace {

// Columns: text, opening, expected, sequence.
Result<std::shared_ptr<const KeptRegister>> register_from(const Query& row) {
  auto definition = definition_of(row.text(0));
  if (!definition) return tl::unexpected(definition.error());
  auto kept = std::make_shared<KeptRegister>(KeptRegister{std::move(*definition), row.text(0), std::nullopt, {}, row.number(3)});
  if (!row.is_null(1) && !row.text(1).empty()) {
    auto opening = read_opening(row.text(1));
    if (!opening) return tl::unexpected(opening.error());
    kept->opening = std::move(*opening);
  }
  if (row.text(2).empty()) return kept;
  auto expected = read_one<std::vector<std::string>>(row.text(2), [](JsonReader& r, const Json& json) { return r.texts(json, "organisations"); });
  if (!expected) return tl::unexpected(expected.error());
  kept->expected = std::move(*expected);
  return kept;
}

}  // namespace

Result<std::shared_ptr<const KeptRegister>> RegisterRoom::find(std::string_view name) {
  return guarded([&]() -> Result<std::shared_ptr<const KeptRegister>> {
    auto lease = connections_.glance();
    Query head(*lease, "SELECT sequence FROM registers WHERE name = $1", name);
    if (!head.next()) return refuse(Fault::not_found, fmt::format("there is no register \"{}\"", shorten(name, 60)));
    {
      const std::scoped_lock lock(lock_);
      const auto held = held_.find(std::string(name));
      if (held != held_.end() && held->second->sequence == head.number(0)) return held->second;
    }
    Query row(*lease, "SELECT text, opening, expected, sequence FROM registers WHERE name = $1", name);
    if (!row.next()) return refuse(Fault::not_found, "there is no such register");
    auto read = register_from(row);
    if (!read) return read;
    const std::scoped_lock lock(lock_);
    held_[std::string(name)] = *read;
    return *read;
  });
}

Result<std::vector<std::shared_ptr<const KeptRegister>>> RegisterRoom::all() {
  std::vector<std::string> names;
  auto listed = guarded([&]() -> Result<void> {
    auto lease = connections_.read();
    for (Query q(*lease, "SELECT name FROM registers ORDER BY name"); q.next();) names.push_back(q.text(0));
    return {};
  });
  if (!listed) return tl::unexpected(listed.error());
  std::vector<std::shared_ptr<const KeptRegister>> all;
  for (const auto& name : names) {
    auto one = find(name);
    if (!one) return tl::unexpected(one.error());
    all.push_back(std::move(*one));
  }
  std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a->definition.title.en < b->definition.title.en; });
  return all;
}

Result<Record> RegisterRoom::record(const RecordId& id) {
  return guarded([&]() -> Result<Record> {
    auto lease = connections_.glance();
    Query row(*lease, fmt::format("SELECT {} FROM records r LEFT JOIN protected_answers p ON p.id = r.id WHERE r.id = $1", kWholeRecord), id.text);
    if (!row.next()) return refuse(Fault::not_found, "there is no such record");
    return record_from(row);
  });
}

Result<RecordList> RegisterRoom::list(const RecordQuery& query) {
  return guarded([&]() -> Result<RecordList> {
    auto lease = connections_.read();
    const auto where = where_of(*lease, query);
    RecordList list;
    if (where.nothing) return list;
    const auto limit = static_cast<std::size_t>(std::clamp(query.limit, 1, 1000));
    Result<void> fault;
    std::string mark;
    select_records(*lease, kOpenRecord, where, fmt::format(" ORDER BY r.happened DESC, r.id DESC LIMIT {}", limit + 1), [&](const Query& row) {
      if (list.records.size() == limit) return list.next = mark, false;
      auto one = record_from(row);
      if (!one) return fault = tl::unexpected(one.error()), false;
      mark = mark_of(row);
      list.records.push_back(std::move(*one));
      return true;
    });
    if (!fault) return tl::unexpected(fault.error());
    return list;
  });
}

Result<std::int64_t> RegisterRoom::count(const RecordQuery& query) {
  return guarded([&]() -> Result<std::int64_t> {
    auto lease = connections_.read();
    const auto where = where_of(*lease, query);
    std::int64_t count = 0;
    if (where.nothing) return count;
    if (const auto kept = where_of_counts(query)) {
      select_records(*lease, "coalesce(sum(r.records), 0)", *kept, "", [&](const Query& row) { return count = row.number(0), false; });
      return count;
    }
    select_records(*lease, "count(*)", where, "", [&](const Query& row) { return count = row.number(0), false; });
    return count;
  });
}

Result<void> RegisterRoom::each(const RecordQuery& query, const std::function<bool(const Record&)>& take) {
  return guarded([&]() -> Result<void> {
    auto lease = connections_.read();
    const auto where = where_of(*lease, query);
    Result<void> fault;
    if (where.nothing) return fault;
    select_records(*lease, kWholeRecord, where, " ORDER BY r.happened, r.id", [&](const Query& row) {
      const auto one = record_from(row);
      if (!one) return fault = tl::unexpected(one.error()), false;
      return take(*one);
    });
    return fault;
  });
}

Result<std::optional<RecordId>> RegisterRoom::with_key(std::string_view register_name, std::string_view key) {
  return guarded([&]() -> Result<std::optional<RecordId>> {
    auto lease = connections_.glance();
    Query row(*lease, "SELECT id FROM records WHERE register = $1 AND key = $2 AND key <> ''", register_name, key);
    if (!row.next()) return std::nullopt;
    return RecordId(row.text(0));
  });
}

Result<std::vector<ReturnCount>> RegisterRoom::returned(std::string_view register_name, const ReturnPeriod& period) {
  return guarded([&]() -> Result<std::vector<ReturnCount>> {
    auto lease = connections_.read();
    std::map<std::string, ReturnCount> by_organisation;
    const auto of = [&](const std::string& organisation) -> ReturnCount& {
      return by_organisation.try_emplace(organisation, ReturnCount{organisation, 0, false}).first->second;
    };
    for (Query q(*lease, "SELECT organisation, count(*) FROM records WHERE register = $1 AND happened >= $2 AND happened <= $3 GROUP BY organisation",
                 register_name, period.from.iso(), period.until.iso()); q.next();)
      of(q.text(0)).records = static_cast<int>(q.number(1));
    for (Query q(*lease, "SELECT organisation FROM nil_returns WHERE register = $1 AND first_day = $2", register_name, period.from.iso()); q.next();)
      of(q.text(0)).nil = true;
    std::vector<ReturnCount> counts;
    for (auto& [organisation, count] : by_organisation) counts.push_back(std::move(count));
    return counts;
  });
}

}  // namespace makegood::store
