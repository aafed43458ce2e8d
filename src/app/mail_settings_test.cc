#include "app/mail_settings.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>

#include "faults/fixture.h"

using namespace makegood;
using namespace makegood::app;

namespace {

/// The environment of one test: what it sets is gone at its end.
class Environment {
 public:
  Environment() { clear(); }
  Environment(const Environment&) = delete;
  Environment& operator=(const Environment&) = delete;
  ~Environment() { clear(); }
  void set(const char* name, const std::string& value) const { ::setenv(name, value.c_str(), 1); }

 private:
  static void clear() {
    for (const auto& variable : kMailVariables) ::unsetenv(std::string(variable.name).c_str());
  }
};

struct Try {
  cli::MailSettings settings;
  test::Folder folder;
  test::StillClock clock;
  Result<std::shared_ptr<tasks::Mailer>> make() {
    return make_mailer(settings, folder.path().string(), letterhead_of(settings, "Aberllyn Council", "http://localhost:8080"), clock);
  }
  /// Whether a letter ends up as a file there.
  bool writes_to(const std::filesystem::path& where) {
    tasks::PostedLetter posted;
    posted.id = "1";
    posted.message_id = "1@aberllyn.example";
    posted.letter.key = "key";
    posted.letter.to = "housing@aberllyn.example";
    posted.letter.subject = posted.letter.text = "words";
    return make().value()->send(posted).outcome == tasks::Outcome::delivered && std::filesystem::exists(where / "1.eml");
  }
};

}  // namespace

TEST_CASE("without a setting letters become files inside the data folder; the command line goes before the environment") {
  const Environment environment;
  Try plain;
  CHECK(plain.writes_to(plain.folder.path() / "mail"));
  Try by_environment;
  environment.set("MAKEGOOD_MAIL", (by_environment.folder.path() / "out").string());
  CHECK(by_environment.writes_to(by_environment.folder.path() / "out"));
  Try by_command;
  by_command.settings.folder = (by_command.folder.path() / "given").string();
  CHECK(by_command.writes_to(by_command.folder.path() / "given"));
}

TEST_CASE("settings that contradict themselves or lack something are refused") {
  struct Row {
    const char* name;
    cli::MailSettings settings;
    std::vector<std::pair<const char*, std::string>> variables;
    bool fine;
  };
  const std::string key = "plans-11111111-2222-3333-4444-555555555555-aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee";
  const Row rows[] = {
      {"a mail server", {"", "smtp://mail.example:587", "plans@aberllyn.example", ""}, {}, true},
      {"a mail server by the environment", {}, {{"MAKEGOOD_SMTP", "smtps://mail.example"}, {"MAKEGOOD_MAIL_FROM", "plans@aberllyn.example"}}, true},
      {"a folder and a mail server", {"letters", "smtp://mail.example", "", ""}, {}, false},
      {"a password in the address", {"", "smtp://plans:secret@mail.example", "", ""}, {}, false},
      {"a sender that is no address", {"", "", "plans", ""}, {}, false},
      {"a password file that is not there", {"", "smtp://mail.example", "", ""}, {{"MAKEGOOD_SMTP_PASSWORD_FILE", "/nowhere/at/all"}}, false},
      {"a service", {}, {{"MAKEGOOD_NOTIFY", "https://api.example"}, {"MAKEGOOD_NOTIFY_KEY", key}, {"MAKEGOOD_NOTIFY_TEMPLATE", "t"}}, true},
      {"a service without a key", {}, {{"MAKEGOOD_NOTIFY", "https://api.example"}, {"MAKEGOOD_NOTIFY_TEMPLATE", "t"}}, false},
      {"a service that is not encrypted", {}, {{"MAKEGOOD_NOTIFY", "http://api.example"}, {"MAKEGOOD_NOTIFY_KEY", key}, {"MAKEGOOD_NOTIFY_TEMPLATE", "t"}}, false},
  };
  for (const auto& row : rows) {
    CAPTURE(row.name);
    const Environment environment;
    for (const auto& [name, value] : row.variables) environment.set(name, value);
    Try attempt;
    attempt.settings = row.settings;
    CHECK(attempt.make().has_value() == row.fine);
  }
}

TEST_CASE("links lead to the address that people use, without a slash at its end") {
  const Environment environment;
  CHECK(letterhead_of({}, "", "http://localhost:9000").site == "http://localhost:9000");
  environment.set("MAKEGOOD_SITE", "https://plans.aberllyn.example/");
  CHECK(letterhead_of({}, "", "http://localhost:9000").site == "https://plans.aberllyn.example");
  CHECK(letterhead_of({"", "", "", "https://other.example//"}, "", "").site == "https://other.example");
}

TEST_CASE("the reference has every variable and every kind of letter") {
  std::ifstream in("docs/reference/mail.md");
  const std::string page{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  for (const auto& variable : kMailVariables) {
    CAPTURE(variable.name);
    CHECK(page.find("| `" + std::string(variable.name) + "` | " + std::string(variable.meaning) + " |") != std::string::npos);
  }
  for (const auto& kind : tasks::kLetterKinds) {
    CAPTURE(kind.word);
    CHECK(page.find("| `" + std::string(kind.word) + "` | " + std::string(kind.meaning) + " |") != std::string::npos);
  }
}
