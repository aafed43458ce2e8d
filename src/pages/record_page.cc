// One record: what it says, what is not shown, how it stands, and what may be done about it.

#include <algorithm>
#include <optional>

#include "html/components/choices.h"
#include "html/components/content.h"
#include "html/components/fields.h"
#include "html/components/lists.h"
#include "pages/amendment_pages.h"
#include "pages/emergency_page.h"
#include "pages/hidden_field.h"
#include "pages/packs_page.h"
#include "pages/protection_page.h"
#include "pages/refusal_words.h"
#include "pages/register_fields.h"
#include "pages/register_words.h"

namespace makegood::pages {

using namespace html;

namespace {

Html facts(const Site& site, const RecordPage& page) {
  govuk::SummaryListParams list;
  for (const auto& field : page.definition->fields) {
    const auto value = answer(page.record.answers, field.name);
    const bool kept_back = std::find(page.hidden.begin(), page.hidden.end(), field.name) != page.hidden.end();
    if (value.empty() && !kept_back) continue;
    list.rows.push_back({.key = {.text = marked_field(site, field)},
                         .value = {.text = kept_back ? join(em(site.words(page.in_confidence && field.is_sender ? "register.in_confidence" : "register.not_shown"))) : marked_answer(site, *page.definition, field, value)}});
  }
  return govuk::summary_list(list);
}

Html standing(const Site& site, const RecordPage& page) {
  if (page.record.emptied) return join(site.words("register.emptied"));
  if (page.record.state.empty()) return join(site.words("register.recorded_on", {{"date", page.record.recorded}}));
  const auto state = marked_state(site, *page.definition, page.record.state);
  if (!page.due) return filled(site.words("register.stands", {{"state", kHole}, {"date", page.record.entered}}), state);
  return filled(site.words(*page.due < site.today ? "register.stands.late" : "register.stands.due", {{"state", kHole}, {"date", page.record.entered}, {"due", *page.due}}), state);
}

Html own(const Site& site, const RecordPage& page) {
  return when(page.is_own, [&] { return p(cls("govuk-body"), link_to(site.local(own_record_url(page.definition->name, page.record.id)), site.words("amend.link"))); });
}

std::vector<const RegisterField*> handler_fields(const RecordPage& page) {
  std::vector<const RegisterField*> fields;
  for (const auto& field : page.definition->fields)
    if (is_handlers(*page.definition, field) && std::find(page.hidden.begin(), page.hidden.end(), field.name) == page.hidden.end() && field.for_the_case &&
        is_asked(*page.definition, field, page.typed))
      fields.push_back(&field);
  return fields;
}

/// What has to be filled in before a record comes into the state, where it is not yet: so that nobody is asked for it before.
std::optional<govuk::HintParams> needs(const Site& site, const RecordPage& page, const std::string& name) {
  const auto* state = page.definition->state(name);
  Html fields;
  for (const auto& needed : state == nullptr ? std::vector<std::string>{} : state->needs) {
    const auto* field = page.definition->field(needed);
    if (field == nullptr || !answer(page.record.answers, needed).empty()) continue;
    fields = fields.empty() ? marked_field(site, *field) : join(fields, ", ", marked_field(site, *field));
  }
  if (fields.empty()) return std::nullopt;
  return govuk::HintParams{.text = filled(site.words("register.move.needs", {{"fields", kHole}}), fields)};
}

Html moves(const Site& site, const RecordPage& page) {
  if (page.moves.empty()) return {};
  std::vector<govuk::ChoiceItem> items{{.value = "", .text = filled(site.words("register.stays", {{"state", kHole}}), marked_state(site, *page.definition, page.record.state))}};
  for (const auto& state : page.moves) items.push_back({.value = state, .text = marked_state(site, *page.definition, state), .hint = needs(site, page, state)});
  return govuk::radios({.name = "move_to", .fieldset = govuk::FieldsetParams{.legend = govuk::LegendParams{.text = site.words("register.move"), .classes = "govuk-fieldset__legend--s"}},
                        .items = std::move(items), .value = page.move_to});
}

Html handling(const Site& site, const RecordPage& page) {
  if (!page.may_change) return {};
  static const std::vector<std::string> kTyped;
  const FieldsShown shown{*page.definition, page.typed, page.faults, kTyped, false};
  return section(heading_m(site.words("register.handling")),
                 html::form(attr("method", "post"), attr("novalidate", ""), action(site.local(record_url(page.definition->name, page.record.id))), csrf_field(site),
                            hidden("seen", std::to_string(page.record.sequence)), register_fields(site, shown, handler_fields(page)), moves(site, page),
                            govuk::input({.name = "reason", .label = {.text = site.words("register.reason")}, .value = page.reason}),
                            govuk::button({.text = site.words("register.save"), .prevent_double_click = true})));
}

Html erasing(const Site& site, const RecordPage& page) {
  if (!page.may_erase || page.record.emptied || page.hold) return {};
  return govuk::details({.summary_text = site.words("register.erase"),
                         .text = html::form(attr("method", "post"), action(site.local(Url::path({"desk", "registers", page.definition->name, "records", page.record.id.text, "erase"}))),
                                            csrf_field(site), body_text(site.words("register.erase.what")),
                                            govuk::input({.name = "reason", .id = "erase-reason", .label = {.text = site.words("register.erase.reason")}}),
                                            govuk::button({.text = site.words("register.erase"), .classes = "govuk-button--warning"}))});
}

/// What stands beside it: a look in an emergency, a hold, an objection, and where they are written down.
Html care(const Site& site, const RecordPage& page) {
  const auto url = record_protection_url(page.definition->name, page.record.id);
  return join(when(!page.open_until.empty(), [&] { return emergency_banner(site, page.definition->name, page.record.id, page.open_until); }),
              each(page.emergencies, [&](const EmergencyLook& look) { return emergency_line(site, look); }),
              when(page.hold.has_value(), [&] { return govuk::inset_text({.text = site.words("protection.held")}); }),
              when(page.objection.has_value(), [&] { return govuk::inset_text({.text = site.words("protection.objected", {{"date", page.objection->on}})}); }),
              when(page.may_protect, [&] { return p(cls("govuk-body"), link_to(site.local(url), site.words("protection.record"))); }));
}

Html what_happened(const Site& site, const RecordPage& page, const RecordStep& step) {
  if (step.state.empty()) return join(site.words("register.kind." + step.kind));
  return filled(site.words("register.kind." + step.kind, {{"state", kHole}}), marked_state(site, *page.definition, step.state));
}

Html who_did(const Site& site, const RecordStep& step) {
  return step.who.empty() ? join(em(site.words("register.in_confidence"))) : quoted("en", step.who);
}

Html story(const Site& site, const RecordPage& page) {
  if (page.story.empty()) return {};
  return section(heading_m(site.words("register.story")), ol(cls("govuk-list"), each(page.story, [&](const RecordStep& step) {
                   return li(moment(site, step.at), " – ", what_happened(site, page, step), ", ", who_did(site, step),
                             when(!step.reason.empty(), [&] { return join(": ", quoted("en", step.reason)); }));
                 })));
}

/// What is wrong, with links; a refusal leads to the field that it is about, where the form has it.
Html what_is_wrong(const Site& site, const RecordPage& page) {
  const auto fields = handler_fields(page);
  const auto about = std::find_if(fields.begin(), fields.end(), [&](const RegisterField* field) { return field->name == page.fault; });
  if (about == fields.end()) return register_faults(site, *page.definition, page.faults, page.refusal);
  const auto id = (*about)->type == FieldType::date ? page.fault + "-day" : page.fault;
  return register_faults(site, *page.definition, page.faults, {}, {{.text = refusal_words(site, page.refusal, page.definition), .href = Url::fragment(id)}});
}

}  // namespace

Html record_page(const RecordPage& page, const Site& site) {
  const auto& definition = *page.definition;
  const auto number = site.words("register.record", {{"register", kHole}, {"id", page.record.id.text}});
  const auto title = site.words("register.record", {{"register", in_language(site, definition.title)}, {"id", page.record.id.text}});
  const auto line = marked_record_line(site, definition, page.record);
  const auto heading = line.empty() ? h1(cls("govuk-heading-l"), filled(number, marked(site, definition.title)))
                                    : join(span(cls("govuk-caption-l"), filled(number, marked(site, definition.title))), h1(cls("govuk-heading-l"), line));
  const bool wrong = !page.faults.empty() || !page.refusal.empty();
  return frame(site, {.title = line.empty() ? title : record_line(site, definition, page.record) + " - " + title, .trail = desk_trail(site, definition), .has_errors = wrong},
               join(what_is_wrong(site, page), heading, p(cls("govuk-body-l"), standing(site, page)),
                    care(site, page), facts(site, page), own(site, page), ties_section(site, definition, page.record.id, page.ties, page.may_change), handling(site, page),
                    when(page.has_packs, [&] { return p(cls("govuk-body"), link_to(site.local(packs_url(definition.name, page.record.id)), site.words("pack.link"))); }),
                    when(page.may_change, [&] {
                      return messages_section(site, {&definition, page.record.id, &page.messages, page.message_once, page.message});
                    }),
                    story(site, page), erasing(site, page)));
}

}  // namespace makegood::pages
