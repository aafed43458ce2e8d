#include "tasks/paper_link.h"

#include <algorithm>

#include <fmt/format.h>

#include "tasks/form_repository.h"
#include "tasks/paper_recipients.h"
#include "tasks/reply_link.h"
#include "tasks/sign_in.h"
#include "tasks/write_down.h"

namespace makegood::tasks {
namespace {

Result<Record> record_behind(const Workspace& w, std::string_view token) {
  if (!looks_like_reply_token(token)) return refuse(Fault::not_found, "this link is not whole: copy all of it from the letter");
  const auto id = w.forms.record_with_receipt(token_hash(token));
  if (!id) return tl::unexpected(id.error());
  if (!*id) return refuse(Fault::not_found, "this link is not known here: open it from the newest letter that you got");
  return w.registers.record(**id);
}

/// Why a link that was once good opens nothing today; empty = it opens.
Result<std::string> closed_because(const Workspace& w, const PapersRegister& papers, const Record& record) {
  const auto& words = papers.words;
  if (record.emptied) return std::string("what was asked here has been erased");
  if (record.state == words.replaced_state) return fmt::format("a newer version of this paper has gone round since: version {} is not asked about any more", answer(record.answers, words.version));
  const auto* state = papers.kept->definition.state(record.state);
  const bool may_answer = record.state == words.answered_state || (state != nullptr && std::find(state->moves.begin(), state->moves.end(), words.answered_state) != state->moves.end());
  if (!may_answer) return std::string("this question has been closed: write to whoever sent the link");
  if (answer(record.answers, words.member).empty()) return std::string();
  const auto members = members_on(w, papers.members, kEveryRecord, answer(record.answers, words.group), w.clock.now().today);
  if (!members) return tl::unexpected(members.error());
  const bool still = std::any_of(members->begin(), members->end(), [&](const Record& one) { return answer(one.answers, papers.member_key) == answer(record.answers, words.member); });
  return still ? std::string() : std::string("this link belongs to somebody who is no member of the group any more");
}

/// Who the ledger says it was: a number or a post, never a name.
Actor actor_of(const OpenPaper& open) {
  const auto& words = open.papers.words;
  const auto member = answer(open.record.answers, words.member);
  return {member.empty() ? fmt::format("post {}", answer(open.record.answers, words.post)) : fmt::format("member {} of {}", member, answer(open.record.answers, words.group)), {}};
}

Result<void> check(const OpenPaper& open, std::string_view answer, std::string_view comment) {
  const auto& words = open.papers.words;
  const auto& definition = open.papers.kept->definition;
  const auto choices = choices_of(definition, *definition.field(words.answer));
  if (std::none_of(choices.begin(), choices.end(), [&](const RegisterChoice& choice) { return choice.code == answer; })) return refuse(Fault::invalid_input, "say whether you agree", "answer");
  const bool explains = std::find(words.explain.begin(), words.explain.end(), answer) != words.explain.end();
  if (explains && comment.empty()) return refuse(Fault::invalid_input, "write your comment: this answer needs one", "comment");
  return {};
}

}  // namespace

Result<OpenPaper> find_paper(const Workspace& w, std::string_view token) {
  auto record = record_behind(w, token);
  if (!record) return tl::unexpected(record.error());
  auto papers = papers_register(w, record->register_name);
  if (!papers) return refuse(Fault::not_allowed, "this question has been closed: write to whoever sent the link");
  const auto why = closed_because(w, *papers, *record);
  if (!why) return tl::unexpected(why.error());
  if (!why->empty()) return refuse(Fault::not_allowed, *why);
  const auto said = [&](const std::string& field) { return std::string(answer(record->answers, field)); };
  const auto& words = papers->words;
  OpenPaper open{*papers, *record, said(words.group), said(words.paper), said(words.version), Day::parse(said(words.due)).value_or(record->recorded), registers::read_sent_file(said(words.file))};
  const auto groups = groups_of(w, papers->members, kEveryRecord);
  if (!groups) return tl::unexpected(groups.error());
  for (const auto& group : *groups)
    if (group.key == open.group) open.group = group.title;
  return open;
}

Result<void> answer_paper(const Workspace& w, const OpenPaper& open, std::string_view given, std::string_view typed) {
  const auto& words = open.papers.words;
  const auto& definition = open.papers.kept->definition;
  const auto comment = valid_utf8(trim(typed));
  if (auto fine = check(open, given, comment); !fine) return fine;
  auto record = open.record;
  const auto today = w.clock.now().today;
  record.answers[words.answer] = given;
  record.answers[words.answered] = today.iso();
  if (comment.empty()) record.answers.erase(words.comment);
  else record.answers[words.comment] = comment;
  if (const auto faults = AnswerCheck(definition)(record.answers, Moment::importing); !faults.empty())
    return refuse(Fault::invalid_input, sentence(definition, faults.front()), faults.front().field == words.comment ? "comment" : "");
  const bool again = record.state == words.answered_state;
  if (!again) {
    record.state = words.answered_state;
    record.entered = today;
    record.closed = definition.state(record.state)->is_final ? std::optional(today) : std::nullopt;
  }
  record.version = definition.version;
  record.reason.clear();
  return write_down(w, {record_entry(again ? "record.changed" : "record.moved", definition, record, actor_of(open))}, {{record.id.text, open.record.sequence}});
}

}  // namespace makegood::tasks
