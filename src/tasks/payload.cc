#include "tasks/payload.h"

#include "tasks/text_member.h"

namespace makegood::tasks {
namespace {

// JSON text with members that are JSON already: they go in as they are, unparsed.
class ObjectText {
 public:
  void raw(std::string_view key, std::string_view json) {
    if (json.empty()) return;
    out_ += out_.size() == 1 ? "\"" : ",\"";
    out_ += key;
    out_ += "\":";
    out_ += json;
  }
  void text(std::string_view key, std::string_view value) {
    if (!value.empty()) raw(key, OrderedJson(std::string(value)).dump(-1, ' ', false, OrderedJson::error_handler_t::replace));
  }
  [[nodiscard]] std::string take() { return out_ + "}"; }

 private:
  std::string out_ = "{";
};

std::string nested(const OrderedJson& json, const char* key) {
  const auto found = json.find(key);
  return found == json.end() ? std::string{} : found->dump(-1, ' ', false, OrderedJson::error_handler_t::replace);
}

std::int64_t number_of(const OrderedJson& json, const char* key, std::int64_t usual) {
  const auto found = json.find(key);
  return found != json.end() && found->is_number_integer() ? found->get<std::int64_t>() : usual;
}

std::vector<std::string> texts_of(const OrderedJson& json, const char* key) {
  std::vector<std::string> texts;
  const auto found = json.find(key);
  if (found == json.end() || !found->is_array()) return texts;
  for (const auto& value : *found)
    if (value.is_string()) texts.push_back(value.get<std::string>());
  return texts;
}

}  // namespace

std::string write_payload(const Payload& p) {
  ObjectText o;
  o.text("plan", p.plan);
  o.text("import", p.import);
  o.text("document_digest", p.document_digest);
  o.text("document_name", p.document_name);
  if (p.document_size != 0) o.raw("document_size", std::to_string(p.document_size));
  o.raw("draft", p.draft);
  o.raw("head", p.head);
  if (!p.order.empty()) o.raw("order", OrderedJson(p.order).dump());
  o.raw("item", p.item);
  if (p.position >= 0) o.raw("position", std::to_string(p.position));
  o.raw("settlement", p.settlement);
  o.raw("correction", p.correction);
  o.raw("changes", p.changes);
  o.raw("match", p.match);
  o.raw("given", p.given);
  o.raw("lost", p.lost);
  o.raw("edit", p.edit);
  if (!p.removed.empty()) o.raw("removed", OrderedJson(p.removed).dump());
  o.text("home", p.home);
  o.text("shared", p.shared);
  o.text("theme", p.theme);
  o.text("reason", p.reason);
  if (p.released) o.raw("released", "true");
  o.raw("replacement", p.replacement);
  o.text("attachment", p.attachment);
  return o.take();
}

Result<Payload> read_payload(std::string_view text) {
  const auto json = OrderedJson::parse(text, nullptr, false);
  if (json.is_discarded() || !json.is_object()) return refuse(Fault::invalid_input, "the payload is not a JSON object");
  Payload p;
  p.plan = text_of(json, "plan");
  p.import = text_of(json, "import");
  p.document_digest = text_of(json, "document_digest");
  p.document_name = text_of(json, "document_name");
  p.document_size = number_of(json, "document_size", 0);
  p.draft = nested(json, "draft");
  p.head = nested(json, "head");
  p.order = texts_of(json, "order");
  p.item = nested(json, "item");
  p.position = static_cast<int>(number_of(json, "position", -1));
  p.settlement = nested(json, "settlement");
  p.correction = nested(json, "correction");
  p.changes = nested(json, "changes");
  p.match = nested(json, "match");
  p.given = nested(json, "given");
  p.lost = nested(json, "lost");
  p.edit = nested(json, "edit");
  p.removed = texts_of(json, "removed");
  p.home = text_of(json, "home");
  p.shared = text_of(json, "shared");
  p.theme = text_of(json, "theme");
  p.reason = text_of(json, "reason");
  p.released = json.contains("released") && json.at("released") == true;
  p.replacement = nested(json, "replacement");
  p.attachment = text_of(json, "attachment");
  return p;
}

}  // namespace makegood::tasks
