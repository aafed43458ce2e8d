#pragma once
// A form that mends what was sent in before; the form itself is register_form_page().
//
//   GET  /registers/NAME/sent/ID        the form with its answers, for whoever sent it and is signed in (POST: as the form,
//                                       and amend-seen, amend-reply; go = save, and anew: without what was saved)
//   POST /registers/NAME/receipt/form   the same by receipt: go = open shows it

#include <optional>

#include "pages/register_pages.h"

namespace makegood::pages {

// Hyphens, so that no field of a register can have the name.
inline constexpr std::string_view kAmendSeen = "amend-seen", kAmendReply = "amend-reply";

[[nodiscard]] Url own_record_url(std::string_view register_name, const RecordId& id);
[[nodiscard]] Url receipt_form_url(std::string_view register_name);

/// Above the questions: what was asked when it was sent back.
[[nodiscard]] Html question_asked(const Site& site, const FormAmends& amends);
/// Before it is sent: what somebody else wrote meanwhile, where it is not what was typed; and room for an answer.
[[nodiscard]] Html amendment_checked(const Site& site, const RegisterForm& form);
/// What goes from page to page with it.
[[nodiscard]] Html amendment_carried(const RegisterForm& form);

/// They are kept for later. By receipt, or from the form's own address.
[[nodiscard]] Html amendment_saved_page(const Definition& definition, const Day& until, const std::optional<Url>& form, const Site& site);

/// It was sent, by somebody with a receipt.
[[nodiscard]] Html amended_page(const Definition& definition, const Site& site);

}  // namespace makegood::pages
