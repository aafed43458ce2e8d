#include "pages/gallery_sheet.h"

namespace makegood::pages {

namespace {

const std::string kSheetToken(64, 'a');

SheetReturn row(int number, const Plan& plan, std::string_view item, RowFate fate) {
  SheetReturn one;
  one.row = number;
  one.fate = fate;
  const auto* found = find_item(plan, ItemId(std::string(item)));
  one.line = {plan.slug, plan.title, found->id, found->ref, found->title, found->timescale_raw, found->dates().due};
  return one;
}

SheetReturn answered(const Plan& plan) {
  auto one = row(6, plan, "k2", RowFate::answered);
  one.words.claim = Claim::at_risk;
  one.words.narrative = "The first round brought nobody.\nA second one begins in January.";
  one.words.forecast = Day::make(2027, 3, 31).value();
  one.words.claim_reason = one.words.forecast_reason = "Nobody applied";
  one.words.evidence.resize(1);
  one.words.evidence[0].kind = EvidenceKind::link;
  one.words.evidence[0].text = "The advertisement";
  one.words.evidence[0].url = "https://aberllyn.example/jobs";
  return one;
}

SheetReturn refused(int number, const Plan& plan, std::string_view item, RowFate fate, std::string_view heading, std::string column, std::string said) {
  auto one = row(number, plan, item, fate);
  one.heading = heading;
  one.column = std::move(column);
  one.said = std::move(said);
  return one;
}

SheetReturn no_change(const Plan& plan) {
  auto one = row(7, plan, "k2a", RowFate::answered);
  one.words.no_change = true;
  return one;
}

std::vector<SheetReturn> rows(const Plan& plan) {
  return {answered(plan),
          no_change(plan),
          refused(8, plan, "k3", RowFate::unknown_claim, "owner_sheet.claim", "G", "Nearly there"),
          refused(9, plan, "k1", RowFate::stale, {}, {}, {}),
          refused(10, plan, "k2", RowFate::no_such_day, "owner_sheet.forecast", "I", "soon"),
          row(11, plan, "k3", RowFate::recorded),
          row(12, plan, "k3", RowFate::silent)};
}

SheetsPage whose() {
  SheetsPage page;
  page.organisations = {{organisation_sheet_url(OrganisationId("council")), "Aberllyn Council"}};
  page.posts = {{post_sheet_url(PostId("hr")), "Head of Human Resources, Aberllyn Council"}, {post_sheet_url(PostId("housing")), "Head of Housing, Aberllyn Council"}};
  return page;
}

}  // namespace

std::vector<GalleryPage> sheet_gallery(Language language) {
  const auto plan = gallery_plan();
  std::vector<GalleryPage> pages;
  const auto add = [&](std::string name, const Url& path, const auto& make, const std::optional<Viewer>& viewer = {}) {
    auto site = gallery_site(language, path);
    site.viewer = viewer;
    pages.push_back({std::move(name), make(site)});
  };
  add("sheet-reply", reply_sheet_url(kSheetToken), [&](const Site& site) { return reply_sheet_page({kSheetToken, plan.title, rows(plan), ""}, site); });
  add("sheet-reply-refused", reply_sheet_url(kSheetToken), [&](const Site& site) {
    return reply_sheet_page({kSheetToken, plan.title, {}, "this is no workbook: send back the Excel file that you got, saved as Excel"}, site);
  });
  add("sheet-returned", returned_sheet_url("x1"), [&](const Site& site) { return returned_sheet_page({"x1", rows(plan), 0, ""}, site); }, kOfficer);
  add("sheet-recorded", returned_sheet_url("x1"), [&](const Site& site) {
    return returned_sheet_page({"x1", {row(6, plan, "k2", RowFate::recorded), row(7, plan, "k3", RowFate::silent)}, 1, ""}, site);
  }, kOfficer);
  add("sheets", "/desk/sheets", [&](const Site& site) { return sheets_page(whose(), site); }, kOfficer);
  return pages;
}

}  // namespace makegood::pages
