// Records past a day: a state not left in time, a day in a field that is over, a field still empty.

#include <algorithm>

#include "registers/coded_values.h"
#include "registers/states.h"
#include "registers/watch.h"

namespace makegood::registers {
namespace {

class Late final : public Watch {
 public:
  Late(const Definition& definition, const Signal& signal, Day today) : Watch(definition, signal, today), by_(coded_values(definition, signal.by)) {}

  void take(const Record& record) override {
    const auto due = due_of(record);
    if (by_.empty()) return keep(record.id, due);
    each_combination(by_, record, [&](const std::vector<std::string>& values) {
      const Latest one{happened_on(definition(), record), record.id, due};
      const auto [there, fresh] = newest_.emplace(values, one);
      if (!fresh && std::tie(there->second.day, there->second.id.text) < std::tie(one.day, one.id.text)) there->second = one;
    });
  }

  void raise(std::vector<RaisedSignal>& into) const override {
    auto late = late_;
    for (const auto& [values, latest] : newest_)
      if (latest.due && *latest.due < today()) late.push_back({latest.id, *latest.due});
    if (late.empty()) return;
    std::sort(late.begin(), late.end(), [](const LateRecord& a, const LateRecord& b) { return std::tie(a.due, a.id.text) < std::tie(b.due, b.id.text); });
    RaisedSignal raised{.name = signal().name, .values = {}, .from = late.front().due, .until = late.back().due, .records = static_cast<std::int64_t>(late.size()), .late = {}};
    late.resize(std::min(late.size(), kMostLate));
    raised.late = std::move(late);
    into.push_back(std::move(raised));
  }

 private:
  struct Latest {
    Day day;
    RecordId id;
    std::optional<Day> due;
  };

  void keep(const RecordId& id, const std::optional<Day>& due) {
    if (due && *due < today()) late_.push_back({id, *due});
  }

  /// The last day on which it was in time; nothing where nothing is awaited of it.
  [[nodiscard]] std::optional<Day> due_of(const Record& record) const {
    const auto* state = definition().state(record.state);
    if (record.emptied || (state != nullptr && state->is_final)) return std::nullopt;
    if (signal().kind == SignalKind::missing) return missing_since(record);
    if (signal().field.empty()) return due_in_state(definition(), record.state, record.entered);
    const auto day = Day::parse(answer(record.answers, signal().field));
    return day ? std::optional(day->plus_days(signal().days.value_or(0))) : std::nullopt;
  }

  [[nodiscard]] std::optional<Day> missing_since(const Record& record) const {
    const auto& field = *definition().field(signal().field);
    if (!answer(record.answers, field.name).empty() || !is_asked(definition(), field, record.answers)) return std::nullopt;
    return happened_on(definition(), record).plus_days(signal().days.value_or(0));
  }

  std::vector<CodedValues> by_;
  std::vector<LateRecord> late_;
  std::map<std::vector<std::string>, Latest> newest_;
};

}  // namespace

std::unique_ptr<Watch> late_watch(const Definition& definition, const Signal& signal, Day today) { return std::make_unique<Late>(definition, signal, today); }

}  // namespace makegood::registers
