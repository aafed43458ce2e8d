#pragma once
// For tests: registers about groups, none of which is shipped: the groups, their members, papers that go round, and when
// they sat.

#include <string>

namespace makegood::test {

inline const std::string kPanels = R"json({
 "fields": [
  {"name": "short", "title": "Short name", "type": "string", "constraints": {"required": true}},
  {"name": "called", "title": "Name", "type": "string", "constraints": {"required": true}},
  {"name": "places", "title": "Places", "type": "integer", "constraints": {"minimum": 1}},
  {"name": "must_have", "title": "Must be there", "type": "string", "makegood": {"frame": "trade", "many": true}}
 ],
 "primaryKey": "short",
 "makegood": {
  "name": "panels", "title": "Panels", "purpose": "What each panel is for.", "version": 1,
  "lawful": {"controllers": ["Aberllyn Council"]}, "subjects": ["none"],
  "roles": {"submit": [{"role": "coordinator"}], "see": [{"role": "coordinator"}, {"role": "analyst"}, {"role": "scrutineer"}], "handle": [{"role": "coordinator"}], "export": []},
  "frames": {"trade": [{"code": "health", "title": "Health"}, {"code": "police", "title": "Police"}, {"code": "business", "title": "Business"}]}
 }
})json";

inline const std::string kSeats = R"json({
 "fields": [
  {"name": "panel", "title": "Panel", "type": "string", "constraints": {"required": true}},
  {"name": "number", "title": "Number", "type": "string", "constraints": {"required": true}},
  {"name": "kind", "title": "Kind", "type": "string", "makegood": {"frame": "kind"}},
  {"name": "trade", "title": "Trade", "type": "string", "makegood": {"frame": "trade", "many": true}},
  {"name": "body", "title": "Body", "type": "string", "makegood": {"refers": "organisation"}},
  {"name": "tongue", "title": "Language", "type": "string", "makegood": {"frame": "tongue"}},
  {"name": "mail", "title": "E-mail", "type": "string", "format": "email", "makegood": {"holds": "personal", "seen_by": ["coordinator"], "erased": true}},
  {"name": "begins", "title": "Begins", "type": "date"},
  {"name": "ends", "title": "Ends", "type": "date"},
  {"name": "gone", "title": "Gone", "type": "date", "makegood": {"set_by": "handler"}}
 ],
 "primaryKey": ["panel", "number"],
 "foreignKeys": [{"fields": "panel", "reference": {"resource": "panels", "fields": "short"}}],
 "makegood": {
  "name": "seats", "title": "Seats", "purpose": "Who sits where.", "version": 1,
  "lawful": {"article_6": "e", "controllers": ["Aberllyn Council"]}, "subjects": ["staff"], "opens": "at_once",
  "roles": {"submit": [{"role": "coordinator"}], "see": [{"role": "coordinator"}, {"role": "analyst"}], "handle": [{"role": "coordinator"}], "export": []},
  "frames": {
   "kind": [{"code": "chair", "title": "Chair"}, {"code": "organisation", "title": "For an organisation"}, {"code": "community", "title": "For a community"}],
   "tongue": [{"code": "en", "title": "English"}, {"code": "cy", "title": "Welsh"}],
   "trade": [{"code": "health", "title": "Health"}, {"code": "police", "title": "Police"}, {"code": "business", "title": "Business"}]
  },
  "states": [{"name": "proposed", "title": "Proposed", "moves": ["serving"]}, {"name": "serving", "title": "Serving", "moves": ["over"]}, {"name": "over", "title": "Over", "final": true}],
  "retention": {"years": 3, "from": "recorded"},
  "signals": [{"name": "term_over", "title": "Term is over", "kind": "overdue", "field": "ends", "to": "coordinator"}],
  "composition": {"group": "panel", "from": "begins", "until": "ends", "left": "gone", "states": ["serving", "over"], "by": ["kind", "trade", "body"],
   "address": "mail", "language": "tongue", "seats": "places", "required": {"field": "trade", "listed_in": "must_have"}}
 }
})json";

inline const std::string kPapers = R"json({
 "fields": [
  {"name": "panel", "title": "Panel", "type": "string", "constraints": {"required": true}},
  {"name": "title", "title": "Paper", "type": "string", "constraints": {"required": true, "maxLength": 100}},
  {"name": "edition", "title": "Version", "type": "string", "constraints": {"required": true, "maxLength": 20}},
  {"name": "bytes", "title": "File", "type": "string", "makegood": {"set_by": "handler"}},
  {"name": "number", "title": "Member", "type": "string"},
  {"name": "office", "title": "Post", "type": "string", "makegood": {"refers": "post"}},
  {"name": "went", "title": "Sent on", "type": "date", "constraints": {"required": true}},
  {"name": "back_by", "title": "Answer by", "type": "date", "constraints": {"required": true}},
  {"name": "word", "title": "Answer", "type": "string", "makegood": {"frame": "word", "set_by": "handler"}},
  {"name": "said_on", "title": "Answered on", "type": "date", "makegood": {"set_by": "handler"}},
  {"name": "why", "title": "Comment", "type": "string", "constraints": {"maxLength": 500}, "makegood": {"long": true, "set_by": "handler"}}
 ],
 "primaryKey": ["panel", "title", "edition", "number"],
 "foreignKeys": [{"fields": ["panel", "number"], "reference": {"resource": "seats", "fields": ["panel", "number"]}}],
 "makegood": {
  "name": "rounds", "title": "Papers that went round", "purpose": "Who agreed to what.", "version": 1,
  "lawful": {"controllers": ["Aberllyn Council"]}, "subjects": ["organisations"],
  "roles": {"submit": [{"role": "coordinator"}], "see": [{"role": "coordinator"}, {"role": "scrutineer"}], "handle": [{"role": "coordinator"}], "export": [{"role": "coordinator"}]},
  "frames": {"word": [{"code": "yes", "title": "Agrees"}, {"code": "yes-but", "title": "Agrees, with a comment"}, {"code": "no", "title": "Does not agree"}]},
  "date": "went",
  "states": [{"name": "asked", "title": "Asked", "moves": ["answered", "replaced"]},
   {"name": "answered", "title": "Answered", "needs": ["word", "said_on"], "moves": ["replaced"], "final": true}, {"name": "replaced", "title": "Replaced", "final": true}],
  "circulation": {"group": "panel", "paper": "title", "version": "edition", "member": "number", "post": "office", "file": "bytes", "sent": "went", "due": "back_by",
   "answer": "word", "answered": "said_on", "comment": "why", "agree": ["yes", "yes-but"], "explain": ["yes-but", "no"],
   "states": {"asked": "asked", "answered": "answered", "replaced": "replaced"}}
 }
})json";

inline const std::string kTalks = R"json({
 "fields": [
  {"name": "ref", "title": "Reference", "type": "string", "constraints": {"required": true}},
  {"name": "panel", "title": "Panel", "type": "string", "constraints": {"required": true}},
  {"name": "on", "title": "Day", "type": "date", "constraints": {"required": true}},
  {"name": "topic", "title": "Topic", "type": "string", "makegood": {"title_cy": "Pwnc"}},
  {"name": "who_said", "title": "Who said what", "type": "string", "makegood": {"holds": "personal", "seen_by": ["coordinator"], "erased": true}}
 ],
 "primaryKey": "ref",
 "foreignKeys": [{"fields": "panel", "reference": {"resource": "panels", "fields": "short"}}],
 "makegood": {
  "name": "talks", "title": "Talks", "purpose": "When each panel sat.", "version": 1,
  "lawful": {"article_6": "e", "controllers": ["Aberllyn Council"]}, "subjects": ["staff"], "opens": "at_once", "retention": {"years": 3, "from": "on"}, "date": "on",
  "roles": {"submit": [{"role": "coordinator"}], "see": [{"role": "coordinator"}, {"role": "analyst"}, {"role": "scrutineer"}], "handle": [{"role": "coordinator"}], "export": []},
  "links": ["items"],
  "pack": {"group": "panel", "day": "on", "agenda": ["on", "topic"], "members": "seats", "signals": ["seats"], "actions": true,
   "records": [{"register": "rounds", "fields": ["title", "edition", "word"], "field": "panel", "is": "group", "since_last": true},
               {"register": "talks", "fields": ["ref", "topic", "who_said"], "field": "ref", "is": "earlier"}]}
 }
})json";

}  // namespace makegood::test
