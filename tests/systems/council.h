#pragma once
// A council that has taken one register into use, and the people who work with it.

#include <optional>

#include "faults/fixture.h"
#include "systems/subject.h"
#include "tasks/record_import.h"
#include "tasks/record_step.h"
#include "tasks/records.h"
#include "tasks/registers.h"

namespace makegood::systems {

struct Council {
  const Subject& about;
  test::Bench bench = test::Bench::in_memory();
  const tasks::Workspace& w = bench.workspace;

  /// The register is there and open; so are those of `others` (for keys that lead to them).
  explicit Council(const Subject& about, const std::vector<std::string>& others = {});

  void take(const Subject& other);
  /// Half past nine on that day.
  void set_day(Day today);

  /// Somebody with every role that may do it, to records of this organisation.
  [[nodiscard]] tasks::Actor who_may(const std::vector<Who>& list, const std::string& organisation) const;
  /// By form; the faults that it tells, or the one sentence of a refusal.
  [[nodiscard]] Result<tasks::Submitted> submit(const Answers& answers) const;
  /// By file, with the rights of whoever keeps the machine.
  [[nodiscard]] Result<tasks::RecordImport> bring_in(const Subject& from, const std::vector<Cells>& rows) const;
  [[nodiscard]] std::int64_t count() const;
  [[nodiscard]] const Definition& definition() const { return about.definition; }
};

/// What whoever submits is asked of a row: without what the system and handlers fill in.
[[nodiscard]] Answers as_submitted(const Subject& about, const Cells& row);
/// The row with other values where no two records may have the same, so that it is another record.
[[nodiscard]] Cells another(const Subject& about, Cells row, int number);
/// A value that the field takes: from the made-up rows, else by its type.
[[nodiscard]] std::string some_value(const Subject& about, const RegisterField& field, const std::string& but = {});
/// Without keys to other records of the same register: the first to come in has none to lead to.
[[nodiscard]] Cells alone(const Subject& about, Cells row);
/// The first row that a form takes, alone. Empty where none does.
[[nodiscard]] std::optional<Cells> good_row(const Subject& about);

}  // namespace makegood::systems
