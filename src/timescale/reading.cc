#include "timescale/reader.h"

namespace makegood {
namespace dates {

void Reader::note(double confidence, std::string_view code, std::string message, Span span) {
  out_.confidence = std::min(out_.confidence, confidence);
  out_.findings.push_back({std::string(code), std::move(message), quote(span)});
}

void Reader::take_recurrence(std::size_t at) {
  const auto recurs = parts_[at].recurs;
  if (out_.recurs != Recurrence::none && out_.recurs != recurs) {
    note(0.6, "several_recurrences", fmt::format("{} says a second rhythm; the first is kept.", quote(span_of(at))), span_of(at));
    return;
  }
  out_.recurs = recurs;
}

std::size_t Reader::read_part(std::size_t at) {
  switch (parts_[at].meaning) {
    case Meaning::date: return read_run(at);
    case Meaning::ongoing:
    case Meaning::onwards:
    case Meaning::rolling:
      out_.ongoing = true;
      read_[at] = true;
      break;
    case Meaning::recurrence:
      take_recurrence(at);
      read_[at] = true;
      break;
    case Meaning::thereafter: read_[at] = true; break;
    default: break;
  }
  return at + 1;
}

Tail Reader::tail_at(std::size_t at) const {
  Tail tail{.next = at};
  bool joined = false, then = false;
  for (; tail.next < parts_.size() && tail.next < at + 4; ++tail.next) {
    const auto& part = parts_[tail.next];
    if (tokens_[part.from].line_before) return {.next = at};
    const auto meaning = part.meaning;
    if (meaning == Meaning::ongoing || meaning == Meaning::onwards || meaning == Meaning::rolling) {
      tail.open = true;
      tail.sure = joined || meaning != Meaning::ongoing;
      ++tail.next;
      return tail;
    }
    if (meaning == Meaning::recurrence) {
      const auto after = tail.next + 1;
      const bool said = after < parts_.size() && parts_[after].meaning == Meaning::thereafter;
      if (!said && !then && !tail.thereafter) return {.next = at};
      tail.recurs = part.recurs;
      tail.thereafter = true;
      tail.next = after + (said ? 1 : 0);
      return tail;
    }
    if (meaning == Meaning::thereafter) tail.thereafter = true;
    else if (meaning == Meaning::and_ || meaning == Meaning::then) joined = then = true;
    else if (meaning == Meaning::dash || meaning == Meaning::to || meaning == Meaning::slash) joined = true;
    else if (meaning != Meaning::comma && meaning != Meaning::open_bracket) return {.next = at};
  }
  return {.next = at};
}

std::size_t Reader::read_run(std::size_t at) {
  auto run = run_at(tokens_, parts_, at, settings_);
  out_.confidence = std::min(out_.confidence, run.confidence);
  out_.findings.insert(out_.findings.end(), run.findings.begin(), run.findings.end());
  yearless_.insert(yearless_.end(), run.yearless.begin(), run.yearless.end());
  doubt_year_in_text(at);
  const auto tail = tail_at(run.next);
  for (const auto& statement : run.statements) take(statement);
  if (run.is_list) take_rhythm(run);
  if (tail.next > run.next) take_tail(run, tail);
  const auto next = std::max(run.next, tail.next);
  const bool dated = std::any_of(run.statements.begin(), run.statements.end(), [](const auto& s) { return s.start.possible || s.end.possible; });
  if (dated) std::fill(read_.begin() + static_cast<std::ptrdiff_t>(at), read_.begin() + static_cast<std::ptrdiff_t>(next), true);
  return next;
}

// "Launch 2025": the number may belong to a name.
void Reader::doubt_year_in_text(std::size_t at) {
  const auto& part = parts_[at];
  const bool plain = part.stem.unit == Unit::year && part.stem.basis == Basis::none && part.role == Role::none && part.narrowing == Narrowing::none;
  if (!plain || !part.stem.year || part.stem.year->split || at == 0) return;
  if (parts_[at - 1].meaning != Meaning::word || tokens_[part.from].line_before) return;
  note(0.5, "year_in_text", fmt::format("{} is taken for the year of the date.", quote(span_of(at))), span_of(at));
}

void Reader::take(const Statement& s) {
  if (s.is_range) take_range(s);
  else if (s.start.possible) take_single(s);
  else if (s.role == Role::every && !s.has_year && out_.recurs == Recurrence::none) out_.recurs = Recurrence::annual;
}

// "after May 2024 to July 2025" begins on 1 June 2024.
static Period first_period(const Statement& s) {
  if (s.role == Role::after) return {s.start.last.plus_days(1), s.start.last.plus_days(1)};
  if (s.role == Role::before) return {s.start.first.plus_days(-1), s.start.first.plus_days(-1)};
  return {s.start.first, s.start.last};
}

static Period last_period(const Statement& s) {
  if (s.end_role == Role::before) return {s.end.first.plus_days(-1), s.end.first.plus_days(-1)};
  return {s.end.first, s.end.last};
}

void Reader::take_range(const Statement& s) {
  const auto first = first_period(s), last = last_period(s);
  if (s.start.possible) starts_.push_back({first.first, s.start_span});
  if (s.end.possible) dues_.push_back({last.last, s.end_span});
  if (s.start.possible && s.end.possible && first.first <= last.last) {
    periods_.push_back({first.first, last.last});
    return;
  }
  if (s.start.possible) periods_.push_back(first);
  if (s.end.possible) periods_.push_back(last);
}

void Reader::take_single(const Statement& s) {
  const auto& period = s.start;
  switch (s.role) {
    case Role::from:
      open_start_ = true;
      [[fallthrough]];
    case Role::started:
      starts_.push_back({period.first, s.start_span});
      periods_.push_back({period.first, period.last});
      return;
    case Role::after: {
      const auto next = period.last.plus_days(1);
      starts_.push_back({next, s.start_span});
      periods_.push_back({next, next});
      note(0.7, "no_end", fmt::format("{} says when it may begin and not when it is due.", quote(s.start_span)), s.start_span);
      return;
    }
    case Role::before: {
      const auto eve = period.first.plus_days(-1);
      dues_.push_back({eve, s.start_span});
      periods_.push_back({eve, eve});
      return;
    }
    case Role::every:
      if (out_.recurs == Recurrence::none) out_.recurs = Recurrence::annual;
      break;
    default: break;
  }
  dues_.push_back({period.last, s.start_span});
  periods_.push_back({period.first, period.last});
}

void Reader::take_tail(const Run& run, const Tail& tail) {
  const auto& last = run.statements.back();
  const auto& first = run.statements.front();
  const auto begins = [](Role role) { return role == Role::none || role == Role::by || role == Role::from || role == Role::started; };
  out_.ongoing = true;
  if (tail.thereafter) {
    if (out_.recurs == Recurrence::none || run.is_list) out_.recurs = tail.recurs;
    if (first.start.possible && begins(first.role)) starts_.push_back({first.start.first, first.start_span});
    return;
  }
  if (!last.start.possible || last.is_range || !begins(last.role)) return;
  if (!dues_.empty() && dues_.back().span == last.start_span) dues_.pop_back();
  starts_.push_back({last.start.first, last.start_span});
  if (!tail.sure)
    note(0.7, "open_ended_read", fmt::format("{} is read as the start of ongoing work, without an end.", quote(last.start_span)), last.start_span);
}

static int months_between(Day from, Day to) { return (to.year() - from.year()) * 12 + to.month() - from.month(); }

// Dates named together at equal distances have a rhythm; two dates only where it is a usual one.
void Reader::take_rhythm(const Run& run) {
  const auto& list = run.statements;
  const bool plain = list.size() > 1 && std::all_of(list.begin(), list.end(), [&](const Statement& s) {
    const bool dated = s.role == Role::none || s.role == Role::by || s.role == Role::until;
    return s.start.possible && !s.is_range && dated && s.unit == list[0].unit;
  });
  if (!plain || out_.recurs != Recurrence::none) return;
  const int step = months_between(list[0].start.first, list[1].start.first);
  for (std::size_t i = 1; i < list.size(); ++i) {
    if (months_between(list[i - 1].start.first, list[i].start.first) != step) return;
    if (list[i].unit == Unit::day && list[i].start.first.day() != list[0].start.first.day()) return;
  }
  if (step == 12) out_.recurs = Recurrence::annual;
  else if (step == 6) out_.recurs = Recurrence::six_monthly;
  else if (step == 3 && list.size() > 2) out_.recurs = Recurrence::quarterly;
  else if (step == 1 && list.size() > 2) out_.recurs = Recurrence::monthly;
  if (out_.recurs == Recurrence::none) return;
  const Span span{list.front().start_span.from, list.back().end_span.to};
  note(0.8, "recurrence_read", fmt::format("{} is read as {}.", quote(span), word(out_.recurs)), span);
}

namespace {

constexpr std::size_t kLongest = 2000;  // bytes that are read

struct Whole {
  Timescale timescale;
  std::vector<Period> periods;
};

Whole read_whole(std::string_view text, const TimescaleSettings& settings) {
  const bool too_long = text.size() > kLongest;
  Tokens tokens(text.substr(0, kLongest));
  if (too_long) tokens.drop_last_word();
  if (tokens.size() == 0 && !too_long) return {};
  Reader reader(tokens, settings);
  Whole whole;
  if (tokens.size() > 0) whole.timescale = reader.read();
  else whole.timescale.unparsed = true;
  whole.periods = reader.periods();
  if (!too_long) return whole;
  whole.timescale.confidence = std::min(whole.timescale.confidence, 0.5);
  whole.timescale.findings.push_back({"too_long", fmt::format("Only the first {} bytes are read.", kLongest), ""});
  return whole;
}

}  // namespace
}  // namespace dates

Timescale read_timescale(std::string_view text, const TimescaleSettings& settings) { return dates::read_whole(text, settings).timescale; }

std::vector<Period> periods_named(std::string_view text, const TimescaleSettings& settings) { return dates::read_whole(text, settings).periods; }

}  // namespace makegood
