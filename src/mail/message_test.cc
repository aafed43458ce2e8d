#include "mail/message.h"

#include <doctest/doctest.h>

#include "mail/encoding.h"

using namespace makegood;
using namespace makegood::mail;

namespace message_test {

tasks::PostedLetter small_letter() {
  tasks::PostedLetter posted;
  posted.id = "20230614T093000Z.abc";
  posted.message_id = posted.id + "@aberllyn.example";
  posted.queued = 1686735000;  // 2023-06-14T09:30:00Z, a Wednesday
  posted.letter.key = "ask 1";
  posted.letter.to = "housing@aberllyn.example";
  posted.letter.to_name = "Head of Housing";
  posted.letter.subject = "A word, please";
  posted.letter.text = "Two promises = two answers.\n";
  return posted;
}

const tasks::Letterhead kHead{"plans@aberllyn.example", "Aberllyn Council", "https://plans.aberllyn.example"};

std::string long_line(std::size_t n) { return std::string(n, 'a'); }

TEST_CASE("a letter of text alone, byte by byte") {
  CHECK(write_message(small_letter(), kHead).value() ==
        "Date: Wed, 14 Jun 2023 09:30:00 +0000\r\n"
        "From: Aberllyn Council <plans@aberllyn.example>\r\n"
        "To: Head of Housing <housing@aberllyn.example>\r\n"
        "Subject: A word, please\r\n"
        "Message-ID: <20230614T093000Z.abc@aberllyn.example>\r\n"
        "Auto-Submitted: auto-generated\r\n"
        "Content-Language: en\r\n"
        "MIME-Version: 1.0\r\n"
        "Content-Type: text/plain; charset=utf-8\r\n"
        "Content-Transfer-Encoding: quoted-printable\r\n"
        "\r\n"
        "Two promises =3D two answers.\r\n");
}

TEST_CASE("a letter with HTML, a calendar and a way out, byte by byte below its subject") {
  auto posted = small_letter();
  posted.letter.html = "<p>T\xC5\xB7</p>\n";
  posted.letter.calendar = "BEGIN:VCALENDAR\r\n";
  posted.letter.unsubscribe = "https://plans.aberllyn.example/follow/stop/1";
  posted.letter.reply_to = "equality@aberllyn.example";
  posted.letter.language = Language::cy;
  const auto message = write_message(posted, kHead).value();
  CHECK(message.find("Reply-To: equality@aberllyn.example\r\n") != std::string::npos);
  CHECK(message.substr(message.find("Auto-Submitted")) ==
        "Auto-Submitted: auto-generated\r\n"
        "Content-Language: cy\r\n"
        "List-Unsubscribe: <https://plans.aberllyn.example/follow/stop/1>\r\n"
        "List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"
        "MIME-Version: 1.0\r\n"
        "Content-Type: multipart/mixed;\r\n boundary=\"=_makegood_parts\"\r\n"
        "\r\n"
        "--=_makegood_parts\r\n"
        "Content-Type: multipart/alternative;\r\n boundary=\"=_makegood_alternatives\"\r\n"
        "\r\n"
        "--=_makegood_alternatives\r\n"
        "Content-Type: text/plain; charset=utf-8\r\n"
        "Content-Transfer-Encoding: quoted-printable\r\n"
        "\r\n"
        "Two promises =3D two answers.\r\n"
        "--=_makegood_alternatives\r\n"
        "Content-Type: text/html; charset=utf-8\r\n"
        "Content-Transfer-Encoding: quoted-printable\r\n"
        "\r\n"
        "<p>T=C5=B7</p>\r\n"
        "--=_makegood_alternatives--\r\n"
        "--=_makegood_parts\r\n"
        "Content-Type: text/calendar; charset=utf-8; method=PUBLISH\r\n"
        "Content-Transfer-Encoding: base64\r\n"
        "Content-Disposition: attachment; filename=\"dates.ics\"\r\n"
        "\r\n"
        "QkVHSU46VkNBTEVOREFSDQo=\r\n"
        "--=_makegood_parts--\r\n");
  CHECK(read_message(message).value() == tasks::SentWords{"Two promises = two answers.\n", "<p>T\xC5\xB7</p>\n"});
}

TEST_CASE("bodies as quoted-printable") {
  struct Row {
    const char* name;
    std::string text, encoded;
  };
  const Row rows[] = {
      {"nothing", "", ""},
      {"line ends of three kinds", "a\nb\r\nc\rd", "a\r\nb\r\nc\r\nd\r\n"},
      {"an equals sign and two bytes", "=\xC5\xB7", "=3D=C5=B7\r\n"},
      {"white space at the end of a line", "a \nb\t", "a=20\r\nb=09\r\n"},
      {"a line of 76", long_line(76), long_line(76) + "\r\n"},
      {"a line of 77", long_line(77), long_line(75) + "=\r\naa\r\n"},
      {"an escape that would not fit", long_line(74) + "==", long_line(74) + "=\r\n=3D=3D\r\n"},
      {"a NUL and an escape", std::string("\0\x1b", 2), "=00=1B\r\n"},
      {"an empty line at the end", "a\n\n", "a\r\n\r\n"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.name);
    CHECK(quoted_printable(row.text) == row.encoded);
  }
  CHECK(from_quoted_printable("a=3Db=\r\nc=c5=b7\r\n=ZZ=") == "a=bc\xC5\xB7\n=ZZ=");
}

TEST_CASE("headers in ASCII stay as they are, others become encoded words, long ones are folded") {
  struct Row {
    const char* name;
    std::string value, header;
  };
  const Row rows[] = {
      {"plain", "A word, please", "Subject: A word, please\r\n"},
      {"Welsh", "T\xC5\xB7 a g\xC5\xB5yl", "Subject: =?UTF-8?B?VMW3IGEgZ8W1eWw=?=\r\n"},
      {"what looks like an encoded word", "=?UTF-8?B?", "Subject: =?UTF-8?B?PT9VVEYtOD9CPw==?=\r\n"},
      {"longer than a line", long_line(40) + " " + long_line(40), "Subject: " + long_line(40) + "\r\n " + long_line(40) + "\r\n"},
      {"one word longer than a line", long_line(90), "Subject: " + long_line(90) + "\r\n"},
      {"Welsh longer than an encoded word",
       "T\xC5\xB7 Cymru: dau ymrwymiad sydd angen gair gennych chi cyn diwedd y mis",
       "Subject: =?UTF-8?B?VMW3IEN5bXJ1OiBkYXUgeW1yd3ltaWFkIHN5ZGQgYW5nZW4gZ2Fp?=\r\n"
       " =?UTF-8?B?ciBnZW5ueWNoIGNoaSBjeW4gZGl3ZWRkIHkgbWlz?=\r\n"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.name);
    CHECK(text_header("Subject", row.value) == row.header);
  }
  CHECK(mailbox_header("To", "Housing, Aberllyn \"North\"", "a@b.example") == "To: \"Housing, Aberllyn \\\"North\\\"\" <a@b.example>\r\n");
  CHECK(mailbox_header("To", "", "a@b.example") == "To: a@b.example\r\n");
  CHECK(mailbox_header("To", "T\xC5\xB7", "a@b.example") == "To: =?UTF-8?B?VMW3?= <a@b.example>\r\n");
}

TEST_CASE("nothing that is given can add a header or a part") {
  struct Row {
    const char* name;
    std::string tasks::Letter::*field;
    std::string value;
  };
  const Row rows[] = {
      {"subject", &tasks::Letter::subject, "News\r\nBcc: all@aberllyn.example"},
      {"name", &tasks::Letter::to_name, "Head\nBcc: all@aberllyn.example"},
      {"address", &tasks::Letter::to, "a@b.example\r\nBcc: all@aberllyn.example"},
      {"address to answer to", &tasks::Letter::reply_to, "a@b.example\nX: y"},
      {"way out", &tasks::Letter::unsubscribe, "https://a.example/\r\nX: y"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.name);
    auto posted = small_letter();
    posted.letter.*row.field = row.value;
    CHECK(write_message(posted, kHead).error().fault == Fault::invalid_input);
  }
  auto head = kHead;
  head.from_name = "Council\r\nX: y";
  CHECK_FALSE(write_message(small_letter(), head));
  head = kHead;
  head.from = "plans@aberllyn.example\nX: y";
  CHECK_FALSE(write_message(small_letter(), head));
  auto posted = small_letter();
  posted.letter.html = "<p>x</p>";
  posted.letter.text = "--=_makegood_alternatives--\nMore";
  CHECK(read_message(write_message(posted, kHead).value())->text == "--=_makegood_alternatives--\nMore\n");
  CHECK(read_message("Subject: x\r\n\r\nwords").error().fault == Fault::unreadable);
}

}  // namespace message_test
