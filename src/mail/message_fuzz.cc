// Whatever a letter says, its message has short clean lines and one header block, and its words
// read back the same; whatever bytes a file holds, reading it ends.
#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "mail/message.h"

using namespace makegood;

namespace {

void claim(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "does not hold: %s\n", what);
  std::abort();
}

void check_lines(std::string_view message) {
  std::size_t line = 0;
  for (std::size_t i = 0; i < message.size(); ++i, ++line) {
    const auto c = static_cast<unsigned char>(message[i]);
    claim(c < 0x80, "a message is ASCII");
    if (c == '\n') {
      claim(i > 0 && message[i - 1] == '\r', "a line ends with CRLF");
      claim(line <= 998, "a line is not too long");
      line = static_cast<std::size_t>(-1);
    } else if (c == '\r') {
      claim(i + 1 < message.size() && message[i + 1] == '\n', "a CR stands before an LF");
    }
  }
}

std::string with_plain_ends(std::string_view text) {
  auto plain = replace_all(replace_all(std::string(text), "\r\n", "\n"), "\r", "\n");
  if (!plain.ends_with('\n')) plain += '\n';
  return plain;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  (void)mail::read_message(bytes);
  const auto parts = split(bytes, '|');
  tasks::PostedLetter posted;
  posted.message_id = "1@aberllyn.example";
  posted.letter.key = "key";
  posted.letter.to = "housing@aberllyn.example";
  posted.letter.subject = valid_utf8(parts[0]);
  posted.letter.text = valid_utf8(parts.back());
  posted.letter.to_name = parts.size() > 2 ? valid_utf8(parts[1]) : "";
  posted.letter.html = parts.size() > 3 ? valid_utf8(parts[2]) : "";
  const auto message = mail::write_message(posted, {"plans@aberllyn.example", "", ""});
  if (!message) return 0;
  check_lines(*message);
  const auto head = message->substr(0, message->find("\r\n\r\n"));
  claim(head.find("\r\nSubject:") != std::string::npos && head.find("\r\nSubject:") == head.rfind("\r\nSubject:"), "one subject");
  claim(mail::read_message(*message)->text == with_plain_ends(posted.letter.text), "the words read back");
  return 0;
}
