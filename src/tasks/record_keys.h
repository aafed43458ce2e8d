#pragma once
// What an answer owes to other records: a value that only one record may have (`unique`), and a key that leads to a record
// of this register or another (`foreignKeys`). The primary key itself is looked after where records come in.

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "registers/registers.h"
#include "tasks/workspace.h"

namespace makegood::tasks {

/// Remembers what it has looked up: one for a form, or for a whole file.
/// A key that is empty in part leads nowhere and need not; one to a register that is not set up here cannot be checked.
class RecordKeys {
 public:
  /// `definition` must outlive it. `many` = for a file: every value that is there is read once.
  RecordKeys(const Workspace& workspace, const Definition& definition, bool many = false);

  /// A record of the same file, to which others may lead, wherever in the file they stand.
  void expect(const Answers& answers);
  /// The record that has this value in this unique field, in a register whose file is read. Nothing where none was there before the file.
  [[nodiscard]] Result<std::optional<RecordId>> with_unique(std::string_view field, std::string_view value);
  /// What may not stand in a record; `own` = the record that is changed, if there is one.
  [[nodiscard]] Result<std::vector<RegisterFault>> check(const Answers& answers, const std::optional<RecordId>& own = {});
  /// The same for the fields in `changed` only: what stood there before is left alone.
  [[nodiscard]] Result<std::vector<RegisterFault>> check_changed(const Answers& answers, const Answers& changed, const RecordId& own);

 private:
  struct Target {
    const ForeignKey* key = nullptr;
    std::shared_ptr<const KeptRegister> there;  ///< empty = not set up here
    std::set<std::string> expected;             ///< of the same file
    std::map<std::string, bool> known;
  };
  Result<void> begin();
  Result<bool> leads(Target& target, const std::vector<std::string>& values);
  Result<std::optional<RecordId>> holder(const RegisterField& field, const std::string& value, const std::optional<RecordId>& own);
  Result<void> read_all();

  const Workspace& w_;
  const Definition& definition_;
  bool many_, begun_ = false;
  std::vector<Answers> waiting_;
  std::vector<Target> targets_;
  std::map<std::string, std::map<std::string, RecordId>> held_;  ///< by unique field: value and record; of a file
};

}  // namespace makegood::tasks
