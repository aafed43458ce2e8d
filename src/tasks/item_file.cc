#include "tasks/item_file.h"

#include <algorithm>
#include <set>

#include "formats/write_docx_package.h"
#include "json/json.h"
#include "tasks/access_log.h"
#include "tasks/held_file.h"
#include "tasks/workspace.h"

namespace makegood::tasks {
namespace {

OrderedJson entry_json(const Entry& entry) {
  JsonObject o;
  o.always("sequence", entry.sequence);
  o.text("at", entry.at);
  o.text("actor", entry.actor);
  o.text("kind", entry.kind);
  o.text("hash", entry.hash);
  if (entry.erased) {
    o.flag("erased", true);
    return o.take();
  }
  auto payload = OrderedJson::parse(entry.payload, nullptr, false);
  o.always("payload", payload.is_discarded() ? OrderedJson(entry.payload) : std::move(payload));
  return o.take();
}

std::string entries_json(const ItemFile& file) {
  return json_list(file.entries, entry_json).dump(2, ' ', false, OrderedJson::error_handler_t::replace) + "\n";
}

std::string line_of_file(const Words& words, std::string_view name, std::optional<ScanState> state) {
  if (!state) return words("item_file.about.gone", {{"name", name}});
  if (may_be_opened(*state, true)) return std::string(name);
  return words(*state == ScanState::infected ? "item_file.about.infected" : "item_file.about.waiting", {{"name", name}});
}

/// The files among some pieces of evidence: those that may be opened go in, and of each there is a line.
class FilesIn {
 public:
  FilesIn(const Workspace& w, const Words& words, formats::PackageParts& parts) : w_(w), words_(words), parts_(parts) {}

  void add(std::string_view folder, const std::vector<Evidence>& all) {
    for (const auto& evidence : all) {
      if (evidence.kind != EvidenceKind::file) continue;
      auto name = name_in_package(folder, evidence);
      auto state = state_of_file(w_, evidence);
      if (state && may_be_opened(*state, true)) {
        auto bytes = w_.quarantine.bytes(evidence.digest);
        if (bytes) parts_.emplace_back(name, std::move(*bytes));
        if (!bytes) state.reset();
      }
      lines_.push_back(line_of_file(words_, name, state));
    }
  }
  [[nodiscard]] const std::vector<std::string>& lines() const { return lines_; }

 private:
  const Workspace& w_;
  const Words& words_;
  formats::PackageParts& parts_;
  std::vector<std::string> lines_;
};

std::string about(const ItemFile& file, const Words& words, const std::vector<std::string>& files) {
  auto text = file.kept->plan.title + "\n" + file.item->title + "\n\n";
  const auto say = [&](const std::string& line) { text += line + "\n"; };
  say(words("item_file.about.entries", {{"n", file.entries.size()}}));
  say(words("item_file.about.drafts", {{"n", file.drafts.size()}}));
  for (const auto& line : files) say(line);
  text += "\n";
  for (const auto* key : {"item_file.review", "item_file.review.accounts", "item_file.review.words", "item_file.review.drafts", "item_file.not_in"}) say(words(key));
  return text;
}

/// That somebody was asked about it, reminded, or had the link taken back: entries about the request and not about the item.
Result<void> add_requests(const Workspace& w, std::string_view slug, ItemFile& file) {
  const auto cycles = w.cycles.cycles(slug);
  if (!cycles) return tl::unexpected(cycles.error());
  for (const auto& cycle : *cycles)
    for (const auto& request : cycle.requests) {
      const bool asks = std::any_of(request.items.begin(), request.items.end(), [&](const AskedItem& asked) { return asked.item == file.item->id; });
      if (!asks) continue;
      auto entries = w.ledger.about(request.id.text);
      if (!entries) return tl::unexpected(entries.error());
      file.entries.insert(file.entries.end(), entries->begin(), entries->end());
    }
  std::sort(file.entries.begin(), file.entries.end(), [](const Entry& a, const Entry& b) { return a.sequence < b.sequence; });
  return {};
}

}  // namespace

Result<ItemFile> find_item_file(const Workspace& w, const Actor& actor, std::string_view slug, const ItemId& id) {
  if (auto allowed = require(actor, Action::export_requests, {.plan = slug}); !allowed) return tl::unexpected(allowed.error());
  ItemFile file;
  auto kept = w.plans.find(slug, View::live);
  if (!kept) return tl::unexpected(kept.error());
  file.kept = std::move(*kept);
  file.item = find_item(file.kept->plan, id);
  if (file.item == nullptr) return refuse(Fault::not_found, "there is no such item");
  if (auto noted = note_access(w, actor.name, Looked::foi_export, id.text); !noted) return tl::unexpected(noted.error());
  auto entries = w.ledger.about(id.text);
  if (!entries) return tl::unexpected(entries.error());
  file.entries = std::move(*entries);
  if (auto added = add_requests(w, slug, file); !added) return tl::unexpected(added.error());
  const auto progress = w.progress.of_plan(slug);
  if (!progress) return tl::unexpected(progress.error());
  std::set<std::string> seen;
  for (const auto& update : (*progress)->updates)
    for (const auto& evidence : update.evidence)
      if (update.item == id && seen.insert(evidence.id.text).second) file.evidence.push_back(evidence);
  auto drafts = unsent_drafts(w, id);
  if (!drafts) return tl::unexpected(drafts.error());
  file.drafts = std::move(*drafts);
  return file;
}

Result<std::string> write_item_file(const Workspace& w, const ItemFile& file, const Words& words) {
  formats::PackageParts parts = {{"entries.json", entries_json(file)}, {"drafts.json", unsent_drafts_json(w, file.drafts)}};
  FilesIn files(w, words, parts);
  files.add(kSentFolder, file.evidence);
  for (const auto& unsent : file.drafts) files.add(kDraftFolder, unsent.draft.evidence);
  parts.emplace_back("about.txt", about(file, words, files.lines()));
  return formats::package_of(parts);
}

}  // namespace makegood::tasks
