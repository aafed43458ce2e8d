#include "tasks/sources.h"

#include <algorithm>

#include "tasks/given_json.h"
#include "tasks/import.h"

namespace makegood::tasks {

std::shared_ptr<const Source> KeptSources::find(const std::string& key) {
  const std::lock_guard lock(mutex_);
  const auto found = std::find_if(kept_.begin(), kept_.end(), [&](const Kept& kept) { return kept.key == key; });
  if (found == kept_.end()) return nullptr;
  kept_.splice(kept_.begin(), kept_, found);
  return kept_.front().source;
}

void KeptSources::keep(const std::string& key, std::shared_ptr<const Source> source, std::size_t bytes) {
  const std::lock_guard lock(mutex_);
  if (bytes > kMostBytes || std::any_of(kept_.begin(), kept_.end(), [&](const Kept& kept) { return kept.key == key; })) return;
  kept_.push_front({key, std::move(source), bytes});
  bytes_ += bytes;
  while (kept_.size() > kMost || bytes_ > kMostBytes) {
    bytes_ -= kept_.back().bytes;
    kept_.pop_back();
  }
}

std::size_t KeptSources::count() const {
  const std::lock_guard lock(mutex_);
  return kept_.size();
}

// The bytes are asked for even where the source is kept: they may have been erased since.
Result<std::shared_ptr<const Source>> read_source(const Workspace& w, const Import& import, const GivenReading& given) {
  auto attachment = w.ledger.attachment(import.summary.document.digest);
  if (!attachment) return tl::unexpected(attachment.error());
  const auto& settings = import.base.settings;
  const auto key = attachment->digest + " " + (settings.as_of ? std::to_string(*settings.as_of) : "") + " " + write_given(given);
  if (w.sources)
    if (auto kept = w.sources->find(key)) return kept;
  const auto size = attachment->bytes.size();
  auto document = read_given_document({std::move(attachment->bytes), import.summary.document.name}, w.pdf);
  if (!document) return tl::unexpected(document.error());
  auto source = std::make_shared<Source>();
  source->reading = extract_reading(*document, {settings, given});
  source->document = std::move(*document);
  if (w.sources) w.sources->keep(key, source, size);
  return source;
}

Result<std::shared_ptr<const Source>> source_of(const Workspace& w, const Import& import) { return read_source(w, import, import.given()); }

}  // namespace makegood::tasks
