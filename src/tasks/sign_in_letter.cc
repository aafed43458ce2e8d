#include "tasks/sign_in_letter.h"

#include "tasks/letter_words.h"
#include "tasks/tries.h"
#include "tasks/workspace.h"

namespace makegood::tasks {
namespace {

Letter write_letter(const Workspace& w, const Person& person, const std::string& token) {
  const auto language = language_of(person);
  const auto words = Words::for_language(language);
  Letter letter;
  letter.key = "sign_in " + token_hash(token);
  letter.kind = LetterKind::sign_in;
  letter.to = person.email;
  letter.useful_until = w.clock.now().seconds + kLinkSeconds;
  letter.subject = words("letter.sign_in.subject");
  const auto address = w.letterhead.address(language, "/sign-in/" + token);
  LetterWords(language)
      .paragraph(words("letter.sign_in.intro"))
      .link(words("letter.sign_in.link"), address)
      .paragraph(words("letter.sign_in.note"))
      .paragraph(words("letter.sign_in.not_you"))
      .into(letter);
  return letter;
}

Result<void> send_link(const Workspace& w, const Actor& actor) {
  const auto directory = w.people.directory();
  if (!directory) return tl::unexpected(directory.error());
  const auto* person = find_person(**directory, PersonId(actor.person));
  if (person == nullptr || !is_mail_address(person->email)) return {};
  const auto token = make_sign_in_link(w, actor, Way::mail);
  if (!token) return tl::unexpected(token.error());
  if (auto posted = post_letter(w, write_letter(w, *person, *token)); !posted) return tl::unexpected(posted.error());
  return {};
}

}  // namespace

Result<void> mail_sign_in_link(const Workspace& w, std::string_view address, const Caller& caller) {
  const CountedTries letters{"mail", trim(address), kMailThrottle}, asked{"mail from", caller.address, kAddressThrottle};
  if (auto may = may_try(w, {letters, asked}); !may) return may.error().fault == Fault::not_allowed ? Result<void>{} : may;
  if (auto done = count_failure(w, {letters, asked}); !done) return done;
  const auto actor = person_with_address(w, address);
  if (actor) return send_link(w, *actor);
  const auto fault = actor.error().fault;
  if (fault == Fault::not_found || fault == Fault::not_allowed) return {};
  return tl::unexpected(actor.error());
}

}  // namespace makegood::tasks
