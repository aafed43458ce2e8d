#include <array>

#include "cycle/schedule.h"
#include "json/json.h"

namespace makegood {
namespace {

// One member each, named after the edge that the days are counted from.
constexpr std::array<std::pair<OpeningEdge, const char*>, 3> kOpeningEdges = {
    {{OpeningEdge::after_start, "after_start"}, {OpeningEdge::before_end, "before_end"}, {OpeningEdge::after_end, "after_end"}}};
constexpr std::array<std::pair<RungEdge, const char*>, 2> kRungEdges = {
    {{RungEdge::after_opening, "after_opening"}, {RungEdge::before_closing, "before_closing"}}};

template <class Edges, class Edge>
const char* name_in(const Edges& edges, Edge edge) {
  for (const auto& [known, name] : edges)
    if (known == edge) return name;
  return "";
}

template <class Value, class Edges>
OrderedJson write_edge(const Edges& edges, const Value& value) {
  return {{name_in(edges, value.edge), value.days}};
}

template <class Value, class Edges>
Value read_edge(JsonReader& r, const Edges& edges, const Json& json) {
  for (const auto& [edge, name] : edges)
    if (json.is_object() && json.contains(name)) return {edge, r.number(json, name)};
  r.misfit("it does not say from when the days are counted");
  return {};
}

template <class Value, class Edges>
Value read_edge_member(JsonReader& r, const Edges& edges, const Json& json, const char* key, const Value& usual) {
  const auto* member = r.member(json, key, Json::value_t::object, "an object");
  return member == nullptr ? usual : read_edge<Value>(r, edges, *member);
}

std::vector<Day> read_days(JsonReader& r, const Json& json, const char* key) {
  std::vector<Day> days;
  for (const auto& text : r.texts(json, key)) {
    const auto day = Day::parse(text);
    if (!day) return r.misfit("not a date: " + shorten(text, 40)), days;
    days.push_back(*day);
  }
  return days;
}

Schedule schedule_from(JsonReader& r, const Json& json) {
  Schedule s;
  s.frequency = r.word(json, "frequency", s.frequency, frequency_from);
  s.dates = read_days(r, json, "dates");
  // Where the days are named, when a period's cycle opens means nothing and is not kept.
  if (s.frequency != Frequency::named_dates) s.opens = read_edge_member(r, kOpeningEdges, json, "opens", s.opens);
  s.open_days = r.number(json, "open_days", s.open_days);
  if (json.is_object() && json.contains("remind"))
    s.reminders = r.list(json, "remind", [&](const Json& rung) { return read_edge<Rung>(r, kRungEdges, rung); });
  s.escalates = read_edge_member(r, kRungEdges, json, "escalates", s.escalates);
  s.escalates_to = r.text(json, "escalates_to");
  s.lock_days = r.number(json, "lock_days", s.lock_days);
  s.officer = r.text(json, "officer");
  return s;
}

}  // namespace

std::string write_schedule(const Schedule& s) {
  JsonObject o;
  o.text("frequency", word(s.frequency));
  if (s.frequency == Frequency::named_dates) o.member("dates", json_list(s.dates, [](Day day) { return day.iso(); }));
  else o.member("opens", write_edge(kOpeningEdges, s.opens));
  o.always("open_days", s.open_days);
  o.always("remind", json_list(s.reminders, [](const Rung& rung) { return write_edge(kRungEdges, rung); }));
  o.member("escalates", write_edge(kRungEdges, s.escalates));
  o.text("escalates_to", s.escalates_to);
  o.always("lock_days", s.lock_days);
  o.text("officer", s.officer);
  return o.line();
}

Result<Schedule> read_schedule(std::string_view json) {
  auto schedule = read_one<Schedule>(json, schedule_from);
  if (!schedule) return schedule;
  return checked(std::move(*schedule));
}

}  // namespace makegood
