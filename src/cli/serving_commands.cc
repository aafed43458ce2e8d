// serve and sign-in.

#include <charconv>

#include <fmt/format.h>

#include "cli/command.h"

namespace makegood::cli {
namespace {

/// "127.0.0.1:8080", "[::1]:8080"; refuses what is not ADDRESS:PORT.
Result<void> read_listen(std::string_view text, ServeSettings& settings) {
  const auto colon = text.rfind(':');
  const auto port = colon == std::string_view::npos ? std::string_view{} : text.substr(colon + 1);
  int number = -1;
  const auto [end, error] = std::from_chars(port.data(), port.data() + port.size(), number);
  if (port.empty() || error != std::errc() || end != port.data() + port.size() || number < 0 || number > 65535)
    return refuse(Fault::invalid_input, fmt::format("--listen takes ADDRESS:PORT, not \"{}\"", text));
  auto address = text.substr(0, colon);
  if (address.starts_with('[') && address.ends_with(']')) address = address.substr(1, address.size() - 2);
  settings.address = address;
  settings.port = number;
  return {};
}

/// The three options of single sign-on belong together; the secret is in a file, so that no list of processes shows it.
Result<void> read_single_sign_on(const Arguments& arguments, ServeSettings& settings) {
  const int given = arguments.has("--sso-header") + arguments.has("--sso-from") + arguments.has("--sso-secret-file");
  if (given == 0) return {};
  if (given < 3) return refuse(Fault::invalid_input, "--sso-header, --sso-from and --sso-secret-file belong together");
  const auto secret = read_file(arguments.get("--sso-secret-file"), 4096);
  if (!secret) return tl::unexpected(secret.error());
  settings.sso_header = arguments.get("--sso-header");
  settings.sso_from = arguments.get("--sso-from");
  settings.sso_secret = std::string(trim(*secret));
  return {};
}

}  // namespace

Result<int> sign_in_command(Call& call) {
  auto data = open_data(call, Machine::Opening::must_exist);
  if (!data) return tl::unexpected(data.error());
  const auto& workspace = (*data)->workspace();
  const auto whose = call.arguments.has("--person") ? tasks::person_with_address(workspace, call.arguments.get("--person")) : tasks::first_coordinator();
  if (!whose) return tl::unexpected(whose.error());
  const auto token = tasks::make_sign_in_link(workspace, *whose);
  if (!token) return tl::unexpected(token.error());
  const auto at = call.arguments.has("--at") ? call.arguments.get("--at") : workspace.letterhead.site;
  call.out << at << (at.ends_with('/') ? "" : "/") << "sign-in/" << *token << '\n';
  return 0;
}

Result<int> sign_out_command(Call& call) {
  auto data = open_data(call, Machine::Opening::must_exist);
  if (!data) return tl::unexpected(data.error());
  const auto& workspace = (*data)->workspace();
  const auto whose = tasks::person_with_address(workspace, call.arguments.get("--person"));
  if (!whose) return tl::unexpected(whose.error());
  const auto ended = tasks::end_sessions_of(workspace, tasks::operator_of_the_machine(), tasks::account_of(*whose));
  if (!ended) return tl::unexpected(ended.error());
  call.out << fmt::format("{} session{} ended\n", *ended, *ended == 1 ? "" : "s");
  return 0;
}

Result<int> serve_command(Call& call) {
  ServeSettings settings;
  settings.data = call.arguments.get("--data");
  settings.name = squeeze(valid_utf8(call.arguments.get("--name")));
  settings.clamd = call.arguments.get("--clamd");
  settings.behind_https = call.arguments.has("--behind-https");
  const auto today = call.arguments.day("--today");
  if (!today) return tl::unexpected(today.error());
  settings.today = *today;
  settings.mail = {call.arguments.get("--mail"), call.arguments.get("--smtp"), call.arguments.get("--mail-from"), call.arguments.get("--at")};
  if (call.arguments.has("--listen"))
    if (auto read = read_listen(call.arguments.get("--listen"), settings); !read) return tl::unexpected(read.error());
  if (auto read = read_single_sign_on(call.arguments, settings); !read) return tl::unexpected(read.error());
  const auto served = call.machine.serve(settings, call.err);
  if (!served) return tl::unexpected(served.error());
  return 0;
}

}  // namespace makegood::cli
