#pragma once
// What the pages of records share.

#include <vector>

#include "formats/workbook.h"
#include "pages/record_sides.h"
#include "tasks/record_ties.h"
#include "web/site/handlers.h"

namespace makegood::web {

/// Ties as pages show them, with their addresses.
[[nodiscard]] std::vector<pages::TieLine> tie_lines(const std::vector<tasks::TieShown>& ties);

/// The record's page again with the message that could not be sent, and why.
[[nodiscard]] Response message_refused(const App& app, const Visit& who, const RouteMatch& match, const RecordMessage& message, const Refusal& refusal);

/// A workbook as a download that is called after the register.
[[nodiscard]] Response send_register_workbook(const Visit& who, const Workbook& book, std::string_view register_name);

}  // namespace makegood::web
