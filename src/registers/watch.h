#pragma once
// The kinds of signals, one class each. Included by signals.cc and theirs only.

#include <memory>
#include <vector>

#include "registers/signals.h"

namespace makegood::registers {

class Watch {
 public:
  Watch(const Definition& definition, const Signal& signal, Day today) : definition_(definition), signal_(signal), today_(today) {}
  Watch(const Watch&) = delete;
  Watch& operator=(const Watch&) = delete;
  virtual ~Watch() = default;

  virtual void take(const Record& record) = 0;
  virtual void returned(const ReturnPeriod&, const std::vector<ReturnCount>&) {}
  virtual void raise(std::vector<RaisedSignal>& into) const = 0;

 protected:
  [[nodiscard]] const Definition& definition() const { return definition_; }
  [[nodiscard]] const Signal& signal() const { return signal_; }
  [[nodiscard]] Day today() const { return today_; }

 private:
  const Definition& definition_;
  const Signal& signal_;
  Day today_;
};

[[nodiscard]] std::unique_ptr<Watch> rise_watch(const Definition& definition, const Signal& signal, Day today);
[[nodiscard]] std::unique_ptr<Watch> late_watch(const Definition& definition, const Signal& signal, Day today);  ///< overdue, missing
[[nodiscard]] std::unique_ptr<Watch> silence_watch(const Definition& definition, const Signal& signal, Day today);

}  // namespace makegood::registers
