// Asking to be told, confirming it, and ending it.

#include "html/components/content.h"
#include "html/components/fields.h"
#include "pages/edition_pages.h"
#include "pages/fault_summary.h"
#include "pages/follow_pages.h"
#include "pages/page_parts.h"

namespace makegood::pages {

using namespace html;

namespace {

std::vector<govuk::SelectItem> choices(const Site& site, const FollowPage& page) {
  std::vector<govuk::SelectItem> items;
  const auto add = [&](const FollowChoice& choice) {
    items.push_back({.text = headline(choice.title), .value = choice.about, .attributes = lang(page.language)});
  };
  // A line that cannot be chosen says what those below it are.
  const auto add_all = [&](std::string_view key, const std::vector<FollowChoice>& all) {
    if (!all.empty()) items.push_back({.text = site.words(key), .value = "", .selected = false, .disabled = true});
    for (const auto& choice : all) add(choice);
  };
  items.push_back({.text = site.words("follow.plan"), .value = "plan"});
  if (page.item) add_all("follow.item", {*page.item});
  add_all("follow.themes", page.themes);
  add_all("follow.owners", page.owners);
  return items;
}

Html follow_form(const Site& site, const FollowPage& page) {
  return form(attr("method", "post"), action(site.local(follow_url(page.slug))), attr("novalidate", ""), csrf_field(site),
              govuk::select({.name = "about",
                             .id = "about",
                             .label = {.text = site.words("follow.about"), .classes = "govuk-label--s"},
                             .error_message = page.fault_field == "about" ? refusal_of(site, page.refusal) : std::nullopt,
                             .items = choices(site, page),
                             .value = page.about}),
              govuk::input({.name = "email",
                            .id = "email",
                            .label = {.text = site.words("follow.email"), .classes = "govuk-label--s"},
                            .hint = govuk::HintParams{.text = site.words("follow.email_hint")},
                            .error_message = page.fault_field == "email" ? refusal_of(site, page.refusal) : std::nullopt,
                            .value = page.email,
                            .type = "email",
                            .autocomplete = "email"}),
              govuk::button({.text = site.words("follow.button"), .prevent_double_click = true}));
}

Html feed_line(const Site& site, const FollowPage& page, const FollowChoice& choice) {
  return li(a(cls("govuk-link"), href(site.local(feed_url(page.slug, choice.about))), lang(page.language), headline(choice.title)));
}

Html feeds(const Site& site, const FollowPage& page) {
  std::vector<FollowChoice> all = {{"plan", page.plan_title}};
  if (page.item) all.push_back(*page.item);
  all.insert(all.end(), page.themes.begin(), page.themes.end());
  all.insert(all.end(), page.owners.begin(), page.owners.end());
  return section(attr("aria-labelledby", "feeds"), heading_m(site.words("follow.feeds"), "feeds"), body_text(site.words("follow.feeds_note")),
                 ul(cls("govuk-list govuk-list--bullet"), each(all, [&](const FollowChoice& choice) { return feed_line(site, page, choice); })));
}

Html small_page(const Site& site, const std::string& heading, const Html& inside) {
  return frame(site, {.title = heading}, join(h1(cls("govuk-heading-l"), heading), inside));
}

Html stop_form(const Site& site, const StopPage& page, std::string_view id, const Content& words, std::string_view classes) {
  return form(attr("method", "post"), action(site.local(Url::path({"follow", "stop", page.token}))),
              input(attr("type", "hidden"), attr("name", "one"), attr("value", id)),
              govuk::button({.text = words, .prevent_double_click = true, .classes = std::string(classes)}));
}

}  // namespace

Url follow_url(std::string_view slug, std::string_view about) {
  const auto url = Url::path({"plans", slug, "follow"});
  return about.empty() ? url : url.with("about", about);
}

Url feed_url(std::string_view slug, std::string_view about) {
  const auto url = history_url(slug).suffixed(".atom");
  return about == "plan" ? url : url.with("about", about);
}

Html follow_page(const FollowPage& page, const Site& site) {
  const auto heading = site.words("follow.heading");
  const auto main = join(refusal_summary(site, page.refusal, page.fault_field), span(cls("govuk-caption-l"), lang(page.language), page.plan_title),
                         h1(cls("govuk-heading-l"), heading), lead_text(site.words("follow.answer")),
                         page.hold ? join(held_notice(site, page.hold), body_text(site.words("follow.held"))) : follow_form(site, page),
                         feeds(site, page));
  return frame(site, {.title = heading + ": " + page.plan_title,
                      .trail = {{plan_url(page.slug), page.plan_title, page.language}},
                      .has_errors = !page.refusal.empty()},
               main);
}

Html follow_asked_page(const Site& site, const FollowPage& page) {
  return small_page(site, site.words("follow.asked_heading"),
                    join(lead_text(site.words("follow.asked")),
                         p(cls("govuk-body"), a(cls("govuk-link"), href(site.local(plan_url(page.slug))), lang(page.language), page.plan_title))));
}

Html confirm_page(const ConfirmPage& page, const Site& site) {
  const auto what = p(cls("govuk-body-l"), quoted(page.language, page.title));
  const auto back = p(cls("govuk-body"), link_to(site.local(plan_url(page.slug)), site.words("follow.to_plan")));
  if (page.done) return small_page(site, site.words("follow.confirmed_heading"), join(what, body_text(site.words("follow.confirmed")), back));
  return small_page(site, site.words("follow.confirm_heading"),
                    join(what, form(attr("method", "post"), action(site.local(Url::path({"follow", "confirm", page.token}))),
                                    govuk::button({.text = site.words("letter.follow.confirm"), .prevent_double_click = true})),
                         back));
}

Html stop_page(const StopPage& page, const Site& site) {
  if (page.following.empty()) return small_page(site, site.words("follow.stopped_heading"), lead_text(site.words("follow.stopped")));
  return small_page(site, site.words("follow.stop_heading"),
                    join(lead_text(site.words("follow.stop_answer")),
                         ul(cls("govuk-list govuk-list--bullet"), each(page.following, [&](const StopPage::Line& line) {
                              return li(quoted("en", line.plan_title), when(line.title != line.plan_title, [&] { return join(": ", quoted("en", headline(line.title))); }));
                            })),
                         stop_form(site, page, "", site.words("follow.stop_all"), "govuk-button--warning"),
                         when(page.following.size() > 1, [&] {
                           return each(page.following, [&](const StopPage::Line& line) {
                             return stop_form(site, page, line.id, join(site.words("follow.stop_one"), " ", quoted("en", headline(line.title))), "govuk-button--secondary");
                           });
                         })));
}

Html follow_refused_page(const Site& site) {
  return small_page(site, site.words("follow.refused_heading"), lead_text(site.words("follow.refused")));
}

}  // namespace makegood::pages
