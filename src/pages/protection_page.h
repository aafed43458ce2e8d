#pragma once
// What data protection asks of registers, for those whose job it is: where everything is, the retention run of one
// register, and the legal hold and objection of one record.
//
//   GET  /desk/data-protection                                      every register, on which basis, and what can be done
//   GET  /desk/registers/NAME/retention                             what would be emptied (POST: mark, confirmed)
//   GET  /desk/registers/NAME/records/ID/protection                 hold and objection of a record
//   POST /desk/registers/NAME/records/ID/protection/hold            seen, step (hold, lift), reason
//   POST /desk/registers/NAME/records/ID/protection/objection       seen, step (object, lift), on-day, on-month, on-year, way
//   GET  /desk/registers/NAME/looks, .../records/ID/looks           who looked (before = the line that the page begins below)

#include <optional>
#include <string>
#include <vector>

#include "pages/account_pages.h"
#include "pages/forms.h"
#include "pages/pieces.h"
#include "registers/registers.h"

namespace makegood::pages {

[[nodiscard]] Url protection_url();
[[nodiscard]] Url retention_url(std::string_view name);
[[nodiscard]] Url record_protection_url(std::string_view name, const RecordId& id);
[[nodiscard]] Url looks_url(std::string_view name);
[[nodiscard]] Url record_looks_url(std::string_view name, const RecordId& id);

struct ProtectionPage {
  std::vector<const Definition*> registers;
  bool may_keep_retention = false, may_find_subject = false, may_read_looks = false;
};
[[nodiscard]] Html protection_page(const ProtectionPage& page, const Site& site);

struct RetentionLine {
  RecordId id;
  std::string organisation;  ///< its name
  std::string state;
  Day since, kept_until;
  std::string hold;          ///< why it stays; empty = it would be emptied
  std::string held_by;
};
struct RetentionPage {
  const Definition* definition = nullptr;
  std::vector<RetentionLine> due, held;
  std::vector<std::string> emptied, stays;  ///< names of fields
  int stay_in_all = 0;
  std::string mark;
  bool may_hold = false;
  std::optional<int> done;                  ///< so many were emptied just now
  std::string fault;                        ///< the field at fault
  std::string refusal;
};
/// So many lines stand on the page; the others are counted.
inline constexpr std::size_t kRetentionLines = 500;
[[nodiscard]] Html retention_page(const RetentionPage& page, const Site& site);

struct RecordProtectionPage {
  const Definition* definition = nullptr;
  RecordId id;
  std::int64_t seen = 0;
  bool emptied = false, may_hold = false, may_object = false, may_read_looks = false;
  std::optional<LegalHold> hold;
  std::optional<Objection> objection;
  std::string reason, way;   ///< as typed
  DateFields on;
  std::string fault, refusal;  ///< the field at fault, and what is wrong
};
[[nodiscard]] Html record_protection_page(const RecordProtectionPage& page, const Site& site);

struct LooksPage {
  const Definition* definition = nullptr;
  std::string record;               ///< empty = all of the register
  std::vector<AccessLine> lines;
  std::int64_t older = 0;           ///< 0 = these are the last
};
[[nodiscard]] Html looks_page(const LooksPage& page, const Site& site);

}  // namespace makegood::pages
