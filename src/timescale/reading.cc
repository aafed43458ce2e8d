// From a row of meanings to one timescale.
#include <algorithm>
#include <array>
#include <set>

#include <fmt/format.h>

#include "timescale/run.h"

namespace makegood {
namespace dates {
namespace {

constexpr std::size_t kLongest = 2000;  // bytes that are read

struct Credited {
  Day day;
  Span span;
};

// What follows a run of dates: "then rolling", "and quarterly thereafter".
struct Tail {
  bool open = false;
  bool sure = true;        ///< "March 2023 - ongoing"; not "March 2023, ongoing"
  bool thereafter = false;
  Recurrence recurs = Recurrence::none;
  std::size_t next = 0;
};

class Reader {
 public:
  Reader(const Tokens& tokens, const TimescaleSettings& settings) : tokens_(tokens), settings_(settings), parts_(parts_of(tokens)), read_(parts_.size(), false) {}

  Timescale read() {
    for (std::size_t at = 0; at < parts_.size();) at = read_part(at);
    settle_dates();
    settle_done();
    out_.condition = left_over();
    settle_unread();
    return std::move(out_);
  }
  [[nodiscard]] const std::vector<Period>& periods() const { return periods_; }

 private:
  std::size_t read_part(std::size_t at);
  std::size_t read_run(std::size_t at);
  [[nodiscard]] Tail tail_at(std::size_t at) const;
  void take(const Statement& statement);
  void take_range(const Statement& statement);
  void take_single(const Statement& statement);
  void take_tail(const Run& run, const Tail& tail);
  void take_rhythm(const Run& run);
  void take_recurrence(std::size_t at);
  void settle_dates();
  void settle_done();
  void settle_unread();
  void doubt_year_in_text(std::size_t at);
  [[nodiscard]] std::string left_over() const;
  [[nodiscard]] bool is_loose(std::size_t at) const;
  void note(double confidence, std::string_view code, std::string message, Span span);
  [[nodiscard]] std::string quote(Span span) const { return fmt::format("\"{}\"", valid_utf8(tokens_.text(span))); }
  [[nodiscard]] Span span_of(std::size_t at) const { return tokens_.span(parts_[at].from, parts_[at].to); }
  [[nodiscard]] bool has(Meaning meaning) const {
    return std::any_of(parts_.begin(), parts_.end(), [&](const Part& part) { return part.meaning == meaning; });
  }

  const Tokens& tokens_;
  const TimescaleSettings& settings_;
  std::vector<Part> parts_;
  std::vector<bool> read_;  ///< part by part: it has become a date or a flag
  std::vector<Credited> starts_, dues_;
  std::vector<Period> periods_;
  bool open_start_ = false;
  Timescale out_;
};

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

void Reader::take_range(const Statement& s) {
  const bool before = s.end_role == Role::before;
  if (s.start.possible) starts_.push_back({s.start.first, s.start_span});
  if (s.end.possible) dues_.push_back({before ? s.end.first.plus_days(-1) : s.end.last, s.end_span});
  const auto& first = s.start.possible ? s.start : s.end;
  const auto& last = s.end.possible ? s.end : s.start;
  if (first.possible && last.possible) periods_.push_back({first.first, before ? last.first.plus_days(-1) : last.last});
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
  out_.ongoing = true;
  if (tail.thereafter) {
    if (out_.recurs == Recurrence::none || run.is_list) out_.recurs = tail.recurs;
    if (first.start.possible) starts_.push_back({first.start.first, first.start_span});
    return;
  }
  if (!last.start.possible || last.is_range) return;
  if (!dues_.empty() && dues_.back().span == last.start_span) dues_.pop_back();
  starts_.push_back({last.start.first, last.start_span});
  if (!tail.sure)
    note(0.7, "open_ended_read", fmt::format("{} is read as the start of ongoing work, without an end.", quote(last.start_span)), last.start_span);
}

int months_between(Day from, Day to) { return (to.year() - from.year()) * 12 + to.month() - from.month(); }

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

void Reader::settle_dates() {
  const auto earlier = [](const Credited& a, const Credited& b) { return a.day < b.day; };
  if (const auto first = std::min_element(starts_.begin(), starts_.end(), earlier); first != starts_.end()) {
    out_.start = first->day;
    out_.start_span = first->span;
  }
  std::stable_sort(dues_.begin(), dues_.end(), earlier);
  dues_.erase(std::unique(dues_.begin(), dues_.end(), [](const auto& a, const auto& b) { return a.day == b.day; }), dues_.end());
  if (!dues_.empty()) {
    out_.due = dues_.back().day;
    out_.due_span = dues_.back().span;
  }
  if (dues_.size() > 1)
    for (const auto& due : dues_) out_.milestones.push_back({due.day, due.span});
  if (open_start_ && dues_.empty()) out_.ongoing = true;
  if (out_.start && out_.due && *out_.due < *out_.start)
    note(0.2, "start_after_due", fmt::format("It would start on {} and end before that, on {}.", out_.start->in_words(), out_.due->in_words()),
         {std::min(out_.start_span.from, out_.due_span.from), std::max(out_.start_span.to, out_.due_span.to)});
}

// "Phase 1 complete, phase 2 March 2024" is not complete.
void Reader::settle_done() {
  for (std::size_t at = 0; at < parts_.size(); ++at) {
    if (parts_[at].meaning != Meaning::done) continue;
    const bool of_a_part = at > 0 && parts_[at - 1].meaning == Meaning::word && !dues_.empty();
    if (of_a_part) {
      note(0.6, "part_complete", fmt::format("{} is said of a part, with a date to come.", quote(span_of(at))), span_of(at));
      continue;
    }
    out_.complete = true;
    read_[at] = true;
  }
  if (out_.complete && out_.ongoing) note(0.5, "complete_and_ongoing", "It is said to be complete and ongoing at once.", {tokens_[0].span.from, tokens_[tokens_.size() - 1].span.to});
}

bool Reader::is_loose(std::size_t at) const {
  const auto meaning = parts_[at].meaning;
  return meaning == Meaning::filler || (meaning >= Meaning::dash && meaning <= Meaning::bullet);
}

// What did not become a date or a flag, as written, without the joints at its ends.
std::string Reader::left_over() const {
  std::vector<std::string> pieces;
  for (std::size_t at = 0; at < parts_.size();) {
    if (read_[at] || is_loose(at)) {
      ++at;
      continue;
    }
    auto end = at, last = at + 1;
    for (end = at; end < parts_.size() && !read_[end] && parts_[end].meaning != Meaning::open_bracket && parts_[end].meaning != Meaning::close_bracket; ++end)
      if (!is_loose(end) || parts_[end].meaning == Meaning::stop) last = end + 1;
    pieces.push_back(squeeze(valid_utf8(tokens_.text(parts_[at].from, parts_[last - 1].to))));
    at = std::max(end, at + 1);
  }
  return join(pieces, "; ");
}

bool is_twofold(std::string_view text) {
  return text.starts_with("biann") || text.starts_with("bi-ann") || text.starts_with("bi ann") || text.starts_with("bimo") || text.starts_with("bi-mo") ||
         text.starts_with("bi mo") || text.starts_with("bi-y") || text.starts_with("bi y");
}

// Each part that names no date says why; what says nothing at all is unparsed.
void Reader::settle_unread() {
  const bool timed = out_.start || out_.due || out_.ongoing || out_.complete || out_.recurs != Recurrence::none;
  for (std::size_t at = 0; at < parts_.size(); ++at) {
    const auto span = span_of(at);
    switch (parts_[at].meaning) {
      case Meaning::placeholder: note(0.5, "placeholder", fmt::format("{} holds the place of a date that is still to come.", quote(span)), span); break;
      case Meaning::relative: note(0.5, "relative_period", fmt::format("{} is a length of time and not a date.", quote(span)), span); break;
      case Meaning::anchored: note(0.5, "relative_period", fmt::format("{} counts from an event; no date is worked out.", quote(span)), span); break;
      case Meaning::event: note(0.5, "event_date", fmt::format("{} waits for an event; it has no date of its own.", quote(span)), span); break;
      case Meaning::year_unknown: note(0.5, "year_unknown", fmt::format("{} depends on when it was written.", quote(span)), span); break;
      case Meaning::vague:
        if (!timed) note(0.5, "no_date", fmt::format("{} names no date.", quote(span)), span);
        break;
      case Meaning::odd_recurrence:
        if (is_twofold(lower(tokens_.text(span)))) note(0.5, "ambiguous_recurrence", fmt::format("{} can mean twice in one period or once in two; say which.", quote(span)), span);
        else note(0.5, "unsupported_recurrence", fmt::format("{} is a rhythm that is kept as words only.", quote(span)), span);
        break;
      default: break;
    }
  }
  out_.unparsed = !timed && !has(Meaning::anchored) && !has(Meaning::event) && !has(Meaning::status) && tokens_.size() > 0;
  if (!out_.unparsed) return;
  const Span all{tokens_[0].span.from, tokens_[tokens_.size() - 1].span.to};
  const bool only_joints = std::all_of(parts_.begin(), parts_.end(), [this](const Part& p) { return is_loose(static_cast<std::size_t>(&p - parts_.data())); });
  if (only_joints) note(0.0, "placeholder", fmt::format("{} holds the place of a date that is still to come.", quote(all)), all);
  else if (out_.findings.empty()) note(0.0, "unread", fmt::format("Nothing in {} could be read as a time.", quote(all)), all);
  out_.confidence = 0.0;
}

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
