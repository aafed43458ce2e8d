#include "web/site/problem.h"

#include <array>

#include "web/accept.h"
#include "web/site/app.h"

namespace makegood::web {
namespace {

constexpr std::string_view kProblem = "application/problem+json";
constexpr std::array<std::string_view, 2> kLanguages = {"en", "cy"};

/// Whether it could be said in Welsh.
bool to_welsh(OrderedJson& detail, const Titles& titles) {
  auto said = said_in(Language::cy, detail.get<std::string>(), titles);
  detail = std::move(said.text);
  return said.language == Language::cy;
}

}  // namespace

Response problem(int status, std::string_view detail, const std::vector<SentFault>& faults) {
  JsonObject o;
  o.text("type", "about:blank");
  o.text("title", reason_phrase(status));
  o.number("status", status);
  o.text("detail", detail);
  o.member("errors", json_list(faults, [](const SentFault& fault) { return OrderedJson{{"field", fault.field}, {"detail", fault.detail}}; }));
  auto response = json(o.line() + "\n", status);
  response.headers.set("Content-Type", std::string(kProblem));
  return no_store(std::move(response));
}

Response problem(const Refusal& refusal) {
  if (refusal.where.empty()) return problem(status_of(refusal.fault), refusal.message);
  return problem(status_of(refusal.fault), refusal.message, {{refusal.where, refusal.message}});
}

Response in_language_asked(const Request& request, Response response, const Titles& titles) {
  if (response.headers.value("Content-Type") != kProblem) return response;
  response.headers.set("Vary", "Accept-Language");
  const auto asked = best_language(request.headers.value("Accept-Language"), kLanguages);
  auto said = OrderedJson::parse(response.body);
  const bool welsh = asked == "cy" && to_welsh(said.at("detail"), titles);
  response.headers.set("Content-Language", welsh ? "cy" : "en");
  if (asked != "cy") return response;
  if (said.contains("errors"))
    for (auto& error : said.at("errors")) to_welsh(error.at("detail"), titles);
  response.body = said.dump() + "\n";
  return response;
}

bool is_for_programs(const Request& request) {
  const auto& path = request.target.segments;
  const std::size_t first = !path.empty() && path.front() == "cy" ? 1 : 0;
  return path.size() > first && path[first] == "api";
}

}  // namespace makegood::web
