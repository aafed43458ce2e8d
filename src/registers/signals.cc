#include "registers/signals.h"

#include "registers/watch.h"

namespace makegood::registers {
namespace {

std::unique_ptr<Watch> watch_for(const Definition& definition, const Signal& signal, Day today) {
  switch (signal.kind) {
    case SignalKind::rise: return rise_watch(definition, signal, today);
    case SignalKind::overdue:
    case SignalKind::missing: return late_watch(definition, signal, today);
    case SignalKind::silence: break;
  }
  return silence_watch(definition, signal, today);
}

}  // namespace

SignalWatch::SignalWatch(const Definition& definition, Day today) {
  for (const auto& signal : definition.signals) watches_.push_back(watch_for(definition, signal, today));
}
SignalWatch::~SignalWatch() = default;

void SignalWatch::take(const Record& record) {
  for (const auto& watch : watches_) watch->take(record);
}

void SignalWatch::returned(const ReturnPeriod& period, const std::vector<ReturnCount>& counts) {
  for (const auto& watch : watches_) watch->returned(period, counts);
}

std::vector<RaisedSignal> SignalWatch::raised() const {
  std::vector<RaisedSignal> raised;
  for (const auto& watch : watches_) watch->raise(raised);
  return raised;
}

ReturnPeriod returns_due(const Returns& returns, Day today) {
  auto period = return_period(returns.every, today);
  while (today <= period.until.plus_days(returns.due_days)) period = period_before(returns.every, period);
  return period;
}

}  // namespace makegood::registers
