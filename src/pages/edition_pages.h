#pragma once
// Editions as the public reads them; what was put right after it was released; and the desk's page where reports are
// made, looked at and frozen, and where publication is paused.

#include <optional>

#include "document/document.h"
#include "pages/forms.h"
#include "pages/item_model.h"
#include "pages/site.h"
#include "report/publication.h"

namespace makegood::pages {

[[nodiscard]] Url editions_url(std::string_view slug);                          ///< /plans/SLUG/editions
[[nodiscard]] Url edition_url(std::string_view slug, std::string_view name);    ///< /plans/SLUG/editions/NAME

/// "Quarterly report, 1 July 2023 to 30 September 2023, Theme: Employment" in the reader's language.
[[nodiscard]] std::string edition_words(const Site& site, const Edition& edition);

/// "Nothing new is published until 2 May 2024." and why; nothing where publication goes on.
[[nodiscard]] html::Html held_notice(const Site& site, const std::optional<PublicationHold>& hold);

/// `/plans/SLUG/editions`: how did it stand then?
struct EditionsPage {
  std::string slug, plan_title, language = "en";
  std::vector<Edition> editions;              ///< newest first
  std::optional<PublicationHold> hold;        ///< why none may come for now
};
[[nodiscard]] html::Html editions_page(const EditionsPage& page, const Site& site);

/// `/plans/SLUG/editions/NAME`: the report as it stood.
struct EditionPage {
  std::string plan_title, language = "en";
  Edition edition;
  Document document;                          ///< as frozen
};
[[nodiscard]] html::Html edition_page(const EditionPage& page, const Site& site);

/// `/corrections`: what was put right after it was released?
struct CorrectionsPage {
  struct Line {
    std::string slug, plan_title, language = "en";
    HistoryLine line;
  };
  std::vector<Line> lines;                    ///< newest first
};
[[nodiscard]] html::Html corrections_page(const CorrectionsPage& page, const Site& site);

/// A report's form as it was typed. Fields: plan, kind, period, scope, of, profile, both.
struct ReportForm {
  std::string plan, kind, period, scope, of, profile;
  bool both = false;
  bool operator==(const ReportForm&) const = default;
};
[[nodiscard]] ReportForm report_form_from(const QueryPairs& pairs);
[[nodiscard]] QueryPairs pairs_of(const ReportForm& form);
/// Refuses: nothing typed, an unknown word, a part without its name -> invalid_input.
[[nodiscard]] Result<ReportSpec> spec_from(const ReportForm& form);

/// `/desk/reports`: what does the committee read?
struct ReportsPage {
  struct Choice {
    std::string slug, title;
  };
  std::vector<Choice> plans;
  ReportForm form;
  std::vector<FieldFault> faults;
  std::string refusal;                        ///< why it was not made or frozen
  std::optional<Document> report;             ///< as it would be frozen now
  std::optional<Edition> frozen;              ///< it was frozen already: `report` is that
  int waiting = 0;                            ///< updates that nobody has approved
  bool may_freeze = false;
};
[[nodiscard]] html::Html reports_page(const ReportsPage& page, const Site& site);

/// `/desk/publication`: is publication paused? Fields: body, from-day ..., until-day ..., reason; and `hold`.
struct HoldForm {
  std::string body, reason;
  DateFields from, until;
};
struct PublicationPage {
  std::vector<PublicationHold> holds;         ///< newest first
  HoldForm form;
  std::vector<FieldFault> faults;
  std::string refusal;
};
[[nodiscard]] HoldForm hold_form_from(const QueryPairs& pairs);
[[nodiscard]] std::vector<FieldFault> faults_of(const HoldForm& form);
[[nodiscard]] html::Html publication_page(const PublicationPage& page, const Site& site);

/// `/desk/plans/SLUG/items/ID/words`: what is said about an item for those who read it. Fields: of the objective
/// objective, limb (a, b, c); of a summary language, easy_read, text, approved_by.
struct ItemWordsPage {
  std::string slug, plan_title, language = "en";
  ItemId item;
  std::string title;
  ItemObjective objective;
  std::vector<ItemSummary> summaries;
  ItemSummary typed;                          ///< as typed, when it was refused
  std::string refusal;
  bool may_summarise = false;
};
[[nodiscard]] Url item_words_url(std::string_view slug, const ItemId& id);
[[nodiscard]] html::Html item_words_page(const ItemWordsPage& page, const Site& site);

/// The item page's section: each summary in its own language and direction.
[[nodiscard]] html::Html summaries_section(const Site& site, const std::vector<ItemSummary>& summaries);

}  // namespace makegood::pages
