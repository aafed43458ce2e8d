// mantel-haenszel, mantel-haenszel-rate, dsr, isr, sii: what is worked out from the strata of a set.
#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "calc/answers.h"
#include "statistics/inequality.h"
#include "statistics/mantel_haenszel.h"
#include "statistics/standardise.h"

namespace makegood::calc {
namespace {

constexpr std::size_t kStratum = 1;
constexpr std::size_t kRepeatColumns = 9;

// A stratum that is there twice, or one fewer than the file has.
Status check_strata(const Set& set) {
  std::set<std::string_view> seen;
  for (std::size_t row = 0; row < set.size(); ++row)
    if (!seen.insert(set.text(row, kStratum)).second) return Status::repeated;
  return seen.size() < set.levels(kStratum) ? Status::missing_strata : Status::ok;
}

Cells& operator<<(Cells& out, const Estimate& estimate) { return out.put(estimate.value).put(estimate.limits); }

std::string_view reversal_word(const MantelHaenszel& got) {
  return got.reversed ? "reversed" : got.some_stratum_reversed ? "some_strata" : "none";
}

double per_of(const Set& set) { return *set.options().positive("--per", 100'000); }

std::optional<Transform> transform_named(std::string_view name) {
  if (name.empty() || name == "none") return Transform::none;
  if (name == "log") return Transform::log;
  if (name == "logit") return Transform::logit;
  return std::nullopt;
}

double multiplier_of(const Options& options) { return options.has("--multiplier") ? read_number(options.text("--multiplier")).value : 1; }

// What is computed is given with the word for what is wrong, unless the computation has its own.
Status settle(Status computed, Status strata) { return computed == Status::ok ? strata : computed; }

}  // namespace

void mantel_haenszel_answer(const Set& set, Cells& out) {
  if (check_strata(set) == Status::repeated) return out.end(Status::repeated);
  std::vector<TwoByTwo> strata;
  for (std::size_t row = 0; row < set.size(); ++row)
    strata.push_back({set.value(row, 2), set.value(row, 3), set.value(row, 4), set.value(row, 5)});
  const auto got = mantel_haenszel(strata, set.confidence());
  if (got.status != Status::ok) return out.end(got.status);
  out.put(got.crude_risk_ratio) << got.odds_ratio << got.risk_ratio << got.risk_difference;
  out.put(got.cmh).put(got.cmh_p).put(got.cmh_corrected).put(got.cmh_corrected_p);
  out.put(got.breslow_day).put(got.tarone).put(got.homogeneity_df).put(got.tarone_p);
  const bool whole = got.crude_risk_ratio && got.odds_ratio.value && got.risk_ratio.value;
  out.text(reversal_word(got)).end(whole ? got.status : Status::undefined);
}

void mantel_haenszel_rate_answer(const Set& set, Cells& out) {
  if (check_strata(set) == Status::repeated) return out.end(Status::repeated);
  std::vector<RateStratum> strata;
  for (std::size_t row = 0; row < set.size(); ++row)
    strata.push_back({set.value(row, 2), set.value(row, 3), set.value(row, 4), set.value(row, 5)});
  const auto got = mantel_haenszel_rate(strata, set.confidence());
  (out << got.ratio).end(got.status);
}

Result<Fit> fit_per(const Options& options) {
  for (const auto* name : {"--per", "--years"})
    if (const auto given = options.positive(name, 1); !given) return tl::unexpected(given.error());
  return Fit{};
}

void dsr_answer(const Set& set, Cells& out) {
  const auto strata = check_strata(set);
  if (strata == Status::repeated) return out.end(strata);
  std::vector<AgeBand> bands;
  std::vector<std::vector<double>> people(set.size());
  for (std::size_t row = 0; row < set.size(); ++row) {
    bands.push_back({set.value_or(row, 2, 0), set.value(row, 3), set.value(row, 4)});
    for (std::size_t k = 0; k < kRepeatColumns; ++k) people[row].push_back(set.value_or(row, 5 + k, 0));
  }
  const auto got = set.has(5) ? direct_rate_of_repeat_events(bands, people, per_of(set), set.confidence())
                              : direct_rate(bands, per_of(set), set.confidence());
  if (is_contradiction(got.status)) return out.end(got.status);
  out.put(got.events).put(got.population).put(got.crude).put(got.rate).put(got.limits).end(settle(got.status, strata));
}

void isr_answer(const Set& set, Cells& out) {
  const auto strata = check_strata(set);
  if (strata == Status::repeated) return out.end(strata);
  std::vector<ReferenceBand> bands;
  for (std::size_t row = 0; row < set.size(); ++row)
    bands.push_back({set.value_or(row, 2, 0), set.value_or(row, 3, 0), set.value_or(row, 4, 0), set.value(row, 5)});
  const auto got = indirect_ratio(bands, set.confidence());
  if (is_contradiction(got.status) || !got.expected) return out.end(got.status);
  out.put(got.observed).put(got.expected).put(got.ratio).put(got.limits);
  if (got.ratio) out.text(word(got.method));
  out.end(settle(got.status, strata));
}

Result<Fit> fit_sii(const Options& options) {
  if (!transform_named(options.text("--transform")))
    return refuse(Fault::invalid_input, fmt::format("--transform takes none, log or logit, not \"{}\"", options.text("--transform")));
  const double multiplier = multiplier_of(options);
  if (!(multiplier < 0 || multiplier > 0))
    return refuse(Fault::invalid_input, fmt::format("--multiplier takes a number other than 0, not \"{}\"", options.text("--multiplier")));
  return Fit{};
}

void sii_answer(const Set& set, Cells& out) {
  constexpr std::size_t kQuantile = 2, kPopulation = 3, kValue = 4;
  std::vector<std::size_t> order(set.size());
  for (std::size_t row = 0; row < set.size(); ++row) order[row] = row;
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return set.value(a, kQuantile) < set.value(b, kQuantile); });
  std::vector<QuantileGroup> groups;
  for (std::size_t i = 0; i < order.size(); ++i) {
    if (i > 0 && set.value(order[i], kQuantile) == set.value(order[i - 1], kQuantile)) return out.end(Status::repeated);
    groups.push_back({set.value(order[i], kPopulation), set.value(order[i], kValue)});
  }
  const auto got = inequality(groups, *transform_named(set.options().text("--transform")), multiplier_of(set.options()));
  out.put(got.slope_index).put(got.relative_index).put(got.intercept).end(got.status);
}

}  // namespace makegood::calc
