#include <doctest/doctest.h>

#include "progress/standing.h"

using namespace makegood;

namespace public_part_test {

Evidence evidence(const char* id, EvidenceKind kind, bool open, bool consent = false) {
  Evidence e;
  e.id = EvidenceId(id);
  e.kind = kind;
  e.open = open;
  e.consent = consent;
  return e;
}

Voice voice() {
  return {"housing@aberllyn.example", PersonId("p1"), PostId("t1"), "Head of Housing, Aberllyn Council", OrganisationId("o1"), "Aberllyn Council"};
}

Update update(const char* id, UpdateState state) {
  Update u;
  u.id = UpdateId(id);
  u.item = ItemId("i1");
  u.voice = voice();
  u.state = state;
  u.request = "r1";
  u.question = "Which round?";
  u.narrative = "A named officer ran it.";
  return u;
}

TEST_CASE("only what was published is public, with its public words") {
  Progress p;
  p.updates = {update("u1", UpdateState::submitted), update("u2", UpdateState::returned), update("u3", UpdateState::approved),
               update("u4", UpdateState::published)};
  p.updates.change(3).public_summary = "Housing ran it.";
  const auto open = public_part(p);
  REQUIRE(open.updates.size() == 1);
  const auto& seen = open.updates[0];
  CHECK(seen.id.text == "u4");
  CHECK(seen.narrative == "Housing ran it.");
  CHECK(seen.voice.actor.empty());
  CHECK(seen.voice.person.empty());
  CHECK(seen.voice.post_words == "Head of Housing, Aberllyn Council");
  CHECK(seen.question.empty());
  CHECK(seen.request.empty());
}

TEST_CASE("evidence is public where it was agreed, and a quotation with consent only") {
  Progress p;
  p.updates = {update("u1", UpdateState::published)};
  p.updates.change(0).evidence = {evidence("open", EvidenceKind::file, true), evidence("shut", EvidenceKind::file, false),
                           evidence("link", EvidenceKind::link, false), evidence("no consent", EvidenceKind::quotation, true),
                           evidence("consent", EvidenceKind::quotation, true, true), evidence("consent, not agreed", EvidenceKind::quotation, false, true)};
  const auto open = public_part(p);
  REQUIRE(open.updates[0].evidence.size() == 2);
  CHECK(open.updates[0].evidence[0].id.text == "open");
  CHECK(open.updates[0].evidence[1].id.text == "consent");
}

TEST_CASE("of a finding that is held the public sees since when, and one that is shown tells of nothing that is not public") {
  Progress p;
  p.updates = {update("u1", UpdateState::approved), update("u2", UpdateState::published)};
  p.updates.change(1).evidence = {evidence("e1", EvidenceKind::link, true), evidence("e2", EvidenceKind::file, false)};
  p.findings.resize(3);
  p.findings[0].update = UpdateId("u1");
  p.findings[1].update = UpdateId("u2");
  p.findings[1].looked_at = {EvidenceId("e1"), EvidenceId("e2")};
  p.findings[1].voice = voice();
  p.findings[1].comments = {{voice(), "The rest follows.", ""}};
  p.findings[2].id = FindingId("f3");
  p.findings[2].found = Found::not_evidenced;
  p.findings[2].reasons = "Nothing of it was seen";
  p.findings[2].voice = voice();
  p.findings[2].hold = FindingHold{"legal@aberllyn.example", "A live case", "2023-07-03T10:00:00Z"};
  const auto open = public_part(p);
  REQUIRE(open.findings.size() == 3);
  PanelFinding shell;
  shell.id = FindingId("f3");
  shell.hold = FindingHold{"", "", "2023-07-03T10:00:00Z"};
  CHECK(open.findings[2] == shell);
  CHECK(open.findings[0].update.empty());
  CHECK(open.findings[1].update.text == "u2");
  CHECK(open.findings[1].looked_at == std::vector{EvidenceId("e1")});
  CHECK(open.findings[1].voice.actor.empty());
  CHECK(open.findings[1].comments[0].voice.actor.empty());
  CHECK(open.findings[1].comments[0].text == "The rest follows.");
}

TEST_CASE("challenges, misreadings and accounts stay inside") {
  Progress p;
  p.challenges.resize(1);
  p.redatings.resize(2);
  p.redatings[1].agreed = true;
  p.redatings[1].who = "equality@aberllyn.example";
  p.stages.resize(1);
  p.stages[0].body = "Cabinet";
  p.stages[0].actor = "equality@aberllyn.example";
  p.stages[0].note = "A close vote.";
  const auto open = public_part(p);
  CHECK(open.challenges.empty());
  REQUIRE(open.redatings.size() == 1);
  CHECK(open.redatings[0].who.empty());
  REQUIRE(open.stages.size() == 1);
  CHECK(open.stages[0].body == "Cabinet");
  CHECK(open.stages[0].actor.empty());
  CHECK(open.stages[0].note.empty());
}

TEST_CASE("the public words: a translation, else the summary, else what was written") {
  Update u;
  u.narrative = "As written";
  CHECK(public_words(u) == "As written");
  u.public_summary = "In short";
  u.translations = {{"cy", "Yn gryno"}, {"ur", ""}};
  CHECK(public_words(u) == "In short");
  CHECK(public_words(u, "cy") == "Yn gryno");
  CHECK(public_words(u, "ur") == "In short");
}

}  // namespace public_part_test
