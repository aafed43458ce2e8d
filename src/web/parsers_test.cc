// Targets, forms, cookies and preferences: tables of what is sent and what is made of it.
#include <doctest/doctest.h>

#include "web/accept.h"
#include "web/cookie.h"
#include "web/form.h"
#include "web/target.h"

using namespace makegood::web;

namespace parsers_test {

std::string written(const Fields& fields) {
  std::string out;
  for (const auto& field : fields) out += field.name + "=" + field.value + ";";
  return out;
}

std::string written(const std::vector<std::string>& segments) {
  std::string out;
  for (const auto& segment : segments) out += "[" + segment + "]";
  return out;
}

TEST_CASE("a target is its decoded segments and its query") {
  struct Row {
    const char* what;
    const char* target;
    const char* segments;
    const char* query;
    bool slash = false;
  };
  const Row rows[] = {
      {"the root", "/", "", ""},
      {"a plan", "/plans/leeds", "[plans][leeds]", ""},
      {"a slash at the end is noted", "/plans/", "[plans]", "", true},
      {"a query", "/plans?status=overdue&owner=Head+of+HR", "[plans]", "status=overdue;owner=Head of HR;"},
      {"an empty query", "/plans?", "[plans]", ""},
      {"a plus in a path is a plus", "/a+b", "[a+b]", ""},
      {"Welsh letters", "/t%C5%B7/%c5%b5", "[t\u0177][\u0175]", ""},
      {"dots inside a name", "/plans/leeds.json", "[plans][leeds.json]", ""},
      {"three dots are a name", "/...", "[...]", ""},
      {"a question mark in the query", "/a?b=c?d", "[a]", "b=c?d;"},
      {"sub-delimiters", "/a;b=1,c!$&'()*", "[a;b=1,c!$&'()*]", ""},
  };
  for (const auto& row : rows) {
    CAPTURE(row.what);
    const auto target = parse_target(row.target);
    REQUIRE(target);
    CHECK(written(target->segments) == row.segments);
    CHECK(written(target->query) == row.query);
    CHECK(target->trailing_slash == row.slash);
  }
}

TEST_CASE("a target that no browser would ask for is refused") {
  struct Row {
    const char* what;
    std::string target;
  };
  const Row rows[] = {
      {"nothing", ""},
      {"no slash", "plans"},
      {"another server", "http://a.example/"},
      {"an asterisk", "*"},
      {"a network path", "//a.example/"},
      {"an empty segment", "/a//b"},
      {"a dot segment", "/a/./b"},
      {"a parent segment", "/../etc/passwd"},
      {"an encoded parent segment", "/%2e%2e/etc"},
      {"an encoded slash", "/a%2Fb"},
      {"an encoded backslash", "/a%5cb"},
      {"a backslash", "/a\\b"},
      {"NUL", "/a%00"},
      {"a tab", "/a%09"},
      {"delete", "/a%7F"},
      {"half a percent sign", "/a%4"},
      {"a percent sign alone", "/100%"},
      {"a percent sign with letters", "/a%zz"},
      {"bytes that are not UTF-8", "/a%ff"},
      {"an overlong slash", "/a%c0%af"},
      {"raw bytes above ASCII", "/t\u0177"},
      {"a fragment", "/a#b"},
      {"a raw space", "/a b"},
      {"a raw line end", std::string("/a\r\nX: y")},
      {"a raw NUL", std::string("/a\0b", 4)},
      {"a broken query", "/a?b=%"},
      {"NUL in the query", "/a?b=%00"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.what);
    const auto target = parse_target(row.target);
    CHECK_FALSE(target);
    if (!target) CHECK(target.error().status == 400);
  }
}

TEST_CASE("what is percent-encoded reads back") {
  CHECK(percent_encode("a b/c?d=\u0175") == "a%20b%2Fc%3Fd%3D%C5%B5");
  const auto back = percent_decode(percent_encode("100% & more + \u0177"), PlusMeans::space);
  CHECK(back.value_or("") == "100% & more + \u0177");
}

TEST_CASE("a form is its fields in order") {
  struct Row {
    const char* what;
    std::string text;
    const char* fields;
  };
  const Row rows[] = {
      {"nothing", "", ""},
      {"repeats are kept", "a=1&a=2&b=", "a=1;a=2;b=;"},
      {"empty pairs are skipped", "&&a=1&", "a=1;"},
      {"a name alone", "draft", "draft=;"},
      {"a value with an equals sign", "a=b=c", "a=b=c;"},
      {"plus and percent", "q=a+b%2Bc", "q=a b+c;"},
      {"line ends stay", "note=one%0D%0Atwo", "note=one\r\ntwo;"},
      {"a semicolon does not separate", "a=1;b=2", "a=1;b=2;"},
      {"bytes that are not UTF-8 are replaced", "a=%ff", "a=\uFFFD;"},
      {"a raw NUL-free name with brackets", "item[3]=x", "item[3]=x;"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.what);
    const auto fields = parse_form(row.text);
    REQUIRE(fields);
    CHECK(written(*fields) == row.fields);
  }
}

TEST_CASE("a broken form is refused") {
  CHECK_FALSE(parse_form("a=%"));
  CHECK_FALSE(parse_form("a=%1"));
  CHECK_FALSE(parse_form("%g0=a"));
  CHECK_FALSE(parse_form("a=%00"));
  CHECK_FALSE(parse_form(std::string("a=\0", 3)));
  std::string many;
  for (std::size_t i = 0; i <= kMaxFormFields; ++i) many += "a&";
  CHECK_FALSE(parse_form(many));
  CHECK(parse_form(std::string_view(many).substr(2)));
}

TEST_CASE("cookies of others never lock a visitor out") {
  struct Row {
    const char* what;
    const char* header;
    const char* cookies;
  };
  const Row rows[] = {
      {"nothing", "", ""},
      {"two", "session=abc; theme=dark", "session=abc;theme=dark;"},
      {"without the space", "a=1;b=2", "a=1;b=2;"},
      {"quotes are taken off", "a=\"b\"", "a=b;"},
      {"a value with equals signs", "token=YWJj==", "token=YWJj==;"},
      {"no name", "=1; a=2", "a=2;"},
      {"no equals sign", "junk; a=2", "a=2;"},
      {"a blank inside", "a=1 2; b=3", "b=3;"},
      {"bytes above ASCII", "a=\xff; b=3", "b=3;"},
      {"a name that is no token", "a b=1; c[0]=2; d=3", "d=3;"},
      {"the first of a name answers", "a=1; a=2", "a=1;a=2;"},
      {"a quote that is not closed", "a=\"b; c=1", "c=1;"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.what);
    CHECK(written(parse_cookies(row.header)) == row.cookies);
  }
  std::string many;
  for (int i = 0; i < 1000; ++i) many += "a=1;";
  CHECK(parse_cookies(many).size() == kMaxCookies);
}

TEST_CASE("a cookie that is set says how it may travel") {
  CHECK(set_cookie_value({.name = "__Host-session", .value = "abc", .max_age = std::chrono::hours(12)}) ==
        "__Host-session=abc; Path=/; Max-Age=43200; Secure; HttpOnly; SameSite=Lax");
  CHECK(set_cookie_value({.name = "l", .value = "", .secure = false, .http_only = false, .same_site = SameSite::strict}) ==
        "l=; Path=/; SameSite=Strict");
  CHECK_THROWS(set_cookie_value({.name = "a", .value = "b; Domain=evil.example"}));
  CHECK_THROWS(set_cookie_value({.name = "a\r\nX", .value = "b"}));
}

TEST_CASE("the language that is liked best of those that there are") {
  struct Row {
    const char* what;
    const char* header;
    const char* language;
  };
  const Row rows[] = {
      {"silence", "", "en"},
      {"Welsh", "cy", "cy"},
      {"Welsh of a country", "cy-GB,en;q=0.8", "cy"},
      {"in capitals", "CY", "cy"},
      {"English first", "en-GB,en;q=0.9,cy;q=0.8", "en"},
      {"Welsh weighed more", "en;q=0.5, cy;q=0.9", "cy"},
      {"neither", "fr, de;q=0.5", "en"},
      {"neither, then Welsh", "fr, cy;q=0.1", "cy"},
      {"anything", "*", "en"},
      {"a weight that is none", "cy;q=2, en", "en"},
      {"Welsh refused", "cy;q=0", "en"},
      {"nonsense", ";;,,q=", "en"},
  };
  constexpr std::string_view kLanguages[] = {"en", "cy"};
  for (const auto& row : rows) {
    CAPTURE(row.what);
    CHECK(best_language(row.header, kLanguages) == row.language);
  }
}

TEST_CASE("the type that is liked best of those that there are") {
  struct Row {
    const char* what;
    const char* header;
    const char* type;
  };
  const Row rows[] = {
      {"silence", "", "text/html"},
      {"a browser", "text/html,application/xhtml+xml,*/*;q=0.8", "text/html"},
      {"a program", "application/json", "application/json"},
      {"anything", "*/*", "text/html"},
      {"a family", "application/*", "application/json"},
      {"the closest range counts", "*/*, text/html;q=0", "application/json"},
      {"with other parameters", "text/html;level=\"1,2\";q=0.1, application/json;q=0.2", "application/json"},
      {"none of these", "image/png", ""},
  };
  constexpr std::string_view kTypes[] = {"text/html", "application/json"};
  for (const auto& row : rows) {
    CAPTURE(row.what);
    CHECK(best_type(row.header, kTypes) == row.type);
  }
}

TEST_CASE("weights have at most three figures") {
  CHECK(parse_preferences("a;q=0.125, b;q=1.000, c;q=0, d;q=0.") ==
        std::vector<Preference>{{"b", 1000}, {"a", 125}, {"c", 0}, {"d", 0}});
  for (const char* odd : {"a;q=1.5", "a;q=0.1234", "a;q=-1", "a;q=", "a;q=.5", "a;q=01"}) {
    CAPTURE(odd);
    CHECK(parse_preferences(odd).empty());
  }
}

TEST_CASE("gzip is used where it is accepted") {
  CHECK(accepts_gzip("gzip, deflate, br"));
  CHECK(accepts_gzip("*"));
  CHECK_FALSE(accepts_gzip(""));
  CHECK_FALSE(accepts_gzip("br"));
  CHECK_FALSE(accepts_gzip("gzip;q=0, *"));
}

TEST_CASE("a page that is known is found among the tags") {
  CHECK(etag_listed("\"a\"", "\"a\""));
  CHECK(etag_listed("\"x\", W/\"a\"", "\"a\""));
  CHECK(etag_listed("*", "\"a\""));
  CHECK_FALSE(etag_listed("\"b\"", "\"a\""));
  CHECK_FALSE(etag_listed("a", "\"a\""));
  CHECK_FALSE(etag_listed("", "\"a\""));
}

}  // namespace parsers_test
