#include "report/edition_file_json.h"
#include "report/meeting_pack.h"

namespace makegood {
std::string write_frozen_pack(const FrozenPack& pack) {
  JsonObject o;
  o.day("as_at", pack.as_at);
  o.day("frozen", pack.frozen);
  o.texts("registers", pack.registers);
  o.texts("counted", pack.counted);
  o.texts("watched", pack.watched);
  o.texts("plans", pack.plans);
  o.always("entries", pack.head.count);
  o.text("head", pack.head.hash);
  o.always("files", json_list(pack.files, edition_file_json));
  return o.line();
}

Result<FrozenPack> read_frozen_pack(std::string_view text) {
  return read_one<FrozenPack>(text, [](JsonReader& r, const Json& json) {
    FrozenPack pack;
    const auto as_at = r.day(json, "as_at"), frozen = r.day(json, "frozen");
    if (!as_at || !frozen) r.misfit("a pack without its days");
    pack.as_at = as_at.value_or(Day{});
    pack.frozen = frozen.value_or(Day{});
    pack.registers = r.texts(json, "registers");
    pack.counted = r.texts(json, "counted");
    pack.watched = r.texts(json, "watched");
    pack.plans = r.texts(json, "plans");
    pack.head = {r.number(json, "entries"), r.text(json, "head")};
    pack.files = r.list(json, "files", [&](const Json& file) { return read_edition_file(r, file); });
    return pack;
  });
}

}  // namespace makegood
