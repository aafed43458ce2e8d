#pragma once
// html: markup by construction. Elements are functions; their arguments are attributes and
// children in any order; text is escaped because it is text.
//
//   Html         finished markup; only the builder makes one
//   Attributes   cls("x"), id("y"), attr("data-x", "y"), flag("checked", on), href(url); `+` joins
//   Url          site-relative, https:, http:, mailto:, otpauth:, and nothing else
//   Content      text or Html, where a component takes either
//   Wording      a word from the catalogue that a component cannot do without
//
//   using namespace makegood::html;
//   Html rows = each(plan.items, [](const Item& item) {
//     return li(cls("mg-item"), a(cls("govuk-link"), href(Url::path({"plans", slug, "items", item.id})), item.title));
//   });
//   Html body = div(id("items"), h2(cls("govuk-heading-m"), words("plan.items")), ul(cls("govuk-list"), rows),
//                   when(late > 0, p(cls("govuk-body"), late, " ", words("plan.late"))));
//
// Tag and attribute names are literals that the compiler checks; an event handler, a style, an
// inline script, a URL as plain text or a bool as a child does not compile. Text given to an
// element must be valid UTF-8. The components of the design system are in html/components.h.
// html must not know plans, requests, languages or the catalogue: words come in as arguments.

#include "html/builder.h"
#include "html/elements.h"
#include "html/url.h"
