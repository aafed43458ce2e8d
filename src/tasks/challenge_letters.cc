#include "tasks/challenge_letters.h"

#include <algorithm>

#include "people/presence.h"
#include "tasks/letter_words.h"
#include "tasks/voice.h"

namespace makegood::tasks {
namespace {

/// Whether a role of theirs lets them answer, and whether it is the coordinator's.
struct MayAnswer {
  bool at_all = false, as_coordinator = false;
};

MayAnswer may_answer_here(const Directory& directory, const Person& person, std::string_view plan, const OrganisationId& organisation, Day today) {
  const Actor actor{person.email, grants_of(directory, person.id, today), person.id.text};
  return {may(actor, Action::answer_challenge, {plan, organisation.text}), may(actor, Action::run_cycle, {.plan = plan})};
}

std::vector<PersonId> answerers_of(const Directory& directory, const Plan& plan, const Item& item, Day today) {
  std::vector<PersonId> found;
  for (const auto& name : answerable_names(plan, item))
    for (const auto& post : posts_of(directory, plan.slug, name, today))
      if (const auto answers = answerer(directory, post, today); answers.person) found.push_back(*answers.person);
  return found;
}

Letter challenge_letter(const Workspace& w, const Plan& plan, const Item& item, const Challenge& challenge, const Person& person, bool has_account) {
  const auto words = Words::for_language(language_of(person));
  const auto title = shorten(item.title, 80);
  Letter letter;
  letter.key = "challenge " + challenge.id.text + " " + person.id.text;
  letter.kind = LetterKind::notice;
  letter.to = person.email;
  letter.to_name = person.name;
  letter.subject = words("letter.challenge.subject", {{"title", title}});
  LetterWords body(words.language());
  body.paragraph(words("letter.challenge.intro", {{"title", title}, {"plan", plan.title}})).paragraph(challenge.question);
  body.paragraph(words("letter.challenge.due", {{"date", challenge.answer_due}}));
  if (has_account)
    body.link(words("letter.question.answer"),
              w.letterhead.address(words.language(), "/panel/plans/" + plan.slug + "/items/" + item.id.text + "/answer?challenge=" + challenge.id.text));
  else
    body.paragraph(words("letter.challenge.reply"));
  body.into(letter);
  return letter;
}

}  // namespace

std::vector<Letter> challenge_letters(const Workspace& w, const Directory& directory, const Plan& plan, const Item& item, const Challenge& challenge, const Actor& asker) {
  const auto today = w.clock.now().today;
  const auto organisation = organisation_of_owner(directory, plan.slug, item.owners, today);
  const auto owners = answerers_of(directory, plan, item, today);
  std::vector<Letter> letters;
  std::string officer;
  for (const auto& person : directory.people) {
    if (!can_be_written_to(person, today) || person.id.text == asker.person) continue;
    const auto rights = may_answer_here(directory, person, plan.slug, organisation, today);
    if (rights.as_coordinator && officer.empty()) officer = person.email;
    const bool owns = std::find(owners.begin(), owners.end(), person.id) != owners.end();
    if (rights.as_coordinator || owns) letters.push_back(challenge_letter(w, plan, item, challenge, person, rights.at_all));
  }
  for (auto& letter : letters)
    if (letter.to != officer) letter.reply_to = officer;
  return letters;
}

}  // namespace makegood::tasks
