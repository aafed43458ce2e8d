#include "timescale/phrases.h"

#include <algorithm>

#include "timescale/phrase_table.h"

namespace makegood::dates {
namespace {

using FoundPart = std::optional<Part>;

bool ends_clause(const Tokens& t, std::size_t at) {
  const auto& text = t[at].text;
  const bool dash = text == "-" && t[at].space_before;
  return at >= t.size() || text == "." || text == "," || text == ";" || text == ")" || text == "(" || text == "*" || dash || t[at].line_before;
}

std::size_t end_of_clause(const Tokens& t, std::size_t at) {
  while (!ends_clause(t, at)) ++at;
  return at;
}

bool is_joint(const Tokens& t, std::size_t at) { return t.is(at, "-") || t.is(at, "to") || t.is(at, "and") || t.is(at, ",") || t.is(at, "&") || t.is(at, "/"); }

// Lower-case "may" and "march" are verbs, and any bare month among words may be a name:
// without a year it is a date only where something around it says so.
bool is_bare_month_credible(const Tokens& t, std::size_t from, const Read<Stem>& stem, bool qualified) {
  if (stem.value.unit != Unit::month || stem.value.year) return true;
  const auto& next = t[stem.next];
  const auto phrase = phrase_at(t, stem.next);
  const bool verb = t.is(from, "may") || t.is(from, "march") || t.is(from, "mar");
  if (next.kind == TokenKind::word && !phrase && verb) return false;
  const bool doubtful = verb && t.text(from, from + 1).front() != static_cast<char>(t[from].text.front() - 32);
  const bool linked = is_joint(t, stem.next) && month_named(t[stem.next + 1].text);
  return !doubtful || qualified || linked || t.size() == 1;
}

// "end of year 2024", "year end 2024", "end of the year": a year that is only called so.
std::optional<Read<Stem>> year_by_name(const Tokens& t, std::size_t at) {
  if (!t.is(at, "year") && !t.is(at, "yr")) return {};
  const auto year = year_at(t, at + 1, true);
  if (!year) return Read<Stem>{{.unit = Unit::year}, at + 1};
  return Read<Stem>{{.unit = Unit::year, .year = year->value}, year->next};
}

struct Qualifiers {
  Role role = Role::none;
  Narrowing narrowing = Narrowing::none;
  std::size_t next = 0, role_from = 0, narrowing_from = 0;
  bool clashes = false;  ///< a start and then something else: the date belongs to what comes later
};

Qualifiers qualifiers_at(const Tokens& t, std::size_t at) {
  Qualifiers q{.next = at, .role_from = at, .narrowing_from = at};
  bool narrowed = false;
  for (int n = 0; n < 6; ++n) {
    if (const auto narrowing = narrowing_at(t, q.next)) {
      if (!narrowed) q.narrowing_from = q.next;
      q.narrowing = narrowing->value;
      narrowed = true;
      q.next = narrowing->next;
      if (t.is(q.next, "-")) ++q.next;
    } else if (const auto role = role_at(t, q.next); role && !narrowed) {
      q.clashes = q.clashes || q.role == Role::from || q.role == Role::started;  // "commenced by March 2023"
      q.role = role->value;
      q.role_from = q.next;
      q.next = role->next;
    } else if (t.is(q.next, "the") || t.is(q.next, ":")) {
      ++q.next;
    } else {
      break;
    }
  }
  if (!narrowed) q.narrowing_from = q.next;
  return q;
}

FoundPart date_part(const Tokens& t, std::size_t at) {
  const auto q = qualifiers_at(t, at);
  if (q.clashes) return {};
  auto stem = stem_at(t, q.next);
  if (!stem && q.narrowing == Narrowing::end) stem = year_by_name(t, q.next);
  if (!stem || !is_bare_month_credible(t, q.next, *stem, q.next > at)) return {};
  Part part{.meaning = Meaning::date, .from = at, .to = stem->next, .stem = stem->value, .role = q.role, .narrowing = q.narrowing};
  const bool role_counts = q.role == Role::before || q.role == Role::after;
  part.stem_from = role_counts ? q.role_from : q.narrowing_from;
  return part;
}

// "5" of "5 and 12 March 2023": a day whose month comes later.
FoundPart day_alone(const Tokens& t, std::size_t at) {
  const auto q = qualifiers_at(t, at);
  auto here = q.next;
  if (is_inside_figures(t, here)) return {};
  for (int n = 0; n < 6; ++n) {
    if (!t.is_number(here) || t[here].digits > 2 || t[here].value < 1 || t[here].value > 31) return {};
    ++here;
    if (is_ordinal_ending(t[here].text) && t.is_joined(here)) ++here;
    if (!is_joint(t, here)) return {};
    while (is_joint(t, here)) ++here;
    const auto stem = stem_at(t, here);
    if (!stem || stem->value.unit != Unit::day) continue;
    const auto to = q.next + (is_ordinal_ending(t[q.next + 1].text) ? 2U : 1U);
    return Part{.meaning = Meaning::date, .from = at, .to = to, .stem = {.unit = Unit::day, .day = t[q.next].value, .day_alone = true},
                .role = q.role, .stem_from = q.role == Role::before || q.role == Role::after ? q.role_from : q.next};
  }
  return {};
}

std::optional<std::size_t> after_unit(const Tokens& t, std::size_t at) {
  static constexpr std::string_view kUnits[] = {"day", "days", "week", "weeks", "wk", "wks", "month", "months", "mth", "mths", "year", "years", "yr", "yrs"};
  if (t.is(at, "-")) ++at;
  if (t.is(at, "working") || t.is(at, "calendar")) ++at;
  const bool known = std::any_of(std::begin(kUnits), std::end(kUnits), [&](auto unit) { return t.is(at, unit); });
  if (!known) return {};
  return at + 1;
}

bool is_count(const Tokens& t, std::size_t at) { return (t.is_number(at) && t[at].digits <= 3) || count_named(t[at].text) || t.is(at, "a"); }

// "6 months", "6 months-1 Year", "3-6 months", "Year 1", "the first year".
std::optional<std::size_t> after_duration(const Tokens& t, std::size_t at) {
  if ((t.is(at, "year") || t.is(at, "years") || t.is(at, "month") || t.is(at, "months")) && is_count(t, at + 1) && !t.is(at + 1, "a")) {
    auto next = at + 2;
    while ((t.is(next, "-") || t.is(next, "to") || t.is(next, "and") || t.is(next, "/") || t.is(next, "&")) && is_count(t, next + 1) && !t.is(next + 1, "a")) next += 2;
    return next;
  }
  if (ordinal_named(t[at].text)) {
    if (const auto next = after_unit(t, at + 1)) return next;
    ++at;
  }
  if (!is_count(t, at)) return {};
  auto next = after_unit(t, at + 1);
  if (!next && !(t.is(at + 1, "-") || t.is(at + 1, "to") || t.is(at + 1, "/") || t.is(at + 1, "or"))) return {};
  const auto joint = next.value_or(at + 1);
  if ((t.is(joint, "-") || t.is(joint, "to") || t.is(joint, "/") || t.is(joint, "or")) && is_count(t, joint + 1))
    if (const auto second = after_unit(t, joint + 2)) return second;
  return next;
}

FoundPart relative_part(const Tokens& t, std::size_t at) {
  static constexpr std::string_view kLeads[] = {"within", "in", "over", "for", "next", "the", "after", "up", "to", "at", "least", "approximately", "approx", "during", "every", "per"};
  static constexpr std::string_view kAnchors[] = {"of", "from", "after", "following", "post", "into", "prior", "before", "later", "onwards"};
  auto here = at;
  while (here < at + 5 && std::find(std::begin(kLeads), std::end(kLeads), t[here].text) != std::end(kLeads)) ++here;
  const auto next = after_duration(t, here);
  if (!next) return {};
  Part part{.meaning = Meaning::relative, .from = at, .to = *next};
  const bool anchored = std::find(std::begin(kAnchors), std::end(kAnchors), t[*next].text) != std::end(kAnchors);
  if (!anchored || ends_clause(t, *next + 1) || t[*next].line_before) return part;
  part.meaning = Meaning::anchored;
  part.to = end_of_clause(t, *next + 1);
  return part;
}

// "in progress" counts as said; "complete" only where it is said of the work and not wished for.
bool is_said(const Tokens& t, std::size_t from, std::size_t to) {
  static constexpr std::string_view kWishes[] = {"be", "to", "not", "when", "until", "once", "if", "partially", "partly", "part", "nearly", "almost", "will", "should", "%", "or", "being", "for", "substantially", "mostly"};
  if (from > 0 && std::find(std::begin(kWishes), std::end(kWishes), t[from - 1].text) != std::end(kWishes)) return false;
  const auto& next = t[to];
  if (next.line_before || next.kind != TokenKind::word) return true;
  return !t.is(to, "by") && !t.is(to, "before") && !t.is(to, "within") && !t.is(to, "or") && !t.is(to, "when") && !t.is(to, "the") && !t.is(to, "a") && !t.is(to, "all") &&
         (phrase_at(t, to) || date_part(t, to));
}

Part phrase_part(const Tokens& t, std::size_t at, const Read<Phrase>& phrase) {
  Part part{.meaning = phrase.value.meaning, .from = at, .to = phrase.next, .recurs = phrase.value.recurs};
  if (part.meaning == Meaning::event) part.to = std::max(part.to, end_of_clause(t, part.to));
  if (part.meaning == Meaning::done && !is_said(t, part.from, part.to)) part.meaning = Meaning::word;
  if (t[at].line_before && (part.meaning == Meaning::dash || part.meaning == Meaning::bullet)) part.meaning = Meaning::bullet;
  return part;
}

bool is_recurring(const Phrase& phrase) { return phrase.meaning == Meaning::recurrence || phrase.meaning == Meaning::odd_recurrence; }

Part part_at(const Tokens& t, std::size_t at) {
  const auto phrase = phrase_at(t, at);
  if (phrase && (is_recurring(phrase->value) || phrase->value.meaning == Meaning::placeholder || phrase->value.meaning == Meaning::year_unknown))
    return phrase_part(t, at, *phrase);
  if (auto part = date_part(t, at)) return *part;
  if (auto part = day_alone(t, at)) return *part;
  if (auto part = relative_part(t, at)) return *part;
  if (phrase) return phrase_part(t, at, *phrase);
  return {.from = at, .to = at + 1};
}

}  // namespace

std::vector<Part> parts_of(const Tokens& tokens) {
  std::vector<Part> parts;
  for (std::size_t at = 0; at < tokens.size(); at = parts.back().to) parts.push_back(part_at(tokens, at));
  return parts;
}

}  // namespace makegood::dates
