#include "words/refusal_words.h"

#include <algorithm>
#include <stdexcept>
#include <unordered_map>

#include "words/embedded.h"
#include "words/speech.h"

namespace makegood {
namespace {

constexpr int kDeepest = 3;  // a refusal inside a refusal, and a phrase inside that

struct Place {
  bool quoted = false;  ///< "{}": somebody's own words
};

/// "the last letter went on {}: another may go from {}" is three literals with two places between them.
struct Template {
  std::vector<std::string_view> literals;
  std::vector<Place> places;
  std::size_t own = 0;  ///< bytes that are not places
  std::string_view text;
};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool has_letter(std::string_view text) { return std::any_of(text.begin(), text.end(), is_letter); }
bool is_number(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), is_digit); }

std::string_view first_word(std::string_view text) {
  const auto space = text.find(' ');
  return space == std::string_view::npos ? std::string_view{} : text.substr(0, space);
}

/// Whatever stands between the braces says how a number is written, which makes no difference here.
Result<Template> template_of(const MoEntry& entry) {
  Template made;
  made.text = entry.text;
  auto rest = entry.key;
  for (auto open = rest.find('{'); open != std::string_view::npos; open = rest.find('{')) {
    const auto shut = rest.find('}', open);
    if (shut == std::string_view::npos) return refuse(Fault::invalid_input, "A place is not closed in: " + std::string(entry.key));
    made.literals.push_back(rest.substr(0, open));
    rest.remove_prefix(shut + 1);
    made.places.push_back({made.literals.back().ends_with('"') && rest.starts_with('"')});
  }
  made.literals.push_back(rest);
  for (const auto literal : made.literals) made.own += literal.size();
  return made;
}

constexpr std::string_view kTitle = ":title";

/// Walks through a text that names places: `literal` and `place` are called in turn. False where a place is not there.
template <class Literal, class Named>
bool each_piece(std::string_view text, std::size_t places, Literal literal, Named named) {
  for (auto open = text.find('{'); open != std::string_view::npos; open = text.find('{')) {
    const auto shut = text.find('}', open);
    if (shut == std::string_view::npos) return false;
    auto name = text.substr(open + 1, shut - open - 1);
    const bool title = name.ends_with(kTitle);
    if (title) name.remove_suffix(kTitle.size());
    if (!is_number(name) || name.size() > 2) return false;
    std::size_t n = 0;
    for (const char digit : name) n = n * 10 + static_cast<std::size_t>(digit - '0');
    if (n >= places) return false;
    literal(text.substr(0, open));
    named(n, title);
    text.remove_prefix(shut + 1);
  }
  literal(text);
  return true;
}

/// What stands in the places, each as short as may be; false where it is another sentence.
bool fits(const Template& t, std::string_view said, std::vector<std::string_view>& stands) {
  stands.clear();
  if (!said.starts_with(t.literals.front())) return false;
  said.remove_prefix(t.literals.front().size());
  if (!said.ends_with(t.literals.back())) return false;
  said.remove_suffix(t.literals.back().size());
  for (std::size_t i = 1; i + 1 < t.literals.size(); ++i) {
    const auto at = said.find(t.literals[i]);
    if (at == std::string_view::npos) return false;
    stands.push_back(said.substr(0, at));
    said.remove_prefix(at + t.literals[i].size());
  }
  stands.push_back(said);
  return true;
}

/// "31 March 2023" in the other language.
std::string date_in_welsh(std::string_view words) {
  static const Speech english(Language::en), welsh(Language::cy);
  const auto first = words.find(' '), second = words.rfind(' ');
  if (first == std::string_view::npos || second == first || !is_number(words.substr(0, first)) || first > 2) return {};
  if (!is_number(words.substr(second + 1)) || words.size() - second != 5) return {};
  const auto month = words.substr(first + 1, second - first - 1);
  for (int n = 1; n <= 12; ++n)
    if (english.month(n) == month) return std::string(words.substr(0, first + 1)) + welsh.month(n) + std::string(words.substr(second));
  return {};
}

/// The titles in the other language; empty where one of them is not known.
std::string titles_in(std::string_view said, const Titles& titles) {
  if (auto one = titles(said); !one.empty()) return one;
  std::vector<std::string> all;
  for (const auto& part : split(said, ',')) all.push_back(titles(trim(part)));
  return std::find(all.begin(), all.end(), "") == all.end() ? join(all, ", ") : std::string();
}

}  // namespace

struct Sentences::Index {
  std::unordered_map<std::string_view, std::string_view> whole;            ///< sentences without places
  std::unordered_map<std::string_view, std::vector<Template>> by_first;    ///< "" = begins with a place, or has no whole word before one

  /// Inside a place stand words of anybody. There a sentence is known only by words of its own at its beginning, or by a
  /// number: "5 minutes" and "until 31 March 2023", but not "the minutes are missing".
  static bool may_stand_in_a_place(const Template& t, const std::vector<std::string_view>& stands) {
    return has_letter(t.literals.front()) || (t.literals.front().empty() && is_number(stands.front()));
  }

  const Template* closest(std::string_view said, bool in_a_place, std::vector<std::string_view>& stands) const {
    const Template* best = nullptr;
    std::vector<std::string_view> here;
    for (const auto first : {first_word(said), std::string_view{}}) {
      const auto found = by_first.find(first);
      if (found == by_first.end()) continue;
      for (const auto& t : found->second) {
        if (best != nullptr && std::pair(best->literals.front().size(), best->own) >= std::pair(t.literals.front().size(), t.own)) continue;
        if (!fits(t, said, here) || (in_a_place && !may_stand_in_a_place(t, here))) continue;
        best = &t;
        stands = here;
      }
      if (first.empty()) break;
    }
    return best;
  }

  std::string say(std::string_view said, int depth, const Titles& titles) const {
    if (const auto found = whole.find(said); found != whole.end()) return std::string(found->second);
    std::vector<std::string_view> stands;
    const auto* t = closest(said, depth > 0, stands);
    if (t == nullptr) return {};
    std::string out;
    each_piece(t->text, t->places.size(), [&](std::string_view literal) { out += literal; },
               [&](std::size_t n, bool title) {
                 const auto known = title && titles ? titles_in(stands[n], titles) : std::string();
                 out += !known.empty() ? known : t->places[n].quoted ? std::string(stands[n]) : say_in_place(stands[n], depth + 1, titles);
               });
    return out;
  }

  std::string say_in_place(std::string_view said, int depth, const Titles& titles) const {
    auto out = depth > kDeepest || said.empty() ? std::string{} : say(said, depth, titles);
    if (out.empty()) out = date_in_welsh(said);
    return out.empty() ? std::string(said) : out;
  }
};

Sentences::Sentences(std::unique_ptr<const Index> index) : index_(std::move(index)) {}
Sentences::Sentences(Sentences&&) noexcept = default;
Sentences& Sentences::operator=(Sentences&&) noexcept = default;
Sentences::~Sentences() = default;

Result<Sentences> Sentences::from(const std::vector<MoEntry>& entries) {
  auto index = std::make_unique<Index>();
  for (const auto& entry : entries) {
    auto made = template_of(entry);
    if (!made) return tl::unexpected(made.error());
    const auto nothing = [](auto...) {};
    if (!each_piece(entry.text, made->places.size(), nothing, nothing))
      return refuse(Fault::invalid_input, "A place that is not there is named in: " + std::string(entry.text));
    if (made->places.empty()) index->whole.emplace(entry.key, entry.text);
    else index->by_first[first_word(made->literals.front())].push_back(std::move(*made));
  }
  return Sentences(std::move(index));
}

std::string Sentences::say(std::string_view english, const Titles& titles) const {
  return english.empty() || english.size() > kLongestSentence ? std::string{} : index_->say(english, 0, titles);
}

Said said_in(Language language, std::string_view english, const Titles& titles) {
  if (language != Language::cy) return {std::string(english), Language::en};
  static const auto welsh = [] {
    const auto file = read_mo(refusals_welsh_mo());
    if (!file) throw std::runtime_error(file.error().line());
    auto sentences = Sentences::from(*file);
    if (!sentences) throw std::runtime_error(sentences.error().line());
    return std::move(*sentences);
  }();
  auto said = welsh.say(english, titles);
  return said.empty() ? Said{std::string(english), Language::en} : Said{std::move(said), Language::cy};
}

std::string capitalised(std::string_view sentence) {
  std::string words(sentence);
  if (words.empty()) return words;
  if (words[0] >= 'a' && words[0] <= 'z') words[0] = static_cast<char>(words[0] - 'a' + 'A');
  for (const auto& [small, large] : {std::pair("â", "Â"), std::pair("ê", "Ê"), std::pair("î", "Î"), std::pair("ô", "Ô"), std::pair("û", "Û"),
                                     std::pair("ŵ", "Ŵ"), std::pair("ŷ", "Ŷ")})
    if (words.starts_with(small)) return words.replace(0, 2, large);
  return words;
}

std::string whole_sentence(std::string_view sentence) {
  auto words = capitalised(sentence);
  if (!words.empty() && std::string_view(".?!:").find(words.back()) == std::string_view::npos) words += '.';
  return words;
}

}  // namespace makegood
