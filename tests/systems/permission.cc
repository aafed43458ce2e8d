// Whose records somebody sees, on every way to them; and which answers of those.

#include <algorithm>

#include <fmt/format.h>

#include "registers/definition_words.h"
#include "systems/council.h"
#include "systems/kinds.h"

namespace makegood::systems {
namespace {

constexpr const char *kOurs = "Harbour Hill", *kTheirs = "Zzyzx Body";

/// What the file says of a role in one list: "" = it is not there, else "own" or "all".
std::string said_of(const Subject& about, const char* list, std::string_view role) {
  std::string said;
  const auto& roles = about.ours().at("roles");
  if (!roles.contains(list)) return said;
  for (const auto& who : roles.at(list))
    if (who.at("role") == std::string(role) && said != "all") said = who.value("of", "all");
  return said;
}

/// What the file and the policy table say together.
std::string allowed(const Subject& about, const char* list, access::Role role, access::Action action) {
  const bool has_row = std::any_of(access::kPermissions.begin(), access::kPermissions.end(), [&](const access::Permission& p) { return p.action == action && p.role == role; });
  return has_row ? said_of(about, list, access::word(role)) : std::string{};
}

struct Filled : Council {
  std::vector<RecordId> ours, theirs;
  Faults faults;

  explicit Filled(const Subject& subject) : Council(subject) {
    std::vector<Cells> rows;
    const auto good = good_row(subject);
    for (int i = 0; good && i < 6; ++i) {
      auto row = another(subject, *good, i);
      if (!subject.definition.organisation.empty()) row[subject.definition.organisation] = i % 2 == 0 ? kOurs : kTheirs;
      rows.push_back(std::move(row));
    }
    const auto done = bring_in(subject, rows);
    if (!done || !done->written) faults.push_back("six records do not come in: " + (done ? done->faults.front().message : done.error().line()));
    (void)w.registers.each({.register_name = subject.name, .reach = {.all = true, .organisations = {}}}, [&](const Record& record) {
      (record.organisation == kTheirs ? theirs : ours).push_back(record.id);
      return true;
    });
  }

  void expect(bool holds, std::string_view what, const tasks::Actor& actor) {
    if (!holds) faults.push_back(fmt::format("{} of {}: {}", access::word(actor.grants[0].role), actor.grants[0].organisation.empty() ? "all" : actor.grants[0].organisation, what));
  }
};

RecordQuery query(const Subject& about, std::string words = {}) { return {.register_name = about.name, .words = std::move(words), .limit = 1000}; }

bool is_protected(const Subject& about, const std::string& field) {
  const auto held = about.of_field(field, "holds");
  return !about.of_field(field, "seen_by").is_null() || (!held.is_null() && held != "ordinary");
}

/// By list, count, search and record: `ours` and `theirs` say which of the two are within reach.
void look(Filled& c, const tasks::Actor& actor, bool ours, bool theirs) {
  const auto list = tasks::list_records(c.w, actor, query(c.about));
  const auto expected = (ours ? c.ours.size() : 0) + (theirs ? c.theirs.size() : 0);
  if (!ours && !theirs) return c.expect(!list && list.error().fault == Fault::not_allowed, "sees a list", actor);
  c.expect(list && list->records.size() == expected, "the list is not what it should be", actor);
  c.expect(tasks::count_records(c.w, actor, query(c.about)).value_or(-1) == static_cast<std::int64_t>(expected), "the count is not", actor);
  if (!theirs && !c.theirs.empty()) c.expect(tasks::count_records(c.w, actor, query(c.about, kTheirs)).value_or(-1) == 0, "a search finds another organisation's", actor);
  if (ours) c.expect(tasks::see_record(c.w, actor, c.ours[0], false).has_value(), "does not see a record", actor);
  for (const auto& id : c.theirs) c.expect(tasks::see_record(c.w, actor, id, false).has_value() == theirs, "a record of another organisation", actor);
  if (list)
    for (const auto& record : list->records)
      for (const auto& [field, value] : record.answers)
        c.expect(!is_protected(c.about, field), "a list shows the protected " + field, actor);
}

void change(Filled& c, const tasks::Actor& actor, const std::string& handles) {
  const auto changed = tasks::change_record(c.w, actor, {.id = c.ours[0], .answers = {}, .reason = "", .move_to = "", .seen = -1});
  const bool reaches = !handles.empty() && (handles == "all" || !actor.grants[0].organisation.empty());
  c.expect(!changed && changed.error().fault == (reaches ? Fault::conflict : Fault::not_found), "changes what they may not, or may not what they should", actor);
  if (c.theirs.empty() || actor.grants[0].organisation.empty()) return;
  const auto others = tasks::change_record(c.w, actor, {.id = c.theirs[0], .answers = {}, .reason = "", .move_to = "", .seen = -1});
  c.expect(!others && others.error().fault == Fault::not_found, "changes a record of another organisation", actor);
}

void take_out(Filled& c, const tasks::Actor& actor, std::size_t expected) {
  const auto rows = tasks::export_records(c.w, actor, c.about.name);
  if (expected == 0) return c.expect(!rows && rows.error().fault == Fault::not_allowed, "takes records out", actor);
  c.expect(rows && rows->size() == expected + 1, "takes out what they should not, or less", actor);
}

void send_in(Filled& c, const tasks::Actor& actor) {
  if (c.definition().organisation.empty() || open_to_anybody(c.definition())) return;
  auto row = another(c.about, *good_row(c.about), 99);
  row[c.definition().organisation] = kTheirs;
  const auto sent = tasks::submit_record(c.w, &actor, {c.about.name, as_submitted(c.about, row), ""});
  c.expect(!sent && sent.error().fault == Fault::not_allowed, "sends in a record of another organisation", actor);
}

/// A field that says who may see it is hidden from everybody else who sees the record.
void hidden(Filled& c, const tasks::Actor& actor) {
  const auto seen = tasks::see_record(c.w, actor, c.ours[0], false);
  if (!seen) return;
  const auto whole = c.w.registers.record(c.ours[0]).value();
  for (const auto& [field, value] : whole.answers) {
    const auto by = c.about.of_field(field, "seen_by");
    const bool may = by.is_null() || std::find(by.begin(), by.end(), std::string(access::word(actor.grants[0].role))) != by.end();
    c.expect(seen->record.answers.contains(field) == may, field + (may ? " is hidden" : " is shown"), actor);
  }
}

}  // namespace

Faults check_permission(const Subject& about) {
  Filled c(about);
  if (!c.faults.empty()) return c.faults;
  const bool parted = !about.definition.organisation.empty();
  for (const auto& word : registers::kRoleWords) {
    const auto role = access::role_from(word);
    if (!role) continue;
    const auto sees = allowed(about, "see", *role, access::Action::see_records), handles = allowed(about, "handle", *role, access::Action::handle_records),
               takes = allowed(about, "export", *role, access::Action::export_records);
    const tasks::Actor everywhere{"somebody", {{*role, "", ""}}}, of_ours{"somebody", {{*role, "", kOurs}}};
    look(c, everywhere, sees == "all", sees == "all");
    change(c, everywhere, handles);
    take_out(c, everywhere, takes == "all" ? c.ours.size() + c.theirs.size() : 0);
    if (sees == "all") hidden(c, everywhere);
    if (!parted) continue;
    look(c, of_ours, !sees.empty(), false);
    change(c, of_ours, handles);
    take_out(c, of_ours, takes.empty() ? 0 : c.ours.size());
    send_in(c, of_ours);
    if (!sees.empty()) hidden(c, of_ours);
  }
  const tasks::Actor elsewhere{"somebody", {{access::Role::coordinator, "register:another", ""}, {access::Role::handler, "register:another", ""}}};
  look(c, elsewhere, false, false);
  return c.faults;
}

}  // namespace makegood::systems
