#pragma once
// What stands between a plan and its readers: editions, which are reports frozen as they were; holds, which
// pause publication for a while; and what was said about an item for those who read it: a summary in some
// language, the equality objective that it serves.

#include <string>
#include <string_view>
#include <vector>

#include "ledger/ledger_store.h"
#include "plan/item.h"
#include "plan/status.h"
#include "progress/progress.h"
#include "report/report_spec.h"

namespace makegood {

using HoldId = Id<struct HoldTag>;

/// How an item stood in an edition: what the next one compares with.
struct ItemState {
  ItemId item;
  Claim claim = Claim::not_yet_reported;
  Found found = Found::not_yet_assessed;
  Rule rule = Rule::ok;
  std::optional<Day> due;
  bool operator==(const ItemState&) const = default;
};

/// One file of an edition. Its bytes are an attachment of the ledger.
struct EditionFile {
  std::string format;    ///< "html", "docx", "xlsx", "md", "json"
  std::string language;  ///< "en" or "cy"
  std::string digest;    ///< SHA-256
  std::int64_t size = 0;
  bool operator==(const EditionFile&) const = default;
};

/// A report as it stood. Nothing of it changes again.
struct Edition {
  std::string plan;      ///< slug
  std::string name;      ///< edition_name(spec): its address under the plan
  ReportSpec spec;
  ReportPeriod period;
  std::string title;     ///< in English
  Day frozen;
  LedgerHead head;       ///< that it prints: the chain up to the entry before its own
  std::vector<EditionFile> files;
  std::vector<ItemState> states;
  std::string at, actor; ///< the ledger's
  std::int64_t sequence = 0;
};

/// The newest edition that a report of this spec compares with: of the same part and duty, ended before it; of the
/// same kind, or of any where the report is a final one. nullptr = there is none.
[[nodiscard]] const Edition* edition_before(const std::vector<Edition>& editions, const ReportSpec& spec, const ReportPeriod& period);

/// New editions, feeds and letters to the public wait: before an election, say.
struct PublicationHold {
  HoldId id;
  std::string body;      ///< the organisation whose plans wait; empty = all
  Day from;
  std::optional<Day> until;  ///< the last day that it holds; empty = until somebody resumes
  std::string reason;    ///< the public reads it
  bool resumed = false;  ///< ended by hand: holds no longer
  std::int64_t sequence = 0;
  bool operator==(const PublicationHold&) const = default;
};

/// The hold that covers plans of `body` on a day; nullptr = publication goes on. Letter case does not matter.
[[nodiscard]] const PublicationHold* hold_of(const std::vector<PublicationHold>& holds, std::string_view body, Day day);
[[nodiscard]] inline bool is_held(const std::vector<PublicationHold>& holds, std::string_view body, Day day) {
  return hold_of(holds, body, day) != nullptr;
}

/// The equality objective that an item serves, and which limbs of section 149(1) of the Equality Act 2010.
struct ItemObjective {
  std::string plan;
  ItemId item;
  std::string objective;  ///< as the body words it; may be empty
  bool eliminate = false; ///< (a) eliminate discrimination, harassment and victimisation
  bool advance = false;   ///< (b) advance equality of opportunity
  bool foster = false;    ///< (c) foster good relations
  bool operator==(const ItemObjective&) const = default;
};

/// What an item means, in other words: another language, or easy read. Approved by whoever wrote it down.
struct ItemSummary {
  std::string plan;
  ItemId item;
  std::string language;   ///< BCP 47: "en", "cy", "ur", "so"
  bool easy_read = false;
  std::string text;       ///< empty = taken back
  std::string approved_by;///< a post: "Inclusion and Diversity Officer"
  Day day;
  bool operator==(const ItemSummary&) const = default;
};

/// A language tag that pages may carry: letters, digits and hyphens, 2 to 3 letters first, at most 35 characters.
[[nodiscard]] bool is_language_tag(std::string_view text);
/// Written from right to left: Arabic, Urdu, Farsi, Hebrew, Pashto, Sindhi, Kurdish (Sorani), Uyghur, Divehi, Yiddish,
/// or any language in one of their scripts ("pa-Arab").
[[nodiscard]] bool is_right_to_left(std::string_view language);

}  // namespace makegood
