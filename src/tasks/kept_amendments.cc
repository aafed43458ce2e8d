#include "tasks/kept_amendments.h"

#include <charconv>

#include "tasks/receipts.h"
#include "tasks/sign_in.h"

namespace makegood::tasks {
namespace {

// A kept form has answers and nothing else that is typed. No field has a name with a hyphen (check_definition.h).
constexpr std::string_view kSeen = "amend-seen", kReply = "amend-reply";

std::string taken(Answers& answers, std::string_view name) {
  const auto found = answers.find(name);
  if (found == answers.end()) return {};
  auto value = std::move(found->second);
  answers.erase(found);
  return value;
}

std::int64_t number_of(std::string_view text) {
  std::int64_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

}  // namespace

// Not the holder of a form that is sent in for the first time: it would be offered among those.
AmendmentPlace amendment_of(const Actor& actor, const RecordId& record) { return {"amends account " + account_of(actor), record.text}; }
AmendmentPlace amendment_by(std::string_view receipt) { return {"amends " + holder_of_form_link(receipt_from(receipt)), "receipt"}; }

Result<void> keep_amendment(const Workspace& w, const AmendmentPlace& place, std::string_view register_name, const KeptAmendment& amendment) {
  BegunForm form{.holder = place.holder, .once = place.once, .register_name = std::string(register_name), .version = amendment.version, .answers = amendment.answers, .step = amendment.step};
  form.answers.insert_or_assign(std::string(kSeen), std::to_string(amendment.seen));
  if (!amendment.reply.empty()) form.answers.insert_or_assign(std::string(kReply), amendment.reply);
  return save_form(w, std::move(form));
}

std::optional<KeptAmendment> kept_amendment(const Workspace& w, const AmendmentPlace& place, std::string_view register_name) {
  auto form = find_form(w, place.holder, register_name, place.once);
  if (!form) return std::nullopt;
  KeptAmendment kept{.answers = std::move(form->answers), .reply = {}, .step = std::move(form->step), .version = form->version, .seen = 0, .saved = form->saved};
  kept.seen = number_of(taken(kept.answers, kSeen));
  kept.reply = taken(kept.answers, kReply);
  return kept;
}

Result<void> drop_amendment(const Workspace& w, const AmendmentPlace& place) { return throw_away_form(w, place.holder, place.once); }

}  // namespace makegood::tasks
