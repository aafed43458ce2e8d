// One criterion: what each assessor says, what they agree, and what is done about it.

#include "html/components/choices.h"
#include "html/components/content.h"
#include "html/components/fields.h"
#include "html/components/lists.h"
#include "pages/assessment_pages.h"
#include "pages/fault_summary.h"
#include "pages/hidden_field.h"

namespace makegood::pages {

using namespace html;

namespace {

bool is_open(const CriterionPage& page) {
  const auto* round = page.assessment->round(page.round);
  return round != nullptr && !round->closed;
}

std::string shown(const CriterionPage& page, std::string_view step, const std::string& typed) { return page.step == step ? typed : std::string{}; }

std::optional<govuk::ErrorMessageParams> error_of(const Site& site, const CriterionPage& page, std::string_view step, std::string_view field) {
  return page.step == step && page.fault == field ? refusal_of(site, page.refusal) : std::nullopt;
}

Html rating_card(const Site& site, const CriterionPage& page, const framework::Rating& rating) {
  govuk::SummaryListParams list{.card = govuk::SummaryCard{.title = rating.assessor, .heading_level = 3}};
  list.rows.push_back({.key = {.text = site.words("assessment.level")}, .value = {.text = level_words(site, *page.assessment, rating.level)}});
  list.rows.push_back({.key = {.text = site.words("assessment.reasons")}, .value = {.text = quoted_lines("en", rating.reasons)}});
  if (!rating.evidence.empty()) list.rows.push_back({.key = {.text = site.words("assessment.evidence")}, .value = {.text = quoted_lines("en", rating.evidence)}});
  list.rows.push_back({.key = {.text = site.words("assessment.said_on")}, .value = {.text = join(day(site, rating.day))}});
  return govuk::summary_list(list);
}

Html voices(const Site& site, const CriterionPage& page, const framework::Standing& standing) {
  if (standing.ratings.empty()) return body_text(site.words("assessment.nobody_yet"));
  if (page.sees_others) return each(standing.ratings, [&](const framework::Rating* rating) { return rating_card(site, page, *rating); });
  return govuk::inset_text({.text = site.words("assessment.others_hidden", {{"n", static_cast<int>(standing.ratings.size())}})});
}

Html agreed(const Site& site, const CriterionPage& page, const framework::Standing& standing) {
  if (!page.sees_others) return {};
  if (standing.agreement == nullptr) return standing.differ ? govuk::warning_text({.text = site.words("assessment.they_differ"), .icon_fallback_text = site.words("component.warning")}) : Html{};
  const auto& a = *standing.agreement;
  return govuk::inset_text({.text = join(p(cls("govuk-body"), site.words("assessment.agreed", {{"level", level_words(site, *page.assessment, a.level)}, {"by", a.by}, {"day", a.day}})),
                                         quoted_lines("en", a.reasons))});
}

Html step_form(const Site& site, const CriterionPage& page, std::string_view step, const Html& fields, const std::string& send, std::string_view classes = {}) {
  return assessment_step(site, criterion_url(page.plan->slug, page.item->id), step, fields, send, classes);
}

Html level_field(const Site& site, const CriterionPage& page, std::string_view step, const std::string& chosen, const std::string& legend) {
  std::vector<govuk::ChoiceItem> items;
  for (const auto& level : page.assessment->framework->levels) items.push_back({.value = level.code, .text = level_words(site, *page.assessment, level.code)});
  return govuk::radios({.name = "level", .id_prefix = std::string(step) + "-level",
                        .fieldset = govuk::FieldsetParams{.legend = {.text = legend, .classes = "govuk-fieldset__legend--s"}}, .error_message = error_of(site, page, step, "level"),
                        .items = std::move(items), .value = chosen, .classes = "govuk-radios--small"});
}

Html text_area(const Site& site, const CriterionPage& page, std::string_view step, const std::string& name, const std::string& value, const std::string& key) {
  return govuk::textarea({.name = name, .id = std::string(step) + "-" + name, .label = {.text = site.words(key), .classes = "govuk-label--s"},
                          .hint = site.words.has(key + ".hint") ? std::optional(govuk::HintParams{.text = site.words(key + ".hint")}) : std::nullopt,
                          .error_message = error_of(site, page, step, name), .value = value, .rows = 3});
}

Html rate_form(const Site& site, const CriterionPage& page, const framework::Standing& standing) {
  const framework::Rating* mine = nullptr;
  for (const auto* rating : standing.ratings)
    if (fold(rating->assessor) == fold(page.assessor)) mine = rating;
  const bool typed = page.step == "rate";
  const auto value = [&](const std::string& sent, const std::string& kept) { return typed ? sent : kept; };
  const auto fields = join(level_field(site, page, "rate", value(page.form.level, mine ? mine->level : ""), site.words("assessment.rate.level")),
                           text_area(site, page, "rate", "reasons", value(page.form.reasons, mine ? mine->reasons : ""), "assessment.rate.reasons"),
                           text_area(site, page, "rate", "evidence", value(page.form.evidence, mine ? mine->evidence : ""), "assessment.rate.evidence"),
                           when(page.may_run, [&] {
                             return govuk::input({.name = "assessor", .id = "rate-assessor", .label = {.text = site.words("assessment.rate.assessor"), .classes = "govuk-label--s"},
                                                  .hint = govuk::HintParams{.text = site.words("assessment.rate.assessor.hint")}, .value = shown(page, "rate", page.form.assessor)});
                           }));
  return section(attr("aria-labelledby", "rate-heading"), heading_m(site.words("assessment.rate", {{"assessor", page.assessor}}), "rate-heading"),
                 step_form(site, page, "rate", fields, site.words("assessment.rate.send")));
}

Html agree_form(const Site& site, const CriterionPage& page, const framework::Standing& standing) {
  if (!page.may_run || standing.ratings.empty() || (!standing.differ && standing.agreement == nullptr)) return {};
  const auto fields = join(hidden("seen", std::to_string(page.assessment->sequence)), level_field(site, page, "agree", shown(page, "agree", page.form.level), site.words("assessment.agree.level")),
                           text_area(site, page, "agree", "reasons", shown(page, "agree", page.form.reasons), "assessment.agree.reasons"));
  return section(attr("aria-labelledby", "agree-heading"), heading_m(site.words("assessment.agree"), "agree-heading"), step_form(site, page, "agree", fields, site.words("assessment.agree.send")));
}

Html service_line(const Site& site, const CriterionPage& page, const framework::Service& one) {
  const auto words = one.plan.empty() ? join(site.words("assessment.nothing_done"), " ", quoted("en", one.reason)) : link_to(site.local(item_url(one.plan, one.item)), one.words);
  if (!page.may_run) return li(words);
  return li(words, step_form(site, page, "end", join(hidden("plan", one.plan), hidden("item", one.item.text)),
                             site.words("assessment.serve.end"), "govuk-button--secondary mg-button-small"));
}

Html serve_forms(const Site& site, const CriterionPage& page) {
  if (!page.may_run) return {};
  const auto plan = govuk::input({.name = "plan", .id = "serve-plan", .label = {.text = site.words("assessment.serve.plan"), .classes = "govuk-label--s"},
                                  .hint = govuk::HintParams{.text = site.words("assessment.serve.plan.hint")}, .value = shown(page, "serve", page.form.plan), .classes = "govuk-input--width-20"});
  const auto item = govuk::input({.name = "item", .id = "serve-item", .label = {.text = site.words("assessment.serve.item"), .classes = "govuk-label--s"},
                                  .hint = govuk::HintParams{.text = site.words("assessment.serve.item.hint")}, .error_message = error_of(site, page, "serve", "item"),
                                  .value = shown(page, "serve", page.form.item), .classes = "govuk-input--width-10"});
  return join(step_form(site, page, "serve", join(plan, item), site.words("assessment.serve.send")),
              govuk::details({.summary_text = site.words("assessment.reason.summary"),
                              .text = join(step_form(site, page, "reason", text_area(site, page, "reason", "reason", shown(page, "reason", page.form.reason), "assessment.reason.label"),
                                                     site.words("assessment.reason.send"))),
                              .open = page.step == "reason"}));
}

Html what_is_done(const Site& site, const CriterionPage& page) {
  std::vector<const framework::Service*> services;
  for (const auto& one : page.assessment->services)
    if (one.criterion == page.item->id) services.push_back(&one);
  const auto list = services.empty() ? body_text(site.words("assessment.nothing_tied"))
                                     : ul(cls("govuk-list govuk-list--bullet"), each(services, [&](const framework::Service* one) { return service_line(site, page, *one); }));
  return section(attr("aria-labelledby", "serve-heading"), heading_m(site.words("assessment.served"), "serve-heading"), list, serve_forms(site, page));
}

std::string fault_id(const CriterionPage& page) { return page.fault.empty() ? std::string{} : page.step + "-" + page.fault; }

}  // namespace

CriterionForm criterion_form_from(const QueryPairs& pairs) {
  return {.level = field(pairs, "level"),     .reasons = field(pairs, "reasons"), .evidence = field(pairs, "evidence"), .assessor = squeeze(field(pairs, "assessor")),
          .plan = squeeze(field(pairs, "plan")), .item = squeeze(field(pairs, "item")), .reason = field(pairs, "reason")};
}

Html criterion_page(const CriterionPage& page, const Site& site) {
  const auto standing = framework::standing_of(*page.assessment, page.round, page.item->id);
  const auto title = squeeze(page.item->ref + " " + headline(page.item->title));
  const auto speaking = page.round.empty() ? body_text(site.words("assessment.no_round"))
                                           : join(heading_m(site.words("assessment.in_round", {{"round", page.round}})), agreed(site, page, standing), voices(site, page, standing),
                                                  when(is_open(page), [&] { return join(rate_form(site, page, standing), agree_form(site, page, standing)); }));
  return frame(site, {.title = title, .trail = {{plan_url(page.plan->slug), page.plan->title, "en"}, {desk_assessment_url(page.plan->slug), site.words("assessment.link_desk"), ""}},
                      .has_errors = !page.refusal.empty()},
               join(refusal_summary(site, page.refusal, fault_id(page)), h1(cls("govuk-heading-xl"), lang("en"), title), quoted_lines("en", page.item->detail), speaking, what_is_done(site, page)));
}

}  // namespace makegood::pages
