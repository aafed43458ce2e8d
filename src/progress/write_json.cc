#include "json/json.h"
#include "progress/json.h"

namespace makegood {
namespace {

OrderedJson voice_json(const Voice& voice) {
  JsonObject o;
  o.text("actor", voice.actor);
  o.text("person", voice.person.text);
  o.text("post", voice.post.text);
  o.text("post_words", voice.post_words);
  o.text("organisation", voice.organisation.text);
  o.text("organisation_words", voice.organisation_words);
  return o.take();
}

OrderedJson evidence_json(const Evidence& evidence) {
  JsonObject o;
  o.text("id", evidence.id.text);
  o.text("kind", word(evidence.kind));
  o.text("text", evidence.text);
  o.text("url", evidence.url);
  o.text("digest", evidence.digest);
  o.text("name", evidence.name);
  o.text("media", evidence.media);
  o.number("size", static_cast<int>(evidence.size));
  o.flag("consent", evidence.consent);
  o.flag("open", evidence.open);
  o.text("source", evidence.source);
  return o.take();
}

OrderedJson translation_json(const Translation& translation) {
  JsonObject o;
  o.text("language", translation.language);
  o.text("text", translation.text);
  return o.take();
}

OrderedJson comment_json(const FindingComment& comment) {
  JsonObject o;
  o.member("voice", voice_json(comment.voice));
  o.text("text", comment.text);
  o.text("at", comment.at);
  return o.take();
}

OrderedJson hold_json(const FindingHold& hold) {
  JsonObject o;
  o.text("actor", hold.actor);
  o.text("legal_reason", hold.legal_reason);
  o.text("at", hold.at);
  return o.take();
}

}  // namespace

std::string write_update(const Update& update) {
  JsonObject o;
  o.text("id", update.id.text);
  o.text("plan", update.plan);
  o.text("item", update.item.text);
  o.text("cycle", update.cycle);
  o.text("request", update.request);
  o.text("speaker", word(update.speaker));
  o.member("voice", voice_json(update.voice));
  o.flag("no_change", update.no_change);
  o.flag("nil_return", update.nil_return);
  o.text("claim", word(update.claim));
  o.text("claim_reason", update.claim_reason);
  o.text("narrative", update.narrative);
  o.day("forecast", update.forecast);
  o.text("forecast_reason", update.forecast_reason);
  o.member("evidence", json_list(update.evidence, evidence_json));
  o.text("state", word(update.state));
  o.text("question", update.question);
  o.text("public_summary", update.public_summary);
  o.member("translations", json_list(update.translations, translation_json));
  o.day("day", update.day);
  return o.line();
}

std::string write_evidence(const std::vector<Evidence>& evidence) {
  JsonObject o;
  o.member("evidence", json_list(evidence, evidence_json));
  return o.line();
}

std::string write_panel_finding(const PanelFinding& finding) {
  JsonObject o;
  o.text("id", finding.id.text);
  o.text("plan", finding.plan);
  o.text("item", finding.item.text);
  o.text("update", finding.update.text);
  o.text("found", word(finding.found));
  o.text("reasons", finding.reasons);
  o.member("looked_at", json_list(finding.looked_at, [](const EvidenceId& id) { return OrderedJson(id.text); }));
  o.member("voice", voice_json(finding.voice));
  o.member("comments", json_list(finding.comments, comment_json));
  if (finding.hold) o.always("hold", hold_json(*finding.hold));
  o.day("day", finding.day);
  return o.line();
}

std::string write_challenge(const Challenge& challenge) {
  JsonObject o;
  o.text("id", challenge.id.text);
  o.text("plan", challenge.plan);
  o.text("item", challenge.item.text);
  o.text("question", challenge.question);
  o.day("raised", challenge.raised);
  o.day("answer_due", challenge.answer_due);
  o.member("voice", voice_json(challenge.voice));
  o.text("answer", challenge.answer);
  o.day("answered", challenge.answered);
  o.member("answered_by", voice_json(challenge.answered_by));
  return o.line();
}

std::string write_stage_move(const StageMove& move) {
  JsonObject o;
  o.text("plan", move.plan);
  o.text("item", move.item.text);
  o.text("stage", word(move.stage));
  o.flag("draft", move.draft);
  o.text("body", move.body);
  o.day("day", move.day);
  o.text("note", move.note);
  o.text("actor", move.actor);
  return o.line();
}

}  // namespace makegood
