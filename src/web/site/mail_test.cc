// The letters as the coordinator sees them.
#include <map>

#include "tasks/letters.h"
#include "web/site/visitor.h"

using namespace makegood;
using namespace makegood::web;

namespace mail_test {

/// Keeps what it was given, or refuses it.
class KeepingMailer final : public tasks::Mailer {
 public:
  [[nodiscard]] tasks::Handover send(const tasks::PostedLetter& letter) override {
    if (letter.letter.to == "gone@aberllyn.example") return {tasks::Outcome::refused, "550 no such mailbox", false};
    kept[letter.id] = {letter.letter.text, letter.letter.html};
    return {};
  }
  [[nodiscard]] Result<tasks::SentWords> read_sent(std::string_view id) override {
    const auto found = kept.find(id);
    if (found == kept.end()) return refuse(Fault::not_found, "none");
    return found->second;
  }
  std::map<std::string, tasks::SentWords, std::less<>> kept;
};

struct Mailroom : Visitor {
  std::shared_ptr<KeepingMailer> mailer = std::make_shared<KeepingMailer>();
  Mailroom() { bench.workspace.mailer = mailer; }

  std::string post_letter(const std::string& key, const std::string& to, tasks::LetterKind kind = tasks::LetterKind::ask) {
    tasks::Letter letter;
    letter.key = key;
    letter.kind = kind;
    letter.to = to;
    letter.subject = "A word <b>please</b>";
    letter.text = "Please say what </pre> has happened.";
    letter.html = "<p>Please <script>alert(1)</script></p>";
    REQUIRE(tasks::post_letter(bench.workspace, letter));
    return bench.workspace.outbox.list({}, 1).value().at(0).id;
  }
  void send() { REQUIRE(tasks::send_waiting(bench.workspace, *mailer)); }
};

TEST_CASE("the coordinator sees what was sent, what waits and what failed with its reason, and sends it again") {
  Mailroom room;
  const auto sent = room.post_letter("ask 1", "housing@aberllyn.example");
  room.bench.clock.seconds += 1;
  const auto failed = room.post_letter("ask 2", "gone@aberllyn.example");
  room.send();
  room.bench.clock.seconds += 1;
  room.post_letter("ask 3", "schools@aberllyn.example");
  room.sign_in();
  const auto page = room.get("/desk/mail");
  CHECK(page.status == 200);
  CHECK(says(page, "One letter was sent, one waits, one failed."));
  CHECK(says(page, "550 no such mailbox"));
  CHECK(says(page, "A word &lt;b&gt;please&lt;/b&gt;"));
  CHECK(says(room.get("/desk/mail?show=failed"), "gone@aberllyn.example"));
  CHECK_FALSE(says(room.get("/desk/mail?show=failed"), "housing@aberllyn.example"));

  const auto letter = room.get("/desk/mail/" + sent);
  CHECK(says(letter, "Please say what &lt;/pre&gt; has happened."));
  CHECK(says(letter, "&lt;script&gt;alert(1)&lt;/script&gt;"));
  CHECK_FALSE(says(letter, "<script>alert"));
  CHECK(room.post("/desk/mail/" + sent + "/send-again").status == 409);
  CHECK(room.post("/desk/mail/" + failed + "/send-again").status == 303);
  CHECK(room.bench.workspace.outbox.find(failed)->state == tasks::LetterState::waiting);
  CHECK(room.get("/desk/mail/nothing").status == 404);
  CHECK(says(room.get("/cy/desk/mail"), "/cy/desk/mail/" + failed));
}

TEST_CASE("a letter that signs its reader in is not shown to others, and letters to nobody who may not see them") {
  Mailroom room;
  const auto id = room.post_letter("sign in", "housing@aberllyn.example", tasks::LetterKind::sign_in);
  room.send();
  CHECK(room.get("/desk/mail").status == 303);
  CHECK(room.post("/desk/mail/" + id + "/send-again").status == 403);
  room.sign_in();
  CHECK_FALSE(says(room.get("/desk/mail/" + id), "has happened"));
  const tasks::Actor owner{"owner", {{access::Role::owner, "", ""}}};
  CHECK(tasks::list_letters(room.bench.workspace, owner, {}).error().fault == Fault::not_allowed);
  CHECK(tasks::show_letter(room.bench.workspace, owner, id).error().fault == Fault::not_allowed);
  CHECK(tasks::send_letter_again(room.bench.workspace, owner, id).error().fault == Fault::not_allowed);
}

}  // namespace mail_test
