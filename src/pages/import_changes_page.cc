// Which of these are the same, and why is the rest gone? For the coordinator, before a newer version is
// accepted: the doubtful matches first, old and new side by side, then the items that are gone.

#include <algorithm>

#include "html/components/choices.h"
#include "html/components/content.h"
#include "html/components/fields.h"
#include "pages/change_pieces.h"
#include "pages/fault_summary.h"
#include "pages/hidden_field.h"
#include "pages/refusal_words.h"

namespace makegood::pages {

using namespace html;

namespace {

Url act(const ImportChangesPage& page, std::string_view verb) { return Url::path({"desk", "import", page.id, verb}); }

template <class... A>
Html match_form(const Site& site, const ImportChangesPage& page, const A&... parts) {
  return form(attr("method", "post"), action(site.local(act(page, "match"))), csrf_field(site), parts...);
}

// What speaks for the match and what against, in one line.
Html reasons(const Site& site, const Match& match) {
  std::vector<std::string> words;
  for (const auto reason : match.reasons) words.push_back(site.words("match." + std::string(word(reason))));
  return p(cls("govuk-body-s"), site.words("changes.confidence", {{"percent", static_cast<int>(match.confidence * 100)}, {"reasons", site.words.list(words)}}));
}

std::string option_text(const NamedItem& item) { return (item.ref.empty() ? "" : item.ref + " ") + headline(item.title); }

std::vector<govuk::SelectItem> options(const Site& site, const ImportChangesPage& page, const std::vector<NamedItem>& choices) {
  std::vector<govuk::SelectItem> items = {{.text = site.words("changes.choose"), .value = ""}};
  for (const auto& choice : choices) items.push_back({.text = option_text(choice), .value = choice.id.text, .attributes = lang(page.language)});
  return items;
}

Html another_item(const Site& site, const ImportChangesPage& page, const ChangeQuestion& question, const std::string& number) {
  return govuk::details({.summary_text = site.words("changes.another"),
                         .text = match_form(site, page, hidden("verdict", "same"), hidden("draft", question.line.after.id.text),
                                            govuk::select({.name = "current", .id = "current-" + number,
                                                           .label = {.text = site.words("changes.same_as")},
                                                           .items = options(site, page, question.choices),
                                                           .classes = "mg-wide-select"}),
                                            govuk::button({.text = site.words("changes.take_other"), .classes = "govuk-button--secondary"}))});
}

Html doubtful(const Site& site, const ImportChangesPage& page, const ChangeQuestion& question, const std::string& number) {
  const auto& line = question.line;
  return join(h3(cls("govuk-heading-s"), site.words("changes.same_question")),
              p(cls("govuk-body"), item_name(page.language, {line.after.id, line.after.ref, line.after.title})),
              both_wordings(site, page.language, line), reasons(site, line.match),
              match_form(site, page, hidden("draft", line.after.id.text), hidden("current", line.before.id.text),
                         div(cls("govuk-button-group"),
                             govuk::button({.text = site.words("changes.same"), .name = "verdict", .value = "same"}),
                             govuk::button({.text = site.words("changes.apart"), .name = "verdict", .value = "apart", .classes = "govuk-button--secondary"}))),
              another_item(site, page, question, number));
}

bool was_refused(const ImportChangesPage& page, const ChangeQuestion& question) {
  return !page.refusal.empty() && question.line.fate == Fate::gone && question.line.before.id == page.typed.current;
}

/// The field that a reason lacks: none was chosen, or no item where one took its place, or else its sentence.
std::string_view field_at_fault(const RefusedReason& typed) {
  const auto reason = departure_reason_from(typed.reason);
  if (!reason) return "reason";
  const bool needs_successor = *reason == DepartureReason::merged || *reason == DepartureReason::superseded;
  return needs_successor ? "successor" : "note";
}

std::optional<govuk::ErrorMessageParams> fault(const Site& site, const ImportChangesPage& page, const ChangeQuestion& question, std::string_view field) {
  if (!was_refused(page, question) || field_at_fault(page.typed) != field) return std::nullopt;
  return govuk::ErrorMessageParams{.text = refusal_words(site, page.refusal), .visually_hidden_text = site.words("component.error")};
}

/// As typed where it was refused, else what the wording suggests.
RefusedReason shown_reason(const ImportChangesPage& page, const ChangeQuestion& question) {
  if (was_refused(page, question)) return page.typed;
  const auto& departure = question.line.departure;
  if (!departure) return {};
  return {{}, std::string(word(departure->reason)), departure->successors.empty() ? "" : departure->successors.front().text, departure->note};
}

Html gone(const Site& site, const ImportChangesPage& page, const ChangeQuestion& question, const std::string& number) {
  const auto& line = question.line;
  std::vector<govuk::ChoiceItem> reasons_of;
  for (const auto reason : {DepartureReason::completed, DepartureReason::merged, DepartureReason::superseded, DepartureReason::dropped})
    reasons_of.push_back({.value = std::string(word(reason)), .text = departure_words(site, reason)});
  const auto shown = shown_reason(page, question);
  return join(h3(cls("govuk-heading-s"), site.words("changes.gone_question")),
              p(cls("govuk-body"), item_name(page.language, {line.before.id, line.before.ref, line.before.title})),
              match_form(site, page, hidden("verdict", "gone"), hidden("current", line.before.id.text),
                         govuk::radios({.name = "reason", .id_prefix = "reason-" + number,
                                        .fieldset = govuk::FieldsetParams{.legend = {.text = site.words("changes.why_gone"), .classes = "govuk-fieldset__legend--s"}},
                                        .error_message = fault(site, page, question, "reason"), .items = reasons_of, .value = shown.reason, .classes = "govuk-radios--small"}),
                         govuk::select({.name = "successor", .id = "successor-" + number, .label = {.text = site.words("changes.successor")},
                                        .error_message = fault(site, page, question, "successor"),
                                        .items = options(site, page, question.choices), .value = shown.successor, .classes = "mg-wide-select"}),
                         govuk::input({.name = "note", .id = "note-" + number, .label = {.text = site.words("changes.note")},
                                       .hint = govuk::HintParams{.text = site.words("changes.note_hint")},
                                       .error_message = fault(site, page, question, "note"), .value = shown.note}),
                         govuk::button({.text = site.words("changes.save_reason")})));
}

Html one_question(const Site& site, const ImportChangesPage& page, const ChangeQuestion& question, std::size_t i) {
  const auto number = std::to_string(i + 1);
  const bool is_gone = question.line.fate == Fate::gone;
  return li(cls("mg-finding"), is_gone ? gone(site, page, question, number) : doubtful(site, page, question, number));
}

Html questions(const Site& site, const ImportChangesPage& page) {
  if (page.open == 0) return p(cls("govuk-body"), site.words("changes.no_questions"));
  Html all;
  for (std::size_t i = 0; i < page.questions.size(); ++i) all += one_question(site, page, page.questions[i], i);
  const int later = page.open - static_cast<int>(page.questions.size());
  return section(attr("aria-labelledby", "questions"), heading_m(site.words("changes.questions", {{"n", page.open}}), "questions"),
                 ol(cls("mg-reviews"), all), when(later > 0, [&] { return p(cls("govuk-body"), site.words("changes.more_questions", {{"n", later}})); }));
}

Html refusal(const Site& site, const ImportChangesPage& page) {
  const auto asked = std::find_if(page.questions.begin(), page.questions.end(), [&](const auto& question) { return was_refused(page, question); });
  const auto at = asked == page.questions.end() ? std::string() : std::string(field_at_fault(page.typed)) + "-" + std::to_string(asked - page.questions.begin() + 1);
  return refusal_summary(site, page.refusal, at);
}

std::string value_of(const QueryPairs& pairs, std::string_view name) {
  const auto found = std::find_if(pairs.begin(), pairs.end(), [&](const auto& pair) { return pair.first == name; });
  return found == pairs.end() ? std::string() : found->second;
}

std::vector<NamedItem> named(const std::vector<const Item*>& items) {
  std::vector<NamedItem> names;
  for (const auto* item : items) names.push_back({item->id, item->ref, item->title});
  return names;
}

}  // namespace

Url import_changes_url(std::string_view import) { return Url::path({"desk", "import", import, "changes"}); }

ImportChangesPage make_import_changes(const Plan& current, const Plan& draft, const ChangeSet& changes) {
  ImportChangesPage page;
  page.plan_title = draft.title;
  page.lines = make_change_lines(current, draft, changes);
  page.themes = changes.themes;
  page.open = changes.questions();
  for (const bool is_gone : {false, true})
    for (const auto& line : page.lines) {
      if (!line.needs_answer || (line.fate == Fate::gone) != is_gone || page.questions.size() == kQuestionsShown) continue;
      const auto* item = is_gone ? find_item(current, line.before.id) : find_item(draft, line.after.id);
      page.questions.push_back({line, named(nearest_items(*item, is_gone ? draft : current, kChoicesShown))});
    }
  return page;
}

Html import_changes_page(const ImportChangesPage& page, const Site& site) {
  const ChangeGroups groups{&page.lines, &page.themes, page.language, {}};
  const auto back = Url::path({"desk", "import", page.id});
  const auto main = join(refusal(site, page), span(cls("govuk-caption-l"), quoted(page.language, page.plan_title)),
                         h1(cls("govuk-heading-l"), site.words("changes.desk_heading")), change_summary(site, groups), questions(site, page),
                         when(page.can_undo, [&] {
                           return form(attr("method", "post"), action(site.local(act(page, "undo-match"))), csrf_field(site),
                                       govuk::button({.text = site.words("review.undo"), .classes = "govuk-button--secondary"}));
                         }),
                         p(cls("govuk-body"), link_to(site.local(back), site.words(page.open == 0 ? "changes.back_to_accept" : "changes.back"))), change_groups(site, groups));
  return frame(site, {.title = site.words("changes.desk_heading") + ": " + page.plan_title,
                      .trail = {{"/desk", site.words("nav.desk"), ""}, {back, site.words("review.heading"), ""}},
                      .has_errors = !page.refusal.empty()},
               main);
}

RefusedReason refused_reason_from(const QueryPairs& pairs) {
  return {ItemId(value_of(pairs, "current")), value_of(pairs, "reason"), value_of(pairs, "successor"), squeeze(value_of(pairs, "note"))};
}

Result<MatchDecision> match_decision_from(const QueryPairs& pairs) {
  const auto value = [&](std::string_view name) { return value_of(pairs, name); };
  const auto verdict = match_verdict_from(value("verdict"));
  if (!verdict) return refuse(Fault::invalid_input, "the form does not say what was decided");
  MatchDecision decision{*verdict, ItemId(value("draft")), ItemId(value("current")), {}};
  if (*verdict != MatchVerdict::gone) return decision;
  if (value("reason").empty()) return refuse(Fault::invalid_input, "say why the item is gone");
  const auto reason = departure_reason_from(value("reason"));
  if (!reason) return refuse(Fault::invalid_input, "the form gives a reason that is not known");
  decision.departure = {*reason, {}, squeeze(value("note")), {}};
  const bool has_successor = *reason == DepartureReason::merged || *reason == DepartureReason::superseded;
  if (has_successor && !value("successor").empty()) decision.departure.successors = {ItemId(value("successor"))};
  return decision;
}

}  // namespace makegood::pages
