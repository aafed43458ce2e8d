#pragma once
// From a document to a private plan: propose, look through, accept or discard.

#include <optional>
#include <string>
#include <string_view>

#include "extract/extract.h"
#include "formats/formats.h"
#include "plan/plan.h"
#include "tasks/imports.h"
#include "tasks/people.h"
#include "tasks/workspace.h"

namespace makegood::tasks {

struct GivenDocument {
  std::string bytes;
  std::string name;  ///< of the file, for people
};

/// How a document is read.
struct Reading {
  std::optional<int> as_of;  ///< the year that dates without one mean
  PdfToJson pdf;             ///< empty = PDF is refused
  GivenReading given = {};   ///< what a person said about columns and tables
};

/// Reads a document into a draft.
/// Refuses: bytes that no reader knows, or cannot read -> unreadable; over a limit -> too_large;
/// no text at all -> invalid_input. Text without items is a draft with the finding "no_items".
[[nodiscard]] Result<Plan> read_plan_document(const GivenDocument& document, const Reading& reading = {});
/// The same, with how it was read.
[[nodiscard]] Result<PlanReading> read_plan_reading(const GivenDocument& document, const Reading& reading = {});
/// The document alone, refused as above.
[[nodiscard]] Result<Document> read_given_document(const GivenDocument& document, const PdfToJson& pdf);

struct ImportOptions {
  std::string slug;  ///< empty = made from the title
};

struct ImportProposal {
  ImportId id;          ///< empty when it had been imported and accepted before
  std::string slug;
  std::string digest;   ///< SHA-256 of the document
  Plan draft;
  bool unchanged = false;  ///< this very file was imported to this plan before: nothing was written
  bool revision = false;   ///< there is a plan under this slug: see `changes`
  ChangeSet changes;
};

/// The largest plan that is taken on: twenty times the largest that we know of.
inline constexpr std::size_t kMostItems = 20'000;

/// Refuses: a slug that is not one, a draft without items -> invalid_input; more than kMostItems
/// -> too_large; not allowed.
[[nodiscard]] Result<ImportProposal> propose_import(const Workspace& workspace, const Actor& actor,
                                                    const GivenDocument& document, Plan draft,
                                                    const ImportOptions& options = {});

/// An import as it stands. Refuses: no such import -> not_found; of a plan that one may not import -> not_allowed.
[[nodiscard]] Result<Import> find_import(const Workspace& workspace, const Actor& actor, const ImportId& id);
/// Those that are open and of plans that one may import, newest first.
[[nodiscard]] Result<std::vector<ImportSummary>> waiting_imports(const Workspace& workspace, const Actor& actor);

/// What accepting would do to the plan in force; everything `added` when there is none.
[[nodiscard]] Result<ChangeSet> changes_of(const Workspace& workspace, const Import& import);

/// Each of these refuses: no such import -> not_found; no longer open -> conflict; and as
/// settle() and apply() of plan do.
[[nodiscard]] Result<void> settle_finding(const Workspace& workspace, const Actor& actor, const ImportId& id,
                                          const Settlement& settlement);
[[nodiscard]] Result<void> edit_import(const Workspace& workspace, const Actor& actor, const ImportId& id,
                                       const Correction& correction);
/// Takes the last step back. Refuses: no step is left -> conflict.
[[nodiscard]] Result<void> undo_last_step(const Workspace& workspace, const Actor& actor, const ImportId& id);
[[nodiscard]] Result<void> discard_import(const Workspace& workspace, const Actor& actor, const ImportId& id);

struct AcceptOptions {
  bool release = false;      ///< needs the right to release
  bool as_matched = false;   ///< doubtful matches are taken as they are, and items that are gone without a reason
};
struct Accepted {
  std::string slug;
  int items = 0;
  ChangeSet changes;
};
/// The draft becomes the plan in force, with ids of its own; private until released.
/// Of two people at once the second is refused -> conflict. So is, unless `as_matched`, a revision
/// with a doubtful match that nobody confirmed, or an item that is gone without a reason.
[[nodiscard]] Result<Accepted> accept_import(const Workspace& workspace, const Actor& actor, const ImportId& id,
                                             const AcceptOptions& options = {});

}  // namespace makegood::tasks
