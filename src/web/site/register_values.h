#pragma once
// What the pages of registers share: which register a visitor may know of, and who may send something in.

#include <memory>

#include "registers/registers.h"
#include "web/site/app.h"

namespace makegood::web {

[[nodiscard]] bool may_submit(const KeptRegister& kept, const Visit& who);
/// Whether it has something for somebody who comes by: public records, or a form for anybody.
[[nodiscard]] bool is_for_everybody(const KeptRegister& kept);
/// A register that the visitor may know of: one for everybody, or one that they work with.
[[nodiscard]] Result<std::shared_ptr<const KeptRegister>> known_register(const App& app, const Visit& who, std::string_view name);
/// One that they may send something in to. Refuses with the sentence for the page.
[[nodiscard]] Result<std::shared_ptr<const KeptRegister>> register_to_report_on(const App& app, const Visit& who, std::string_view name);

/// Anybody may send some forms, so their routes do not ask for the token; with a session a form says more than anybody
/// does, and carries it.
[[nodiscard]] bool may_be_theirs(const Visit& who, const Request& request);
inline const Refusal kStaleForm{Fault::not_allowed, "this form is too old: open it again", {}};

}  // namespace makegood::web
