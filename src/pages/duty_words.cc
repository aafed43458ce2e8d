// The equality objective and the parts of section 149 that an item serves, in words.
#include "pages/grid.h"

namespace makegood::pages {

using namespace html;

namespace {

std::vector<std::string> limbs_of(const Site& site, const ItemObjective& duty) {
  std::vector<std::string> limbs;
  if (duty.eliminate) limbs.push_back(site.words("report.limb.a"));
  if (duty.advance) limbs.push_back(site.words("report.limb.b"));
  if (duty.foster) limbs.push_back(site.words("report.limb.c"));
  return limbs;
}

}  // namespace

Html duty_words(const Site& site, const ItemObjective& duty, std::string_view language) {
  const auto limbs = limbs_of(site, duty);
  if (duty.objective.empty() && limbs.empty()) return span(cls("mg-absent"), site.words("grid.duty.not_named"));
  return join(when(!duty.objective.empty(), [&] { return div(quoted(language, duty.objective)); }), each(limbs, [](const std::string& limb) { return div(limb); }));
}

Html duty_note(const Site& site, const ItemObjective& duty, std::string_view language) {
  const auto limbs = limbs_of(site, duty);
  if (duty.objective.empty() && limbs.empty()) return {};
  return div(cls("mg-item-note"), site.words("words.field.objective"), ": ", duty_words(site, duty, language));
}

}  // namespace makegood::pages
