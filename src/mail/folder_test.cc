#include "mail/folder_mailer.h"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>

#include "faults/fixture.h"

using namespace makegood;
using namespace makegood::mail;
using makegood::test::Bench;
using makegood::test::Folder;
namespace fs = std::filesystem;

namespace folder_test {

tasks::Letter letter_for(const std::string& key) {
  tasks::Letter letter;
  letter.key = key;
  letter.to = "housing@aberllyn.example";
  letter.subject = "A word, please";
  letter.text = "Please say what has happened.\n";
  return letter;
}

std::string bytes_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

std::vector<fs::path> files_in(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& file : fs::directory_iterator(folder)) files.push_back(file.path());
  return files;
}

TEST_CASE("a letter becomes a file that only its owner can read, named after its Message-ID") {
  Folder folder;
  auto bench = Bench::in_memory();
  REQUIRE(tasks::post_letter(bench.workspace, letter_for("ask 1")));
  FolderMailer mailer(folder.path() / "mail", bench.workspace.letterhead);
  CHECK(tasks::send_waiting(bench.workspace, mailer)->sent == 1);
  const auto files = files_in(folder.path() / "mail");
  REQUIRE(files.size() == 1);
  const auto sent = bench.workspace.outbox.list({}, 1).value().at(0);
  CHECK(files[0].filename() == sent.id + ".eml");
  CHECK(bytes_of(files[0]).find("Message-ID: <" + sent.message_id + ">\r\n") != std::string::npos);
  CHECK((fs::status(files[0]).permissions() & fs::perms::others_all) == fs::perms::none);
  CHECK((fs::status(files[0].parent_path()).permissions() & fs::perms::others_all) == fs::perms::none);
  CHECK(mailer.read_sent(sent.id)->text == "Please say what has happened.\n");
}

TEST_CASE("killed between the file and the outbox, a letter is not written a second time") {
  Folder folder;
  auto bench = Bench::in_memory();
  auto& outbox = bench.workspace.outbox;
  REQUIRE(tasks::post_letter(bench.workspace, letter_for("ask 1")));
  FolderMailer mailer(folder.path(), bench.workspace.letterhead);
  const auto claimed = outbox.claim(bench.clock.seconds, bench.clock.seconds + tasks::kLeaseSeconds).value().value();
  CHECK(mailer.send(claimed).outcome == tasks::Outcome::delivered);
  const auto file = files_in(folder.path()).at(0);
  std::ofstream(file, std::ios::app) << "as it was read by somebody";
  const auto before = bytes_of(file);
  bench.clock.seconds += tasks::kLeaseSeconds;
  CHECK(tasks::send_waiting(bench.workspace, mailer)->sent == 1);
  CHECK(files_in(folder.path()).size() == 1);
  CHECK(bytes_of(file) == before);
}

TEST_CASE("a file that was half-written when the machine died is written anew") {
  Folder folder;
  auto bench = Bench::in_memory();
  REQUIRE(tasks::post_letter(bench.workspace, letter_for("ask 1")));
  const auto id = bench.workspace.outbox.list({}, 1).value().at(0).id;
  std::ofstream(folder.path() / ("." + id + ".eml.part")) << "Date: Wed, 14 J and much more that was left behind, longer than the letter itself" << std::string(5000, 'x');
  FolderMailer mailer(folder.path(), bench.workspace.letterhead);
  CHECK(tasks::send_waiting(bench.workspace, mailer)->sent == 1);
  const auto files = files_in(folder.path());
  REQUIRE(files.size() == 1);
  CHECK(bytes_of(files[0]).find("xxx") == std::string::npos);
}

TEST_CASE("a folder that cannot be written keeps letters waiting, and ids cannot lead out of it") {
  Folder folder;
  auto bench = Bench::in_memory();
  REQUIRE(tasks::post_letter(bench.workspace, letter_for("ask 1")));
  std::ofstream(folder.path() / "mail") << "a file stands here";
  FolderMailer mailer(folder.path() / "mail", bench.workspace.letterhead);
  CHECK(tasks::send_waiting(bench.workspace, mailer)->unreachable);
  CHECK(bench.workspace.outbox.counts()->waiting == 1);

  FolderMailer inside(folder.path(), bench.workspace.letterhead);
  for (const auto* id : {"../mail", "..", "", "a/b", ".hidden", "a b"}) {
    CAPTURE(id);
    CHECK(inside.read_sent(id).error().fault == Fault::not_found);
    auto posted = bench.workspace.outbox.find(bench.workspace.outbox.list({}, 1).value().at(0).id).value();
    posted.id = id;
    CHECK(inside.send(posted).outcome == tasks::Outcome::refused);
  }
}

}  // namespace folder_test
