#include "pages/voices_summary.h"

#include "html/components/content.h"
#include "html/components/lists.h"
#include "pages/change_pieces.h"
#include "pages/pieces.h"
#include "pages/slipped.h"
#include "pages/voice_words.h"

namespace makegood::pages {

using namespace html;

namespace {

void count_in(VoicesSummary& summary, const Item& item, const makegood::Standing& standing, Day today) {
  const auto computed = computed_status(item, standing, today);
  ++summary.calendar[static_cast<std::size_t>(computed.status.rule)];
  if (computed.complete_without_evidence) ++summary.without_evidence;
  if (standing.finding != nullptr && standing.finding->hold) ++summary.held;
}

/// "3 complete, 2 on track": what nobody said is left out, except that nothing was said.
template <class Table, std::size_t n, class Words>
std::string counted(const Site& site, const Table& table, const std::array<int, n>& counts, Words words) {
  std::vector<std::string> parts;
  for (const auto& row : table)
    if (const int count = counts[static_cast<std::size_t>(row.code)]; count > 0)
      parts.push_back(site.words("voices.part", {{"n", count}, {"word", words(row.code)}}));
  return site.words.list(parts);
}

std::string calendar_words(const Site& site, const VoicesSummary& summary) {
  std::vector<std::string> parts;
  for (const auto& rule : kRules)
    if (const int count = summary.calendar[static_cast<std::size_t>(rule.rule)]; count > 0)
      parts.push_back(site.words("voices.part", {{"n", count}, {"word", rule_words(site, rule.rule)}}));
  return site.words.list(parts);
}

Html rows(const Site& site, const VoicesSummary& summary) {
  const auto row = [&](std::string_view key, Html value) { return govuk::SummaryRow{.key = {site.words(key)}, .value = {std::move(value)}}; };
  const auto& sum = summary.roll_up;
  return govuk::summary_list(
      {.rows = {row("item.owner_reports", join(counted(site, kClaims, sum.claims, [&](Claim c) { return claim_words(site, c); }),
                                               when(summary.without_evidence > 0, [&] {
                                                 return p(cls("mg-item-note"), site.words("voices.without_evidence", {{"n", summary.without_evidence}}));
                                               }))),
                row("item.panel_finds", join(counted(site, kFounds, sum.founds, [&](Found f) { return found_words(site, f); }),
                                             when(summary.held > 0, [&] { return p(cls("mg-item-note"), site.words("voices.held", {{"n", summary.held}})); }))),
                row("item.calendar", join(calendar_words(site, summary)))}});
}

Html disagreement(const Site& site, const DisagreementLine& line, std::string_view slug, std::string_view language) {
  return li(a(cls("govuk-link"), href(site.local(item_url(slug, line.item.id))), item_name(std::string(language), line.item)),
            p(cls("mg-item-note"), disagreement_words(site, line.between)));
}

}  // namespace

VoicesSummary make_voices_summary(const Plan& plan, const Progress& progress, Day today) {
  VoicesSummary summary;
  summary.roll_up = roll_up(plan, progress);
  const auto standings = standings_of(progress, plan.items);
  for (std::size_t i = 0; i < plan.items.size(); ++i)
    if (plan.items[i].parent.empty() && !plan.items[i].absent) count_in(summary, plan.items[i], standings[i], today);
  for (auto& between : disagreements(progress)) {
    const auto* item = find_item(plan, between.item);
    if (item != nullptr && !item->absent) summary.disagreements.push_back({{item->id, item->ref, item->title}, between});
  }
  summary.slipped = static_cast<int>(slippages(plan, progress).size());
  return summary;
}

std::string assessed_words(const Site& site, const RollUp& sum) {
  return site.words("voices.assessed", {{"reported", sum.reported()}, {"assessed", sum.assessed()}, {"n", sum.items}});
}

Html voices_section(const Site& site, const VoicesSummary& summary, std::string_view slug, std::string_view language) {
  if (!summary.says_something()) return {};
  const auto disagree = site.words("voices.disagree", {{"n", static_cast<int>(summary.disagreements.size())}});
  return section(attr("aria-labelledby", "voices"), heading_m(site.words("voices.heading"), "voices"),
                 p(cls("govuk-body"), assessed_words(site, summary.roll_up)), rows(site, summary),
                 when(!summary.disagreements.empty(), [&] {
                   return govuk::details({.summary_text = disagree,
                                          .text = ul(cls("govuk-list govuk-list--spaced"), each(summary.disagreements, [&](const DisagreementLine& line) {
                                                       return disagreement(site, line, slug, language);
                                                     }))});
                 }),
                 p(cls("govuk-body"), link_to(site.local(slipped_url(slug)), site.words("slipped.link", {{"n", summary.slipped}}))));
}

}  // namespace makegood::pages
