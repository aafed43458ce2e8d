#include "report/report_spec.h"

#include <algorithm>

#include <fmt/format.h>

#include "cycle/cycle_id.h"
#include "plan/item.h"

namespace makegood {
namespace {

template <class Rows, class Code>
const auto* find_code(const Rows& rows, const Code& code) {
  const auto found = std::find_if(rows.begin(), rows.end(), [&](const auto& row) { return row.code == code; });
  return found == rows.end() ? nullptr : &*found;
}

bool is_end_of_span(const CycleId& id) { return id.frequency() == Frequency::monthly || id.frequency() == Frequency::named_dates; }

Day last_day_of(const CycleId& id, const TimescaleSettings& settings) {
  return id.frequency() == Frequency::named_dates ? id.date() : period_of(id, settings).last;
}

// The day after the same day `months` before; the last day of a month counts whole months.
Day first_of_span(Day last, int months) {
  const auto after = last.plus_days(1);
  return after.plus_months(-months);
}

}  // namespace

const ReportKindRow& row_of(ReportKind kind) { return kReportKinds.at(static_cast<std::size_t>(kind)); }
const ReportProfileRow& row_of(ReportProfile profile) { return kReportProfiles.at(static_cast<std::size_t>(profile)); }

std::string_view word(ReportKind kind) { return row_of(kind).code; }
std::string_view word(ReportScope scope) { return kReportScopes.at(static_cast<std::size_t>(scope)).code; }
std::string_view word(ReportProfile profile) { return row_of(profile).code; }

std::optional<ReportKind> report_kind_from(std::string_view code) {
  const auto* row = find_code(kReportKinds, code);
  return row == nullptr ? std::nullopt : std::optional(row->kind);
}

std::optional<ReportScope> report_scope_from(std::string_view code) {
  const auto* row = find_code(kReportScopes, code);
  return row == nullptr ? std::nullopt : std::optional(row->scope);
}

std::optional<ReportProfile> report_profile_from(std::string_view code) {
  const auto* row = find_code(kReportProfiles, code);
  return row == nullptr ? std::nullopt : std::optional(row->profile);
}

Result<ReportPeriod> period_of(const ReportSpec& spec, const TimescaleSettings& settings) {
  const auto id = CycleId::parse(spec.period);
  if (!id) return tl::unexpected(id.error());
  const auto& kind = row_of(spec.kind);
  const auto last = last_day_of(*id, settings);
  if (kind.months == 0) return ReportPeriod{std::nullopt, last};
  if (is_end_of_span(*id)) return ReportPeriod{first_of_span(last, kind.months), last};
  if (row_of(id->frequency()).months != kind.months)
    return refuse(Fault::invalid_input, fmt::format("a report that is {} takes a period like {}, not \"{}\"", kind.code, kind.example, spec.period));
  return ReportPeriod{period_of(*id, settings).first, last};
}

std::string edition_name(const ReportSpec& spec) {
  auto name = lower(spec.period) + "-" + std::string(word(spec.kind));
  if (spec.scope != ReportScope::whole) name += "-" + std::string(word(spec.scope)) + "-" + make_slug(spec.of);
  if (spec.profile != ReportProfile::none) name += "-" + std::string(word(spec.profile));
  return name;
}

}  // namespace makegood
