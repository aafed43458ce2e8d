#pragma once
// For tests and measurements under load: a plan whose owners were all asked by letter, and what an owner does
// with the link in it.

#include <stdexcept>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "faults/fixture.h"
#include "tasks/ask.h"

namespace makegood::test {

/// "Head of Service 7" owns items 7.1, 7.2 ...; nobody else owns them.
inline Plan plan_of_owners(int owners, int items_each) {
  Plan plan;
  plan.title = "Fair Work Plan";
  plan.organisation = "Aberllyn Council";
  plan.themes = {{ThemeId("1"), "Employment", {}, {}}};
  for (int owner = 1; owner <= owners; ++owner)
    for (int n = 1; n <= items_each; ++n) {
      Item item;
      item.ref = fmt::format("{}.{}", owner, n);
      item.id = ItemId(item.ref);
      item.theme = ThemeId("1");
      item.title = fmt::format("Review service {} with the communities that it serves, and publish what was heard", item.ref);
      item.owners = {fmt::format("Head of Service {}", owner)};
      item.timescale_raw = "31 March 2024";
      item.timescale = read_timescale(item.timescale_raw);
      plan.items.push_back(item);
    }
  return plan;
}

inline std::string directory_of_owners(int owners) {
  std::string csv = "post,email\n";
  for (int owner = 1; owner <= owners; ++owner) csv += fmt::format("Head of Service {0},service{0}@aberllyn.example\n", owner);
  return csv;
}

template <class T>
T must(Result<T> result) {
  if (!result) throw std::runtime_error(result.error().line());
  return std::move(*result);
}

/// The plan in force with everybody asked, whatever of it stands already: its slug.
inline std::string have_owners_asked(const tasks::Workspace& w, int owners, int items_each) {
  const auto actor = tasks::first_coordinator();
  const std::string slug = "fair-work-plan";
  if (!w.plans.find(slug, View::live)) {
    const auto proposal = must(tasks::propose_import(w, actor, {"the document", "plan.docx"}, plan_of_owners(owners, items_each)));
    must(tasks::accept_import(w, actor, proposal.id, {.release = true}));
  }
  must(tasks::import_directory(w, actor, {directory_of_owners(owners), "directory.csv"}));
  must(tasks::ask_for_updates(w, actor, {slug}));
  return slug;
}

/// One more link for each request of the plan's last cycle, as a reminder would bring it: their tokens.
inline std::vector<std::string> fresh_links(const tasks::Workspace& w, const std::string& slug) {
  std::vector<std::string> tokens;
  Batch batch;
  const auto cycles = must(w.cycles.cycles(slug));
  for (const auto& request : cycles.back().requests) {
    tokens.push_back(tasks::make_reply_token(w.random));
    batch.errands.push_back(tasks::reply_link_errand(request.id, tokens.back()));
  }
  must(w.ledger.append(batch));
  return tokens;
}

/// What the page under the link shows of an item when it is opened: the last that was said.
inline std::int64_t seen_on_page(const tasks::Workspace& w, const std::string& token, std::size_t item) {
  const auto open = must(tasks::find_reply(w, token));
  const auto progress = must(w.progress.of_plan(open.request.plan));
  return tasks::last_said(*progress, open.request.items.at(item % open.request.items.size()).item);
}

/// What the page under the link does when "send" is pressed, for one item of the request.
inline Result<std::vector<Update>> answer_by_link(const tasks::Workspace& w, const std::string& token, std::size_t item, const std::string& narrative,
                                                  std::int64_t seen = 0) {
  const auto open = tasks::find_reply(w, token);
  if (!open) return tl::unexpected(open.error());
  tasks::Said said{open->request.items.at(item % open->request.items.size()).item, {}, seen};
  said.words.claim = Claim::on_track;
  said.words.narrative = narrative;
  return tasks::answer_request(w, *open, {said});
}

}  // namespace makegood::test
