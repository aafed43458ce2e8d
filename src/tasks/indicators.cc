#include "tasks/indicators.h"

#include <algorithm>

#include "tasks/write_down.h"

namespace makegood::tasks {
namespace {

Result<std::shared_ptr<const KeptPlan>> plan_to_measure(const Workspace& w, const Actor& actor, std::string_view slug) {
  if (auto allowed = require(actor, Action::set_indicator, {.plan = slug}); !allowed) return tl::unexpected(allowed.error());
  return w.plans.find(slug, View::live);
}

bool is_of(const std::vector<IndicatorTerms>& all, const IndicatorId& id) {
  return std::any_of(all.begin(), all.end(), [&](const IndicatorTerms& terms) { return terms.id == id; });
}

const IndicatorValue* same_period(const Measured& measured, const IndicatorValue& value) {
  const auto found = std::find_if(measured.values.begin(), measured.values.end(), [&](const IndicatorValue& v) {
    return v.id == value.id && v.first == value.first && v.last == value.last;
  });
  return found == measured.values.end() ? nullptr : &*found;
}

bool says_the_same(const IndicatorValue& a, const IndicatorValue& b) {
  return a.value == b.value && a.numerator == b.numerator && a.denominator == b.denominator && a.source == b.source && a.note == b.note;
}

}  // namespace

Result<IndicatorId> describe_indicator(const Workspace& w, const Actor& actor, IndicatorTerms terms, std::int64_t seen) {
  const auto kept = plan_to_measure(w, actor, terms.plan);
  if (!kept) return tl::unexpected(kept.error());
  const auto last = w.ledger.last_about(terms.plan);
  const auto measured = last ? w.indicators.of_plan(terms.plan) : Result<std::shared_ptr<const Measured>>(tl::unexpected(last.error()));
  if (!measured) return tl::unexpected(measured.error());
  if ((*measured)->sequence != seen) return refuse(Fault::conflict, "somebody else changed this plan's indicators first: look at them again");
  if (terms.id.empty()) terms.id = make_id<struct IndicatorTag>(w.random);
  else if (!is_of(all_terms((*kept)->plan, **measured), terms.id)) return refuse(Fault::not_found, "there is no such indicator");
  for (const auto& item : terms.items)
    if (find_item((*kept)->plan, item) == nullptr) return refuse(Fault::not_found, "there is no such item");
  auto checked = check_terms(std::move(terms));
  if (!checked) return tl::unexpected(checked.error());
  const auto done = write_down(w, {{"indicator.described", checked->plan, actor.name, write_indicator_terms(*checked)}}, {{checked->plan, *last}});
  if (!done) return tl::unexpected(done.error());
  return checked->id;
}

Result<IndicatorValue> record_value(const Workspace& w, const Actor& actor, IndicatorValue value) {
  const auto kept = plan_to_measure(w, actor, value.plan);
  if (!kept) return tl::unexpected(kept.error());
  const auto last = w.ledger.last_about(value.plan);
  if (!last) return tl::unexpected(last.error());
  const auto measured = w.indicators.of_plan(value.plan);
  if (!measured) return tl::unexpected(measured.error());
  const auto all = all_terms((*kept)->plan, **measured);
  const auto terms = std::find_if(all.begin(), all.end(), [&](const IndicatorTerms& t) { return t.id == value.id; });
  if (terms == all.end()) return refuse(Fault::not_found, "there is no such indicator");
  if (w.clock.now().today < value.last) return refuse(Fault::invalid_input, "the period has not ended yet: nothing is measured of days to come");
  value.actor = actor.name;
  auto checked = check_value(*terms, std::move(value));
  if (!checked) return checked;
  if (const auto* before = same_period(**measured, *checked); before != nullptr) {
    if (checked->status == ValueStatus::ok && before->value != checked->value) checked->status = ValueStatus::revised;
    if (says_the_same(*before, *checked) && before->status == checked->status) return refuse(Fault::conflict, "this value is there already");
  }
  const auto done = write_down(w, {{"indicator.valued", checked->plan, actor.name, write_indicator_value(*checked)}}, {{checked->plan, *last}});
  if (!done) return tl::unexpected(done.error());
  return checked;
}

Result<Measured> measured_for(const Workspace& w, const Actor* actor, std::string_view slug) {
  const bool inside = actor != nullptr && may(*actor, Action::see_private, {.plan = slug});
  const auto kept = w.plans.find(slug, inside ? View::live : View::released);
  if (!kept) return tl::unexpected(kept.error());
  const auto measured = w.indicators.of_plan(slug);
  if (!measured) return tl::unexpected(measured.error());
  return inside ? **measured : public_part(**measured);
}

}  // namespace makegood::tasks
