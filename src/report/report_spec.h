#pragma once
// What a committee's report is asked to be: how often, about which time, about which part of a plan, and for
// which duty. A report's name is made of these and is its address for good.

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "timescale/timescale.h"

namespace makegood {

enum class ReportKind { quarterly, six_monthly, annual, final };

struct ReportKindRow {
  ReportKind kind;
  std::string_view code;      ///< on the command line, in forms and addresses
  int months;                 ///< that it looks back; 0 = to the beginning of the plan
  std::string_view example;   ///< of a period that it takes
};
inline constexpr auto kReportKinds = std::to_array<ReportKindRow>({
    {ReportKind::quarterly, "quarterly", 3, "2023-Q2"},
    {ReportKind::six_monthly, "six-monthly", 6, "2023-H1"},
    {ReportKind::annual, "annual", 12, "2023"},
    {ReportKind::final, "final", 0, "2024-06"},
});

/// Which part of a plan.
enum class ReportScope { whole, theme, directorate, partner, lead_authority, portfolio_holder };

struct ReportScopeRow {
  ReportScope scope;
  std::string_view code;
  std::string_view meaning;  ///< which items those are, for the reference
};
inline constexpr auto kReportScopes = std::to_array<ReportScopeRow>({
    {ReportScope::whole, "whole", "every item of the plan"},
    {ReportScope::theme, "theme", "items of a theme and of the themes under it"},
    {ReportScope::directorate, "directorate", "items that a post of this directorate owns, as the directory has it"},
    {ReportScope::partner, "partner", "items that this organisation owns or is a partner of"},
    {ReportScope::lead_authority, "lead-authority", "items that name this lead authority"},
    {ReportScope::portfolio_holder, "portfolio-holder", "items that name this portfolio holder as owner, partner or lead"},
});

/// A duty in law that the report serves too.
enum class ReportProfile { none, england_equality_information, england_objectives, wales_annual, wales_strategic_equality_plan };

struct ReportProfileRow {
  ReportProfile profile;
  std::string_view code;
  std::string_view law;      ///< in short, for the reference
  int due_month, due_day;    ///< by when it must be out each year; 0 = no such day
  bool both_languages;       ///< published in English and Welsh at once
};
inline constexpr auto kReportProfiles = std::to_array<ReportProfileRow>({
    {ReportProfile::none, "none", "", 0, 0, false},
    {ReportProfile::england_equality_information, "england-equality-information",
     "Equality Act 2010 (Specific Duties and Public Authorities) Regulations 2017, regulation 4: each year by 30 March", 3, 30, false},
    {ReportProfile::england_objectives, "england-objectives",
     "Equality Act 2010 (Specific Duties and Public Authorities) Regulations 2017, regulation 5: every four years at least", 3, 30, false},
    {ReportProfile::wales_annual, "wales-annual",
     "Equality Act 2010 (Statutory Duties) (Wales) Regulations 2011, regulation 16: each year by 31 March", 3, 31, true},
    {ReportProfile::wales_strategic_equality_plan, "wales-strategic-equality-plan",
     "Equality Act 2010 (Statutory Duties) (Wales) Regulations 2011, regulation 14: reviewed every four years at least", 0, 0, true},
});

[[nodiscard]] const ReportKindRow& row_of(ReportKind kind);
[[nodiscard]] const ReportProfileRow& row_of(ReportProfile profile);
[[nodiscard]] std::string_view word(ReportKind kind);        ///< "six-monthly"
[[nodiscard]] std::string_view word(ReportScope scope);      ///< "lead-authority"
[[nodiscard]] std::string_view word(ReportProfile profile);  ///< "wales-annual"
[[nodiscard]] std::optional<ReportKind> report_kind_from(std::string_view code);
[[nodiscard]] std::optional<ReportScope> report_scope_from(std::string_view code);
[[nodiscard]] std::optional<ReportProfile> report_profile_from(std::string_view code);

struct ReportSpec {
  ReportKind kind = ReportKind::quarterly;
  std::string period;    ///< "2023-Q2", "2023-H1", "2023", "2023-12", "2023-12-15"
  ReportScope scope = ReportScope::whole;
  std::string of;        ///< the theme's title or id, the organisation's name ...; empty for the whole plan
  ReportProfile profile = ReportProfile::none;
  bool operator==(const ReportSpec&) const = default;
};

/// The days that a report is about.
struct ReportPeriod {
  std::optional<Day> first;  ///< empty = from the beginning of the plan
  Day last;
  [[nodiscard]] bool holds(Day day) const { return (!first || *first <= day) && day <= last; }
  bool operator==(const ReportPeriod&) const = default;
};
/// Quarters, halves and years are the plan's own (see cycle/cycle_id.h); a month or a day is the end of three, six
/// or twelve months. A final report looks back to the beginning.
/// Refuses: no such period, or one that is not as long as the kind asks -> invalid_input.
[[nodiscard]] Result<ReportPeriod> period_of(const ReportSpec& spec, const TimescaleSettings& settings);

/// "2023-q2-quarterly", "2023-q2-quarterly-theme-employment", "2023-annual-wales-annual": lower case, hyphens.
[[nodiscard]] std::string edition_name(const ReportSpec& spec);

}  // namespace makegood
