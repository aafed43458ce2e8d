#pragma once
// pages: plain values in, Html out. Each page answers one question with its heading, says the
// answer before anything else, gives every fact a date and a way to see how it is known, and
// needs no script.
//
//   view models   plain structs that pure functions make of plans: make_plan_page, make_desk_page ...
//   pages         free functions: Html plan_page(const PlanPage&, const Site&)
//   Site          language, words, day, reader: what every page is given besides its values
//
//   Site site{Words::for_language(Language::cy), "Makegood", "Aberllyn Council", today, Url("/plans/aberllyn")};
//   const PlanQuery query = plan_query_from({{"status", "overdue"}, {"sort", "due"}});
//   const PlanPage page = make_plan_page(plan, provenance, query, today);
//   Html html = plan_page(page, site);
//
// pages must not know requests, sessions, the database or the clock; who may see a page is
// decided before it is made. Forms name their fields in pages/forms.h.

#include "pages/account_pages.h"
#include "pages/change_pages.h"
#include "pages/desk_model.h"
#include "pages/desk_pages.h"
#include "pages/directory_pages.h"
#include "pages/edition_pages.h"
#include "pages/feed.h"
#include "pages/follow_pages.h"
#include "pages/mail_pages.h"
#include "pages/meeting_page.h"
#include "pages/forms.h"
#include "pages/grid.h"
#include "pages/item_file_page.h"
#include "pages/item_model.h"
#include "pages/panel_pages.h"
#include "pages/plan_model.h"
#include "pages/public_pages.h"
#include "pages/reply_pages.h"
#include "pages/reply_question.h"
#include "pages/search_model.h"
#include "pages/redate_page.h"
#include "pages/shared_items.h"
#include "pages/sheet_pages.h"
#include "pages/sign_in_pages.h"
#include "pages/site.h"
#include "pages/slipped.h"
#include "pages/source_page.h"
#include "pages/static_pages.h"
#include "pages/updates_pages.h"
