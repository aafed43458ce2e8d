#pragma once
// From a row of meanings to one timescale: reading.cc takes the parts in turn, settling.cc
// weighs what was found.

#include <algorithm>

#include <fmt/format.h>

#include "timescale/run.h"

namespace makegood::dates {

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
    drop_repeated_findings();
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
  void drop_repeated_findings();
  void doubt_year_in_text(std::size_t at);
  [[nodiscard]] std::string left_over() const;
  [[nodiscard]] bool leads(std::size_t at) const;
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
  Findings yearless_;
  bool open_start_ = false;
  Timescale out_;
};

}  // namespace makegood::dates
