// What programs may do with a register: read its definition and its records, send records in, amend them, say that there
// was nothing. The same use cases as behind the pages, so the same permissions, refusals and log of who looked.

#include "html/url.h"
#include "tasks/api_records.h"
#include "tasks/record_step.h"
#include "web/site/api_json.h"
#include "web/site/api_query.h"
#include "web/site/bearer.h"
#include "web/site/handlers.h"
#include "web/site/openapi.h"
#include "web/site/problem.h"

namespace makegood::web {
namespace {

constexpr RouteOptions kAsked{.bearer = true}, kSent{.body = BodyKind::bytes, .bearer = true};
constexpr std::size_t kLongestKey = 255;

Response answered(const OrderedJson& body, int status = 200) {
  return no_store(json(body.dump(-1, ' ', false, OrderedJson::error_handler_t::replace) + "\n", status));
}

/// A body that is an object of members that are known. What is wrong with it is in `refused`.
struct Body {
  Json json;
  std::optional<Response> refused;
};
Body body_of(const ApiCall& call, std::initializer_list<std::string_view> known) {
  auto json = parse_sent(call.request.body);
  if (!json) return {{}, problem(json.error().fault == Fault::too_large ? 413 : 400, json.error().message)};
  if (!json->is_object()) return {{}, problem(400, "the body must be a JSON object")};
  std::vector<SentFault> faults;
  for (const auto& [name, value] : json->items())
    if (std::find(known.begin(), known.end(), name) == known.end()) faults.push_back({shorten(valid_utf8(name), 60), "is not known here"});
  if (!faults.empty()) return {{}, problem(422, "the body has members that are not known here", faults)};
  return {std::move(*json), std::nullopt};
}

/// A member that is a text; what is none is told among the faults.
std::string text_in(const Json& json, const char* key, std::vector<SentFault>& faults) {
  const auto found = json.find(key);
  if (found == json.end() || found->is_null()) return {};
  if (found->is_string()) return found->get<std::string>();
  return faults.push_back({key, "must be a text"}), std::string{};
}

Response definition(const ApiCall& call) {
  auto response = json(definition_json(*call.kept).dump() + "\n");
  response.headers.set("Cache-Control", "private, no-cache");
  return response;
}

Response records(const ApiCall& call) {
  auto query = api_query(call.request.query());
  if (!query.faults.empty()) return problem(400, "the list cannot be asked for so", query.faults);
  const auto names = tasks::organisation_names(call.workspace());
  if (!names) return problem(names.error());
  query.records.register_name = call.definition().name;
  query.records.organisation = names->id_of(query.records.organisation);
  const auto list = tasks::list_used(call.workspace(), call.caller.actor, query.records);
  if (!list) return problem(list.error());
  auto body = OrderedJson::object();
  body["records"] = json_list(list->records, [&](const Record& r) { return record_json(call.definition(), r, names->name_of(r.organisation)); });
  body["next"] = list->next.empty() ? OrderedJson() : OrderedJson(records_path(call.definition().name) + next_query(call.request.query(), list->next));
  if (query.count) {
    const auto count = tasks::count_used(call.workspace(), call.caller.actor, query.records);
    if (!count) return problem(count.error());
    body["count"] = *count;
  }
  return answered(body);
}

RecordId record_of(const ApiCall& call) { return RecordId(std::string(call.match["record"])); }

Response record(const ApiCall& call) {
  const auto seen = tasks::see_used(call.workspace(), call.caller.actor, record_of(call));
  if (!seen) return problem(seen.error());
  const auto names = tasks::organisation_names(call.workspace());
  if (!names) return problem(names.error());
  auto body = record_json(call.definition(), seen->record, names->name_of(seen->record.organisation));
  if (seen->due) body["due"] = seen->due->iso();
  body["withheld"] = seen->hidden;
  body["moves"] = seen->moves;
  auto response = answered(body);
  response.headers.set("ETag", record_etag(seen->record.sequence));
  return response;
}

/// Its number and its entity tag: all that whoever only writes is told of a record.
Response receipt(const ApiCall& call, const RecordId& id, int status) {
  const auto sequence = call.workspace().ledger.last_about(id.text);
  if (!sequence) return problem(sequence.error());
  auto response = answered({{"id", id.text}, {"etag", record_etag(*sequence)}, {"url", record_path(call.definition().name, id)}}, status);
  response.headers.set("ETag", record_etag(*sequence));
  if (status == 201) response.headers.set("Location", record_path(call.definition().name, id));
  return response;
}

Response send(const ApiCall& call) {
  const auto key = call.request.headers.value("Idempotency-Key");
  if (key.size() > kLongestKey) return problem(400, "the Idempotency-Key is longer than 255 characters");
  auto body = body_of(call, {"answers"});
  if (body.refused) return std::move(*body.refused);
  const auto& given = body.json.contains("answers") ? body.json.at("answers") : Json();
  const auto sent = tasks::send_record(call.workspace(), call.caller, {sent_answers(call.definition(), given, Moment::submitting), std::string(key), body.json.dump()});
  if (!sent) return problem(sent.error());
  if (!sent->faults.empty()) return problem(422, "nothing was recorded: some answers cannot stand", sent->faults);
  return receipt(call, sent->id, sent->already ? 200 : 201);
}

Response amend(const ApiCall& call) {
  const auto match = call.request.headers.get("If-Match");
  if (!match) return problem(428, "say which version of the record you saw: If-Match with its ETag");
  auto body = body_of(call, {"answers", "move_to", "reason"});
  if (body.refused) return std::move(*body.refused);
  tasks::Amending amending{.id = record_of(call), .answers = {}, .reason = {}, .move_to = {}, .seen = sequence_of(*match).value_or(0)};
  if (body.json.contains("answers")) amending.answers = sent_answers(call.definition(), body.json.at("answers"), Moment::handling);
  amending.reason = text_in(body.json, "reason", amending.answers.faults);
  amending.move_to = text_in(body.json, "move_to", amending.answers.faults);
  const auto done = tasks::amend_record(call.workspace(), call.caller, std::move(amending));
  if (!done) return problem(done.error());
  if (done->stale) return problem(412, "the record has changed since you saw it: read it again");
  if (!done->faults.empty()) return problem(422, "nothing was changed: some answers cannot stand", done->faults);
  return receipt(call, record_of(call), 200);
}

Response nil_return(const ApiCall& call) {
  auto body = body_of(call, {"organisation", "day"});
  if (body.refused) return std::move(*body.refused);
  std::vector<SentFault> faults;
  const auto organisation = text_in(body.json, "organisation", faults), written = text_in(body.json, "day", faults);
  const auto today = call.workspace().clock.now().today;
  const auto day = written.empty() ? Result<Day>(today) : Day::parse(written);
  if (!day) faults.push_back({"day", "must be a day such as 2026-03-31"});
  if (!faults.empty()) return problem(422, "nothing was recorded", faults);
  const auto period = tasks::send_nil(call.workspace(), call.caller, organisation, *day);
  if (!period) return problem(period.error());
  return answered({{"register", call.definition().name}, {"period", period->name}, {"from", period->from.iso()}, {"until", period->until.iso()}});
}

/// Registers for everybody and, to whoever sends a token, the one that it is for.
Response openapi(App& app, const Request& request, const RouteMatch&) {
  std::string own;
  if (request.headers.has("Authorization")) {
    auto asked = ask_who(app, request);
    if (!asked.caller) return std::move(asked.refused);
    own = asked.caller->token.register_name;
  }
  auto all = app.workspace.registers.all();
  if (!all) return problem(all.error());
  std::erase_if(*all, [&](const auto& kept) { return kept->definition.name != own && !kept->definition.public_when && !open_to_anybody(kept->definition); });
  auto response = json(openapi_document(router().table().rows(), *all, app.settings.base_url).dump(2) + "\n");
  response.headers.set("Cache-Control", own.empty() ? "no-cache" : "private, no-cache");
  response.headers.set("Vary", "Authorization");
  return response;
}

constexpr auto kApiRoutes = std::to_array<Route<App>>({
    {Method::get, "/api/openapi.json", openapi, kPublic, {}, "api-openapi"},
    {Method::get, "/api/v1/registers/{register}", gate<definition>, kSignedIn, kAsked, "api-register"},
    {Method::get, "/api/v1/registers/{register}/records", gate<records>, kSeeRecords, kAsked, "api-records"},
    {Method::post, "/api/v1/registers/{register}/records", gate<send>, kSubmitRecord, kSent, "api-send-record"},
    {Method::get, "/api/v1/registers/{register}/records/{record}", gate<record>, kSeeRecords, kAsked, "api-record"},
    {Method::patch, "/api/v1/registers/{register}/records/{record}", gate<amend>, kHandleRecords, kSent, "api-amend-record"},
    {Method::post, "/api/v1/registers/{register}/nil-returns", gate<nil_return>, kSubmitRecord, kSent, "api-nil-return"},
});

}  // namespace

std::span<const Route<App>> api_routes() { return kApiRoutes; }

}  // namespace makegood::web
