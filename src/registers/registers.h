#pragma once
// registers: a table and its rules in one JSON file. Forms, imports, exports, pages and counts all
// come from a Definition; nothing here, nor anywhere else, names a register.
//
//   ReadDefinition read = read_definition(text);                  // never stops at the first fault
//   for (const DefinitionFault& fault : read.faults) say(fault.line, fault.message);
//   Answers answers{{"school", "Harbour Hill"}, {"kind", "verbal"}};
//   for (const RegisterField* field : asked(read.definition, answers)) ask(*field);
//   for (const RegisterFault& fault : check_answers(read.definition, answers, Moment::submitting)) ...
//   Reach reach = reach_of(read.definition.roles.see, actor);     // none, own organisations, all
//
// The words of a definition are laid down in docs/reference/registers.md. Rooms:
//
//   definition.h       the nouns                    answers.h    what was filled in, and whether it may stand
//   definition_words.h one row an enumerator        reach.h      who may do what to whose records
//   read_definition.h  JSON to a definition         states.h     from one state to the next, and by when
//   check_definition.h what contradicts itself      periods.h    what is to be returned, and who is silent
//   record.h           one record, and how entries write it
//   record_file.h      columns of a file            json_lines.h on which line a member stands
//   answers_json.h     answers as another system sends and reads them (includes JSON: not among those below)
//   ties.h             what a record is tied to, and messages about it
//   form_upgrade.h     a form that was begun under an earlier version
//   care.h             what data protection law lays beside a record
//   subject.h          where a text names a person, and the text without names
//   coded_values.h     how records count by their answers, counts.h counts of them, signals.h what is worth watching
//   group_words.h      what a definition says about groups, composition.h who sits on one, paper_rounds.h what went round
//   consent.h          whether a record may be used, published.h what everybody may see
//   snap.h             a place no finer than it may be kept
//   shipped.h          registers that come with the program, working days
//   register_repository.h, care_repository.h   the doors to where registers and what stands beside records are kept
//
// registers must not know where records are kept, nor how a form looks.

#include "registers/answers.h"
#include "registers/care.h"
#include "registers/care_repository.h"
#include "registers/definition.h"
#include "registers/periods.h"
#include "registers/reach.h"
#include "registers/read_definition.h"
#include "registers/record.h"
#include "registers/record_file.h"
#include "registers/register_repository.h"
#include "registers/shipped.h"
#include "registers/states.h"
#include "registers/ties.h"
