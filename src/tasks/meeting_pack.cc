#include "tasks/meeting_pack.h"

#include <algorithm>

#include "tasks/pack_sections.h"
#include "tasks/register_watch.h"

namespace makegood::tasks {
namespace {

constexpr std::string_view kPacked = "record.packed";

bool may_read(const Workspace& w, const Actor& actor, const FrozenPack& pack) {
  const auto sees_all = [&](const std::string& name) {
    const auto kept = w.registers.find(name);
    return kept && reach_for((*kept)->definition, actor, Doing::see).all;
  };
  const auto counts = [&](const std::string& name) {
    const auto kept = w.registers.find(name);
    return kept && sees_all(name) && may_count((*kept)->definition, actor);
  };
  const auto has_it = [&](const std::string& watched) {
    const auto space = watched.find(' ');
    const auto kept = w.registers.find(watched.substr(0, space));
    return kept && space != std::string::npos && has_role((*kept)->definition, actor, watched.substr(space + 1));
  };
  return std::all_of(pack.watched.begin(), pack.watched.end(), has_it) && std::all_of(pack.registers.begin(), pack.registers.end(), sees_all) && std::all_of(pack.counted.begin(), pack.counted.end(), counts) &&
         std::all_of(pack.plans.begin(), pack.plans.end(), [&](const std::string& plan) { return may_within(actor, Action::see_private, plan); });
}

/// Every pack of the record that has not been erased, oldest first.
Result<std::vector<FrozenPack>> all_packs(const Workspace& w, const RecordId& id) {
  const auto entries = w.ledger.about(id.text);
  if (!entries) return tl::unexpected(entries.error());
  std::vector<FrozenPack> packs;
  for (const auto& entry : *entries) {
    if (entry.kind != kPacked || entry.erased) continue;
    auto pack = read_frozen_pack(entry.payload);
    if (!pack) return tl::unexpected(pack.error());
    pack->record = id.text;
    pack->at = entry.at;
    pack->actor = entry.actor;
    pack->sequence = entry.sequence;
    packs.push_back(std::move(*pack));
  }
  return packs;
}

Result<registers::PackWords> pack_words(const FoundRecord& found) {
  auto words = registers::read_group_words(found.kept->text);
  if (!words.pack) return refuse(Fault::invalid_input, "this register has no packs");
  return std::move(*words.pack);
}

Result<void> write_files(const MeetingPack& pack, FrozenPack& frozen, Batch& batch) {
  for (const auto format : kPackFormats) {
    auto bytes = write_pack(pack, format);
    if (!bytes) return tl::unexpected(bytes.error());
    const auto digest = sha256(*bytes);
    frozen.files.push_back({std::string(format), pack.language, digest, static_cast<std::int64_t>(bytes->size())});
    batch.attachments.push_back({digest, "pack." + std::string(format), std::move(*bytes)});
  }
  return {};
}

}  // namespace

Result<FrozenPack> freeze_pack(const Workspace& w, const Actor& actor, const RecordId& id, Day as_at) {
  const auto found = reached(w, actor, id, Doing::handle);
  if (!found) return tl::unexpected(found.error());
  const auto about = pack_words(*found);
  if (!about) return tl::unexpected(about.error());
  const auto now = w.clock.now();
  if (now.today < as_at) return refuse(Fault::invalid_input, "a pack is of today or an earlier day", "as_at");
  const auto head = w.ledger.head();
  if (!head) return tl::unexpected(head.error());
  FrozenPack frozen{.record = id.text, .as_at = as_at, .frozen = now.today, .registers = {}, .counted = {}, .watched = {}, .plans = {}, .files = {}, .head = *head, .at = now.utc(), .actor = actor.name};
  Batch batch;
  batch.at = now.utc();
  PackUsed used;
  for (const auto language : {Language::en, Language::cy}) {
    const auto words = Words::for_language(language);
    auto pack = gather_pack(w, actor, {*found, *about, as_at}, words, used);
    if (!pack) return tl::unexpected(pack.error());
    // Of a day that is over it has to be said that it is not what was known then.
    pack->lines.push_back(words(as_at < now.today ? "pack.frozen_later" : "pack.frozen", {{"as_at", as_at}, {"date", now.today}, {"n", static_cast<int>(head->count)}, {"head", head->hash}}));
    if (auto written = write_files(*pack, frozen, batch); !written) return tl::unexpected(written.error());
  }
  frozen.registers.assign(used.registers.begin(), used.registers.end());
  frozen.counted.assign(used.counted.begin(), used.counted.end());
  frozen.watched.assign(used.watched.begin(), used.watched.end());
  frozen.plans.assign(used.plans.begin(), used.plans.end());
  batch.changes = {{std::string(kPacked), id.text, actor.name, write_frozen_pack(frozen)}};
  batch.expectations = {{id.text, found->record.sequence}};
  const auto entries = w.ledger.append(batch);
  if (!entries) return tl::unexpected(entries.error());
  frozen.sequence = entries->front().sequence;
  return frozen;
}

Result<PacksSeen> packs_of(const Workspace& w, const Actor& actor, const RecordId& id) {
  auto found = reached(w, actor, id, Doing::see);
  if (!found) return tl::unexpected(found.error());
  if (const auto words = pack_words(*found); !words) return tl::unexpected(words.error());
  auto packs = all_packs(w, id);
  if (!packs) return tl::unexpected(packs.error());
  PacksSeen seen{std::move(*found), {}, 0, false};
  seen.may_freeze = seen.found.reached_by(actor, Doing::handle) && !seen.found.record.emptied;
  for (auto& pack : *packs) {
    if (may_read(w, actor, pack)) seen.packs.insert(seen.packs.begin(), std::move(pack));
    else ++seen.withheld;
  }
  return seen;
}

Result<std::string> pack_bytes(const Workspace& w, const Actor& actor, const RecordId& id, std::int64_t sequence, std::string_view format, Language language) {
  const auto seen = packs_of(w, actor, id);
  if (!seen) return tl::unexpected(seen.error());
  for (const auto& pack : seen->packs)
    for (const auto& file : pack.files)
      if (pack.sequence == sequence && file.format == format && file.language == language_tag(language)) {
        auto attachment = w.ledger.attachment(file.digest);
        if (!attachment) return tl::unexpected(attachment.error());
        return std::move(attachment->bytes);
      }
  return refuse(Fault::not_found, "there is no such pack");
}

}  // namespace makegood::tasks
