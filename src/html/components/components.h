#pragma once
// All components: `#include "html/components/components.h"`, then
//
//   namespace govuk = makegood::html::govuk;
//   Html status = govuk::tag({.text = words("status.overdue"), .classes = "govuk-tag--red"});
//   Html send = govuk::button({.text = words("import.send"), .classes = "govuk-button--secondary"});
//   Html name = govuk::input({.name = "title", .label = {.text = words("plan.title")}});
//
// Each is checked against the HTML fixtures of govuk-frontend; docs/reference/components.md lists them.

#include "html/components/choices.h"
#include "html/components/content.h"
#include "html/components/exit_this_page.h"
#include "html/components/fields.h"
#include "html/components/layout.h"
#include "html/components/lists.h"
#include "html/components/parts.h"
#include "html/components/wayfinding.h"
