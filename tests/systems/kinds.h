#pragma once
// The kinds of tests that catalogue/systems.csv names, for systems that a register serves: whether a register has what the
// test is about, and the test itself. Each works with the made-up rows, by the use cases that pages and commands call.

#include <array>
#include <string_view>

#include "systems/subject.h"

namespace makegood::systems {

[[nodiscard]] Faults check_form(const Subject& about);        ///< a row by form, read back; what is missing or unknown is refused
[[nodiscard]] Faults check_state(const Subject& about);       ///< every move, none that is not there, none without what it needs
[[nodiscard]] Faults check_deadline(const Subject& about);    ///< by a hand rule, over Christmas
[[nodiscard]] Faults check_permission(const Subject& about);  ///< own organisation only, on every way; hidden fields
[[nodiscard]] Faults check_return(const Subject& about);      ///< nil, silent, returned, and the completeness beside counts
[[nodiscard]] Faults check_public(const Subject& about);      ///< what may be public and nothing else
[[nodiscard]] Faults check_consent(const Subject& about);     ///< withdrawn, it is gone
[[nodiscard]] Faults check_import(const Subject& about);      ///< under another system's headings where it has any, twice
[[nodiscard]] Faults check_count(const Subject& about);       ///< against counts made from the file by other code
[[nodiscard]] Faults check_signal(const Subject& about);      ///< each signal: raised where it should be, and not without cause
[[nodiscard]] Faults check_link(const Subject& about);        ///< keys that lead somewhere, and those that do not
[[nodiscard]] Faults check_plan(const Subject& about);        ///< tied to items of a plan, and kept
[[nodiscard]] Faults check_sample(const Subject& about);      ///< drawn by a number that anybody can draw again
[[nodiscard]] Faults check_composition(const Subject& about); ///< who sits on each group, on any day, against the file
[[nodiscard]] Faults check_circulation(const Subject& about); ///< a paper goes round: words, silence, and a new version
[[nodiscard]] Faults check_arising(const Subject& about);     ///< what arises becomes an item of a plan, tied both ways
[[nodiscard]] Faults check_pack(const Subject& about);        ///< a pack never changes, and the next one says what arose
[[nodiscard]] Faults check_series(const Subject& about);      ///< counts over time, as the control chart reads them

[[nodiscard]] bool has_anything(const Subject& about);
[[nodiscard]] bool has_states(const Subject& about);
[[nodiscard]] bool has_deadline(const Subject& about);
[[nodiscard]] bool has_returns(const Subject& about);
[[nodiscard]] bool has_public(const Subject& about);
[[nodiscard]] bool has_consent(const Subject& about);
[[nodiscard]] bool has_counts(const Subject& about);
[[nodiscard]] bool has_signals(const Subject& about);
[[nodiscard]] bool has_links(const Subject& about);
[[nodiscard]] bool has_members(const Subject& about);
[[nodiscard]] bool has_papers(const Subject& about);
[[nodiscard]] bool has_items(const Subject& about);
[[nodiscard]] bool has_packs(const Subject& about);

struct Kind {
  std::string_view name;
  bool (*fits)(const Subject&);
  Faults (*check)(const Subject&);
};
inline constexpr auto kKinds = std::to_array<Kind>({
    {"form", has_anything, check_form},
    {"state", has_states, check_state},
    {"deadline", has_deadline, check_deadline},
    {"permission", has_anything, check_permission},
    {"return", has_returns, check_return},
    {"public", has_public, check_public},
    {"consent", has_consent, check_consent},
    {"import", has_anything, check_import},
    {"count", has_counts, check_count},
    {"signal", has_signals, check_signal},
    {"link", has_links, check_link},
    {"plan", has_anything, check_plan},
    {"report", has_anything, check_plan},
    {"sample", has_anything, check_sample},
    {"composition", has_members, check_composition},
    {"circulation", has_papers, check_circulation},
    {"arising", has_items, check_arising},
    {"pack", has_packs, check_pack},
});

}  // namespace makegood::systems
