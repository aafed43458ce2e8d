// What needs me today? Proposals and private plans first, then what the calendar says.

#include <algorithm>

#include "html/components/content.h"
#include "pages/desk_doors.h"
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

Html private_plan(const Site& site, const PlanLine& line) {
  return li(a(cls("govuk-link"), href(site.local(plan_url(line.slug))), lang(line.language), line.title), when(site.is_publisher(), [&] {
              return join(" – ", a(cls("govuk-link"), href(site.local(release_url(line.slug))), site.words("desk.release"),
                                   span(cls("govuk-visually-hidden"), ": ", quoted(line.language, line.title))));
            }));
}

Html public_plan(const Site& site, const PlanLine& line) {
  return li(a(cls("govuk-link"), href(site.local(plan_url(line.slug))), lang(line.language), line.title),
            p(cls("mg-item-note"), answer_words(site, line.answer)),
            when(site.is_publisher(), [&] {
              return p(cls("mg-item-note"), a(cls("govuk-link"), href(site.local(release_url(line.slug))), site.words("desk.manage"),
                                              span(cls("govuk-visually-hidden"), ": ", quoted(line.language, line.title))));
            }));
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
              line.row.owners.empty() ? join(site.words("item.not_named")) : quoted(line.language, makegood::join(line.row.owners, ", "))));
}

Html calendar_list(const Site& site, std::string_view id, const DeskList& list) {
  const auto title = site.words("desk." + std::string(id), {{"n", list.total}});
  return join(part(id, title, list.lines, [&](const DeskLine& line) { return desk_line(site, line); }),
              when(list.total > static_cast<int>(list.lines.size()), [&] {
                return body_text(site.words("desk.more", {{"n", list.total - static_cast<int>(list.lines.size())}}));
              }));
}

constexpr std::string_view kImportDoor = "/desk/import";

Html doors_list(const Site& site, std::span<const DeskDoor> doors) {
  std::vector<Html> links;
  for (const auto& door : doors)
    if (door.path != kImportDoor) links.push_back(li(link_to(site.local(Url::parse(door.path).value_or(Url("/desk"))), site.words(door.title))));
  if (links.empty()) return body_text(site.words("desk.no_role"));
  links.push_back(li(link_to(site.local("/desk/registers"), site.words("registers.heading"))));
  return ul(cls("govuk-list govuk-list--spaced"), each(links, [](const Html& link) { return link; }));
}

}  // namespace

Html desk_page_for(const DeskPage& page, std::span<const DeskDoor> doors, const Site& site) {
  const bool imports = std::any_of(doors.begin(), doors.end(), [](const DeskDoor& door) { return door.path == kImportDoor; });
  const auto main = join(
      h1(cls("govuk-heading-l"), site.words("desk.heading")),
      page.is_fresh() && imports ? lead_text(site.words("home.fresh.coordinator")) : summary(site, page),
      when(imports, [&] { return govuk::button({.text = site.words("home.fresh.import"), .href = site.local("/desk/import")}); }),
      doors_list(site, doors),
      part("proposals", site.words("desk.proposals"), page.proposals, [&](const ProposalLine& line) { return proposal(site, line); }),
      part("private", site.words("desk.private"), page.private_plans, [&](const PlanLine& line) { return private_plan(site, line); }),
      calendar_list(site, "overdue", page.overdue), calendar_list(site, "due_soon", page.due_soon), calendar_list(site, "no_date", page.no_date),
      calendar_list(site, "no_owner", page.no_owner),
      part("public", site.words("desk.public"), page.public_plans, [&](const PlanLine& line) { return public_plan(site, line); }));
  return frame(site, {.title = site.words("desk.heading")}, main);
}

Html desk_page(const DeskPage& page, const Site& site) { return desk_page_for(page, kDeskDoors, site); }

}  // namespace makegood::pages
