#pragma once
// The handlers of the routes, by page, and the few verbs that they share.

#include <array>
#include <span>

#include "web/site/app.h"
#include "web/site/permissions.h"

namespace makegood::web {

[[nodiscard]] Response page(const html::Html& html, int status = 200);
/// 303 to this path, in the visitor's language.
[[nodiscard]] Response go_to(const Visit& who, std::string_view path);
/// The plan as a visitor may see it: as it is kept or as it is released.
[[nodiscard]] Result<std::shared_ptr<const KeptPlan>> plan_for(const App& app, const Visit& who, std::string_view slug);
/// A line of a story as pages show it.
[[nodiscard]] pages::HistoryLine shown_line(const tasks::HistoryLine& line);
/// What they may see of this plan: all of it where they keep it or look after it, else what is released.
[[nodiscard]] View view_of(const Visit& who, std::string_view slug);
/// What they may do about the items of this plan in the panel's matters.
[[nodiscard]] pages::PanelRights panel_rights(const Visit& who, std::string_view slug);
[[nodiscard]] pages::Provenance provenance_of(const App& app, const KeptPlan& kept);
/// The lines of a plan's story, or of one item's when `item` is given.
[[nodiscard]] Result<std::vector<pages::HistoryLine>> story_of(const App& app, const Visit& who, const KeptPlan& kept,
                                                               const ItemId& item);

/// The page of a plan with the items that it includes of others.
[[nodiscard]] pages::PlanPage plan_values(const tasks::ShownPlan& shown, const pages::Provenance& provenance, const pages::PlanQuery& query,
                                          const RuleBook& rules);

/// Every plan that the visitor may see, kept alive while a page is made of them.
struct Shelf {
  std::vector<std::shared_ptr<const KeptPlan>> kept;
  std::vector<std::unique_ptr<const Plan>> wholes;  ///< those that include items of others
  std::vector<pages::KnownPlan> known;
};
[[nodiscard]] Result<Shelf> shelf_for(const App& app, const Visit& who);

/// The imports that wait for this person.
[[nodiscard]] Result<std::vector<pages::ProposalLine>> waiting_proposals(const App& app, const Visit& who);
[[nodiscard]] pages::ProposalLine proposal_line(const tasks::ImportSummary& summary);

/// Names and values of a query or a form, as pages read them.
[[nodiscard]] pages::QueryPairs pairs_of(const Fields& fields);

inline constexpr RouteOptions kForm{.body = BodyKind::urlencoded};
inline constexpr RouteOptions kUpload{.body = BodyKind::multipart, .max_body = kUploadBytes + kFormBytes, .heavy = true};
inline constexpr RouteOptions kReading{.heavy = true};  // a document may have to be read again
inline constexpr RouteOptions kHeavyForm{.body = BodyKind::urlencoded, .heavy = true};

// The rows of each file of handlers, joined in routes.cc.
[[nodiscard]] std::span<const Route<App>> public_routes();
[[nodiscard]] std::span<const Route<App>> changes_routes();
[[nodiscard]] std::span<const Route<App>> fixed_routes();
[[nodiscard]] std::span<const Route<App>> sign_in_routes();
[[nodiscard]] std::span<const Route<App>> account_routes();
[[nodiscard]] std::span<const Route<App>> desk_routes();
[[nodiscard]] std::span<const Route<App>> import_routes();
[[nodiscard]] std::span<const Route<App>> indicator_routes();
[[nodiscard]] std::span<const Route<App>> source_routes();
[[nodiscard]] std::span<const Route<App>> share_routes();
[[nodiscard]] std::span<const Route<App>> cycle_routes();
[[nodiscard]] std::span<const Route<App>> calendar_routes();
[[nodiscard]] std::span<const Route<App>> mail_routes();
[[nodiscard]] std::span<const Route<App>> follow_routes();
[[nodiscard]] std::span<const Route<App>> people_routes();
[[nodiscard]] std::span<const Route<App>> match_routes();
[[nodiscard]] std::span<const Route<App>> edition_routes();
[[nodiscard]] std::span<const Route<App>> report_routes();
[[nodiscard]] std::span<const Route<App>> reply_routes();
[[nodiscard]] std::span<const Route<App>> sheet_routes();
[[nodiscard]] std::span<const Route<App>> meeting_routes();
[[nodiscard]] std::span<const Route<App>> my_items_routes();
[[nodiscard]] std::span<const Route<App>> updates_routes();
[[nodiscard]] std::span<const Route<App>> panel_routes();
[[nodiscard]] std::span<const Route<App>> slipped_routes();
[[nodiscard]] std::span<const Route<App>> grid_routes();
[[nodiscard]] std::span<const Route<App>> timeline_routes();
[[nodiscard]] std::span<const Route<App>> erasure_routes();
[[nodiscard]] std::span<const Route<App>> assessment_routes();
[[nodiscard]] std::span<const Route<App>> register_routes();
[[nodiscard]] std::span<const Route<App>> record_routes();
[[nodiscard]] std::span<const Route<App>> token_routes();
[[nodiscard]] std::span<const Route<App>> api_routes();
[[nodiscard]] std::span<const Route<App>> register_form_routes();
[[nodiscard]] std::span<const Route<App>> begun_form_routes();
[[nodiscard]] std::span<const Route<App>> amendment_routes();
[[nodiscard]] std::span<const Route<App>> register_file_routes();
[[nodiscard]] std::span<const Route<App>> receipt_routes();
[[nodiscard]] std::span<const Route<App>> record_tie_routes();
[[nodiscard]] std::span<const Route<App>> retention_routes();
[[nodiscard]] std::span<const Route<App>> record_care_routes();
[[nodiscard]] std::span<const Route<App>> subject_access_routes();
[[nodiscard]] std::span<const Route<App>> emergency_routes();
[[nodiscard]] std::span<const Route<App>> register_watch_routes();
[[nodiscard]] std::span<const Route<App>> group_routes();

using SiteHandler = Response(App& app, const Request& request, const RouteMatch& match);

/// An open import as its pages need it: the draft, and its document where the bytes are still there.
struct Reviewed {
  tasks::Import import;
  Plan draft;
  std::shared_ptr<const tasks::Source> source;  ///< null = it cannot be read again

  [[nodiscard]] pages::SourceView view() const;
};
[[nodiscard]] Result<Reviewed> find_reviewed(const App& app, const Visit& who, const RouteMatch& match);
[[nodiscard]] tasks::ImportId import_of(const RouteMatch& match);
/// A whole number of the query or form, or `otherwise`.
[[nodiscard]] int number_in(std::string_view text, int otherwise);
/// A day as an address has it, "2027-03-31"; empty where it is none.
[[nodiscard]] std::optional<Day> day_in(std::string_view text);
/// The number of a ledger's entry that a form has seen; 0 where it is none.
[[nodiscard]] std::int64_t sequence_from(std::string_view text);
/// The file of the field "file"; nullptr where none was chosen.
[[nodiscard]] const UploadedFile* uploaded(const Request& request);
/// What an address names.
[[nodiscard]] tasks::HomeItem item_of(const RouteMatch& match);
[[nodiscard]] PersonId person_of(const RouteMatch& match);
[[nodiscard]] RecordId record_of(const RouteMatch& match);
/// The language of the page, in which files that go with it are looked for.
[[nodiscard]] Language language_of(const Visit& who);
inline constexpr std::string_view kWorkbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
inline constexpr int kLinesOfLog = 100;  ///< of the access log, on a page
/// The review page again, saying why the last step was not taken.
[[nodiscard]] Response review_refused(const App& app, const Visit& who, const Request& request, const RouteMatch& match, const Refusal& refusal);

SiteHandler home, plan, data_package, item, plan_history, search, data_catalogue, ledger_check;               // public
SiteHandler how_we_know, accessibility, privacy, health, asset;                                 // fixed
SiteHandler sign_in_help, ask_for_link, sign_in_sent, password_form, sign_in_by_password, sign_in_by_proxy;  // coming in
SiteHandler sign_in_landing, sign_in, sign_out_question, sign_out;                              // sessions
SiteHandler account, password_question, save_password, codes_question, begin_codes, confirm_codes, end_codes;  // one's own account
SiteHandler renew_recovery_codes, own_sessions, end_own_sessions, all_sessions, end_sessions, access_log;
SiteHandler desk, release_question, release, settle_release, withdraw, correct_form, correct;  // plans in force
SiteHandler editions, edition, corrections;                                                     // reports as they were published
SiteHandler reports, report_file, freeze_report, publication, hold_publication, resume_publication;  // and where they are made
SiteHandler item_words, set_item_objective, summarise_item;                                     // an item in other words
SiteHandler share_form, share, unshare;                                                        // one item in several plans
SiteHandler import_form, import_document, review, settle, edit_form, edit, undo, accept, discard;  // imports
SiteHandler source, reread, add_item, remove_item, plan_form, edit_plan;                           // and their documents

SiteHandler reply_form, keep_reply, check_reply, send_reply, thank_for_reply;                         // the owner's one link
SiteHandler updates_list, update_page, approve_update, return_update, publish_update;                // what owners sent
SiteHandler evidence_file, item_file, stage_form, record_stage;
SiteHandler panel, finding_form, record_finding, challenge_form, raise_challenge;                 // the panel's voice
SiteHandler comment_form, comment, hold_form, hold, free_form, free_again, answer_form, answer_challenge;
SiteHandler slipped, redate_form, redate, grid, grid_preview, grid_change, grid_filters;         // dates that moved, many items at once

SiteHandler plan_versions, plan_changes, import_changes, decide_match, undo_match;              // newer versions

}  // namespace makegood::web
