#pragma once
// Handlers about papers that go round and what arises, for the table of routes in group_handlers.cc.

#include "registers/paper_rounds.h"
#include "web/site/handlers.h"

namespace makegood::web {

[[nodiscard]] Response papers(App& app, const Request& request, const RouteMatch& match);
[[nodiscard]] Response remind_silent(App& app, const Request& request, const RouteMatch& match);
[[nodiscard]] Response circulate_form(App& app, const Request& request, const RouteMatch& match);
[[nodiscard]] Response send_round(App& app, const Request& request, const RouteMatch& match);
[[nodiscard]] Response record_paper(App& app, const Request& request, const RouteMatch& match);

// What arises from a record becomes an item of a plan.
[[nodiscard]] Response arise_form(App& app, const Request& request, const RouteMatch& match);
[[nodiscard]] Response make_item(App& app, const Request& request, const RouteMatch& match);

// Packs frozen for a meeting.
[[nodiscard]] Response packs(App& app, const Request& request, const RouteMatch& match);
[[nodiscard]] Response freeze_pack(App& app, const Request& request, const RouteMatch& match);
[[nodiscard]] Response pack_file(App& app, const Request& request, const RouteMatch& match);

// By a link, without an account.
[[nodiscard]] Response agree_form(App& app, const Request& request, const RouteMatch& match);
[[nodiscard]] Response agree(App& app, const Request& request, const RouteMatch& match);
[[nodiscard]] Response agree_file(App& app, const Request& request, const RouteMatch& match);

/// The paper as it was sent, to whoever was let in: saved, not shown, and if shown then without any right. What the
/// scanner found something in, or has not looked at yet, goes to nobody.
[[nodiscard]] Response paper_file(const App& app, const Visit& who, const registers::SentFile& file);

}  // namespace makegood::web
