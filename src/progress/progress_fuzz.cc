// Whatever text comes in as the payload of an entry: a refusal of one line, or a noun that is written and
// read again without a change, and of which the public never sees an account or a person.
#include <cstdint>
#include <cstdlib>

#include "progress/json.h"
#include "progress/standing.h"

using namespace makegood;

namespace {

void must(bool holds) {
  if (!holds) std::abort();
}

template <class Noun>
void must_come_back(const Result<Noun>& noun, std::string (*write)(const Noun&), Result<Noun> (*read)(std::string_view)) {
  if (!noun) return must(!noun.error().message.empty() && noun.error().message.find('\n') == std::string::npos);
  const auto again = read(write(*noun));
  must(again.has_value());
  must(write(*again) == write(*noun));
}

void must_be_public(const Progress& open) {
  for (const auto& update : open.updates) {
    must(update.state == UpdateState::published && update.voice.actor.empty() && update.voice.person.empty() && update.question.empty());
    for (const auto& evidence : update.evidence) must(evidence.open && (evidence.kind != EvidenceKind::quotation || evidence.consent));
  }
  for (const auto& finding : open.findings) {
    must(finding.voice.actor.empty() && finding.voice.person.empty());
    if (finding.hold) must(finding.reasons.empty() && finding.comments.empty() && finding.hold->actor.empty() && finding.hold->legal_reason.empty());
  }
  must(open.challenges.empty());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto update = read_update(text);
  const auto finding = read_panel_finding(text);
  const auto challenge = read_challenge(text);
  const auto move = read_stage_move(text);
  must_come_back(update, write_update, read_update);
  must_come_back(finding, write_panel_finding, read_panel_finding);
  must_come_back(challenge, write_challenge, read_challenge);
  must_come_back(move, write_stage_move, read_stage_move);

  Progress progress;
  if (update) progress.updates.push_back(*update);
  if (finding) progress.findings.push_back(*finding);
  if (challenge) progress.challenges.push_back(*challenge);
  if (move) progress.stages.push_back(*move);
  must_be_public(public_part(progress));
  must(disagreements(progress).size() <= progress.updates.size());
  return 0;
}
