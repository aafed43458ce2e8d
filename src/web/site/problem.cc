#include "web/site/problem.h"

#include "web/site/app.h"

namespace makegood::web {

Response problem(int status, std::string_view detail, const std::vector<SentFault>& faults) {
  JsonObject o;
  o.text("type", "about:blank");
  o.text("title", reason_phrase(status));
  o.number("status", status);
  o.text("detail", detail);
  o.member("errors", json_list(faults, [](const SentFault& fault) { return OrderedJson{{"field", fault.field}, {"detail", fault.detail}}; }));
  auto response = json(o.line() + "\n", status);
  response.headers.set("Content-Type", "application/problem+json");
  return no_store(std::move(response));
}

Response problem(const Refusal& refusal) {
  if (refusal.where.empty()) return problem(status_of(refusal.fault), refusal.message);
  return problem(status_of(refusal.fault), refusal.message, {{refusal.where, refusal.message}});
}

bool is_for_programs(const Request& request) {
  const auto& path = request.target.segments;
  const std::size_t first = !path.empty() && path.front() == "cy" ? 1 : 0;
  return path.size() > first && path[first] == "api";
}

}  // namespace makegood::web
