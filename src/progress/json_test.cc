#include "progress/json.h"

#include <doctest/doctest.h>

#include <random>

using namespace makegood;

namespace json_test {

Day day(const char* iso) { return Day::parse(iso).value(); }

const std::string kDigest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

// Random nouns in which any member may be at its usual value or away from it.
class Maker {
 public:
  explicit Maker(std::uint32_t seed) : random_(seed) {}

  bool coin() { return upto(2) == 1; }
  std::string text() {
    static constexpr std::array<const char*, 6> kTexts = {"", "Head of Housing", "\"quoted\", with a comma", "two\nlines\t", "Cyngor Môn – Teg", "نص"};
    return kTexts[upto(kTexts.size())];
  }
  std::string some_text() { return "t" + text(); }
  Day a_day() { return day("2023-01-31").plus_days(static_cast<int>(upto(800))); }
  std::optional<Day> maybe_day() { return coin() ? std::optional(a_day()) : std::nullopt; }
  template <class Table>
  auto one_of(const Table& table) { return table[upto(table.size())].code; }

  Voice voice() { return {text(), PersonId(text()), PostId(text()), text(), OrganisationId(text()), text()}; }
  Evidence evidence() {
    return {EvidenceId(some_text()), one_of(kEvidenceKinds), text(), coin() ? "https://aberllyn.example/a?b=1" : "", coin() ? kDigest : "",
            text(), text(), coin() ? 20'000'000 : 0, coin(), coin(), text()};
  }
  Update update() {
    Update u{UpdateId(some_text()), some_text(), ItemId(some_text()), text(), text(), one_of(kSpeakers), voice(), coin(), coin(),
             one_of(kClaims), text(), text(), maybe_day(), text(), {}, one_of(kUpdateStates), text(), text(), {}, a_day(), {}, 0, 0, 1};
    while (coin()) u.evidence.push_back(evidence());
    while (coin()) u.translations.push_back({some_text(), text()});
    return u;
  }
  PanelFinding finding() {
    PanelFinding f{FindingId(some_text()), some_text(), ItemId(some_text()), UpdateId(text()), one_of(kFounds), text(), {}, voice(), {}, {}, a_day(), {}, 0, 0};
    while (coin()) f.looked_at.emplace_back(text());
    while (coin()) f.comments.push_back({voice(), text(), text()});
    if (coin()) f.hold = FindingHold{text(), text(), text()};
    return f;
  }
  Challenge challenge() {
    return {ChallengeId(some_text()), some_text(), ItemId(some_text()), some_text(), a_day(), a_day(), voice(), text(), maybe_day(), voice(), {}, 0};
  }
  StageMove move() { return {some_text(), ItemId(some_text()), one_of(kStages), coin(), text(), maybe_day(), text(), text(), {}, 0}; }

 private:
  std::size_t upto(std::size_t n) { return random_() % n; }
  std::mt19937 random_;
};

template <class Noun>
void check_comes_back(const Noun& noun, std::string (*write)(const Noun&), Result<Noun> (*read)(std::string_view)) {
  const auto json = write(noun);
  CAPTURE(json);
  const auto again = read(json);
  REQUIRE(again.has_value());
  CHECK(*again == noun);
}

TEST_CASE("what is written is read again as it was, whatever is in it") {
  for (std::uint32_t seed = 0; seed < 500; ++seed) {
    Maker make(seed);
    check_comes_back(make.update(), write_update, read_update);
    check_comes_back(make.finding(), write_panel_finding, read_panel_finding);
    check_comes_back(make.challenge(), write_challenge, read_challenge);
    check_comes_back(make.move(), write_stage_move, read_stage_move);
  }
}

TEST_CASE("an update that says little is short") {
  Update update;
  update.id = UpdateId("u1");
  update.plan = "fair-work-plan";
  update.item = ItemId("i1");
  update.no_change = true;
  update.day = day("2023-06-14");
  CHECK(write_update(update) == R"({"id":"u1","plan":"fair-work-plan","item":"i1","speaker":"owner","no_change":true,)"
                                R"("claim":"not_yet_reported","state":"submitted","day":"2023-06-14"})");
}

TEST_CASE("what is no update is refused, naming the member") {
  struct Row {
    const char* name;
    const char* json;
    const char* message;
  };
  for (const auto& row : std::initializer_list<Row>{
           {"no JSON at all", "{", "this is not JSON"},
           {"a list", "[]", "an object is expected"},
           {"no id", R"({"plan":"p","item":"i","day":"2023-06-14"})", "\"id\" is missing"},
           {"no day", R"({"id":"u","plan":"p","item":"i"})", "\"day\" is missing"},
           {"a day that does not exist", R"({"id":"u","plan":"p","item":"i","day":"2023-02-30"})", "\"day\" is not a date: 2023-02-30"},
           {"a word that is not known", R"({"id":"u","plan":"p","item":"i","claim":"green","day":"2023-06-14"})", "\"claim\" is not a known word: green"},
           {"a member of another type", R"({"id":"u","plan":"p","item":"i","narrative":7,"day":"2023-06-14"})", "\"narrative\" is not a text"},
           {"a link that would run", R"({"id":"u","plan":"p","item":"i","evidence":[{"id":"e","kind":"link","url":"javascript:run"}],"day":"2023-06-14"})",
            "evidence 1: \"url\" begins neither with https:// nor with http://"},
           {"a digest that is a path", R"({"id":"u","plan":"p","item":"i","evidence":[{"id":"e","digest":"../../etc"}],"day":"2023-06-14"})",
            "evidence 1: \"digest\" is not a SHA-256"},
       }) {
    CAPTURE(row.name);
    const auto update = read_update(row.json);
    REQUIRE_FALSE(update.has_value());
    CHECK(update.error().message == row.message);
    CHECK(update.error().fault == Fault::invalid_input);
  }
}

TEST_CASE("members that are not known are passed over") {
  const auto move = read_stage_move(R"({"plan":"p","item":"i","stage":"closed","colour":"red"})");
  REQUIRE(move.has_value());
  CHECK(move->stage == Stage::closed);
}

TEST_CASE("a stage and a question are needed") {
  CHECK_FALSE(read_stage_move(R"({"plan":"p","item":"i"})").has_value());
  CHECK_FALSE(read_challenge(R"({"id":"c","plan":"p","item":"i","raised":"2023-07-01","answer_due":"2023-07-22"})").has_value());
}

}  // namespace json_test
