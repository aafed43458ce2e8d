#include "web/site/api_json.h"

#include <charconv>

#include "html/url.h"

namespace makegood::web {
namespace {

OrderedJson choice_json(const RegisterChoice& choice) {
  JsonObject o;
  o.text("code", choice.code);
  o.text("title", choice.title.en);
  o.text("title_cy", choice.title.cy);
  return o.take();
}

}  // namespace

OrderedJson definition_json(const KeptRegister& kept) {
  auto json = OrderedJson::parse(kept.text);  // it was read when it came in
  auto& frames = json["makegood"]["frames"];
  if (!frames.is_object()) frames = OrderedJson::object();
  for (const auto& field : kept.definition.fields)
    if (!field.frame.empty() && !frames.contains(field.frame)) frames[field.frame] = json_list(choices_of(kept.definition, field), choice_json);
  return json;
}

OrderedJson record_json(const Definition& definition, const Record& record, std::string_view organisation) {
  JsonObject o;
  o.text("id", record.id.text);
  o.text("etag", record_etag(record.sequence));
  o.text("organisation", record.organisation);
  o.text("organisation_name", organisation);
  o.text("state", record.state);
  o.day("recorded", record.recorded);
  o.day("entered", record.entered);
  o.day("closed", record.closed);
  o.day("happened", happened_on(definition, record));
  o.always("version", record.version);
  o.flag("emptied", record.emptied);
  o.text("reason", record.reason);
  o.always("answers", answers_json(definition, record.answers));
  return o.take();
}

std::string record_etag(std::int64_t sequence) { return fmt::format("\"{}\"", sequence); }

std::optional<std::int64_t> sequence_of(std::string_view etag) {
  if (etag.size() < 3 || etag.front() != '"' || etag.back() != '"') return std::nullopt;
  const auto digits = etag.substr(1, etag.size() - 2);
  std::int64_t sequence = 0;
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), sequence);
  return read.ec == std::errc{} && read.ptr == digits.data() + digits.size() && sequence > 0 ? std::optional(sequence) : std::nullopt;
}

std::string records_path(std::string_view register_name) { return std::string(html::Url::path({"api", "v1", "registers", register_name, "records"}).view()); }

std::string record_path(std::string_view register_name, const RecordId& id) {
  return std::string(html::Url::path({"api", "v1", "registers", register_name, "records", id.text}).view());
}

}  // namespace makegood::web
