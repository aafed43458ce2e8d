// An item in a form: by hand, with what was read beside what is written.

#include "html/components/choices.h"
#include "html/components/content.h"
#include "html/components/fields.h"
#include "pages/desk_pages.h"
#include "pages/fault_summary.h"
#include "pages/page_parts.h"

namespace makegood::pages {

using namespace html;

namespace {

govuk::LabelParams bold(const std::string& text) { return {.text = text, .classes = "govuk-label--s"}; }

Html lines_field(const Site& site, const ItemFormPage& page, std::string_view name, const std::string& value, int rows,
                 std::string_view hint) {
  return govuk::textarea({.name = std::string(name),
                          .label = bold(site.words("form." + std::string(name))),
                          .hint = govuk::HintParams{.text = site.words(hint)},
                          .error_message = fault_of(site, page.faults, name),
                          .value = value,
                          .rows = rows,
                          .attributes = lang(page.language)});
}

Html text_field(const Site& site, const ItemFormPage& page, std::string_view name, const std::string& value, std::string_view classes) {
  const auto hint = "form.hint." + std::string(name);
  return govuk::input({.name = std::string(name),
                       .label = bold(site.words("form." + std::string(name))),
                       .hint = site.words.has(hint) ? std::optional(govuk::HintParams{.text = site.words(hint)}) : std::nullopt,
                       .error_message = fault_of(site, page.faults, name),
                       .value = value,
                       .classes = std::string(classes)});
}

Html date_field(const Site& site, const ItemFormPage& page, const std::string& name, const DateFields& value) {
  return day_field(site, {.name = name, .legend = site.words("form." + name), .hint = site.words("form.hint.date"), .value = value,
                          .error = fault_of(site, page.faults, name + "-day")});
}

Html picker(const Site& site, const std::string& name, std::vector<govuk::SelectItem> items, const std::string& value) {
  return govuk::select({.name = name, .label = bold(site.words("form." + name)), .items = std::move(items), .value = value});
}

std::vector<govuk::SelectItem> kinds(const Site& site) {
  std::vector<govuk::SelectItem> items;
  for (const auto kind : {ItemKind::recommendation, ItemKind::action, ItemKind::commitment, ItemKind::sub_action, ItemKind::criterion})
    items.push_back({kind_words(site, kind), std::string(word(kind))});
  return items;
}

std::vector<govuk::SelectItem> themes(const Site& site, const ItemFormPage& page) {
  std::vector<govuk::SelectItem> items = {{site.words("theme.none"), ""}};
  for (const auto& theme : page.themes) items.push_back({.text = theme.label, .value = theme.value, .attributes = lang(page.language)});
  return items;
}

std::vector<govuk::SelectItem> responses(const Site& site) {
  std::vector<govuk::SelectItem> items = {{site.words("form.no_response"), ""}};
  for (const auto response : {Response::accepted, Response::accepted_in_part, Response::accepted_and_completed, Response::rejected, Response::noted})
    items.push_back({site.words("response." + std::string(word(response))), std::string(word(response))});
  return items;
}

// What the words of the timescale are read as, so that nobody has to work it out.
Html read_back(const Site& site, const ItemFormPage& page) {
  const auto read = read_timescale(page.form.timescale, page.settings);
  const auto due = read.due ? site.words("item.read.due", {{"date", *read.due}})
                            : site.words(read.ongoing ? "item.read.ongoing" : "item.read.unparsed");
  return when(!page.form.timescale.empty(), [&] { return p(cls("govuk-body-s"), due); });
}

Html item_fields(const Site& site, const ItemFormPage& page) {
  const auto& form = page.form;
  return join(lines_field(site, page, "title", form.title, 4, "form.hint.title"), text_field(site, page, "ref", form.ref, "govuk-input--width-10"),
              picker(site, "kind", kinds(site), form.kind), picker(site, "theme", themes(site, page), form.theme),
              lines_field(site, page, "owners", form.owners, 3, "form.hint.owners"),
              lines_field(site, page, "partners", form.partners, 3, "form.one_a_line"),
              lines_field(site, page, "lead_authority", form.lead_authority, 2, "form.one_a_line"),
              text_field(site, page, "timescale", form.timescale, ""), read_back(site, page), date_field(site, page, "start", form.start),
              date_field(site, page, "due", form.due), picker(site, "response", responses(site), form.response),
              lines_field(site, page, "detail", form.detail, 5, "form.hint.detail"),
              lines_field(site, page, "progress", form.progress, 5, "form.hint.progress"),
              lines_field(site, page, "status_raw", form.status_raw, 2, "form.hint.status_raw"),
              lines_field(site, page, "approval", form.approval, 2, "form.hint.approval"));
}

Html source(const Site& site, const ItemFormPage& page) {
  const auto shown = excerpt(site, {page.source, page.item.source, page.item.source_text, page.language});
  if (!shown.empty())
    return div(cls("mg-source__excerpt"), p(cls("mg-review__label"), site.words("review.source"), ", ", excerpt_place(site, page.item.source)), shown);
  if (page.item.source_text.empty()) return {};
  const auto place = position_words(site, page.item.source);
  return div(cls("mg-review__source mg-alone"), span(cls("mg-review__label"), site.words("review.source"), when(!place.empty(), join(", ", place))),
             quoted(page.language, page.item.source_text));
}

Html whole_form(const Site& site, const ItemFormPage& page, const Url& to, const Url& back, const Html& more, std::string_view button) {
  return form(attr("method", "post"), action(site.local(to)), attr("novalidate", ""), csrf_field(site), item_fields(site, page), more,
              div(cls("govuk-button-group"), govuk::button({.text = site.words(button), .prevent_double_click = true}),
                  link_to(site.local(back), site.words("form.cancel"))));
}

// A date that was read wrongly is put right; one that was moved by agreement shows as slipped.
Html why_dated(const Site& site, const ItemFormPage& page) {
  return govuk::radios({.name = "dates",
                        .fieldset = govuk::FieldsetParams{.legend = {.text = site.words("correct.dates"), .classes = "govuk-fieldset__legend--s"}},
                        .items = {{.value = "mistake", .text = site.words("correct.mistake"), .hint = govuk::HintParams{.text = site.words("correct.mistake_hint")}},
                                  {.value = "agreed", .text = site.words("correct.agreed"), .hint = govuk::HintParams{.text = site.words("correct.agreed_hint")}}},
                        .value = page.form.agreed ? "agreed" : "mistake"});
}

}  // namespace

std::vector<Choice> theme_choices(const Plan& plan) {
  std::vector<Choice> choices;
  for (const auto& theme : plan.themes) choices.push_back({theme.id.text, theme_title(plan, theme.id), 0});
  return choices;
}

namespace {

// Taking it out is a form of its own, apart from the one that saves.
Html take_out(const Site& site, const ItemFormPage& page) {
  return section(attr("aria-labelledby", "take-out"), heading_m(site.words("edit.not_an_item"), "take-out"), body_text(site.words("edit.not_an_item_hint")),
                 form(attr("method", "post"), action(site.local(Url::path({"desk", "import", page.proposal, "items", page.item.id.text, "remove"}))), csrf_field(site),
                      govuk::button({.text = site.words("edit.take_out"), .prevent_double_click = true, .classes = "govuk-button--warning"})));
}

}  // namespace

Html proposal_item_page(const ItemFormPage& page, const Site& site) {
  const auto back = proposal_url(page.proposal);
  const auto main = join(fault_summary(site, page.faults, page.refusal), span(cls("govuk-caption-l"), quoted(page.language, page.plan_title)),
                         h1(cls("govuk-heading-l"), site.words("edit.heading")), source(site, page),
                         whole_form(site, page, proposal_item_url(page.proposal, page.item.id), back, {}, "edit.save"), take_out(site, page));
  return frame(site, {.title = site.words("edit.heading") + ": " + headline(page.item.title),
                      .trail = {{"/desk", site.words("nav.desk"), ""}, {back, page.plan_title, page.language}},
                      .has_errors = !page.faults.empty() || !page.refusal.empty()},
               main);
}

Html correct_page(const ItemFormPage& page, const Site& site) {
  const auto back = item_url(page.slug, page.item.id);
  const auto reason = join(why_dated(site, page), lines_field(site, page, "reason", page.form.reason, 3, "form.hint.reason"));
  const auto main = join(fault_summary(site, page.faults, page.refusal), span(cls("govuk-caption-l"), quoted(page.language, headline(page.item.title))),
                         h1(cls("govuk-heading-l"), site.words("correct.heading")), lead_text(site.words("correct.answer")),
                         source(site, page), whole_form(site, page, correct_url(page.slug, page.item.id), back, reason, "correct.save"));
  return frame(site, {.title = site.words("correct.heading") + ": " + headline(page.item.title),
                      .trail = {{plan_url(page.slug), page.plan_title, page.language},
                                {back, headline(page.item.title), page.language}},
                      .has_errors = !page.faults.empty() || !page.refusal.empty()},
               main);
}

}  // namespace makegood::pages
