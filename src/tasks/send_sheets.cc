// Sheets as they are sent: what is asked, as it stands now, under a token.

#include <algorithm>

#include "progress/standing.h"
#include "tasks/sheets.h"
#include "tasks/wanted.h"
#include "tasks/workspace.h"

namespace makegood::tasks {
namespace {

std::string last_word_in(const Words& words, const Update* last) {
  if (last == nullptr) return {};
  const auto claim = last->no_change ? words("claim.no_change") : last->nil_return ? words("claim.nothing_to_report") : words("claim." + std::string(word(last->claim)));
  return words("owner_sheet.last_word_on", {{"claim", claim}, {"date", last->day}});
}

Result<SheetLine> line_about(const Workspace& w, const Plan& plan, const Item& item, const Progress& progress, const PostId& post, const Words& words) {
  const auto version = w.ledger.last_about(item.id.text);
  if (!version) return tl::unexpected(version.error());
  return SheetLine{plan.slug, plan.title, item.id, item.ref, item.title, item.timescale_raw, item.dates().due,
                   last_word_in(words, standing_of(progress, item.id).last_word), *version, post};
}

/// Under the token of the newest sheet where that says the same, else under a new one.
Result<OwnerSheet> send(const Workspace& w, std::string holder, OwnerSheet sheet) {
  const auto newest = w.sheets.newest_for(holder);
  if (!newest) return tl::unexpected(newest.error());
  if (*newest && (*newest)->who == sheet.who && (*newest)->lines == sheet.lines) return **newest;
  sheet.token = make_id_text(w.random) + make_id_text(w.random);
  sheet.sent = w.clock.now().today;
  if (auto kept = w.sheets.keep_sent({std::move(holder), w.clock.now().utc(), sheet}); !kept) return tl::unexpected(kept.error());
  return sheet;
}

using Use = std::function<Result<void>(const CycleState&, const Wanted&)>;

Result<void> each_of_plan(const Workspace& w, const Actor& actor, std::string_view slug, const Use& use) {
  const auto state = read_cycle_state(w, slug);
  if (!state) return tl::unexpected(state.error());
  for (const auto& wanted : wanted_today(*state)) {
    if (wanted.post.empty()) continue;
    if (!may(actor, Action::record_for_others, scope_of_item(*state->directory, state->plan(), *wanted.item, state->today).view())) continue;
    if (auto used = use(*state, wanted); !used) return used;
  }
  return {};
}

/// Everything that is wanted of a post, over the plans and organisations for which the actor may write answers down.
Result<void> each_wanted(const Workspace& w, const Actor& actor, const Use& use) {
  const auto plans = w.plans.list(View::live);
  if (!plans) return tl::unexpected(plans.error());
  for (const auto& plan : *plans)
    if (may_within(actor, Action::record_for_others, plan.slug))
      if (auto done = each_of_plan(w, actor, plan.slug, use); !done) return done;
  return {};
}

using Wants = std::function<bool(const Wanted&, const CycleState&)>;

/// The items that are wanted of whom `wants` says, each once.
Result<OwnerSheet> send_where(const Workspace& w, const Actor& actor, std::string holder, std::string who, const Wants& wants, const Words& words) {
  OwnerSheet sheet;
  sheet.who = std::move(who);
  const auto done = each_wanted(w, actor, [&](const CycleState& state, const Wanted& wanted) -> Result<void> {
    const bool is_there = !sheet.lines.empty() && sheet.lines.back().item == wanted.item->id;
    if (is_there || !wants(wanted, state)) return {};
    auto line = line_about(w, state.plan(), *wanted.item, *state.progress, wanted.post, words);
    if (!line) return tl::unexpected(line.error());
    sheet.lines.push_back(std::move(*line));
    return {};
  });
  if (!done) return tl::unexpected(done.error());
  if (sheet.lines.empty()) return refuse(Fault::conflict, "there is nothing to ask about: everything here is done, or somebody else answers for it");
  return send(w, std::move(holder), std::move(sheet));
}

/// The directory, for whoever may write answers down somewhere.
Result<std::shared_ptr<const Directory>> directory_for(const Workspace& w, const Actor& actor) {
  if (!may_somewhere(actor, Action::record_for_others))
    if (auto allowed = require(actor, Action::record_for_others); !allowed) return tl::unexpected(allowed.error());
  return w.people.directory();
}

template <class Id>
void add_once(std::vector<Id>& all, Id id) {
  if (!id.empty() && std::find(all.begin(), all.end(), id) == all.end()) all.push_back(std::move(id));
}

}  // namespace

Result<SheetHolders> whose_sheets(const Workspace& w, const Actor& actor) {
  if (const auto directory = directory_for(w, actor); !directory) return tl::unexpected(directory.error());
  SheetHolders holders;
  const auto done = each_wanted(w, actor, [&](const CycleState& state, const Wanted& wanted) -> Result<void> {
    add_once(holders.posts, wanted.post);
    add_once(holders.organisations, organisation_of(*state.directory, wanted.post, state.today));
    return {};
  });
  if (!done) return tl::unexpected(done.error());
  return holders;
}

Result<OwnerSheet> sheet_for_reply(const Workspace& w, const OpenReply& reply, const Words& words) {
  const auto progress = w.progress.of_plan(reply.request.plan);
  if (!progress) return tl::unexpected(progress.error());
  OwnerSheet sheet;
  sheet.who = reply.post_words.empty() ? reply.request.items.empty() ? std::string() : reply.request.items.front().named : reply.post_words;
  for (const auto& asked : reply.request.items) {
    const auto* item = find_item(reply.kept->plan, asked.item);
    if (item == nullptr) continue;
    auto line = line_about(w, reply.kept->plan, *item, **progress, asked.post, words);
    if (!line) return tl::unexpected(line.error());
    sheet.lines.push_back(std::move(*line));
  }
  return send(w, "request " + reply.request.id.text, std::move(sheet));
}

Result<OwnerSheet> sheet_for_post(const Workspace& w, const Actor& actor, const PostId& post, const Words& words) {
  const auto directory = directory_for(w, actor);
  if (!directory) return tl::unexpected(directory.error());
  if (find_post(**directory, post) == nullptr) return refuse(Fault::not_found, "the directory has no such post");
  return send_where(w, actor, "post " + post.text, post_in_words(**directory, post, w.clock.now().today), [&](const Wanted& wanted, const CycleState&) { return wanted.post == post; }, words);
}

Result<OwnerSheet> sheet_for_organisation(const Workspace& w, const Actor& actor, const OrganisationId& id, const Words& words) {
  const auto directory = directory_for(w, actor);
  if (!directory) return tl::unexpected(directory.error());
  const auto* organisation = find_organisation(**directory, id);
  if (organisation == nullptr) return refuse(Fault::not_found, "the directory has no such organisation");
  const auto is_of = [&](const Wanted& wanted, const CycleState& state) { return organisation_of(*state.directory, wanted.post, state.today) == id; };
  return send_where(w, actor, "organisation " + id.text, organisation->name, is_of, words);
}

}  // namespace makegood::tasks
