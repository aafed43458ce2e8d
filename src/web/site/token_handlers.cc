// Which other systems may use a register: the list, a new token, the end of one.

#include <algorithm>

#include "pages/token_pages.h"
#include "tasks/api_tokens.h"
#include "tasks/record_step.h"
#include "web/site/handlers.h"

namespace makegood::web {
namespace {

Day day_of_moment(std::int64_t seconds) { return Day(std::chrono::floor<std::chrono::days>(std::chrono::sys_seconds(std::chrono::seconds(seconds)))); }
std::optional<Day> day_if_any(std::int64_t seconds) { return seconds == 0 ? std::nullopt : std::optional(day_of_moment(seconds)); }

pages::TokenLine shown(const tasks::ApiToken& token, const tasks::OrganisationNames& names, Day today) {
  return {.id = token.id.text, .system = token.system, .organisation = names.name_of(token.organisation), .role = std::string(access::word(token.role)),
          .may_read = token.may_read, .may_write = token.may_write, .until = token.until, .made = day_of_moment(token.made),
          .used = day_if_any(token.used), .revoked = day_if_any(token.revoked), .ended = tasks::standing_of(token, today) == tasks::TokenStanding::ended};
}

std::vector<pages::NamedId> organisations_for(const App& app, const Definition& definition) {
  std::vector<pages::NamedId> named;
  const auto directory = app.workspace.people.directory();
  if (!directory || definition.organisation.empty()) return named;
  for (const auto& organisation : (*directory)->organisations) named.push_back({organisation.id.text, organisation.name});
  std::sort(named.begin(), named.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
  return named;
}

/// The page's values, with the register kept alive beside them.
struct ShownTokens {
  std::shared_ptr<const KeptRegister> kept;
  pages::TokensPage values;
};
Result<ShownTokens> values_for(const App& app, const Visit& who, std::string_view name) {
  auto tokens = tasks::list_api_tokens(app.workspace, who.session->actor, name);
  if (!tokens) return tl::unexpected(tokens.error());
  auto kept = app.workspace.registers.find(name);
  if (!kept) return tl::unexpected(kept.error());
  const auto names = tasks::organisation_names(app.workspace);
  if (!names) return tl::unexpected(names.error());
  ShownTokens seen{std::move(*kept), {}};
  seen.values.definition = &seen.kept->definition;
  for (const auto& token : *tokens) seen.values.tokens.push_back(shown(token, *names, who.site.today));
  seen.values.organisations = organisations_for(app, seen.kept->definition);
  for (const auto role : tasks::token_roles(seen.kept->definition)) seen.values.roles.emplace_back(access::word(role));
  if (seen.values.roles.size() == 1) seen.values.typed.role = seen.values.roles.front();
  return seen;
}

Response tokens(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto seen = values_for(app, who, match["register"]);
  if (!seen) return refusal_page(who, seen.error());
  return no_store(page(pages::tokens_page(seen->values, who.site)));
}

/// What was typed again, and why it was not taken.
Response refused(const App& app, const Visit& who, std::string_view name, pages::TokenForm typed, const Refusal& refusal) {
  auto seen = values_for(app, who, name);
  if (!seen) return refusal_page(who, seen.error());
  seen->values.typed = std::move(typed);
  seen->values.fault = refusal.where;
  seen->values.refusal = refusal.message;
  return no_store(page(pages::tokens_page(seen->values, who.site), status_of(refusal.fault)));
}

Response make(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  auto typed = pages::token_form_from(pairs_of(request.form));
  const auto chosen = [&](std::string_view what) { return std::find(typed.may.begin(), typed.may.end(), what) != typed.may.end(); };
  const auto until = pages::day_from(typed.until);
  if (!until) return refused(app, who, match["register"], std::move(typed), {until.error().fault, until.error().message, "until"});
  const auto made = tasks::make_api_token(app.workspace, who.session->actor,
                                          {std::string(match["register"]), typed.system, typed.organisation, access::role_from(typed.role), chosen("read"), chosen("write"), *until});
  if (!made) return refused(app, who, match["register"], std::move(typed), made.error());
  const auto kept = app.workspace.registers.find(match["register"]);
  const auto names = tasks::organisation_names(app.workspace);
  if (!kept || !names) return refusal_page(who, kept ? names.error() : kept.error());
  return no_store(page(pages::token_made_page({&(*kept)->definition, shown(made->token, *names, who.site.today), made->secret}, who.site)));
}

Response revoke_token(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto done = tasks::revoke_api_token(app.workspace, who.session->actor, match["register"], tasks::ApiTokenId(std::string(match["apitoken"])));
  if (!done) return refusal_page(who, done.error());
  return go_to(who, pages::tokens_url(match["register"]).view());
}

constexpr auto kTokenRoutes = std::to_array<Route<App>>({
    {Method::get, "/desk/registers/{register}/tokens", tokens, kGrantRoles, {}, "register-tokens"},
    {Method::post, "/desk/registers/{register}/tokens", make, kGrantRoles, kForm, "make-register-token"},
    {Method::post, "/desk/registers/{register}/tokens/{apitoken}/revoke", revoke_token, kGrantRoles, kForm, "revoke-register-token"},
});

}  // namespace

std::span<const Route<App>> token_routes() { return kTokenRoutes; }

}  // namespace makegood::web
