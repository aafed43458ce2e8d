#include "tasks/circulate.h"

#include <algorithm>

#include <fmt/format.h>

#include "json/json.h"
#include "tasks/form_number.h"
#include "tasks/form_repository.h"
#include "tasks/outbox.h"
#include "tasks/paper_letter.h"
#include "tasks/paper_recipients.h"
#include "tasks/quarantine.h"
#include "tasks/reply_link.h"
#include "tasks/sign_in.h"

namespace makegood::tasks {
namespace {

/// One round on its way: the batch that it becomes, record by record and letter by letter.
class Round {
 public:
  Round(const Workspace& w, const Actor& actor, const PapersRegister& papers) : w_(w), actor_(actor), papers_(papers), now_(w.clock.now()) { batch_.at = now_.utc(); }

  Result<void> ask(const Circulating& circulating, const std::string& file, const std::vector<PaperRecipient>& recipients);
  void replace(const std::vector<Record>& earlier);
  /// One letter with a link of its own; none where there is nowhere to send it.
  Result<void> send(PaperLetter about, const PaperRecipient& to, const RecordId& id);

  [[nodiscard]] Result<GroupChoice> group(std::string_view key) const;
  [[nodiscard]] PaperLetter letter_about(const GroupChoice& group, std::string_view paper, std::string_view version, Day due) const;
  [[nodiscard]] Day today() const { return now_.today; }
  [[nodiscard]] int letters() const { return letters_; }
  Batch& batch() { return batch_; }

 private:
  [[nodiscard]] Record record_for(const Circulating& circulating, const std::string& file, const PaperRecipient& recipient) const;

  const Workspace& w_;
  const Actor& actor_;
  const PapersRegister& papers_;
  Now now_;
  Batch batch_;
  int letters_ = 0;
};

Result<GroupChoice> Round::group(std::string_view key) const {
  const auto groups = groups_of(w_, papers_.members, kEveryRecord);
  if (!groups) return tl::unexpected(groups.error());
  for (const auto& group : *groups)
    if (group.key == key) return group;
  return refuse(Fault::invalid_input, "choose a group", "group");
}

PaperLetter Round::letter_about(const GroupChoice& group, std::string_view paper, std::string_view version, Day due) const {
  return {.to = {}, .to_name = {}, .language = Language::en, .asker = w_.letterhead.from_name.empty() ? actor_.name : w_.letterhead.from_name, .reply_to = is_mail_address(actor_.name) ? actor_.name : std::string(), .group = group.title,
          .paper = std::string(paper), .version = std::string(version), .note = {}, .due = due, .address = {}, .key = {}, .reminds = false};
}

Result<void> Round::send(PaperLetter about, const PaperRecipient& one, const RecordId& id) {
  if (!is_mail_address(one.to)) return {};
  const auto token = make_reply_token(w_.random);
  about.to = one.to;
  about.to_name = one.to_name;
  about.language = one.language;
  about.address = w_.letterhead.address(one.language, "/agree/" + token);
  about.key = fmt::format("paper {} {}", id.text, about.reminds ? now_.today.iso() : "asked");
  auto letter = letter_errand(w_, paper_letter(about, now_));
  if (!letter) return tl::unexpected(letter.error());
  batch_.errands.push_back(std::move(*letter));
  batch_.errands.push_back({std::string(kReceiptErrand), token_hash(token) + "\n" + id.text});
  ++letters_;
  return {};
}

Record Round::record_for(const Circulating& c, const std::string& file, const PaperRecipient& recipient) const {
  const auto& words = papers_.words;
  Answers answers = recipient.who;
  answers[words.group] = c.group;
  answers[words.paper] = c.paper;
  answers[words.version] = c.version;
  answers[words.sent] = now_.today.iso();
  answers[words.due] = c.due.iso();
  if (!file.empty()) answers[words.file] = file;
  const auto& definition = papers_.kept->definition;
  // The first carries the number of the form, so that a form sent twice is known again.
  const bool first = batch_.expectations.empty() && is_form_number(c.once);
  Record record{.id = first ? RecordId(c.once) : make_id<RecordTag>(w_.random), .register_name = definition.name, .version = definition.version, .organisation = recipient.organisation,
                .state = definition.first_state(), .recorded = now_.today, .entered = now_.today, .closed = {}, .answers = std::move(answers), .reason = {}};
  set_by_system(definition, record);
  return record;
}

Result<void> Round::ask(const Circulating& c, const std::string& file, const std::vector<PaperRecipient>& recipients) {
  const auto& definition = papers_.kept->definition;
  const auto on = group(c.group);
  if (!on) return tl::unexpected(on.error());
  auto about = letter_about(*on, c.paper, c.version, c.due);
  about.note = c.note;
  const AnswerCheck check(definition);
  for (const auto& recipient : recipients) {
    auto record = record_for(c, file, recipient);
    if (const auto faults = check(record.answers, Moment::importing); !faults.empty())
      return refuse(Fault::invalid_input, sentence(definition, faults.front()), faults.front().field == papers_.words.version ? "version" : "paper");
    batch_.changes.push_back(record_entry("record.recorded", definition, record, actor_));
    batch_.expectations.push_back({record.id.text, 0});
    if (auto sent = send(about, recipient, record.id); !sent) return sent;
  }
  return {};
}

void Round::replace(const std::vector<Record>& earlier) {
  const auto& definition = papers_.kept->definition;
  for (auto record : earlier) {
    record.state = papers_.words.replaced_state;
    record.entered = now_.today;
    record.closed = definition.state(record.state)->is_final ? std::optional(now_.today) : std::nullopt;
    record.version = definition.version;
    record.reason.clear();
    batch_.changes.push_back(record_entry("record.moved", definition, record, actor_));
    batch_.expectations.push_back({record.id.text, record.sequence});
  }
}

Result<void> may_send(const PapersRegister& papers, const Actor& actor) {
  if (!papers.kept->is_open()) return refuse(Fault::conflict, "this register is not open yet: its data protection impact assessment has not been approved");
  const auto reach = need_reach(papers.kept->definition, actor, Doing::submit);
  if (!reach) return tl::unexpected(reach.error());
  if (!reach->all) return refuse(Fault::not_allowed, "you may send in records of your own organisation only: a paper goes to all members");
  const auto members = need_reach(papers.members.kept->definition, actor, Doing::see);
  if (!members) return tl::unexpected(members.error());
  if (!members->all) return refuse(Fault::not_allowed, "you see members of your own organisation only: a paper goes to all of them");
  return {};
}

Result<void> check(const Circulating& c, Day today) {
  if (c.paper.empty()) return refuse(Fault::invalid_input, "say what the paper is called", "paper");
  if (c.version.empty()) return refuse(Fault::invalid_input, "say which version of the paper this is", "version");
  if (c.due < today) return refuse(Fault::invalid_input, "the day by which answers are due has passed", "due");
  if (c.note.size() > kLongestNote) return refuse(Fault::invalid_input, "the note is too long: write 4,000 characters or fewer", "note");
  return {};
}

/// The earlier version's words; what has been replaced before stays as it is.
Result<std::vector<Record>> to_replace(const Workspace& w, const PapersRegister& papers, const Circulating& c) {
  auto earlier = words_on(w, papers, kEveryRecord, c.group, c.paper);
  if (!earlier) return earlier;
  for (const auto& record : *earlier)
    if (answer(record.answers, papers.words.version) == c.version)
      return refuse(Fault::conflict, fmt::format("version {} of this paper has gone round before: a version that was changed has another name", c.version), "version");
  std::erase_if(*earlier, [&](const Record& record) { return record.state == papers.words.replaced_state || record.emptied; });
  return earlier;
}

/// The paper goes into the ledger with the round that speaks of it.
Result<std::string> keep_file(const Workspace& w, const PapersRegister& papers, const Circulating& c, Batch& batch) {
  if (c.file_bytes.empty()) return std::string();
  if (papers.words.file.empty()) return refuse(Fault::invalid_input, "this register keeps no files with its papers", "file");
  const auto piece = receive_file(w, {c.file_name, ""}, c.file_bytes);
  if (!piece) return refuse(piece.error().fault, piece.error().message, "file");
  batch.attachments.push_back({piece->digest, piece->name, c.file_bytes});
  batch.errands.push_back({std::string(kFileSentErrand), piece->digest});
  return registers::write_sent_file({piece->digest, piece->name});
}

/// What the ledger has about a paper of a group, whatever its versions: of two that send it round at once one is told.
std::string subject_of(const Circulating& c) { return fmt::format("paper:{}:{}", c.register_name, sha256(c.group + "\x1f" + c.paper).substr(0, 16)); }

std::string went_round(const Circulating& c, std::size_t asked) {
  JsonObject payload;
  payload.text("register", c.register_name);
  payload.text("version", c.version);
  payload.number("asked", static_cast<int>(asked));
  return payload.line();
}

Result<std::vector<PaperRecipient>> recipients_of(const Workspace& w, const PapersRegister& papers, const Circulating& c, Day today) {
  const auto on = PaperRecipients::on(w, papers, today);
  if (!on) return tl::unexpected(on.error());
  auto recipients = c.to_members ? on->members(c.group) : Result<std::vector<PaperRecipient>>();
  if (!recipients) return recipients;
  const auto posts = on->posts(c.posts);
  if (!posts) return tl::unexpected(posts.error());
  recipients->insert(recipients->end(), posts->begin(), posts->end());
  if (recipients->empty() && !c.to_members) return refuse(Fault::invalid_input, "name the posts that are asked, or ask the members", "posts");
  if (recipients->empty()) return refuse(Fault::invalid_input, "nobody is a member of this group today: there is nobody to ask", "group");
  return recipients;
}

Circulating tidied(Circulating c) {
  for (auto* text : {&c.group, &c.paper, &c.version}) *text = squeeze(valid_utf8(*text));
  c.note = valid_utf8(trim(c.note));
  return c;
}

}  // namespace

Result<Circulated> circulate(const Workspace& w, const Actor& actor, const Circulating& given) {
  const auto c = tidied(given);
  const auto papers = papers_register(w, c.register_name);
  if (!papers) return tl::unexpected(papers.error());
  if (auto allowed = may_send(*papers, actor); !allowed) return tl::unexpected(allowed.error());
  if (const auto before = w.ledger.last_about(c.once); is_form_number(c.once) && before && *before > 0) return Circulated{0, 0, 0, true};
  Round round(w, actor, *papers);
  if (auto fine = check(c, round.today()); !fine) return tl::unexpected(fine.error());
  if (const auto group = round.group(c.group); !group) return tl::unexpected(group.error());
  const auto subject = subject_of(c);
  const auto seen = w.ledger.last_about(subject);  // before the versions are read: what comes after that is not among them
  if (!seen) return tl::unexpected(seen.error());
  const auto earlier = to_replace(w, *papers, c);
  if (!earlier) return tl::unexpected(earlier.error());
  const auto recipients = recipients_of(w, *papers, c, round.today());
  if (!recipients) return tl::unexpected(recipients.error());
  const auto file = keep_file(w, *papers, c, round.batch());
  if (!file) return tl::unexpected(file.error());
  if (auto asked = round.ask(c, *file, *recipients); !asked) return tl::unexpected(asked.error());
  round.replace(*earlier);
  round.batch().changes.push_back({"paper.sent", subject, actor.name, went_round(c, recipients->size())});
  round.batch().expectations.push_back({subject, *seen});
  if (auto entries = w.ledger.append(round.batch()); !entries) return tl::unexpected(entries.error());
  return Circulated{static_cast<int>(recipients->size()), round.letters(), static_cast<int>(earlier->size()), false};
}

Result<int> remind_of_paper(const Workspace& w, const Actor& actor, std::string_view register_name, std::string_view group, std::string_view paper) {
  const auto papers = papers_register(w, register_name);
  if (!papers) return tl::unexpected(papers.error());
  if (auto allowed = may_send(*papers, actor); !allowed) return tl::unexpected(allowed.error());
  const auto records = words_on(w, *papers, kEveryRecord, group, paper);
  if (!records) return tl::unexpected(records.error());
  const auto rounds = registers::rounds_of(papers->words, *records);
  if (rounds.empty()) return refuse(Fault::not_found, "no such paper has gone round");
  const auto& newest = rounds.front();
  Round round(w, actor, *papers);
  if (newest.due < round.today() || newest.replaced) return refuse(Fault::conflict, "the day by which answers were due has passed");
  const auto recipients = PaperRecipients::on(w, *papers, round.today());
  if (!recipients) return tl::unexpected(recipients.error());
  const auto on = round.group(group);
  if (!on) return tl::unexpected(on.error());
  auto about = round.letter_about(*on, paper, newest.version, newest.due);
  about.reminds = true;
  for (const auto& record : *records) {
    const bool silent = record.state == papers->words.asked_state && answer(record.answers, papers->words.answer).empty();
    if (!silent || answer(record.answers, papers->words.version) != newest.version) continue;
    const auto recipient = recipients->of_record(record);
    if (!recipient) return tl::unexpected(recipient.error());
    if (auto sent = round.send(about, *recipient, record.id); !sent) return tl::unexpected(sent.error());
  }
  if (round.letters() == 0) return 0;
  if (auto done = w.ledger.append(round.batch()); !done) return tl::unexpected(done.error());
  return round.letters();
}

}  // namespace makegood::tasks
