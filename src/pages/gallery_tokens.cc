#include "pages/gallery_tokens.h"

#include "pages/token_pages.h"
#include "registers/fixture.h"

namespace makegood::pages {
namespace {

/// Every standing: used, never used, past its end, revoked.
std::vector<TokenLine> tokens(const Day& today) {
  const TokenLine used{.id = "k3v9x2m7qa", .system = "School information system", .organisation = "Harbour Hill School", .role = "contributor", .may_read = true,
                       .may_write = true, .until = today.plus_days(200), .made = today.plus_days(-90), .used = today.plus_days(-1), .revoked = std::nullopt};
  auto fresh = used;
  fresh.id = "b8d2w6r0tz", fresh.organisation = "Ty Gwyn School", fresh.may_read = false, fresh.used.reset();
  auto ended = used;
  ended.id = "c1f5y3n9sh", ended.system = "Case management", ended.role = "handler", ended.until = today.plus_days(-10), ended.may_write = false, ended.ended = true;
  auto revoked = used;
  revoked.id = "e7g4z8p1vj", revoked.revoked = today.plus_days(-30);
  return {fresh, used, ended, revoked};
}

TokensPage page_of(const Definition& definition) {
  TokensPage page;
  page.definition = &definition;
  page.organisations = {{"o1", "Harbour Hill School"}, {"o2", "Ty Gwyn School"}};
  page.roles = {"coordinator", "contributor"};
  return page;
}

}  // namespace

std::vector<GalleryPage> tokens_gallery(Language language) {
  const auto definition = test::incidents();
  std::vector<GalleryPage> pages;
  auto site = gallery_site(language, tokens_url(definition.name));
  site.viewer = Viewer{.name = "coordinator", .coordinator = true, .csrf = "0123"};
  auto none = page_of(definition);
  pages.push_back({"register-tokens-none", tokens_page(none, site)});
  auto several = page_of(definition);
  several.tokens = tokens(gallery_today());
  pages.push_back({"register-tokens", tokens_page(several, site)});
  several.typed = {.system = "Case management", .organisation = "o2", .role = "contributor", .may = {"read"}, .until = {"31", "7", "2042"}};
  several.fault = "until";
  several.refusal = "a token holds for two years at most: make a new one then";
  pages.push_back({"register-tokens-refused", tokens_page(several, site)});
  pages.push_back({"register-token-made", token_made_page({&definition, several.tokens[0], "makegood_" + std::string(64, '7')}, site)});
  return pages;
}

}  // namespace makegood::pages
