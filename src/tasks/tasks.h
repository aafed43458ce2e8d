#pragma once
// tasks: the use cases, shared by the web and the command line. Each takes the workspace (the
// doors), who does it, and values; it checks that they may, decides, and writes through the
// ledger in one batch: all of it happens or none.
//
//   auto proposal = propose_import(workspace, actor, {bytes, "plan.docx"}, draft, {});
//   settle_finding(workspace, actor, proposal->id, settlement);
//   auto accepted = accept_import(workspace, actor, proposal->id, {});
//   release_plan(workspace, actor, accepted->slug);
//   auto rows = status_rows(kept->plan, progress, today);
//   auto story = history(workspace, accepted->slug, ItemId{}, 50, 0);
//
// Rooms: import.h, reread.h (a column given another meaning), by_hand.h, sources.h, revision.h, plans.h, share.h (items in several plans), history.h,
// findings.h and challenges.h (the panel's voice, and what it asks), bulk.h and redate.h (one change to many items), saved_filters.h, seen_progress.h (what
// was said, as whoever looks may see it),
// directory.h, directory_import.h, erasure.h, owners.h (people, posts, and what a plan's names mean),
// letter.h, outbox.h and sending.h (mail), following.h and subscriptions.h, sign_in.h, sessions.h, accounts.h (passwords and codes), access_log.h,
// people.h (names of access: who may do what), plan_files.h (what a plan leaves the house as),
// registers.h, records.h and record_import.h (registers by definition, one record, many at once),
// sheets.h, meeting.h, own_items.h and wanted.h (answers by spreadsheet, in a meeting, signed in; whose word is wanted),
// updates.h, drafts.h and quarantine.h (what owners say, and their files), stages.h (how far an item has come).
// tasks must not know HTTP, argv, SQL or pages.

#include "tasks/access_log.h"
#include "tasks/accounts.h"
#include "tasks/bulk.h"
#include "tasks/by_hand.h"
#include "tasks/directory.h"
#include "tasks/erasure.h"
#include "tasks/directory_import.h"
#include "tasks/drafts.h"
#include "tasks/challenges.h"
#include "tasks/findings.h"
#include "tasks/history.h"
#include "tasks/import.h"
#include "tasks/item_file.h"
#include "tasks/meeting.h"
#include "tasks/outbox.h"
#include "tasks/own_items.h"
#include "tasks/owners.h"
#include "tasks/people.h"
#include "tasks/plan_files.h"
#include "tasks/plans.h"
#include "tasks/redate.h"
#include "tasks/publication.h"
#include "tasks/record_import.h"
#include "tasks/records.h"
#include "tasks/registers.h"
#include "tasks/reports.h"
#include "tasks/quarantine.h"
#include "tasks/reread.h"
#include "tasks/revision.h"
#include "tasks/saved_filters.h"
#include "tasks/seen_progress.h"
#include "tasks/sending.h"
#include "tasks/sessions.h"
#include "tasks/share.h"
#include "tasks/sheets.h"
#include "tasks/sign_in.h"
#include "tasks/sign_in_letter.h"
#include "tasks/stages.h"
#include "tasks/subscriptions.h"
#include "tasks/updates.h"
#include "tasks/voice.h"
#include "tasks/workspace.h"
