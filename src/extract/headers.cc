#include "extract/headers.h"

#include <algorithm>
#include <array>

#include "base/base.h"
#include "extract/lines.h"
#include "extract/vocabulary.h"

namespace makegood::extraction {
namespace {

struct Name {
  std::string_view words;
  Role role;
  double weight;
};

// Whole headers, folded.
constexpr std::array kWhole = {
    Name{"no", Role::ref, 3}, Name{"id", Role::ref, 3}, Name{"item", Role::title, 2}, Name{"number", Role::ref, 3},
    Name{"who", Role::owner, 3}, Name{"by whom", Role::owner, 3}, Name{"when", Role::timescale, 3},
    Name{"by when", Role::timescale, 3}, Name{"by", Role::timescale, 1.5}, Name{"what", Role::title, 3},
    Name{"how", Role::detail, 3}, Name{"why", Role::detail, 3}, Name{"where", Role::detail, 2},
    Name{"date", Role::timescale, 3}, Name{"due", Role::timescale, 3}, Name{"start", Role::start, 3},
    Name{"from", Role::start, 2}, Name{"start date", Role::start, 3.5}, Name{"end", Role::timescale, 2.5}, Name{"finish", Role::timescale, 2.5},
    Name{"led by", Role::owner, 3}, Name{"owned by", Role::owner, 3}, Name{"assigned to", Role::owner, 3},
    Name{"working with", Role::partner, 3}, Name{"with", Role::partner, 2.5}, Name{"supported by", Role::partner, 3},
    Name{"support from", Role::partner, 3}, Name{"support", Role::partner, 2}, Name{"with whom", Role::partner, 3},
    Name{"who else", Role::partner, 3}, Name{"others involved", Role::partner, 3}, Name{"delivered with", Role::partner, 3}, Name{"sro", Role::owner, 3},
    Name{"what we will do", Role::title, 4}, Name{"what will we do", Role::title, 4}, Name{"we will", Role::title, 4},
    Name{"what needs to be done", Role::title, 4}, Name{"what this means", Role::detail, 3},
    Name{"how we will know", Role::measure, 4}, Name{"how will we know", Role::measure, 4},
    Name{"how we will do it", Role::detail, 4}, Name{"how will we do it", Role::detail, 4}, Name{"how we will do this", Role::detail, 4},
    Name{"what we have done", Role::progress, 4}, Name{"what has been done", Role::progress, 4}, Name{"progress to date", Role::progress, 4},
    Name{"next steps", Role::progress, 2.5}, Name{"lead authority", Role::lead_authority, 4}, Name{"lead body", Role::lead_authority, 4},
    Name{"rag", Role::status, 4}, Name{"rag status", Role::status, 4}, Name{"rag rating", Role::status, 4}, Name{"brag", Role::status, 4},
    Name{"notes", Role::progress, 2}, Name{"commentary", Role::progress, 3}, Name{"current position", Role::status, 3}, Name{"complete", Role::status, 2},
    Name{"key milestones", Role::detail, 3}, Name{"to be completed by", Role::timescale, 4}, Name{"complete by", Role::timescale, 4}, Name{"deliver by", Role::timescale, 4}, Name{"delivered by", Role::timescale, 2.5},
};

// Whole headers of plans in Welsh, folded. Its nouns stand before what qualifies them, so that
// the rule for the last word of a header does not hold.
constexpr std::array kWelsh = {
    Name{"cyf", Role::ref, 3}, Name{"cyfeirnod", Role::ref, 3}, Name{"rhif", Role::ref, 3},
    Name{"thema", Role::theme, 3}, Name{"blaenoriaeth", Role::theme, 3}, Name{"amcan", Role::theme, 3},
    Name{"cam", Role::title, 3}, Name{"camau", Role::title, 3}, Name{"cam gweithredu", Role::title, 4}, Name{"camau gweithredu", Role::title, 4},
    Name{"gweithred", Role::title, 4}, Name{"argymhelliad", Role::title, 4}, Name{"argymhellion", Role::title, 4},
    Name{"ymrwymiad", Role::title, 4},
    Name{"swyddog", Role::owner, 3}, Name{"swyddog arweiniol", Role::owner, 4}, Name{"swyddog cyfrifol", Role::owner, 4}, Name{"arweinydd", Role::owner, 3},
    Name{"perchennog", Role::owner, 4}, Name{"cyfrifoldeb", Role::owner, 3}, Name{"pwy", Role::owner, 3}, Name{"partneriaid", Role::partner, 3},
    Name{"amserlen", Role::timescale, 4}, Name{"erbyn pryd", Role::timescale, 4}, Name{"pryd", Role::timescale, 3}, Name{"dyddiad", Role::timescale, 3},
    Name{"dyddiad cwblhau", Role::timescale, 4}, Name{"statws", Role::status, 3}, Name{"cynnydd", Role::progress, 3}, Name{"mesur", Role::measure, 3},
    Name{"canlyniad", Role::measure, 3}, Name{"ymateb", Role::response, 3},
};

// The word that a header ends with, then any word in it.
constexpr std::array kWords = {
    Name{"ref", Role::ref, 3}, Name{"reference", Role::ref, 3}, Name{"number", Role::ref, 2.5}, Name{"no", Role::ref, 2.5},
    Name{"theme", Role::theme, 3}, Name{"themes", Role::theme, 3}, Name{"workstream", Role::theme, 3}, Name{"stream", Role::theme, 3}, Name{"priority", Role::theme, 3},
    Name{"priorities", Role::theme, 3}, Name{"objective", Role::theme, 3}, Name{"objectives", Role::theme, 3},
    Name{"aim", Role::theme, 3}, Name{"aims", Role::theme, 3}, Name{"goal", Role::theme, 3}, Name{"goals", Role::theme, 3}, Name{"pillar", Role::theme, 3},
    Name{"strand", Role::theme, 3}, Name{"category", Role::theme, 3}, Name{"area", Role::theme, 2.5},
    Name{"section", Role::theme, 2.5}, Name{"domain", Role::theme, 3}, Name{"directorate", Role::theme, 2}, Name{"topic", Role::theme, 2.5},
    Name{"recommendation", Role::title, 4}, Name{"recommendations", Role::title, 4}, Name{"action", Role::title, 4},
    Name{"actions", Role::title, 4}, Name{"commitment", Role::title, 3.8}, Name{"commitments", Role::title, 3.8},
    Name{"pledge", Role::title, 3.6}, Name{"pledges", Role::title, 3.6}, Name{"task", Role::title, 3.2}, Name{"tasks", Role::title, 3.2},
    Name{"activity", Role::title, 3.9}, Name{"activities", Role::title, 3.9}, Name{"proposal", Role::title, 3.4}, Name{"proposals", Role::title, 3.4},
    Name{"initiative", Role::title, 3}, Name{"initiatives", Role::title, 3}, Name{"deliverable", Role::title, 2.6}, Name{"project", Role::title, 2.4}, Name{"criterion", Role::title, 3.4}, Name{"criteria", Role::title, 3},
    Name{"intervention", Role::title, 2.8}, Name{"milestone", Role::title, 2.2}, Name{"milestones", Role::title, 2.2}, Name{"step", Role::title, 2}, Name{"steps", Role::title, 2}, Name{"requirement", Role::title, 2.4}, Name{"undertaking", Role::title, 3},
    Name{"details", Role::detail, 3.2}, Name{"detail", Role::detail, 3.2}, Name{"description", Role::detail, 3.2}, Name{"rationale", Role::detail, 3}, Name{"explanation", Role::detail, 3},
    Name{"background", Role::detail, 3}, Name{"narrative", Role::detail, 3}, Name{"context", Role::detail, 3}, Name{"approach", Role::detail, 2.5}, Name{"information", Role::detail, 2},
    Name{"lead", Role::owner, 3}, Name{"leads", Role::owner, 3}, Name{"officer", Role::owner, 3}, Name{"officers", Role::owner, 3}, Name{"owner", Role::owner, 3.6},
    Name{"owners", Role::owner, 3.6}, Name{"responsible", Role::owner, 3}, Name{"responsibility", Role::owner, 3}, Name{"responsibilities", Role::owner, 3},
    Name{"accountable", Role::owner, 3}, Name{"accountability", Role::owner, 3}, Name{"sponsor", Role::owner, 3}, Name{"manager", Role::owner, 3}, Name{"person", Role::owner, 2.5},
    Name{"team", Role::owner, 2.2}, Name{"department", Role::owner, 2.2}, Name{"holder", Role::owner, 2.2}, Name{"assignee", Role::owner, 3}, Name{"director", Role::owner, 2.5}, Name{"whom", Role::owner, 2.5}, Name{"unit", Role::owner, 2},
    Name{"partner", Role::partner, 3.2}, Name{"partners", Role::partner, 3.2}, Name{"stakeholder", Role::partner, 3}, Name{"stakeholders", Role::partner, 3},
    Name{"collaborators", Role::partner, 3}, Name{"organisations", Role::partner, 2.2}, Name{"agencies", Role::partner, 2.2}, Name{"contributors", Role::partner, 3}, Name{"supporting", Role::partner, 2.5},
    Name{"timescale", Role::timescale, 3.4}, Name{"timescales", Role::timescale, 3.4}, Name{"timeline", Role::timescale, 3.4}, Name{"timelines", Role::timescale, 3.4}, Name{"timing", Role::timescale, 3.2},
    Name{"timeframe", Role::timescale, 3.4}, Name{"timeframes", Role::timescale, 3.4}, Name{"frame", Role::timescale, 2.5}, Name{"scale", Role::timescale, 2.5}, Name{"deadline", Role::timescale, 3.4}, Name{"deadlines", Role::timescale, 3.4}, Name{"date", Role::timescale, 3.2}, Name{"dates", Role::timescale, 3.2}, Name{"when", Role::timescale, 3},
    Name{"completion", Role::timescale, 2.6}, Name{"schedule", Role::timescale, 3}, Name{"year", Role::timescale, 2}, Name{"due", Role::timescale, 3}, Name{"period", Role::timescale, 2},
    Name{"status", Role::status, 3.4}, Name{"rag", Role::status, 3}, Name{"rating", Role::status, 2.5}, Name{"comments", Role::status, 3}, Name{"comment", Role::status, 3}, Name{"remarks", Role::status, 2.5},
    Name{"progress", Role::progress, 3}, Name{"update", Role::progress, 3}, Name{"updates", Role::progress, 3}, Name{"position", Role::progress, 2}, Name{"notes", Role::progress, 2},
    Name{"response", Role::response, 3.2}, Name{"decision", Role::response, 3}, Name{"accepted", Role::response, 3},
    Name{"measure", Role::measure, 3}, Name{"measures", Role::measure, 3}, Name{"kpi", Role::measure, 3.4}, Name{"kpis", Role::measure, 3.4}, Name{"indicator", Role::measure, 3.4},
    Name{"indicators", Role::measure, 3.4}, Name{"success", Role::measure, 3}, Name{"impact", Role::measure, 2.8}, Name{"know", Role::measure, 3}, Name{"metric", Role::measure, 3}, Name{"metrics", Role::measure, 3},
    Name{"outcome", Role::measure, 2.5}, Name{"outcomes", Role::measure, 2.5}, Name{"output", Role::measure, 2.5}, Name{"outputs", Role::measure, 2.5}, Name{"target", Role::measure, 2.2}, Name{"targets", Role::measure, 2.2},
    Name{"baseline", Role::measure, 2.6}, Name{"evidence", Role::measure, 2}, Name{"resources", Role::none, 3}, Name{"resource", Role::none, 3}, Name{"cost", Role::none, 3}, Name{"budget", Role::none, 3}, Name{"funding", Role::none, 2.5}, Name{"risk", Role::none, 2.5}, Name{"risks", Role::none, 2.5},
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
