#include "registers/group_words.h"

namespace makegood::registers {
namespace {

constexpr auto kPackIs = std::to_array<Word<PackRecords::Is>>({
    {PackRecords::Is::group, "group"},
    {PackRecords::Is::record, "record"},
    {PackRecords::Is::earlier, "earlier"},
});

CompositionWords read_composition(Members in) {
  in.only({"group", "from", "until", "left", "states", "by", "address", "language", "seats", "required"});
  CompositionWords words{.group = in.needed("group"), .from = in.needed("from"), .until = in.text("until"), .left = in.text("left"), .states = in.texts("states"),
                         .by = in.texts("by"), .address = in.text("address"), .language = in.text("language"), .seats = in.text("seats"), .required = {}, .required_in = {}};
  if (!in.has("required")) return words;
  auto required = in.inside("required");
  required.only({"field", "listed_in"});
  words.required = required.needed("field");
  words.required_in = required.needed("listed_in");
  return words;
}

CirculationWords read_circulation(Members in) {
  in.only({"group", "paper", "version", "member", "post", "file", "sent", "due", "answer", "answered", "comment", "agree", "explain", "states"});
  CirculationWords words{.group = in.needed("group"), .paper = in.needed("paper"), .version = in.needed("version"), .member = in.needed("member"), .post = in.text("post"),
                         .file = in.text("file"), .sent = in.needed("sent"), .due = in.needed("due"), .answer = in.needed("answer"), .answered = in.needed("answered"),
                         .comment = in.needed("comment"), .agree = in.texts("agree"), .explain = in.texts("explain"), .asked_state = {}, .answered_state = {}, .replaced_state = {}};
  auto states = in.inside("states");
  states.only({"asked", "answered", "replaced"});
  words.asked_state = states.needed("asked");
  words.answered_state = states.needed("answered");
  words.replaced_state = states.needed("replaced");
  return words;
}

PackRecords read_pack_records(Members in) {
  in.only({"register", "fields", "field", "is", "tied", "since_last"});
  PackRecords records{.register_name = in.needed("register"), .fields = in.texts("fields"), .field = in.text("field"), .is = PackRecords::Is::group, .tied = in.flag("tied"),
                      .since_last = in.flag("since_last")};
  records.is = in.word("is", kPackIs, PackRecords::Is::group);
  if (records.fields.empty()) in.fault("fields", "\"fields\" is missing: the columns of the table");
  if (in.has("is") && records.field.empty()) in.fault("is", "\"is\" needs \"field\"");
  return records;
}

PackWords read_pack(Members in) {
  in.only({"group", "day", "agenda", "members", "records", "counts", "signals", "actions"});
  PackWords words{.group = in.needed("group"), .day = in.needed("day"), .agenda = in.texts("agenda"), .members = in.text("members"), .records = {}, .counts = {}, .signals = in.texts("signals"), .actions = in.flag("actions")};
  words.records = in.objects<PackRecords>("records", read_pack_records);
  words.counts = in.objects<PackCounts>("counts", [](Members counts) {
    counts.only({"register", "by"});
    return PackCounts{counts.needed("register"), counts.texts("by")};
  });
  return words;
}

}  // namespace

GroupWords read_group_words(Members& in) {
  GroupWords words;
  if (in.has("composition")) words.composition = read_composition(in.inside("composition"));
  if (in.has("circulation")) words.circulation = read_circulation(in.inside("circulation"));
  if (in.has("pack")) words.pack = read_pack(in.inside("pack"));
  return words;
}

GroupWords read_group_words(std::string_view text) {
  const auto json = parse_json(text);
  if (!json || !json->is_object()) return {};
  Faults faults;
  Members top(*json, "", faults);
  auto ours = top.inside("makegood");
  auto words = read_group_words(ours);
  return faults.empty() ? words : GroupWords{};
}

const ForeignKey* key_through(const Definition& definition, std::string_view field, std::size_t parts) {
  for (const auto& key : definition.foreign_keys)
    for (const auto& part : key.fields)
      if (part == field && key.fields.size() == parts && !key.resource.empty()) return &key;
  return nullptr;
}

}  // namespace makegood::registers
