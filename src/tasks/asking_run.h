#pragma once
// One run of asking, put together step by step: entries, links, and one letter a person. For ask.cc only.

#include <map>

#include "cycle/json.h"
#include "tasks/ask.h"
#include "tasks/ask_letters.h"

namespace makegood::tasks {

class AskingRun {
 public:
  AskingRun(const Workspace& workspace, const Actor& actor) : w_(workspace), actor_(actor), today_(workspace.clock.now().today) {}

  /// Everything that is due for one plan today.
  PlanAsked carry_out(const CycleState& state);

  void expect(std::string subject, std::int64_t sequence) { batch_.expectations.push_back({std::move(subject), sequence}); }
  void close(const CycleState& state, const Cycle& cycle, Day on);
  void revoke(const CycleState& state, const Request& request, std::string reason);
  void remind(const CycleState& state, const Cycle& cycle, const Request& request);

  /// The letters to owners that writing would send, by person.
  [[nodiscard]] std::vector<LetterPreview> preview() const;
  /// Writes it all, letters included; how many letters. Nothing to do writes nothing.
  [[nodiscard]] Result<int> write();

 private:
  [[nodiscard]] Cycle handed_on(const CycleState& state, const Cycle& cycle);
  void open(const CycleState& state, const PlannedCycle& planned, const Asking& asking, PlanAsked& report);
  Request ask(const CycleState& state, const Cycle& cycle, const Ask& ask);
  void escalate(const CycleState& state, const Cycle& cycle, const std::vector<RequestId>& late, const std::vector<Unasked>& unasked);
  void copy(const CycleState& state, const Cycle& cycle, const Copied& copied);
  void lock(const CycleState& state, const Cycle& cycle);

  void add(std::string kind, std::string subject, const CycleEvent& event);
  void add_section(const CycleState& state, const Cycle& cycle, const Request& request, std::optional<Day> reminds_of);
  [[nodiscard]] CycleEvent event_of(const CycleState& state, const CycleId& cycle) const;
  [[nodiscard]] WatchLetter watch_letter(const CycleState& state, const Cycle& cycle, const Person& person, const PostId& post) const;
  void post(const Letter& letter) { letters_.push_back(letter); }

  const Workspace& w_;
  const Actor& actor_;
  Day today_;
  Batch batch_;
  std::map<std::string, AskDigest> digests_;  ///< by person
  std::vector<Letter> letters_;
};

}  // namespace makegood::tasks
