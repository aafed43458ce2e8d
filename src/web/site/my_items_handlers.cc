// What a signed-in owner reports on, without a link: the same steps, for each plan in which something is theirs.

#include <algorithm>

#include <fmt/format.h>

#include "web/site/reply_values.h"

namespace makegood::web {
namespace {

struct Opened {
  tasks::OwnItems own;
  Answering about;
};

Result<Opened> open_mine(const App& app, const Visit& who, const RouteMatch& match) {
  auto own = tasks::own_items_of(app.workspace, who.session->actor, match["slug"]);
  if (!own) return tl::unexpected(own.error());
  Answering about{own->state.kept, {}, tasks::holder_of_account(who.session->actor.name), {}, own->state.progress, {}};
  for (const auto* item : own->items) about.items.push_back(item->id);
  for (const auto& draft : own->drafts)
    if (std::find(about.items.begin(), about.items.end(), draft.item) != about.items.end()) about.drafts.push_back(draft);
  return Opened{std::move(*own), std::move(about)};
}

/// What waits for their answer; what was answered stands on the item's page.
Questions own_questions(const App& app, const Visit& who, const Opened& opened) {
  Questions questions;
  const auto& slug = opened.about.kept->plan.slug;
  for (const auto& challenge : opened.about.progress->challenges)
    if (challenge.is_open() && std::find(opened.about.items.begin(), opened.about.items.end(), challenge.item) != opened.about.items.end())
      questions.push_back({challenge, tasks::may_answer(app.workspace, who.session->actor, {slug, challenge.item}).has_value()});
  return questions;
}

/// Where a signed-in owner answers one.
std::string question_address(const Opened& opened, const ChallengeId& id) {
  for (const auto& challenge : opened.about.progress->challenges)
    if (challenge.id == id) return pages::panel_url(opened.about.kept->plan.slug, challenge.item, "answer").text() + "?challenge=" + id.text;
  return std::string(pages::my_items_url(opened.about.kept->plan.slug).view());
}

pages::ReplyPage values_of(const App& app, const Visit& who, const Opened& opened) {
  auto values = answering_values(app, opened.about);
  tell_questions(values, own_questions(app, who, opened));
  values.at = pages::my_items_url(opened.about.kept->plan.slug);
  values.signed_in = true;
  values.who = opened.own.post_words;
  values.closes = opened.own.closes();
  return values;
}

std::string my_address(const RouteMatch& match, std::string_view more = {}) {
  return std::string(pages::my_items_url(match["slug"]).view()) + std::string(more);
}

Response my_form_again(const App& app, const Visit& who, const RouteMatch& match, const TakenForm& taken, std::string refusal = {}) {
  const auto opened = open_mine(app, who, match);
  if (!opened) return refusal_page(who, opened.error());
  auto values = values_of(app, who, *opened);
  tell_faults(values, taken);
  values.refusal = std::move(refusal);
  return no_store(page(pages::reply_page(values, who.site), 422));
}

Response my_items(App& app, const Request& request, const RouteMatch&) {
  const auto who = visit(app, request);
  const auto all = tasks::own_items(app.workspace, who.session->actor);
  if (!all) return refusal_page(who, all.error());
  pages::MyItemsPage values;
  for (const auto& own : *all) {
    const auto begun = std::count_if(own.items.begin(), own.items.end(), [&](const Item* item) {
      return std::any_of(own.drafts.begin(), own.drafts.end(), [&](const tasks::Draft& draft) { return draft.item == item->id; });
    });
    const auto& plan = own.state.plan();
    values.plans.push_back({.slug = plan.slug, .title = plan.title, .items = static_cast<int>(own.items.size()), .begun = static_cast<int>(begun), .closes = own.closes()});
  }
  return no_store(page(pages::my_items_page(values, who.site)));
}

Response my_form(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto opened = open_mine(app, who, match);
  if (!opened) return refusal_page(who, opened.error());
  auto values = values_of(app, who, *opened);
  values.saved = request.query().value("saved") == "yes";
  return no_store(page(pages::reply_page(values, who.site)));
}

Response keep_mine(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto opened = open_mine(app, who, match);
  if (!opened) return refusal_page(who, opened.error());
  const auto taken = take_form(app, opened->about, request);
  if (!taken) return refusal_page(who, taken.error());
  if (auto kept = keep_form(app, opened->about, *taken); !kept) return refusal_page(who, kept.error());
  if (const auto asked = pages::question_of_action(request.form.value("action")); !asked.empty() && !has_file_faults(*taken))
    return no_store(go_to(who, question_address(*opened, asked)));
  if (request.form.value("action") == "save" && !has_file_faults(*taken)) return no_store(go_to(who, my_address(match, "?saved=yes")));
  if (!taken->faults.empty()) return my_form_again(app, who, match, *taken);
  if (taken->drafts.empty()) return my_form_again(app, who, match, *taken, "you have not answered anything yet: say how at least one item stands");
  return no_store(go_to(who, my_address(match, "/check")));
}

Response check_mine(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto opened = open_mine(app, who, match);
  if (!opened) return refusal_page(who, opened.error());
  if (!is_whole(opened->about)) return no_store(go_to(who, my_address(match)));
  return no_store(page(pages::reply_check_page(values_of(app, who, *opened), who.site)));
}

Response send_mine(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto opened = open_mine(app, who, match);
  if (!opened) return refusal_page(who, opened.error());
  if (opened->about.drafts.empty()) return no_store(go_to(who, my_address(match, "/sent")));  // pressed twice
  if (!is_whole(opened->about)) return no_store(go_to(who, my_address(match)));
  const auto sent = tasks::record_updates(app.workspace, who.session->actor, match["slug"], said_in(opened->about, request));
  if (sent) return no_store(go_to(who, my_address(match, "/sent")));
  const auto now = open_mine(app, who, match);
  if (!now) return refusal_page(who, now.error());
  auto values = values_of(app, who, *now);
  values.refusal = sent.error().message;
  return no_store(page(pages::reply_check_page(values, who.site), status_of(sent.error().fault)));
}

/// What they sent today stands on the page of thanks, also where it is complete and asked about no more.
void add_sent_today(const Visit& who, const Opened& opened, pages::ReplyPage& values) {
  for (const auto& update : opened.about.progress->updates) {
    if (update.voice.actor != who.session->actor.name || update.day != opened.own.state.today) continue;
    auto at = std::find_if(values.items.begin(), values.items.end(), [&](const pages::ReplyItem& one) { return one.item.id == update.item; });
    const auto* item = find_item(opened.about.kept->plan, update.item);
    if (item == nullptr) continue;
    if (at == values.items.end()) at = values.items.insert(at, pages::ReplyItem{.item = *item});
    at->sent = update;
  }
}

Response thank_for_mine(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto opened = open_mine(app, who, match);
  if (!opened) return refusal_page(who, opened.error());
  auto values = values_of(app, who, *opened);
  add_sent_today(who, *opened, values);
  return no_store(page(pages::reply_sent_page(values, who.site)));
}

constexpr auto kMyItemsRoutes = std::to_array<Route<App>>({
    {Method::get, "/my-items", my_items, kRecordUpdate, {}, "my-items"},
    {Method::get, "/my-items/{slug}", my_form, kRecordUpdate, {}, "my-form"},
    {Method::post, "/my-items/{slug}", keep_mine, kRecordUpdate, kAnswers, "keep-mine"},
    {Method::get, "/my-items/{slug}/check", check_mine, kRecordUpdate, {}, "check-mine"},
    {Method::post, "/my-items/{slug}/send", send_mine, kRecordUpdate, kForm, "send-mine"},
    {Method::get, "/my-items/{slug}/sent", thank_for_mine, kRecordUpdate, {}, "mine-sent"},
});

}  // namespace

std::span<const Route<App>> my_items_routes() { return kMyItemsRoutes; }

}  // namespace makegood::web
