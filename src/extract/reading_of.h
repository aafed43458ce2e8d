#pragma once
// For tests: a plan as it looks on paper, read by the real reader and extracted; and an item in one line.

#include <algorithm>
#include <string>
#include <vector>

#include "base/base.h"
#include "extract/extract.h"
#include "formats/formats.h"

namespace makegood {

inline Plan plan_on_paper(const std::string& text, const std::string& name = "plan.md") {
  const auto document = read_document(text, name);
  return document ? extract_plan(*document) : Plan{};
}

inline std::string theme_of(const Plan& plan, const Item& item) {
  for (const auto& theme : plan.themes)
    if (theme.id == item.theme) return theme.title;
  return "";
}

/// "ref|theme|title|owner; owner|due". Due is a day, "ongoing", or empty.
inline std::string in_one_line(const Plan& plan, const Item& item) {
  const auto& time = item.timescale;
  return item.ref + "|" + theme_of(plan, item) + "|" + item.title + "|" + join(item.owners, "; ") + "|" +
         (time.due ? time.due->iso() : time.ongoing ? "ongoing" : "");
}

inline std::vector<std::string> in_lines(const Plan& plan) {
  std::vector<std::string> lines;
  for (const auto& item : plan.items) lines.push_back(in_one_line(plan, item));
  return lines;
}

inline bool has_finding(const Findings& findings, std::string_view code) {
  return std::any_of(findings.begin(), findings.end(), [&](const Finding& finding) { return finding.code == code; });
}

}  // namespace makegood
