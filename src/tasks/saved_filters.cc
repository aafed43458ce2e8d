#include "tasks/saved_filters.h"

#include <algorithm>

#include "tasks/workspace.h"

namespace makegood::tasks {

Result<std::vector<SavedFilter>> saved_filters(const Workspace& w, const Actor& actor, std::string_view slug) {
  if (auto allowed = require(actor, Action::correct, {.plan = slug}); !allowed) return tl::unexpected(allowed.error());
  return w.filters.list(account_of(actor), slug);
}

Result<void> save_filter(const Workspace& w, const Actor& actor, std::string_view slug, std::string_view name, std::string_view query) {
  if (auto allowed = require(actor, Action::correct, {.plan = slug}); !allowed) return allowed;
  const SavedFilter filter{account_of(actor), std::string(slug), squeeze(valid_utf8(name)), valid_utf8(query)};
  if (filter.name.empty()) return refuse(Fault::invalid_input, "give the filter a name");
  if (filter.name.size() > kFilterNameLength) return refuse(Fault::invalid_input, "the name of a filter has at most 60 letters");
  if (filter.query.empty()) return refuse(Fault::invalid_input, "choose what the filter asks for, then save it");
  if (filter.query.size() > kFilterQueryLength) return refuse(Fault::invalid_input, "this filter asks for too much to be kept");
  const auto all = w.filters.list(account_of(actor), slug);
  if (!all) return tl::unexpected(all.error());
  const bool is_there = std::any_of(all->begin(), all->end(), [&](const SavedFilter& f) { return f.name == filter.name; });
  if (!is_there && all->size() >= kFiltersPerPlan) return refuse(Fault::too_large, "you have 50 filters for this plan: delete one first");
  return w.filters.keep(filter);
}

Result<void> forget_filter(const Workspace& w, const Actor& actor, std::string_view slug, std::string_view name) {
  if (auto allowed = require(actor, Action::correct, {.plan = slug}); !allowed) return allowed;
  return w.filters.forget(account_of(actor), slug, squeeze(valid_utf8(name)));
}

}  // namespace makegood::tasks
