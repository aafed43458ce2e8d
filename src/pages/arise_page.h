#pragma once
// GET /desk/registers/NAME/records/ID/item: what is to be done, in which plan? (POST: AriseForm)

#include <string>
#include <vector>

#include "pages/forms.h"
#include "pages/pieces.h"
#include "registers/registers.h"

namespace makegood::pages {

[[nodiscard]] Url arise_url(std::string_view register_name, const RecordId& id);

/// Its names are those of the fields; `owners` one a line.
struct AriseForm {
  std::string plan, kind, title, detail, owners, timescale, once;
};
[[nodiscard]] AriseForm arise_form_from(const QueryPairs& pairs);
struct PlanOption {
  std::string slug, title;
};
struct ArisePage {
  const Definition* definition = nullptr;
  RecordId record;
  std::vector<PlanOption> plans;  ///< to which the reader may add an item
  AriseForm form;
  std::string refusal, fault;     ///< and the field that it is about
};
[[nodiscard]] Html arise_page(const ArisePage& page, const Site& site);

}  // namespace makegood::pages
