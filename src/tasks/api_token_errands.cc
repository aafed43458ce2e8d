// Tokens and keys as a batch's errands carry them to their tables.

#include "json/json.h"
#include "tasks/api_tokens.h"

namespace makegood::tasks {
namespace {

std::int64_t moment(JsonReader& r, const Json& json, const char* key) {
  const auto* value = r.member(json, key, Json::value_t::number_unsigned, "a moment");
  return value == nullptr ? 0 : value->get<std::int64_t>();
}

}  // namespace

Errand api_token_errand(const ApiToken& token) {
  JsonObject o;
  o.text("id", token.id.text);
  o.text("hash", token.hash);
  o.text("register", token.register_name);
  o.text("system", token.system);
  o.text("organisation", token.organisation);
  o.text("role", access::word(token.role));
  o.flag("read", token.may_read);
  o.flag("write", token.may_write);
  o.day("until", token.until);
  o.always("made", token.made);
  return {std::string(kApiTokenErrand), o.line()};
}

Result<ApiToken> read_api_token(std::string_view payload) {
  return read_one<ApiToken>(payload, [](JsonReader& r, const Json& json) {
    ApiToken token;
    token.id = ApiTokenId(r.text(json, "id"));
    token.hash = r.text(json, "hash");
    token.register_name = r.text(json, "register");
    token.system = r.text(json, "system");
    token.organisation = r.text(json, "organisation");
    token.role = r.word(json, "role", Role::contributor, access::role_from);
    token.may_read = r.flag(json, "read");
    token.may_write = r.flag(json, "write");
    token.until = r.day(json, "until").value_or(Day());
    token.made = moment(r, json, "made");
    if (token.id.empty() || token.hash.empty() || token.register_name.empty()) r.misfit("a token without its register");
    return token;
  });
}

Errand token_over_errand(const TokenOver& over) {
  JsonObject o;
  o.text("id", over.id.text);
  o.always("at", over.at);
  return {std::string(kApiTokenOverErrand), o.line()};
}

Result<TokenOver> read_token_over(std::string_view payload) {
  return read_one<TokenOver>(payload, [](JsonReader& r, const Json& json) { return TokenOver{ApiTokenId(r.text(json, "id")), moment(r, json, "at")}; });
}

Errand sent_key_errand(const SentKey& sent) {
  JsonObject o;
  o.text("token", sent.token.text);
  o.text("key", sent.key);
  o.text("body", sent.body);
  o.text("record", sent.record.text);
  o.always("at", sent.at);
  return {std::string(kSentKeyErrand), o.line()};
}

Result<SentKey> read_sent_key(std::string_view payload) {
  return read_one<SentKey>(payload, [](JsonReader& r, const Json& json) {
    return SentKey{ApiTokenId(r.text(json, "token")), r.text(json, "key"), r.text(json, "body"), RecordId(r.text(json, "record")), moment(r, json, "at")};
  });
}

}  // namespace makegood::tasks
