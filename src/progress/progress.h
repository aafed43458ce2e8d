#pragma once
// progress: what is said about the items of a plan, and by whom. Two voices are kept apart and
// never averaged: the owner claims, the panel finds. What the calendar says is a third, computed
// from dates and evidence (plan/status.h, and standing.h here).
//
//   const Progress& progress = ...;                            // ProgressRepository::of_plan(slug)
//   const Standing now = standing_of(progress, item.id);
//   say(now.claim ? word(now.claim->claim) : "not_yet_reported");
//   say(now.finding ? word(now.finding->found) : "not_yet_assessed");
//   for (const Disagreement& d : disagreements(progress)) show(d);
//   const Progress open = public_part(progress);               // what the public may see
//
// Everything here was said at a time by somebody and stays as it was said: an edit after sending is
// another entry with the same id and a later sequence; `versions` counts them. progress must not know the
// web, the store or how letters travel. Rooms:
//
//   progress.h   the nouns     standing.h   where an item stands, disagreements, slippage, roll-ups
//   answer.h     what an owner's words must be like        media.h   what kind of file some bytes are
//   json.h       how entries of the ledger write them
//   progress_repository.h      the door to where they are kept

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/base.h"
#include "base/sharing_vector.h"
#include "people/people.h"
#include "plan/item.h"
#include "progress/code_word.h"

namespace makegood {

using UpdateId = Id<struct UpdateTag>;
using EvidenceId = Id<struct EvidenceTag>;
using FindingId = Id<struct PanelFindingTag>;
using ChallengeId = Id<struct ChallengeTag>;

/// What an owner says. `not_yet_reported` is the absence of a claim, in words.
enum class Claim { not_yet_reported, not_started, on_track, at_risk, off_track, complete, paused, dropped };

/// What the panel says. `not_yet_assessed` is the absence of a finding, in words.
enum class Found { not_yet_assessed, evidenced, partly_evidenced, not_evidenced, no_effect_seen };

/// What became of an update.
enum class UpdateState { submitted, returned, approved, published };

enum class EvidenceKind { file, link, figure, quotation };

/// What the scanner said of a file. `waiting`: it has not looked yet, and nobody may open it.
/// `no_scanner`: none is configured, and the page says so.
enum class ScanState { waiting, clean, infected, no_scanner };

/// Whose words: the accountable owner's, a contributing partner's, or written down for one by somebody else.
enum class Speaker { owner, contributor, on_behalf };

struct Evidence {
  EvidenceId id;
  EvidenceKind kind = EvidenceKind::file;
  std::string text;          ///< what it shows; a quotation's words; a figure with its unit
  std::string url;           ///< of a link; https: or http:
  std::string digest, name, media;  ///< of a file: SHA-256, its name, its type as sniffed ("application/pdf")
  std::int64_t size = 0;
  bool consent = false;      ///< of a quotation: who said it agreed to its publication
  bool open = false;         ///< whoever approved the update agreed that the public may see it
  std::string source;        ///< of a figure: where it comes from
  bool operator==(const Evidence&) const = default;
};

/// Where somebody stands who says something, as it was on that day: posts outlive people.
struct Voice {
  std::string actor;           ///< account or "reply link"; never public
  PersonId person;             ///< empty = not in the directory
  PostId post;
  std::string post_words;      ///< "Head of Housing, Aberllyn Council"
  OrganisationId organisation;
  std::string organisation_words;
  bool operator==(const Voice&) const = default;
};

/// The public words of an update in another language. `language` is a BCP 47 tag: "cy", "ur";
/// "en-simple" is easy read in English.
struct Translation {
  std::string language, text;
  bool operator==(const Translation&) const = default;
};

struct Update {
  UpdateId id;
  std::string plan;            ///< slug
  ItemId item;                 ///< a commitment has its own updates
  std::string cycle;           ///< "2023-Q2"; empty = outside a cycle
  std::string request;         ///< the request that it answers; empty = none
  Speaker speaker = Speaker::owner;
  Voice voice;
  bool no_change = false;      ///< "no change": the claim before it stands
  bool nil_return = false;     ///< "nothing to report"
  Claim claim = Claim::not_yet_reported;
  std::string claim_reason;    ///< why it was dropped or paused
  std::string narrative;       ///< as written, never edited by anybody else
  std::optional<Day> forecast; ///< when the owner now expects it to be done
  std::string forecast_reason;
  std::vector<Evidence> evidence;
  UpdateState state = UpdateState::submitted;
  std::string question;        ///< of whoever returned it
  std::string public_summary;  ///< what the public reads instead of the narrative; empty = the narrative
  std::vector<Translation> translations;  ///< of the public words
  Day day;                     ///< when it was first sent
  std::string at;              ///< UTC, of the last entry about it
  std::int64_t sequence = 0;   ///< of that entry
  std::int64_t said = 0;       ///< of the last update.submitted: its words are newer than what came before
  int versions = 1;            ///< how often it was submitted
  bool operator==(const Update&) const = default;
};

/// What the public reads of it: in that language where it was translated, else the summary, else the narrative.
[[nodiscard]] const std::string& public_words(const Update& update, std::string_view language = {});
/// Whether it says how the item stands: "no change" and "nothing to report" do not.
[[nodiscard]] inline bool makes_claim(const Update& update) {
  return update.claim != Claim::not_yet_reported && !update.no_change && !update.nil_return;
}

/// What a coordinator says beside a finding. It changes nothing of it.
struct FindingComment {
  Voice voice;
  std::string text, at;
  bool operator==(const FindingComment&) const = default;
};

/// The monitoring officer's decision that a finding is not shown for now.
struct FindingHold {
  std::string actor, legal_reason, at;
  bool operator==(const FindingHold&) const = default;
};

/// What a scrutineer found. Called PanelFinding because a Finding is what a reader saw in a document.
struct PanelFinding {
  FindingId id;
  std::string plan;
  ItemId item;
  UpdateId update;              ///< the claim that it looks at; empty = none was made
  Found found = Found::not_yet_assessed;
  std::string reasons;
  std::vector<EvidenceId> looked_at;
  Voice voice;
  std::vector<FindingComment> comments;
  std::optional<FindingHold> hold;
  Day day;
  std::string at;
  std::int64_t sequence = 0;
  std::int64_t said = 0;        ///< of the last finding.recorded: a comment or a hold does not make it newer
  bool operator==(const PanelFinding&) const = default;
};

struct Challenge {
  ChallengeId id;
  std::string plan;
  ItemId item;
  std::string question;
  Day raised, answer_due;
  Voice voice;
  std::string answer;           ///< empty = none yet
  std::optional<Day> answered;
  Voice answered_by;
  std::string at;
  std::int64_t sequence = 0;
  [[nodiscard]] bool is_open() const { return !answered; }
  [[nodiscard]] bool is_late(Day today) const { return is_open() && answer_due < today; }
  bool operator==(const Challenge&) const = default;
};

/// How far an item has come from an idea to a promise.
enum class Stage { emerging, agreed, in_plan, closed };

/// A decision about an item's stage, with who took it. Until `body` has decided on `day` it is a draft.
struct StageMove {
  std::string plan;
  ItemId item;
  Stage stage = Stage::in_plan;
  bool draft = false;           ///< expected of `body` on `day`, not decided yet
  std::string body;             ///< "Cabinet"
  std::optional<Day> day;
  std::string note, actor, at;
  std::int64_t sequence = 0;
  bool operator==(const StageMove&) const = default;
};

/// A date that was moved, or corrected, after the plan was adopted: made of the ledger's corrections.
struct Redating {
  ItemId item;
  std::optional<Day> from, to;
  bool agreed = false;          ///< moved by agreement; false = it had been read or typed wrongly
  std::string who, reason, at;
  std::int64_t sequence = 0;
  bool operator==(const Redating&) const = default;
};

/// All that was said about one plan, each list in the order in which it was first said: what is approved
/// or answered late keeps its place.
struct Progress {
  std::string plan;
  SharingVector<Update> updates;  ///< by far the most: what is kept read is copied with each of them
  std::vector<PanelFinding> findings;
  std::vector<Challenge> challenges;
  std::vector<StageMove> stages;
  std::vector<Redating> redatings;
  std::int64_t sequence = 0;    ///< of the last entry about any of it
  bool operator==(const Progress&) const = default;
};

inline constexpr auto kClaims = std::to_array<CodeWord<Claim>>({{Claim::not_yet_reported, "not_yet_reported"}, {Claim::not_started, "not_started"}, {Claim::on_track, "on_track"}, {Claim::at_risk, "at_risk"}, {Claim::off_track, "off_track"}, {Claim::complete, "complete"}, {Claim::paused, "paused"}, {Claim::dropped, "dropped"}});
inline constexpr auto kFounds = std::to_array<CodeWord<Found>>({{Found::not_yet_assessed, "not_yet_assessed"}, {Found::evidenced, "evidenced"}, {Found::partly_evidenced, "partly_evidenced"}, {Found::not_evidenced, "not_evidenced"}, {Found::no_effect_seen, "no_effect_seen"}});
inline constexpr auto kUpdateStates = std::to_array<CodeWord<UpdateState>>({{UpdateState::submitted, "submitted"}, {UpdateState::returned, "returned"}, {UpdateState::approved, "approved"}, {UpdateState::published, "published"}});
inline constexpr auto kEvidenceKinds = std::to_array<CodeWord<EvidenceKind>>({{EvidenceKind::file, "file"}, {EvidenceKind::link, "link"}, {EvidenceKind::figure, "figure"}, {EvidenceKind::quotation, "quotation"}});
inline constexpr auto kScanStates = std::to_array<CodeWord<ScanState>>({{ScanState::waiting, "waiting"}, {ScanState::clean, "clean"}, {ScanState::infected, "infected"}, {ScanState::no_scanner, "no_scanner"}});
inline constexpr auto kSpeakers = std::to_array<CodeWord<Speaker>>({{Speaker::owner, "owner"}, {Speaker::contributor, "contributor"}, {Speaker::on_behalf, "on_behalf"}});
inline constexpr auto kStages = std::to_array<CodeWord<Stage>>({{Stage::emerging, "emerging"}, {Stage::agreed, "agreed"}, {Stage::in_plan, "in_plan"}, {Stage::closed, "closed"}});

[[nodiscard]] std::string_view word(Claim claim);
[[nodiscard]] std::string_view word(Found found);
[[nodiscard]] std::string_view word(UpdateState state);
[[nodiscard]] std::string_view word(EvidenceKind kind);
[[nodiscard]] std::string_view word(ScanState state);
[[nodiscard]] std::string_view word(Speaker speaker);
[[nodiscard]] std::string_view word(Stage stage);
[[nodiscard]] std::optional<Claim> claim_from(std::string_view word);
[[nodiscard]] std::optional<Found> found_from(std::string_view word);
[[nodiscard]] std::optional<UpdateState> update_state_from(std::string_view word);
[[nodiscard]] std::optional<EvidenceKind> evidence_kind_from(std::string_view word);
[[nodiscard]] std::optional<Speaker> speaker_from(std::string_view word);
[[nodiscard]] std::optional<Stage> stage_from(std::string_view word);

}  // namespace makegood
