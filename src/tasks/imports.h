#pragma once
// A document on its way to becoming a plan: proposed, looked through, accepted or discarded.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/reading.h"
#include "plan/plan.h"

namespace makegood::tasks {

using ImportId = Id<struct ImportTag>;

enum class ImportState { open, accepted, discarded };

[[nodiscard]] std::string_view word(ImportState state);
[[nodiscard]] std::optional<ImportState> import_state_from(std::string_view word);

/// The document as it was given; its bytes are kept under the digest.
struct DocumentInfo {
  std::string digest;  ///< SHA-256, hex
  std::string name;    ///< of the person's file
  std::int64_t size = 0;
};

/// A step by hand that the document, read again, has no place for.
struct LostStep {
  std::string what;  ///< "settled", "edited", "matched", "added", "removed" or "plan"
  std::string title; ///< of the item, theme or indicator
  std::string field; ///< the field's word or the finding's code; may be empty
  bool operator==(const LostStep&) const = default;
};

/// One decision of the person who looks it through: a settled finding, an edited field, a column's
/// meaning, a match with the plan in force, an item more or less, a theme or indicator.
struct ImportStep {
  std::string at, actor;
  std::optional<Settlement> settlement;
  std::optional<Correction> correction;
  std::optional<MatchDecision> match;
  std::vector<FieldChange> changes;
  std::optional<Item> item;  ///< as it stood afterwards; of a removed one, before
  int position = -1;         ///< in the plan, of an item that was added; -1 = it was there
  std::vector<ItemId> removed;
  std::optional<PlanEdit> edit;
  std::optional<Plan> head;  ///< with an edit: title, themes and indicators afterwards
  std::optional<Plan> draft; ///< the document read again, with the earlier steps that could be carried over
  GivenReading given;        ///< with `draft`: all that was said about its columns and tables
  std::vector<LostStep> lost;  ///< with `draft`
};

/// Takes one step on a draft. Never fails: what it does was decided when it was written down.
void take_step(Plan& draft, const ImportStep& step);

/// The item and those under it. `removed` of a step that takes it out.
[[nodiscard]] std::vector<ItemId> with_children(const Plan& plan, const ItemId& id);
void remove_items(Plan& plan, const std::vector<ItemId>& ids);

struct ImportSummary {
  ImportId id;
  std::string slug, title;
  DocumentInfo document;
  ImportState state = ImportState::open;
  std::string at, actor;
  std::int64_t sequence = 0;  ///< of the last entry about it
};

struct Import {
  ImportSummary summary;
  Plan base;                      ///< as read from the document
  std::vector<ImportStep> steps;  ///< those that were not taken back

  /// The plan as it would be accepted: the base with every step applied.
  [[nodiscard]] Plan draft() const;
  /// What was decided about matches, in order.
  [[nodiscard]] std::vector<MatchDecision> decisions() const;
  /// What people have said about its columns and tables so far.
  [[nodiscard]] GivenReading given() const;
};

class ImportRepository {
 public:
  ImportRepository() = default;
  ImportRepository(const ImportRepository&) = delete;
  ImportRepository& operator=(const ImportRepository&) = delete;
  virtual ~ImportRepository() = default;

  /// Those that are open, newest first.
  [[nodiscard]] virtual Result<std::vector<ImportSummary>> open_imports() = 0;
  /// Refuses: no such import -> not_found.
  [[nodiscard]] virtual Result<Import> find(const ImportId& id) = 0;
  /// The newest import of this very document to this plan that was not discarded.
  [[nodiscard]] virtual Result<std::optional<ImportSummary>> find_document(std::string_view slug,
                                                                           std::string_view digest) = 0;
};

}  // namespace makegood::tasks
