#include "web/site/api_operations.h"

#include <array>

namespace makegood::web {
namespace {

constexpr std::string_view kText = R"({"type": "string"})", kDay = R"({"type": "string", "format": "date"})";

constexpr auto kListed = std::to_array<ApiParameter>({
    {"state", "query", kText, "Only records in this state"},
    {"from", "query", kDay, "Only what happened on this day or later"},
    {"until", "query", kDay, "Only what happened on this day or earlier"},
    {"words", "query", kText, "Only records with these words in an answer that is not protected"},
    {"organisation", "query", kText, "Only records of this organisation, by id or name"},
    {"limit", "query", R"({"type": "integer", "minimum": 1, "maximum": 200, "default": 50})", "How many on a page"},
    {"after", "query", kText, "Where the page before ended: taken from `next`, never made up"},
    {"count", "query", R"({"type": "boolean", "default": false})", "Tell how many records there are in all"},
});
constexpr auto kOnce = std::to_array<ApiParameter>({
    {"Idempotency-Key", "header", R"({"type": "string", "maxLength": 255})",
     "Names this sending. The same key with the same body is the same record, however often it is sent; with another body it is refused. Kept for 400 days"},
});
constexpr auto kMatched = std::to_array<ApiParameter>({
    {"If-Match", "header", kText, "The ETag of the record as you saw it", true},
});

constexpr auto kOperations = std::to_array<ApiOperation>({
    {"api-openapi", "This document", "Registers for everybody and, to whoever sends a token, the one that it is for.", {}, "",
     {200, "An OpenAPI 3.1 document", "any"}, "401 429"},
    {"api-register", "What the register asks", "The definition: a Frictionless Table Schema with the fields, lists of values, states and rules of the register.", {}, "",
     {200, "The definition", "definition"}, "401 404 429"},
    {"api-records", "List records",
     "Newest first, a page at a time: `next` is the address of the next page, null on the last. Answers that are protected are in no list: read the one record.", kListed, "",
     {200, "A page of records", "records"}, "400 401 403 404 429"},
    {"api-send-record", "Send a record in", "Answers by field. An organisation that is left out is the token's own.", kOnce, "sending",
     {201, "The record came in. 200 instead of 201: it had come in under this key before", "receipt", true}, "400 401 403 404 409 413 415 422 429"},
    {"api-record", "Read a record",
     "With the protected answers that the token's role may see; the look is written down in the access log. `withheld` names fields that have an answer which is not shown.", {}, "",
     {200, "The record", "record", true}, "401 403 404 429"},
    {"api-amend-record", "Amend a record, or move it to another state",
     "Answers that are given take the place of those that are there, null empties one, and the others stay.", kMatched, "amending",
     {200, "The record was changed", "receipt", true}, "400 401 403 404 409 412 413 415 422 428 429"},
    {"api-nil-return", "Say that there was nothing to report", "For the period in which `day` falls (today where it is left out). Saying it again changes nothing.", {}, "nil",
     {200, "The period that was spoken of", "period"}, "400 401 403 404 413 415 422 429"},
});

struct Words {
  int status;
  std::string_view words;
};
constexpr auto kRefusals = std::to_array<Words>({
    {400, "The request cannot be read: malformed JSON, or a query that is not known"},
    {401, "No token, or one that is unknown, revoked or past its end"},
    {403, "The token was not made for this, or is for another organisation"},
    {404, "There is no such register or record, or none that this token reaches"},
    {409, "The register is not open, a record with the same key is there, or the state cannot be left that way"},
    {412, "The record has changed since it was read"},
    {413, "The body is larger than 256 KB"},
    {415, "The body is not sent as application/json"},
    {422, "Some answers cannot stand: one line for each field"},
    {428, "If-Match is missing"},
    {429, "Too many requests; Retry-After says how many seconds to wait"},
});

}  // namespace

std::span<const ApiOperation> api_operations() { return kOperations; }

std::string_view refusal_words(int status) {
  for (const auto& row : kRefusals)
    if (row.status == status) return row.words;
  return {};
}

}  // namespace makegood::web
