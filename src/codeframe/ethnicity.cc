#include "codeframe/ethnicity.h"

#include <algorithm>
#include <set>

#include "codeframe/bridge.h"
#include "codeframe/frame.h"
#include "codeframe/label.h"
#include "codeframe/phrases.h"
#include "codeframe/scheme.h"
#include "codeframe/spelling.h"

namespace makegood {
namespace {

using codes::Meaning;
using codes::Says;
using codes::SchemeCode;

constexpr std::size_t kLongestLabel = 400;  // bytes; the longest census label has 90

struct Reading {
  Meaning meaning;
  std::string how;  ///< "the code W1 of police_sde_16plus1"
};

std::string quoted(std::string_view text) { return "\"" + shorten(squeeze(valid_utf8(text)), 60) + "\""; }

Meaning meaning_of_code(const SchemeCode& code) {
  if (code.unknown == "not_applicable") return {Says::not_applicable, "", code.note};
  if (!code.unknown.empty()) return {Says::unknown, code.unknown, code.note};
  return {Says::place, code.target, code.note};
}

// "White, British" or "English, Welsh, Scottish": the comma is read in the way that finds a place.
Meaning read_either_comma(std::string_view raw) {
  auto apart = codes::meaning_of(codes::wording(raw));
  if (apart.says != Says::nothing && apart.says != Says::several) return apart;
  auto listed = codes::meaning_of(codes::wording(raw, codes::Comma::lists));
  return listed.says == Says::nothing ? apart : listed;
}

// Known words of labels, and those that say nothing: "backgroud" is one of them.
const std::set<std::string, std::less<>>& known_words() {
  static const auto kWords = [] {
    auto words = codes::phrases().vocabulary();
    words.insert(codes::words_to_pass_over().begin(), codes::words_to_pass_over().end());
    return words;
  }();
  return kWords;
}

// Of all ways to mend the spelling, the only meaning that any of them has.
Reading read_respelt(std::string_view raw) {
  Reading only;
  for (auto& way : codes::respellings(codes::all_words(raw), known_words())) {
    auto meaning = codes::meaning_of(codes::telling_words(std::move(way.words)));
    if (meaning.says == Says::nothing || meaning == only.meaning) continue;
    if (only.meaning.says != Says::nothing) return {};
    only = {std::move(meaning), "read " + way.changes};
  }
  return only;
}

Reading read_words(std::string_view raw) {
  if (auto meaning = read_either_comma(raw); meaning.says != Says::nothing)
    return {std::move(meaning), "the label " + quoted(raw)};
  return read_respelt(raw);
}

const SchemeCode* code_for(std::string_view scheme, std::string_view raw) {
  if (const auto* code = codes::scheme_code(scheme, raw)) return code;
  return scheme.empty() || scheme == "free_text_variant" ? codes::unmistakable_code(raw) : nullptr;
}

std::string how_code(const SchemeCode& code) { return "the code " + code.raw + " of " + code.scheme; }

// "White - British (W1)", "W1: White - British": the code at either end, with the words beside it.
struct CodeBesideWords {
  const SchemeCode* code = nullptr;
  std::string_view words;
};

CodeBesideWords split_off_code(std::string_view scheme, std::string_view raw) {
  const auto text = trim(raw);
  const auto first = text.find_first_of(" :-("), last = text.find_last_of(" :-(");
  if (first == std::string_view::npos || last + 1 >= text.size()) return {};
  // Alone at the front a letter counts only in the scheme that has it.
  if (first > 0)
    if (const auto* code = code_for(scheme, text.substr(0, first))) return {code, text.substr(first)};
  if (const auto* code = code_for(scheme, text.substr(last + 1))) return {code, text.substr(0, last)};
  return {};
}

Reading agree(const SchemeCode& code, const Reading& words, bool scheme_given) {
  const auto by_code = meaning_of_code(code);
  if (words.meaning.says == Says::nothing) return scheme_given ? Reading{by_code, how_code(code)} : Reading{};
  if (words.meaning.says != by_code.says)
    return {{Says::several, "", "the code and the words disagree"}, how_code(code)};
  if (by_code.says != Says::place || by_code.target == words.meaning.target)
    return {by_code, how_code(code) + ", and its label"};
  const auto group = codes::group_of(by_code.target);
  if (group != codes::group_of(words.meaning.target))
    return {{Says::several, "", "the code and the words disagree"}, how_code(code)};
  if (words.meaning.target == group) return {by_code, how_code(code)};
  if (by_code.target == group) return words;
  return {{Says::place, group, "the code and the words agree on the group only"}, how_code(code)};
}

// "A: White - British" where nobody gave the scheme: an NHS letter, if the words say the same.
Reading read_listed_letter(std::string_view scheme, std::string_view raw) {
  const auto text = trim(raw);
  if (!scheme.empty() && scheme != "free_text_variant") return {};
  if (text.size() < 3 || std::string_view(" :-.)").find(text[1]) == std::string_view::npos) return {};
  const auto* code = codes::scheme_code("nhs_data_dictionary_16plus1", text.substr(0, 1));
  const auto words = read_words(text.substr(2));
  if (!code || words.meaning.says != Says::place ||
      codes::group_of(code->target) != codes::group_of(words.meaning.target))
    return {};
  return agree(*code, words, false);
}

// The frames of Scotland and Northern Ireland are other questions with other boxes: their own labels, then a bridge.
Reading read_national(std::string_view frame, std::string_view raw) {
  const auto apart = raw.rfind(": ");
  const auto* code = code_frame(frame)->read(raw);
  if (!code && apart != std::string_view::npos) code = code_frame(frame)->read(raw.substr(apart + 2));
  if (!code) return {};
  const auto* over = bridge(frame, code->code, "ethnicity-2021");
  const auto how = quoted(raw) + " of " + std::string(frame);
  if (!over || over->target.empty()) return {{Says::several, "", over ? over->note : "no bridge"}, how};
  return {{Says::place, over->target, over->breaks ? "break: " + over->note : over->note}, how};
}

Reading read_raw(std::string_view scheme, std::string_view raw) {
  if (scheme == "scotland_census_2022" || scheme == "northern_ireland_census_2021") {
    const auto national = read_national(
        scheme == "scotland_census_2022" ? "ethnicity-scotland-2022" : "ethnicity-northern-ireland-2021", raw);
    if (national.meaning.says != Says::nothing) return national;
    const auto words = read_words(raw);  // the unknowns are the same everywhere; the groups are not
    return words.meaning.says == Says::place ? Reading{} : words;
  }
  if (const auto* code = code_for(scheme, raw)) return {meaning_of_code(*code), how_code(*code)};
  auto words = read_words(raw);
  if (words.meaning.says != Says::nothing) return words;
  if (const auto beside = split_off_code(scheme, raw); beside.code)
    return agree(*beside.code, read_words(beside.words), codes::scheme_code(scheme, beside.code->raw) != nullptr);
  return read_listed_letter(scheme, raw);
}

std::string with_note(std::string how, std::string_view note) {
  return note.empty() ? how : how + "; " + std::string(note);
}

CodedEthnicity coded(const Reading& reading, std::string_view raw) {
  CodedEthnicity out;
  const auto& meaning = reading.meaning;
  out.recognised = meaning.says != Says::nothing;
  out.reason = with_note(reading.how, meaning.note);
  switch (meaning.says) {
    case Says::place:
      out.group = codes::group_of(meaning.target);
      if (out.group != meaning.target)
        out.code = meaning.target;
      else if (meaning.note.empty())
        out.reason += "; it names no more than the group";
      break;
    case Says::unknown:
      out.unknown_kind = codes::kind_of_unknown(meaning.target);
      out.unknown_detail = meaning.target;
      break;
    case Says::nation:
      out.reason = quoted(raw) + " is a nationality: no ethnic group follows from it";
      break;
    case Says::collective:
      out.reason =
          quoted(raw) + " is an ethnic minority group unspecified: it has no place without a stated definition";
      break;
    case Says::nothing:
      out.reason = quoted(raw) + " is not recognised";
      break;
    case Says::several:
    case Says::nowhere:
    case Says::total:
    case Says::not_applicable:
      break;
  }
  return out;
}

CodedEthnicity code_2021(std::string_view scheme, std::string_view raw) {
  if (raw.size() > kLongestLabel) return {.reason = "longer than any label (400 bytes)"};
  if (codes::wording(raw).empty())
    return {.unknown_kind = "not_known",
            .unknown_detail = "not_recorded",
            .reason = "nothing is written",
            .recognised = true};
  return coded(read_raw(scheme, raw), raw);
}

bool has_bridges_to(std::string_view frame) {
  const auto all = bridges();
  return std::any_of(all.begin(), all.end(),
                     [&](const Bridge& one) { return one.frame == "ethnicity-2021" && one.to_frame == frame; });
}

void cross(CodedEthnicity& out, std::string_view to) {
  const auto* over = bridge("ethnicity-2021", out.code.empty() ? out.group : out.code, to);
  if (!over) return;
  out.group = code_frame(to)->top(over->target);
  out.code = over->target == out.group ? "" : over->target;
  if (over->breaks) out.reason += "; break: " + over->note;
}

}  // namespace

Result<CodedEthnicity> code_ethnicity(std::string_view scheme, std::string_view raw, std::string_view frame) {
  if (!scheme.empty() && !codes::is_scheme(scheme))
    return refuse(Fault::invalid_input,
                  "there is no scheme " + quoted(scheme) + "; there are " + join(codes::scheme_names(), ", "));
  if (frame != "ethnicity-2021" && !has_bridges_to(frame))
    return refuse(Fault::invalid_input, "there is no way from the label to the frame " + quoted(frame));
  auto out = code_2021(scheme, trim(raw));
  if (frame != "ethnicity-2021") cross(out, frame);
  return out;
}

}  // namespace makegood
