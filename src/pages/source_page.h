#pragma once
// `/desk/import/ID/source`: is anything in the document that was missed?

#include <vector>

#include "pages/desk_pages.h"

namespace makegood::pages {

/// What a row or paragraph became, in the draft as it stands.
enum class SourceIs { item, part, theme, header, title, measure, nothing };

struct SourceLine {
  const Block* block = nullptr;
  int row = -1;  ///< index in its table; -1 = it is a paragraph
  SourceIs is = SourceIs::nothing;
  std::vector<const Item*> items;  ///< that it became, or went into

  [[nodiscard]] const Position& at() const;
};

/// The whole document from top to bottom; empty rows left out. `view` and `draft` must outlive it.
[[nodiscard]] std::vector<SourceLine> source_lines(const SourceView& view, const Plan& draft);

inline constexpr int kLinesPerPage = 100;

struct SourcePage {
  ProposalLine line;
  std::string language = "en";
  SourceView view;
  std::vector<SourceLine> lines;  ///< of this page
  int page = 1, pages = 1;
  int became = 0, nothing = 0;    ///< rows and paragraphs of the whole document
  bool only_nothing = false;      ///< shown are only those that became nothing
  std::string refusal;
};
/// `page` is brought inside what there is.
[[nodiscard]] SourcePage make_source_page(const SourceView& view, const Plan& draft, ProposalLine line, int page, bool only_nothing);
[[nodiscard]] Html source_page(const SourcePage& page, const Site& site);

/// The page and anchor of a place: /desk/import/ID/source?page=2#block-3-row-2
[[nodiscard]] Url source_place_url(std::string_view proposal, const std::vector<SourceLine>& lines, const Position& at);

}  // namespace makegood::pages
