// Records are found by the words of their answers, and by nothing else; what was erased is in no index.
#include <fstream>

#include "tasks/care_fixture.h"

using namespace makegood;
using namespace makegood::tasks;
using makegood::test::CareBench;

namespace record_search_test {

struct Searched : CareBench {
  using CareBench::CareBench;
  std::int64_t by(std::string_view words) { return count_records(w, council, {.register_name = "incidents", .words = std::string(words)}).value(); }
  void handle(const RecordId& id, std::string outcome) {
    REQUIRE(change_record(w, council, {.id = id, .answers = {{"outcome", std::move(outcome)}}, .reason = "", .move_to = "", .seen = last(id)})->faults.empty());
  }
};

std::string everything_in(const std::filesystem::path& folder) {
  std::string all;
  for (const auto& file : std::filesystem::directory_iterator(folder)) {
    std::ifstream in(file.path(), std::ios::binary);
    all.append(std::istreambuf_iterator<char>(in), {});
  }
  return all;
}

TEST_CASE("a search finds the records in whose open answers each word begins a word") {
  Searched f;
  f.handle(f.sent(CareBench::incident("Ty Gwyn")), "Ymddiheuriad i'r tŷ: a letter, 50% of it by hand");
  f.handle(f.sent(CareBench::incident("Harbour Hill")), "Nothing further");
  struct Row {
    const char *rule, *words;
    int found;
  };
  for (const auto& row : {Row{"a word", "letter", 1}, Row{"the beginning of one", "ymddih", 1}, Row{"not its end", "heuriad", 0},
                          Row{"however it is written", "YMDDIHEURIAD", 1}, Row{"with or without accents", "tŷ gwyn", 1},
                          Row{"words of several answers", "gwyn letter", 1}, Row{"all of them", "gwyn nothing", 0},
                          Row{"the day", "2015-01-10", 2}, Row{"no name of a field", "outcome", 0}, Row{"no protected answer", "hate", 0},
                          Row{"nothing that means something to the index", "\"letter OR nothing\" *", 0}, Row{"signs alone narrow nothing", "%_\\", 2}}) {
    CAPTURE(row.rule);
    CHECK(f.by(row.words) == row.found);
  }
}

TEST_CASE("what a record says no longer finds it no longer, and after an objection neither") {
  Searched f;
  const auto id = f.sent(CareBench::incident("Harbour Hill"));
  f.handle(id, "A conversation");
  CHECK(f.by("conversation") == 1);
  f.handle(id, "A meeting");
  CHECK(f.by("conversation") == 0);
  CHECK(f.by("meeting harbour") == 1);
  (void)f.tables();  // made anew, they say the same
  CHECK(f.by("conversation") == 0);
  CHECK(f.by("meeting harbour") == 1);
}

TEST_CASE("a word of an erased record stands nowhere in the files") {
  const test::Folder folder;
  {
    Searched f(folder.path(), nullptr);
    const auto erasable = replace_all(test::with_change("\"long\": true", "\"long\": true, \"erased\": true"), "\"version\": 1", "\"version\": 2");
    REQUIRE(define_register(f.w, f.council, erasable));
    const auto id = f.sent(CareBench::incident("Harbour Hill")), other = f.sent(CareBench::incident("Harbour Hill"));
    f.handle(id, "Zwieback");
    f.handle(other, "Quixotic");
    CHECK(everything_in(folder.path()).find("zwieback") != std::string::npos);  // as the index has it
    REQUIRE(empty_record(f.w, f.council, id, "asked for"));
    CHECK(f.by("zwieback") == 0);
    CHECK(f.by("quixotic") == 1);
  }
  CHECK(everything_in(folder.path()).find("wieback") == std::string::npos);
}

}  // namespace record_search_test
