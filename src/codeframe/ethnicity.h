#pragma once
// Ethnicity as somebody recorded it -> a code of a frame, never with more detail than the record supports.

#include <string>
#include <string_view>

#include "base/base.h"

namespace makegood {

/// Exactly one of: a group (with or without a code), a kind of unknown, or neither, and then `reason` says why
/// ("BAME" is no group; "Christian" is a religion; not recognised).
struct CodedEthnicity {
  std::string code;            ///< "AIN"; empty where the record stops at the group
  std::string group;           ///< "Asian"
  std::string unknown_kind;    ///< not_stated (asked), not_known (not asked, or not recorded)
  std::string unknown_detail;  ///< declined, no_answer, not_asked, not_recorded; empty when the record mixes them
  std::string reason;          ///< never empty
  bool recognised = false;     ///< false: the words are in no table of ours
  bool operator==(const CodedEthnicity&) const = default;
};

/// `scheme` empty or "free_text_variant": words, and codes that mean one thing in every scheme that has them.
/// `frame`: ethnicity-2021, or one that it has bridges to (ethnicity-2011, ethnicity-2001).
/// Edge: nothing written is not_known, not_recorded. A code and words that disagree give no group.
/// Refuses: an unknown scheme or frame -> Fault::invalid_input.
/// Source: ONS harmonised standard for ethnic group, and the sources in the catalogue's tables, line by line.
[[nodiscard]] Result<CodedEthnicity> code_ethnicity(std::string_view scheme, std::string_view raw,
                                                    std::string_view frame = "ethnicity-2021");

}  // namespace makegood
