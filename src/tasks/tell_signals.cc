#include "tasks/tell_signals.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "json/json.h"
#include "tasks/again_on_conflict.h"
#include "tasks/letter_batch.h"
#include "tasks/register_monitor.h"
#include "tasks/register_watch.h"
#include "tasks/return_letters.h"

namespace makegood::tasks {
namespace {

constexpr std::size_t kMarkLength = 20;  // of 64 hex digits

std::string mark_of(std::string_view said) { return sha256(said).substr(0, kMarkLength); }

bool is_late(const Signal& signal) { return signal.kind == SignalKind::overdue || signal.kind == SignalKind::missing; }

/// One mark for each thing that is told of once: a late record, else the values of `by` and since when. Organisations stand
/// in it by their ids: one that is called otherwise tomorrow is the same.
std::vector<std::string> marks_of(const OrganisationNames& names, const SignalSeen& seen) {
  const auto& raised = seen.raised;
  std::vector<std::string> marks;
  if (!is_late(seen.signal)) {
    auto said = fmt::format("{}\n{}", seen.signal.name, raised.from.iso());
    for (const auto& value : raised.values) said += "\n" + names.id_of(value);
    marks.push_back(mark_of(said));
  }
  for (const auto& late : raised.late) marks.push_back(mark_of(fmt::format("{}\n{}\n{}", seen.signal.name, late.due.iso(), late.id.text)));
  return marks;
}

/// A period where the signal is about one; that of a value which is not seen any more begins with its last record.
std::optional<ReturnPeriod> period_of(const Definition& definition, const SignalSeen& seen) {
  const bool about_one = seen.signal.kind == SignalKind::rise || (seen.signal.kind == SignalKind::silence && definition.returns);
  return about_one ? std::optional(ReturnPeriod{{}, seen.raised.from, seen.raised.until}) : std::nullopt;
}

class Telling {
 public:
  Telling(const Workspace& w, const Actor& actor) : w_(w), actor_(actor), today_(w.clock.now().today) {}

  Result<RegisterTold> tell(const Definition& definition, const Monitor& monitor) {
    RegisterTold report{definition.name, 0, !monitor.watcher};
    if (!monitor.watcher) return report;
    const auto seen = signals_for(w_, operator_of_the_machine(), definition.name, today_, Rights::of_the_machine);
    if (!seen) return tl::unexpected(seen.error());
    const auto names = organisation_names(w_);
    if (!names) return tl::unexpected(names.error());
    const auto& watcher = *monitor.watcher;
    SignalSection section{definition.title, w_.letterhead.address(language_of(watcher.person), fmt::format("/desk/registers/{}/signals", definition.name)), {}};
    for (const auto& one : seen->raised) {
      const auto fresh = write_new(definition, one, marks_of(*names, one), watcher);
      if (!fresh) return tl::unexpected(fresh.error());
      if (*fresh == 0) continue;
      report.told += *fresh;
      const SignalSection::Line line{one.signal.title, period_of(definition, one)};
      if (std::find(section.lines.begin(), section.lines.end(), line) == section.lines.end()) section.lines.push_back(line);
    }
    if (section.lines.empty()) return report;
    auto& digest = digests_[watcher.person.id.text];
    if (digest.sections.empty()) digest = {watcher.person, watcher.words, reply_address(actor_), {}, {}};
    digest.sections.push_back(std::move(section));
    return report;
  }

  Result<int> write() {
    std::string marks;
    for (const auto& change : batch_.changes) marks += change.subject;
    std::vector<Letter> letters;
    for (auto& [person, digest] : digests_) {
      digest.key = fmt::format("signal {} {} {}", today_.iso(), person, mark_of(marks));
      letters.push_back(signal_letter(digest));
    }
    return write_with_letters(w_, std::move(batch_), letters);
  }

 private:
  /// How much of it was not told before; that is written down.
  Result<int> write_new(const Definition& definition, const SignalSeen& seen, const std::vector<std::string>& marks, const Watcher& watcher) {
    int fresh = 0;
    for (const auto& mark : marks) {
      const auto subject = fmt::format("signal:{}:{}", definition.name, mark);
      const auto last = w_.ledger.last_about(subject);
      if (!last) return tl::unexpected(last.error());
      if (*last != 0) continue;
      JsonObject told;
      told.text("register", definition.name);
      told.text("signal", seen.signal.name);
      told.day("day", today_);
      told.text("to", watcher.words);
      batch_.changes.push_back({"signal.told", subject, actor_.name, told.line()});
      batch_.expectations.push_back({subject, 0});
      ++fresh;
    }
    return fresh;
  }

  const Workspace& w_;
  const Actor& actor_;
  Day today_;
  Batch batch_;
  std::map<std::string, SignalDigest> digests_;  ///< by person
};

Result<ToldReport> tell_once(const Workspace& w, const Actor& actor) {
  const auto all = registers_run_by(w, actor);
  if (!all) return tl::unexpected(all.error());
  Telling telling(w, actor);
  ToldReport report;
  for (const auto& kept : *all) {
    const auto& definition = kept->definition;
    if (!kept->is_open() || definition.signals.empty()) continue;
    const auto monitor = monitor_of(w, definition.name);
    if (!monitor) return tl::unexpected(monitor.error());
    if (monitor->post.empty()) continue;
    auto told = telling.tell(definition, *monitor);
    if (!told) return tl::unexpected(told.error());
    report.registers.push_back(std::move(*told));
  }
  const auto letters = telling.write();
  if (!letters) return tl::unexpected(letters.error());
  report.letters = *letters;
  return report;
}

}  // namespace

Result<ToldReport> tell_signals(const Workspace& w, const Actor& actor) {
  return again_on_conflict([&] { return tell_once(w, actor); });
}

}  // namespace makegood::tasks
