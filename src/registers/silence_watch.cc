// Who said nothing: a return not made, or a value that had records and has none any more.

#include <algorithm>

#include "registers/coded_values.h"
#include "registers/watch.h"

namespace makegood::registers {
namespace {

/// Where the register has returns, they alone decide: an organisation with nothing to report says so.
class NoReturn final : public Watch {
 public:
  using Watch::Watch;
  void take(const Record&) override {}
  void returned(const ReturnPeriod& period, const std::vector<ReturnCount>& counts) override {
    for (const auto& count : counts)
      if (standing_of(*definition().returns, period, count, today()) == ReturnStanding::silent)
        silent_.push_back({.name = signal().name, .values = {count.organisation}, .from = period.from, .until = period.until, .late = {}});
  }
  void raise(std::vector<RaisedSignal>& into) const override { into.insert(into.end(), silent_.begin(), silent_.end()); }

 private:
  std::vector<RaisedSignal> silent_;
};

class NoMore final : public Watch {
 public:
  NoMore(const Definition& definition, const Signal& signal, Day today) : Watch(definition, signal, today), by_(coded_values(definition, signal.by)) {}

  void take(const Record& record) override {
    const auto day = happened_on(definition(), record);
    each_combination(by_, record, [&](const std::vector<std::string>& values) {
      auto& last = last_.try_emplace(values, day).first->second;
      last = std::max(last, day);
    });
  }
  void raise(std::vector<RaisedSignal>& into) const override {
    const auto begin = static_cast<std::ptrdiff_t>(into.size());
    for (const auto& [values, last] : last_) {
      const auto awaited = last.plus_days(signal().days.value_or(0));
      const bool stated = std::find(values.begin(), values.end(), std::string{}) == values.end();
      if (stated && awaited < today()) into.push_back({.name = signal().name, .values = values, .from = last, .until = awaited, .late = {}});
    }
    std::stable_sort(into.begin() + begin, into.end(), [](const RaisedSignal& a, const RaisedSignal& b) { return a.from < b.from; });
  }

 private:
  std::vector<CodedValues> by_;
  std::map<std::vector<std::string>, Day> last_;
};

}  // namespace

std::unique_ptr<Watch> silence_watch(const Definition& definition, const Signal& signal, Day today) {
  if (definition.returns) return std::make_unique<NoReturn>(definition, signal, today);
  return std::make_unique<NoMore>(definition, signal, today);
}

}  // namespace makegood::registers
