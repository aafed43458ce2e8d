#include "tasks/letter.h"

#include <algorithm>

namespace makegood::tasks {
namespace {

bool has_control(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
}

bool is_atom(std::string_view text) {
  constexpr std::string_view kMarks = "!#$%&'*+-/=?^_`{|}~";
  return !text.empty() && std::all_of(text.begin(), text.end(), [&](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || kMarks.find(c) != std::string_view::npos;
  });
}

bool is_atoms_with_dots(std::string_view text) {
  const auto atoms = split(text, '.');
  return std::all_of(atoms.begin(), atoms.end(), [](const std::string& atom) { return is_atom(atom); });
}

bool is_host(std::string_view text) {
  return is_atoms_with_dots(text) && text.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-.") ==
                                         std::string_view::npos;
}

}  // namespace

std::string_view word(LetterKind kind) { return kLetterKinds.at(static_cast<std::size_t>(kind)).word; }

std::optional<LetterKind> letter_kind_from(std::string_view word) {
  for (const auto& row : kLetterKinds)
    if (row.word == word) return row.kind;
  return std::nullopt;
}

Language language_of(const Person& person) { return person.language == "cy" ? Language::cy : Language::en; }

std::string Letterhead::address(Language language, std::string_view path) const {
  return site + (language == Language::cy ? "/cy" : "") + std::string(path);
}

bool is_mail_address(std::string_view text) {
  const auto at = text.rfind('@');
  return at != std::string_view::npos && at <= 64 && text.size() <= 254 && is_atoms_with_dots(text.substr(0, at)) &&
         is_host(text.substr(at + 1));
}

Result<void> check_letter(const Letter& letter) {
  if (letter.key.empty()) return refuse(Fault::invalid_input, "the letter does not say what it is for");
  if (!is_mail_address(letter.to)) return refuse(Fault::invalid_input, "this is not an e-mail address", shorten(letter.to, 80));
  if (!letter.reply_to.empty() && !is_mail_address(letter.reply_to))
    return refuse(Fault::invalid_input, "this is not an e-mail address to answer to", shorten(letter.reply_to, 80));
  for (const auto* value : {&letter.subject, &letter.to_name, &letter.unsubscribe})
    if (has_control(*value)) return refuse(Fault::invalid_input, "a line break cannot stand in the head of a letter");
  if (!letter.unsubscribe.empty() && (letter.unsubscribe.find_first_of("<> ") != std::string::npos || !letter.unsubscribe.starts_with("http")))
    return refuse(Fault::invalid_input, "the address for ending a subscription is not a web address");
  if (trim(letter.subject).empty() || trim(letter.text).empty())
    return refuse(Fault::invalid_input, "a letter needs a subject and words");
  return {};
}

}  // namespace makegood::tasks
