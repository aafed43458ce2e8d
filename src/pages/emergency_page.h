#pragma once
// Opening a record in an emergency: the question, what stands on the record meanwhile, and all such looks.
//
//   GET  /desk/registers/NAME/emergency                    the form (POST: record, reason, minutes)
//   POST /desk/registers/NAME/records/ID/emergency/end     nothing
//   GET  /desk/emergencies                                 all looks, newest first (before)

#include <string>
#include <vector>

#include "pages/pieces.h"
#include "registers/registers.h"

namespace makegood::pages {

[[nodiscard]] Url emergency_url(std::string_view name);
[[nodiscard]] Url emergencies_url();

struct EmergencyPage {
  const Definition* definition = nullptr;
  std::vector<int> minutes;                      ///< to choose from
  std::string record, reason, chosen;            ///< as typed
  std::string fault, refusal;                    ///< the field at fault, and what is wrong
};
[[nodiscard]] Html emergency_page(const EmergencyPage& page, const Site& site);

/// A look and its times in UTC.
struct EmergencyLine {
  EmergencyLook look;
  std::string until;
  std::string register_title;
  bool open_now = false;
};
struct EmergenciesPage {
  std::vector<EmergencyLine> lines;
  std::int64_t older = 0;                        ///< 0 = these are the last
};
[[nodiscard]] Html emergencies_page(const EmergenciesPage& page, const Site& site);

/// On the record, for whoever has it open: until when, and how to end it.
[[nodiscard]] Html emergency_banner(const Site& site, std::string_view name, const RecordId& id, std::string_view until);
/// On the record, for everybody who sees it: who opened it, and when.
[[nodiscard]] Html emergency_line(const Site& site, const EmergencyLook& look);

}  // namespace makegood::pages
