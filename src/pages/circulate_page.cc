// Which paper goes round, to whom, and by when are answers due?

#include "html/components/choices.h"
#include "html/components/content.h"
#include "html/components/fields.h"
#include "pages/fault_summary.h"
#include "pages/group_pages.h"
#include "pages/hidden_field.h"
#include "pages/register_fields.h"
#include "pages/register_words.h"

namespace makegood::pages {

using namespace html;

namespace {

/// What is wrong with one field: the form's own word, or the core's.
std::optional<govuk::ErrorMessageParams> error_of(const Site& site, const CirculatePage& page, std::string_view field) {
  if (auto fault = fault_of(site, page.faults, field)) return fault;
  return page.fault == field ? refusal_of(site, page.refusal) : std::nullopt;
}

Html text_field(const Site& site, const CirculatePage& page, const std::string& name, const std::string& value, std::string_view width) {
  return govuk::input({.name = name, .label = {.text = site.words("circulate." + name), .classes = "govuk-label--s"},
                       .hint = govuk::HintParams{.text = site.words("circulate." + name + "_hint")}, .error_message = error_of(site, page, name), .value = value, .classes = std::string(width)});
}

Html lines_field(const Site& site, const CirculatePage& page, const std::string& name, const std::string& value) {
  return govuk::textarea({.name = name, .label = {.text = site.words("circulate." + name), .classes = "govuk-label--s"},
                          .hint = govuk::HintParams{.text = site.words("circulate." + name + "_hint")}, .error_message = error_of(site, page, name), .value = value, .rows = 3, .attributes = lang(typed_language(site))});
}

Html group_field(const Site& site, const CirculatePage& page) {
  std::vector<govuk::SelectItem> groups{{.text = site.words("circulate.choose"), .value = ""}};
  for (const auto& group : page.groups) groups.push_back({.text = group.title, .value = group.key});
  return govuk::select({.name = "group", .label = {.text = site.words("composition.group"), .classes = "govuk-label--s"}, .error_message = error_of(site, page, "group"), .items = groups,
                        .value = page.form.group});
}

Html file_field(const Site& site, const CirculatePage& page) {
  if (!page.takes_file) return {};
  return govuk::file_upload({.name = "file", .label = {.text = site.words("circulate.file"), .classes = "govuk-label--s"},
                             .hint = govuk::HintParams{.text = site.words("circulate.file_hint")}, .error_message = error_of(site, page, "file")});
}

/// Whom it goes to; where posts cannot be asked, to the members, and nothing is asked about it.
Html recipients(const Site& site, const CirculatePage& page) {
  if (!page.takes_posts) return {};
  return join(govuk::radios({.name = "to", .fieldset = govuk::FieldsetParams{.legend = govuk::LegendParams{.text = site.words("circulate.to"), .classes = "govuk-fieldset__legend--s"}},
                             .items = {{.value = "members", .text = site.words("circulate.to.members")}, {.value = "posts", .text = site.words("circulate.to.posts")}},
                             .value = page.form.posts_alone ? "posts" : "members"}),
              lines_field(site, page, "posts", page.form.posts));
}

}  // namespace

Url circulate_url(std::string_view name) { return Url::path({"desk", "registers", name, "circulate"}); }

CirculateForm circulate_form_from(const QueryPairs& pairs) {
  return {.group = field(pairs, "group"), .paper = field(pairs, "paper"), .version = field(pairs, "version"), .posts = field(pairs, "posts"), .note = field(pairs, "note"),
          .once = field(pairs, "once"), .due = date_fields_from(pairs, "due"), .posts_alone = field(pairs, "to") == "posts"};
}

std::vector<FieldFault> faults_of(const CirculateForm& form) {
  std::vector<FieldFault> faults;
  if (trim(form.group).empty()) faults.push_back({"group", "circulate.error.group"});
  if (trim(form.paper).empty()) faults.push_back({"paper", "circulate.error.paper"});
  if (trim(form.version).empty()) faults.push_back({"version", "circulate.error.version"});
  if (const auto due = day_from(form.due); !due || !*due) faults.push_back({"due-day", "form.error.date"});
  return faults;
}

Html circulate_page(const CirculatePage& page, const Site& site) {
  const auto& definition = *page.definition;
  const auto title = site.words("circulate.heading");
  const auto at = page.fault == "due" ? std::string_view("due-day") : std::string_view(page.fault);
  return frame(site,
               {.title = title,
                .trail = desk_trail(site, definition, {papers_url(definition.name), site.words("paper.heading"), ""}),
                .has_errors = !page.refusal.empty() || !page.faults.empty()},
               join(fault_summary(site, page.faults, page.refusal, at), h1(cls("govuk-heading-xl"), title), body_text(site.words("circulate.what")),
                    html::form(attr("method", "post"), attr("novalidate", ""), attr("enctype", "multipart/form-data"), action(site.local(circulate_url(definition.name))), csrf_field(site),
                               hidden("once", page.form.once), group_field(site, page), text_field(site, page, "paper", page.form.paper, ""),
                               text_field(site, page, "version", page.form.version, "govuk-input--width-5"), file_field(site, page),
                               day_field(site, {.name = "due", .legend = site.words("circulate.due"), .value = page.form.due,
                                                .error = page.fault == "due" ? refusal_of(site, page.refusal) : fault_of(site, page.faults, "due-day")}),
                               recipients(site, page), lines_field(site, page, "note", page.form.note),
                               govuk::button({.text = site.words("circulate.send"), .prevent_double_click = true}))));
}

}  // namespace makegood::pages
