#pragma once
// Which other systems may use a register, and what was made for them?
//
//   GET  /desk/registers/NAME/tokens              the list, and the form for a new one
//   POST /desk/registers/NAME/tokens              system, organisation (an id), role, may (read, write), until-day, -month, -year:
//                                                 answered with the page that shows the token once
//   POST /desk/registers/NAME/tokens/ID/revoke    nothing

#include <optional>
#include <string>
#include <vector>

#include "pages/forms.h"
#include "pages/pieces.h"
#include "registers/registers.h"

namespace makegood::pages {

[[nodiscard]] Url tokens_url(std::string_view register_name);

struct TokenLine {
  std::string id, system, organisation, role;  ///< organisation: its name; role: "contributor"
  bool may_read = false, may_write = false;
  Day until, made;
  std::optional<Day> used, revoked;
  bool ended = false;
};

/// As it was typed.
struct TokenForm {
  std::string system, organisation, role;
  std::vector<std::string> may;
  DateFields until;
};
[[nodiscard]] TokenForm token_form_from(const QueryPairs& pairs);

struct NamedId {
  std::string id, name;
};
struct TokensPage {
  const Definition* definition = nullptr;
  std::vector<TokenLine> tokens;
  std::vector<NamedId> organisations;  ///< to choose from; empty where the register has none
  std::vector<std::string> roles;
  TokenForm typed;
  std::string fault, refusal;          ///< of the form: which field, and the sentence
};
[[nodiscard]] Html tokens_page(const TokensPage& page, const Site& site);

/// The secret, this once.
struct TokenMade {
  const Definition* definition = nullptr;
  TokenLine token;
  std::string secret;
};
[[nodiscard]] Html token_made_page(const TokenMade& made, const Site& site);

}  // namespace makegood::pages
