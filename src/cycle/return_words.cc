#include "cycle/return_words.h"

#include <array>

namespace makegood {
namespace {

int months_in(const ReturnPeriod& period) {
  const auto next = period.until.plus_days(1);
  return (next.year() - period.from.year()) * 12 + next.month() - period.from.month();
}

struct Term {
  int begins;  ///< month
  std::string_view message;
};
constexpr std::array<Term, 3> kTerms = {{{9, "register.period.autumn"}, {1, "register.period.spring"}, {5, "register.period.summer"}}};

}  // namespace

std::string period_words(const Words& words, const ReturnPeriod& period) {
  const auto years = period.name.substr(0, period.name.find(' '));
  const auto part = [&](std::string_view message, int months) {
    return words(message, {{"years", years}, {"n", (period.from.month() + 8) % 12 / months + 1}});
  };
  switch (months_in(period)) {
    case 1: return words.month(period.from);
    case 3: return part("register.period.quarter", 3);
    case 6: return part("register.period.half_year", 6);
    case 4:
      for (const auto& term : kTerms)
        if (term.begins == period.from.month()) return words(term.message, {{"years", years}});
      break;
    default: break;
  }
  return period.name;
}

}  // namespace makegood
