#pragma once
// For tests: a register to which people write without saying who they are, or in confidence.

#include <string>

#include "registers/registers.h"

namespace makegood::test {

inline const std::string kTips = R"json({
 "fields": [
  {"name": "about", "title": "What is it about", "type": "string", "constraints": {"required": true, "maxLength": 400}, "makegood": {"page": "what"}},
  {"name": "team", "title": "Team", "type": "string", "makegood": {"page": "what", "refers": "organisation"}},
  {"name": "name", "title": "Your name", "type": "string", "constraints": {"required": true}, "makegood": {"page": "who", "sender": true, "erased": true}},
  {"name": "reach", "title": "How to reach you", "type": "string", "makegood": {"page": "who", "sender": true, "holds": "personal", "erased": true}},
  {"name": "answer", "title": "Answer", "type": "string", "makegood": {"set_by": "handler"}}
 ],
 "makegood": {"name": "tips", "title": "Tips", "title_cy": "Awgrymiadau", "purpose": "What should be looked at.", "version": 1,
  "lawful": {"article_6": "e", "controllers": ["Aberllyn Council"]}, "subjects": ["public"], "organisation": "team",
  "roles": {"submit": [{"role": "anybody"}],
            "see": [{"role": "coordinator"}, {"role": "handler"}, {"role": "analyst"}, {"role": "contributor", "of": "own"}],
            "handle": [{"role": "handler"}, {"role": "contributor", "of": "own"}], "export": [{"role": "coordinator"}, {"role": "analyst"}, {"role": "handler"}]},
  "pages": [{"name": "what", "title": "What happened"}, {"name": "who", "title": "About you"}],
  "states": [{"name": "new", "title": "New", "moves": ["done"]}, {"name": "done", "title": "Dealt with", "title_cy": "Wedi ei drin", "final": true}],
  "retention": {"years": 2, "from": "recorded"}, "links": ["items", "evidence", "registers"],
  "anonymous": true, "confidential": true, "exit": true}
})json";

/// The same register with one member put in the place of another, which must be there.
inline std::string tips_with(std::string_view from, std::string_view to) {
  auto text = kTips;
  const auto at = text.find(from);
  return at == std::string::npos ? std::string{} : text.replace(at, from.size(), to);
}
inline const std::string kBoth = R"("anonymous": true, "confidential": true)";

}  // namespace makegood::test
