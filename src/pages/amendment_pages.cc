#include "pages/amendment_pages.h"

#include "html/components/content.h"
#include "html/components/fields.h"
#include "html/components/lists.h"
#include "pages/hidden_field.h"
#include "pages/page_parts.h"
#include "pages/receipt_page.h"
#include "pages/register_fields.h"
#include "pages/register_words.h"

namespace makegood::pages {

using namespace html;

namespace {

Html beside(const Site& site, const RegisterForm& form) {
  govuk::SummaryListParams list;
  const auto& theirs = form.amends->theirs;
  for (const auto& field : form.definition->fields) {
    const auto value = answer(theirs, field.name);
    if (field.set_by != SetBy::whoever_submits || value == answer(form.answers, field.name)) continue;
    list.rows.push_back({.key = {.text = marked_field(site, field)},
                         .value = {.text = value.empty() ? join(site.words("register.not_answered")) : marked_answer(site, *form.definition, field, value)}});
  }
  if (theirs.empty() || list.rows.empty()) return {};
  return join(heading_m(site.words("amend.theirs")), govuk::summary_list(list));
}

}  // namespace

Url own_record_url(std::string_view name, const RecordId& id) { return Url::path({"registers", name, "sent", id.text}); }
Url receipt_form_url(std::string_view name) { return Url::path({"registers", name, "receipt", "form"}); }

Html question_asked(const Site& site, const FormAmends& amends) {
  return join(when(amends.kept.has_value(), [&] { return govuk::inset_text({.text = site.words("amend.kept", {{"date", *amends.kept}})}); }),
              when(!amends.question.empty(), [&] {
                return govuk::inset_text({.text = join(p(cls("govuk-body"), strong(site.words("amend.question"))), quoted_lines("en", amends.question))});
              }),
              when(!amends.messages.empty(), [&] { return govuk::inset_text({.text = message_list(site, amends.messages)}); }));
}

Html amendment_checked(const Site& site, const RegisterForm& form) {
  return join(beside(site, form), govuk::textarea({.name = std::string(kAmendReply), .label = {.text = site.words("amend.reply"), .classes = "govuk-label--s"},
                                                   .hint = govuk::HintParams{.text = site.words("amend.reply_hint")}, .value = form.amends->reply, .rows = 3}));
}

Html amendment_carried(const RegisterForm& form) {
  if (!form.amends) return {};
  return join(hidden(kAmendSeen, std::to_string(form.amends->seen)),
              when(form.step != kCheck && !form.amends->reply.empty(), [&] { return hidden(kAmendReply, form.amends->reply); }));
}

Html amendment_saved_page(const Definition& definition, const Day& until, const std::optional<Url>& form, const Site& site) {
  const auto title = site.words("amend.saved");
  return frame(site, {.title = title_in(site, title, definition), .trail = register_trail(site, definition)},
               join(exit_link(site, definition), span(cls("govuk-caption-l"), marked(site, definition.title)), h1(cls("govuk-heading-l"), title),
                    lead_text(site.words("amend.saved_until", {{"date", until}})),
                    body_text(site.words(form ? "amend.saved_account" : "amend.saved_receipt")),
                    p(cls("govuk-body"), link_to(site.local(form ? *form : receipt_url(definition.name)), site.words(form ? "register.saved.go_on" : "receipt.question")))));
}

Html amended_page(const Definition& definition, const Site& site) {
  const auto title = site.words("amend.sent");
  return frame(site, {.title = title_in(site, title, definition), .trail = register_trail(site, definition)},
               join(exit_link(site, definition), govuk::panel({.title_text = title}), body_text(site.words("amend.sent_words")),
                    p(cls("govuk-body"), link_to(site.local(receipt_url(definition.name)), site.words("receipt.question")))));
}

}  // namespace makegood::pages
