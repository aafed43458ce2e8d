// Decisions about people: rri, wres.
#include "calc/answers.h"
#include "calc/usable.h"
#include "statistics/decision_chain.h"
#include "statistics/two_by_two.h"
#include "statistics/wres.h"

namespace makegood::calc {
namespace {

enum LinkColumn : std::size_t { kGroup, kStage, kBaseStage, kEvents, kBase };

}  // namespace

void rri_answer(const Set& set, Cells& out) {
  const auto rows = usable_rows(set);
  std::vector<Link> links;
  for (const auto row : rows)
    links.push_back({std::string(set.text(row, kGroup)), std::string(set.text(row, kStage)),
                     std::string(set.text(row, kBaseStage)), set.value(row, kEvents), set.value(row, kBase)});
  const auto reference = set.options().has("--reference") ? set.options().text("--reference") : "White";
  put_by_row(set, out, rows, relative_rates(links, reference), [&](const RelativeRate& rate) {
    out.put(rate.rate_previous)
        .put(rate.index_previous)
        .put(rate.rate_population)
        .put(rate.index_population);
    if (rate.rate_previous) out.text(word(rate.joint));
    out.end(rate.status);
  });
}

void wres_answer(const Set& set, Cells& out) {
  const auto got = relative_likelihood(set.value(0, 0), set.value(0, 1), set.value(0, 2), set.value(0, 3), set.value(0, 4));
  out.put(got.white).put(got.bme).put(got.relative).text(got.orientation);
  const TwoByTwo white_first{set.value(0, 2), set.value(0, 1), set.value(0, 4), set.value(0, 3)};
  const auto table = got.orientation.starts_with("White") ? white_first : white_first.swapped();
  if (got.status == Status::ok && check_table(table) == Status::ok) {
    out.text(word(four_fifths(table)));
    if (const auto flips = flip_count(table)) out.put(static_cast<double>(*flips));
  }
  out.end(got.status);
}

}  // namespace makegood::calc
