#include "extract/responses.h"

#include "base/base.h"
#include "extract/vocabulary.h"

namespace makegood::extraction {
namespace {

bool has(std::string_view folded, std::string_view words) { return (" " + std::string(folded) + " ").find(" " + std::string(words) + " ") != std::string::npos; }

bool names_bodies(std::string_view inside) {
  const auto words = words_of(inside);
  if (words.empty() || words.size() > 8) return false;
  for (const auto word : words)
    if (!starts_upper(word) && word != "and" && word != "&" && word != "/") return false;
  return inside.find_first_of("0123456789.:") == std::string_view::npos;
}

}  // namespace

Response read_response(std::string_view text) {
  if (text.size() > 400) text = text.substr(0, 400);
  const auto folded = fold(text);
  if (has(folded, "not accepted") || has(folded, "rejected") || has(folded, "not agreed") || has(folded, "declined")) return Response::rejected;
  const bool accepted = has(folded, "accepted") || has(folded, "agreed") || has(folded, "accept") || has(folded, "agree");
  const bool part = has(folded, "part") || has(folded, "partially") || has(folded, "partly") || has(folded, "principle");
  if (accepted && part) return Response::accepted_in_part;
  if (accepted && (has(folded, "completed") || has(folded, "complete"))) return words_of(folded).size() <= 12 ? Response::accepted_and_completed : Response::accepted;
  if (accepted) return Response::accepted;
  if (has(folded, "noted") || has(folded, "note")) return Response::noted;
  return Response::none;
}

std::string read_approval(std::string_view text) {
  std::size_t from = 0;
  while (from < text.size()) {
    auto end = text.find_first_of(".\n", from);
    while (end != std::string_view::npos && text[end] == '.' && end + 1 < text.size() && text[end + 1] != ' ' && text[end + 1] != '\n') end = text.find_first_of(".\n", end + 1);
    if (end == std::string_view::npos) end = text.size();
    const auto sentence = squeeze(text.substr(from, end - from));
    from = end + 1;
    if (sentence.size() > 300) continue;
    const auto folded = fold(sentence);
    const bool draft = has(folded, "draft") || has(folded, "subject to approval") || has(folded, "subject to agreement") || has(folded, "provisional");
    const bool decided = has(folded, "agreed") || has(folded, "approved") || has(folded, "ratified") || has(folded, "adopted") || has(folded, "signed off") || has(folded, "approval") || has(folded, "agreement");
    const bool later = has(folded, "will be") || has(folded, "to be") || has(folded, "subject to") || has(folded, "awaiting") || has(folded, "pending");
    const bool about = has(folded, "commitments") || has(folded, "commitment") || has(folded, "actions") || has(folded, "action") || has(folded, "plan") || has(folded, "recommendations") || has(folded, "recommendation") || has(folded, "this");
    if (draft && decided && later && about) return sentence + (end < text.size() && text[end] == '.' ? "." : "");
  }
  return {};
}

std::string take_lead_authority(std::string& text) {
  std::string_view view = text;
  while (!view.empty() && (view.back() == '.' || view.back() == ' ' || view.back() == ';')) view.remove_suffix(1);
  if (!view.ends_with(')')) return {};
  const auto open = view.rfind('(');
  if (open == std::string_view::npos || open == 0) return {};
  const auto inside = view.substr(open + 1, view.size() - open - 2);
  if (!names_bodies(inside)) return {};
  std::string out(inside);
  text = std::string(trim(view.substr(0, open)));
  return out;
}

}  // namespace makegood::extraction
