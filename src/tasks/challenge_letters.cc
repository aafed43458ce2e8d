#include "tasks/challenge_letters.h"

#include <algorithm>

#include "people/presence.h"
#include "tasks/letter_words.h"
#include "tasks/reply_link.h"
#include "tasks/voice.h"
#include "tasks/wanted.h"

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

/// How somebody answers: on the desk, by the link of a cycle that is open, or by replying to the letter.
struct AnswerBy {
  std::string path;           ///< empty = by replying
  std::optional<Day> closes;  ///< of the link's cycle
};

Letter challenge_letter(const Workspace& w, const Plan& plan, const Item& item, const Challenge& challenge, const Person& person, const AnswerBy& by) {
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
  if (!by.path.empty()) body.link(words("letter.question.answer"), w.letterhead.address(words.language(), by.path));
  if (by.closes) body.paragraph(words("letter.challenge.until", {{"date", *by.closes}}));
  if (by.path.empty()) body.paragraph(words("letter.challenge.reply"));
  body.into(letter);
  return letter;
}

/// The request of the open cycle that asks a person about the item; nullptr = none does.
const Request* open_request(const std::vector<Cycle>& cycles, const PersonId& person, const ItemId& item, Day today) {
  for (const auto& cycle : cycles) {
    if (!cycle.is_open(today)) continue;
    for (const auto& request : cycle.requests) {
      const bool asks = std::any_of(request.items.begin(), request.items.end(), [&](const AskedItem& asked) { return asked.item == item && asked.part == Part::accountable; });
      if (request.person == person && !request.revoked && asks) return &request;
    }
  }
  return nullptr;
}

Day closing_of(const std::vector<Cycle>& cycles, const CycleId& id) {
  return std::find_if(cycles.begin(), cycles.end(), [&](const Cycle& cycle) { return cycle.id == id; })->closes;
}

}  // namespace

Result<ChallengeLetters> challenge_letters(const Workspace& w, const Directory& directory, const Plan& plan, const Item& item, const Challenge& challenge, const Actor& asker) {
  const auto today = w.clock.now().today;
  const auto cycles = w.cycles.cycles(plan.slug);
  if (!cycles) return tl::unexpected(cycles.error());
  const OrganisationId organisation(scope_of_item(directory, plan, item, today).organisation);
  const auto owners = answerers_of(directory, plan, item, today);
  ChallengeLetters told;
  std::string officer;
  for (const auto& person : directory.people) {
    if (!can_be_written_to(person, today) || person.id.text == asker.person) continue;
    const auto rights = may_answer_here(directory, person, plan.slug, organisation, today);
    if (rights.as_coordinator && officer.empty()) officer = person.email;
    const bool owns = std::find(owners.begin(), owners.end(), person.id) != owners.end();
    if (!rights.as_coordinator && !owns) continue;
    AnswerBy by;
    if (rights.at_all) {
      by.path = "/panel/plans/" + plan.slug + "/items/" + item.id.text + "/answer?challenge=" + challenge.id.text;
    } else if (const auto* request = open_request(*cycles, person.id, item.id, today)) {
      const auto token = make_reply_token(w.random);
      told.links.push_back(reply_link_errand(request->id, token));
      by = {"/reply/" + token + "/questions/" + challenge.id.text, closing_of(*cycles, request->cycle)};
    }
    told.letters.push_back(challenge_letter(w, plan, item, challenge, person, by));
  }
  for (auto& letter : told.letters)
    if (letter.to != officer) letter.reply_to = officer;
  return told;
}

}  // namespace makegood::tasks
