#pragma once
// The story of a plan or an item, made from ledger entries: values that a page turns into
// sentences in its own language.

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "plan/plan.h"
#include "tasks/workspace.h"

namespace makegood::tasks {

/// The kinds of entry that tasks writes. `message` is the catalogue key of the sentence.
struct KindWord {
  std::string_view kind;
  std::string_view message;
  std::string_view meaning;  ///< for the reference
  bool inside = false;       ///< never in the history that the public reads: editions tell it
};
inline constexpr auto kEntryKinds = std::to_array<KindWord>({
    {"import.proposed", "history.import_proposed", "a document was read and proposed"},
    {"import.settled", "history.import_settled", "a finding was settled while looking it through"},
    {"import.edited", "history.import_edited", "a field was edited while looking it through"},
    {"import.reread", "history.import_reread", "a column was given another meaning, or a table left out: the document was read again"},
    {"import.item_added", "history.import_item_added", "a row or paragraph was made an item by hand"},
    {"import.item_removed", "history.import_item_removed", "an item was taken out, with those under it"},
    {"import.plan_edited", "history.import_plan_edited", "the title, organisation, a theme or an indicator was put right by hand"},
    {"import.matched", "history.import_matched", "a match with the plan in force was confirmed or corrected, or it was said why an item is gone"},
    {"import.undone", "history.import_undone", "the last step was taken back"},
    {"import.accepted", "history.import_accepted", "the proposal was accepted"},
    {"import.discarded", "history.import_discarded", "the proposal was discarded"},
    {"plan.adopted", "history.plan_adopted", "the plan was adopted from a document"},
    {"plan.revised", "history.plan_revised", "a newer document replaced the one before"},
    {"item.adopted", "history.item_adopted", "an item came with a document"},
    {"item.revised", "history.item_revised", "an item changed, or is absent, in a newer document"},
    {"item.corrected", "history.item_corrected", "a field was corrected"},
    {"item.shared", "history.item_shared", "an item of another plan was included"},
    {"item.unshared", "history.item_unshared", "an item of another plan was taken out"},
    {"update.submitted", "history.update_submitted", "an owner reported on an item, or put an earlier report right"},
    {"update.returned", "history.update_returned", "an update was sent back with a question"},
    {"update.approved", "history.update_approved", "an update was approved, with the words that the public may read"},
    {"update.published", "history.update_published", "an update was published"},
    {"finding.recorded", "history.finding_recorded", "the panel recorded what it found"},
    {"finding.commented", "history.finding_commented", "a comment was made on what the panel found"},
    {"finding.held", "history.finding_held", "what the panel found was held back for a legal reason"},
    {"finding.freed", "history.finding_freed", "what the panel found is no longer held back"},
    {"challenge.raised", "history.challenge_raised", "the panel asked a question that must be answered"},
    {"challenge.answered", "history.challenge_answered", "a challenge was answered"},
    {"item.staged", "history.item_staged", "it was decided, or is to be decided, how far an item has come"},
    {"item.objective_set", "history.item_objective_set", "the equality objective and the parts of section 149 that an item serves were set"},
    {"item.summarised", "history.item_summarised", "an item was put into other words, in some language or in easy read, or such words were taken back"},
    {"edition.frozen", "history.edition_frozen", "a report was frozen as an edition, with its files"},
    {"publication.held", "history.publication_held", "publication was paused for a body and for some days"},
    {"publication.resumed", "history.publication_resumed", "publication goes on"},
    {"indicator.described", "history.indicator_described", "it was settled what an indicator means, where it starts and where it is to go"},
    {"indicator.valued", "history.indicator_valued", "a value of an indicator was written down or revised"},
    {"plan.settled", "history.plan_settled", "a finding of the plan was settled"},
    {"plan.released", "history.plan_released", "the plan was made public"},
    {"plan.withdrawn", "history.plan_withdrawn", "the plan was made private again"},
    {"organisation.kept", "history.organisation_kept", "an organisation was added to the directory or changed", true},
    {"post.kept", "history.post_kept", "a post was added to the directory or changed", true},
    {"person.kept", "history.person_kept", "somebody was added to the directory or changed", true},
    {"post.held", "history.post_held", "somebody began or ended to hold a post", true},
    {"post.delegated", "history.post_delegated", "somebody else answers for a post for a while", true},
    {"owner.matched", "history.owner_matched", "it was confirmed whom a name in the plan means", true},
    {"role.granted", "history.role_granted", "a role was given or ended", true},
    {"schedule.set", "history.schedule_set", "it was set how often the owners of a plan are asked", true},
    {"cycle.opened", "history.cycle_opened", "a cycle opened: the owners are asked", true},
    {"cycle.closed", "history.cycle_closed", "a cycle closed", true},
    {"cycle.locked", "history.cycle_locked", "a cycle was locked: no late answer is taken down any more", true},
    {"update.asked", "history.update_asked", "somebody was asked for an update", true},
    {"update.reminded", "history.update_reminded", "somebody was reminded", true},
    {"update.escalated", "history.update_escalated", "somebody above was told that no answer came", true},
    {"update.not_answered", "history.update_not_answered", "a cycle closed without an answer about this item", true},
    {"request.revoked", "history.request_revoked", "a link to reply by was taken back", true},
});

struct HistoryLine {
  std::int64_t sequence = 0;
  std::string at;       ///< UTC
  std::string actor;
  std::string kind;     ///< of the entry
  std::string message;  ///< catalogue key: "history.item_corrected"; "history.erased" where the payload is gone
  std::vector<std::string> arguments;  ///< for the sentence: the item's title, the file's name
  ItemId item;          ///< empty = the plan itself
  std::vector<FieldChange> changes;
  std::string reason;
  std::string says;     ///< catalogue key of a claim, a finding or a stage: "claim.on_track"
  std::string quote;    ///< what was said, as it was written
};

/// Newest first, at most `limit`, before `before` (0 = from the newest). `item` empty = the whole
/// plan. The public sees the lines up to the last release only, and no correction from before the
/// first: what was put right while the plan was private (a name taken out) was never public. What owners and the
/// panel say is not among them: that is public in its own place, in the words that were approved.
[[nodiscard]] Result<std::vector<HistoryLine>> history(const Workspace& workspace, std::string_view slug,
                                                       const ItemId& item, const Sight& sight, int limit = 200,
                                                       std::int64_t before = 0);

}  // namespace makegood::tasks
