#include "json/json.h"

#include "base/json_depth.h"

namespace makegood {

Result<Json> parse_json(std::string_view text) {
  if (text.size() > kLargestJson)
    return refuse(Fault::too_large, fmt::format("the JSON is over {} MB", kLargestJson >> 20U));
  if (json_depth(text) > kDeepestJson)
    return refuse(Fault::too_large, fmt::format("the JSON is nested more than {} deep", kDeepestJson));
  auto json = Json::parse(text, nullptr, false);
  if (json.is_discarded()) return refuse(Fault::invalid_input, "this is not JSON");
  return json;
}

}  // namespace makegood
