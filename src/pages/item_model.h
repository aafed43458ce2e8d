#pragma once
// The page of one item as plain values: what was promised here, who owns it, what happened since?

#include <optional>
#include <string>
#include <vector>

#include "pages/change_model.h"
#include "pages/item_voices.h"
#include "pages/panel_voice.h"
#include "pages/plan_model.h"
#include "registers/definition.h"
#include "report/publication.h"

namespace makegood::pages {

/// One dated entry of a history. `kind` is the ledger's ("plan.released", "item.corrected").
struct HistoryLine {
  std::string when;     ///< UTC, as the ledger has it: "2023-06-14T09:30:00Z"
  std::string who, kind;
  std::string subject;  ///< what it is about, in the source's words: an item's title, a file's name
  ItemId item;          ///< empty = the plan itself
  std::vector<FieldChange> changes;
  std::string reason;
  std::string says = {};      ///< catalogue key of a claim, a finding or a stage
  std::string quote = {};     ///< what was said, as it was written
  std::int64_t sequence = 0;  ///< the ledger's number
  bool erased = false;        ///< taken out by law: only that it happened is kept
};

/// Records of one register that are tied to an item, as many as the visitor may see.
struct TiedRegister {
  std::string name;
  Bilingual title;
  std::vector<std::string> records = {};  ///< their numbers
};

struct ItemPage {
  std::string slug, plan_title, organisation;
  Item item;
  std::string theme;
  ItemId parent;
  std::string parent_title;
  CalendarFact calendar;
  std::vector<ItemRow> commitments;
  std::vector<NamedItem> successors;  ///< of an item that is gone: what it was merged into, or is superseded by
  std::vector<HistoryLine> history;  ///< newest first
  Provenance provenance;
  Day today;
  std::vector<Contact> contacts = {};  ///< of its owners, each post once
  std::vector<Contact> partners_noted = {};  ///< partners that another body took over, or that have ended
  std::vector<Inclusion> lent = {};  ///< other plans that show it too
  std::vector<ItemSummary> summaries = {};
  std::optional<OwnerVoice> voice = {};  ///< what its owner reports, and how far it has come
  PanelVoice panel = {};             ///< the second voice
  std::optional<Computed> computed = {};  ///< the third, once the others are known
  std::vector<TiedRegister> tied = {};    ///< by title
};

/// Empty when the plan has no such item. `history` may come in any order.
[[nodiscard]] std::optional<ItemPage> make_item_page(const Plan& plan, const ItemId& id, const Provenance& provenance,
                                                     std::vector<HistoryLine> history, const RuleBook& rules);

/// By time, then by the ledger's number.
[[nodiscard]] std::vector<HistoryLine> newest_first(std::vector<HistoryLine> history);

}  // namespace makegood::pages
