// The owner's one link, from opening it to thanks, and what the coordinator does then.

#include <doctest/doctest.h>

#include "progress/answer.h"
#include "progress/standing.h"
#include "web/site/asked_fixture.h"

using namespace makegood;
using namespace makegood::web;

namespace reply_test {

const auto kCoordinator = tasks::first_coordinator();

UploadedFile file(std::string field, std::string name, std::string_view bytes) {
  auto spool = std::make_shared<Spool>();
  REQUIRE(spool->append(bytes));
  return {std::move(field), std::move(name), "text/html", spool};
}

TEST_CASE("from opening the link to thanks in three pages") {
  Asked a;
  const auto opened = a.get("/reply/" + a.link);
  CHECK(opened.status == 200);
  CHECK(says(opened, "2 items need a word from you by 29 April 2023"));
  CHECK(says(opened, "Publish the pay gap by ethnic group"));
  CHECK_FALSE(says(opened, "Review the school curriculum"));
  CHECK(says(opened, "freedom of information"));
  CHECK(says(opened, "Nothing is public until the coordinator has read it."));
  CHECK(opened.headers.value("Cache-Control") == "no-store");
  const auto typed = a.type({{a.name(0, "claim"), "at_risk"}, {a.name(0, "narrative"), "The tender came back empty."}});
  CHECK(typed.status == 303);
  CHECK(location(typed) == "/reply/" + a.link + "/check");
  const auto check = a.get(location(typed));
  CHECK(says(check, "The tender came back empty."));
  CHECK(says(check, "One item is not answered yet"));
  const auto sent = a.send(a.link);
  CHECK(location(sent) == "/reply/" + a.link + "/sent");
  CHECK(says(a.get(location(sent)), "Thank you: your answer was sent"));
  REQUIRE(a.progress()->updates.size() == 1);
  const auto& update = a.progress()->updates[0];
  CHECK(update.claim == Claim::at_risk);
  CHECK(update.voice.post_words == "Head of People, Exampleshire Council");
  CHECK(update.cycle == "2023-Q1");
  CHECK(a.get("/reply/" + a.link).status == 200);  // it is not used up
  CHECK(says(a.get("/reply/" + a.link), "You sent this on 1 April 2023"));
}

TEST_CASE("no change is an answer from the first time on, and sending twice sends once") {
  Asked a;
  CHECK(says(a.get("/reply/" + a.link), "value=\"no_change\""));
  a.report("on_track");
  CHECK(says(a.get("/reply/" + a.link), "No change"));
  CHECK(a.send(a.link).status == 303);
  CHECK(a.progress()->updates.size() == 1);
  CHECK(a.progress()->updates[0].versions == 1);
}

TEST_CASE("one press says of all that was left blank that it has not changed") {
  Asked a;
  CHECK(says(a.get("/reply/" + a.link), "No change to the rest"));
  CHECK(location(a.type({{a.name(0, "claim"), "at_risk"}}, {}, "rest")) == "/reply/" + a.link + "/check");
  REQUIRE(a.progress()->updates.empty());  // it is looked at before it is sent
  REQUIRE(a.send(a.link).status == 303);
  REQUIRE(a.progress()->updates.size() == 2);
  CHECK(a.progress()->updates[0].claim == Claim::at_risk);
  CHECK(a.progress()->updates[1].no_change);
  CHECK_FALSE(says(a.get("/reply/" + a.link), "No change to the rest"));
  CHECK(a.type({}, {}, "rest").status == 422);  // what was sent is not sent again
}

TEST_CASE("whoever has the link has the dates of its items as a calendar, and no others") {
  Asked a;
  CHECK(says(a.get("/reply/" + a.link), "href=\"/reply/" + a.link + "/calendar.ics\""));
  const auto file = a.get("/reply/" + a.link + "/calendar.ics");
  CHECK(file.status == 200);
  CHECK(file.headers.value("Content-Type") == "text/calendar; charset=utf-8");
  CHECK(file.headers.value("Cache-Control") == "no-store");
  CHECK(says(file, "DTSTART;VALUE=DATE:20230429"));  // the day on which answers are due
  CHECK(says(file, a.items[0].id.text));
  CHECK_FALSE(says(file, a.items[2].id.text));
  CHECK(a.get("/reply/" + std::string(64, '0') + "/calendar.ics").status == 404);
}

TEST_CASE("what cannot be sent is named, and everything typed is kept") {
  Asked a;
  const auto refused = a.type({{a.name(0, "narrative"), "We met <twice>."},
                               {a.name(0, "date-day"), "31"},
                               {a.name(0, "date-month"), "2"},
                               {a.name(0, "date-year"), "2024"},
                               {a.name(1, "claim"), "dropped"},
                               {a.name(1, "link"), "aberllyn.example"}});
  CHECK(refused.status == 422);
  CHECK(says(refused, "<title>Error: "));
  CHECK(says(refused, "We met &lt;twice&gt;."));
  CHECK(says(refused, "href=\"#" + a.name(0, "claim") + "\""));
  CHECK(says(refused, "href=\"#" + a.name(0, "date-day") + "\""));
  CHECK(says(refused, "href=\"#" + a.name(1, "reason") + "\""));
  CHECK(says(refused, "href=\"#" + a.name(1, "link") + "\""));
  CHECK(says(refused, "value=\"aberllyn.example\""));
  CHECK(location(a.get("/reply/" + a.link + "/check")) == "/reply/" + a.link);
  CHECK(a.send(a.link).status == 303);
  CHECK(a.progress()->updates.empty());
  CHECK(says(a.get("/reply/" + a.link), "We met &lt;twice&gt;."));
}

TEST_CASE("nothing typed at all is said") {
  Asked a;
  const auto refused = a.type({});
  CHECK(refused.status == 422);
  CHECK(says(refused, "You have not answered anything yet"));
}

TEST_CASE("save and come back later") {
  Asked a;
  const auto saved = a.type({{a.name(0, "claim"), "on_track"}, {a.name(0, "date-day"), "x"}}, {}, "save");
  CHECK(location(saved) == "/reply/" + a.link + "?saved=yes");
  const auto again = a.get(location(saved));
  CHECK(says(again, "What you typed is kept."));
  CHECK(says(again, "value=\"on_track\" checked"));
  CHECK(says(again, "value=\"x\""));
  CHECK(a.progress()->updates.empty());
  CHECK_FALSE(says(a.get("/reply/" + a.other_link), "value=\"on_track\" checked"));
}

TEST_CASE("ten million letters are refused in one line, and the rest is kept") {
  Asked a;
  const auto refused = a.type({{a.name(0, "claim"), "on_track"}, {a.name(0, "narrative"), std::string(10'000'000, 'x')}, {a.name(1, "claim"), "complete"}});
  CHECK(refused.status == 422);
  CHECK(says(refused, "longer than 20,000 letters"));
  CHECK(refused.body.size() < 200'000);
  CHECK(says(refused, "value=\"complete\" checked"));
}

TEST_CASE("ids of other items are not taken") {
  Asked a;
  a.type({{a.name(2, "claim"), "complete"}, {a.name(0, "claim"), "on_track"}});
  a.send(a.link);
  REQUIRE(a.progress()->updates.size() == 1);
  CHECK(a.progress()->updates[0].item == a.items[0].id);
}

TEST_CASE("evidence of each kind, and a file by its bytes") {
  Asked a;
  const auto refused = a.type({{a.name(0, "claim"), "complete"}, {a.name(0, "figure"), "47 per cent"}}, {file(a.name(0, "file"), "empty.pdf", "")});
  CHECK(refused.status == 422);
  CHECK(says(refused, "Say where the figure comes from"));
  CHECK(says(refused, "There is nothing in this file"));
  const auto typed = a.type({{a.name(0, "claim"), "complete"},
                             {a.name(0, "figure"), "47 per cent"},
                             {a.name(0, "source"), "Staff survey"},
                             {a.name(0, "link"), "https://aberllyn.example/minutes"},
                             {a.name(0, "quotation"), "It helped me."},
                             {a.name(0, "consent"), "yes"}},
                            {file(a.name(0, "file"), "run.html", "%PDF-1.7 minutes"), file(a.name(2, "file"), "theirs.pdf", "%PDF-1.7 no")});
  REQUIRE(typed.status == 303);
  CHECK(says(a.get(location(typed)), "Nothing has looked for viruses in it"));
  a.send(a.link);
  const auto evidence = a.progress()->updates[0].evidence;
  REQUIRE(evidence.size() == 4);
  CHECK(evidence[0].kind == EvidenceKind::file);
  CHECK(evidence[0].media == "application/pdf");
  CHECK(evidence[3].consent);
}

TEST_CASE("a piece of evidence is taken away again before it is sent") {
  Asked a;
  a.type({{a.name(0, "claim"), "complete"}, {a.name(0, "link"), "https://aberllyn.example/minutes"}}, {}, "save");
  const auto drafts = a.w.drafts.of(tasks::holder_of_request(tasks::find_reply(a.w, a.link)->request.id.text)).value();
  REQUIRE(drafts.at(0).evidence.size() == 1);
  a.type({{a.name(0, "claim"), "complete"}, {a.name(0, "drop"), drafts[0].evidence[0].id.text}});
  a.send(a.link);
  CHECK(a.progress()->updates[0].evidence.empty());
}

TEST_CASE("two who give the same file: one takes it away, and the other still sends it") {
  Asked a;
  a.type({{a.name(0, "claim"), "on_track"}}, {file(a.name(0, "file"), "minutes.pdf", "%PDF-1.7\nthe same minutes")}, "save");
  a.post("/reply/" + a.other_link, {{a.name(0, "claim"), "on_track"}, {"action", "save"}}, {file(a.name(0, "file"), "minutes.pdf", "%PDF-1.7\nthe same minutes")});
  const auto holder = tasks::holder_of_request(tasks::find_reply(a.w, a.link)->request.id.text);
  const auto piece = a.w.drafts.of(holder)->at(0).evidence.at(0);
  a.type({{a.name(0, "claim"), "on_track"}, {a.name(0, "drop"), piece.id.text}}, {}, "save");
  CHECK(a.w.drafts.of(holder)->at(0).evidence.empty());
  CHECK(a.w.quarantine.find(piece.digest));
  CHECK(a.send(a.other_link).status == 303);
  CHECK(a.progress()->updates[0].evidence.at(0).digest == piece.digest);
  CHECK(a.w.quarantine.bytes(piece.digest) == "%PDF-1.7\nthe same minutes");
}

TEST_CASE("what was typed and never sent goes when the cycle closes, with its files; what was sent stays") {
  Asked a;
  a.type({{a.name(0, "claim"), "on_track"}}, {file(a.name(0, "file"), "sent.pdf", "%PDF-1.7\nsent")});
  REQUIRE(a.send(a.link).status == 303);
  a.type({{a.name(1, "claim"), "on_track"}}, {file(a.name(1, "file"), "kept.pdf", "%PDF-1.7\nnever sent")}, "save");
  const auto holder = tasks::holder_of_request(tasks::find_reply(a.w, a.link)->request.id.text);
  const auto sent = a.progress()->updates[0].evidence.at(0).digest;
  std::string kept;
  const auto drafts = a.w.drafts.of(holder).value();
  for (const auto& draft : drafts)
    if (!draft.evidence.empty() && draft.evidence.at(0).digest != sent) kept = draft.evidence.at(0).digest;
  CHECK(a.w.quarantine.bytes(kept));
  REQUIRE(tasks::close_cycle(a.w, kCoordinator, a.b.slug));
  CHECK(a.w.drafts.of(holder)->empty());
  CHECK(a.w.quarantine.find(kept).error().fault == Fault::not_found);
  CHECK(a.w.quarantine.bytes(kept).error().fault == Fault::not_found);
  CHECK(a.w.quarantine.bytes(sent) == "%PDF-1.7\nsent");
}

TEST_CASE("an answer is put right by the same link, and what was sent stays in the ledger") {
  Asked a;
  a.report("on_track");
  a.type({{a.name(0, "claim"), "on_track"}, {a.name(0, "narrative"), "It is done."}});
  CHECK(a.progress()->updates[0].versions == 1);  // the very same says nothing
  a.type({{a.name(0, "claim"), "complete"}, {a.name(0, "narrative"), "It is done now."}, {a.name(0, "seen"), "999999"}});
  CHECK(a.send(a.link).status == 303);
  REQUIRE(a.progress()->updates.size() == 1);
  CHECK(a.progress()->updates[0].versions == 2);
  CHECK(a.w.ledger.about(a.items[0].id.text)->size() == 3);
}

TEST_CASE("of two who report on one item the second sees the first's words before sending") {
  Asked a;
  a.type({{a.name(0, "claim"), "complete"}, {a.name(0, "narrative"), "Mine."}, {a.name(0, "seen"), "0"}});
  const auto mine = a.link;
  a.link = a.other_link;
  a.type({{a.name(0, "claim"), "at_risk"}, {a.name(0, "narrative"), "Theirs."}, {a.name(0, "seen"), "0"}});
  REQUIRE(a.send(a.other_link).status == 303);
  const auto refused = a.send(mine);
  CHECK(refused.status == 409);
  CHECK(says(refused, "Theirs."));
  CHECK(says(refused, "Mine."));
  const auto last = tasks::last_said(*a.progress(), a.items[0].id);
  CHECK(a.post("/reply/" + mine + "/send", {{a.name(0, "seen"), std::to_string(last)}}).status == 303);
  CHECK(a.progress()->updates.size() == 2);
}

TEST_CASE("links that do not open have a page of their own") {
  Asked a;
  CHECK(a.get("/reply/" + std::string(64, 'a')).status == 404);
  CHECK(says(a.get("/reply/" + std::string(64, 'a')), "This link is not known"));
  CHECK(a.get("/reply/short").status == 404);
  a.b.set_day("2023-07-01");
  const auto over = a.get("/reply/" + a.link);
  CHECK(over.status == 410);
  CHECK(says(over, "This link no longer opens"));
  CHECK(says(over, "answer the letter in which you found the link"));
  CHECK(a.send(a.link).status == 410);
  CHECK(a.get("/cy/reply/" + a.link).status == 410);
  const auto typed = a.type({{a.name(0, "claim"), "on_track"}, {a.name(0, "narrative"), "An hour of <work>."}});
  CHECK(typed.status == 410);
  CHECK(says(typed, "An hour of &lt;work&gt;."));  // the form was open when the time ended
  CHECK_FALSE(says(a.post("/reply/" + std::string(64, 'a'), {{"k1-narrative", "Words of a stranger"}}), "Words of a stranger"));
}

TEST_CASE("the whole of it in Welsh") {
  Asked a;
  const auto opened = a.get("/cy/reply/" + a.link);
  CHECK(says(opened, "lang=\"cy\""));
  CHECK(says(opened, "action=\"/cy/reply/" + a.link + "\""));
  const auto typed = a.post("/cy/reply/" + a.link, {{a.name(0, "claim"), "on_track"}, {"action", "check"}});
  CHECK(location(typed) == "/cy/reply/" + a.link + "/check");
  CHECK(location(a.post("/cy/reply/" + a.link + "/send", {})) == "/cy/reply/" + a.link + "/sent");
}

TEST_CASE("the coordinator reads, sends back, approves and publishes") {
  Asked a;
  REQUIRE(tasks::release_plan(a.w, kCoordinator, a.b.slug));
  a.report("complete");
  CHECK(a.get("/desk/updates").status == 303);  // not signed in
  a.sign_in();
  CHECK(says(a.get("/desk/updates"), "One update waits to be read."));
  const auto id = a.progress()->updates[0].id.text;
  const auto at = "/desk/plans/" + a.b.slug + "/updates/" + id;
  const auto sequence = [&] { return std::to_string(a.progress()->updates[0].sequence); };
  CHECK(says(a.get(at), "It is done."));
  CHECK(a.post(at + "/return", {{"sequence", sequence()}, {"question", " "}}).status == 422);
  CHECK(a.post(at + "/return", {{"sequence", sequence()}, {"question", "Which round?"}}).status == 303);
  const auto letter = a.b.letter_to("people@exampleshire.example").letter;
  CHECK(letter.subject == "A question about your report: Publish the pay gap by ethnic group");
  CHECK(letter.text.find("Which round?") != std::string::npos);
  const auto again = letter.text.substr(letter.text.find("/reply/") + 7, 64);
  CHECK(again != a.link);
  CHECK(says(a.get("/reply/" + again), "Which round?"));
  CHECK(says(a.get("/reply/" + again), "2 items need a word from you"));  // the question waits, as the other item does
  a.link = again;
  a.report("complete");
  CHECK(a.progress()->updates[0].state == UpdateState::submitted);
  CHECK(a.post(at + "/approve", {{"sequence", "1"}, {"summary", "Done."}}).status == 409);
  const auto kept = a.post(at + "/approve", {{"sequence", sequence()}, {"summary", "Done by HR."}, {"text-other", "..."}});
  CHECK(kept.status == 422);
  CHECK(says(kept, "Done by HR."));
  CHECK(a.post(at + "/approve", {{"sequence", sequence()}, {"summary", "Done by HR."}}).status == 303);
  const auto page = "/plans/" + a.b.slug + "/items/" + a.items[0].id.text;
  CHECK(a.post(at + "/publish", {{"sequence", sequence()}}).status == 303);
  CHECK(a.progress()->updates[0].state == UpdateState::published);
  CHECK(says(a.get(page), "It is done."));
  a.session.clear();
  const auto seen = a.get(page);
  CHECK(says(seen, "Done by HR."));
  CHECK_FALSE(says(seen, "It is done."));
  CHECK_FALSE(says(seen, "Which round?"));
  CHECK(says(seen, "Head of People, Exampleshire Council"));
}

TEST_CASE("a publisher who does not coordinate finds what is approved, reads the public words and publishes them") {
  Asked a;
  REQUIRE(tasks::release_plan(a.w, kCoordinator, a.b.slug));
  a.report("complete");
  const auto updates = [&] { return a.progress()->updates[0]; };
  const auto at = "/desk/plans/" + a.b.slug + "/updates/" + updates().id.text;
  a.sign_in({"comms@aberllyn.example", {{access::Role::publisher, "", ""}}});
  CHECK_FALSE(says(a.get("/desk/updates"), updates().id.text));  // nobody has approved it
  CHECK(a.get(at).status == 403);
  REQUIRE(tasks::approve_update(a.w, kCoordinator, a.b.slug, {updates().id, updates().sequence}, {"Done by HR.", {{"cy", "Wedi’i wneud."}}, {}, false}));
  CHECK(says(a.get("/desk/updates"), at));
  const auto page = a.get(at);
  CHECK(says(page, "Done by HR."));
  CHECK(says(page, "Wedi’i wneud."));
  CHECK(says(page, at + "/publish"));
  CHECK_FALSE(says(page, at + "/approve"));
  CHECK(a.post(at + "/approve", {{"sequence", std::to_string(updates().sequence)}, {"summary", "Mine."}}).status == 403);
  CHECK(a.post(at + "/publish", {{"sequence", std::to_string(updates().sequence)}}).status == 303);
  CHECK(updates().state == UpdateState::published);
  a.session.clear();
  const auto history = a.get("/plans/" + a.b.slug + "/history.json");
  CHECK(says(history, "\"says\": \"claim.complete\""));
  CHECK(says(history, "\"words\": \"Done by HR.\""));
  CHECK(says(a.get("/plans/" + a.b.slug + "/history.atom"), "<summary>Complete\nDone by HR.</summary>"));
}

TEST_CASE("until it is published a claim changes nothing that the public reads, and then every page and file says the same") {
  Asked a;
  REQUIRE(tasks::release_plan(a.w, kCoordinator, a.b.slug));
  const auto plan = "/plans/" + a.b.slug, item = plan + "/items/" + a.items[0].id.text;
  const auto public_pages = std::to_array<std::string>({"/", "/cy", "/plans.json", plan, plan + ".json", plan + ".csv", plan + ".xlsx", plan + "?status=complete",
                                                         plan + "?sort=status", plan + "/calendar.ics", plan + "/slipped", plan + "/timeline", plan + "/timeline.json", plan + "/history",
                                                         plan + "/history.json", item, item + ".json", item + ".csv", "/search?q=gap"});
  const auto as_public = [&] {
    const auto session = std::exchange(a.session, {});
    std::vector<std::string> bodies;
    for (const auto& address : public_pages) bodies.push_back(a.get(address).body);
    a.session = session;
    return bodies;
  };
  const auto before = as_public();
  a.report("complete");
  CHECK(as_public() == before);
  a.sign_in();
  CHECK(says(a.get(item + ".json"), "\"rule\": \"complete\""));
  CHECK(says(a.get(item), "Reported complete, and no evidence of it is shown here yet."));
  const auto at = "/desk/plans/" + a.b.slug + "/updates/" + a.progress()->updates[0].id.text;
  const auto sequence = [&] { return std::to_string(a.progress()->updates[0].sequence); };
  REQUIRE(a.post(at + "/approve", {{"sequence", sequence()}, {"summary", "Done by HR."}}).status == 303);
  CHECK(as_public() == before);
  REQUIRE(a.post(at + "/publish", {{"sequence", sequence()}}).status == 303);
  a.session.clear();
  CHECK(says(a.get(plan + "?status=complete"), "Publish the pay gap by ethnic group"));
  CHECK(says(a.get(item), "Reported complete, and no evidence of it is shown here yet."));
  CHECK(says(a.get(item + ".json"), "\"rule\": \"complete\""));
  CHECK(says(a.get(item + ".csv"), ",complete,"));
  CHECK(says(a.get(plan + ".csv"), ",complete,"));
  CHECK_FALSE(says(a.get(plan + "/calendar.ics"), a.items[0].id.text));
  CHECK(says(a.get("/search?q=gap"), "Complete"));
}

TEST_CASE("every item says where anybody can write to, once the sender of letters is set") {
  Asked a;
  REQUIRE(tasks::release_plan(a.w, kCoordinator, a.b.slug));
  const auto page = "/plans/" + a.b.slug + "/items/" + a.items[2].id.text;  // the plan names nobody for it
  CHECK_FALSE(says(a.get(page), "mailto:"));
  a.w.letterhead.from = "plans@aberllyn.example";
  CHECK(says(a.get(page), "Write to <a class=\"govuk-link\" href=\"mailto:plans@aberllyn.example\">plans@aberllyn.example</a>"));
}

TEST_CASE("a file is handed out as a download and only to whom it may be") {
  Asked a;
  REQUIRE(tasks::release_plan(a.w, kCoordinator, a.b.slug));
  a.type({{a.name(0, "claim"), "complete"}}, {file(a.name(0, "file"), "page.html", "<html><script>run()</script></html>")});
  a.send(a.link);
  const auto evidence = a.progress()->updates[0].evidence[0];
  const auto at = "/plans/" + a.b.slug + "/items/" + a.items[0].id.text + "/evidence/" + evidence.id.text;
  CHECK(a.get(at).status == 404);
  a.sign_in();
  const auto got = a.get(at);
  CHECK(got.status == 200);
  CHECK(got.body == "<html><script>run()</script></html>");
  CHECK(got.headers.value("Content-Type") == "text/plain");
  CHECK(got.headers.value("Content-Disposition").starts_with("attachment"));
  CHECK(got.headers.value("Content-Security-Policy").starts_with("sandbox"));
  CHECK(a.w.access_log.list(0, 10)->front().subject == evidence.id.text);
  auto found = a.w.quarantine.find(evidence.digest).value();
  found.state = ScanState::infected;
  REQUIRE(a.w.quarantine.note(found));
  CHECK(a.get(at).status == 403);
  found.state = ScanState::clean;
  REQUIRE(a.w.quarantine.note(found));
  const auto update = a.progress()->updates[0];
  REQUIRE(tasks::approve_update(a.w, kCoordinator, a.b.slug, {update.id, update.sequence}, {"", {}, {evidence.id}, true}));
  a.session.clear();
  CHECK(a.get(at).status == 200);
}

TEST_CASE("everything held about an item is one file, and that it was opened is written down") {
  Asked a;
  a.report("complete");
  a.sign_in();
  const auto at = "/desk/plans/" + a.b.slug + "/items/" + a.items[1].id.text + "/file";
  a.type({{a.name(1, "claim"), "on_track"}, {a.name(1, "narrative"), "Not <yet> sure of it."}}, {}, "save");
  const auto held = a.get(at);
  CHECK(says(held, "Drafts that were never sent (1)"));
  CHECK(says(held, "Draft, never sent"));
  CHECK(says(held, "Not &lt;yet&gt; sure of it."));
  CHECK(says(held, "Head of People, Exampleshire Council"));
  CHECK(says(held, "Look at this before you release any of it"));
  CHECK(says(a.get("/cy" + at), "Drafft, nas anfonwyd"));
  CHECK(says(a.get(at), "An update was asked for"));  // of whom and when stands under the request
  const auto zip = a.get("/desk/plans/" + a.b.slug + "/items/" + a.items[0].id.text + "/file.zip");
  CHECK(zip.headers.value("Content-Type") == "application/zip");
  CHECK(zip.body.starts_with("PK"));
  CHECK(a.w.access_log.list(0, 10)->front().subject == a.items[0].id.text);
}

TEST_CASE("a decision about several items, and a draft of one") {
  Asked a;
  a.sign_in();
  const auto at = "/desk/plans/" + a.b.slug + "/stages";
  CHECK(says(a.get(at), "Record a decision about items"));
  const std::vector<Field> draft = {{"items", a.items[0].id.text}, {"items", a.items[1].id.text}, {"stage", "in_plan"}, {"draft", "yes"},
                                    {"body", "The Board"}, {"day-day", "6"}, {"day-month", "12"}, {"day-year", "2023"}};
  CHECK(a.post(at, draft).status == 303);
  CHECK(says(a.get("/plans/" + a.b.slug), "is to decide on 6 December 2023"));
  CHECK(says(a.get("/plans/" + a.b.slug + "/items/" + a.items[0].id.text), "is to decide on 6 December 2023"));
  for (const auto* file : {".csv", ".json", ".md"})
    CHECK(says(a.get("/plans/" + a.b.slug + file), "draft: to go into the plan by The Board on 6 December 2023"));
  CHECK(says(a.get("/plans/" + a.b.slug + "/items/" + a.items[0].id.text + ".json"), "draft: to go into the plan by The Board"));
  auto decided = draft;
  decided.erase(decided.begin() + 3);
  const auto refused = a.post(at, decided);
  CHECK(refused.status == 422);
  CHECK(says(refused, "This day lies ahead"));
  CHECK(says(refused, "value=\"The Board\""));
  CHECK(a.post(at, {{"stage", "closed"}}).status == 422);
}

}  // namespace reply_test
