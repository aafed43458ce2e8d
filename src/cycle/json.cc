#include "cycle/json.h"

#include "json/json.h"

namespace makegood {
namespace {

OrderedJson write_asked(const AskedItem& item) {
  JsonObject o;
  o.text("item", item.item.text);
  o.text("part", word(item.part));
  o.text("named", item.named);
  o.text("post", item.post.text);
  o.flag("by_delegation", item.by_delegation);
  return o.take();
}

OrderedJson write_unasked(const Unasked& one) {
  JsonObject o;
  o.text("item", one.item.text);
  o.text("why", word(one.why));
  o.text("named", one.named);
  o.text("post", one.post.text);
  return o.take();
}

std::optional<WhyNot> why_from(std::string_view text) {
  for (const auto why : {WhyNot::none, WhyNot::vacant, WhyNot::left, WhyNot::no_address, WhyNot::no_post, WhyNot::ended})
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
  JsonObject o;
  o.text("plan", e.plan);
  o.text("cycle", e.cycle);
  o.day("first", e.first);
  o.day("last", e.last);
  o.day("opened", e.opened);
  o.day("closes", e.closes);
  o.day("day", e.day);
  o.member("unasked", json_list(e.unasked, write_unasked));
  o.text("person", e.person.text);
  o.member("items", json_list(e.items, write_asked));
  o.text("request", e.request);
  o.text("post", e.post);
  o.text("to", e.to);
  o.text("reason", e.reason);
  o.number("asked", e.asked);
  o.number("silent", e.silent);
  return o.line();
}

Result<CycleEvent> read_cycle_event(std::string_view json) { return read_one<CycleEvent>(json, event_from); }

}  // namespace makegood
