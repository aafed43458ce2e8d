#include "tasks/item_file.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "formats/write_docx_package.h"
#include "json/json.h"
#include "tasks/access_log.h"
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

// A name that a folder can hold, told apart from others by its id.
std::string safe_name(const Evidence& evidence) {
  std::string name = evidence.id.text + "-";
  for (const char c : evidence.name) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
    name += plain ? c : '_';
  }
  return name;
}

bool may_be_opened(const Workspace& w, const Evidence& evidence) {
  const auto found = find_evidence_file(w, evidence.digest);
  return found && (found->state == ScanState::clean || found->state == ScanState::no_scanner);
}

std::string about(const ItemFile& file, const std::vector<std::string>& lines) {
  std::string text = fmt::format("{}\n{}\n\n{} entries of the ledger: entries.json\n{} drafts that were not sent: not in this file\n", file.kept->plan.title,
                                 file.item->title, file.entries.size(), file.drafts);
  for (const auto& line : lines) text += line + "\n";
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
  const auto drafts = w.drafts.count_about(id);
  if (!drafts) return tl::unexpected(drafts.error());
  file.drafts = *drafts;
  return file;
}

Result<std::string> write_item_file(const Workspace& w, const ItemFile& file) {
  formats::PackageParts parts = {{"entries.json", entries_json(file)}};
  std::vector<std::string> lines;
  for (const auto& evidence : file.evidence) {
    if (evidence.kind != EvidenceKind::file) continue;
    const auto bytes = may_be_opened(w, evidence) ? w.quarantine.bytes(evidence.digest) : refuse(Fault::not_found, "");
    lines.push_back(fmt::format("{}: {}", safe_name(evidence), bytes ? "evidence/" + safe_name(evidence) : "not in this file, because the scanner has not passed it"));
    if (bytes) parts.emplace_back("evidence/" + safe_name(evidence), *bytes);
  }
  parts.emplace_back("about.txt", about(file, lines));
  return formats::package_of(parts);
}

}  // namespace makegood::tasks
