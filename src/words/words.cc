#include "words/words.h"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <unordered_map>

#include "words/embedded.h"
#include "words/mo_file.h"
#include "words/speech.h"

namespace makegood {
namespace detail {

struct Entry {
  Message message;
  Language language = Language::en;
};

struct Catalogue {
  explicit Catalogue(Language of) : language(of), speech(of), english(Language::en) {}

  Language language;
  Speech speech;
  Speech english;  // grammar for what is missing and said in English instead
  std::unordered_map<std::string_view, Entry> entries;
};

}  // namespace detail

namespace {

using detail::Catalogue;
using detail::Entry;

void load(Catalogue& into, std::string_view bytes, Language language) {
  const auto file = read_mo(bytes);
  if (!file) throw std::runtime_error(file.error().line());
  const Grammar& grammar = (language == into.language ? into.speech : into.english).grammar();
  for (const auto& [key, text] : *file) {
    auto message = Message::compile(text, grammar);
    if (!message) throw std::runtime_error("message " + std::string(key) + ": " + message.error().line());
    into.entries.insert_or_assign(key, Entry{std::move(*message), language});
  }
}

// Built on first use and kept for the life of the program.
const Catalogue& catalogue(Language language) {
  static const auto build = [](Language of) {
    auto made = std::make_unique<Catalogue>(of);
    load(*made, english_mo(), of == Language::pseudo ? Language::pseudo : Language::en);
    if (of == Language::cy) load(*made, welsh_mo(), Language::cy);
    return made;
  };
  static const auto en = build(Language::en);
  static const auto cy = build(Language::cy);
  static const auto pseudo = build(Language::pseudo);
  return language == Language::cy ? *cy : language == Language::pseudo ? *pseudo : *en;
}

bool begins_with_vowel(std::string_view word) {
  static constexpr std::array<std::string_view, 14> kAccented = {"â", "ê", "î", "ô", "û", "ŵ", "ŷ",
                                                                 "Â", "Ê", "Î", "Ô", "Û", "Ŵ", "Ŷ"};
  if (word.empty()) return false;
  if (std::string_view("aeiouwyAEIOUWY").find(word.front()) != std::string_view::npos) return true;
  return std::any_of(kAccented.begin(), kAccented.end(), [&](auto vowel) { return word.starts_with(vowel); });
}

}  // namespace

std::string_view language_tag(Language language) { return language == Language::cy ? "cy" : "en"; }

Words Words::for_language(Language language) { return Words(catalogue(language)); }

Said Words::text(std::string_view key, Arguments arguments) const {
  const auto found = catalogue_->entries.find(key);
  if (found == catalogue_->entries.end()) return {"[" + std::string(key) + "]", Language::en};
  const auto& [message, language] = found->second;
  const Speech& speech = language == catalogue_->language ? catalogue_->speech : catalogue_->english;
  auto text = message.format(arguments, speech.grammar());
  if (language == Language::pseudo) text = "[" + text + "]";
  return {std::move(text), language};
}

std::string Words::operator()(std::string_view key, Arguments arguments) const { return text(key, arguments).text; }

bool Words::has(std::string_view key) const { return catalogue_->entries.contains(key); }

std::string Words::date(Day day) const { return catalogue_->speech.grammar().date(day); }

std::string Words::short_date(Day day) const {
  return std::to_string(day.day()) + " " + catalogue_->speech.short_month(day.month()) + " " + std::to_string(day.year());
}

std::string Words::weekday_date(Day day) const {
  return catalogue_->speech.weekday(std::chrono::weekday(day.days()).c_encoding()) + " " + date(day);
}

std::string Words::month(Day day) const {
  return catalogue_->speech.month(day.month()) + " " + std::to_string(day.year());
}

std::string Words::number(std::int64_t n) const { return grouped(n); }

std::string Words::number(double n, int places) const { return fixed(n, places); }

std::string Words::list(const std::vector<std::string>& parts) const {
  if (parts.empty()) return {};
  std::string out = parts.front();
  for (std::size_t i = 1; i + 1 < parts.size(); ++i) out += ", " + parts[i];
  if (parts.size() == 1) return out;
  const std::string_view last = parts.back();
  if (language() == Language::cy) return out + (begins_with_vowel(last) ? " ac " : " a ") + std::string(last);
  return out + (language() == Language::pseudo ? " áñð " : " and ") + std::string(last);
}

Language Words::language() const { return catalogue_->language; }

std::vector<std::string_view> Words::keys() const {
  std::vector<std::string_view> all;
  for (const auto& [key, entry] : catalogue_->entries) all.push_back(key);
  std::sort(all.begin(), all.end());
  return all;
}

}  // namespace makegood
