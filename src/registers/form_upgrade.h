#pragma once
// A form that was begun under one version of a register and goes on under another. What still fits stays where it is;
// what does not is named, with what was typed, so that nobody loses a word.
//
//   const FormUpgrade upgrade = upgrade_of(&before, now, answers);
//   for (const LostAnswer& lost : upgrade.gone) say(lost.title, lost.value);

#include <string>
#include <vector>

#include "registers/answers.h"

namespace makegood {

/// Something typed for which the form has no place any more.
struct LostAnswer {
  Bilingual title;
  std::string value;
};

struct FormUpgrade {
  std::vector<LostAnswer> gone;         ///< answers to questions that are not asked any more
  std::vector<std::string> fresh;       ///< fields that are asked now and were not
  std::vector<RegisterFault> misfits;   ///< answers that stood before and do not stand now
  [[nodiscard]] bool empty() const { return gone.empty() && fresh.empty() && misfits.empty(); }
};

/// `before` is null where the earlier version is not known any more: then names stand for titles and nothing is told as
/// new. Answers may have more fields than `after`.
[[nodiscard]] FormUpgrade upgrade_of(const Definition* before, const Definition& after, const Answers& answers);

}  // namespace makegood
