#include "extract/columns.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include "base/base.h"
#include "extract/headers.h"
#include "extract/people.h"
#include "extract/responses.h"
#include "extract/vocabulary.h"

namespace makegood::extraction {
namespace {

constexpr std::size_t kRoles = kColumnRoles - 1;  // what can be read; not_used is only given
constexpr double kShortestTitle = 20;  // bytes a cell on average, where no header says what it is
constexpr std::size_t kMostCellsLookedAt = 400;  // enough to know a column by

bool is_status_word(std::string_view text) {
  static constexpr std::array<std::string_view, 24> kWords = {"complete", "completed", "in progress", "not started", "on track",
      "green", "amber", "red", "blue", "started", "delayed", "at risk", "overdue", "closed", "open", "done", "behind schedule",
      "off track", "under way", "underway", "rag green", "rag amber", "rag red", "not due"};
  return std::find(kWords.begin(), kWords.end(), fold(text)) != kWords.end();
}

// "Sep-24", as spreadsheets show a month; "MAR-04" may well be a reference.
bool is_month_and_year(std::string_view text) {
  const auto dash = text.find_first_of("-/");
  if (dash == std::string_view::npos || !is_month(text.substr(0, dash))) return false;
  const auto year = text.substr(dash + 1);
  return year.find_first_not_of("0123456789") == std::string_view::npos && (year.size() == 4 || (year.size() == 2 && year[0] >= '2'));
}

bool is_date(std::string_view text, const TimescaleSettings& settings) {
  if (text.size() > 90 || words_of(text).size() > 12) return false;
  const auto read = read_timescale(text, settings);
  if (read.unparsed) return false;
  // "Publish the data every quarter" says what is done, "Quarterly" when.
  if (!read.due && !read.start && !read.ongoing && !read.complete && words_of(text).size() >= 5 && is_doing_word(words_of(text)[0])) return false;
  return read.due || read.start || read.ongoing || read.complete || read.recurs != Recurrence::none || !read.condition.empty() ||
         !read.milestones.empty();
}

// "Started" says how far, and only under a date's header on what a date hangs.
bool says_how_far(std::string_view text, const TimescaleSettings& settings) {
  const auto read = read_timescale(text, settings);
  return is_status_word(text) && !read.due && !read.start && !read.ongoing && !read.complete;
}

// "Partially agreed. ..." is a response; "Template agreed by January" is none.
bool begins_with_response(std::string_view text) {
  const auto words = words_of(text);
  if (words.empty() || read_response(text) == Response::none) return false;
  static constexpr std::array<std::string_view, 5> kBefore = {"not", "partially", "partly", "fully", "in"};
  return read_response(words[0]) != Response::none || std::find(kBefore.begin(), kBefore.end(), lower(bare(words[0]))) != kBefore.end();
}

struct Profile {
  double cells = 0, rows = 0, date = 0, people = 0, ref = 0, status = 0, response = 0, length = 0;
};

Profile profile_of(std::size_t column, const std::vector<const GridRow*>& rows, const TimescaleSettings& settings) {
  Profile profile;
  double from_above = 0;
  std::set<std::string> refs;
  for (std::size_t n = 0; n < rows.size() && n < kMostCellsLookedAt; ++n) {
    const auto& row = *rows[n];
    if (row.filled() < 2) continue;
    ++profile.rows;
    if (column >= row.slots.size() || row.slots[column].lines.empty()) continue;
    if (row.slots[column].from_above) {
      ++from_above;
      continue;
    }
    const auto look = look_at(text_of(row.slots[column].lines), settings);
    ++profile.cells;
    profile.date += look.date;
    profile.people += look.people && !look.date;
    profile.ref += look.ref;
    if (look.ref) refs.insert(text_of(row.slots[column].lines));
    profile.status += look.status;
    profile.response += look.response;
    profile.length += static_cast<double>(look.length);
  }
  // The same cross in every row ticks a year off; it refers to nothing.
  const bool cross = refs.size() == 1 && (*refs.begin() == "X" || *refs.begin() == "x") && profile.cells < profile.rows;
  if (refs.size() == 1 && (profile.ref >= 2 || profile.cells * 2 < profile.rows || cross)) profile.ref = 0;
  if (profile.cells > 0)
    for (double* share : {&profile.date, &profile.people, &profile.ref, &profile.status, &profile.response, &profile.length}) *share /= profile.cells;
  profile.rows -= from_above;
  return profile;
}

using Scores = std::array<double, kRoles>;
double& at(Scores& scores, Role role) { return scores[static_cast<std::size_t>(role)]; }

Scores score_column(std::string_view header, const Profile& p) {
  Scores s{};
  const auto meanings = meanings_of(header);
  for (const auto& meaning : meanings) at(s, meaning.role) += meaning.weight;
  if (!meanings.empty() && meanings[0].role == Role::start) at(s, Role::timescale) -= 5;
  if (p.cells == 0) return s;
  at(s, Role::timescale) += 3.5 * p.date - (p.date < 0.2 && p.cells >= 3 ? 2.0 : 0.0);
  at(s, Role::start) -= 3.0 * (1 - p.date);
  for (const Role role : {Role::owner, Role::partner, Role::title, Role::detail, Role::theme, Role::lead_authority}) at(s, role) -= 3.5 * p.date;
  const bool says = !meanings.empty() && meanings[0].weight >= 2 && meanings[0].role != Role::owner && meanings[0].role != Role::partner &&
                    meanings[0].role != Role::lead_authority;
  const bool wrong = says && (meanings[0].role == Role::timescale || meanings[0].role == Role::start) && p.date < 0.2;
  if (says && !wrong) at(s, Role::owner) -= 2.2, at(s, Role::partner) -= 1.5;
  at(s, Role::owner) += 2.2 * p.people - 2 * p.status - (p.people < 0.2 && p.cells >= 3 ? 2.0 : 0.0);
  at(s, Role::partner) += 1.5 * p.people - (p.people < 0.2 && p.cells >= 3 ? 1.0 : 0.0);
  at(s, Role::ref) += 3 * p.ref - (p.ref < 0.3 ? 4.0 : 0.0);
  for (const Role role : {Role::theme, Role::title, Role::detail, Role::owner, Role::timescale}) at(s, role) -= 3 * p.ref;
  // One letter a cell under "RAG" is a colour.
  if (!meanings.empty() && meanings[0].role == Role::status) at(s, Role::ref) -= 4 * p.ref;
  at(s, Role::status) += 2 * p.status;
  at(s, Role::response) += 2 * p.response - (p.response < 0.3 ? 1.5 : 0.0);
  if (p.length >= 60) {
    at(s, Role::title) += 2;
    at(s, Role::detail) += 1.8;
    for (const Role role : {Role::owner, Role::timescale, Role::partner, Role::lead_authority}) at(s, role) -= p.length > 120 ? 3 : 1.5;
    at(s, Role::theme) -= p.length >= 200 ? 2.5 : 0.8;
  }
  return s;
}

bool names_theme(std::string_view header) {
  const auto meanings = meanings_of(header);
  return std::any_of(meanings.begin(), meanings.end(), [](const Meaning& meaning) { return meaning.role == Role::theme; });
}

// A column headed "Priority" whose cells say High, Medium, Low ranks items; it names no theme.
bool is_ranking(std::size_t column, const std::vector<const GridRow*>& rows) {
  static constexpr std::array<std::string_view, 12> kRanks = {"high", "medium", "low", "h", "m", "l", "1", "2", "3", "urgent", "must", "should"};
  std::size_t ranks = 0, cells = 0;
  for (const auto* row : rows) {
    if (column >= row->slots.size() || row->slots[column].lines.empty()) continue;
    ++cells;
    if (std::find(kRanks.begin(), kRanks.end(), fold(text_of(row->slots[column].lines))) != kRanks.end()) ++ranks;
    if (cells >= 50) break;
  }
  return cells > 0 && ranks * 10 >= cells * 8;
}

ItemKind kind_of(std::string_view header) {
  const auto folded = fold(header);
  if (folded.find("recommend") != std::string::npos) return ItemKind::recommendation;
  if (folded.find("action") != std::string::npos) return ItemKind::action;
  if (folded.find("commitment") != std::string::npos || folded.find("pledge") != std::string::npos) return ItemKind::commitment;
  if (folded.find("criteri") != std::string::npos) return ItemKind::criterion;
  return ItemKind::action;
}

struct Assigner {
  std::vector<Scores> scores;
  Layout& layout;

  void take(std::size_t column, Role role) {
    layout.columns[column].role = role;
    if (only_once(role))
      for (auto& other : scores) at(other, role) = -10;
    scores[column].fill(-10);
  }

  // A second title that a person gives is detail, a second anything else has no place.
  void give(std::size_t column, Role role) {
    if (only_once(role) && layout.first(role) >= 0) role = role == Role::title ? Role::detail : Role::none;
    layout.columns[column].given = true;
    if (role == Role::not_used) {
      layout.columns[column].role = role;
      scores[column].fill(-10);
    } else {
      take(column, role);
    }
  }

  void take_best(Role role, double least) {
    std::size_t best = scores.size();
    for (std::size_t n = 0; n < scores.size(); ++n)
      if (at(scores[n], role) >= least && (best == scores.size() || at(scores[n], role) > at(scores[best], role) + 0.01)) best = n;
    if (best < scores.size()) take(best, role);
  }

  void take_rest() {
    for (std::size_t column = 0; column < scores.size(); ++column) {
      auto& s = scores[column];
      std::size_t best = 0;
      for (std::size_t role = 1; role < kRoles; ++role)
        if (s[role] > s[best] + 0.01) best = role;
      const auto role = static_cast<Role>(best);
      // A second column of actions beside the title ("Milestone") is its detail.
      if (role == Role::none && s[best] > -5 && layout.columns[column].filled > 0 && layout.columns[column].header.empty()) continue;
      if (s[best] < 1.0 || role == Role::none) continue;
      take(column, role);
    }
  }
};

// Without a header the longest cells that are neither names nor dates nor references say what is
// done; the width of the table when there are none.
std::size_t longest_text(const std::vector<Profile>& profiles, const GivenRoles& given) {
  std::size_t best = profiles.size();
  for (std::size_t n = 0; n < profiles.size(); ++n) {
    const auto& profile = profiles[n];
    if ((n < given.size() && given[n]) || profile.length < kShortestTitle) continue;
    if (std::max({profile.people, profile.date, profile.ref, profile.status}) > 0.5) continue;
    if (best == profiles.size() || profile.length > profiles[best].length) best = n;
  }
  return best;
}

// How far the meaning is before the next likeliest: 1 where none comes near.
double confidence_of(const Scores& scores, Role role) {
  double other = 0;
  for (std::size_t n = 1; n < kRoles; ++n)
    if (n != static_cast<std::size_t>(role)) other = std::max(other, scores[n]);
  const double own = role == Role::none ? 1.0 : scores[static_cast<std::size_t>(role)];
  return std::clamp(0.5 + (own - other) / 6, 0.3, 1.0);
}

}  // namespace

int Layout::first(Role role) const {
  for (std::size_t n = 0; n < columns.size(); ++n)
    if (columns[n].role == role) return static_cast<int>(n);
  return -1;
}

bool is_reference(std::string_view text) {
  text = trim(text);
  if (text.empty() || text.size() > 12 || is_month_and_year(text)) return false;
  if (text.size() <= 5 && text.find_first_not_of("ivx") == std::string_view::npos) return true;  // "iv"
  int digits = 0, letters = 0;
  for (const char c : text) {
    if (c >= '0' && c <= '9') ++digits;
    else if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) ++letters;
    else if (c != '.' && c != '-' && c != '/' && c != '(' && c != ')') return false;
  }
  return (digits > 0 && letters <= 4 && digits <= 5 && !(digits == 4 && letters == 0 && text.size() == 4)) || (digits == 0 && letters == 1);
}

Look look_at(std::string_view text, const TimescaleSettings& settings) {
  Look look;
  look.length = text.size();
  look.ref = is_reference(text);
  look.status = is_status_word(text);
  look.response = begins_with_response(text);
  look.date = !look.ref && is_date(text, settings) && !says_how_far(text, settings);
  look.people = text.size() > 1 && looks_like_people(text);
  return look;
}

Layout read_columns(const std::vector<std::string>& header, const std::vector<const GridRow*>& rows, const TimescaleSettings& settings, const GivenRoles& given) {
  Layout layout;
  std::size_t width = header.size();
  for (const auto* row : rows) width = std::max(width, row->slots.size());
  layout.columns.resize(width);
  Assigner assigner{std::vector<Scores>(width), layout};
  std::vector<Profile> profiles(width);
  for (std::size_t n = 0; n < width; ++n) {
    auto& column = layout.columns[n];
    if (n < header.size()) column.header = header[n];
    profiles[n] = profile_of(n, rows, settings);
    column.filled = profiles[n].rows > 0 ? profiles[n].cells / profiles[n].rows : 0;
    assigner.scores[n] = score_column(column.header, profiles[n]);
    if (names_theme(column.header) && is_ranking(n, rows)) assigner.scores[n].fill(-10);
  }
  const auto scores = assigner.scores;
  for (std::size_t n = 0; n < std::min(width, given.size()); ++n)
    if (given[n]) assigner.give(n, *given[n]);
  assigner.take_best(Role::title, 1.5);
  int title = layout.first(Role::title);
  const bool title_given = title >= 0 && layout.columns[static_cast<std::size_t>(title)].given;
  const double title_names = title < 0 ? 0 : title_given ? 4.0 : [&] {
    for (const auto& meaning : meanings_of(layout.columns[static_cast<std::size_t>(title)].header))
      if (meaning.role == Role::title) return meaning.weight;
    return 0.0;
  }();
  if (title < 0) {  // "Objective | Who | When": the objective is what is tracked
    assigner.take_best(Role::theme, 2.0);
    if (const int theme = layout.first(Role::theme); theme >= 0 && !layout.columns[static_cast<std::size_t>(theme)].given)
      assigner.take(static_cast<std::size_t>(theme), Role::title);
    title = layout.first(Role::title);
  }
  const bool nameless = std::all_of(layout.columns.begin(), layout.columns.end(), [](const Column& column) { return column.header.empty(); });
  if (title < 0 && nameless) {
    if (const auto longest = longest_text(profiles, given); longest < width) assigner.take(longest, Role::title);
    title = layout.first(Role::title);
  }
  assigner.take_best(Role::ref, 1.5);
  assigner.take_best(Role::timescale, 1.2);
  assigner.take_best(Role::theme, 1.5);
  // Further columns of actions are detail; so is long text that nobody named.
  for (std::size_t n = 0; n < width; ++n)
    if (layout.columns[n].role == Role::none && !layout.columns[n].given && n < scores.size()) {
      auto second = scores[n];
      if (at(second, Role::title) >= 1.5) at(assigner.scores[n], Role::detail) = std::max(at(assigner.scores[n], Role::detail), at(second, Role::title));
    }
  assigner.take_rest();

  for (std::size_t n = 0; n < width; ++n)
    if (!layout.columns[n].given) layout.columns[n].confidence = confidence_of(scores[n], layout.columns[n].role);
  if (title >= 0) layout.kind = kind_of(layout.columns[static_cast<std::size_t>(title)].header);
  const bool tracked = layout.first(Role::owner) >= 0 || layout.first(Role::timescale) >= 0 || layout.first(Role::status) >= 0 ||
                       layout.first(Role::partner) >= 0 || layout.first(Role::response) >= 0 || layout.first(Role::progress) >= 0;
  const double length = title < 0 ? 0 : profiles[static_cast<std::size_t>(title)].length;
  layout.is_plan = title >= 0 && (title_given || (title_names >= 2 && (tracked || title_names >= 3)) ||
                                  (tracked && length >= 30 && (layout.first(Role::owner) >= 0 || layout.first(Role::timescale) >= 0)));
  layout.lists = layout.first(Role::theme) >= 0;
  layout.confidence = title_names >= 2 ? 1.0 : 0.75;
  return layout;
}

}  // namespace makegood::extraction
