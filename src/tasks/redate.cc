#include "tasks/redate.h"

namespace makegood::tasks {

Result<Day> day_said(std::string_view words, const TimescaleSettings& settings) {
  const auto read = read_timescale(words, settings);
  if (!read.due || read.unparsed)
    return refuse(Fault::invalid_input, "no date can be read from \"" + shorten(squeeze(words), 60) + "\"");
  return *read.due;
}

Result<int> redate(const Workspace& w, const Actor& actor, std::string_view slug, const std::vector<SeenItem>& items, Day to,
                   std::string_view reason) {
  ManyChange change;
  change.redated = to;
  change.reason = valid_utf8(trim(reason));
  return change_many_items(w, actor, slug, items, change);
}

}  // namespace makegood::tasks
