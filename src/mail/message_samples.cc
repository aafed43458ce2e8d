// Prints messages for check_messages.py: for each the letter's parts as JSON and the message in hex.
#include <cstdio>
#include <string>

#include <nlohmann/json.hpp>

#include "mail/message.h"

using namespace makegood;

namespace {

std::string hex(std::string_view bytes) {
  std::string out;
  char two[3];
  for (const char c : bytes) out += (std::snprintf(two, sizeof two, "%02x", static_cast<unsigned char>(c)), two);
  return out;
}

void print(const tasks::Letter& letter) {
  tasks::PostedLetter posted;
  posted.letter = letter;
  posted.message_id = "20230614T093000Z.abc@aberllyn.example";
  posted.queued = 1686735000;
  const auto message = mail::write_message(posted, {"plans@aberllyn.example", "Cyngor Aberllyn – cynlluniau", ""});
  const nlohmann::json sample{{"to", letter.to},     {"name", letter.to_name}, {"subject", letter.subject},
                              {"text", letter.text}, {"html", letter.html},    {"calendar", letter.calendar},
                              {"message", hex(message.value())}};
  std::puts(sample.dump().c_str());
}

}  // namespace

int main() {
  tasks::Letter letter;
  letter.key = "1";
  letter.to = "housing@aberllyn.example";
  letter.subject = "A word, please";
  letter.text = "Plain words.\n";
  print(letter);
  letter.to_name = "Pennaeth Tŷ \"Gogledd\", Aberllyn";
  letter.subject = "Mae dau ymrwymiad angen gair gennych: " + std::string(60, 'x') + " ŵŷ " + std::string(200, 'y') + " diwedd";
  letter.text = "Tŷ = tŷ \n.\n..dots\nFrom here\n\ttab\t\n" + std::string(500, 'w') + "ŵ\n";
  letter.html = "<p>Tŷ &amp; gŵyl " + std::string(300, 'h') + "</p>\n";
  letter.calendar = "BEGIN:VCALENDAR\r\nSUMMARY:Tŷ\r\nEND:VCALENDAR\r\n";
  letter.language = Language::cy;
  print(letter);
  letter.to_name = "A, B; C <not@an.address>";
  letter.calendar.clear();
  letter.subject = std::string(2000, 'z') + " =?UTF-8?Q?no?=";
  print(letter);
}
