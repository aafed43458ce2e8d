#include "tasks/outbox.h"

#include "json/json.h"
#include "tasks/workspace.h"

namespace makegood::tasks {
namespace {

// "20230614T093000Z.k3v7x0q2mbk3v7x0q2mb": in the order of time, and not to be guessed.
std::string make_letter_id(const Now& now, const RandomBits& random) {
  std::string stamp;
  for (const char c : now.utc())
    if (c != '-' && c != ':') stamp += c;
  return stamp + "." + make_id_text(random) + make_id_text(random);
}

Result<PostedLetter> posted(const Workspace& w, const Letter& letter) {
  if (auto fine = check_letter(letter); !fine) return tl::unexpected(fine.error());
  PostedLetter put;
  put.letter = letter;
  const auto now = w.clock.now();
  put.id = make_letter_id(now, w.random);
  put.message_id = put.id + w.letterhead.from.substr(std::min(w.letterhead.from.find('@'), w.letterhead.from.size()));
  put.queued = put.next_attempt = now.seconds;
  return put;
}

struct TextField {
  const char* name;
  std::string Letter::*member;
};
constexpr std::array<TextField, 9> kTextFields = {{
    {"key", &Letter::key},
    {"to", &Letter::to},
    {"to_name", &Letter::to_name},
    {"subject", &Letter::subject},
    {"text", &Letter::text},
    {"html", &Letter::html},
    {"reply_to", &Letter::reply_to},
    {"unsubscribe", &Letter::unsubscribe},
    {"calendar", &Letter::calendar},
}};

std::string write_letter(const PostedLetter& put) {
  OrderedJson json;
  for (const auto& field : kTextFields) json[field.name] = put.letter.*field.member;
  json["kind"] = std::string(word(put.letter.kind));
  json["language"] = std::string(language_tag(put.letter.language));
  json["bodies"] = put.letter.bodies;
  json["useful_until"] = put.letter.useful_until;
  json["id"] = put.id;
  json["message_id"] = put.message_id;
  json["queued"] = put.queued;
  return json.dump(-1, ' ', false, OrderedJson::error_handler_t::replace);
}

}  // namespace

std::string_view word(LetterState state) { return kLetterStates.at(static_cast<std::size_t>(state)).word; }

std::optional<LetterState> letter_state_from(std::string_view word) {
  for (const auto& row : kLetterStates)
    if (row.word == word) return row.state;
  return std::nullopt;
}

Result<Errand> letter_errand(const Workspace& w, const Letter& letter) {
  const auto put = posted(w, letter);
  if (!put) return tl::unexpected(put.error());
  return Errand{std::string(kLetterErrand), write_letter(*put)};
}

Result<bool> post_letter(const Workspace& w, const Letter& letter) {
  const auto put = posted(w, letter);
  if (!put) return tl::unexpected(put.error());
  return w.outbox.add(*put);
}

Result<PostedLetter> read_letter_errand(std::string_view payload) {
  const auto json = OrderedJson::parse(payload, nullptr, false);
  if (!json.is_object()) return refuse(Fault::invalid_input, "this is not a letter");
  PostedLetter put;
  for (const auto& field : kTextFields) put.letter.*field.member = json.value(field.name, "");
  put.letter.kind = letter_kind_from(json.value("kind", "")).value_or(LetterKind::notice);
  put.letter.language = json.value("language", "") == "cy" ? Language::cy : Language::en;
  put.letter.bodies = json.value("bodies", std::vector<std::string>{});
  put.letter.useful_until = json.value("useful_until", std::int64_t{0});
  put.id = json.value("id", "");
  put.message_id = json.value("message_id", "");
  put.queued = put.next_attempt = json.value("queued", std::int64_t{0});
  if (auto fine = check_letter(put.letter); !fine) return tl::unexpected(fine.error());
  return put;
}

}  // namespace makegood::tasks
