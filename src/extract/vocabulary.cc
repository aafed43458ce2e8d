#include "extract/vocabulary.h"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "base/base.h"

namespace makegood::extraction {
namespace {

using Set = std::unordered_set<std::string_view>;

constexpr std::size_t kLongestWord = 24;

// All words of the lists are ASCII; this runs for every word of a document.
bool has(const Set& set, std::string_view word) {
  word = bare(word);
  if (word.empty() || word.size() > kLongestWord) return false;
  std::array<char, kLongestWord> small{};
  for (std::size_t n = 0; n < word.size(); ++n) small[n] = word[n] >= 'A' && word[n] <= 'Z' ? static_cast<char>(word[n] + 32) : word[n];
  return set.contains(std::string_view(small.data(), word.size()));
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Ending with a comma-free plural as well: "Managers", "Heads".
bool has_or_plural(const Set& set, std::string_view word) {
  word = bare(word);
  return has(set, word) || (word.size() > 3 && word.back() == 's' && has(set, word.substr(0, word.size() - 1)));
}

}  // namespace

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  std::size_t at = 0;
  while (at < text.size()) {
    while (at < text.size() && (text[at] == ' ' || text[at] == '\n')) ++at;
    const auto from = at;
    while (at < text.size() && text[at] != ' ' && text[at] != '\n') ++at;
    if (at > from) words.push_back(text.substr(from, at - from));
  }
  return words;
}

std::string_view bare(std::string_view word) {
  constexpr std::string_view kMarks = ".,;:!?()[]\"'/*-";
  while (!word.empty() && kMarks.find(word.front()) != std::string_view::npos) word.remove_prefix(1);
  while (!word.empty() && kMarks.find(word.back()) != std::string_view::npos) word.remove_suffix(1);
  return word;
}

bool starts_upper(std::string_view text) {
  if (text.empty()) return false;
  if (text.front() >= 'A' && text.front() <= 'Z') return true;
  // Latin-1 capitals: U+00C0 to U+00DE.
  if (text.size() < 2 || text[0] != '\xC3') return false;
  const auto second = static_cast<unsigned char>(text[1]);
  return second >= 0x80 && second <= 0x9E;
}

bool starts_lower(std::string_view text) { return !text.empty() && text.front() >= 'a' && text.front() <= 'z'; }

bool is_acronym(std::string_view word) {
  word = bare(word);
  int letters = 0;
  for (const char c : word) {
    if (c >= 'A' && c <= 'Z') ++letters;
    else if (c != '&' && !(c >= '0' && c <= '9')) return false;
  }
  return letters >= 2;
}

bool is_post_noun(std::string_view word) {
  static const Set kSet = {"manager", "officer", "director", "champion", "analyst", "worker", "therapist",
      "specialist", "adviser", "advisor", "lead", "coordinator", "co-ordinator", "executive", "consultant",
      "leader", "chair", "chairman", "chairperson", "councillor", "cllr", "head", "secretary", "commissioner",
      "superintendent", "inspector", "constable", "sergeant", "nurse", "practitioner", "administrator", "planner",
      "governor", "chaplain", "headteacher", "teacher", "principal", "treasurer", "solicitor", "registrar",
      "supervisor", "assistant", "member", "mayor", "librarian", "engineer", "midwife", "ambassador", "convenor",
      "convener", "deputy", "dean", "provost", "bursar", "matron", "ombudsman", "trainer", "ranger", "warden",
      "facilitator", "commander", "captain", "paramedic", "firefighter", "supt", "insp", "sgt", "ceo", "cfo", "coo", "sro", "senco", "designer", "editor", "auditor", "scientist", "clerk", "psychologist", "representative", "technician", "controller", "strategist", "vice-chair",
      "pennaeth", "prif", "cyfarwyddwr", "rheolwr", "swyddog", "cydlynydd", "cadeirydd", "arweinydd"};
  return has_or_plural(kSet, word);
}

bool is_rank_word(std::string_view word) {
  static const Set kSet = {"head", "heads", "director", "directors", "chief", "principal", "senior", "assistant", "asst",
      "deputy", "chair", "vice-chair", "lead", "cabinet", "corporate", "executive", "leader", "consultant",
      "associate", "interim", "acting", "leader", "superintendent", "detective", "mayor", "cllr", "councillor"};
  return has(kSet, word);
}

bool is_body_noun(std::string_view word) {
  static const Set kSet = {"trust", "trusts", "partnership", "partnerships", "centre", "centres", "center", "council",
      "councils", "councillors", "members", "system", "service", "services", "board", "boards", "group", "groups",
      "forum", "forums", "hub", "hubs", "association", "associations", "police", "probation", "commissioners",
      "commission", "parliament", "university", "universities", "college", "colleges", "school", "schools",
      "team", "teams", "committee", "committees", "panel", "panels", "network", "networks", "union", "unions", "agency", "agencies", "authority",
      "authorities", "department", "directorate", "charity", "charities", "foundation", "academy", "academies",
      "constabulary", "collaborative", "consortium", "alliance", "church", "churches", "mosque", "company",
      "companies", "providers", "organisations", "institute", "society", "federation", "taskforce", "assembly",
      "office", "unit", "units", "club", "clubs", "library", "libraries", "museum", "museums", "hospital",
      "hospitals", "practices", "homes", "employers", "businesses", "governors", "headteachers", "residents", "volunteers", "partners",
      "coleg", "prifysgol", "cyngor", "heddlu", "bwrdd", "gwasanaeth", "ymddiriedolaeth", "ysgol"};
  return has(kSet, word);
}

bool is_unit_word(std::string_view word) {
  static const Set kSet = {"community", "communities", "safety", "housing", "education", "health", "social", "care", "leisure",
      "policy", "performance", "communications", "communication", "engagement", "human", "resources", "resource",
      "finance", "legal", "learning", "development", "training", "equality", "equalities", "diversity",
      "inclusion", "culture", "cultural", "economy", "economic", "local", "public", "planning", "transport",
      "highways", "environment", "environmental", "digital", "customer", "corporate", "strategy", "strategic",
      "commissioning", "procurement", "children", "childrens", "children's", "adult", "adults", "young", "youth",
      "people", "families", "family", "early", "years", "wellbeing", "well-being", "mental", "physical", "primary", "community's",
      "regeneration", "growth", "place", "property", "estates", "assets", "business", "insight", "intelligence",
      "data", "information", "technology", "it", "governance", "democratic", "electoral", "regulatory", "licensing",
      "trading", "standards", "waste", "parks", "sport", "sports", "arts", "heritage", "libraries", "tourism", "climate",
      "sustainability", "organisational", "organisation", "workforce", "recruitment", "talent", "transformation",
      "change", "improvement", "quality", "nursing", "medical", "clinical", "patient", "research", "innovation",
      "risk", "audit", "emergency", "fire", "rescue", "crime", "criminal", "justice", "prevention", "support",
      "safeguarding", "operations", "operational", "programme", "project", "projects", "delivery", "external",
      "internal", "affairs", "relations", "media", "marketing", "press", "events", "voluntary", "sector", "third",
      "national", "regional", "town", "parish", "county", "borough", "city", "district", "rural", "urban", "race",
      "equity", "access", "accessibility", "rights", "employment", "skills", "jobs", "into", "work", "works", "stop",
      "search", "hate", "violence", "drugs", "alcohol", "neighbourhood", "neighbourhoods", "resident", "residents",
      "tenant", "tenancy", "homelessness", "schools", "school", "teaching", "pupil", "student", "students",
      "all", "the", "our", "and", "of", "for", "to", "wider", "other", "various", "tbc", "staff", "senior", "member",
      "green", "blue", "red", "amber", "yes", "no", "none", "not", "complete", "completed", "started", "on", "track",
      "in", "progress", "ongoing", "stakeholder", "stakeholders", "executive", "management", "leadership", "control", "general",
      "workstream", "action", "actions", "plan", "plans", "review", "annual", "month", "black", "asian", "minority", "ethnic",
      "white", "healthy", "lived", "experience", "officer", "high", "medium", "low", "new", "good", "best", "one", "two",
      "elected", "commissions", "legacy", "street", "road", "north", "south", "east", "west", "act", "week", "day"};
  return has(kSet, word);
}

bool is_joining_word(std::string_view word) {
  static const Set kSet = {"of", "and", "for", "the", "to", "with", "by", "in", "or", "a", "an", "at", "from", "on",
      "that", "which", "as", "is", "are", "be", "into", "their", "our", "its", "including", "through", "between",
      "within", "across", "around", "about", "such", "any", "will", "should", "this", "these", "those", "has", "have"};
  if (word == "&" || word == "/" || word == "-") return true;
  return has(kSet, word) && (word.empty() || is_letter(word.back()));
}

bool is_doing_word(std::string_view word) {
  static const Set kSet = {"review", "develop", "create", "ensure", "provide", "work", "improve", "support", "establish",
      "deliver", "increase", "reduce", "monitor", "publish", "promote", "raise", "explore", "identify", "introduce",
      "implement", "continue", "appoint", "share", "offer", "build", "hold", "run", "set", "make", "use", "engage",
      "encourage", "consider", "facilitate", "complete", "launch", "put", "embed", "report", "collect", "agree",
      "adopt", "carry", "undertake", "invite", "recruit", "train", "expand", "extend", "strengthen", "update",
      "produce", "prepare", "commission", "co-produce", "consult", "conduct", "design", "lead", "maintain", "map",
      "plan", "pilot", "recognise", "refresh", "require", "respond", "secure", "seek", "sign", "simplify", "start",
      "take", "tackle", "test", "translate", "write", "open", "offer", "organise", "assess", "audit", "analyse",
      "celebrate", "challenge", "check", "ask", "add", "act", "aim", "arrange", "bring", "compare", "coordinate",
      "define", "draft", "evaluate", "enable", "fund", "gather", "give", "include", "initiate", "install", "invest",
      "involve", "issue", "join", "keep", "learn", "listen", "look", "meet", "nominate", "offer", "place", "procure",
      "propose", "protect", "record", "redesign", "remove", "renew", "replace", "roll", "scope", "scrutinise",
      "send", "speak", "stop", "survey", "target", "track", "tell", "visit", "become", "broaden", "commit", "display",
      "end", "fly", "form", "lobby", "stand", "sustain", "aspire", "circulate", "host", "mandate", "mentor", "name", "request", "call", "pay", "advertise",
      "anonymise", "widen", "acknowledge", "we", "to"};
  return has(kSet, word);
}

bool is_month(std::string_view word) {
  static const Set kSet = {"january", "february", "march", "april", "may", "june", "july", "august", "september",
      "october", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct",
      "nov", "dec"};
  return has(kSet, word);
}

bool is_general_heading(std::string_view text) {
  static const Set kSet = {"introduction", "background", "contents", "table of contents", "foreword", "summary",
      "executive summary", "context", "overview", "purpose", "vision", "our vision", "recommendations", "recommendation", "actions", "action plan",
      "the action plan", "our action plan", "the plan", "plan", "our plan", "next steps", "conclusion", "conclusions", "scope", "methodology", "glossary",
      "our commitments", "commitments", "the commitments", "delivery plan", "implementation plan", "the recommendations",
      "our recommendations", "our actions", "list of actions", "list of recommendations", "aims", "objectives", "aims and objectives"};
  auto folded = fold(text);
  while (!folded.empty() && (folded[0] == ' ' || (folded[0] >= '0' && folded[0] <= '9'))) folded.erase(0, 1);
  return kSet.contains(folded) || folded.starts_with("appendix") || folded.starts_with("annex");
}

bool is_edition_line(std::string_view text) {
  static constexpr std::string_view kStarts[] = {"updated", "last updated", "version", "as at", "correct at", "correct as at", "position at",
      "position as at", "published", "printed", "last reviewed", "last saved", "draft v", "date of issue"};
  return text.find_first_of("0123456789") != std::string_view::npos && words_of(text).size() <= 8 &&
         std::any_of(std::begin(kStarts), std::end(kStarts), [&](std::string_view start) { return starts_with_fold(text, start); });
}

bool has_plan_word(std::string_view text) {
  const auto folded = " " + fold(text) + " ";
  static constexpr std::string_view kWords[] = {" plan ", " plans ", " recommendations ", " strategy ", " response ",
      " commitments ", " charter ", " manifesto ", " pledges ", " programme ", " framework ", " roadmap ",
      " action ", " actions ", " motion ", " scheme ", " report ", " pledge ", " commitment ", " objectives ", " recommendation "};
  return std::any_of(std::begin(kWords), std::end(kWords),
                     [&](std::string_view word) { return folded.find(word) != std::string::npos; });
}

bool is_target_line(std::string_view text) {
  static constexpr std::string_view kStarts[] = {"target", "baseline", "kpi", "measure", "success measure",
      "milestone", "indicator", "outcome", "output", "aim to"};
  return std::any_of(std::begin(kStarts), std::end(kStarts),
                     [&](std::string_view start) { return starts_with_fold(text, start); });
}

}  // namespace makegood::extraction
