#include "registers/ties.h"

#include <algorithm>
#include <array>

#include "json/json.h"

namespace makegood {
namespace {

struct TieRow {
  TieTo to;
  std::string_view word, link;
};
constexpr std::array kTieRows = {TieRow{TieTo::item, "item", "items"}, TieRow{TieTo::evidence, "evidence", "evidence"}, TieRow{TieTo::record, "record", "registers"}};

const TieRow& row_of(TieTo to) {
  return *std::find_if(kTieRows.begin(), kTieRows.end(), [&](const TieRow& row) { return row.to == to; });
}

}  // namespace

std::string_view word(TieTo to) { return row_of(to).word; }
std::string_view link_word(TieTo to) { return row_of(to).link; }

std::optional<TieTo> tie_to_from(std::string_view word) {
  for (const auto& row : kTieRows)
    if (row.word == word) return row.to;
  return std::nullopt;
}

std::string write_tie(const TieEnd& end) {
  OrderedJson json;
  json["to"] = word(end.to);
  json["place"] = end.place;
  json["target"] = end.target;
  return json.dump();
}

Result<TieEnd> read_tie(std::string_view text) {
  return read_one<TieEnd>(text, [](JsonReader& r, const Json& json) {
    return TieEnd{r.word(json, "to", TieTo::item, tie_to_from), r.text(json, "place"), r.text(json, "target")};
  });
}

std::string write_message(const RecordMessage& message) {
  OrderedJson json;
  json["text"] = message.text;
  json["from"] = message.from_sender ? "sender" : "handler";
  json["once"] = message.once;
  return json.dump();
}

Result<RecordMessage> read_message(std::string_view text) {
  return read_one<RecordMessage>(text, [](JsonReader& r, const Json& json) {
    return RecordMessage{.text = r.text(json, "text"), .from_sender = r.text(json, "from") != "handler", .once = r.text(json, "once")};
  });
}

}  // namespace makegood
