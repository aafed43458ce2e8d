#pragma once
// A small register of our own for tests: every rule of the vocabulary is in it at least once.

#include <string>

#include "registers/registers.h"

namespace makegood::test {

inline const std::string kRegister = R"json({
 "fields": [
  {"name": "school", "title": "School", "type": "string", "constraints": {"required": true},
   "makegood": {"page": "where", "refers": "organisation", "headings": ["Establishment"]}},
  {"name": "happened_on", "title": "Date", "type": "date", "constraints": {"required": true, "minimum": "2000-01-01"},
   "makegood": {"page": "where"}},
  {"name": "kind", "title": "What happened", "type": "string", "constraints": {"required": true},
   "makegood": {"page": "what", "frame": "kind"}},
  {"name": "words", "title": "What was said", "type": "string", "constraints": {"required": true, "maxLength": 200},
   "makegood": {"page": "what", "shown_if": {"field": "kind", "in": ["verbal"]}, "holds": "personal", "erased": true}},
  {"name": "pupils", "title": "How many pupils", "type": "integer", "constraints": {"minimum": 1, "maximum": 50},
   "makegood": {"page": "what"}},
  {"name": "ethnicity", "title": "Ethnic group", "type": "string",
   "makegood": {"page": "what", "frame": "ethnicity-2021", "holds": "special_category", "case": false, "seen_by": ["analyst"], "erased": true}},
  {"name": "author", "title": "Reported by", "type": "string", "makegood": {"page": "what"}},
  {"name": "reviewer", "title": "Reviewed by", "type": "string", "makegood": {"set_by": "handler"}},
  {"name": "outcome", "title": "Outcome", "type": "string", "makegood": {"set_by": "handler", "long": true}}
 ],
 "missingValues": ["", "n/a"],
 "makegood": {
  "name": "incidents", "title": "Incidents", "title_cy": "Digwyddiadau", "purpose": "What happened, so that it is dealt with.",
  "version": 1,
  "lawful": {"article_6": "e", "article_9": "g", "schedule_1": "8", "controllers": ["The school"], "dpia": "DPIA-1"},
  "subjects": ["pupils"], "opens": "dpia",
  "roles": {"submit": [{"role": "contributor", "of": "own"}], "see": [{"role": "contributor", "of": "own"}, {"role": "coordinator"}],
            "handle": [{"role": "coordinator"}], "export": [{"role": "analyst"}]},
  "organisation": "school", "author": "author", "independent": ["reviewer"], "date": "happened_on",
  "pages": [{"name": "where", "title": "Where and when"}, {"name": "what", "title": "What happened"}],
  "frames": {"kind": [{"code": "verbal", "title": "Something was said"}, {"code": "physical", "title": "Somebody was hurt"}]},
  "states": [{"name": "reported", "title": "Reported", "moves": ["reviewed"], "within_days": 5},
             {"name": "reviewed", "title": "Reviewed", "moves": ["reported", "closed"], "needs": ["reviewer"]},
             {"name": "closed", "title": "Closed", "needs": ["outcome"], "final": true}],
  "returns": {"every": "term", "expected": "school", "nil": true, "due_days": 14},
  "retention": {"years": 6, "from": "closed"},
  "counts": {"by": ["kind", "ethnicity"], "of": "incidents"},
  "signals": [{"name": "late", "title": "Not reviewed in time", "kind": "overdue", "to": "coordinator"}]
 }
})json";

/// The text with one piece put in the place of another, which must be there.
inline std::string with_change(std::string_view from, std::string_view to) {
  auto text = kRegister;
  const auto at = text.find(from);
  if (at == std::string::npos) return {};
  return text.replace(at, from.size(), to);
}

inline Definition incidents() { return read_definition(kRegister).definition; }

}  // namespace makegood::test
