// register token list, new, revoke: other systems at the door of a register.

#include <chrono>

#include <fmt/format.h>

#include "cli/command.h"
#include "formats/csv.h"
#include "tasks/api_tokens.h"
#include "tasks/record_step.h"

namespace makegood::cli {
namespace {

std::string day_of_moment(std::int64_t seconds) {
  if (seconds == 0) return {};
  return Day(std::chrono::floor<std::chrono::days>(std::chrono::sys_seconds(std::chrono::seconds(seconds)))).iso();
}

std::string_view may_words(const tasks::ApiToken& token) { return token.may_read && token.may_write ? "read write" : token.may_read ? "read" : "write"; }

std::string_view word(tasks::TokenStanding standing) {
  switch (standing) {
    case tasks::TokenStanding::ended: return "ended";
    case tasks::TokenStanding::revoked: return "revoked";
    case tasks::TokenStanding::holds: break;
  }
  return "holds";
}

}  // namespace

Result<int> register_token_list_command(Call& call) {
  auto data = open_data(call, Machine::Opening::must_exist);
  if (!data) return tl::unexpected(data.error());
  const auto& workspace = (*data)->workspace();
  const auto tokens = tasks::list_api_tokens(workspace, tasks::operator_of_the_machine(), call.arguments.get("NAME"));
  if (!tokens) return tl::unexpected(tokens.error());
  const auto names = tasks::organisation_names(workspace);
  if (!names) return tl::unexpected(names.error());
  std::vector<std::vector<std::string>> rows{{"token", "system", "organisation", "role", "may", "until", "made", "used", "revoked", "standing"}};
  for (const auto& token : *tokens)
    rows.push_back({token.id.text, token.system, names->name_of(token.organisation), std::string(access::word(token.role)), std::string(may_words(token)), token.until.iso(),
                    day_of_moment(token.made), day_of_moment(token.used), day_of_moment(token.revoked),
                    std::string(word(tasks::standing_of(token, workspace.clock.now().today)))});
  return deliver(call, write_csv(rows));
}

Result<int> register_token_new_command(Call& call) {
  const auto& given = call.arguments;
  const auto until = given.day("--until");
  if (!until) return tl::unexpected(until.error());
  const auto role = access::role_from(given.get("--role"));
  if (given.has("--role") && !role) return refuse(Fault::invalid_input, fmt::format("there is no role \"{}\"", given.get("--role")));
  auto data = open_data(call, Machine::Opening::must_exist);
  if (!data) return tl::unexpected(data.error());
  const auto made = tasks::make_api_token((*data)->workspace(), tasks::operator_of_the_machine(),
                                          {given.get("NAME"), given.get("--system"), given.get("--organisation"), role, given.has("--read"), given.has("--write"), *until});
  if (!made) return tl::unexpected(made.error());
  call.out << made->secret << "\n";
  call.err << fmt::format("token {} holds until {}; it is not shown again\n", made->token.id.text, made->token.until.iso());
  return 0;
}

Result<int> register_token_revoke_command(Call& call) {
  auto data = open_data(call, Machine::Opening::must_exist);
  if (!data) return tl::unexpected(data.error());
  const auto id = tasks::ApiTokenId(call.arguments.get("TOKEN"));
  const auto done = tasks::revoke_api_token((*data)->workspace(), tasks::operator_of_the_machine(), call.arguments.get("NAME"), id);
  if (!done) return tl::unexpected(done.error());
  call.out << fmt::format("{} is revoked\n", id.text);
  return 0;
}

}  // namespace makegood::cli
