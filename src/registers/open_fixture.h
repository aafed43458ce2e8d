#pragma once
// For tests: a register in which every role of the policy table has its place, and nothing is about people.

#include <string>

namespace makegood::test {

inline const std::string kOpenRegister = R"json({
 "fields": [
  {"name": "site", "title": "Site", "type": "string", "constraints": {"required": true}},
  {"name": "day", "title": "Day", "type": "date", "constraints": {"required": true}},
  {"name": "note", "title": "Note", "type": "string", "makegood": {"set_by": "handler"}}
 ],
 "makegood": {"name": "site-visits", "title": "Site visits", "title_cy": "Ymweliadau safle", "purpose": "Who looked at which site.", "version": 1,
  "lawful": {"controllers": ["Aberllyn Council"]}, "subjects": ["none"], "date": "day",
  "roles": {
   "submit": [{"role": "coordinator"}, {"role": "owner"}, {"role": "contributor"}, {"role": "scrutineer"}, {"role": "analyst"}, {"role": "handler"}],
   "see": [{"role": "coordinator"}, {"role": "owner"}, {"role": "contributor"}, {"role": "scrutineer"}, {"role": "analyst"}, {"role": "monitoring_officer"}, {"role": "handler"}],
   "handle": [{"role": "coordinator"}, {"role": "contributor"}, {"role": "scrutineer"}, {"role": "monitoring_officer"}, {"role": "handler"}],
   "export": [{"role": "coordinator"}, {"role": "contributor"}, {"role": "analyst"}, {"role": "monitoring_officer"}, {"role": "handler"}]},
  "states": [{"name": "seen", "title": "Seen", "moves": ["done"]}, {"name": "done", "title": "Done", "final": true}]
 }
})json";

}  // namespace makegood::test
