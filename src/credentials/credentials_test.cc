#include "credentials/credentials.h"

#include <doctest/doctest.h>

#include <set>

using namespace makegood;

namespace {

RandomBits counting_bits() {
  return [n = std::uint64_t{0}]() mutable { return n += 0x9e3779b97f4a7c15U; };
}

// The secret of RFC 6238, appendix B.
constexpr std::string_view kRfcSecret = "12345678901234567890";

}  // namespace

TEST_CASE("a password is judged by its length and by what nobody else would think of") {
  const std::vector<std::string> names = {"Aberllyn Council", "Makegood", "housing@aberllyn.example"};
  struct Row {
    const char* name;
    std::string password;
    bool taken;
  };
  const std::vector<Row> rows = {
      {"three words in small letters", "correct kettle battery", true},
      {"eleven characters", "kettlebatte", false},
      {"twelve characters", "kettlebatter", true},
      {"twelve characters of two bytes each count as twelve", "ŵŷâêîôûäëïöü", true},
      {"eleven characters of two bytes each are too few", "ŵŷâêîôûäëïö", false},
      {"a blocked word and a year", "Password-2026", false},
      {"a blocked word with digits for letters", "p4$$w0rd-p4$$w0rd", false},
      {"ones for i and l", "adm1n1strat0r!", false},
      {"a blocked word and eight characters of one's own", "password-kettleb", true},
      {"a blocked word and seven characters of one's own", "passwordkettleb", false},
      {"keys side by side", "qwertyuiopasdfghjkl", false},
      {"the alphabet", "abcdefghijklmnop", false},
      {"digits in a row", "123456789012", false},
      {"one letter over and over", "aaaaaaaaaaaaaaaaaaaa", false},
      {"four letters over and over", "abxyabxyabxyabxy", false},
      {"the council's name twice", "aberllyn-aberllyn-1", false},
      {"the person's address", "housing@aberllyn", false},
      {"digits of chance need no letter", "80315-92746-5", true},
      {"256 bytes", std::string(64, 'a') + std::string(64, 'b') + std::string(64, 'c') + std::string(32, 'd') + std::string(32, 'x'), true},
      {"257 bytes", std::string(256, 'k') + "z", false},
      {"taking a blocked word out makes no other of what is left", "papasswordssword", true},
  };
  for (const auto& row : rows) {
    CAPTURE(row.name);
    CHECK(check_new_password(row.password, names).has_value() == row.taken);
  }
  CHECK(check_new_password("aberllyn-kettle"));
}

TEST_CASE("codes are those of RFC 6238, of which we show the last six digits") {
  // Appendix B, SHA-1: 94287082, 07081804, 14050471, 89005924, 69279037, 65353130.
  const std::vector<std::pair<std::int64_t, const char*>> rows = {{59, "287082"},         {1111111109, "081804"}, {1111111111, "050471"},
                                                                  {1234567890, "005924"}, {2000000000, "279037"}, {20000000000, "353130"}};
  for (const auto& [time, code] : rows) {
    CAPTURE(time);
    CHECK(code_at(kRfcSecret, time / 30) == code);
    CHECK(matching_step(kRfcSecret, code, time, 0) == time / 30);
  }
}

TEST_CASE("a code holds for its step and the two beside it, once") {
  const std::int64_t now = 1111111111, step = now / 30;
  struct Row {
    const char* name;
    std::string typed;
    std::int64_t last;
    std::optional<std::int64_t> expected;
  };
  const std::vector<Row> rows = {
      {"now", "050471", 0, step},
      {"with a blank in the middle", " 050 471 ", 0, step},
      {"the step before", code_at(kRfcSecret, step - 1), 0, step - 1},
      {"the step after", code_at(kRfcSecret, step + 1), 0, step + 1},
      {"two steps before", code_at(kRfcSecret, step - 2), 0, std::nullopt},
      {"two steps after", code_at(kRfcSecret, step + 2), 0, std::nullopt},
      {"taken already", "050471", step, std::nullopt},
      {"older than one that was taken", code_at(kRfcSecret, step - 1), step, std::nullopt},
      {"five digits", "05047", 0, std::nullopt},
      {"seven digits", "0504711", 0, std::nullopt},
      {"nothing", "", 0, std::nullopt},
      {"letters", "abcdef", 0, std::nullopt},
  };
  for (const auto& row : rows) {
    CAPTURE(row.name);
    CHECK(matching_step(kRfcSecret, row.typed, now, row.last) == row.expected);
  }
  CHECK_FALSE(matching_step("", "328482", 0, -5));
}

TEST_CASE("a secret is written as RFC 4648 has it") {
  const std::vector<std::pair<const char*, const char*>> rows = {{"", ""},           {"f", "MY"},          {"fo", "MZXQ"},        {"foo", "MZXW6"},
                                                                 {"foob", "MZXW6YQ"}, {"fooba", "MZXW6YTB"}, {"foobar", "MZXW6YTBOI"}};
  for (const auto& [bytes, text] : rows) CHECK(base32(bytes) == text);
  CHECK(base32("\xff\xff\xff\xff\xff") == "77777777");
  CHECK(in_fours("MZXW6YTBOI") == "MZXW 6YTB OI");
  CHECK(otpauth_link("foobar", "Makegood Aberllyn", "housing@aberllyn.example") ==
        "otpauth://totp/Makegood%20Aberllyn:housing%40aberllyn.example?secret=MZXW6YTBOI&issuer=Makegood%20Aberllyn");
  CHECK(make_code_secret(counting_bits()).size() == kSecretBytes);
}

TEST_CASE("ten recovery codes differ, and are read as they are typed") {
  const auto codes = make_recovery_codes(counting_bits());
  CHECK(std::set(codes.begin(), codes.end()).size() == 10);
  for (const auto& code : codes) {
    CHECK(code.size() == 19);
    CHECK(recovery_code_from(code) == replace_all(code, "-", ""));
    CHECK(recovery_code_from(" " + lower(code) + "\n") == recovery_code_from(code));
  }
  CHECK(recovery_code_from("il0o-0000-0000-0000") == "1100000000000000");
  for (const auto* wrong : {"", "1234", "0000-0000-0000-000U", "0000-0000-0000-00000", "0000 0000 0000 000é"}) CHECK(recovery_code_from(wrong).empty());
}

TEST_CASE("pauses grow, end and are forgotten") {
  struct Row {
    const char* name;
    Tally tally;
    std::int64_t now, expected;
  };
  const std::vector<Row> rows = {
      {"nothing went wrong", {0, 0}, 5000, 0},
      {"five wrong answers are free", {5, 5000}, 5000, 0},
      {"the sixth costs two seconds", {6, 5000}, 5000, 2},
      {"of which one has passed", {6, 5000}, 5001, 1},
      {"and then none is left", {6, 5000}, 5002, 0},
      {"the ninth costs sixteen", {9, 5000}, 5000, 16},
      {"no pause is longer than a quarter of an hour", {1000, 5000}, 5000, 900},
      {"after a quiet hour all is forgotten", {1000, 5000}, 8601, 0},
      {"a clock that was set back asks for no pause", {1000, 5000}, 10, 0},
  };
  for (const auto& row : rows) {
    CAPTURE(row.name);
    CHECK(pause_left(row.tally, row.now, kAccountThrottle) == row.expected);
  }
  CHECK(after_failure({4, 5000}, 5010).failures == 5);
  CHECK(after_failure({4, 5000}, 9000).failures == 1);
  CHECK(after_failure({1000, 5000}, 5010).failures == 1000);
  CHECK(pause_left({37, 5000}, 5000, kAddressThrottle) == 60);
}

TEST_CASE("a system may hurry for a while, and then as fast as the pace") {
  const Pace pace{3, 2};
  auto left = rested(pace, 100);
  for (int n = 0; n < 3; ++n) CHECK(take_one(left, pace, 100));
  CHECK_FALSE(take_one(left, pace, 100));
  CHECK(take_one(left, pace, 101));  // two a second
  CHECK(take_one(left, pace, 101));
  CHECK_FALSE(take_one(left, pace, 101));
  CHECK_FALSE(take_one(left, pace, 50));  // a clock that was set back gives nothing
  CHECK(take_one(left, pace, 51));
  for (int n = 0; n < 3; ++n) CHECK(take_one(left, pace, 10'000));  // never more than the burst
  CHECK_FALSE(take_one(left, pace, 10'000));
}
