#pragma once
// What the ledger's entries about publication say.
//
//   kind                 subject        payload
//   edition.frozen       plan's slug    Edition: its files by digest; the bytes are attachments
//   publication.held     hold's id      PublicationHold
//   publication.resumed  hold's id      PublicationHold with `resumed`
//   item.objective_set   item's id      ItemObjective as it stands after the entry
//   item.summarised      item's id      ItemSummary; an empty text takes it back
//
// The actor, the time and the sequence are the ledger's and are not written again.

#include "report/publication.h"

namespace makegood {

[[nodiscard]] std::string write_edition(const Edition& edition);
[[nodiscard]] std::string write_publication_hold(const PublicationHold& hold);
[[nodiscard]] std::string write_objective(const ItemObjective& objective);
/// The same as an entry that says why it was set.
[[nodiscard]] std::string write_objective_because(const ItemObjective& objective, std::string_view reason);
[[nodiscard]] std::string write_summary(const ItemSummary& summary);

/// Each refuses what is not its noun, naming the member -> invalid_input.
[[nodiscard]] Result<Edition> read_edition(std::string_view json);
[[nodiscard]] Result<PublicationHold> read_publication_hold(std::string_view json);
[[nodiscard]] Result<ItemObjective> read_objective(std::string_view json);
[[nodiscard]] Result<ItemSummary> read_summary(std::string_view json);

}  // namespace makegood
