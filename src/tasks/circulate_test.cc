// A paper goes round, is answered by links, and goes round again.
#include "tasks/circulate.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "faults/fixture.h"
#include "registers/group_fixture.h"
#include "tasks/paper_link.h"
#include "tasks/papers.h"
#include "tasks/records.h"
#include "tasks/registers.h"

using namespace makegood;
using namespace makegood::tasks;
using makegood::test::Bench;

namespace circulate_test {

const Actor kCouncil{"equality@aberllyn.example", {{Role::coordinator, "", ""}}};

struct Group {
  Bench bench = Bench::in_memory();
  Workspace& w = bench.workspace;
  std::vector<RecordId> members;
  explicit Group(int size = 10) {
    REQUIRE(define_register(w, kCouncil, test::kPanels));
    REQUIRE(define_register(w, kCouncil, test::kSeats));
    REQUIRE(define_register(w, kCouncil, test::kPapers));
    REQUIRE(submit_record(w, &kCouncil, {"panels", {{"short", "PANEL"}, {"called", "Legacy panel"}}, ""}));
    for (int i = 1; i <= size; ++i) join_in("M" + std::to_string(i), "m" + std::to_string(i) + "@aberllyn.example", i == 2 ? "cy" : "en");
  }
  void join_in(const std::string& number, const std::string& mail, const std::string& tongue = "en") {
    const auto id = submit_record(w, &kCouncil, {"seats", {{"panel", "PANEL"}, {"number", number}, {"kind", "community"}, {"begins", "2023-01-01"}, {"mail", mail}, {"tongue", tongue}}, ""}).value().id;
    change(id, "serving", {});
    members.push_back(id);
  }
  void change(const RecordId& id, const std::string& to, const Answers& answers) {
    const auto changed = change_record(w, kCouncil, {.id = id, .answers = answers, .reason = "", .move_to = to, .seen = w.registers.record(id)->sequence});
    REQUIRE(changed);
    REQUIRE(changed->faults.empty());
  }
  [[nodiscard]] Circulating terms(const std::string& version) const {
    return {.register_name = "rounds", .group = "PANEL", .paper = "Terms of reference", .version = version, .due = *Day::parse("2023-07-05"), .posts = {}, .note = {},
            .file_name = "terms.md", .file_bytes = "# Terms of reference, version " + version + "\n", .once = {}};
  }
  [[nodiscard]] Letter letter_to(const std::string& address) const {
    const auto letters = w.outbox.list({}, 500).value();
    for (const auto& one : letters)
      if (one.letter.to == address) return w.outbox.find(one.id)->letter;
    FAIL("no letter to " << address);
    return {};
  }
  [[nodiscard]] std::string link_of(const std::string& address) const {
    const auto text = letter_to(address).text;
    return text.substr(text.find("/agree/") + 7, 64);
  }
  Result<void> answers(const std::string& link, const std::string& word, const std::string& comment = "") {
    const auto open = find_paper(w, link);
    if (!open) return tl::unexpected(open.error());
    return answer_paper(w, *open, word, comment);
  }
  [[nodiscard]] std::vector<std::string> standing() const {
    std::vector<std::string> lines;
    const auto seen = paper_standing(w, kCouncil, "rounds", "PANEL", "Terms of reference").value();
    for (const auto& version : seen.versions) {
      auto line = version.round.version + ":";
      for (const auto& [code, n] : version.count.by_answer) line += " " + code + " " + std::to_string(n);
      lines.push_back(line + " silent " + std::to_string(version.count.silent) + " of " + std::to_string(version.count.asked));
    }
    return lines;
  }
};

TEST_CASE("ten members are asked about the terms: seven agree, one comments, two are silent, and a new version asks again") {
  Group g;
  const auto first = circulate(g.w, kCouncil, g.terms("1"));
  REQUIRE(first);
  CHECK(first->asked == 10);
  CHECK(first->letters == 10);
  std::vector<std::string> links;
  for (int i = 1; i <= 10; ++i) links.push_back(g.link_of("m" + std::to_string(i) + "@aberllyn.example"));
  for (std::size_t i = 0; i < 7; ++i) REQUIRE(g.answers(links[i], "yes"));
  REQUIRE(g.answers(links[7], "yes-but", "Say who may speak for us."));
  CHECK(g.standing() == std::vector<std::string>{"1: yes 7 yes-but 1 no 0 silent 2 of 10"});

  REQUIRE(g.answers(links[0], "no", "I have read it again."));  // as often as one likes
  CHECK(g.standing() == std::vector<std::string>{"1: yes 6 yes-but 1 no 1 silent 2 of 10"});

  const auto second = circulate(g.w, kCouncil, g.terms("2"));
  REQUIRE(second);
  CHECK(second->replaced == 10);
  CHECK(g.standing() == std::vector<std::string>{"2: yes 0 yes-but 0 no 0 silent 10 of 10", "1: yes 6 yes-but 1 no 1 silent 2 of 10"});
  const auto old = g.answers(links[9], "yes");
  REQUIRE_FALSE(old);
  CHECK(old.error().fault == Fault::not_allowed);
  CHECK(old.error().message == "a newer version of this paper has gone round since: version 1 is not asked about any more");
  CHECK(circulate(g.w, kCouncil, g.terms("1")).error().fault == Fault::conflict);
}

TEST_CASE("everything said about a paper is in the ledger: the tables made anew are the same") {
  Group g(3);
  REQUIRE(circulate(g.w, kCouncil, g.terms("1")));
  REQUIRE(g.answers(g.link_of("m1@aberllyn.example"), "yes"));
  REQUIRE(circulate(g.w, kCouncil, g.terms("2")));
  const auto before = g.bench.store->dump_derived().value();
  REQUIRE(g.w.ledger.rebuild());
  CHECK(g.bench.store->dump_derived().value() == before);
  CHECK(g.w.ledger.verify()->fault.empty());
}

TEST_CASE("the letter says what is asked, by when, and that silence is no agreement; in the member's language") {
  Group g(2);
  auto round = g.terms("1");
  round.note = "It is two pages long.";
  REQUIRE(circulate(g.w, kCouncil, round));
  const auto english = g.letter_to("m1@aberllyn.example");
  CHECK(english.subject == "Do you agree to “Terms of reference”? Answer by 5 July 2023");
  CHECK(english.text.find("PANEL: Legacy panel") != std::string::npos);
  CHECK(english.text.find("It is two pages long.") != std::string::npos);
  CHECK(english.text.find("is shown as no answer, not as agreement") != std::string::npos);
  CHECK(english.to_name == "M1");
  CHECK(english.reply_to == "equality@aberllyn.example");
  const auto welsh = g.letter_to("m2@aberllyn.example");
  CHECK(welsh.language == Language::cy);
  CHECK(welsh.text.find("/cy/agree/") != std::string::npos);
}

TEST_CASE("who is asked: members on the day, each once, and posts besides; without an address there is no letter") {
  Group g(2);
  g.join_in("M3", "");
  g.change(g.members[0], "over", {{"gone", "2023-06-13"}});  // the day before
  const auto council = keep_organisation(g.w, first_coordinator(), {{}, "Aberllyn Council"}).value();
  const auto post = keep_post(g.w, first_coordinator(), {{}, "Head of Housing", council}).value();
  const auto person = keep_person(g.w, first_coordinator(), {{}, "", "housing@aberllyn.example", "cy"}).value();
  REQUIRE(hold_post(g.w, first_coordinator(), {post, person}));
  auto round = g.terms("1");
  round.posts = {"Head of Housing", post.text};
  const auto sent = circulate(g.w, kCouncil, round);
  REQUIRE(sent);
  CHECK(sent->asked == 3);  // M2, M3 and the post
  CHECK(sent->letters == 2);
  const auto seen = paper_standing(g.w, kCouncil, "rounds", "PANEL", "Terms of reference");
  std::vector<std::string> who;
  for (const auto& word : seen->versions[0].words) who.push_back(word.who);
  CHECK(who == std::vector<std::string>{"M2", "M3", "Head of Housing, Aberllyn Council"});
  CHECK(g.letter_to("housing@aberllyn.example").language == Language::cy);
  REQUIRE(g.answers(g.link_of("housing@aberllyn.example"), "yes"));
  CHECK(g.w.ledger.about(seen->versions[0].words[2].said.id.text)->back().actor == "post " + post.text);
  round.version = "2";
  round.posts = {"Head of Nothing"};
  CHECK(circulate(g.w, kCouncil, round).error().message == "\"Head of Nothing\" is not the title of one post in the directory");
}

TEST_CASE("a paper goes to posts alone, and then to nobody else") {
  Group g(2);
  const auto council = keep_organisation(g.w, first_coordinator(), {{}, "Aberllyn Council"}).value();
  const auto post = keep_post(g.w, first_coordinator(), {{}, "Head of Housing", council}).value();
  const auto person = keep_person(g.w, first_coordinator(), {{}, "", "housing@aberllyn.example"}).value();
  REQUIRE(hold_post(g.w, first_coordinator(), {post, person}));
  auto round = g.terms("1");
  round.to_members = false;
  const auto nobody = circulate(g.w, kCouncil, round);
  REQUIRE_FALSE(nobody);
  CHECK(nobody.error().where == "posts");
  round.posts = {"Head of Housing"};
  const auto sent = circulate(g.w, kCouncil, round);
  REQUIRE(sent);
  CHECK(sent->asked == 1);
  CHECK(sent->letters == 1);
  const auto seen = paper_standing(g.w, kCouncil, "rounds", "PANEL", "Terms of reference");
  REQUIRE(seen);
  REQUIRE(seen->versions[0].words.size() == 1);
  CHECK(seen->versions[0].words[0].who == "Head of Housing, Aberllyn Council");
  REQUIRE(g.answers(g.link_of("housing@aberllyn.example"), "yes"));
  Group empty(0);  // a group without members: posts can be asked
  const auto there = keep_organisation(empty.w, first_coordinator(), {{}, "Aberllyn Council"}).value();
  REQUIRE(keep_post(empty.w, first_coordinator(), {{}, "Head of Housing", there}));
  CHECK(circulate(empty.w, kCouncil, round)->asked == 1);
}

TEST_CASE("of two who send the same version in the same instant one is told, also where it goes to posts alone") {
  for (const bool to_members : {true, false}) {
    CAPTURE(to_members);
    Group g(2);
    const auto council = keep_organisation(g.w, first_coordinator(), {{}, "Aberllyn Council"}).value();
    REQUIRE(keep_post(g.w, first_coordinator(), {{}, "Head of Housing", council}));
    auto round = g.terms("1");
    round.posts = {"Head of Housing"};
    round.to_members = to_members;
    // The other one sends theirs when the first has read everything and begins to number the records.
    auto first = g.w;
    std::optional<Result<Circulated>> other;
    first.random = [&] {
      if (!other) other = circulate(g.w, kCouncil, round);
      return g.w.random();
    };
    const auto refused = circulate(first, kCouncil, round);
    REQUIRE(other);
    CHECK(*other);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().fault == Fault::conflict);
    CHECK(paper_standing(g.w, kCouncil, "rounds", "PANEL", "Terms of reference")->versions[0].words.size() == (to_members ? 3 : 1));
  }
}

TEST_CASE("what a round is refused for names the field of the form") {
  Group g(1);
  struct Row {
    const char* what;
    std::function<void(Circulating&)> spoil;
    const char* where;
  };
  const Row rows[] = {
      {"a paper without a name", [](Circulating& c) { c.paper = "  "; }, "paper"},
      {"a name that is too long", [](Circulating& c) { c.paper = std::string(101, 'x'); }, "paper"},
      {"no version", [](Circulating& c) { c.version.clear(); }, "version"},
      {"a version that is too long", [](Circulating& c) { c.version = std::string(21, 'x'); }, "version"},
      {"a day that has passed", [](Circulating& c) { c.due = *Day::parse("2023-06-13"); }, "due"},
      {"no group", [](Circulating& c) { c.group.clear(); }, "group"},
      {"a group that is not there", [](Circulating& c) { c.group = "NONE"; }, "group"},
      {"a note that is too long", [](Circulating& c) { c.note = std::string(4'001, 'x'); }, "note"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.what);
    auto round = g.terms("1");
    row.spoil(round);
    const auto sent = circulate(g.w, kCouncil, round);
    REQUIRE_FALSE(sent);
    CHECK(sent.error().where == row.where);
  }
  CHECK(g.w.outbox.counts()->waiting == 0);
  Group empty(0);
  CHECK(circulate(empty.w, kCouncil, empty.terms("1")).error().where == "group");
}

TEST_CASE("a form sent twice is one round") {
  Group g(2);
  auto round = g.terms("1");
  round.once = "k3v9x2m7qa";
  REQUIRE(circulate(g.w, kCouncil, round));
  CHECK(circulate(g.w, kCouncil, round)->already);
  CHECK(g.w.outbox.counts()->waiting == 2);
}

TEST_CASE("a link is bound to its member, and dead once they have left") {
  Group g(2);
  REQUIRE(circulate(g.w, kCouncil, g.terms("1")));
  const auto link = g.link_of("m1@aberllyn.example");
  CHECK(find_paper(g.w, link)->record.answers.at("number") == "M1");
  CHECK(find_paper(g.w, "short").error().fault == Fault::not_found);
  CHECK(find_paper(g.w, std::string(64, 'a')).error().fault == Fault::not_found);
  CHECK(g.answers(link, "perhaps").error().where == "answer");
  CHECK(g.answers(link, "no").error().where == "comment");
  CHECK(g.answers(link, "no", std::string(501, 'x')).error().where == "comment");
  const auto open = find_paper(g.w, link);
  REQUIRE(g.answers(link, "yes"));
  CHECK(answer_paper(g.w, *open, "yes", "").error().fault == Fault::conflict);  // a page that lay open
  g.bench.clock.seconds += 24 * 60 * 60;
  g.change(g.members[0], "over", {{"gone", "2023-06-14"}});
  CHECK(find_paper(g.w, link).error().message == "this link belongs to somebody who is no member of the group any more");
  CHECK(find_paper(g.w, g.link_of("m2@aberllyn.example")));
}

TEST_CASE("those who are silent are reminded, once a day, until the day has passed") {
  Group g(3);
  REQUIRE(circulate(g.w, kCouncil, g.terms("1")));
  REQUIRE(g.answers(g.link_of("m1@aberllyn.example"), "yes"));
  const auto remind = [&] { return remind_of_paper(g.w, kCouncil, "rounds", "PANEL", "Terms of reference"); };
  REQUIRE(remind());
  CHECK(g.w.outbox.counts()->waiting == 5);
  REQUIRE(remind());
  CHECK(g.w.outbox.counts()->waiting == 5);
  REQUIRE(g.answers(g.link_of("m2@aberllyn.example"), "yes"));  // the newest letter's link opens it too
  g.bench.clock.seconds += 22LL * 24 * 60 * 60;                  // 6 July, the day after
  CHECK(remind().error().fault == Fault::conflict);
  REQUIRE(g.answers(g.link_of("m3@aberllyn.example"), "yes"));  // late, and taken
  CHECK(paper_standing(g.w, kCouncil, "rounds", "PANEL", "Terms of reference")->versions[0].words[2].said.late);
}

TEST_CASE("only who may send in such records and sees all members sends a paper round") {
  Group g(1);
  const Actor scrutineer{"panel", {{Role::scrutineer, "", ""}}}, analyst{"analyst", {{Role::analyst, "", ""}}};
  CHECK(circulate(g.w, scrutineer, g.terms("1")).error().fault == Fault::not_allowed);
  CHECK(circulate(g.w, analyst, g.terms("1")).error().fault == Fault::not_allowed);
  REQUIRE(circulate(g.w, kCouncil, g.terms("1")));
  CHECK(paper_standing(g.w, scrutineer, "rounds", "PANEL", "Terms of reference")->may_circulate == false);
  CHECK(paper_standing(g.w, analyst, "rounds", "PANEL", "Terms of reference").error().fault == Fault::not_allowed);
  CHECK(remind_of_paper(g.w, scrutineer, "rounds", "PANEL", "Terms of reference").error().fault == Fault::not_allowed);
  CHECK(papers_for(g.w, scrutineer, "rounds")->papers.size() == 1);
  CHECK(papers_for(g.w, kCouncil, "seats").error().fault == Fault::invalid_input);
}

}  // namespace circulate_test
