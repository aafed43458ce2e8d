#pragma once
// The second voice on the page of an item: what the panel finds, with its date and reasons, what the
// coordinator says to it, and the panel's questions.

#include <vector>

#include "pages/site.h"
#include "progress/standing.h"

namespace makegood::pages {

/// What whoever looks may do about this item.
struct PanelRights {
  bool record = false, comment = false, hold = false, challenge = false, answer = false;
  bool see_challenges = false;  ///< challenges are public with editions only
};

struct PanelVoice {
  std::string slug, language = "en";
  ItemId item;
  std::optional<PanelFinding> finding;      ///< the last one; of a held one the public has the day only
  bool finding_is_older = false;            ///< than the claim
  std::vector<std::string> looked_at;       ///< the evidence that it names, as people see it
  std::vector<Challenge> challenges;        ///< open ones first; none where they may not be seen
  PanelRights rights;
  Day today;
};

/// `progress` is what the reader may see of it.
[[nodiscard]] PanelVoice make_panel_voice(std::string_view slug, const ItemId& item, const Progress& progress, const PanelRights& rights,
                                          Day today);

/// What a piece of evidence is called in a list: what it shows, else its file's name, else its address.
[[nodiscard]] std::string evidence_name(const Evidence& evidence);

/// The box beside the owner's and the calendar's.
[[nodiscard]] html::Html panel_voice(const Site& site, const PanelVoice& voice);
/// The questions, with their answers; nothing where there is none and none may be asked.
[[nodiscard]] html::Html panel_challenges(const Site& site, const PanelVoice& voice);
/// A finding in full: what, when, by whom, why, on what evidence; held or not; with what was said to it.
[[nodiscard]] html::Html finding_in_full(const Site& site, const PanelVoice& voice);
[[nodiscard]] html::Html challenge_in_full(const Site& site, const Challenge& challenge, std::string_view language, Day today);

// /panel/plans/SLUG/items/ID and what is done there: "", "challenge", "comment", "hold", "free", "answer".
[[nodiscard]] Url panel_url(std::string_view slug, const ItemId& item, std::string_view step = {});

}  // namespace makegood::pages
