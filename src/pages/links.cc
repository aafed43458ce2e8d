#include "pages/links.h"

namespace makegood::pages {

Url plan_url(std::string_view slug) { return Url::path({"plans", slug}); }
Url item_url(std::string_view slug, const ItemId& id) { return Url::path({"plans", slug, "items", id.text}); }
Url history_url(std::string_view slug) { return Url::path({"plans", slug, "history"}); }
Url release_url(std::string_view slug) { return Url::path({"desk", "plans", slug, "release"}); }
Url correct_url(std::string_view slug, const ItemId& id) {
  return Url::path({"desk", "plans", slug, "items", id.text, "correct"});
}
Url share_url(std::string_view slug, const ItemId& id) {
  return Url::path({"desk", "plans", slug, "items", id.text, "share"});
}
Url proposal_url(std::string_view proposal) { return Url::path({"desk", "import", proposal}); }
Url proposal_item_url(std::string_view proposal, const ItemId& id) {
  return Url::path({"desk", "import", proposal, "items", id.text});
}

Url source_url(std::string_view proposal) { return Url::path({"desk", "import", proposal, "source"}); }
Url plan_form_url(std::string_view proposal) { return Url::path({"desk", "import", proposal, "plan"}); }

Url with_query(Url url, const QueryPairs& pairs) {
  for (const auto& [name, value] : pairs)
    if (!value.empty()) url = url.with(name, value);
  return url;
}

}  // namespace makegood::pages
