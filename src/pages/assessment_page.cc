// Every criterion of a framework with its level: for those who assess, and for the public.

#include <algorithm>

#include "html/components/content.h"
#include "html/components/fields.h"
#include "html/components/lists.h"
#include "pages/assessment_pages.h"
#include "pages/fault_summary.h"
#include "pages/hidden_field.h"
#include "pages/page_parts.h"

namespace makegood::pages {

using namespace html;

namespace {

const framework::Round* shown_round(const AssessmentPage& page) { return page.assessment->round(page.round); }

std::optional<govuk::ErrorMessageParams> error_of(const Site& site, const AssessmentPage& page, std::string_view field) {
  return page.fault == field ? refusal_of(site, page.refusal) : std::nullopt;
}

Html round_line(const Site& site, const AssessmentPage& page, const framework::Round& round) {
  std::vector<std::string> said{site.words("assessment.opened", {{"day", round.opened}})};
  if (!round.aim.empty()) said.push_back(site.words("assessment.aim", {{"level", level_words(site, *page.assessment, round.aim)}}));
  if (round.closed) said.push_back(site.words("assessment.closed", {{"day", *round.closed}}));
  if (round.again) said.push_back(site.words("assessment.again", {{"day", *round.again}}));
  if (round.again && *round.again < site.today) said.push_back(site.words("assessment.again_passed"));
  std::string line;
  for (const auto& one : said) line += (line.empty() ? "" : " ") + one;
  return p(cls("govuk-body"), line);
}

// "Developing 4, achieving 9, excellent 2, not assessed 2".
Html counts_list(const Site& site, const AssessmentPage& page) {
  const auto counts = framework::counts(*page.assessment, page.round, *page.plan);
  govuk::SummaryListParams list;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    const auto& level = page.assessment->framework->levels[i];
    if (counts[i] > 0 || level.code != framework::kOutOfScope)
      list.rows.push_back({.key = {.text = level_words(site, *page.assessment, level.code)}, .value = {.text = site.words("assessment.criteria", {{"n", counts[i]}})}});
  }
  return govuk::summary_list(list);
}

Html other_rounds(const Site& site, const AssessmentPage& page, const Url& here) {
  if (page.assessment->rounds.size() < 2) return {};
  return nav(attr("aria-label", site.words("assessment.rounds")), ul(cls("govuk-list mg-inline-list"), each(page.assessment->rounds, [&](const framework::Round& round) {
               if (round.name == page.round) return li(strong(round.name));
               return li(link_to(site.local(here.with("round", round.name)), round.name));
             })));
}

Html level_cell(const Site& site, const AssessmentPage& page, const Item& item) {
  const auto standing = framework::standing_of(*page.assessment, page.round, item.id);
  const auto moved = movement_words(site, framework::movement_of(*page.assessment, page.round, item.id));
  const bool waits = standing.differ && standing.agreement == nullptr;
  return join(waits ? site.words("assessment.differ") : level_words(site, *page.assessment, standing.level), when(!moved.empty(), [&] { return join(br(), span(cls("govuk-hint govuk-!-margin-bottom-0"), moved)); }));
}

Html served_cell(const Site& site, const AssessmentPage& page, const Item& item, bool is_gap) {
  std::vector<Html> lines;
  for (const auto& one : page.assessment->services)
    if (one.criterion == item.id)
      lines.push_back(one.plan.empty() ? join(site.words("assessment.nothing_done"), " ", quoted("en", one.reason))
                                       : link_to(site.local(item_url(one.plan, one.item)), one.words));
  if (lines.empty()) return join(is_gap ? site.words("assessment.gap") : "–");
  return each(lines, [](const Html& line) { return p(cls("govuk-body govuk-!-margin-bottom-1"), line); });
}

Html criteria_table(const Site& site, const AssessmentPage& page, bool with_forms) {
  const auto gaps = framework::gaps(*page.assessment, page.round, *page.plan);
  govuk::TableParams table{.caption = site.words("assessment.caption", {{"round", page.round}}), .caption_classes = "govuk-table__caption--m",
                           .head = {{.text = site.words("assessment.criterion")}, {.text = site.words("assessment.level")}, {.text = site.words("assessment.served")}},
                           .first_cell_is_header = true, .classes = "mg-stack"};
  for (const auto* item : framework::criteria(*page.plan)) {
    const auto words = squeeze(item->ref + " " + item->title);
    const bool is_gap = std::find(gaps.begin(), gaps.end(), item) != gaps.end();
    const auto url = with_forms ? criterion_url(page.plan->slug, item->id) : item_url(page.plan->slug, item->id);
    table.rows.push_back({{.text = join(a(cls("govuk-link"), href(site.local(url)), lang("en"), words))},
                          {.text = level_cell(site, page, *item), .attributes = attr("data-label", site.words("assessment.level"))},
                          {.text = served_cell(site, page, *item, is_gap), .attributes = attr("data-label", site.words("assessment.served"))}});
  }
  return in_scroll(site.words("assessment.caption", {{"round", page.round}}), govuk::table(table));
}

Html step_form(const Site& site, const AssessmentPage& page, std::string_view step, const Html& fields, const std::string& send, std::string_view classes = {}) {
  return assessment_step(site, desk_assessment_url(page.plan->slug), step, fields, send, classes);
}

Html levels_form(const Site& site, const AssessmentPage& page) {
  return section(attr("aria-labelledby", "levels-heading"), heading_m(site.words("assessment.levels"), "levels-heading"),
                 step_form(site, page, "levels",
                           govuk::textarea({.name = "levels", .label = {.text = site.words("assessment.levels.label"), .classes = "govuk-label--s"},
                                            .hint = govuk::HintParams{.text = site.words("assessment.levels.hint")}, .error_message = error_of(site, page, "levels"), .value = page.levels}),
                           site.words("assessment.levels.send")));
}

Html open_form(const Site& site, const AssessmentPage& page) {
  std::vector<govuk::SelectItem> aims{{site.words("assessment.aim.highest"), ""}};
  for (const auto& level : page.assessment->framework->levels)
    if (page.assessment->framework->rank(level.code)) aims.push_back({level_words(site, *page.assessment, level.code), level.code});
  return section(attr("aria-labelledby", "open-heading"), heading_m(site.words("assessment.open"), "open-heading"),
                 step_form(site, page, "open",
                           join(govuk::input({.name = "round", .label = {.text = site.words("assessment.round.label"), .classes = "govuk-label--s"},
                                              .hint = govuk::HintParams{.text = site.words("assessment.round.hint")}, .error_message = error_of(site, page, "round"), .value = page.name,
                                              .classes = "govuk-input--width-10"}),
                                govuk::select({.name = "aim", .label = {.text = site.words("assessment.aim.label"), .classes = "govuk-label--s"}, .error_message = error_of(site, page, "aim"),
                                               .items = std::move(aims), .value = page.aim}),
                                day_field(site, {.name = "again", .legend = site.words("assessment.again.label"), .hint = site.words("assessment.again.hint"), .value = page.again,
                                                 .error = error_of(site, page, "again")})),
                           site.words("assessment.open.send")));
}

Html close_form(const Site& site, const AssessmentPage& page, const framework::Round& round) {
  return section(attr("aria-labelledby", "close-heading"), heading_m(site.words("assessment.close", {{"round", round.name}}), "close-heading"),
                 body_text(site.words("assessment.close.note")), step_form(site, page, "close", {}, site.words("assessment.close.send"), "govuk-button--secondary"));
}

Html running(const Site& site, const AssessmentPage& page) {
  if (!page.may_run) return {};
  if (!page.assessment->framework) return levels_form(site, page);
  if (const auto* open = page.assessment->open_round()) return close_form(site, page, *open);
  return open_form(site, page);
}

Html to_agree(const Site& site, const AssessmentPage& page) {
  const auto open = framework::differences(*page.assessment, page.round, *page.plan);
  if (open.empty()) return {};
  return govuk::inset_text({.text = join(p(cls("govuk-body"), site.words("assessment.to_agree", {{"n", static_cast<int>(open.size())}})),
                                         ul(cls("govuk-list govuk-list--bullet"), each(open, [&](const Item* item) {
                                           return li(a(cls("govuk-link"), href(site.local(criterion_url(page.plan->slug, item->id))), lang("en"), squeeze(item->ref + " " + headline(item->title))));
                                         })))});
}

Frame frame_of(const AssessmentPage& page, const std::string& title) {
  return {.title = title, .trail = {{plan_url(page.plan->slug), page.plan->title, "en"}}, .has_errors = !page.refusal.empty()};
}

Html heading(const AssessmentPage& page, const std::string& title) {
  return join(span(cls("govuk-caption-xl"), lang("en"), page.plan->title), h1(cls("govuk-heading-xl"), title));
}

}  // namespace

Url assessment_url(std::string_view slug) { return Url::path({"plans", slug, "assessment"}); }
Url desk_assessment_url(std::string_view slug) { return Url::path({"desk", "plans", slug, "assessment"}); }
Url criterion_url(std::string_view slug, const ItemId& id) { return Url::path({"desk", "plans", slug, "assessment", id.text}); }

Html assessment_step(const Site& site, const Url& to, std::string_view step, const Html& fields, const std::string& send, std::string_view classes) {
  return html::form(attr("method", "post"), action(site.local(to)), attr("novalidate", ""), csrf_field(site), hidden("step", step), fields,
                    govuk::button({.text = send, .prevent_double_click = true, .classes = std::string(classes)}));
}

framework::Framework levels_from(std::string_view lines) {
  framework::Framework made;
  for (const auto& line : lines_of(lines)) made.levels.push_back({replace_all(fold(line), " ", "-"), line, ""});
  return made;
}

std::string level_words(const Site& site, const framework::Assessment& assessment, std::string_view code) {
  const auto* level = assessment.framework ? assessment.framework->level(code) : nullptr;
  if (level != nullptr) return level->in(site.words.language() == Language::cy ? "cy" : "en");
  return code == framework::kNotAssessed ? site.words("assessment.not_assessed") : std::string(code);
}

std::string movement_words(const Site& site, framework::Movement movement) {
  switch (movement) {
    case framework::Movement::up: return site.words("assessment.moved.up");
    case framework::Movement::down: return site.words("assessment.moved.down");
    case framework::Movement::same: return site.words("assessment.moved.same");
    case framework::Movement::none: break;
  }
  return {};
}

Html assessment_page(const AssessmentPage& page, const Site& site) {
  const auto* round = shown_round(page);
  const auto body = round == nullptr ? body_text(site.words(page.assessment->framework ? "assessment.no_round" : "assessment.no_levels"))
                                     : join(other_rounds(site, page, desk_assessment_url(page.plan->slug)), round_line(site, page, *round), to_agree(site, page), counts_list(site, page),
                                            criteria_table(site, page, true));
  const auto title = site.words("assessment.link_desk");
  return frame(site, frame_of(page, title), join(refusal_summary(site, page.refusal, page.fault), heading(page, title), body, running(site, page)));
}

Html public_assessment_page(const AssessmentPage& page, const Site& site) {
  const auto* round = shown_round(page);
  const auto body = round == nullptr ? body_text(site.words("assessment.none_public"))
                                     : join(other_rounds(site, page, assessment_url(page.plan->slug)), round_line(site, page, *round), counts_list(site, page), criteria_table(site, page, false));
  const auto title = site.words("assessment.heading");
  return frame(site, frame_of(page, title), join(heading(page, title), lead_text(site.words("assessment.lead")), body));
}

}  // namespace makegood::pages
