// A meeting: everybody's answers on one form, recorded row by row.

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "pages/meeting_page.h"
#include "progress/standing.h"
#include "web/site/handlers.h"

namespace makegood::web {
namespace {

/// One row as it was filled in, and what became of it.
struct Typed {
  pages::AnswerForm form;
  std::string whose;
  std::vector<pages::FieldFault> faults;
  std::string refusal;
  bool recorded = false;
};
using TypedRows = std::map<ItemId, Typed>;

pages::OtherWord other_word(const Update& update) { return {update.voice.post_words, update}; }

pages::MeetingItem item_values(const tasks::Agenda& agenda, const Item& item, const Typed* typed) {
  const auto& progress = *agenda.state.progress;
  pages::MeetingItem values;
  values.item = item;
  values.calendar = pages::calendar_fact(agenda.state.plan(), item, agenda.state.today);
  if (const auto* last = standing_of(progress, item.id).last_word) values.last = other_word(*last);
  const auto last_said = tasks::last_said(progress, item.id);
  values.form.seen = last_said;
  if (typed == nullptr) return values;
  values.recorded = typed->recorded;
  if (typed->recorded) return values;
  values.form = typed->form;
  values.whose = typed->whose;
  values.faults = typed->faults;
  values.refusal = typed->refusal;
  // Shown once, they are seen: the same form may then be sent again.
  for (const auto* other : tasks::said_since(progress, item.id, typed->form.seen)) values.since.push_back(other_word(*other));
  values.form.seen = last_said;
  return values;
}

pages::MeetingPage values_of(const tasks::Agenda& agenda, const TypedRows& typed) {
  pages::MeetingPage values;
  values.slug = agenda.state.plan().slug;
  values.title = agenda.state.plan().title;
  for (const auto& part : agenda.parts) {
    pages::MeetingPart shown{part.who, {}};
    for (const auto* item : part.items) {
      const auto found = typed.find(item->id);
      shown.items.push_back(item_values(agenda, *item, found == typed.end() ? nullptr : &found->second));
      values.recorded += shown.items.back().recorded ? 1 : 0;
    }
    values.parts.push_back(std::move(shown));
  }
  return values;
}

/// The rows of the form in which something was filled in.
TypedRows typed_in(const tasks::Agenda& agenda, const Request& request) {
  TypedRows rows;
  const auto pairs = pairs_of(request.form);
  for (const auto& part : agenda.parts)
    for (const auto* item : part.items) {
      const auto own = pages::pairs_about(pairs, item->id);
      Typed typed{.form = pages::meeting_form_from(own), .whose = pages::field(own, "whose")};
      if (typed.form.is_blank() && trim(typed.whose).empty()) continue;
      typed.faults = pages::meeting_faults(typed.form, *item);
      if (part.who.empty() && trim(typed.whose).empty()) typed.faults.push_back({item->id.text + "-whose", "meeting.error.whose"});
      rows.emplace(item->id, std::move(typed));
    }
  return rows;
}

/// Records those without faults; the others stay as they were typed.
Result<void> record(const App& app, const Visit& who, const tasks::Agenda& agenda, TypedRows& rows) {
  std::vector<tasks::Heard> heard;
  std::vector<Typed*> whose;
  for (auto& [id, typed] : rows) {
    if (!typed.faults.empty()) continue;
    const auto* part = agenda.part_of(id);
    tasks::Said said{id, pages::meeting_words(typed.form), typed.form.seen};
    heard.push_back({std::move(said), {part->post, part->who.empty() ? typed.whose : part->who}});
    whose.push_back(&typed);
  }
  const auto outcome = tasks::record_meeting(app.workspace, who.session->actor, agenda.state.plan().slug, heard);
  if (!outcome) return tl::unexpected(outcome.error());
  for (std::size_t n = 0; n < whose.size(); ++n) {
    const auto& refusal = (*outcome)[n];
    whose[n]->recorded = !refusal;
    if (refusal) whose[n]->refusal = refusal->message;
  }
  return {};
}

/// The items that the form asked about.
std::set<ItemId> asked_in(const Request& request) {
  constexpr std::string_view kSeen = "-seen";
  std::set<ItemId> items;
  for (const auto& field : request.form)
    if (field.name.ends_with(kSeen)) items.insert(ItemId(field.name.substr(0, field.name.size() - kSeen.size())));
  return items;
}

/// The form as it was filled in, beside what is known now.
Response show_again(const App& app, const Visit& who, tasks::Agenda agenda, const TypedRows& rows, const std::string& refusal, int status) {
  auto progress = app.workspace.progress.of_plan(agenda.state.plan().slug);
  if (!progress) return refusal_page(who, progress.error());
  agenda.state.progress = std::move(*progress);
  auto values = values_of(agenda, rows);
  values.refusal = refusal;
  return no_store(page(pages::meeting_page(values, who.site), status));
}

Response meeting(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto agenda = tasks::meeting_agenda(app.workspace, who.session->actor, match["slug"]);
  if (!agenda) return refusal_page(who, agenda.error());
  auto values = values_of(*agenda, {});
  values.recorded = number_in(request.query().value("recorded"), 0);
  return no_store(page(pages::meeting_page(values, who.site)));
}

Response take_meeting(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto agenda = tasks::meeting_agenda(app.workspace, who.session->actor, match["slug"], asked_in(request));
  if (!agenda) return refusal_page(who, agenda.error());
  auto rows = typed_in(*agenda, request);
  if (rows.empty()) return show_again(app, who, *agenda, rows, "nothing was filled in", 422);
  if (const auto done = record(app, who, *agenda, rows); !done)
    return show_again(app, who, *agenda, rows, done.error().message, status_of(done.error().fault));
  const auto recorded = std::count_if(rows.begin(), rows.end(), [](const auto& row) { return row.second.recorded; });
  if (recorded == static_cast<std::ptrdiff_t>(rows.size())) return go_to(who, fmt::format("{}?recorded={}", pages::meeting_url(match["slug"]).view(), recorded));
  const bool is_overtaken = std::any_of(rows.begin(), rows.end(), [](const auto& row) { return !row.second.refusal.empty(); });
  return show_again(app, who, *agenda, rows, {}, is_overtaken ? 409 : 422);
}

// A hundred answers in a few sentences each.
constexpr RouteOptions kMeeting{.body = BodyKind::multipart, .max_body = 4U << 20U, .heavy = true, .max_text = 4U << 20U};

constexpr auto kMeetingRoutes = std::to_array<Route<App>>({
    {Method::get, "/desk/cycle/{slug}/meeting", meeting, kRecordForOthers, {}, "meeting"},
    {Method::post, "/desk/cycle/{slug}/meeting", take_meeting, kRecordForOthers, kMeeting, "take-meeting"},
});

}  // namespace

std::span<const Route<App>> meeting_routes() { return kMeetingRoutes; }

}  // namespace makegood::web
