#include "plan/change_many.h"

namespace makegood {
namespace {

ManyRow change_one(Plan& plan, const ItemId& id, const ManyChange& change) {
  ManyRow row{id, {}, {}};
  for (const auto& correction : corrections_for(id, change)) {
    auto done = apply(plan, correction);
    if (done) row.changes.push_back(std::move(*done));
    else if (done.error().fault != Fault::conflict) return {id, {}, done.error().message};  // a conflict: it says so already
  }
  return row;
}

}  // namespace

std::vector<Correction> corrections_for(const ItemId& item, const ManyChange& change) {
  std::vector<Correction> corrections;
  const auto add = [&](ItemField field, std::vector<std::string> values) {
    corrections.push_back({item, field, std::move(values), change.reason});
  };
  if (!change.owners.empty()) add(ItemField::owners, change.owners);
  if (!change.partners.empty()) add(ItemField::partners, change.partners);
  if (!change.theme.empty()) add(ItemField::theme, {change.theme.text});
  if (change.redated) add(ItemField::redated, {change.redated->iso()});
  return corrections;
}

std::vector<ManyRow> change_many(const Plan& plan, const std::vector<ItemId>& items, const ManyChange& change) {
  Plan tried = plan;
  std::vector<ManyRow> rows;
  for (const auto& id : items) rows.push_back(change_one(tried, id, change));
  return rows;
}

}  // namespace makegood
