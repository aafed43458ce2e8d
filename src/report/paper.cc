#include "report/paper.h"

#include <algorithm>

namespace makegood {

Cells Paper::header(std::initializer_list<std::string_view> keys) const {
  Cells cells;
  for (const auto key : keys) cells.push_back(words("report.column." + std::string(key)));
  return cells;
}

std::string claim_words(const Words& words, Claim claim) { return words("claim." + std::string(word(claim))); }

std::string found_words(const Words& words, const ReportItem& item) {
  auto said = words("found." + std::string(word(item.found)));
  if (item.found != Found::not_yet_assessed && item.finding_is_older) said = words("report.found_before", {{"found", said}});
  return said;
}

std::string calendar_words(const Words& words, const ReportItem& item) {
  if (item.calendar.rule == Rule::overdue) return words("report.late_by", {{"n", item.calendar.days.value_or(0)}});
  return words("rule." + std::string(word(item.calendar.rule)));
}

std::string day_words(const Words& words, const std::optional<Day>& day) { return day ? words.date(*day) : words("report.no_day"); }

std::string kind_words(ReportKind kind, const Words& words) { return words("report.kind." + std::string(word(kind))); }

std::string period_words(const ReportPeriod& period, const Words& words) {
  if (!period.first) return words("report.period_to", {{"last", period.last}});
  return words("report.period", {{"first", *period.first}, {"last", period.last}});
}

std::string label_of(const ReportItem& item) { return item.ref.empty() ? "–" : item.ref; }

std::string named(const CommitteeReport& report, const ItemId& id) {
  const auto* item = find_item(report, id);
  if (item == nullptr) return id.text;
  const auto title = shorten(item->title, 120);
  return item->ref.empty() ? title : item->ref + " " + title;
}

std::string joined(const std::vector<std::string>& names) { return join(names, "\n"); }

std::string owners_of(const Paper& paper, const ReportItem& item) {
  auto owners = item.owners;
  for (auto& owner : owners) {
    const auto place = std::find_if(paper.report.passed.begin(), paper.report.passed.end(), [&](const OwnerPlace& p) { return p.written == owner; });
    if (place == paper.report.passed.end()) continue;
    if (!place->now.empty()) owner += " (" + paper.words("report.owner_now", {{"post", place->now}}) + ")";
    if (place->ended) owner += " (" + paper.words("report.owner_ended", {{"date", *place->ended}}) + ")";
  }
  return joined(owners);
}

std::string silent_words(const Paper& paper, const Silence& silence) {
  if (silence.organisation.empty()) return paper.words("report.nobody_named");
  if (!silence.ended) return silence.organisation;
  return silence.organisation + " (" + paper.words("report.owner_ended", {{"date", *silence.ended}}) + ")";
}

namespace {

std::string part_words(const CommitteeReport& report, const Words& words) {
  if (report.spec.scope == ReportScope::whole) return words("report.scope.whole");
  return words("report.scope." + std::string(word(report.spec.scope)), {{"of", report.spec.of}});
}

void add_facts(Paper& paper) {
  const auto& report = paper.report;
  const auto& words = paper.words;
  std::vector<Cells> rows = {{words("report.fact"), words("report.fact_value")}};
  if (!report.organisation.empty()) rows.push_back({words("report.fact.body"), report.organisation});
  rows.push_back({words("report.fact.plan"), report.plan_title});
  rows.push_back({words("report.fact.part"), part_words(report, words)});
  rows.push_back({words("report.fact.period"), period_words(report.period, words)});
  rows.push_back({words("report.fact.as_at"), words.date(report.as_at)});
  rows.push_back({words("report.fact.made"), words.date(report.made)});
  if (report.spec.profile != ReportProfile::none)
    rows.push_back({words("report.fact.duty"), words("report.profile." + std::string(word(report.spec.profile)))});
  paper.rows(std::move(rows));
}

}  // namespace

std::string report_title(const CommitteeReport& report, const Words& words) {
  return words("report.title", {{"plan", report.plan_title}, {"kind", kind_words(report.spec.kind, words)}, {"period", period_words(report.period, words)}});
}

Document committee_document(const CommitteeReport& report, const Words& words) {
  Paper paper(report, words);
  auto& document = paper.document();
  document.format = "report";
  document.title = report_title(report, words);
  document.language = words.language() == Language::cy ? "cy-GB" : "en-GB";
  paper.add(heading(1, document.title));
  add_facts(paper);
  for (const auto add : {add_purpose, add_summary, add_delivered, add_slipped, add_silent, add_owners_words, add_challenges,
                         add_disagreements, add_effects, add_duty, add_numbers, add_appendices})
    add(paper);
  return std::move(document);
}

}  // namespace makegood
