#include <algorithm>

#include "html/components/choices.h"
#include "html/components/content.h"
#include "html/components/fields.h"
#include "html/components/lists.h"
#include "pages/fault_summary.h"
#include "pages/page_parts.h"
#include "pages/pieces.h"
#include "pages/summary_rows.h"
#include "pages/updates_pages.h"

namespace makegood::pages {

using namespace html;

namespace {

constexpr std::string_view kWelsh = "cy", kSimple = "en-simple";

Html line(const Site& site, const UpdateLine& line) {
  return li(a(cls("govuk-link"), href(site.local(update_url(line.slug, line.update.id))), lang(line.language), headline(line.item_title)), " ",
            strong(answer_words(site, line.update)),
            p(cls("mg-item-note"), quoted(line.language, line.plan_title), ": ", quoted(line.language, line.update.voice.post_words), ", ", day(site, line.update.day),
              when(line.update.versions > 1, [&] { return join(", ", site.words("updates.version", {{"n", line.update.versions}})); })));
}

Html list(const Site& site, std::string_view id, const std::vector<UpdateLine>& lines) {
  if (lines.empty()) return {};
  const auto title = site.words("updates." + std::string(id), {{"n", static_cast<int>(lines.size())}});
  return section(attr("aria-labelledby", id), heading_m(title, id),
                 ul(cls("govuk-list govuk-list--spaced"), each(lines, [&](const UpdateLine& one) { return makegood::pages::line(site, one); })));
}

Html as_sent(const Site& site, const UpdatePage& page) {
  const auto& update = page.line.update;
  SummaryRows rows;
  add_row(rows, site.words("updates.by"), join(quoted(page.line.language, update.voice.post_words), when(update.speaker == Speaker::on_behalf, [&] { return join(", ", site.words("voice.on_behalf")); }),
                                           when(update.speaker == Speaker::contributor, [&] { return join(", ", site.words("voice.contributor")); })));
  add_row(rows, site.words("updates.on"), day(site, update.day));
  if (page.before) add_row(rows, site.words("updates.before"), join(answer_words(site, *page.before), ", ", day(site, page.before->day)));
  add_row(rows, site.words("answer.claim"), strong(answer_words(site, update)));
  add_row(rows, site.words("answer.reason"), typed_lines(site, update.claim_reason));
  add_row(rows, site.words("answer.narrative"), typed_lines(site, update.narrative));
  if (update.forecast) add_row(rows, site.words("answer.new_date"), join(day(site, *update.forecast), typed_lines(site, update.forecast_reason)));
  if (page.item.dates().due) add_row(rows, site.words("table.due"), day(site, *page.item.dates().due));
  for (const auto& one : page.evidence) add_row(rows, site.words("answer.evidence_kind." + std::string(word(one.evidence.kind))), evidence_words(site, one));
  add_row(rows, site.words("updates.question"), typed_lines(site, update.question));
  if (update.state == UpdateState::approved && !site.is_coordinator()) {  // whoever approves has the words in the form
    add_row(rows, site.words("updates.summary"), typed_lines(site, update.public_summary));
    for (const auto& translation : update.translations)
      add_row(rows, site.words("updates.summary") + " (" + translation.language + ")", quoted(translation.language, translation.text));
  }
  return govuk::summary_list({.rows = std::move(rows)});
}

Html text(const Site& site, const UpdatePage& page, const std::string& name, const std::string& value, std::string_view language, int rows) {
  const auto hint = "updates.hint." + name;
  return govuk::textarea({.name = name,
                          .label = {.text = site.words("updates." + name), .classes = "govuk-label--s"},
                          .hint = site.words.has(hint) ? std::optional(govuk::HintParams{.text = site.words(hint)}) : std::nullopt,
                          .error_message = fault_of(site, page.faults, name),
                          .value = value,
                          .rows = rows,
                          .attributes = attr("dir", "auto") + lang(language.empty() ? typed_language(site) : language)});
}

Html open_boxes(const Site& site, const UpdatePage& page) {
  if (page.evidence.empty()) return {};
  std::vector<govuk::ChoiceItem> items;
  for (const auto& one : page.evidence)
    items.push_back({.value = one.evidence.id.text,
                     .text = join(evidence_words(site, one)),
                     .disabled = one.evidence.kind == EvidenceKind::quotation && !one.evidence.consent});
  return govuk::checkboxes({.name = "open",
                            .fieldset = govuk::FieldsetParams{.legend = {.text = site.words("updates.open"), .classes = "govuk-fieldset__legend--s"}},
                            .hint = govuk::HintParams{.text = site.words("updates.hint.open")},
                            .items = std::move(items),
                            .values = page.form.open});
}

Html sequence_field(const UpdatePage& page) { return input(attr("type", "hidden"), attr("name", "sequence"), attr("value", page.line.update.sequence)); }

Url step_url(const UpdatePage& page, std::string_view step) {
  return Url::path({"desk", "plans", page.line.slug, "updates", page.line.update.id.text, step});
}

Html approve_form(const Site& site, const UpdatePage& page) {
  const auto& form = page.form;
  return section(
      attr("aria-labelledby", "approve"), heading_m(site.words("updates.approve_heading"), "approve"), body_text(site.words("updates.approve_words")),
      html::form(attr("method", "post"), action(site.local(step_url(page, "approve"))), attr("novalidate", ""), csrf_field(site), sequence_field(page),
                 text(site, page, "summary", form.summary, "", 5), text(site, page, "text-cy", form.welsh, kWelsh, 3),
                 text(site, page, "text-simple", form.simple, kSimple, 3),
                 govuk::details({.summary_text = site.words("updates.another_language"),
                                 .text = join(govuk::input({.name = "language",
                                                            .label = {.text = site.words("updates.language")},
                                                            .hint = govuk::HintParams{.text = site.words("updates.hint.language")},
                                                            .error_message = fault_of(site, page.faults, "language"),
                                                            .value = form.language,
                                                            .classes = "govuk-input--width-5"}),
                                              text(site, page, "text-other", form.other, form.language, 3)),
                                 .open = !form.language.empty() || !form.other.empty()}),
                 open_boxes(site, page),
                 div(cls("govuk-button-group"), govuk::button({.text = site.words("updates.approve"), .prevent_double_click = true}), when(page.may_publish, [&] {
                       return govuk::button({.text = site.words("updates.approve_and_publish"), .name = "publish", .value = "yes", .prevent_double_click = true, .classes = "govuk-button--secondary"});
                     }))));
}

Html return_form(const Site& site, const UpdatePage& page) {
  return section(attr("aria-labelledby", "return"), heading_m(site.words("updates.return_heading"), "return"), body_text(site.words("updates.return_words")),
                 html::form(attr("method", "post"), action(site.local(step_url(page, "return"))), attr("novalidate", ""), csrf_field(site), sequence_field(page),
                            text(site, page, "question", page.question, "", 3), govuk::button({.text = site.words("updates.return"), .prevent_double_click = true, .classes = "govuk-button--secondary"})));
}

Html publish_form(const Site& site, const UpdatePage& page) {
  return section(attr("aria-labelledby", "publish"), heading_m(site.words("updates.publish_heading"), "publish"), body_text(site.words("updates.publish_words")),
                 html::form(attr("method", "post"), action(site.local(step_url(page, "publish"))), csrf_field(site), sequence_field(page),
                            govuk::button({.text = site.words("updates.publish"), .prevent_double_click = true})));
}

Html steps(const Site& site, const UpdatePage& page) {
  switch (page.line.update.state) {
    case UpdateState::submitted:
      return page.may_approve ? join(approve_form(site, page), return_form(site, page)) : body_text(site.words("updates.waits_for_coordinator"));
    case UpdateState::approved:
      return join(when(page.may_publish, [&] { return publish_form(site, page); }), when(page.may_approve, [&] { return approve_form(site, page); }));
    case UpdateState::returned:
    case UpdateState::published: return {};
  }
  return {};
}

bool is_language_tag(std::string_view tag) {
  std::size_t length = 0, parts = 1;
  for (const char c : tag) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (c == '-') {
      if (length < (parts == 1 ? 2U : 1U)) return false;
      length = 0, ++parts;
    } else if (letter || (parts > 1 && c >= '0' && c <= '9')) {
      if (++length > 8) return false;
    } else {
      return false;
    }
  }
  return length >= (parts == 1 ? 2U : 1U) && tag.size() <= 35;
}

}  // namespace

Url update_url(std::string_view slug, const UpdateId& id) { return Url::path({"desk", "plans", slug, "updates", id.text}); }

ApprovalForm approval_form(const Update& update) {
  ApprovalForm form;
  form.summary = update.public_summary.empty() ? update.narrative : update.public_summary;
  for (const auto& translation : update.translations) {
    if (translation.language == kWelsh) form.welsh = translation.text;
    else if (translation.language == kSimple) form.simple = translation.text;
    else form.language = translation.language, form.other = translation.text;
  }
  for (const auto& evidence : update.evidence) {
    const bool usual = evidence.kind == EvidenceKind::link || evidence.kind == EvidenceKind::figure || (evidence.kind == EvidenceKind::quotation && evidence.consent);
    if (evidence.open || (update.state == UpdateState::submitted && usual)) form.open.push_back(evidence.id.text);
  }
  return form;
}

ApprovalForm approval_form_from(const QueryPairs& pairs) {
  ApprovalForm form{replace_all(field(pairs, "summary"), "\r\n", "\n"), replace_all(field(pairs, "text-cy"), "\r\n", "\n"),
                    replace_all(field(pairs, "text-simple"), "\r\n", "\n"), std::string(trim(field(pairs, "language"))), replace_all(field(pairs, "text-other"), "\r\n", "\n"), {}};
  for (const auto& [name, value] : pairs)
    if (name == "open") form.open.push_back(value);
  return form;
}

std::vector<Translation> translations_in(const ApprovalForm& form) {
  std::vector<Translation> all;
  const auto add = [&](std::string_view language, const std::string& text) {
    if (!trim(text).empty()) all.push_back({std::string(language), text});
  };
  add(kWelsh, form.welsh);
  add(kSimple, form.simple);
  add(form.language, form.other);
  return all;
}

std::vector<FieldFault> faults_of(const ApprovalForm& form) {
  std::vector<FieldFault> faults;
  if (!form.language.empty() && !is_language_tag(form.language)) faults.push_back({"language", "updates.error.language"});
  if (form.language.empty() && !trim(form.other).empty()) faults.push_back({"language", "updates.error.no_language"});
  return faults;
}

Html updates_page(const UpdatesPage& page, const Site& site) {
  const auto heading = site.words("updates.heading");
  const auto main = join(h1(cls("govuk-heading-l"), heading),
                         lead_text(site.words("updates.answer", {{"n", static_cast<int>(page.submitted.size())}})),
                         list(site, "submitted", page.submitted), list(site, "approved", page.approved), list(site, "returned", page.returned), when(page.submitted.empty() && site.may_open("/desk/cycle"), [&] {
                           return p(cls("govuk-body"), link_to(site.local("/desk/cycle"), site.words("cycle.overview")));
                         }));
  return frame(site, {.title = heading, .trail = {{"/desk", site.words("nav.desk"), ""}}}, main);
}

Html update_page(const UpdatePage& page, const Site& site) {
  const auto& update = page.line.update;
  const auto heading = site.words("updates.one_heading");
  const auto main = join(fault_summary(site, page.faults, page.refusal), span(cls("govuk-caption-l"), quoted(page.line.language, headline(page.item.title))), h1(cls("govuk-heading-l"), heading),
                         lead_text(site.words("update_state." + std::string(word(update.state)))), as_sent(site, page), steps(site, page),
                         p(cls("govuk-body"), link_to(site.local(item_url(page.line.slug, page.item.id)), site.words("updates.item"))));
  return frame(site, {.title = heading + ": " + headline(page.item.title),
                      .trail = {{"/desk", site.words("nav.desk"), ""}, {"/desk/updates", site.words("updates.heading"), ""}},
                      .has_errors = !page.faults.empty() || !page.refusal.empty()},
               main);
}

}  // namespace makegood::pages
