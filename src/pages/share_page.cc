// Showing an item in another plan too, and taking it out again.

#include "html/components/content.h"
#include "html/components/fields.h"
#include "pages/desk_pages.h"
#include "pages/fault_summary.h"
#include "pages/page_parts.h"

namespace makegood::pages {

using namespace html;

namespace {

Html reason_field(const Site& site, const SharePage& page, const std::string& id, const std::string& value) {
  return govuk::textarea({.name = "reason",
                          .id = id,
                          .label = {.text = site.words("form.reason"), .classes = "govuk-label--s"},
                          .hint = govuk::HintParams{.text = site.words("form.hint.reason")},
                          .error_message = fault_of(site, page.fault, id),
                          .value = value,
                          .rows = 3,
                          .attributes = lang(page.language)});
}

Html share_form(const Site& site, const SharePage& page) {
  if (page.places.empty()) return body_text(site.words("share.nowhere"));
  std::vector<govuk::SelectItem> places = {{site.words("share.choose"), ""}};
  for (const auto& place : page.places) places.push_back({.text = place.label, .value = place.value, .attributes = lang(page.language)});
  return form(attr("method", "post"), action(site.local(share_url(page.slug, page.item))), attr("novalidate", ""), csrf_field(site),
              govuk::select({.name = "place",
                             .id = "place",
                             .label = {.text = site.words("share.place"), .classes = "govuk-label--s"},
                             .error_message = fault_of(site, page.fault, "place"),
                             .items = std::move(places),
                             .value = page.place}),
              reason_field(site, page, "reason", page.fault.field.starts_with("reason-") ? std::string() : page.reason),
              div(cls("govuk-button-group"), govuk::button({.text = site.words("share.button"), .prevent_double_click = true}),
                  link_to(site.local(item_url(page.slug, page.item)), site.words("form.cancel"))));
}

Html take_out(const Site& site, const SharePage& page, const Inclusion& inclusion) {
  const auto to = Url::path({"desk", "plans", page.slug, "items", page.item.text, "unshare"});
  const auto field = "reason-" + inclusion.plan;
  return section(attr("aria-labelledby", "in-" + inclusion.plan),
                 h3(id("in-" + inclusion.plan), cls("govuk-heading-s"), a(cls("govuk-link"), href(site.local(plan_url(inclusion.plan))), lang(page.language), inclusion.plan_title)),
                 when(!inclusion.reason.empty(), [&] { return p(cls("govuk-body"), site.words("history.because"), " ", quoted(page.language, inclusion.reason)); }),
                 form(attr("method", "post"), action(site.local(to)), attr("novalidate", ""), csrf_field(site),
                      input(attr("type", "hidden"), attr("name", "plan"), attr("value", inclusion.plan)),
                      reason_field(site, page, field, page.fault.field == field ? page.reason : std::string()),
                      govuk::button({.text = join(site.words("share.take_out"), " ", quoted(page.language, inclusion.plan_title)),
                                     .prevent_double_click = true, .classes = "govuk-button--secondary"})));
}

Html shown_in(const Site& site, const SharePage& page) {
  if (page.shown_in.empty()) return {};
  return section(attr("aria-labelledby", "shown"), heading_m(site.words("share.shown_in"), "shown"),
                 each(page.shown_in, [&](const Inclusion& inclusion) { return take_out(site, page, inclusion); }));
}

}  // namespace

std::vector<Choice> places_in(const Plan& plan) {
  std::vector<Choice> places = {{plan.slug, plan.title, 0}};
  for (const auto& theme : plan.themes) places.push_back({plan.slug + "/" + theme.id.text, plan.title + ": " + theme_title(plan, theme.id), 0});
  return places;
}

std::pair<std::string, ThemeId> place_from(std::string_view text) {
  const auto slash = std::min(text.find('/'), text.size());
  return {std::string(text.substr(0, slash)), ThemeId(std::string(text.substr(std::min(slash + 1, text.size()))))};
}

Html share_page(const SharePage& page, const Site& site) {
  const auto heading = site.words("share.heading");
  const auto main = join(fault_summary(site, page.fault, page.refusal), span(cls("govuk-caption-l"), quoted(page.language, headline(page.title))),
                         h1(cls("govuk-heading-l"), heading), lead_text(site.words("share.answer")), share_form(site, page), shown_in(site, page));
  return frame(site, {.title = heading + ": " + headline(page.title),
                      .trail = {{plan_url(page.slug), page.plan_title, page.language},
                                {item_url(page.slug, page.item), headline(page.title), page.language}},
                      .has_errors = !page.fault.field.empty() || !page.refusal.empty()},
               main);
}

}  // namespace makegood::pages
