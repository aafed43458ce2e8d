#include "report/meeting_pack.h"

#include <doctest/doctest.h>

#include "formats/formats.h"

using namespace makegood;

namespace meeting_pack_test {

MeetingPack small_pack() {
  return {"Pack for PANEL: S2", "en", {"As at 14 June 2023"},
          {{"The meeting", {}, {{"What", "Answer"}, {"Topic", "Lamps | and paths"}}},
           {"Seats [2023]: a name that is longer than Excel takes", {"2 members"}, {{"What", "What", ""}, {"Kind", "Chair", "1"}}},
           {"Open actions that arose", {"No open action arose from this group's meetings."}, {}}}};
}

TEST_CASE("a pack is a document with a heading and a table for each section") {
  const auto document = pack_document(small_pack());
  CHECK(plain_text(document).starts_with("Pack for PANEL: S2\nAs at 14 June 2023\nThe meeting\n"));
  CHECK(document.blocks.back().text == "No open action arose from this group's meetings.");
  CHECK(document.language == "en");
}

TEST_CASE("every format is written, twice the same bytes, and each says what the pack says") {
  for (const auto format : kPackFormats) {
    CAPTURE(format);
    const auto once = write_pack(small_pack(), format);
    REQUIRE(once);
    CHECK(*once == *write_pack(small_pack(), format));
    const auto read = read_document(*once, "pack." + std::string(format));
    REQUIRE(read);
    CHECK(plain_text(*read).find("Lamps | and paths") != std::string::npos);
  }
  CHECK(write_pack(small_pack(), "pdf").error().fault == Fault::invalid_input);
}

TEST_CASE("a workbook's sheets and columns have names that Excel takes") {
  const auto book = pack_workbook(small_pack());
  REQUIRE(book.sheets.size() == 4);
  for (const auto& sheet : book.sheets) CHECK(sheet.name.size() <= 31);
  CHECK(book.sheets[2].name.find('[') == std::string::npos);
  CHECK(book.sheets[2].tables[0].header == std::vector<std::string>{"What", "What 2", "-"});
}

TEST_CASE("what the ledger keeps of a pack is read back, and what is none is refused") {
  FrozenPack pack{.record = "r", .as_at = *Day::parse("2023-06-14"), .frozen = *Day::parse("2023-06-15"), .registers = {"seats"}, .counted = {}, .watched = {"seats coordinator"}, .plans = {"fair-work-plan"},
                  .files = {{"md", "cy", std::string(64, 'a'), 12}}, .head = {7, "abc"}, .at = {}, .actor = {}};
  const auto read = read_frozen_pack(write_frozen_pack(pack));
  REQUIRE(read);
  CHECK(read->as_at == pack.as_at);
  CHECK(read->registers == pack.registers);
  CHECK(read->watched == pack.watched);
  CHECK(read->plans == pack.plans);
  CHECK(read->files == pack.files);
  CHECK(read->head.count == 7);
  CHECK_FALSE(read_frozen_pack("{}"));
  CHECK_FALSE(read_frozen_pack("[1]"));
}

}  // namespace meeting_pack_test
