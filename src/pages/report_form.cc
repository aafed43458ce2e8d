// What was typed into the forms of reports and pauses, and what is wrong with it.

#include "pages/edition_pages.h"

namespace makegood::pages {

ReportForm report_form_from(const QueryPairs& pairs) {
  return {field(pairs, "plan"), field(pairs, "kind"), field(pairs, "period"), field(pairs, "scope"), field(pairs, "of"), field(pairs, "profile"), !field(pairs, "both").empty()};
}

QueryPairs pairs_of(const ReportForm& form) {
  return {{"plan", form.plan}, {"kind", form.kind}, {"period", form.period}, {"scope", form.scope}, {"of", form.of}, {"profile", form.profile}, {"both", form.both ? "yes" : ""}};
}

Result<ReportSpec> spec_from(const ReportForm& form) {
  const auto kind = report_kind_from(form.kind);
  const auto scope = report_scope_from(form.scope.empty() ? "whole" : form.scope);
  const auto profile = report_profile_from(form.profile.empty() ? "none" : form.profile);
  if (!kind || !scope || !profile) return refuse(Fault::invalid_input, "choose what kind of report it is to be");
  const auto of = squeeze(form.of);
  if (*scope != ReportScope::whole && of.empty()) return refuse(Fault::invalid_input, "name the theme, directorate or organisation that the report is about");
  return ReportSpec{*kind, std::string(trim(form.period)), *scope, *scope == ReportScope::whole ? std::string() : of, *profile};
}

HoldForm hold_form_from(const QueryPairs& pairs) {
  return {squeeze(field(pairs, "body")), squeeze(field(pairs, "reason")), date_fields_from(pairs, "from"), date_fields_from(pairs, "until")};
}

std::vector<FieldFault> faults_of(const HoldForm& form) {
  std::vector<FieldFault> faults;
  const auto from = day_from(form.from), until = day_from(form.until);
  if (!from || !*from) faults.push_back({"from-day", "publication.error.from"});
  if (!until) faults.push_back({"until-day", "publication.error.until"});
  else if (from && *from && *until && **until < **from) faults.push_back({"until-day", "publication.error.order"});
  if (form.reason.empty()) faults.push_back({"reason", "form.error.reason"});
  return faults;
}

}  // namespace makegood::pages
