// A developer's page with every component on it: `ninja component_gallery` writes
// build/gallery.html beside the built stylesheet, to be looked at at 1280 and 320 pixels.
#include <fstream>
#include <iostream>

#include "html/components/components.h"

using namespace makegood::html;

namespace {

Html shown(std::string_view name, const Html& made) {
  return section(attr("aria-label", name), h2(cls("govuk-heading-m"), name), made,
                 hr(cls("govuk-section-break govuk-section-break--l govuk-section-break--visible")));
}

govuk::ErrorMessageParams wrong(const char* text) { return {.text = text, .visually_hidden_text = "Error"}; }

Html buttons() {
  return div(cls("govuk-button-group"), govuk::button({.text = "Accept all 81"}),
             govuk::button({.text = "Leave for later", .classes = "govuk-button--secondary"}),
             govuk::button({.text = "Discard", .classes = "govuk-button--warning"}),
             govuk::button({.text = "Import a plan", .href = "#", .is_start_button = true}));
}

Html tags() {
  Html all;
  for (const auto& [text, classes] : {std::pair{"Delivered", "govuk-tag--green"}, {"Claimed", "govuk-tag--blue"}, {"In hand", "govuk-tag--turquoise"},
                                      {"Due soon", "govuk-tag--yellow"}, {"Overdue", "govuk-tag--red"}, {"No date", "govuk-tag--grey"}})
    all += join(govuk::tag({.text = text, .classes = classes}), " ");
  return p(all);
}

Html fields() {
  return join(
      govuk::input({.name = "title", .label = {.text = "Title of the plan"}, .hint = govuk::HintParams{.text = "As it stands on the cover"}}),
      govuk::input({.name = "wrong", .label = {.text = "Reference"}, .error_message = wrong("Enter a reference"), .classes = "govuk-input--width-10"}),
      govuk::textarea({.name = "why", .label = {.text = "Why was it re-dated?"}}),
      govuk::select({.name = "theme", .label = {.text = "Theme"}, .items = {{.text = "All", .value = ""}, {.text = "Employment"}, {.text = "Education"}}, .value = "Education"}),
      govuk::file_upload({.name = "file", .label = {.text = "The plan that was adopted"}, .hint = govuk::HintParams{.text = "Word, PDF, Excel, web page or text"}}),
      govuk::date_input({.id = "due",
                         .fieldset = govuk::FieldsetParams{.legend = {.text = "New date", .classes = "govuk-fieldset__legend--m"}},
                         .hint = govuk::HintParams{.text = "For example, 31 3 2024"},
                         .error_message = wrong("The year must have four figures"),
                         .day = {.label = "Day", .value = "31"},
                         .month = {.label = "Month", .value = "3"},
                         .year = {.label = "Year", .value = "24", .error = true}}));
}

Html choices() {
  const auto legend = [](const char* text) { return govuk::FieldsetParams{.legend = {.text = text, .classes = "govuk-fieldset__legend--m"}}; };
  return join(govuk::radios({.name = "word",
                             .fieldset = legend("What is the position now?"),
                             .items = {{.value = "none", .text = "No change"},
                                       {.value = "on", .text = "On track", .hint = govuk::HintParams{.text = "Will be done by its date"}},
                                       {.divider = "or"},
                                       {.value = "done", .text = "Complete"}},
                             .value = "on"}),
              govuk::checkboxes({.name = "settle",
                                 .fieldset = legend("Findings to settle"),
                                 .items = {{.value = "a", .text = "Two owners"}, {.value = "b", .text = "No date can be read"}},
                                 .values = {"a"},
                                 .classes = "govuk-checkboxes--small"}));
}

Html facts() {
  const std::vector<govuk::TableCell> head = {{.text = "Theme"}, {.text = "Kept", .format = "numeric"}, {.text = "In hand", .format = "numeric"}, {.text = "Next date"}};
  return join(
      govuk::summary_list({.rows = {{.key = {"Owner"}, .value = {"Into Work manager"}, .actions = {{.href = "#", .text = "Change", .visually_hidden_text = "owner"}}},
                                    {.key = {"Timescale"}, .value = {"“January to April 2023”: 1 January 2023 to 30 April 2023"}}}}),
      div(cls("mg-scroll"), attr("tabindex", "0"), attr("role", "region"), attr("aria-label", "Delivery by theme"),
          govuk::table({.caption = "Delivery by theme",
                        .caption_classes = "govuk-table__caption--m",
                        .head = head,
                        .rows = {{{.text = "Employment"}, {.text = "4", .format = "numeric"}, {.text = "1", .format = "numeric"}, {.text = "31 May 2023"}},
                                 {{.text = "Citizens’ voice and representation"}, {.text = "12", .format = "numeric"}, {.text = "0", .format = "numeric"}, {.text = "None"}}},
                        .first_cell_is_header = true})),
      govuk::task_list({.items = {{.title = "Read the document", .status = "Completed"},
                                  {.title = "Settle findings", .href = "#", .hint = "6 things need you", .status_tag = {.text = "To do", .classes = "govuk-tag--blue"}}}}));
}

Html notices() {
  return join(govuk::notification_banner({.text = "The plan is live.", .title_text = "Success", .success = true, .disable_auto_focus = true}),
              govuk::warning_text({.text = "What you release stays public.", .icon_fallback_text = "Warning"}),
              govuk::inset_text({.text = "A newly imported plan is private."}),
              govuk::details({.summary_text = "How we know", .text = "From the table on page 7, row 2."}),
              govuk::panel({.title_text = "Released", .text = "The plan is public"}),
              govuk::error_summary({.title_text = "There is a problem", .error_list = {{.text = "Enter a reference", .href = "#wrong"}}, .disable_auto_focus = true}));
}

Html row_of(const char* ref, const char* name, const char* owner, const char* due, const Html& status) {
  const auto cell = [](const char* heading, const Html& inside) {
    return td(cls("govuk-table__cell"), attr("role", "cell"), attr("data-label", heading), inside);
  };
  return tr(cls("govuk-table__row"), attr("role", "row"),
            th(cls("govuk-table__header mg-item-title"), attr("scope", "row"), attr("role", "rowheader"), span(cls("mg-ref"), ref), " ",
               a(cls("govuk-link"), href("#"), name), p(cls("mg-item-note"), "Recommendation, 3 commitments")),
            cell("Owner", div(owner)), cell("Due", div(due)), cell("Status", status));
}

Html stacked() {
  const auto heading = [](const char* text, const char* sorted) {
    return th(cls("govuk-table__header"), attr("scope", "col"), attr("role", "columnheader"), attr("aria-sort", sorted),
              a(cls("govuk-link govuk-link--no-visited-state mg-sort"), href("#"), text));
  };
  return makegood::html::table(
      cls("govuk-table mg-stack"), attr("role", "table"), caption(cls("govuk-table__caption govuk-table__caption--s"), "Items 1 to 2 of 81"),
      thead(cls("govuk-table__head"), attr("role", "rowgroup"),
            tr(cls("govuk-table__row"), attr("role", "row"), heading("Item", "none"), heading("Owner", "none"), heading("Due", "ascending"), heading("Status", "none"))),
      tbody(cls("govuk-table__body"), attr("role", "rowgroup"),
            row_of("1.5", "Increase participation in the advice service", "Into Work manager", "30 April 2023", govuk::tag({.text = "Overdue", .classes = "govuk-tag--red"})),
            row_of("01.05", "Review the curriculum with schools and pupils", "Head of Education", "31 August 2023", govuk::tag({.text = "In hand", .classes = "govuk-tag--blue"}))));
}

Html bar() {
  const auto part = [](const char* x, const char* width, const char* fill) {
    return element("rect", attr("x", x), attr("y", "0"), attr("width", width), attr("height", "100%"), attr("fill", fill), attr("stroke", "#ffffff"), attr("stroke-width", "2"));
  };
  const auto key = [](const char* fill, const char* text) {
    return li(element("svg", cls("mg-swatch"), attr("width", "16"), attr("height", "16"), attr("aria-hidden", "true"),
                      element("rect", attr("width", "16"), attr("height", "16"), attr("fill", fill))), " ", text);
  };
  return div(cls("mg-delivery"), ul(cls("govuk-list mg-key"), key("#12436D", "12 delivered"), key("#28A197", "9 in hand"), key("#801650", "3 overdue"), key("#F46A25", "1 without a date")),
             element("svg", cls("mg-bar"), attr("role", "img"), attr("width", "100%"), attr("height", "32"), attr("aria-label", "25 items"),
                     part("0%", "48%", "#12436D"), part("48%", "36%", "#28A197"), part("84%", "12%", "#801650"), part("96%", "4%", "#F46A25")));
}

Html ours() {
  const auto voice = [](const char* who, const char* said, const char* day) {
    return div(cls("mg-voices__voice"), h3(cls("mg-voices__title"), who), p(cls("mg-voices__said"), said), p(cls("govuk-body-s"), day));
  };
  const auto event = [](const char* what, const char* day, const char* text) {
    return li(cls("mg-timeline__item"), p(cls("mg-timeline__title"), what), p(cls("mg-timeline__when"), day), p(cls("govuk-body-s"), text),
              dl(cls("mg-change"), dt("Was"), dd("28 February 2023"), dt("Now"), dd("30 April 2023")));
  };
  const auto field = [](const char* name, const char* text) {
    return govuk::select({.name = name, .label = {.text = text}, .items = {{.text = "All"}, {.text = "Head of Housing and Communities, with partners"}}, .classes = "mg-filter__select"});
  };
  return join(p(cls("mg-meta"), "31 recommendations · 50 commitments · imported 6 December 2022"), bar(),
              div(cls("mg-voices"), voice("Owner reports", "Complete", "14 June 2023"), voice("The panel finds", "Partly evidenced", "30 June 2023"),
                  voice("The calendar", "Was due 30 April 2023", "Re-dated once, 61 days")),
              blockquote(cls("mg-quote"), "January to April 2023 – Engagement plan to be updated"),
              div(cls("mg-review"), div(cls("mg-review__source"), span(cls("mg-review__label"), "In the document"), "To be completed by ", mark("Q4 2022/23"), " with partners."),
                  div(cls("mg-review__made"), span(cls("mg-review__label"), "What we made of it"), p(cls("govuk-body"), "1 January to 31 March 2023"))),
              div(cls("mg-finding"), h3(cls("govuk-heading-s"), "1 of 6: two posts?"),
                  div(cls("govuk-button-group"), govuk::button({.text = "Two owners", .classes = "govuk-button--secondary"}), govuk::button({.text = "One", .classes = "govuk-button--secondary"}))),
              ol(cls("mg-timeline"), event("Re-dated", "2 May 2023", "The post was vacant."), event("Imported", "6 December 2022", "From the adopted plan, page 7.")),
              govuk::details({.summary_text = "Filter these items",
                              .text = element("form", cls("mg-filter"), field("theme", "Theme"), field("owner", "Owner"), field("status", "Status"), field("due", "Due"),
                                              div(cls("govuk-button-group mg-filter__buttons"), govuk::button({.text = "Apply"}), a(cls("govuk-link"), href("#"), "Clear"))),
                              .open = true,
                              .classes = "mg-filters"}),
              stacked(),
              govuk::pagination({.landmark_label = "Pagination",
                                 .next = govuk::PaginationLink{.text = join("Next", span(cls("govuk-visually-hidden"), " page")), .href = "#"},
                                 .items = {{.number = "1", .visually_hidden_text = "Page 1", .href = "#", .current = true},
                                           {.number = "2", .visually_hidden_text = "Page 2", .href = "#"},
                                           {.visually_hidden_text = "", .ellipsis = true},
                                           {.number = "9", .visually_hidden_text = "Page 9", .href = "#"}}}),
              element("form", cls("mg-search"), attr("role", "search"), govuk::input({.name = "q", .label = {.text = "Search all plans", .classes = "govuk-label--s"}, .type = "search"}), govuk::button({.text = "Search"})));
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) return std::cerr << "usage: component_gallery STYLESHEET SCRIPT OUT.html\n", 2;
  const auto style = Url::parse(argv[1]), script = Url::parse(argv[2]);
  if (!style || !script) return std::cerr << "the stylesheet and the script are addresses\n", 2;
  const auto page = govuk::page(
      {.title = "Components",
       .assets = {.stylesheet = *style, .script = *script},
       .skip_link = {.text = "Skip to main content"},
       .header = {.logo_text = "Aberllyn Council"},
       .service_navigation = govuk::ServiceNavigationParams{.service_name = "Promises and plans",
                                                            .service_url = "/",
                                                            .aria_label = "Service information",
                                                            .menu_button_text = "Menu",
                                                            .navigation = {{.text = "Plans", .href = "/", .active = true}, {.text = "Search", .href = "/search"}, {.text = "How we know", .href = "/how-we-know"}}},
       .language_navigation = govuk::LanguageNavigationParams{.aria_label = "Language", .items = {{.text = "English", .current = true, .lang = "en"}, {.text = "Cymraeg", .href = "/cy", .lang = "cy"}}},
       .phase_banner = govuk::PhaseBannerParams{.tag = {.text = "Trial"}, .text = "This is a new service."},
       .before_content = govuk::breadcrumbs({.label_text = "Breadcrumb", .items = {{.text = "Plans", .href = "/"}, {.text = "Components"}}}),
       .content = join(h1(cls("govuk-heading-xl"), "Components"), shown("Ours", ours()), shown("Buttons", buttons()), shown("Tags", tags()),
                       shown("Notices", notices()), shown("Facts", facts()), shown("Choices", choices()), shown("Fields", fields())),
       .footer = {.visually_hidden_title = "Support links",
                  .items = {{.text = "Accessibility", .href = "/accessibility-statement"}, {.text = "Privacy", .href = "/privacy"}},
                  .text = "Built with Makegood, which is open source"}});
  std::ofstream(argv[3]) << page.text();
  return 0;
}
