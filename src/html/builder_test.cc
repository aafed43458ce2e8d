#include <doctest/doctest.h>

#include "html/html.h"

using namespace makegood::html;
using makegood::Fault;

namespace builder_test {

TEST_CASE("markup is what its functions say") {
  struct Row {
    const char* name;
    Html made;
    const char* expected;
  };
  const std::string evil = "<script>'\"&";
  const Row rows[] = {
      {"an element without parts", div(), "<div></div>"},
      {"text is escaped", p(evil), "<p>&lt;script&gt;&#39;&quot;&amp;</p>"},
      {"an attribute value is escaped", p(attr("title", evil)), "<p title=\"&lt;script&gt;&#39;&quot;&amp;\"></p>"},
      {"attributes and children in any order", p("a", cls("x"), 3, id("y")), "<p class=\"x\" id=\"y\">a3</p>"},
      {"children nest without being escaped again", ul(li("a & b"), li(strong("c"))),
       "<ul><li>a &amp; b</li><li><strong>c</strong></li></ul>"},
      {"a void element has no end tag", div(br(), input(attr("name", "q"))), "<div><br><input name=\"q\"></div>"},
      {"a boolean attribute is there or not", option(flag("selected"), flag("disabled", false)),
       "<option selected></option>"},
      {"when() leaves out", p(when(false, b("no")), when(true, [] { return b("yes"); })), "<p><b>yes</b></p>"},
      {"each() makes one after the other", ul(each(std::vector<int>{1, 2}, [](int n) { return li(n); })),
       "<ul><li>1</li><li>2</li></ul>"},
      {"an empty optional says nothing", p(std::optional<Html>()), "<p></p>"},
      {"negative numbers", p(-12), "<p>-12</p>"},
      {"a NUL byte is replaced", p(std::string_view("a\0b", 3)), "<p>a\xEF\xBF\xBD" "b</p>"},
      {"Welsh letters stay", p("tŷ, cŵn"), "<p>tŷ, cŵn</p>"},
      {"a tag without a function", element("figure", cls("c")), "<figure class=\"c\"></figure>"},
      {"content is text or markup", join(Content("a<b"), Content(b("c"))), "a&lt;b<b>c</b>"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.name);
    CHECK(row.made.text() == row.expected);
  }
}

TEST_CASE("a Url leads to this site, the web or a mailbox, and nowhere else") {
  struct Row {
    const char* text;
    bool allowed;
  };
  const Row rows[] = {
      {"/plans/fern", true},   {"#main", true},           {"?page=2", true},        {"https://example.org/a", true},
      {"HTTP://example.org", true}, {"mailto:a@example.org", true},
      {"", false},             {"javascript:alert(1)", false}, {"JaVaScRiPt:alert(1)", false},
      {" javascript:x", false}, {"java\tscript:x", false}, {"data:text/html,x", false}, {"//evil.example", false},
      {"/\\evil.example", false}, {"\\\\evil.example", false}, {"plans", false}, {"/a b", false}, {"/a\"b", false},
      {"vbscript:x", false},   {"ftp://example.org", false}, {"https:evil", false},
  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    const auto url = Url::parse(row.text);
    CHECK(url.has_value() == row.allowed);
    if (url) CHECK(url->view() == row.text);
    else CHECK(url.error().fault == Fault::invalid_input);
  }
}

TEST_CASE("a Url is put together encoded") {
  CHECK(Url::path({}).view() == "/");
  CHECK(Url::path({"plans", "a/b ?#é"}).view() == "/plans/a%2Fb%20%3F%23%C3%A9");
  CHECK(Url::path({"a", ".."}).view() == "/a/%2E%2E");
  CHECK(Url("/search").with("q", "a&b=c").with("page", "2").view() == "/search?q=a%26b%3Dc&page=2");
  CHECK(Url("/plans#top").with("q", "x").view() == "/plans?q=x#top");
  CHECK(Url("/plans?a=1#top").at("row 2").view() == "/plans?a=1#row%202");
  CHECK(Url("/plans/x").suffixed(".csv").view() == "/plans/x.csv");
  CHECK(Url("/plans").under("/cy").view() == "/cy/plans");
  CHECK(Url("/").under("/cy").view() == "/cy");
  CHECK(Url("https://example.org/").under("/cy").view() == "https://example.org/");
  CHECK(a(href("/x?a=1&b=2"), "go").text() == "<a href=\"/x?a=1&amp;b=2\">go</a>");
}

}  // namespace builder_test
