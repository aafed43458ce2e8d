#include "timescale/run.h"

#include <algorithm>

#include <fmt/format.h>

namespace makegood::dates {
namespace {

enum class Link { none, range, list, either };

struct Member {
  Part part;
  Link link = Link::none;  ///< to the member before
  Span span;               ///< what names it, with whoever lends it a year
  Dated dated;
};

struct Joint {
  Link link = Link::none;
  std::size_t next = 0;  ///< the part that is joined on
};

class RunReader {
 public:
  RunReader(const Tokens& tokens, const std::vector<Part>& parts, const TimescaleSettings& settings)
      : tokens_(tokens), parts_(parts), settings_(settings) {}

  Run read(std::size_t at) {
    collect(at);
    lend_months();
    lend_years();
    for (auto& member : members_) settle(member);
    make_statements();
    return std::move(run_);
  }

 private:
  void collect(std::size_t at);
  [[nodiscard]] Joint joint_at(std::size_t at) const;
  [[nodiscard]] bool begins_line(const Part& part) const { return tokens_[part.from].line_before; }
  [[nodiscard]] std::optional<Part> echo_at(std::size_t at, Link link, std::size_t& next) const;
  [[nodiscard]] std::optional<Part> figure_echo(std::size_t at, Link link, std::size_t& next) const;
  void add(Part part, Link link);
  void lend_months();
  void lend_years();
  bool borrow_from_later(std::size_t at);
  bool borrow_from_earlier(std::size_t at);
  void settle(Member& member);
  void make_statements();
  void doubt_years(const Member& last);
  void note(double confidence, std::string_view code, std::string message, Span span);

  const Tokens& tokens_;
  const std::vector<Part>& parts_;
  const TimescaleSettings& settings_;
  std::vector<Member> members_;
  Run run_;
};

Span hull(Span a, Span b) { return {std::min(a.from, b.from), std::max(a.to, b.to)}; }

void RunReader::note(double confidence, std::string_view code, std::string message, Span span) {
  run_.confidence = std::min(run_.confidence, confidence);
  run_.findings.push_back({std::string(code), std::move(message), fmt::format("\"{}\"", valid_utf8(tokens_.text(span)))});
}

void RunReader::add(Part part, Link link) {
  const auto span = tokens_.span(part.stem_from, part.to);
  members_.push_back({.part = std::move(part), .link = link, .span = span, .dated = {}});
}

// The joint that begins at a part: at most three connectors, none of which begins a line
// (there a dash is a bullet).
Joint RunReader::joint_at(std::size_t at) const {
  Joint joint{.next = at};
  for (int n = 0; n < 3 && joint.next < parts_.size(); ++n, ++joint.next) {
    const auto meaning = parts_[joint.next].meaning;
    Link link = Link::none;
    if (meaning == Meaning::dash || meaning == Meaning::to) link = Link::range;
    else if (meaning == Meaning::comma || meaning == Meaning::and_ || meaning == Meaning::then) link = Link::list;
    else if (meaning == Meaning::slash || meaning == Meaning::or_) link = Link::either;
    if (link == Link::none) break;
    if (joint.link != Link::range) joint.link = link;
  }
  return joint;
}

// "October 23, 24 and 25", "Spring 2023 and 2024": the same again in another year.
std::optional<Part> RunReader::echo_at(std::size_t at, Link link, std::size_t& next) const {
  const auto& last = members_.back().part;
  const auto& part = parts_[at];
  next = at + 1;
  const bool plain_year = part.meaning == Meaning::date && part.stem.unit == Unit::year && part.stem.basis == Basis::none &&
                          !part.stem.year->split && part.role == Role::none && part.narrowing == Narrowing::none;
  if (plain_year && link == Link::list && last.stem.unit != Unit::year && last.stem.year && !last.stem.year->split) {
    Part echo = last;
    echo.to = part.to;
    echo.stem.year = part.stem.year;
    return echo;
  }
  return figure_echo(at, link, next);
}

std::optional<Part> RunReader::figure_echo(std::size_t at, Link link, std::size_t& next) const {
  const auto& last = members_.back().part;
  const auto& part = parts_[at];
  const auto& figure = tokens_[part.from];
  if (part.meaning != Meaning::word || figure.kind != TokenKind::number || figure.line_before) return {};
  const auto* after = at + 1 < parts_.size() ? &parts_[at + 1] : nullptr;
  Part echo = last;
  echo.to = part.to;
  if (last.stem.unit == Unit::quarter && !last.stem.year && figure.digits == 1) {  // "Q1-3 2023/24"
    echo.stem.number = figure.value;
    if (after != nullptr && after->meaning == Meaning::date && after->stem.unit == Unit::year && after->stem.year && after->role == Role::none) {
      echo.stem.year = after->stem.year;
      echo.stem.basis = after->stem.basis;
      echo.to = after->to;
      ++next;
    }
    return echo;
  }
  if (!last.stem.year || last.stem.year->split || figure.digits != 2) return {};
  const bool text_follows = after != nullptr && (after->meaning == Meaning::word || after->meaning == Meaning::filler) && !begins_line(*after);
  const bool may_range = last.stem.unit == Unit::year || last.stem.year->two_figures;
  const int year = 2000 + figure.value;
  if (text_follows || (link == Link::range && !may_range) || year <= last.stem.year->first || year > last.stem.year->first + 10) return {};
  echo.stem.year = YearName{.first = year, .two_figures = true};
  return echo;
}

void RunReader::collect(std::size_t at) {
  add(parts_[at], Link::none);
  for (run_.next = at + 1; run_.next < parts_.size();) {
    auto joint = joint_at(run_.next);
    if (joint.next >= parts_.size()) return;
    const auto& next = parts_[joint.next];
    const bool until = next.meaning == Meaning::date && next.role == Role::until;
    if (until && !begins_line(next)) joint.link = Link::range;
    if (members_.back().part.role == Role::between && joint.link == Link::list) joint.link = Link::range;
    if (joint.link == Link::none) return;
    std::size_t after = 0;
    if (const auto echo = echo_at(joint.next, joint.link, after)) {
      add(*echo, joint.link);
      members_.back().span = hull(members_.back().span, members_[members_.size() - 2].span);
      run_.next = after;
      continue;
    }
    const bool joins = next.meaning == Meaning::date && (next.role == Role::none || next.role == Role::by || next.role == Role::before || until);
    if (!joins || members_.back().part.role == Role::every) return;
    add(next, joint.link);
    run_.next = joint.next + 1;
  }
}

// "5 and 12 March 2023": the days take the month of the day that names one.
void RunReader::lend_months() {
  for (auto at = members_.size(); at-- > 0;) {
    auto& stem = members_[at].part.stem;
    if (!stem.day_alone) continue;
    if (at + 1 >= members_.size()) continue;
    const auto& lender = members_[at + 1];
    stem.number = lender.part.stem.number;
    stem.year = lender.part.stem.year;
    members_[at].span = hull(members_[at].span, lender.span);
  }
}

bool RunReader::borrow_from_later(std::size_t at) {
  if (at + 1 >= members_.size() || !members_[at + 1].part.stem.year) return false;
  auto& borrower = members_[at];
  const auto& lender = members_[at + 1];
  auto& stem = borrower.part.stem;
  stem.year = lender.part.stem.year;
  if (stem.basis == Basis::none) stem.basis = lender.part.stem.basis;
  borrower.span = hull(borrower.span, lender.span);
  const auto mine = date_of(stem, Narrowing::none, settings_, ""), theirs = date_of(lender.part.stem, Narrowing::none, settings_, "");
  const bool wraps = mine.possible && theirs.possible && mine.first > theirs.last && lender.link != Link::list;
  if (!wraps || stem.year->split) return true;
  --stem.year->first;
  note(0.7, "year_assumed", fmt::format("The first date of \"{}\" is taken to be in {}.", valid_utf8(tokens_.text(borrower.span)), stem.year->first), borrower.span);
  return true;
}

bool RunReader::borrow_from_earlier(std::size_t at) {
  if (at == 0 || !members_[at - 1].part.stem.year) return false;
  auto& borrower = members_[at];
  const auto& lender = members_[at - 1];
  auto& stem = borrower.part.stem;
  stem.year = lender.part.stem.year;
  if (stem.basis == Basis::none) stem.basis = lender.part.stem.basis;
  borrower.span = hull(borrower.span, lender.span);
  const auto mine = date_of(stem, Narrowing::none, settings_, ""), theirs = date_of(lender.part.stem, Narrowing::none, settings_, "");
  if (mine.possible && theirs.possible && mine.last < theirs.first && !stem.year->split) ++stem.year->first;
  note(0.7, "year_assumed", fmt::format("The last date of \"{}\" is taken to be in {}.", valid_utf8(tokens_.text(borrower.span)), stem.year->first), borrower.span);
  return true;
}

void RunReader::lend_years() {
  for (auto at = members_.size(); at-- > 0;)
    if (!members_[at].part.stem.year) borrow_from_later(at);
  for (std::size_t at = 0; at < members_.size(); ++at)
    if (!members_[at].part.stem.year) borrow_from_earlier(at);
}

void RunReader::settle(Member& member) {
  auto& stem = member.part.stem;
  const auto written = valid_utf8(tokens_.text(member.span));
  if (!stem.year && member.part.role == Role::every) {
    member.dated.possible = false;
    return;
  }
  if (!stem.year && !settings_.as_of) {
    member.dated.possible = false;
    run_.yearless.push_back({"year_unknown", fmt::format("\"{}\" does not say which year.", written), fmt::format("\"{}\"", written)});
    return;
  }
  if (!stem.year) {
    stem.year = YearName{.first = std::clamp(*settings_.as_of, 1, 9998)};
    note(0.7, "year_assumed", fmt::format("\"{}\" does not say which year; {} is supplied.", written, stem.year->first), member.span);
  }
  member.dated = date_of(stem, member.part.narrowing, settings_, written);
  run_.confidence = std::min(run_.confidence, member.dated.confidence);
  run_.findings.insert(run_.findings.end(), member.dated.findings.begin(), member.dated.findings.end());
}

// "2023-2024" is read as two calendar years; it is often written for a financial year.
void RunReader::doubt_years(const Member& last) {
  const auto& first = *(&last - 1);
  const auto is_plain = [](const Member& m) { return m.part.stem.unit == Unit::year && m.part.stem.basis == Basis::none && m.part.stem.year && !m.part.stem.year->split; };
  if (!is_plain(first) || !is_plain(last) || last.part.stem.year->first != first.part.stem.year->first + 1) return;
  const auto span = hull(first.span, last.span);
  note(0.6, "ambiguous_year", fmt::format("\"{}\" is read as two calendar years; it could be one financial year.", valid_utf8(tokens_.text(span))), span);
}

Statement statement_of(const Member& member) {
  return {.start = member.dated, .end = member.dated, .role = member.part.role, .end_role = member.part.role, .unit = member.part.stem.unit,
          .has_year = member.part.stem.year.has_value(), .start_span = member.span, .end_span = member.span};
}

void RunReader::make_statements() {
  for (const auto& member : members_) {
    if (member.link == Link::none || member.link == Link::list) {
      run_.is_list = run_.is_list || member.link == Link::list;
      run_.statements.push_back(statement_of(member));
      continue;
    }
    auto& last = run_.statements.back();
    last.end_role = member.part.role;
    if (member.link == Link::range) {
      last.is_range = true;
      last.end = member.dated;
      last.end_span = member.span;
      doubt_years(member);
      continue;
    }
    const auto span = hull(last.end_span, member.span);
    if (!last.is_range) last.start_span = span;
    last.end_span = span;
    auto& end = last.end;
    end.possible = end.possible && member.dated.possible;
    end.first = std::min(end.first, member.dated.first);
    end.last = std::max(end.last, member.dated.last);
    if (!last.is_range) last.start = end;
    if (end.possible)
      note(0.7, "either_date", fmt::format("\"{}\" is read as {}.", valid_utf8(tokens_.text(span)), period_in_words(end.first, end.last)), span);
  }
}

}  // namespace

Run run_at(const Tokens& tokens, const std::vector<Part>& parts, std::size_t at, const TimescaleSettings& settings) {
  return RunReader(tokens, parts, settings).read(at);
}

}  // namespace makegood::dates
