#pragma once
// What must hold of every reading, whatever the text. Shared by the tests and the fuzz target.

#include <algorithm>
#include <string>
#include <string_view>

#include "timescale/timescale.h"

namespace makegood::checks {

inline bool is_inside(Span span, std::string_view text) { return span.from < span.to && span.to <= text.size(); }

/// Reading the credited piece of the text alone gives a period that holds the day.
inline bool is_credited(Day day, Span span, std::string_view text, const TimescaleSettings& settings) {
  const auto periods = periods_named(text.substr(span.from, span.to - span.from), settings);
  return std::any_of(periods.begin(), periods.end(), [&](const Period& period) { return period.first <= day && day <= period.last; });
}

/// Empty when all is well, else what is wrong.
inline std::string fault_of(std::string_view text, const TimescaleSettings& settings) {
  const auto read = read_timescale(text, settings);
  if (!(read == read_timescale(text, settings))) return "two readings differ";
  const auto holds = [&](Day day, Span span) { return is_inside(span, text) && is_credited(day, span, text, settings); };
  if (read.start && !holds(*read.start, read.start_span)) return "the start is not in its span";
  if (read.due && !holds(*read.due, read.due_span)) return "the due date is not in its span";
  for (const auto& milestone : read.milestones)
    if (!holds(milestone.day, milestone.span)) return "a milestone is not in its span";
  if (!std::is_sorted(read.milestones.begin(), read.milestones.end(), [](const auto& a, const auto& b) { return a.day < b.day; })) return "milestones are out of order";
  if (read.milestones.size() == 1) return "one milestone alone";
  if (!read.milestones.empty() && (!read.due || read.milestones.back().day != *read.due)) return "the due date is not the last milestone";
  if (read.confidence < 0 || read.confidence > 1) return "confidence outside 0 to 1";
  if (read.confidence < 1 && read.findings.empty()) return "doubt without a finding";
  if (read.unparsed && (read.start || read.due || read.ongoing || read.complete || read.recurs != Recurrence::none)) return "unparsed and yet read";
  if (read.unparsed && read.findings.empty()) return "unparsed without a finding";
  if (read.start && read.due && *read.due < *read.start &&
      std::none_of(read.findings.begin(), read.findings.end(), [](const auto& finding) { return finding.code == "start_after_due"; }))
    return "ends before it starts, and nothing says so";
  if (!is_valid_utf8(read.condition) || !is_valid_utf8(describe(read))) return "ill-formed text out";
  for (const auto& finding : read.findings)
    if (finding.code.empty() || finding.message.empty() || !is_valid_utf8(finding.message)) return "a finding that says nothing";
  return {};
}

}  // namespace makegood::checks
