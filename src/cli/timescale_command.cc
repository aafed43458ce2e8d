// try timescale: the window on the reader of dates, so that a report of a misreading is one line.

#include <nlohmann/json.hpp>

#include "cli/command.h"
#include "timescale/timescale.h"

namespace makegood::cli {
namespace {

using Json = nlohmann::ordered_json;

Json day_or_null(const std::optional<Day>& day) { return day ? Json(day->iso()) : Json(nullptr); }
Json text_or_null(std::string_view text) { return text.empty() ? Json(nullptr) : Json(std::string(text)); }

Json to_json(const Timescale& read) {
  Json json = {{"start", day_or_null(read.start)}, {"due", day_or_null(read.due)}, {"milestones", Json::array()}};
  for (const auto& milestone : read.milestones) json["milestones"].push_back(milestone.day.iso());
  json["recurs"] = text_or_null(word(read.recurs));
  json["ongoing"] = read.ongoing;
  json["complete"] = read.complete;
  json["condition"] = text_or_null(read.condition);
  json["unparsed"] = read.unparsed;
  json["confidence"] = read.confidence;
  json["findings"] = Json::array();
  for (const auto& finding : read.findings)
    json["findings"].push_back({{"code", finding.code}, {"message", finding.message}, {"where", finding.where}});
  return json;
}

}  // namespace

Result<int> try_timescale_command(Call& call) {
  const auto year = call.arguments.year("--as-of");
  if (!year) return tl::unexpected(year.error());
  TimescaleSettings settings;
  settings.as_of = *year;
  const auto read = read_timescale(valid_utf8(call.arguments.get("TEXT")), settings);
  return deliver(call, to_json(read).dump(2, ' ', false, Json::error_handler_t::replace) + "\n");
}

}  // namespace makegood::cli
