#include "extract/extract.h"

#include <map>

#include "extract/findings.h"
#include "extract/headers.h"
#include "extract/items.h"
#include "extract/own_form.h"
#include "extract/people.h"
#include "extract/places.h"
#include "extract/prose.h"
#include "extract/responses.h"
#include "extract/title.h"
#include "extract/vocabulary.h"

namespace makegood {
namespace extraction {
namespace {

Names names_of(const Walked& walked, const std::vector<Piece>& pieces) {
  Names names;
  const auto prose = [&](const Lines& lines) {
    for (const auto& line : lines) names.add_prose(line.text);
  };
  for (const auto& record : walked.records) {
    for (std::size_t n = 0; n < record.cells.size(); ++n) {
      const auto role = record.layout->role(n);
      if (role != Role::owner && role != Role::partner) {
        prose(record.cells[n]);
        continue;
      }
      for (const auto& line : record.cells[n])
        for (const auto& entry : plain_entries(line.text)) names.add_entry(entry);
    }
    prose(record.body);
  }
  prose(walked.context);
  for (const auto& piece : pieces)
    if (!piece.is_table) names.add_prose(piece.line.text);
  return names;
}

void add_measures(const Walked& walked, Headings& headings, Plan& plan) {
  for (const auto& [line, heading] : walked.measures) {
    if (line.text.empty()) continue;
    const auto theme = headings.theme(heading, plan);
    plan.indicators.push_back({IndicatorId(std::to_string(plan.indicators.size() + 1)), theme, line.text, unit_of(line.text), line.at});
  }
}

// A bracket at the end names the lead authority when many items end in one, and the same few
// recur; once or twice it may say anything ("(Phase One)").
void take_lead_authorities(Plan& plan) {
  std::size_t brackets = 0;
  std::map<std::string, int> distinct;
  for (const auto& item : plan.items) {
    auto title = item.title;
    const auto inside = take_lead_authority(title);
    if (inside.empty()) continue;
    ++brackets;
    ++distinct[fold(inside)];
  }
  if (brackets < 3 || distinct.size() * 4 > brackets * 3) return;
  for (auto& item : plan.items) {
    if (!item.lead_authority.empty()) continue;
    auto title = item.title;
    const auto inside = take_lead_authority(title);
    if (inside.empty() || title.empty()) continue;
    item.lead_authority = split_bodies(inside);
    item.title = std::move(title);
  }
}

void finish(Plan& plan, const Walked& walked, const Names& names) {
  take_lead_authorities(plan);
  for (auto& item : plan.items) offer_privacy_findings(item, names);
  plan.context = lines_text(walked.context);
  if (walked.lost_layout) plan.findings.push_back(finding("unreadable_layout", {}));
  if (plan.items.empty()) plan.findings.push_back(finding("no_items", {}));
  else count_gaps(plan);
}

PlanReading read(const Document& document, const ExtractOptions& options) {
  PlanReading reading;
  auto& plan = reading.plan;
  plan.settings = options.settings;
  plan.findings = document.findings;
  const auto pieces = pieces_of(document);
  const auto title = title_of(document, pieces);
  plan.title = title.text;
  plan.organisation = organisation_of(title.text, pieces);
  const Layouts layouts(pieces, options.settings, options.given);
  reading.tables = read_tables(layouts);
  auto walked = walk(pieces, title.pieces, layouts);
  const auto names = names_of(walked, pieces);
  ItemBuilder builder(plan, names, walked.headings);
  std::size_t number = 0;
  for (const auto& record : walked.records) builder.build(record, number++);
  auto taken = builder.taken();
  if (plan.items.empty() && !walked.lost_layout) {
    Headings headings;
    ItemBuilder loose(plan, names, headings);
    read_prose(pieces, title.pieces, plan.title, headings, loose);
    for (auto& measure : walked.measures)
      if (measure.heading >= 0) measure.heading = headings.find(walked.headings.text(measure.heading), walked.headings.place(measure.heading));
    walked.headings = std::move(headings);
    taken = loose.taken();
  }
  add_measures(walked, walked.headings, plan);
  finish(plan, walked, names);
  reading.places = places_of(pieces, title.pieces, plan, taken);
  return reading;
}

}  // namespace
}  // namespace extraction

PlanReading extract_reading(const Document& document, const ExtractOptions& options) {
  if (!is_own_form(document)) return extraction::read(document, options);
  PlanReading reading{read_own_form(document, options), {}, {}};
  reading.places = extraction::places_of({}, 0, reading.plan, {});
  return reading;
}

Plan extract_plan(const Document& document, const ExtractOptions& options) { return extract_reading(document, options).plan; }

}  // namespace makegood
