#pragma once
// One run of asking for returns, put together step by step: entries, and one letter a person. For chase_returns.cc only.

#include <map>

#include "cycle/json.h"
#include "tasks/chase_returns.h"
#include "tasks/register_monitor.h"
#include "tasks/return_letters.h"

namespace makegood::tasks {

/// All that is known about the returns of one register, read once for a decision.
struct ReturnState {
  std::int64_t seen = 0;               ///< the last entry about the register before all this was read
  std::shared_ptr<const KeptRegister> kept;
  Schedule ladder;
  std::vector<ReturnRound> rounds;     ///< oldest first; what is missing is known of those that have not closed
  std::optional<ReturnPeriod> period;  ///< that is to be asked for
  std::set<std::string> missing;       ///< of that period
  std::shared_ptr<const Directory> directory;
  Day today;

  [[nodiscard]] const Definition& definition() const { return kept->definition; }
  [[nodiscard]] const Returns& returns() const { return *definition().returns; }
  [[nodiscard]] std::string scope() const { return register_scope(definition().name); }
};
/// Refuses: no such register -> not_found; its returns are not asked for -> conflict.
[[nodiscard]] Result<ReturnState> read_return_state(const Workspace& workspace, std::string_view register_name);

class ReturnRun {
 public:
  ReturnRun(const Workspace& workspace, const Actor& actor) : w_(workspace), actor_(actor), today_(workspace.clock.now().today) {}

  /// Everything that is due for one register today.
  RegisterChased carry_out(const ReturnState& state);
  /// Writes it all, letters included; how many letters. Nothing to do writes nothing.
  [[nodiscard]] Result<int> write();

 private:
  void open(const ReturnState& state, const PlannedCycle& planned, const Asking& asking, RegisterChased& report);
  void press(const ReturnState& state, const ReturnRound& round, const Steps& steps, const Asking& asking, RegisterChased& report);
  Request ask(const ReturnState& state, const ReturnRound& round, const Ask& ask);
  void remind(const ReturnState& state, const ReturnRound& round, const Request& request);
  void revoke(const ReturnState& state, const ReturnRound& round, const Request& request);
  void escalate(const ReturnState& state, const ReturnRound& round, const std::vector<RequestId>& late, const std::vector<Unasked>& unasked);
  void close(const ReturnState& state, const ReturnRound& round);

  void expect(std::string subject, std::int64_t sequence) { batch_.expectations.push_back({std::move(subject), sequence}); }
  void add(std::string kind, std::string subject, const CycleEvent& event);
  void add_section(const ReturnState& state, const ReturnRound& round, const Request& request, std::optional<Day> reminds_of);
  [[nodiscard]] CycleEvent event_of(const ReturnState& state, const ReturnRound& round) const;

  const Workspace& w_;
  const Actor& actor_;
  Day today_;
  Batch batch_;
  std::map<std::string, ReturnDigest> digests_;   ///< by person
  std::map<std::string, MissingDigest> missing_;  ///< by person
};

}  // namespace makegood::tasks
