// two-by-two, rate-ratio, adjust-p.
#include "calc/answers.h"
#include "statistics/adjust.h"
#include "statistics/rate_ratio.h"
#include "statistics/two_by_two.h"

namespace makegood::calc {
namespace {

void put_ratios(const TwoByTwo& table, const FixedMargins& margins, const Confidence& confidence, Cells& out) {
  const auto exact = conditional_odds(margins, confidence);
  out.put(table.a / table.n1).put(table.b / table.n2);
  out.put(risk_ratio(table)).put(katz(table, confidence)).put(score_ratio(table, confidence));
  out.put(odds_ratio(table)).put(woolf(table, confidence)).put(exact.estimate).put(exact.limits);
}

void put_tests(const TwoByTwo& table, const FixedMargins& margins, const Confidence& confidence, Cells& out) {
  const auto fisher = fisher_test(margins);
  const auto chi = chi_square(table);
  out.put(fisher.p).put(fisher.mid_p);
  out.put(risk_difference(table)).put(newcombe(table, confidence));
  out.put(chi.min_expected).put(chi.plain).put(chi.plain_p).put(chi.yates).put(chi.yates_p);
}

}  // namespace

void two_by_two_answer(const Set& set, Cells& out) {
  const TwoByTwo table{set.value(0, 0), set.value(0, 1), set.value(0, 2), set.value(0, 3)};
  const auto status = check_table(table);
  if (status != Status::ok) return out.end(status);
  const FixedMargins margins(table.a, table.n1, table.b, table.n2);
  put_ratios(table, margins, set.confidence(), out);
  put_tests(table, margins, set.confidence(), out);
  out.text(word(four_fifths(table)));
  const auto flips = flip_count(table);
  out.put(flips ? Figure(static_cast<double>(*flips)) : Figure());
  out.put(score_ratio(table, set.confidence(), Score::miettinen_nurminen));
  out.end(risk_ratio(table) && odds_ratio(table) ? status : Status::undefined);
}

void rate_ratio_answer(const Set& set, Cells& out) {
  const auto got = rate_ratio(set.value(0, 0), set.value(0, 1), set.value(0, 2), set.value(0, 3), set.confidence());
  out.put(got.rate1).put(got.rate2).put(got.ratio).put(got.lognormal).put(got.exact).put(got.exact_p);
  out.put(got.difference).put(got.difference_limits);
  out.end(got.status == Status::ok && !got.ratio ? Status::undefined : got.status);
}

void adjust_p_answer(const Set& set, Cells& out) {
  constexpr std::size_t kP = 2;
  auto p = set.column(kP);
  std::vector<Status> status(p.size());
  for (std::size_t i = 0; i < p.size(); ++i) {
    status[i] = set.status(i);
    if (status[i] == Status::ok && !(p[i] >= 0 && p[i] <= 1)) status[i] = Status::out_of_range;
    if (status[i] != Status::ok) p[i] = std::numeric_limits<double>::quiet_NaN();
  }
  const auto got = adjust(p);
  for (std::size_t i = 0; i < p.size(); ++i)
    out.put(got[i].bh).put(got[i].by).put(got[i].holm).put(got[i].hochberg).put(got[i].bonferroni).end(status[i]);
}

}  // namespace makegood::calc
