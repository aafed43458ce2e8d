// Groups: who sits on each on a day, papers that go round, and what arises; against what is worked out here from the file.

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "systems/council.h"
#include "systems/kinds.h"
#include "tasks/arising.h"
#include "tasks/circulate.h"
#include "tasks/composition.h"
#include "tasks/meeting_pack.h"
#include "tasks/paper_link.h"
#include "tasks/papers.h"
#include "tasks/record_ties.h"

namespace makegood::systems {
namespace {

/// Where the key with so many parts leads.
std::string led_to(const Subject& about, std::size_t parts) {
  for (const auto& key : about.json.at("foreignKeys")) {
    const auto& fields = key.at("fields");
    if ((fields.is_string() ? 1 : fields.size()) == parts) return key.at("reference").at("resource");
  }
  return {};
}

std::string cell(const Cells& row, const nlohmann::json& words, const char* word) {
  const auto field = words.value(word, std::string());
  return row.contains(field) ? row.at(field) : std::string();
}

/// Days in a file are ISO texts: they stand in the order of their letters.
bool sits(const Cells& row, const nlohmann::json& words, const std::string& group, const std::string& on) {
  const auto from = cell(row, words, "from"), until = cell(row, words, "until"), left = cell(row, words, "left");
  return cell(row, words, "group") == group && !from.empty() && from <= on && (until.empty() || on <= until) && (left.empty() || on <= left);
}

struct Members {
  Council council;
  std::vector<std::string> groups;
  std::string trouble;
  Members(const Subject& about, const Subject& panels, const std::vector<Cells>& rows) : council(about, {panels.name}) {
    for (const auto& row : panels.rows) groups.push_back(row.at(panels.definition.primary_key.front()));
    for (const auto& [from, cells] : {std::pair{&panels, panels.rows}, std::pair{&about, rows}}) {
      const auto done = council.bring_in(*from, cells);
      if (!done) trouble = done.error().line();
      else if (!done->written) trouble = done->faults.front().message;
    }
  }
};

/// Codes that the group's terms ask for and nobody on the day has.
std::set<std::string> missing_here(const Subject& panels, const std::vector<Cells>& there, const nlohmann::json& required, const std::string& group) {
  std::set<std::string> missing;
  for (const auto& row : panels.rows)
    if (row.at(panels.definition.primary_key.front()) == group && row.contains(required.at("listed_in")))
      for (const auto& code : split(row.at(required.at("listed_in")), ';')) missing.insert(code);
  for (const auto& row : there)
    if (row.contains(required.at("field"))) missing.erase(row.at(required.at("field")));
  return missing;
}

void compare(const Members& m, const Subject& panels, const std::string& group, const std::string& on, Faults& faults) {
  const auto& about = m.council.about;
  const auto& words = about.ours().at("composition");
  std::vector<Cells> there;
  std::copy_if(about.rows.begin(), about.rows.end(), std::back_inserter(there), [&](const Cells& row) { return sits(row, words, group, on); });
  const auto seen = tasks::composition_of(m.council.w, tasks::operator_of_the_machine(), about.name, group, day(on), tasks::Rights::of_the_machine);
  const auto what = group + " on " + on;
  if (!seen) return faults.push_back(what + ": " + seen.error().line());
  if (seen->members != static_cast<int>(there.size())) faults.push_back(fmt::format("{}: {} members, and {} in the file", what, seen->members, there.size()));
  for (const auto& by : seen->lines) {
    std::map<std::string, int> counts;
    for (const auto& row : there) ++counts[row.contains(by.field) ? row.at(by.field) : ""];
    for (const auto& line : by.lines)
      if (counts[line.value] != line.members) faults.push_back(fmt::format("{}: {} with {} {}, and {} in the file", what, line.members, by.field, line.value, counts[line.value]));
  }
  const auto missing = missing_here(panels, there, words.at("required"), group);
  if (std::set<std::string>(seen->missing.begin(), seen->missing.end()) != missing) faults.push_back(what + ": who must be there and is not, is not what the file says");
}

tasks::Circulating paper(const Subject& about, const std::string& group, const std::string& version) {
  return {.register_name = about.name, .group = group, .paper = "Terms of reference", .version = version, .due = day("2026-09-22"), .posts = {}, .note = {}, .file_name = {}, .file_bytes = {}, .once = {}};
}

std::string link_to(const tasks::Workspace& w, const std::string& address) {
  const auto letters = w.outbox.list({}, 100).value();
  for (const auto& one : letters)
    if (one.letter.to == address) {
      const auto text = w.outbox.find(one.id)->letter.text;
      return text.substr(text.find("/agree/") + 7, 64);
    }
  return {};
}

/// Ten members of one group, whom letters reach.
std::vector<Cells> ten_members(const Subject& members, const std::string& group) {
  const auto& words = members.ours().at("composition");
  std::vector<Cells> rows;
  for (int i = 1; i <= 10; ++i) {
    auto row = another(members, *good_row(members), i);
    row[words.at("group")] = group;
    row[words.at("from")] = "2026-01-01";
    row[words.at("address")] = "m" + std::to_string(i) + "@aberllyn.example";
    for (const auto* word : {"until", "left"}) row.erase(words.value(word, std::string()));
    rows.push_back(std::move(row));
  }
  return rows;
}

/// "7 0 1 0, 2 silent": by the order of the answers.
std::string standing(const tasks::PaperVersion& version) {
  std::string said;
  for (const auto& [code, n] : version.count.by_answer) said += std::to_string(n) + " ";
  return said + std::to_string(version.count.silent) + " silent";
}

}  // namespace

bool has_members(const Subject& about) { return about.ours().contains("composition"); }
bool has_papers(const Subject& about) { return about.ours().contains("circulation"); }
bool has_packs(const Subject& about) { return about.ours().contains("pack"); }
bool has_items(const Subject& about) {
  const auto& links = about.definition.links;
  return std::find(links.begin(), links.end(), "items") != links.end();
}

Faults check_composition(const Subject& about) {
  Faults faults;
  const auto& panels = subject(led_to(about, 1));
  const Members m(about, panels, about.rows);
  if (!m.trouble.empty()) return {"the made-up rows do not come in: " + m.trouble};
  for (const auto& group : m.groups)
    for (const auto* on : {"2024-09-01", "2025-03-31", "2026-08-31", "2030-01-01"}) compare(m, panels, group, on, faults);
  return faults;
}

Faults check_circulation(const Subject& about) {
  Faults faults;
  const auto& members = subject(led_to(about, 2));
  const auto& panels = subject(led_to(members, 1));
  const auto group = panels.rows.front().at(panels.definition.primary_key.front());
  Members m(members, panels, ten_members(members, group));
  if (!m.trouble.empty()) return {"ten members do not come in: " + m.trouble};
  m.council.take(about);
  const auto& w = m.council.w;
  const auto council = tasks::first_coordinator();
  const auto& words = about.ours().at("circulation");
  const std::string agree = words.at("agree").at(0), explained = words.at("explain").at(0);
  const auto stands = [&] { return tasks::paper_standing(w, council, about.name, group, "Terms of reference"); };
  const auto expect = [&](bool holds, const std::string& what) { if (!holds) faults.push_back(what); };
  const auto first = tasks::circulate(w, council, paper(about, group, "1"));
  if (!first) return {first.error().line()};
  expect(first->asked == 10 && first->letters == 10, "ten are not asked by letter");
  for (int i = 1; i <= 8; ++i) {
    const auto open = tasks::find_paper(w, link_to(w, "m" + std::to_string(i) + "@aberllyn.example"));
    if (!open) return {open.error().line()};
    if (i == 8) expect(!tasks::answer_paper(w, *open, explained, ""), "a comment that is needed is not asked for");
    if (const auto sent = tasks::answer_paper(w, *open, i == 8 ? explained : agree, i == 8 ? "Who speaks for us?" : ""); !sent) return {sent.error().line()};
  }
  const auto old_link = link_to(w, "m9@aberllyn.example");
  expect(standing(stands()->versions[0]).starts_with("7 1 ") && standing(stands()->versions[0]).ends_with(" 2 silent"), "not seven, one and two silent: " + standing(stands()->versions[0]));
  if (const auto second = tasks::circulate(w, council, paper(about, group, "2")); !second) return {second.error().line()};
  expect(standing(stands()->versions[0]).ends_with(" 10 silent"), "a new version does not ask everybody again");
  expect(standing(stands()->versions[1]).ends_with(" 2 silent"), "what was said about the version before is lost");
  expect(!tasks::find_paper(w, old_link), "the link to the version before still opens");
  return faults;
}

Faults check_pack(const Subject& about) {
  Faults faults;
  const auto& members = subject(about.ours().at("pack").at("members"));
  const auto& panels = subject(led_to(about, 1));
  const auto group = panels.rows.front().at(panels.definition.primary_key.front());
  Members m(members, panels, ten_members(members, group));
  if (!m.trouble.empty()) return {"ten members do not come in: " + m.trouble};
  m.council.take(about);
  const auto& w = m.council.w;
  const auto council = tasks::first_coordinator();
  const auto slug = test::adopt_small_plan(m.council.bench);
  const auto& words = about.ours().at("pack");
  const auto meeting = [&](const std::string& key, const std::string& on) {
    auto row = *good_row(about);
    row[about.definition.primary_key.front()] = key;
    row[words.at("group")] = group;
    row[words.at("day")] = on;
    return tasks::submit_record(w, &council, {about.name, as_submitted(about, row), ""}).value().id;
  };
  const auto first = meeting("FIRST", "2026-06-01"), second = meeting("SECOND", "2026-10-01");
  const auto text = [&](const FrozenPack& pack) { return tasks::pack_bytes(w, council, second, pack.sequence, "md", Language::en).value(); };
  const auto frozen = tasks::freeze_pack(w, council, second, day("2026-09-01"));
  if (!frozen) return {frozen.error().line()};
  const auto before = text(*frozen);
  if (before.find("had 10 members") == std::string::npos) faults.push_back("the pack does not say who sits on the group");
  if (!tasks::make_item_of(w, council, {.record = first, .plan = slug, .kind = ItemKind::action, .title = "Look at every search of a child", .detail = {}, .owners = {}, .timescale = {}, .once = {}}))
    return {"an action does not arise"};
  if (text(*frozen) != before) faults.push_back("a pack changes after it was frozen");
  const auto next = tasks::freeze_pack(w, council, second, day("2026-09-01"));
  if (!next) return {next.error().line()};
  const auto after = text(*next);
  if (after.find("Look at every search of a child") == std::string::npos || after.find("FIRST") == std::string::npos) faults.push_back("what arose is not in the next pack with its meeting");
  return faults;
}

Faults check_arising(const Subject& about) {
  Council c(about);
  const auto slug = test::adopt_small_plan(c.bench);
  const auto row = good_row(about);
  if (!row) return {"no made-up row comes in by form"};
  const auto sent = c.submit(as_submitted(about, *row));
  if (!sent || !sent->faults.empty()) return {"a record does not come in"};
  auto handler = c.who_may(about.definition.roles.handle, c.w.registers.record(sent->id)->organisation);
  handler.grants.push_back({access::Role::coordinator, slug, ""});
  const auto arisen = tasks::make_item_of(c.w, handler, {.record = sent->id, .plan = slug, .kind = ItemKind::action, .title = "Do what was asked for", .detail = {}, .owners = {}, .timescale = {}, .once = {}});
  if (!arisen) return {arisen.error().line()};
  Faults faults;
  if (c.w.registers.ties_of(sent->id)->size() != 1) faults.push_back("the record does not lead to the item");
  const auto there = tasks::records_tied_to(c.w, &handler, slug, arisen->item);
  if (!there || there->empty() || there->front().records.front() != sent->id) faults.push_back("the item does not lead to the record");
  return faults;
}

}  // namespace makegood::systems
