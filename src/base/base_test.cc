#include "base/base.h"

#include <doctest/doctest.h>

using namespace makegood;

namespace base_test {

TEST_CASE("a day is read from and written as ISO") {
  CHECK(Day::parse("2023-03-31")->iso() == "2023-03-31");
  CHECK(Day::parse("2024-02-29")->in_words() == "29 February 2024");
  for (const auto* wrong : {"2023-02-29", "2023-3-1", "2023-13-01", "", "2023-03-31x", "-023-01-01", "yyyy-mm-dd"})
    CHECK_FALSE(Day::parse(wrong).has_value());
}

TEST_CASE("months are added at their ends") {
  CHECK(Day::parse("2023-01-31")->plus_months(1).iso() == "2023-02-28");
  CHECK(Day::last_of_month(2024, 2).iso() == "2024-02-29");
  CHECK(days_between(*Day::parse("2023-03-01"), *Day::parse("2023-04-01")) == 31);
}

TEST_CASE("ill-formed UTF-8 is replaced once, at the door") {
  CHECK(valid_utf8("caf\xC3\xA9") == "café");
  for (const std::string wrong : {"\xFF", "\xC0\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xE2\x82"}) {
    CHECK_FALSE(is_valid_utf8(wrong));
    CHECK(is_valid_utf8(valid_utf8(wrong)));
  }
}

TEST_CASE("white space of any kind is squeezed") {
  CHECK(squeeze(" a\u00a0\n\t b\u200b\u00adc ") == "a bc");
  CHECK(squeeze(" \u00a0 ").empty());
}

TEST_CASE("folding compares wording, not typography") {
  CHECK(fold("Equality & Diversity – “Plan”.") == "equality and diversity plan");
  CHECK(fold("Council’s") == fold("council's"));
  CHECK(fold("C&N") == "c and n");
}

TEST_CASE("an id is ten letters and digits of its own") {
  std::uint64_t n = 41;
  const auto id = make_id_text([&] { return n *= 0x9E3779B97F4A7C15ULL; });
  CHECK(id.size() == 10);
  CHECK(id.find_first_of("ilou") == std::string::npos);
}

TEST_CASE("shortening counts letters, not bytes") {
  CHECK(shorten("tŷ bach", 3) == "tŷ …");
  CHECK(shorten("tŷ", 3) == "tŷ");
}

}  // namespace base_test
