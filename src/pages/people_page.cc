// Who holds which post? Those that nobody can be asked for come first.

#include "html/components/content.h"
#include "html/components/fields.h"
#include "html/components/lists.h"
#include "pages/directory_pages.h"
#include "pages/page_parts.h"

namespace makegood::pages {

using namespace html;

namespace {

Html person_name(const Site& site, const std::string& name) {
  return name.empty() ? span(cls("mg-absent"), site.words("people.erased")) : quoted("en", name);
}

Html why_not(const Site& site, const PostLine& line) {
  if (line.why_not == WhyNot::none) return {};
  const auto words = line.vacant_since ? site.words("people.vacant_since", {{"date", *line.vacant_since}}) : site.words("people.why." + std::string(word(line.why_not)));
  return govuk::tag({.text = words, .classes = line.why_not == WhyNot::vacant ? "govuk-tag--yellow" : "govuk-tag--orange"});
}

Html holder_cell(const Site& site, const PostLine& line) {
  return html::join(each(line.holders, [&](const std::string& name) { return div(person_name(site, name)); }),
                    when(!line.delegate.empty(), [&] { return div(cls("mg-item-note"), site.words("people.delegated_to"), " ", quoted("en", line.delegate)); }),
                    why_not(site, line));
}

Html more(const Site& site, int found, std::size_t shown) {
  return when(found > static_cast<int>(shown), [&] { return body_text(site.words("people.more", {{"n", found - static_cast<int>(shown)}})); });
}

/// On a small screen each row is a card, and says in each cell which column it was; an empty cell says nothing.
govuk::TableCell directory_cell(const std::string& column, const Html& text) {
  return {.text = text, .attributes = text.empty() ? Attributes() : attr("data-label", column)};
}

Html posts(const Site& site, const PeoplePage& page) {
  const auto organisation = site.words("people.organisation"), person = site.words("people.person");
  std::vector<std::vector<govuk::TableCell>> rows;
  for (const auto& line : page.posts)
    rows.push_back({{.text = html::join(page.may_change ? a(cls("govuk-link"), href(site.local(post_form_url(line.id))), lang("en"), line.title) : quoted("en", line.title))},
                    directory_cell(organisation, quoted("en", line.organisation)), directory_cell(person, holder_cell(site, line)),
                    {.text = html::join(a(cls("govuk-link"), href(site.local(owner_url(line.id))), site.words("people.owes"), span(cls("govuk-visually-hidden"), " ", quoted("en", line.title))))}});
  return section(attr("aria-labelledby", "posts"), heading_m(site.words("people.posts"), "posts"),
                 rows.empty() ? body_text(site.words("people.no_posts"))
                              : in_scroll(site.words("people.posts"), govuk::table({.caption = site.words("people.posts"), .caption_classes = "govuk-visually-hidden", .head = {{.text = site.words("people.title")}, {.text = organisation}, {.text = person}, {.text = site.words("people.owes_head")}},
                                                                            .rows = std::move(rows), .first_cell_is_header = true, .classes = "mg-stack"})),
                 more(site, page.posts_found, page.posts.size()));
}

Html roles(const Site& site, const PersonLine& line) {
  std::vector<std::string> words;
  for (const auto& role : line.roles) words.push_back(site.words("role." + role));
  return when(!words.empty(), [&] { return span(site.words.list(words)); });
}

Html people(const Site& site, const PeoplePage& page) {
  if (page.people.empty()) return {};
  const auto email = site.words("people.email"), posts_held = site.words("people.posts"), may = site.words("people.roles");
  std::vector<std::vector<govuk::TableCell>> rows;
  for (const auto& line : page.people) {
    const auto& name = line.name.empty() ? line.email : line.name;
    rows.push_back({{.text = html::join(page.may_change && !name.empty() ? a(cls("govuk-link"), href(site.local(person_form_url(line.id))), lang("en"), name) : person_name(site, name),
                                        when(line.left.has_value(), [&] { return div(cls("mg-item-note"), site.words("people.left_on", {{"date", *line.left}})); }))},
                    directory_cell(email, when(!line.email.empty(), quoted("en", line.email))),
                    directory_cell(posts_held, when(!line.posts.empty(), quoted("en", makegood::join(line.posts, "; ")))), directory_cell(may, roles(site, line))});
  }
  return section(attr("aria-labelledby", "persons"), heading_m(site.words("people.persons"), "persons"),
                 in_scroll(site.words("people.persons"), govuk::table({.caption = site.words("people.persons"), .caption_classes = "govuk-visually-hidden", .head = {{.text = site.words("people.name")}, {.text = email}, {.text = posts_held}, {.text = may}},
                                                               .rows = std::move(rows), .first_cell_is_header = true, .classes = "mg-stack"})),
                 more(site, page.people_found, page.people.size()));
}

Html organisation_line(const Site& site, const PeoplePage& page, const OrganisationLine& line) {
  const auto ended = [&] {
    return html::join(", ", site.words("people.ended", {{"date", *line.term.until}}), when(!line.successor.empty(), [&] { return html::join(", ", site.words("people.successor"), ": ", quoted("en", line.successor)); }));
  };
  return li(page.may_change ? a(cls("govuk-link"), href(site.local(organisation_form_url(line.id))), lang("en"), line.name) : quoted("en", line.name), when(line.term.until.has_value(), ended));
}

Html organisations(const Site& site, const PeoplePage& page) {
  if (page.organisations.empty()) return {};
  return section(attr("aria-labelledby", "organisations"), heading_m(site.words("people.organisations"), "organisations"),
                 ul(cls("govuk-list govuk-list--bullet"), each(page.organisations, [&](const OrganisationLine& line) { return organisation_line(site, page, line); })));
}

Html plans(const Site& site, const PeoplePage& page) {
  if (page.plans.empty()) return {};
  return section(attr("aria-labelledby", "plans"), heading_m(site.words("people.plans"), "plans"),
                 ul(cls("govuk-list govuk-list--bullet"), each(page.plans, [&](const PlanNames& plan) {
                      const auto url = match_url(plan.slug);
                      return li(site.may_open(url) ? a(cls("govuk-link"), href(site.local(url)), lang("en"), plan.title) : quoted("en", plan.title), ": ",
                                site.words("people.plan_names", {{"n", plan.unreached}, {"of", plan.names}}));
                    })));
}

Html search(const Site& site, const PeoplePage& page) {
  return form(attr("method", "get"), action(site.local("/desk/people")), attr("role", "search"),
              govuk::input({.name = "q", .label = {.text = site.words("people.search"), .classes = "govuk-label--s"}, .value = page.text, .classes = "govuk-input--width-20"}),
              govuk::button({.text = site.words("people.search_button"), .classes = "govuk-button--secondary"}));
}

Html answer(const Site& site, const PeoplePage& page) {
  if (page.posts_in_all == 0) return lead_text(site.words("people.none"));
  return p(cls("govuk-body-l"), site.words("people.answer", {{"n", page.posts_in_all}}), " ", site.words("people.answer_vacant", {{"n", page.vacant}}), " ",
           site.words("people.answer_unreached", {{"n", page.unreached}}));
}

// Nothing is there to look for.
bool is_empty(const PeoplePage& page) { return page.posts_in_all == 0 && page.people.empty() && page.text.empty(); }

Html steps(const Site& site, const PeoplePage& page) {
  if (!page.may_change) return {};
  return ul(cls("govuk-list"), li(link_to(site.local(post_form_url({})), site.words("people.add_post"))), li(link_to(site.local(person_form_url({})), site.words("people.add_person"))),
            li(link_to(site.local(organisation_form_url({})), site.words("people.add_organisation"))), li(link_to(site.local("/desk/people/import"), site.words("people.import"))));
}

}  // namespace

Html people_page(const PeoplePage& page, const Site& site) {
  const auto main = html::join(h1(cls("govuk-heading-l"), site.words("people.heading")),
                               answer(site, page), steps(site, page), plans(site, page), when(!is_empty(page), [&] { return html::join(search(site, page), posts(site, page)); }),
                               people(site, page), organisations(site, page));
  return frame(site, {.title = site.words("people.heading"), .trail = {{"/desk", site.words("nav.desk"), ""}}}, main);
}

}  // namespace makegood::pages
