#pragma once
// A register's form between two requests: everything that was typed so far comes with each, and nothing is kept here.
// What is done with it in the end (sent in, kept for later, put in the place of what was sent before) is for the handlers.

#include <memory>
#include <string>
#include <string_view>

#include "pages/register_pages.h"
#include "web/site/app.h"

namespace makegood::web {

/// A form as it is filled in, with the definition that it is asked by: without what this sender is not asked.
struct Filling {
  std::shared_ptr<const KeptRegister> kept;
  std::shared_ptr<const Definition> asked;
  pages::RegisterForm form;

  /// Chooses the questions by what the sender said about being named.
  void ask_as(std::string_view sent_as);
  /// Asks these and no others; whether to be named was said before.
  void ask(Definition questions);
  [[nodiscard]] bool names_nobody() const;
};
[[nodiscard]] Filling filling_of(std::shared_ptr<const KeptRegister> kept, std::string_view sent_as);

/// Takes over everything that the form sent, what it asked under an earlier version included.
void take_typed(const App& app, Filling& filling, const pages::QueryPairs& pairs);
/// Whether the form changed while it lay open and they have not seen that: then nothing else happens. Says so, once.
[[nodiscard]] bool must_be_told(Filling& filling);

/// To the page before, the one after or the one named ("back", "next", "to-NAME"). False: it stays, with what is wrong.
[[nodiscard]] bool turn_page(Filling& filling, std::string_view go);
/// Whether something may not stand; the form is then at the first page where that is so.
[[nodiscard]] bool is_faulty(Filling& filling);
/// The same for faults that were found when it was sent.
void show_faults(Filling& filling, std::vector<RegisterFault> faults);

[[nodiscard]] Response form_shown(const App& app, const Visit& who, Filling filling, int status = 200);

}  // namespace makegood::web
