#pragma once
// What a register tells those who work with it: signals worth watching, and counts by coded fields. Never for the public.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "registers/counts.h"
#include "registers/signals.h"
#include "tasks/record_step.h"
#include "tasks/records.h"

namespace makegood::tasks {

/// A signal that was raised, with what the definition says of it. Organisations among its values stand by name.
struct SignalSeen {
  Signal signal;
  registers::RaisedSignal raised;
};
struct SignalsSeen {
  std::shared_ptr<const KeptRegister> kept;
  Day today;
  std::vector<Signal> watched;      ///< those that the actor may see, raised or not
  std::vector<SignalSeen> raised;   ///< in the order of the definition
};
/// Signals for a role that the actor has (`to`), about fields that they may see, from records within their reach.
/// Refuses: nobody's records within reach -> not_allowed.
[[nodiscard]] Result<SignalsSeen> signals_for(const Workspace& workspace, const Actor& actor, std::string_view register_name, Day today,
                                              Rights rights = Rights::of_the_roles);

/// Whether the actor may count records: whoever sees them, and of a register about people analysts and handlers only.
[[nodiscard]] bool may_count(const Definition& definition, const Actor& actor);
/// Fields that the register offers counts by and whose answers the actor may see.
[[nodiscard]] std::vector<std::string> countable(const Definition& definition, const Actor& actor);

struct Counting {
  std::string register_name;
  std::vector<std::string> by;      ///< of `countable`; empty = the first of them
  std::optional<Day> from, until;   ///< by the day it happened; both count
  std::optional<Every> over;        ///< also as series, over such periods
};
struct Counted {
  std::shared_ptr<const KeptRegister> kept;
  std::vector<std::string> by, offered;
  std::optional<Day> from, until;
  std::optional<Every> over;
  std::int64_t records = 0;
  std::vector<registers::CountRow> rows;      ///< organisations by name
  std::vector<registers::SeriesRow> series;
  std::optional<ReturnsSeen> returns;         ///< of the period of `until`, or of today: what is behind the counts
};
/// Refuses: who may not count -> not_allowed; a field that no count is offered by -> invalid_input.
[[nodiscard]] Result<Counted> count_by(const Workspace& workspace, const Actor& actor, Counting counting, Rights rights = Rights::of_the_roles);

/// As CSV, safe for spreadsheets: counts, or the series where they were asked for.
[[nodiscard]] std::vector<std::vector<std::string>> counted_cells(const Counted& counted);

struct Sampling {
  std::string register_name;
  std::size_t size = 20;
  std::uint64_t number = 0;        ///< drawn in public: it alone decides which records
  std::optional<Day> from, until;  ///< by the day it happened; both count
};
/// Records for a panel to look at, each as likely as any other that the actor may see; nothing but their ids, in the order
/// of the ids. Whoever has the number draws the same again, so nobody can have chosen. All of them where there are fewer.
[[nodiscard]] Result<std::vector<RecordId>> sample_records(const Workspace& workspace, const Actor& actor, const Sampling& sampling, Rights rights = Rights::of_the_roles);

}  // namespace makegood::tasks
