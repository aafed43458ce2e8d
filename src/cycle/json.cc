#include "cycle/json.h"

#include <nlohmann/json.hpp>

#include "plan/json_reader.h"

namespace makegood {
namespace {

using Ordered = nlohmann::ordered_json;

void put(Ordered& json, const char* key, const std::string& text) {
  if (!text.empty()) json[key] = text;
}
void put(Ordered& json, const char* key, const std::optional<Day>& day) {
  if (day) json[key] = day->iso();
}
void put(Ordered& json, const char* key, int count) {
  if (count != 0) json[key] = count;
}

Ordered write_asked(const AskedItem& item) {
  Ordered json = {{"item", item.item.text}, {"part", word(item.part)}};
  put(json, "named", item.named);
  put(json, "post", item.post.text);
  if (item.by_delegation) json["by_delegation"] = true;
  return json;
}

Ordered write_unasked(const Unasked& one) {
  Ordered json = {{"item", one.item.text}, {"why", word(one.why)}};
  put(json, "named", one.named);
  put(json, "post", one.post.text);
  return json;
}

template <class List, class Write>
void put_list(Ordered& json, const char* key, const List& list, Write write) {
  for (const auto& one : list) json[key].push_back(write(one));
}

std::optional<WhyNot> why_from(std::string_view text) {
  for (const auto why : {WhyNot::none, WhyNot::vacant, WhyNot::left, WhyNot::no_address, WhyNot::no_post})
    if (word(why) == text) return why;
  return std::nullopt;
}

AskedItem item_from(JsonReader& r, const Json& json) {
  return {ItemId(r.text(json, "item")), r.word(json, "part", Part::accountable, part_from), r.text(json, "named"),
          PostId(r.text(json, "post")), r.flag(json, "by_delegation")};
}

Unasked unasked_from(JsonReader& r, const Json& json) {
  return {ItemId(r.text(json, "item")), r.text(json, "named"), PostId(r.text(json, "post")), r.word(json, "why", WhyNot::no_post, why_from)};
}

CycleEvent event_from(JsonReader& r, const Json& json) {
  CycleEvent e;
  e.plan = r.text(json, "plan");
  e.cycle = r.text(json, "cycle");
  e.first = r.day(json, "first");
  e.last = r.day(json, "last");
  e.opened = r.day(json, "opened");
  e.closes = r.day(json, "closes");
  e.day = r.day(json, "day");
  e.unasked = r.list(json, "unasked", [&](const Json& one) { return unasked_from(r, one); });
  e.person = PersonId(r.text(json, "person"));
  e.items = r.list(json, "items", [&](const Json& one) { return item_from(r, one); });
  e.request = r.text(json, "request");
  e.post = r.text(json, "post");
  e.to = r.text(json, "to");
  e.reason = r.text(json, "reason");
  e.asked = r.number(json, "asked");
  e.silent = r.number(json, "silent");
  return e;
}

}  // namespace

std::string write_cycle_event(const CycleEvent& e) {
  Ordered json = {{"plan", e.plan}, {"cycle", e.cycle}};
  put(json, "first", e.first);
  put(json, "last", e.last);
  put(json, "opened", e.opened);
  put(json, "closes", e.closes);
  put(json, "day", e.day);
  put_list(json, "unasked", e.unasked, write_unasked);
  put(json, "person", e.person.text);
  put_list(json, "items", e.items, write_asked);
  put(json, "request", e.request);
  put(json, "post", e.post);
  put(json, "to", e.to);
  put(json, "reason", e.reason);
  put(json, "asked", e.asked);
  put(json, "silent", e.silent);
  return json.dump(-1, ' ', false, Ordered::error_handler_t::replace);
}

Result<CycleEvent> read_cycle_event(std::string_view json) { return read_one<CycleEvent>(json, event_from); }

}  // namespace makegood
