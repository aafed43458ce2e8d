#pragma once
// A form that goes on later, as the handlers of forms need it: whose it is, and keeping it.

#include <optional>
#include <string>

#include "web/site/register_filling.h"

namespace makegood::web {

/// Whose a kept form is: whoever has the link, else the account. Nobody's where nobody is to be named and there is no link.
[[nodiscard]] std::string holder_of(const Visit& who, const Filling& filling);

/// Kept because they asked: the page that says where it is found again.
[[nodiscard]] Response save_for_later(const App& app, const Visit& who, Filling filling);
/// What a signed-in person has typed so far is theirs when they come back, whatever becomes of this browser.
void keep_along(const App& app, const Visit& who, const Filling& filling);

/// The forms of this visitor that wait, to be chosen from before a new one is begun; nothing where none does.
[[nodiscard]] std::optional<Response> forms_that_wait(const App& app, const Visit& who, const Definition& definition);

}  // namespace makegood::web
