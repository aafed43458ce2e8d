// The timescales of real adopted plans, held against their hand-made readings in
// MAKEGOOD_SHARED/plans (default ../shared); skipped with a message where that is absent.
#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <vector>

#include "timescale/timescale.h"

using namespace makegood;
using nlohmann::json;
namespace fs = std::filesystem;

namespace gold_test {

fs::path plans_folder() {
  const char* shared = std::getenv("MAKEGOOD_SHARED");
  return fs::path(shared != nullptr ? shared : MAKEGOOD_SOURCE "/../shared") / "plans";
}

json day(const std::optional<Day>& value) { return value ? json(value->iso()) : json(nullptr); }

json as_read(const Timescale& t) {
  json milestones = json::array();
  for (const auto& milestone : t.milestones) milestones.push_back(milestone.day.iso());
  const json recurs = t.recurs == Recurrence::none ? json(nullptr) : json(word(t.recurs));
  return {{"start", day(t.start)}, {"due", day(t.due)},       {"recurs", recurs},         {"ongoing", t.ongoing},
          {"milestones", milestones}, {"complete", t.complete}, {"unparsed", t.unparsed}};
}

bool is_right(const json& item, const std::string& field, const json& value) {
  if (item["timescale"][field] == value) return true;
  const auto& accept = item.contains("accept") ? item["accept"] : json::object();
  return accept.contains(field) && std::find(accept[field].begin(), accept[field].end(), value) != accept[field].end();
}

TEST_CASE("every timescale of the reference plans is read as people read it") {
  const auto folder = plans_folder();
  if (!fs::exists(folder)) {
    MESSAGE("skipped: no reference plans at " << folder.string());
    return;
  }
  int seen = 0;
  for (const auto& file : fs::directory_iterator(folder)) {
    if (!file.path().string().ends_with(".gold.json")) continue;
    std::ifstream in(file.path());
    const auto gold = json::parse(in);
    for (const auto& item : gold["items"]) {
      if (!item["timescale_raw"].is_string()) continue;
      const auto raw = item["timescale_raw"].get<std::string>();
      const auto read = as_read(read_timescale(raw));
      CAPTURE(item["id"].get<std::string>());
      CAPTURE(raw);
      for (const auto& [field, value] : read.items()) {
        CAPTURE(field);
        CAPTURE(value.dump());
        CHECK(is_right(item, field, value));
      }
      ++seen;
    }
  }
  CHECK(seen > 100);
}

}  // namespace gold_test
