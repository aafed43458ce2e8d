// Forms with files, read whole and in every possible cut.
#include <doctest/doctest.h>

#include <algorithm>

#include "web/body.h"
#include "web/multipart.h"

using namespace makegood::web;

namespace multipart_test {

// Writes down what it is given: "name=content;" or "name(file|type)=content;".
struct Notes : PartSink {
  std::string text;
  Parsed<void> begin_part(PartHead head) override {
    text += head.name + (head.is_file ? "(" + head.file_name + "|" + head.content_type + ")=" : "=");
    return {};
  }
  Parsed<void> part_bytes(std::string_view bytes) override { return text += bytes, Parsed<void>{}; }
  Parsed<void> end_part() override { return text += ";", Parsed<void>{}; }
};

std::string read(std::string_view body, std::size_t piece, MultipartLimits limits = {}) {
  Notes notes;
  MultipartParser parser("b", notes, limits);
  for (; !body.empty(); body.remove_prefix(std::min(piece, body.size())))
    if (!parser.feed(body.substr(0, piece))) return "refused";
  return parser.finish() ? notes.text : "refused";
}

std::string part(const std::string& disposition, const std::string& content = "x") {
  return "--b\r\nContent-Disposition: form-data" + disposition + "\r\n\r\n" + content + "\r\n--b--\r\n";
}

TEST_CASE("parts come out the same however the bytes are cut") {
  struct Row {
    const char* what;
    std::string body;
    std::string parts;
  };
  const std::string d = "Content-Disposition: form-data; ";
  const Row rows[] = {
      {"a field", part("; name=\"a\""), "a=x;"},
      {"an empty field", part("; name=\"a\"", ""), "a=;"},
      {"a field and a file", "--b\r\n" + d + "name=\"a\"\r\n\r\n1\r\n--b\r\n" + d + "name=\"f\"; filename=\"p.md\"\r\nContent-Type: text/markdown\r\n\r\n# P\r\n\r\n--b--", "a=1;f(p.md|text/markdown)=# P\r\n;"},
      {"no part at all", "--b--\r\n", ""},
      {"no file chosen", part("; name=\"f\"; filename=\"\"", ""), "f(|)=;"},
      {"nearly a boundary in the content", part("; name=\"a\"", "1\r\n-b\r\n--\r\n--B\r\n\r\n--"), "a=1\r\n-b\r\n--\r\n--B\r\n\r\n--;"},
      {"every byte", part("; name=\"a\"", std::string("\0\1\xff\r\r\n\n", 7)), "a=" + std::string("\0\1\xff\r\r\n\n", 7) + ";"},
      {"an epilogue is no part", part("; name=\"a\"") + "--b\r\nrubbish", "a=x;"},
      {"a name without quotes", part("; name=a"), "a=x;"},
      {"capitals and blanks", "--b\r\nCONTENT-DISPOSITION:   Form-Data ;  Name=\"a\" ; filename=\"F\"\r\n\r\nx\r\n--b--", "a(F|)=x;"},
      {"a quote as browsers write it now", part("; name=\"a%22b\""), "a\"b=x;"},
      {"a quote as browsers wrote it", part("; name=\"a\\\"b\""), "a\"b=x;"},
      {"other percent signs stay", part("; name=\"50%25\""), "50%25=x;"},
      {"line ends in a name", part("; name=\"a%0D%0Ab\""), "a  b=x;"},
      {"a whole path", part("; name=\"f\"; filename=\"C:\\docs\\plan.docx\""), "f(plan.docx|)=x;"},
      {"a path that climbs", part("; name=\"f\"; filename=\"../../etc/passwd\""), "f(passwd|)=x;"},
      {"UTF-8 names", part("; name=\"f\"; filename=\"t\u0177.md\""), "f(t\u0177.md|)=x;"},
      {"a semicolon inside quotes", part("; name=\"a;b\"; filename=\"c;d\""), "a;b(c;d|)=x;"},
      {"_charset_ is a field like any other", part("; name=\"_charset_\"", "utf-7"), "_charset_=utf-7;"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.what);
    for (const std::size_t piece : {1000U, 1U, 2U, 3U, 5U, 7U, 11U}) {
      CAPTURE(piece);
      CHECK(read(row.body, piece) == row.parts);
    }
  }
}

TEST_CASE("what programs read differently is refused, however it is cut") {
  struct Row {
    const char* what;
    std::string body;
  };
  const Row rows[] = {
      {"nothing", ""},
      {"a preamble", "hello\r\n" + part("; name=\"a\"")},
      {"another boundary", "--c\r\n"},
      {"no end", "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx"},
      {"no end after a part", "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n--b"},
      {"a boundary that goes on", "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n--bc\r\n"},
      {"no disposition", "--b\r\nContent-Type: text/plain\r\n\r\nx\r\n--b--"},
      {"two dispositions", "--b\r\nContent-Disposition: form-data; name=a\r\nContent-Disposition: form-data; name=b\r\n\r\nx\r\n--b--"},
      {"an attachment", "--b\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\nx\r\n--b--"},
      {"no name", part("")},
      {"an extended file name", part("; name=\"f\"; filename*=UTF-8''x")},
      {"two names", part("; name=\"a\"; name=\"b\"")},
      {"two file names", part("; name=\"a\"; filename=\"b\"; FILENAME=\"c\"")},
      {"a quote that is not closed", part("; name=\"a")},
      {"words after the quote", part("; name=\"a\"b")},
      {"a folded header", "--b\r\nContent-Disposition: form-data;\r\n name=\"a\"\r\n\r\nx\r\n--b--"},
      {"a transfer encoding", "--b\r\nContent-Disposition: form-data; name=\"a\"\r\nContent-Transfer-Encoding: base64\r\n\r\nx\r\n--b--"},
      {"a header of 5 KB", part("; name=\"a\"; x=\"" + std::string(5000, 'x') + "\"")},
      {"a name of 300 bytes", part("; name=\"" + std::string(300, 'x') + "\"")},
  };
  for (const auto& row : rows) {
    CAPTURE(row.what);
    for (const std::size_t piece : {10000U, 1U, 3U}) CHECK(read(row.body, piece) == "refused");
  }
}

TEST_CASE("parts are counted") {
  const std::string one = "--b\r\nContent-Disposition: form-data; name=a\r\n\r\n\r\n";
  CHECK(read(one + one + "--b--", 100, {.parts = 2}) == "a=;a=;");
  CHECK(read(one + one + one + "--b--", 100, {.parts = 2}) == "refused");
}

TEST_CASE("a boundary is one of RFC 2046") {
  const auto boundary = [](std::string_view type) { return boundary_of(type).value_or("refused"); };
  CHECK(boundary("multipart/form-data; boundary=----WebKitFormBoundary7MA4") == "----WebKitFormBoundary7MA4");
  CHECK(boundary("multipart/form-data; charset=utf-8; BOUNDARY=\"a b\"") == "a b");
  CHECK(boundary("multipart/form-data") == "refused");
  CHECK(boundary("multipart/form-data; boundary=") == "refused");
  CHECK(boundary("multipart/form-data; boundary=\"a \"") == "refused");
  CHECK(boundary("multipart/form-data; boundary=a; boundary=b") == "refused");
  CHECK(boundary("multipart/form-data; boundary=\"a\r\nb\"") == "refused");
  CHECK(boundary("multipart/form-data; boundary=" + std::string(71, 'a')) == "refused");
}

TEST_CASE("a multipart body fills form and files") {
  Request request;
  request.headers.add("Content-Type", "multipart/form-data; boundary=b");
  auto reader = make_body_reader(request, {.body = BodyKind::multipart}, "/tmp");
  REQUIRE(reader);
  const std::string d = "Content-Disposition: form-data; name=";
  const std::string big(300 * 1024, 'q');
  REQUIRE((*reader)->feed("--b\r\n" + d + "title\r\n\r\nPlan \xff\r\n--b\r\n" + d + "none; filename=\"\"\r\n\r\n\r\n--b\r\n" + d + "doc; filename=\"big.txt\"\r\n\r\n" + big + "\r\n--b--"));
  REQUIRE((*reader)->finish(request));
  CHECK(request.form == Fields{{"title", "Plan \uFFFD"}});
  REQUIRE(request.files.size() == 1);  // the input without a file is none
  CHECK(request.files[0].name == "big.txt");
  CHECK(request.files[0].content->on_disk());
  CHECK(request.files[0].content->bytes() == big);
}

TEST_CASE("the text of a form is held to its limit even where files may be large") {
  Request request;
  request.headers.add("Content-Type", "multipart/form-data; boundary=b");
  auto reader = make_body_reader(request, {.body = BodyKind::multipart, .max_body = kUploadBytes}, "/tmp");
  REQUIRE(reader);
  const auto fed = (*reader)->feed("--b\r\nContent-Disposition: form-data; name=a\r\n\r\n" + std::string(kFormBytes + 100, 'x'));
  REQUIRE_FALSE(fed);
  CHECK(fed.error().status == 413);
}

// A head of exactly the limit was refused when its empty line came in a later piece.
TEST_CASE("a part's header may be as long as its limit, however it is cut") {
  const std::string head = "Content-Disposition: form-data; name=a";
  const auto body = "--b\r\n" + head + "\r\n\r\nx\r\n--b--";
  for (const std::size_t piece : {1000U, 1U, 2U, 3U}) {
    CAPTURE(piece);
    CHECK(read(body, piece, {.part_header = head.size()}) == "a=x;");
    CHECK(read(body, piece, {.part_header = head.size() - 1}) == "refused");
  }
}

}  // namespace multipart_test
