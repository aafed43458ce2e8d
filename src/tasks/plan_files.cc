#include "tasks/plan_files.h"

#include <algorithm>

#include "formats/csv.h"
#include "formats/write.h"
#include "report/report.h"

namespace makegood::tasks {

const PlanFormat* find_plan_format(std::string_view name) {
  const auto found = std::find_if(kPlanFormats.begin(), kPlanFormats.end(), [&](const PlanFormat& f) { return f.name == name; });
  return found == kPlanFormats.end() ? nullptr : &*found;
}

std::string plan_format_names() {
  std::string names;
  for (std::size_t n = 0; n < kPlanFormats.size(); ++n) {
    if (n > 0) names += n + 1 == kPlanFormats.size() ? " or " : ", ";
    names += kPlanFormats[n].name;
  }
  return names;
}

Result<std::string> write_plan_file(const Plan& plan, std::string_view format, const RuleBook& rules, const std::vector<IncludedItem>& included,
                                    const VoiceBook& voices) {
  if (format == "json") return plan_json(plan, rules, included, voices);
  if (format == "csv") return write_csv(plan_rows(plan, rules));
  if (format == "xlsx") return write_xlsx(plan_workbook(plan, rules));
  if (format == "docx") return write_docx(plan_document(plan));
  if (format == "md") return write_markdown(plan_document(plan));
  if (format == "datapackage") return data_package_json(plan);
  return refuse(Fault::invalid_input, "a plan can be written as " + plan_format_names() + ", not as \"" + shorten(format, 20) + "\"");
}

}  // namespace makegood::tasks
