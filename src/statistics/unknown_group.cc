#include "statistics/unknown_group.h"

#include <limits>

#include "statistics/counts.h"

namespace makegood {
namespace {

// -1, 0 or 1; a ratio that is not there because the second group has no event is above everything.
int side(const TwoByTwo& t, double line) {
  if (t.a == 0 && t.b == 0) return 0;
  const double ratio = risk_ratio(t).value_or(std::numeric_limits<double>::max());
  return ratio > line ? 1 : ratio < line ? -1 : 0;
}

}  // namespace

std::string_view word(Verdict verdict) {
  if (verdict == Verdict::robust) return "robust";
  return verdict == Verdict::depends_on_the_unknown ? "depends_on_the_unknown" : "";
}

UnknownBounds unknown_bounds(const TwoByTwo& t, const Unknown& unknown, double line) {
  UnknownBounds out;
  out.status = check_table(t);
  if (out.status == Status::ok) out.status = check_counts({unknown.events, unknown.people});
  if (out.status == Status::ok && unknown.events > unknown.people) out.status = Status::events_exceed_n;
  if (out.status != Status::ok) return out;
  const double others = unknown.people - unknown.events;
  const TwoByTwo low{t.a, t.n1 + others, t.b + unknown.events, t.n2 + unknown.events};
  const TwoByTwo high{t.a + unknown.events, t.n1 + unknown.events, t.b, t.n2 + others};
  out.known = risk_ratio(t);
  out.lowest = risk_ratio(low);
  out.highest = risk_ratio(high);
  const double events = t.a + t.b, rest = t.n1 + t.n2 - events;
  const double to_first = events > 0 ? unknown.events * (t.a / events) : 0;
  const double others_to_first = rest > 0 ? others * ((t.n1 - t.a) / rest) : others * (t.n1 / (t.n1 + t.n2));
  out.calibrated = risk_ratio({t.a + to_first, t.n1 + to_first + others_to_first, t.b + (events > 0 ? unknown.events - to_first : 0),
                               t.n2 + (unknown.events - to_first) + (others - others_to_first)});
  const int known = side(t, line);
  const bool same = known != 0 && side(low, line) == known && side(high, line) == known;
  out.verdict = t.a == 0 && t.b == 0 && unknown.events == 0 ? Verdict::undefined
                : same                                      ? Verdict::robust
                                                            : Verdict::depends_on_the_unknown;
  return out;
}

}  // namespace makegood
