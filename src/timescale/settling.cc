// What the parts that were read come to: the dates, what is done, what is left over.
#include "timescale/reader.h"

namespace makegood::dates {

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

bool Reader::leads(std::size_t at) const {
  const auto meaning = parts_[at].meaning;
  return (meaning == Meaning::filler || meaning == Meaning::to) && tokens_.is_word(parts_[at].from);
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
      if (!is_loose(end) || parts_[end].meaning == Meaning::stop || (parts_[end].meaning == Meaning::filler && tokens_.is_word(parts_[end].from))) last = end + 1;
    auto from = at;  // "to be completed", "with training": small words before belong to it
    while (from > 0 && !read_[from - 1] && leads(from - 1)) --from;
    pieces.push_back(squeeze(valid_utf8(tokens_.text(parts_[from].from, parts_[last - 1].to))));
    at = std::max(end, at + 1);
  }
  return join(pieces, "; ");
}

static bool is_twofold(std::string_view text) {
  return text.starts_with("biann") || text.starts_with("bi-ann") || text.starts_with("bi ann") || text.starts_with("bimo") || text.starts_with("bi-mo") ||
         text.starts_with("bi mo") || text.starts_with("bi-y") || text.starts_with("bi y");
}

// Each part that names no date says why; what says nothing at all is unparsed.
void Reader::settle_unread() {
  if (out_.recurs == Recurrence::none && !yearless_.empty()) {
    out_.findings.insert(out_.findings.end(), yearless_.begin(), yearless_.end());
    out_.confidence = std::min(out_.confidence, 0.3);
  }
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

void Reader::drop_repeated_findings() {
  Findings once;
  for (auto& finding : out_.findings)
    if (std::find(once.begin(), once.end(), finding) == once.end()) once.push_back(std::move(finding));
  out_.findings = std::move(once);
}

}  // namespace makegood::dates
