#include "tasks/api_tokens.h"

#include <algorithm>

#include "json/json.h"
#include "tasks/record_step.h"
#include "tasks/token.h"
#include "tasks/workspace.h"

namespace makegood::tasks {
namespace {

constexpr std::string_view kPrefix = "makegood_";  // so that a scanner of published code knows one when it meets one
constexpr std::size_t kLongestName = 100;
constexpr std::int64_t kTouchSeconds = 60;

/// What a token must be made for, to do this.
struct Need {
  Action action;
  bool ApiToken::*flag;
  std::string_view verb;
};
constexpr auto kNeeds = std::to_array<Need>({{Action::see_records, &ApiToken::may_read, "read"},
                                             {Action::submit_record, &ApiToken::may_write, "write"},
                                             {Action::handle_records, &ApiToken::may_write, "write"}});

tl::unexpected<Refusal> wrong(std::string_view field, std::string message) { return refuse(Fault::invalid_input, std::move(message), std::string(field)); }

Result<void> may_give(const Workspace& w, const Actor& actor, std::string_view register_name, std::string_view organisation) {
  const auto scope = register_scope(register_name);
  if (auto allowed = require(actor, Action::grant_roles, {.plan = scope, .organisation = organisation}); !allowed) return allowed;
  const auto kept = w.registers.find(register_name);
  return kept ? Result<void>{} : tl::unexpected(kept.error());
}

Result<std::string> organisation_of(const Workspace& w, const Definition& definition, std::string_view written) {
  if (definition.organisation.empty()) return std::string{};
  if (trim(written).empty()) return wrong("organisation", "say for which organisation this token is");
  const auto names = organisation_names(w);
  if (!names) return tl::unexpected(names.error());
  auto id = names->id_of(trim(written));
  if (names->name_of(id) == id) return wrong("organisation", fmt::format("the directory has no organisation \"{}\"", shorten(squeeze(valid_utf8(written)), 60)));
  return id;
}

Result<Role> role_of(const Definition& definition, const std::optional<Role>& wanted) {
  const auto roles = token_roles(definition);
  if (!wanted && roles.size() == 1) return roles.front();
  if (wanted && std::find(roles.begin(), roles.end(), *wanted) != roles.end()) return *wanted;
  std::vector<std::string> words;
  for (const auto role : roles) words.emplace_back(access::word(role));
  return wrong("role", fmt::format("choose a role that this register names: {}", join(words, ", ")));
}

Actor actor_of(const ApiToken& token) {
  return {fmt::format("{} (token {})", token.system, token.id.text), {{token.role, register_scope(token.register_name), token.organisation}}, {}};
}

/// A token that could do nothing of what it is for would be found out by somebody else, later.
Result<void> reaches(const Definition& definition, const ApiToken& token) {
  const auto actor = actor_of(token);
  const auto none = [&](Doing doing) { return reach_for(definition, actor, doing).nobody(); };
  if (token.may_read && none(Doing::see)) return wrong("role", fmt::format("a {} may not see records of this register", access::word(token.role)));
  const bool sends = open_to_anybody(definition) || !none(Doing::submit) || !none(Doing::handle);
  if (token.may_write && !sends) return wrong("role", fmt::format("a {} may neither send in nor handle records of this register", access::word(token.role)));
  return {};
}

Result<Day> end_of(const std::optional<Day>& until, Day today) {
  if (!until) return wrong("until", "say until which day this token holds");
  if (*until < today) return wrong("until", "the day on which this token ends is past");
  if (*until > today.plus_days(kLongestTokenDays)) return wrong("until", "a token holds for two years at most: make a new one then");
  return *until;
}

/// What the ledger says of it: everything but the secret.
std::string told(const ApiToken& token) {
  JsonObject o;
  o.text("token", token.id.text);
  o.text("system", token.system);
  o.text("organisation", token.organisation);
  o.text("role", access::word(token.role));
  o.flag("read", token.may_read);
  o.flag("write", token.may_write);
  o.day("until", token.until);
  return o.line();
}

Result<void> write(const Workspace& w, std::string_view kind, const ApiToken& token, const Actor& actor, Errand errand) {
  const Batch batch{.changes = {{std::string(kind), register_scope(token.register_name), actor.name, told(token)}},
                    .expectations = {}, .attachments = {}, .errands = {std::move(errand)}, .at = w.clock.now().utc()};
  if (auto done = w.ledger.append(batch); !done) return tl::unexpected(done.error());
  return {};
}

tl::unexpected<Refusal> unknown_token() { return refuse(Fault::not_allowed, "this token is not known here"); }

}  // namespace

TokenStanding standing_of(const ApiToken& token, Day today) {
  if (token.revoked != 0) return TokenStanding::revoked;
  return token.until < today ? TokenStanding::ended : TokenStanding::holds;
}

std::vector<Role> token_roles(const Definition& definition) {
  std::vector<Role> roles;
  for (const auto* list : {&definition.roles.submit, &definition.roles.see, &definition.roles.handle})
    for (const auto& who : *list)
      if (const auto role = access::role_from(who.role)) roles.push_back(*role);
  std::sort(roles.begin(), roles.end());
  roles.erase(std::unique(roles.begin(), roles.end()), roles.end());
  return roles;
}

Result<MadeToken> make_api_token(const Workspace& w, const Actor& actor, WantedToken wanted) {
  const auto kept = w.registers.find(wanted.register_name);
  if (!kept) return tl::unexpected(kept.error());
  const auto& definition = (*kept)->definition;
  if (auto allowed = require_within(actor, Action::grant_roles, register_scope(definition.name)); !allowed) return tl::unexpected(allowed.error());
  ApiToken token{.id = make_id<ApiTokenTag>(w.random), .hash = {}, .register_name = definition.name, .system = squeeze(valid_utf8(wanted.system)), .organisation = {}};
  if (token.system.empty() || token.system.size() > kLongestName) return wrong("system", "name the system that speaks under this token, in 100 characters at most");
  auto organisation = organisation_of(w, definition, wanted.organisation);
  if (!organisation) return tl::unexpected(organisation.error());
  token.organisation = std::move(*organisation);
  if (auto allowed = may_give(w, actor, definition.name, token.organisation); !allowed) return tl::unexpected(allowed.error());
  const auto role = role_of(definition, wanted.role);
  if (!role) return tl::unexpected(role.error());
  token.role = *role;
  token.may_read = wanted.may_read;
  token.may_write = wanted.may_write;
  if (!token.may_read && !token.may_write) return wrong("may", "choose whether it reads, writes or both");
  if (auto useful = reaches(definition, token); !useful) return tl::unexpected(useful.error());
  const auto now = w.clock.now();
  const auto until = end_of(wanted.until, now.today);
  if (!until) return tl::unexpected(until.error());
  token.until = *until;
  token.made = now.seconds;
  MadeToken made{std::string(kPrefix) + make_token(w.random), std::move(token)};
  made.token.hash = token_hash(made.secret);
  if (auto done = write(w, "register.token_made", made.token, actor, api_token_errand(made.token)); !done) return tl::unexpected(done.error());
  return made;
}

Result<std::vector<ApiToken>> list_api_tokens(const Workspace& w, const Actor& actor, std::string_view register_name) {
  if (auto allowed = require_within(actor, Action::grant_roles, register_scope(register_name)); !allowed) return tl::unexpected(allowed.error());
  if (const auto kept = w.registers.find(register_name); !kept) return tl::unexpected(kept.error());
  auto tokens = w.api_tokens.list(register_name);
  if (tokens) std::erase_if(*tokens, [&](const ApiToken& t) { return !may(actor, Action::grant_roles, {.plan = register_scope(register_name), .organisation = t.organisation}); });
  return tokens;
}

Result<void> revoke_api_token(const Workspace& w, const Actor& actor, std::string_view register_name, const ApiTokenId& id) {
  const auto tokens = list_api_tokens(w, actor, register_name);
  if (!tokens) return tl::unexpected(tokens.error());
  const auto found = std::find_if(tokens->begin(), tokens->end(), [&](const ApiToken& t) { return t.id == id; });
  if (found == tokens->end()) return refuse(Fault::not_found, "there is no such token");
  return write(w, "register.token_revoked", *found, actor, token_over_errand({id, w.clock.now().seconds}));
}

Result<ApiCaller> api_caller(const Workspace& w, std::string_view secret) {
  if (!secret.starts_with(kPrefix) || !looks_like_token(secret.substr(kPrefix.size()))) return unknown_token();
  auto token = w.api_tokens.find(token_hash(secret));
  if (!token) {
    if (token.error().fault == Fault::not_found) return unknown_token();
    return tl::unexpected(token.error());
  }
  const auto now = w.clock.now();
  const auto standing = standing_of(*token, now.today);
  if (standing == TokenStanding::revoked) return refuse(Fault::not_allowed, "this token was revoked");
  if (standing == TokenStanding::ended) return refuse(Fault::not_allowed, fmt::format("this token ended on {}", token->until.in_words()));
  if (now.seconds - token->used >= kTouchSeconds)
    if (auto done = w.api_tokens.touch(token->id, now.seconds); !done) return tl::unexpected(done.error());
  auto actor = actor_of(*token);
  return ApiCaller{std::move(*token), std::move(actor)};
}

Result<void> may_use(const ApiToken& token, Action action) {
  for (const auto& need : kNeeds)
    if (need.action == action && token.*need.flag) return {};
  const auto need = std::find_if(kNeeds.begin(), kNeeds.end(), [&](const Need& n) { return n.action == action; });
  return refuse(Fault::not_allowed, need == kNeeds.end() ? "no token may do this" : fmt::format("this token was not made to {}", need->verb));
}

}  // namespace makegood::tasks
