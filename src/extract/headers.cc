#include "extract/headers.h"

#include <algorithm>
#include <array>

#include "base/base.h"
#include "extract/lines.h"
#include "extract/vocabulary.h"

namespace makegood::extraction {
namespace {

struct Word {
  std::string_view words;
  Role role;
  double weight;
};

// Whole headers, folded.
constexpr std::array kWhole = {
    Word{"no", Role::ref, 3}, Word{"id", Role::ref, 3}, Word{"item", Role::title, 2}, Word{"number", Role::ref, 3},
    Word{"who", Role::owner, 3}, Word{"by whom", Role::owner, 3}, Word{"when", Role::timescale, 3},
    Word{"by when", Role::timescale, 3}, Word{"by", Role::timescale, 1.5}, Word{"what", Role::title, 3},
    Word{"how", Role::detail, 3}, Word{"why", Role::detail, 3}, Word{"where", Role::detail, 2},
    Word{"date", Role::timescale, 3}, Word{"due", Role::timescale, 3}, Word{"start", Role::start, 3},
    Word{"from", Role::start, 2}, Word{"start date", Role::start, 3.5}, Word{"end", Role::timescale, 2.5}, Word{"finish", Role::timescale, 2.5},
    Word{"led by", Role::owner, 3}, Word{"owned by", Role::owner, 3}, Word{"assigned to", Role::owner, 3},
    Word{"working with", Role::partner, 3}, Word{"with", Role::partner, 2.5}, Word{"supported by", Role::partner, 3},
    Word{"support from", Role::partner, 3}, Word{"support", Role::partner, 2}, Word{"with whom", Role::partner, 3},
    Word{"who else", Role::partner, 3}, Word{"others involved", Role::partner, 3}, Word{"delivered with", Role::partner, 3}, Word{"sro", Role::owner, 3},
    Word{"what we will do", Role::title, 4}, Word{"what will we do", Role::title, 4}, Word{"we will", Role::title, 4},
    Word{"what needs to be done", Role::title, 4}, Word{"what this means", Role::detail, 3},
    Word{"how we will know", Role::measure, 4}, Word{"how will we know", Role::measure, 4},
    Word{"how we will do it", Role::detail, 4}, Word{"how will we do it", Role::detail, 4}, Word{"how we will do this", Role::detail, 4},
    Word{"what we have done", Role::progress, 4}, Word{"what has been done", Role::progress, 4}, Word{"progress to date", Role::progress, 4},
    Word{"next steps", Role::progress, 2.5}, Word{"lead authority", Role::lead_authority, 4}, Word{"lead body", Role::lead_authority, 4},
    Word{"rag", Role::status, 4}, Word{"rag status", Role::status, 4}, Word{"rag rating", Role::status, 4}, Word{"brag", Role::status, 4},
    Word{"notes", Role::progress, 2}, Word{"commentary", Role::progress, 3}, Word{"current position", Role::status, 3}, Word{"complete", Role::status, 2},
    Word{"key milestones", Role::detail, 3}, Word{"to be completed by", Role::timescale, 4}, Word{"complete by", Role::timescale, 4}, Word{"deliver by", Role::timescale, 4}, Word{"delivered by", Role::timescale, 2.5},
};

// Whole headers of plans in Welsh, folded. Its nouns stand before what qualifies them, so that
// the rule for the last word of a header does not hold.
constexpr std::array kWelsh = {
    Word{"cyf", Role::ref, 3}, Word{"cyfeirnod", Role::ref, 3}, Word{"rhif", Role::ref, 3},
    Word{"thema", Role::theme, 3}, Word{"blaenoriaeth", Role::theme, 3}, Word{"amcan", Role::theme, 3},
    Word{"cam", Role::title, 3}, Word{"camau", Role::title, 3}, Word{"cam gweithredu", Role::title, 4}, Word{"camau gweithredu", Role::title, 4},
    Word{"gweithred", Role::title, 4}, Word{"argymhelliad", Role::title, 4}, Word{"argymhellion", Role::title, 4},
    Word{"ymrwymiad", Role::title, 4},
    Word{"swyddog", Role::owner, 3}, Word{"swyddog arweiniol", Role::owner, 4}, Word{"swyddog cyfrifol", Role::owner, 4}, Word{"arweinydd", Role::owner, 3},
    Word{"perchennog", Role::owner, 4}, Word{"cyfrifoldeb", Role::owner, 3}, Word{"pwy", Role::owner, 3}, Word{"partneriaid", Role::partner, 3},
    Word{"amserlen", Role::timescale, 4}, Word{"erbyn pryd", Role::timescale, 4}, Word{"pryd", Role::timescale, 3}, Word{"dyddiad", Role::timescale, 3},
    Word{"dyddiad cwblhau", Role::timescale, 4}, Word{"statws", Role::status, 3}, Word{"cynnydd", Role::progress, 3}, Word{"mesur", Role::measure, 3},
    Word{"canlyniad", Role::measure, 3}, Word{"ymateb", Role::response, 3},
};

// The word that a header ends with, then any word in it.
constexpr std::array kWords = {
    Word{"ref", Role::ref, 3}, Word{"reference", Role::ref, 3}, Word{"number", Role::ref, 2.5}, Word{"no", Role::ref, 2.5},
    Word{"theme", Role::theme, 3}, Word{"themes", Role::theme, 3}, Word{"workstream", Role::theme, 3}, Word{"stream", Role::theme, 3}, Word{"priority", Role::theme, 3},
    Word{"priorities", Role::theme, 3}, Word{"objective", Role::theme, 3}, Word{"objectives", Role::theme, 3},
    Word{"aim", Role::theme, 3}, Word{"aims", Role::theme, 3}, Word{"goal", Role::theme, 3}, Word{"goals", Role::theme, 3}, Word{"pillar", Role::theme, 3},
    Word{"strand", Role::theme, 3}, Word{"category", Role::theme, 3}, Word{"area", Role::theme, 2.5},
    Word{"section", Role::theme, 2.5}, Word{"domain", Role::theme, 3}, Word{"directorate", Role::theme, 2}, Word{"topic", Role::theme, 2.5},
    Word{"recommendation", Role::title, 4}, Word{"recommendations", Role::title, 4}, Word{"action", Role::title, 4},
    Word{"actions", Role::title, 4}, Word{"commitment", Role::title, 3.8}, Word{"commitments", Role::title, 3.8},
    Word{"pledge", Role::title, 3.6}, Word{"pledges", Role::title, 3.6}, Word{"task", Role::title, 3.2}, Word{"tasks", Role::title, 3.2},
    Word{"activity", Role::title, 3.9}, Word{"activities", Role::title, 3.9}, Word{"proposal", Role::title, 3.4}, Word{"proposals", Role::title, 3.4},
    Word{"initiative", Role::title, 3}, Word{"initiatives", Role::title, 3}, Word{"deliverable", Role::title, 2.6}, Word{"project", Role::title, 2.4}, Word{"criterion", Role::title, 3.4}, Word{"criteria", Role::title, 3},
    Word{"intervention", Role::title, 2.8}, Word{"milestone", Role::title, 2.2}, Word{"milestones", Role::title, 2.2}, Word{"step", Role::title, 2}, Word{"steps", Role::title, 2}, Word{"requirement", Role::title, 2.4}, Word{"undertaking", Role::title, 3},
    Word{"details", Role::detail, 3.2}, Word{"detail", Role::detail, 3.2}, Word{"description", Role::detail, 3.2}, Word{"rationale", Role::detail, 3}, Word{"explanation", Role::detail, 3},
    Word{"background", Role::detail, 3}, Word{"narrative", Role::detail, 3}, Word{"context", Role::detail, 3}, Word{"approach", Role::detail, 2.5}, Word{"information", Role::detail, 2},
    Word{"lead", Role::owner, 3}, Word{"leads", Role::owner, 3}, Word{"officer", Role::owner, 3}, Word{"officers", Role::owner, 3}, Word{"owner", Role::owner, 3.6},
    Word{"owners", Role::owner, 3.6}, Word{"responsible", Role::owner, 3}, Word{"responsibility", Role::owner, 3}, Word{"responsibilities", Role::owner, 3},
    Word{"accountable", Role::owner, 3}, Word{"accountability", Role::owner, 3}, Word{"sponsor", Role::owner, 3}, Word{"manager", Role::owner, 3}, Word{"person", Role::owner, 2.5},
    Word{"team", Role::owner, 2.2}, Word{"department", Role::owner, 2.2}, Word{"holder", Role::owner, 2.2}, Word{"assignee", Role::owner, 3}, Word{"director", Role::owner, 2.5}, Word{"whom", Role::owner, 2.5}, Word{"unit", Role::owner, 2},
    Word{"partner", Role::partner, 3.2}, Word{"partners", Role::partner, 3.2}, Word{"stakeholder", Role::partner, 3}, Word{"stakeholders", Role::partner, 3},
    Word{"collaborators", Role::partner, 3}, Word{"organisations", Role::partner, 2.2}, Word{"agencies", Role::partner, 2.2}, Word{"contributors", Role::partner, 3}, Word{"supporting", Role::partner, 2.5},
    Word{"timescale", Role::timescale, 3.4}, Word{"timescales", Role::timescale, 3.4}, Word{"timeline", Role::timescale, 3.4}, Word{"timelines", Role::timescale, 3.4}, Word{"timing", Role::timescale, 3.2},
    Word{"timeframe", Role::timescale, 3.4}, Word{"timeframes", Role::timescale, 3.4}, Word{"frame", Role::timescale, 2.5}, Word{"scale", Role::timescale, 2.5}, Word{"deadline", Role::timescale, 3.4}, Word{"deadlines", Role::timescale, 3.4}, Word{"date", Role::timescale, 3.2}, Word{"dates", Role::timescale, 3.2}, Word{"when", Role::timescale, 3},
    Word{"completion", Role::timescale, 2.6}, Word{"schedule", Role::timescale, 3}, Word{"year", Role::timescale, 2}, Word{"due", Role::timescale, 3}, Word{"period", Role::timescale, 2},
    Word{"status", Role::status, 3.4}, Word{"rag", Role::status, 3}, Word{"rating", Role::status, 2.5}, Word{"comments", Role::status, 3}, Word{"comment", Role::status, 3}, Word{"remarks", Role::status, 2.5},
    Word{"progress", Role::progress, 3}, Word{"update", Role::progress, 3}, Word{"updates", Role::progress, 3}, Word{"position", Role::progress, 2}, Word{"notes", Role::progress, 2},
    Word{"response", Role::response, 3.2}, Word{"decision", Role::response, 3}, Word{"accepted", Role::response, 3},
    Word{"measure", Role::measure, 3}, Word{"measures", Role::measure, 3}, Word{"kpi", Role::measure, 3.4}, Word{"kpis", Role::measure, 3.4}, Word{"indicator", Role::measure, 3.4},
    Word{"indicators", Role::measure, 3.4}, Word{"success", Role::measure, 3}, Word{"impact", Role::measure, 2.8}, Word{"know", Role::measure, 3}, Word{"metric", Role::measure, 3}, Word{"metrics", Role::measure, 3},
    Word{"outcome", Role::measure, 2.5}, Word{"outcomes", Role::measure, 2.5}, Word{"output", Role::measure, 2.5}, Word{"outputs", Role::measure, 2.5}, Word{"target", Role::measure, 2.2}, Word{"targets", Role::measure, 2.2},
    Word{"baseline", Role::measure, 2.6}, Word{"evidence", Role::measure, 2}, Word{"resources", Role::none, 3}, Word{"resource", Role::none, 3}, Word{"cost", Role::none, 3}, Word{"budget", Role::none, 3}, Word{"funding", Role::none, 2.5}, Word{"risk", Role::none, 2.5}, Word{"risks", Role::none, 2.5},
};

std::string without_ending(std::string header) {
  for (const std::string_view end : {" to be taken", " required", " needed", " proposed", " to take", " s", " we will take"})
    if (header.size() > end.size() && header.ends_with(end)) header.resize(header.size() - end.size());
  return header;
}

void add(std::vector<Meaning>& out, Role role, double weight) {
  for (auto& meaning : out)
    if (meaning.role == role) {
      meaning.weight = std::max(meaning.weight, weight);
      return;
    }
  out.push_back({role, weight});
}

}  // namespace

std::vector<Meaning> meanings_of(std::string_view header) {
  std::vector<Meaning> out;
  const auto folded = without_ending(fold(header));
  if (header == "#" || header == "No." || header == "№") add(out, Role::ref, 3);
  for (const auto& name : kWhole)
    if (folded == name.words) add(out, name.role, name.weight + 0.5);
  for (const auto& name : kWelsh)
    if (folded == name.words) add(out, name.role, name.weight);
  const auto words = words_of(folded);
  if (words.empty() || words.size() > 8) return out;
  const bool question = words[0] == "who" || words[0] == "what" || words[0] == "when" || words[0] == "how";
  if (question && words.size() > 1 && out.empty()) {
    if (words[0] == "who") add(out, Role::owner, 3);
    if (words[0] == "when") add(out, Role::timescale, 3);
    if (words[0] == "what") add(out, Role::title, 3);
    if (words[0] == "how") add(out, Role::detail, 2.5);
  }
  for (const auto& name : kWords)
    for (std::size_t n = 0; n < words.size(); ++n)
      if (words[n] == name.words) add(out, name.role, n + 1 == words.size() ? name.weight : question ? name.weight : name.weight - 1.2);
  // "Lead directorate", "Responsible service": whoever it is, they lead.
  if (words.size() == 2 && (words[0] == "lead" || words[0] == "responsible" || words[0] == "accountable")) {
    std::erase_if(out, [](const Meaning& meaning) { return meaning.role == Role::theme; });
    add(out, Role::owner, 3);
  }
  std::stable_sort(out.begin(), out.end(), [](const Meaning& a, const Meaning& b) { return a.weight > b.weight; });
  return out;
}

double header_strength(std::string_view text) {
  const auto words = words_of(text);
  for (const auto word : words)
    if (is_month(word) && lower(word) != "may") return 0;
  const auto meanings = meanings_of(text);
  // "HR Manager" and "Policy Officer" are cells; "Lead officer" and "Owner" are headers.
  if (meanings.empty() || meanings[0].weight < 2.6) return 0;
  if (words.size() == 2 && is_unit_word(words[0]) && meanings[0].role == Role::owner && is_post_noun(words[1])) return 1;
  if (words.size() <= 3) return 3;
  return words.size() <= 7 && (starts_with_fold(text, "who") || starts_with_fold(text, "what") || starts_with_fold(text, "how") ||
                               starts_with_fold(text, "when") || meanings[0].weight >= 3) && !is_cut_off(text) ? 2 : 1;
}

}  // namespace makegood::extraction
