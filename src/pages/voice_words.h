#pragma once
// The three voices in words. A word has no colour: nothing is told by colour alone, and no two voices are
// ever made one.

#include <string>

#include "pages/answer_form.h"
#include "progress/standing.h"

namespace makegood::pages {

[[nodiscard]] std::string found_words(const Site& site, Found found);  ///< "Partly evidenced"
/// "Owner reports Complete; the panel finds Not evidenced."
[[nodiscard]] std::string disagreement_words(const Site& site, const Disagreement& disagreement);

/// What the rule adds once claims and evidence are known: complete without evidence, forecast late. Empty
/// where it adds nothing.
[[nodiscard]] html::Html computed_notes(const Site& site, const Computed& computed);

/// The post of a voice, else the account, which no public Progress has; empty = neither is known.
[[nodiscard]] std::string voice_name(const Voice& voice);

}  // namespace makegood::pages
