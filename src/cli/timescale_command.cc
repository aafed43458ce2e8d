// try timescale: the window on the reader of dates, so that a report of a misreading is one line.

#include "cli/command.h"
#include "json/json.h"
#include "timescale/timescale.h"

namespace makegood::cli {
namespace {

OrderedJson to_json(const Timescale& read) {
  OrderedJson json = {{"start", day_or_null(read.start)}, {"due", day_or_null(read.due)}, {"milestones", OrderedJson::array()}};
  for (const auto& milestone : read.milestones) json["milestones"].push_back(milestone.day.iso());
  json["recurs"] = text_or_null(word(read.recurs));
  json["ongoing"] = read.ongoing;
  json["complete"] = read.complete;
  json["condition"] = text_or_null(read.condition);
  json["unparsed"] = read.unparsed;
  json["confidence"] = read.confidence;
  json["findings"] = OrderedJson::array();
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
  return deliver(call, to_json(read).dump(2, ' ', false, OrderedJson::error_handler_t::replace) + "\n");
}

}  // namespace makegood::cli
