#include "tasks/subject_access.h"

#include <algorithm>

#include "registers/subject.h"
#include "tasks/access_log.h"
#include "tasks/record_step.h"
#include "tasks/record_ties_step.h"

namespace makegood::tasks {
namespace {

constexpr std::size_t kShortestValue = 3, kLongestReason = 200;

Result<void> check(const Actor& actor, const SubjectSearch& search) {
  if (auto allowed = require(actor, Action::find_subject); !allowed) return allowed;
  if (replace_all(fold(search.value), " ", "").size() < kShortestValue)
    return refuse(Fault::invalid_input, "enter at least three letters or digits of a name, an address or a reference", "value");
  if (trim(search.reason).empty()) return refuse(Fault::invalid_input, "say why you search: the request's reference and day", "reason");
  return {};
}

Result<void> note(const Workspace& w, const Actor& actor, const SubjectSearch& search) {
  return note_access(w, actor.name, Looked::subject_search, shorten(squeeze(valid_utf8(search.reason)), kLongestReason));
}

/// What the person objected to using is held all the same.
Result<void> add_set_aside(const Workspace& w, SubjectRecord& found) {
  auto aside = w.care.set_aside(found.record.id);
  if (!aside) return tl::unexpected(aside.error());
  for (const auto& [field, value] : *aside) found.set_aside.push_back(field);
  found.record.answers.merge(*aside);
  return {};
}

Result<void> add_story(const Workspace& w, SubjectRecord& found) {
  const auto entries = w.ledger.about(found.record.id.text);
  if (!entries) return tl::unexpected(entries.error());
  for (const auto& entry : *entries) {
    const auto then = entry.kind == "record.moved" && !entry.erased ? read_record(entry.payload) : Result<Record>(Record{});
    found.story.push_back({entry.at, entry.kind.substr(entry.kind.find('.') + 1), then ? then->state : std::string{}});
  }
  return {};
}

Result<void> add_messages(const Workspace& w, SubjectRecord& found) {
  auto messages = w.registers.messages_about(found.record.id);
  if (!messages) return tl::unexpected(messages.error());
  found.messages = std::move(*messages);
  return {};
}

/// What the record was tied to, as whoever makes the report sees it.
Result<void> add_ties(const Workspace& w, const Actor& actor, SubjectRecord& found) {
  const auto ends = w.registers.ties_of(found.record.id);
  if (!ends) return tl::unexpected(ends.error());
  for (const auto& end : *ends) {
    const auto shown = shown_end(w, actor, end);
    SubjectTie tie{end, {}, shown.place_title};
    // A record's own words are about somebody else.
    if (shown.is_seen) tie.title = end.to == TieTo::record ? end.target : squeeze(shown.ref + " " + shown.title);
    found.ties.push_back(std::move(tie));
  }
  return {};
}

/// Of the records that do not name the person themselves, those about which somebody wrote a message that does.
Result<void> search_messages(const Workspace& w, const std::shared_ptr<const KeptRegister>& kept, const std::vector<RecordId>& others, std::string_view value, SubjectFound& found) {
  for (const auto& id : others) {
    const auto messages = w.registers.messages_about(id);
    if (!messages) return tl::unexpected(messages.error());
    if (std::none_of(messages->begin(), messages->end(), [&](const RecordMessage& message) { return names(message.text, value); })) continue;
    auto record = w.registers.record(id);
    if (!record) return tl::unexpected(record.error());
    found.records.push_back({.kept = kept, .record = std::move(*record), .naming = {}, .set_aside = {}, .story = {}, .in_messages = true});
  }
  return {};
}

Result<void> search_one(const Workspace& w, const std::shared_ptr<const KeptRegister>& kept, std::string_view value, SubjectFound& found) {
  SubjectRegister one{kept};
  const auto& definition = kept->definition;
  const auto before = found.records.size();
  std::vector<RecordId> others;
  auto done = w.registers.each({.register_name = definition.name, .reach = {.all = true, .organisations = {}}}, [&](const Record& record) {
    ++one.searched;
    auto naming = fields_naming(definition, record.answers, value);
    if (naming.empty() && record.id.text != trim(value)) {
      if (definition.gives_receipts()) others.push_back(record.id);
      return true;
    }
    found.records.push_back({.kept = kept, .record = record, .naming = std::move(naming), .set_aside = {}, .story = {}});
    return true;
  });
  if (done) done = search_messages(w, kept, others, value, found);
  if (!done) return done;
  one.found = static_cast<int>(found.records.size() - before);
  found.searched.push_back(std::move(one));
  return {};
}

Result<SubjectFound> search_all(const Workspace& w, std::string_view value) {
  const auto all = w.registers.all();
  if (!all) return tl::unexpected(all.error());
  SubjectFound found;
  for (const auto& kept : *all)
    if (auto done = search_one(w, kept, value, found); !done) return tl::unexpected(done.error());
  return found;
}

}  // namespace

Result<SubjectFound> find_subject(const Workspace& w, const Actor& actor, const SubjectSearch& search) {
  if (auto good = check(actor, search); !good) return tl::unexpected(good.error());
  if (auto noted = note(w, actor, search); !noted) return tl::unexpected(noted.error());
  return search_all(w, search.value);
}

Result<SubjectReport> subject_report(const Workspace& w, const Actor& actor, const SubjectSearch& search, const std::vector<RecordId>& chosen,
                                     const SubjectRedaction& redaction, Issue issue) {
  if (auto good = check(actor, search); !good) return tl::unexpected(good.error());
  auto found = search_all(w, search.value);
  if (!found) return tl::unexpected(found.error());
  SubjectReport report{.made_on = w.clock.now().today, .reference = squeeze(valid_utf8(search.reason)), .searched = std::move(found->searched), .records = {}};
  for (auto& one : found->records) {
    if (std::find(chosen.begin(), chosen.end(), one.record.id) == chosen.end()) continue;
    if (auto added = add_set_aside(w, one); !added) return tl::unexpected(added.error());
    if (auto added = add_story(w, one); !added) return tl::unexpected(added.error());
    if (auto added = add_messages(w, one); !added) return tl::unexpected(added.error());
    if (auto added = add_ties(w, actor, one); !added) return tl::unexpected(added.error());
    const auto looked = issue == Issue::given_out ? Looked::subject_export : Looked::record;
    if (auto noted = note_access(w, actor.name, looked, one.record.id.text); !noted) return tl::unexpected(noted.error());
    redact(one, redaction, kTakenOut);
    report.records.push_back(std::move(one));
  }
  if (report.records.empty()) return refuse(Fault::invalid_input, "choose the records that are about this person", "record");
  return report;
}

}  // namespace makegood::tasks
