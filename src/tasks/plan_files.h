#pragma once
// The files that a plan leaves the house as, for the command line and for downloads alike.

#include <array>
#include <string>
#include <string_view>

#include "plan/plan.h"
#include "report/voices.h"

namespace makegood::tasks {

struct PlanFormat {
  std::string_view name;        ///< on the command line, and after the dot
  std::string_view media_type;
};

inline constexpr std::array kPlanFormats = {
    PlanFormat{"json", "application/json"},
    PlanFormat{"csv", "text/csv; charset=utf-8"},
    PlanFormat{"xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
    PlanFormat{"docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
    PlanFormat{"md", "text/markdown; charset=utf-8"},
    PlanFormat{"datapackage", "application/json"},  // describes the CSV
};

[[nodiscard]] const PlanFormat* find_plan_format(std::string_view name);
/// "json, csv, xlsx, docx, md or datapackage"
[[nodiscard]] std::string plan_format_names();

/// JSON names what the plan includes of others, and what owners and panel say; the other formats hold the plan's own items alone, as they are read back.
/// Refuses: an unknown format -> invalid_input; a plan that the format cannot hold -> too_large.
[[nodiscard]] Result<std::string> write_plan_file(const Plan& plan, std::string_view format, const RuleBook& rules,
                                                  const std::vector<IncludedItem>& included = {}, const VoiceBook& voices = {});

}  // namespace makegood::tasks
