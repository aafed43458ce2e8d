#include "web/service.h"

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <unistd.h>

#include <exception>
#include <random>

namespace makegood::web {
namespace {

// What a log line may hold: one line, printable.
std::string one_line(std::string_view text) {
  std::string out;
  for (const char c : text.substr(0, 500)) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7f || c == '"') out += ' ';
    else out += c;
  }
  return out;
}

void write_to_stderr(std::string_view line) {
  // One call a line, so that lines of several threads do not mix. A lost line is no reason to stop.
  const auto text = std::string(line) + "\n";
  [[maybe_unused]] const auto written = ::write(STDERR_FILENO, text.data(), text.size());
}

std::string cause_of(const std::exception_ptr& thrown) {
  try {
    std::rethrow_exception(thrown);
  } catch (const std::exception& exception) {
    return exception.what();
  } catch (...) {
    return "something that is no std::exception";
  }
}

Response plain_page(const Problem& problem) {
  auto body = fmt::format(
      "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>{0}</title></head>\n"
      "<body><h1>{0}</h1>\n<p>{1}</p>\n",
      reason_phrase(problem.status), problem.sentence);
  if (!problem.reference.empty()) body += fmt::format("<p>Error reference: {}</p>\n", problem.reference);
  return html(body + "</body></html>\n", problem.status);
}

bool is_to_register(const Target& target) {
  const std::string_view path = target.path;
  return path.starts_with("/registers/") || path.starts_with("/cy/registers/");
}

}  // namespace

std::string path_for_log(const Target& target) {
  std::string out;
  bool masked = false;
  for (std::string_view rest = std::string_view(target.path).substr(1);;) {
    const auto segment = rest.substr(0, rest.find('/'));
    out += '/';
    out += masked && !segment.empty() ? std::string_view("***") : segment;
    masked = masked || segment == "reply" || segment == "agree" || segment == "sign-in" || segment == "follow" || segment == "begun";
    if (segment.size() == rest.size()) return out;
    rest.remove_prefix(segment.size() + 1);
  }
}

std::string make_reference() {
  static constexpr std::string_view kLetters = "ABCDEFGHJKLMNPQRSTUVWXYZ";
  std::random_device device;
  std::uniform_int_distribution<std::size_t> pick(0, kLetters.size() - 1);
  std::string reference;
  while (reference.size() < 8) reference += kLetters[pick(device)];
  return reference;
}

Service::Service(const ServerSettings& settings, const RoutePolicyFn& policy, const Handler& handler)
    : settings_(settings), policy_(policy), handler_(handler) {}

RoutePolicy Service::policy_for(const Head& head) const {
  RoutePolicy policy;
  try {
    policy = policy_(head.request);
  } catch (...) {
    policy.answer_now = broke_down(head.request, cause_of(std::current_exception()));
  }
  if (policy.answer_now) return policy;
  const auto deny = [&](int status, std::string sentence) {
    policy.answer_now = error_page({status, std::move(sentence), {}, &head.request});
  };
  const auto limit = policy.body == BodyKind::none ? 0 : policy.max_body;
  if (head.request.is_writing() && !policy.other_sites_may_post && !is_same_origin(head.request, settings_.our_hosts))
    deny(403, "This form was sent from another site, so nothing was done.");
  else if (head.content_length.value_or(0) > limit || (head.chunked && limit == 0))
    deny(413, limit == 0 ? "This address takes no content."
                         : fmt::format("That is more than the {} KB that this address takes.", limit / 1024));
  return policy;
}

WireResponse Service::answer(const Request& request, bool keep_alive) const {
  try {
    return to_wire(&request, handler_(request), keep_alive, std::chrono::system_clock::now());
  } catch (...) {
    return finish(&request, broke_down(request, cause_of(std::current_exception())), keep_alive);
  }
}

WireResponse Service::finish(const Request* request, Response response, bool keep_alive) const {
  const auto now = std::chrono::system_clock::now();
  try {
    return to_wire(request, std::move(response), keep_alive, now);
  } catch (...) {  // a malformed header of an error page or an early answer
    note_breakdown(std::current_exception());
    return to_wire(nullptr, plain_page({500, "Something went wrong.", {}, nullptr}), false, now);
  }
}

WireResponse Service::rejected(const Request* head, const Rejection& why) const {
  auto page = error_page({why.status, why.sentence, {}, head});
  if (why.status == 405) page.headers.set("Allow", "GET, HEAD, POST, PATCH");
  if (why.status == 503) page.headers.set("Retry-After", "5");
  return finish(head, no_store(std::move(page)), false);
}

Response Service::broke_down(const Request& request, std::string_view cause) const {
  const auto reference = make_reference();
  log("error", fmt::format("reference={} method={} path=\"{}\" cause=\"{}\"", reference, name_of(request.method),
                           one_line(path_for_log(request.target)), one_line(cause)));
  return no_store(error_page({500, "Something went wrong at our end.", reference, &request}));
}

Response Service::error_page(const Problem& problem) const {
  if (!settings_.error_page) return plain_page(problem);
  try {
    auto page = settings_.error_page(problem);
    page.status = problem.status;
    return page;
  } catch (...) {
    log("error", fmt::format("while=error_page cause=\"{}\"", one_line(cause_of(std::current_exception()))));
    return plain_page(problem);
  }
}

void Service::log_access(const Request* request, std::string_view remote, const WireResponse& response,
                         std::chrono::steady_clock::duration took) const {
  if (!settings_.access_log) return;
  // Whoever sends something to a register may have been promised that nobody will know who they are.
  if (request != nullptr && is_to_register(request->target)) remote = "-";
  const auto micros = std::chrono::duration_cast<std::chrono::microseconds>(took).count();
  log("access", fmt::format("remote={} method={} path=\"{}\" status={} bytes={} ms={}.{:03}", remote,
                            request != nullptr ? name_of(request->method) : "-",
                            request != nullptr ? one_line(path_for_log(request->target)) : "-", response.status,
                            response.payload().size(), micros / 1000, micros % 1000));
}

void Service::note_breakdown(const std::exception_ptr& thrown) const {
  log("error", fmt::format("cause=\"{}\"", one_line(cause_of(thrown))));
}

void Service::log(std::string_view event, std::string_view details) const {
  const auto now = std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
  const auto line = fmt::format("{:%Y-%m-%dT%H:%M:%S}Z event={} {}", fmt::gmtime(std::chrono::system_clock::to_time_t(now)),
                                event, details);
  if (settings_.log) settings_.log(line);
  else write_to_stderr(line);
}

}  // namespace makegood::web
