#include "timescale/phrase_table.h"

#include <array>

namespace makegood::dates {
namespace {

using enum Meaning;

constexpr auto kPhrases = std::to_array<Phrase>({
    {"ongoing", ongoing}, {"on going", ongoing}, {"continuous", ongoing}, {"continuously", ongoing}, {"continual", ongoing},
    {"continuing", ongoing}, {"open ended", ongoing}, {"business as usual", ongoing}, {"bau", ongoing}, {"in perpetuity", ongoing},
    {"onwards", onwards}, {"onward", onwards}, {"and beyond", onwards}, {"to date", onwards}, {"to present", onwards}, {"to the present", onwards}, {"rolling", rolling}, {"rolling programme", rolling},
    {"on a rolling basis", rolling}, {"thereafter", thereafter}, {"after that", thereafter}, {"afterwards", thereafter},

    {"weekly", recurrence, Recurrence::weekly}, {"every week", recurrence, Recurrence::weekly}, {"each week", recurrence, Recurrence::weekly},
    {"once a week", recurrence, Recurrence::weekly}, {"per week", recurrence, Recurrence::weekly},
    {"monthly", recurrence, Recurrence::monthly}, {"every month", recurrence, Recurrence::monthly}, {"each month", recurrence, Recurrence::monthly},
    {"once a month", recurrence, Recurrence::monthly}, {"per month", recurrence, Recurrence::monthly}, {"every calendar month", recurrence, Recurrence::monthly},
    {"quarterly", recurrence, Recurrence::quarterly}, {"every quarter", recurrence, Recurrence::quarterly}, {"each quarter", recurrence, Recurrence::quarterly},
    {"once a quarter", recurrence, Recurrence::quarterly}, {"per quarter", recurrence, Recurrence::quarterly}, {"every 3 months", recurrence, Recurrence::quarterly},
    {"every three months", recurrence, Recurrence::quarterly}, {"3 monthly", recurrence, Recurrence::quarterly}, {"three monthly", recurrence, Recurrence::quarterly},
    {"four times a year", recurrence, Recurrence::quarterly}, {"4 times a year", recurrence, Recurrence::quarterly},
    {"four times per year", recurrence, Recurrence::quarterly}, {"4 times per year", recurrence, Recurrence::quarterly},
    {"termly", recurrence, Recurrence::termly}, {"every term", recurrence, Recurrence::termly}, {"each term", recurrence, Recurrence::termly},
    {"once a term", recurrence, Recurrence::termly}, {"per term", recurrence, Recurrence::termly}, {"every school term", recurrence, Recurrence::termly},
    {"six monthly", recurrence, Recurrence::six_monthly}, {"6 monthly", recurrence, Recurrence::six_monthly}, {"half yearly", recurrence, Recurrence::six_monthly},
    {"semi annual", recurrence, Recurrence::six_monthly}, {"semi annually", recurrence, Recurrence::six_monthly},
    {"every six months", recurrence, Recurrence::six_monthly}, {"every 6 months", recurrence, Recurrence::six_monthly},
    {"each six months", recurrence, Recurrence::six_monthly}, {"every half year", recurrence, Recurrence::six_monthly},
    {"twice a year", recurrence, Recurrence::six_monthly}, {"twice yearly", recurrence, Recurrence::six_monthly}, {"twice per year", recurrence, Recurrence::six_monthly},
    {"twice each year", recurrence, Recurrence::six_monthly}, {"twice annually", recurrence, Recurrence::six_monthly}, {"two times a year", recurrence, Recurrence::six_monthly},
    {"2 times a year", recurrence, Recurrence::six_monthly}, {"2 x a year", recurrence, Recurrence::six_monthly}, {"bi yearly", odd_recurrence},
    {"annually", recurrence, Recurrence::annual}, {"annual", recurrence, Recurrence::annual}, {"yearly", recurrence, Recurrence::annual},
    {"every year", recurrence, Recurrence::annual}, {"each year", recurrence, Recurrence::annual}, {"once a year", recurrence, Recurrence::annual},
    {"once per year", recurrence, Recurrence::annual}, {"once yearly", recurrence, Recurrence::annual}, {"per year", recurrence, Recurrence::annual},
    {"per annum", recurrence, Recurrence::annual}, {"every 12 months", recurrence, Recurrence::annual}, {"every twelve months", recurrence, Recurrence::annual},
    {"12 monthly", recurrence, Recurrence::annual}, {"every financial year", recurrence, Recurrence::annual}, {"each financial year", recurrence, Recurrence::annual},
    {"every academic year", recurrence, Recurrence::annual}, {"each academic year", recurrence, Recurrence::annual},
    {"biannual", odd_recurrence}, {"biannually", odd_recurrence}, {"bi annual", odd_recurrence}, {"bi annually", odd_recurrence},
    {"bimonthly", odd_recurrence}, {"bi monthly", odd_recurrence}, {"biennial", odd_recurrence}, {"biennially", odd_recurrence},
    {"every two years", odd_recurrence}, {"every 2 years", odd_recurrence}, {"every other year", odd_recurrence}, {"every second year", odd_recurrence},
    {"every three years", odd_recurrence}, {"every 3 years", odd_recurrence}, {"triennial", odd_recurrence}, {"triennially", odd_recurrence},
    {"every four years", odd_recurrence}, {"every 4 years", odd_recurrence}, {"every five years", odd_recurrence}, {"every 5 years", odd_recurrence},
    {"three times a year", odd_recurrence}, {"3 times a year", odd_recurrence}, {"half termly", odd_recurrence}, {"every half term", odd_recurrence}, {"each half term", odd_recurrence}, {"fortnightly", odd_recurrence}, {"every two weeks", odd_recurrence},
    {"every 2 months", odd_recurrence}, {"every two months", odd_recurrence}, {"every other month", odd_recurrence}, {"every 4 months", odd_recurrence},
    {"every four months", odd_recurrence}, {"every 18 months", odd_recurrence}, {"daily", odd_recurrence}, {"every 6 weeks", odd_recurrence},
    {"every six weeks", odd_recurrence}, {"every 2 weeks", odd_recurrence},

    {"complete", done}, {"completed", done}, {"done", done}, {"delivered", done}, {"achieved", done}, {"finished", done}, {"implemented", done},
    {"closed", done}, {"in progress", status}, {"under way", status}, {"underway", status}, {"in train", status}, {"on track", status},
    {"in development", status}, {"not started", status}, {"not complete", status}, {"not yet complete", status}, {"incomplete", status}, {"part complete", status},
    {"partially complete", status}, {"partly complete", status}, {"nearly complete", status}, {"not yet started", status}, {"started", status}, {"commenced", status}, {"begun", status},

    {"tbc", placeholder}, {"tba", placeholder}, {"tbd", placeholder}, {"t b c", placeholder}, {"t . b . c", placeholder}, {"t . b . a", placeholder}, {"n / a", placeholder}, {"na", placeholder},
    {"not applicable", placeholder}, {"xx", placeholder}, {"xxx", placeholder}, {"xxxx", placeholder}, {"by xx", placeholder}, {"by xxx", placeholder},
    {"?", placeholder}, {"none", placeholder}, {"not set", placeholder}, {"not known", placeholder}, {"unknown", placeholder}, {"no date", placeholder},
    {"no date set", placeholder}, {"not specified", placeholder}, {"to follow", placeholder},
    {"to be agreed", placeholder}, {"to be confirmed", placeholder}, {"to be determined", placeholder}, {"to be decided", placeholder},
    {"to be advised", placeholder}, {"to be announced", placeholder}, {"to be set", placeholder}, {"to be scheduled", placeholder}, {"to be arranged", placeholder},
    {"not yet agreed", placeholder}, {"not yet confirmed", placeholder}, {"not yet set", placeholder}, {"awaiting confirmation", placeholder},

    {"asap", vague}, {"as soon as possible", vague}, {"as soon as practicable", vague}, {"immediate", vague}, {"immediately", vague}, {"with immediate effect", vague},
    {"urgent", vague}, {"urgently", vague}, {"short term", vague}, {"medium term", vague}, {"long term", vague}, {"longer term", vague}, {"short to medium term", vague},
    {"medium to long term", vague}, {"short", vague}, {"medium", vague}, {"long", vague}, {"short / medium term", vague}, {"medium / long term", vague},
    {"now", vague}, {"soon", vague}, {"various", vague}, {"ad hoc", vague}, {"in due course", vague}, {"in future", vague}, {"future", vague},
    {"this year", year_unknown}, {"next year", year_unknown}, {"this financial year", year_unknown}, {"next financial year", year_unknown},
    {"this academic year", year_unknown}, {"next academic year", year_unknown}, {"this month", year_unknown}, {"next month", year_unknown},
    {"this quarter", year_unknown}, {"next quarter", year_unknown}, {"the new year", year_unknown}, {"new year", year_unknown},

    {"when", event}, {"whenever", event}, {"once", event}, {"following", event}, {"after", event}, {"before the", event}, {"prior to", event}, {"upon", event},
    {"on completion", event}, {"on publication", event}, {"on adoption", event}, {"on approval", event}, {"on receipt", event}, {"at next", event},
    {"at the next", event}, {"at each", event}, {"at every", event}, {"at the time", event}, {"subject to", event}, {"dependent on", event}, {"dependent upon", event},
    {"depending on", event}, {"pending", event}, {"as required", event}, {"as needed", event}, {"as necessary", event}, {"as appropriate", event}, {"as and when", event},
    {"if", event}, {"in line with", event}, {"linked to", event}, {"aligned to", event}, {"aligned with", event}, {"to coincide with", event}, {"by the next", event},
    {"until the", event}, {"post", event}, {"next available", event}, {"next review", event}, {"next meeting", event}, {"by next", event}, {"in time for", event},

    {"to", to}, {"and", and_}, {"&", and_}, {"+", and_}, {"plus", and_}, {"or", or_}, {"then", then}, {"followed by", then},
    {"-", dash}, {",", comma}, {"/", slash}, {".", stop}, {":", filler}, {";", semicolon}, {"(", open_bracket}, {"[", open_bracket},
    {")", close_bracket}, {"]", close_bracket}, {"*", bullet}, {"|", semicolon},
    {"the", filler}, {"a", filler}, {"an", filler}, {"of", filler}, {"in", filler}, {"on", filler}, {"by", filler}, {"for", filler}, {"from", filler}, {"at", filler},
    {"due", filler}, {"date", filler}, {"due date", filler}, {"deadline", filler}, {"target", filler}, {"target date", filler}, {"timescale", filler},
    {"basis", filler}, {"review", filler}, {"reviewed", filler}, {"with", filler}, {"until", filler}, {"between", filler}, {"before", filler}, {"'", filler}, {"\"", filler},
});

constexpr auto kRoles = std::to_array<RolePhrase>({
    {"by", Role::by}, {"no later than", Role::by}, {"not later than", Role::by}, {"on or before", Role::by}, {"in", Role::by}, {"during", Role::by},
    {"on", Role::by}, {"for", Role::by}, {"at", Role::by}, {"within", Role::by}, {"over", Role::by}, {"throughout", Role::by}, {"due", Role::by},
    {"due date", Role::by}, {"due by", Role::by}, {"deadline", Role::by}, {"target", Role::by}, {"target date", Role::by}, {"circa", Role::by},
    {"around", Role::by}, {"approximately", Role::by}, {"approx", Role::by}, {"about", Role::by},
    {"before", Role::before}, {"prior to", Role::before}, {"ahead of", Role::before}, {"in advance of", Role::before},
    {"from", Role::from}, {"since", Role::from}, {"starting", Role::from}, {"starting in", Role::from}, {"starting from", Role::from}, {"starting on", Role::from},
    {"commencing", Role::from}, {"commencing in", Role::from}, {"commencing from", Role::from}, {"commencing on", Role::from}, {"commences", Role::from},
    {"commence", Role::from}, {"beginning", Role::from}, {"beginning in", Role::from}, {"begins", Role::from}, {"starts", Role::from}, {"starts in", Role::from},
    {"start", Role::from}, {"start date", Role::from}, {"to start", Role::from}, {"to start in", Role::from}, {"start in", Role::from},
    {"with effect from", Role::from}, {"effective from", Role::from}, {"as from", Role::from},
    {"started", Role::started}, {"started in", Role::started}, {"commenced", Role::started}, {"commenced in", Role::started}, {"began", Role::started},
    {"began in", Role::started}, {"launched in", Role::started}, {"after", Role::after}, {"following", Role::after},
    {"until", Role::until}, {"till", Role::until}, {"til", Role::until}, {"up to", Role::until}, {"up until", Role::until}, {"through to", Role::until},
    {"through", Role::until}, {"ending", Role::until}, {"ends", Role::until}, {"end date", Role::until}, {"between", Role::between}, {"every", Role::every}, {"each", Role::every},
});

constexpr auto kNarrowings = std::to_array<NarrowingPhrase>({
    {"end of", Narrowing::end}, {"end", Narrowing::end}, {"the end of", Narrowing::end}, {"close of", Narrowing::end}, {"year end", Narrowing::end},
    {"early", Narrowing::early}, {"early in", Narrowing::early}, {"beginning of", Narrowing::early}, {"the beginning of", Narrowing::early},
    {"start of", Narrowing::early}, {"the start of", Narrowing::early}, {"mid", Narrowing::mid}, {"middle of", Narrowing::mid}, {"the middle of", Narrowing::mid},
    {"late", Narrowing::late}, {"late in", Narrowing::late}, {"later in", Narrowing::late}, {"towards the end of", Narrowing::late},
    {"week commencing", Narrowing::week_from}, {"wk commencing", Narrowing::week_from}, {"week beginning", Narrowing::week_from}, {"w / c", Narrowing::week_from}, {"wc", Narrowing::week_from},
    {"w / b", Narrowing::week_from}, {"week ending", Narrowing::week_to}, {"w / e", Narrowing::week_to},
});

template <class Entry, std::size_t n>
const Entry* longest_at(const std::array<Entry, n>& table, const Tokens& tokens, std::size_t at, std::size_t& next) {
  const Entry* found = nullptr;
  const auto& text = tokens[at].text;
  next = at;
  if (text.empty()) return nullptr;
  for (const auto& entry : table) {
    if (entry.words[0] != text[0]) continue;
    const auto end = tokens.after_phrase(at, entry.words);
    if (end <= next) continue;
    next = end;
    found = &entry;
  }
  return found;
}

}  // namespace

std::optional<Read<Phrase>> phrase_at(const Tokens& tokens, std::size_t at) {
  std::size_t next = at;
  const auto* found = longest_at(kPhrases, tokens, at, next);
  return found == nullptr ? std::nullopt : std::optional(Read<Phrase>{*found, next});
}

std::optional<Read<Role>> role_at(const Tokens& tokens, std::size_t at) {
  std::size_t next = at;
  const auto* found = longest_at(kRoles, tokens, at, next);
  return found == nullptr ? std::nullopt : std::optional(Read<Role>{found->role, next});
}

std::optional<Read<Narrowing>> narrowing_at(const Tokens& tokens, std::size_t at) {
  std::size_t next = at;
  const auto* found = longest_at(kNarrowings, tokens, at, next);
  return found == nullptr ? std::nullopt : std::optional(Read<Narrowing>{found->narrowing, next});
}

}  // namespace makegood::dates
