#include <algorithm>

#include "json/json.h"
#include "progress/json.h"

namespace makegood {
namespace {

Voice read_voice(JsonReader& r, const Json& json, const char* key) {
  Voice voice;
  const auto* object = r.member(json, key, Json::value_t::object, "an object");
  if (object == nullptr) return voice;
  voice.actor = r.text(*object, "actor");
  voice.person = PersonId(r.text(*object, "person"));
  voice.post = PostId(r.text(*object, "post"));
  voice.post_words = r.text(*object, "post_words");
  voice.organisation = OrganisationId(r.text(*object, "organisation"));
  voice.organisation_words = r.text(*object, "organisation_words");
  return voice;
}

// What becomes part of an address must look like one.
void check_places(JsonReader& r, const Evidence& evidence) {
  const bool is_web = evidence.url.starts_with("https://") || evidence.url.starts_with("http://");
  if (!evidence.url.empty() && !is_web) r.misfit("\"url\" begins neither with https:// nor with http://");
  const bool is_hex = std::all_of(evidence.digest.begin(), evidence.digest.end(),
                                  [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
  if (!evidence.digest.empty() && (!is_hex || evidence.digest.size() != 64)) r.misfit("\"digest\" is not a SHA-256");
}

Evidence read_piece(JsonReader& r, const Json& json) {
  Evidence evidence;
  evidence.id = EvidenceId(r.needed(json, "id"));
  evidence.kind = r.word(json, "kind", EvidenceKind::file, evidence_kind_from);
  evidence.text = r.text(json, "text");
  evidence.url = r.text(json, "url");
  evidence.digest = r.text(json, "digest");
  evidence.name = r.text(json, "name");
  evidence.media = r.text(json, "media");
  evidence.size = r.number(json, "size");
  evidence.consent = r.flag(json, "consent");
  evidence.open = r.flag(json, "open");
  evidence.source = r.text(json, "source");
  check_places(r, evidence);
  return evidence;
}

std::optional<FindingHold> read_hold(JsonReader& r, const Json& json) {
  const auto* object = r.member(json, "hold", Json::value_t::object, "an object");
  if (object == nullptr) return std::nullopt;
  return FindingHold{r.text(*object, "actor"), r.text(*object, "legal_reason"), r.text(*object, "at")};
}

EvidenceId read_evidence_id(JsonReader& r, const Json& json) {
  if (!json.is_string()) r.misfit("a text is expected");
  return EvidenceId(json.is_string() ? json.get<std::string>() : std::string{});
}

}  // namespace

Result<Update> read_update(std::string_view text) {
  return read_one<Update>(text, [](JsonReader& r, const Json& json) {
    Update update;
    update.id = UpdateId(r.needed(json, "id"));
    update.plan = r.needed(json, "plan");
    update.item = ItemId(r.needed(json, "item"));
    update.cycle = r.text(json, "cycle");
    update.request = r.text(json, "request");
    update.speaker = r.word(json, "speaker", Speaker::owner, speaker_from);
    update.voice = read_voice(r, json, "voice");
    update.no_change = r.flag(json, "no_change");
    update.nil_return = r.flag(json, "nil_return");
    update.claim = r.word(json, "claim", Claim::not_yet_reported, claim_from);
    update.claim_reason = r.text(json, "claim_reason");
    update.narrative = r.text(json, "narrative");
    update.forecast = r.day(json, "forecast");
    update.forecast_reason = r.text(json, "forecast_reason");
    update.evidence = r.list(json, "evidence", [&](const Json& j) { return read_piece(r, j); });
    update.state = r.word(json, "state", UpdateState::submitted, update_state_from);
    update.question = r.text(json, "question");
    update.public_summary = r.text(json, "public_summary");
    update.translations = r.list(json, "translations", [&](const Json& j) {
      return Translation{r.needed(j, "language"), r.text(j, "text")};
    });
    update.day = r.needed_day(json, "day");
    return update;
  });
}

Result<std::vector<Evidence>> read_evidence(std::string_view text) {
  return read_one<std::vector<Evidence>>(text, [](JsonReader& r, const Json& json) {
    return r.list(json, "evidence", [&](const Json& j) { return read_piece(r, j); });
  });
}

Result<PanelFinding> read_panel_finding(std::string_view text) {
  return read_one<PanelFinding>(text, [](JsonReader& r, const Json& json) {
    PanelFinding finding;
    finding.id = FindingId(r.needed(json, "id"));
    finding.plan = r.needed(json, "plan");
    finding.item = ItemId(r.needed(json, "item"));
    finding.update = UpdateId(r.text(json, "update"));
    finding.found = r.word(json, "found", Found::not_yet_assessed, found_from);
    finding.reasons = r.text(json, "reasons");
    finding.looked_at = r.list(json, "looked_at", [&](const Json& j) { return read_evidence_id(r, j); });
    finding.voice = read_voice(r, json, "voice");
    finding.comments = r.list(json, "comments", [&](const Json& j) {
      return FindingComment{read_voice(r, j, "voice"), r.text(j, "text"), r.text(j, "at")};
    });
    finding.hold = read_hold(r, json);
    finding.day = r.needed_day(json, "day");
    return finding;
  });
}

Result<Challenge> read_challenge(std::string_view text) {
  return read_one<Challenge>(text, [](JsonReader& r, const Json& json) {
    Challenge challenge;
    challenge.id = ChallengeId(r.needed(json, "id"));
    challenge.plan = r.needed(json, "plan");
    challenge.item = ItemId(r.needed(json, "item"));
    challenge.question = r.needed(json, "question");
    challenge.raised = r.needed_day(json, "raised");
    challenge.answer_due = r.needed_day(json, "answer_due");
    challenge.voice = read_voice(r, json, "voice");
    challenge.answer = r.text(json, "answer");
    challenge.answered = r.day(json, "answered");
    challenge.answered_by = read_voice(r, json, "answered_by");
    return challenge;
  });
}

Result<StageMove> read_stage_move(std::string_view text) {
  return read_one<StageMove>(text, [](JsonReader& r, const Json& json) {
    StageMove move;
    move.plan = r.needed(json, "plan");
    move.item = ItemId(r.needed(json, "item"));
    const auto stage = stage_from(r.needed(json, "stage"));
    if (!stage) r.misfit("\"stage\" is not a known word");
    move.stage = stage.value_or(Stage::in_plan);
    move.draft = r.flag(json, "draft");
    move.body = r.text(json, "body");
    move.day = r.day(json, "day");
    move.note = r.text(json, "note");
    move.actor = r.text(json, "actor");
    return move;
  });
}

}  // namespace makegood
