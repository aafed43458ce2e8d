#include "tasks/quarantine.h"

#include <algorithm>

#include <fmt/format.h>

#include "progress/answer.h"
#include "progress/media.h"
#include "tasks/workspace.h"

namespace makegood::tasks {
namespace {

constexpr std::int64_t kLongestWait = 60 * 60;

std::int64_t wait_after(int tries) { return std::min<std::int64_t>(kLongestWait, std::int64_t{60} << std::min(tries, 6)); }

// Nobody may open what nobody has looked at; where nothing ever looks, that is said instead.
void look_at(const Workspace& w, QuarantinedFile& file, std::int64_t now) {
  const auto bytes = w.quarantine.bytes(file.digest);
  const auto verdict = bytes ? w.scanner->scan(*bytes) : Result<Verdict>(tl::unexpected(bytes.error()));
  ++file.tries;
  if (!verdict) {
    file.said = verdict.error().message;
    file.next_look = now + wait_after(file.tries - 1);
    return;
  }
  file.state = verdict->clean ? ScanState::clean : ScanState::infected;
  file.said = verdict->said;
}

}  // namespace

Result<Evidence> receive_file(const Workspace& w, const ReceivedFile& given, std::string_view bytes) {
  if (bytes.empty()) return refuse(Fault::invalid_input, "there is nothing in this file", given.name);
  if (bytes.size() > kLargestEvidence)
    return refuse(Fault::too_large, fmt::format("a file may have {} MB at most", kLargestEvidence / 1'000'000), given.name);
  QuarantinedFile file{sha256(bytes), std::string(media_of(bytes)), static_cast<std::int64_t>(bytes.size())};
  if (auto kept = w.quarantine.keep(file, bytes); !kept) return tl::unexpected(kept.error());
  Evidence evidence;
  evidence.id = make_id<EvidenceTag>(w.random);
  evidence.kind = EvidenceKind::file;
  evidence.text = squeeze(given.text);
  evidence.digest = file.digest;
  evidence.name = shorten(squeeze(given.name), 120);
  evidence.media = file.media;
  evidence.size = file.size;
  return evidence;
}

Result<QuarantinedFile> find_evidence_file(const Workspace& w, std::string_view digest) {
  auto file = w.quarantine.find(digest);
  if (file && file->state == ScanState::waiting && w.scanner == nullptr) file->state = ScanState::no_scanner;
  return file;
}

Result<int> scan_waiting(const Workspace& w, int limit) {
  if (w.scanner == nullptr) return 0;
  const auto now = w.clock.now().seconds;
  auto files = w.quarantine.waiting(now, limit);
  if (!files) return tl::unexpected(files.error());
  int settled = 0;
  for (auto& file : *files) {
    look_at(w, file, now);
    if (file.state != ScanState::waiting) ++settled;
    if (auto noted = w.quarantine.note(file); !noted) return tl::unexpected(noted.error());
  }
  return settled;
}

}  // namespace makegood::tasks
