#pragma once
// A register's returns are chased as a plan's updates are: by the same schedule and ladder (steps.h), kept as the same
// cycles and requests. Where those speak of a plan, the register's scope stands ("register:school-incidents"); where
// they speak of items, the organisations whose return is awaited. A record or a nil return settles a request.
//
// A round opens on the day after the period's end. It closes on the last day on which a return is in time, and has that
// day as its name ("2026-01-14"); from then on whoever has said nothing is silent, and gets no more letters about it.
//
//   kind              subject            payload: a CycleEvent (json.h)
//   return.asked      the request's id   plan, cycle, person, items, day
//   return.reminded   the request's id   plan, cycle, day
//   return.escalated  the request's id   plan, cycle, day, to
//
// A round opens and closes, and its requests are revoked, by the entries that a plan's are.

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "cycle/asking.h"
#include "cycle/request.h"
#include "registers/periods.h"
#include "registers/register_repository.h"

namespace makegood {

/// The last day on which a return is in time, and at least a week after the period's end: nobody is asked for less.
[[nodiscard]] Day return_closes(const Returns& returns, const ReturnPeriod& period);

/// The oldest period that has ended, may still be returned in time, and was not asked for. What ended before the register
/// was opened is nobody's to return.
[[nodiscard]] std::optional<ReturnPeriod> period_to_ask_for(const KeptRegister& kept, const std::vector<Cycle>& rounds, Day today);

/// Whether the register was open by the end of the period.
[[nodiscard]] bool was_open_in(const KeptRegister& kept, const ReturnPeriod& period);

/// The ladder as steps_for() takes it, with the day on which this period's round closes as its one named date. Without a
/// period no round opens.
[[nodiscard]] Schedule return_schedule(Schedule ladder, const Returns& returns, const std::optional<ReturnPeriod>& period);

/// Who is asked for the returns of the expected organisations: everybody whose role lets them submit for the organisation
/// and who can be written to; where there is nobody, whoever answers for a post of it. Organisations stand as the items.
[[nodiscard]] Asking asking_for_returns(const KeptRegister& kept, const Directory& directory, Day today);

/// A round, and the organisations that are expected and have neither a record in its period nor said that there was nothing.
struct ReturnRound {
  Cycle cycle;
  std::set<std::string> missing;
  [[nodiscard]] ReturnPeriod period(const Returns& returns) const;
};
[[nodiscard]] std::set<std::string> missing_of(const KeptRegister& kept, const std::vector<ReturnCount>& counts);

/// The organisations of a request that are still missing.
[[nodiscard]] std::vector<AskedItem> awaited_of(const ReturnRound& round, const Request& request);
/// What steps_for() needs to know of them.
[[nodiscard]] std::vector<KnownCycle> known_rounds(const std::vector<ReturnRound>& rounds);

/// Requests that await something of somebody who would not be asked for it today: they left, or their post or role passed on.
[[nodiscard]] std::vector<const Request*> passed_on(const ReturnRound& round, const Asking& today);
/// Who is to be asked besides: for missing organisations about which nobody was asked who may still answer.
[[nodiscard]] std::vector<Ask> not_asked_yet(const ReturnRound& round, const Asking& today);

}  // namespace makegood
