#include <algorithm>
#include <set>

#include "framework/framework.h"
#include "framework/json.h"

namespace makegood::framework {
namespace {

Level level_from(JsonReader& r, const Json& json) { return {r.text(json, "code"), r.text(json, "title"), r.text(json, "title_cy")}; }

Framework framework_from(JsonReader& r, const Json& json) {
  Framework framework;
  framework.name = r.text(json, "name");
  framework.levels = r.list(json, "levels", [&](const Json& one) { return level_from(r, one); });
  framework.reassessed_every = r.text(json, "reassessed_every");
  return framework;
}

// Whoever assesses must be able to answer that nobody has looked yet.
void add_not_assessed(Framework& framework) {
  if (framework.level(kNotAssessed) == nullptr) framework.levels.push_back({std::string(kNotAssessed), "Not assessed", "Heb ei asesu"});
}

Result<Framework> checked(Framework framework) {
  std::set<std::string_view> codes;
  for (const auto& level : framework.levels) {
    if (level.code.empty() || level.title.empty()) return refuse(Fault::invalid_input, "a level has no code or no title");
    if (!codes.insert(level.code).second) return refuse(Fault::invalid_input, "two levels have the same code", level.code);
  }
  const auto reached = std::count_if(framework.levels.begin(), framework.levels.end(), [&](const Level& level) { return framework.rank(level.code).has_value(); });
  if (reached < 2) return refuse(Fault::invalid_input, "a framework needs two levels that can be reached");
  add_not_assessed(framework);
  return framework;
}

}  // namespace

std::string write(const Framework& framework) {
  JsonObject o;
  o.text("name", framework.name);
  o.member("levels", json_list(framework.levels, [](const Level& level) {
    JsonObject one;
    one.text("code", level.code);
    one.text("title", level.title);
    one.text("title_cy", level.title_cy);
    return one.take();
  }));
  o.text("reassessed_every", framework.reassessed_every);
  return o.line();
}

Result<Framework> read_framework(std::string_view json) {
  auto framework = read_one<Framework>(json, framework_from);
  if (!framework) return framework;
  return checked(std::move(*framework));
}

Result<std::optional<Framework>> framework_in_plan_file(std::string_view text) {
  const auto json = parse_json(text);
  if (!json || !json->is_object() || !json->contains("framework")) return std::optional<Framework>{};
  JsonReader r;
  auto framework = framework_from(r, (*json)["framework"]);
  if (r.failed()) return tl::unexpected(r.refusal());
  auto whole = checked(std::move(framework));
  if (!whole) return tl::unexpected(whole.error());
  return std::optional(std::move(*whole));
}

std::string write(const Round& round) {
  JsonObject o;
  o.text("round", round.name);
  o.text("aim", round.aim);
  o.day("opened", round.opened);
  o.day("closed", round.closed);
  o.day("again", round.again);
  return o.line();
}

Result<Round> read_round(std::string_view json) {
  return read_one<Round>(json, [](JsonReader& r, const Json& one) {
    return Round{r.text(one, "round"), r.text(one, "aim"), r.day(one, "opened").value_or(Day()), r.day(one, "closed"), r.day(one, "again")};
  });
}

std::string write(const Rating& rating) {
  JsonObject o;
  o.text("item", rating.item.text);
  o.text("round", rating.round);
  o.text("level", rating.level);
  o.text("reasons", rating.reasons);
  o.text("evidence", rating.evidence);
  o.text("assessor", rating.assessor);
  o.day("day", rating.day);
  return o.line();
}

Result<Rating> read_rating(std::string_view json) {
  return read_one<Rating>(json, [](JsonReader& r, const Json& one) {
    return Rating{ItemId(r.text(one, "item")), r.text(one, "round"),    r.text(one, "level"),
                  r.text(one, "reasons"),      r.text(one, "evidence"), r.text(one, "assessor"),
                  r.day(one, "day").value_or(Day())};
  });
}

std::string write(const Agreement& agreement) {
  JsonObject o;
  o.text("item", agreement.item.text);
  o.text("round", agreement.round);
  o.text("level", agreement.level);
  o.text("reasons", agreement.reasons);
  o.text("by", agreement.by);
  o.day("day", agreement.day);
  return o.line();
}

Result<Agreement> read_agreement(std::string_view json) {
  return read_one<Agreement>(json, [](JsonReader& r, const Json& one) {
    return Agreement{ItemId(r.text(one, "item")), r.text(one, "round"), r.text(one, "level"), r.text(one, "reasons"), r.text(one, "by"),
                     r.day(one, "day").value_or(Day())};
  });
}

std::string write(const Service& service) {
  JsonObject o;
  o.text("criterion", service.criterion.text);
  o.text("plan", service.plan);
  o.text("item", service.item.text);
  o.text("words", service.words);
  o.text("reason", service.reason);
  o.flag("ends", service.ends);
  return o.line();
}

Result<Service> read_service(std::string_view json) {
  return read_one<Service>(json, [](JsonReader& r, const Json& one) {
    return Service{ItemId(r.text(one, "criterion")), r.text(one, "plan"), ItemId(r.text(one, "item")), r.text(one, "words"), r.text(one, "reason"),
                   r.flag(one, "ends")};
  });
}

}  // namespace makegood::framework
