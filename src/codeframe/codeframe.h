#pragma once
// codeframe: the codes in which public bodies record people, as data, and how each is read.
//
//   CodeFrame       codes with labels, parents, days of validity and successors (ethnicity, sex, age,
//                   disability, religion, grade, authorities): one mechanism for all of them
//   CodedEthnicity  what one recorded value supports: a code, only its group, or which kind of unknown
//   Bridge          from one frame to another, with its breaks marked
//   CollectiveTerm  what somebody means by "ethnic minorities", which is no group until they say
//
//   auto coded = code_ethnicity("police_sde_16plus1", "W1");         // WBR, White
//   auto bare = code_ethnicity("", "White");                         // White, and no code: it says no more
//   auto hidden = code_ethnicity("nhs_data_dictionary_16plus1", "Z");  // not_stated: asked
//   auto now = code_frame("authorities")->on_day("E07000163", today);  // North Yorkshire
//
// The tables are catalogue/codeframes/*.csv, every line with its source; the build puts them into the
// program. A record that the tables do not know is "not recognised": it is never dropped and never guessed.
// Not stated, declined, not asked, not known and Other are five different things everywhere.
//
// codeframe must not know who holds the data, nor count anything.

#include "codeframe/bridge.h"
#include "codeframe/ethnicity.h"
#include "codeframe/frame.h"
#include "codeframe/recorded.h"
