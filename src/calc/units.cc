// Units compared with each other: shrink, overdispersion.
#include "calc/answers.h"
#include "calc/usable.h"
#include "statistics/overdispersion.h"
#include "statistics/shrink.h"

namespace makegood::calc {
namespace {

std::optional<RatioScale> scale_of(const Options& options) {
  const auto name = options.text("--scale");
  if (name.empty() || name == "plain") return RatioScale::plain;
  if (name == "root") return RatioScale::root;
  return name == "log" ? std::optional(RatioScale::log) : std::nullopt;
}

}  // namespace

void shrink_answer(const Set& set, Cells& out) {
  const auto rows = usable_rows(set);
  put_by_row(set, out, rows, shrink(values_of(set, rows, 1), values_of(set, rows, 2)),
             [&](const ShrunkRate& unit) { out.put(unit.raw).put(unit.weight).put(unit.estimate).end(unit.status); });
}

void overdispersion_answer(const Set& set, Cells& out) {
  const auto rows = usable_rows(set);
  const auto got = overdispersion(values_of(set, rows, 1), values_of(set, rows, 2), *scale_of(set.options()));
  put_by_row(set, out, rows, got.units, [&](const DispersedUnit& unit) {
    if (unit.status != Status::ok) return out.end(unit.status);
    out.put(unit.z).put(unit.winsorised).put(unit.multiplicative).put(unit.additive).put(got.phi).put(got.tau2);
    out.end(got.phi ? Status::ok : Status::undefined);
  });
}

Result<Fit> overdispersion_fit(const Options& options) {
  if (scale_of(options)) return Fit{};
  return refuse(Fault::invalid_input,
                "--scale takes plain, root or log, not \"" + std::string(options.text("--scale")) + "\"");
}

}  // namespace makegood::calc
