#pragma once
// GET /desk/registers/NAME/records/ID/packs: which packs were frozen for it (POST: as_at-day, as_at-month, as_at-year
// freezes another); /packs/NUMBER.html, .docx, .xlsx and .md beside them.

#include <string>
#include <vector>

#include "pages/forms.h"
#include "pages/pieces.h"
#include "registers/registers.h"

namespace makegood::pages {

[[nodiscard]] Url packs_url(std::string_view register_name, const RecordId& id);

struct PackLine {
  std::int64_t number = 0;   ///< of its entry in the ledger
  Day as_at, frozen;
  std::string by;
};
struct PacksPage {
  const Definition* definition = nullptr;
  RecordId record;
  std::vector<PackLine> packs;  ///< the newest first
  int withheld = 0;             ///< packs that hold what the reader may not see
  bool may_freeze = false;
  DateFields as_at;             ///< as typed
  std::vector<FieldFault> faults;
  std::string refusal, fault;
};
[[nodiscard]] Html packs_page(const PacksPage& page, const Site& site);

}  // namespace makegood::pages
