// What needs me today? Where one may go, then imports to look through and what the calendar says. Whoever imports no plans is
// shown where their work is.

#include "html/components/content.h"
#include "pages/criteria.h"
#include "pages/desk_pages.h"
#include "pages/desk_places.h"
#include "pages/page_parts.h"

namespace makegood::pages {

using namespace html;

namespace {

Html summary(const Site& site, const DeskPage& page) {
  std::vector<std::string> parts;
  const auto add = [&](std::string_view key, int n) {
    if (n > 0) parts.push_back(site.words(key, {{"n", n}}));
  };
  add("desk.count.proposals", static_cast<int>(page.proposals.size()));
  add("desk.count.private", static_cast<int>(page.private_plans.size()));
  add("desk.count.overdue", page.overdue.total);
  add("desk.count.due_soon", page.due_soon.total);
  if (parts.empty()) return lead_text(site.words("desk.nothing", {{"date", page.today}}));
  return lead_text(site.words("desk.answer", {{"parts", site.words.list(parts)}, {"date", page.today}}));
}

Html proposal(const Site& site, const ProposalLine& line) {
  return li(a(cls("govuk-link"), href(site.local(proposal_url(line.id))), lang("en"), line.title.empty() ? line.document : line.title),
            p(cls("mg-item-note"), quoted("en", line.document), when(line.received.has_value(), [&] { return join(", ", day(site, *line.received)); })));
}

Html to_release(const Site& site, const PlanLine& line, std::string_view key) {
  return a(cls("govuk-link"), href(site.local(release_url(line.slug))), site.words(key), span(cls("govuk-visually-hidden"), ": ", quoted(line.language, line.title)));
}

Html private_plan(const Site& site, const PlanLine& line) {
  return li(a(cls("govuk-link"), href(site.local(plan_url(line.slug))), lang(line.language), line.title),
            when(site.may_open(release_url(line.slug)), [&] { return join(" – ", to_release(site, line, "desk.release")); }));
}

Html public_plan(const Site& site, const PlanLine& line) {
  return li(a(cls("govuk-link"), href(site.local(plan_url(line.slug))), lang(line.language), line.title),
            p(cls("mg-item-note"), plan_answer_words(site, line.kinds, line.answer)),
            when(site.may_open(release_url(line.slug)), [&] { return p(cls("mg-item-note"), to_release(site, line, "desk.manage")); }));
}

template <class Lines, class F>
Html part(std::string_view id, const std::string& title, const Lines& lines, F&& line) {
  if (lines.empty()) return {};
  return section(attr("aria-labelledby", id), heading_m(title, id), ul(cls("govuk-list govuk-list--spaced"), each(lines, line)));
}

Html desk_line(const Site& site, const DeskLine& line) {
  return li(when(!line.row.ref.empty(), join(span(cls("mg-ref"), line.row.ref), " ")),
            a(cls("govuk-link"), href(site.local(item_url(line.slug, line.row.id))), lang(line.language), headline(line.row.title)), " ",
            status_tag(site, line.row.calendar),
            p(cls("mg-item-note"), quoted(line.language, line.plan_title), ": ",
              line.row.owners.empty() ? join(site.words("item.not_named")) : quoted(line.language, makegood::join(line.row.owners, ", "))),
            owner_notes(site, line.language, line.row.noted, line.row.owners.size() > 1));
}

Html calendar_list(const Site& site, std::string_view id, const DeskList& list) {
  const auto title = site.words("desk." + std::string(id), {{"n", list.total}});
  return join(part(id, title, list.lines, [&](const DeskLine& line) { return desk_line(site, line); }),
              when(list.total > static_cast<int>(list.lines.size()), [&] {
                return body_text(site.words("desk.more", {{"n", list.total - static_cast<int>(list.lines.size())}}));
              }));
}

Html places_of(const Site& site, std::string_view group) {
  const auto links = each(kDeskPlaces, [&](const DeskPlace& place) {
    return when(place.group == group && site.may_open(place.url), [&] { return li(link_to(site.local(place.url), site.words(place.words))); });
  });
  if (links.empty()) return {};
  const auto heading = "to-" + std::string(group);
  return section(attr("aria-labelledby", heading), h2(cls("govuk-heading-s"), id(heading), site.words("desk.group." + std::string(group))), ul(cls("govuk-list"), links));
}

Html places(const Site& site) {
  return div(cls("mg-places"), each(kDeskGroups, [&](std::string_view group) { return places_of(site, group); }));
}

Html morning(const Site& site, const DeskPage& page) {
  return join(page.is_fresh() ? lead_text(site.words("home.fresh.coordinator")) : summary(site, page),
              govuk::button({.text = site.words("home.fresh.import"), .href = site.local("/desk/import")}), places(site),
              part("proposals", site.words("desk.proposals"), page.proposals, [&](const ProposalLine& line) { return proposal(site, line); }),
              calendar_list(site, "overdue", page.overdue), calendar_list(site, "due_soon", page.due_soon), calendar_list(site, "no_date", page.no_date),
              calendar_list(site, "no_owner", page.no_owner));
}

Html plans_seen(const Site& site, const DeskPage& page) {
  return join(part("private", site.words("desk.private"), page.private_plans, [&](const PlanLine& line) { return private_plan(site, line); }),
              part("public", site.words("desk.public"), page.public_plans, [&](const PlanLine& line) { return public_plan(site, line); }));
}

}  // namespace

Html desk_page(const DeskPage& page, const Site& site) {
  const bool imports = site.may_open("/desk/import");
  const auto heading = site.words(imports ? "desk.heading" : "desk.places");
  const auto work = imports ? morning(site, page) : join(lead_text(site.words("desk.places_answer")), places(site));
  return frame(site, {.title = heading}, join(h1(cls("govuk-heading-l"), heading), work, plans_seen(site, page)));
}

}  // namespace makegood::pages
