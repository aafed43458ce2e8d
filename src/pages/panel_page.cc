// What waits for the panel? Claims nobody has looked at, findings that a newer claim has overtaken, questions
// without an answer, and where owner and panel do not agree: in words, each with a link.

#include "html/components/content.h"
#include "pages/change_pieces.h"
#include "pages/page_parts.h"
#include "pages/panel_pages.h"
#include "pages/voice_words.h"

namespace makegood::pages {

using namespace html;

namespace {

Html item_link(const Site& site, const PanelItem& at) {
  return a(cls("govuk-link"), href(site.local(item_url(at.slug, at.item.id))), item_name(at.language, at.item));
}

Html plan_note(const PanelItem& at) { return quoted(at.language, at.plan_title); }

Html record_link(const Site& site, const PanelItem& at) {
  return when(at.rights.record, [&] {
    return p(cls("govuk-body"), a(cls("govuk-link"), href(site.local(panel_url(at.slug, at.item.id))), site.words("panel.record"),
                                  span(cls("govuk-visually-hidden"), ": ", quoted(at.language, headline(at.item.title)))));
  });
}

Html claim_line(const Site& site, const ClaimLine& line) {
  return li(item_link(site, line.at),
            p(cls("govuk-body-s"), site.words("panel.claims", {{"claim", claim_words(site, line.claim)}, {"date", line.claimed}, {"n", line.evidence}}),
              when(line.found.has_value(), [&] {
                return join(" ", site.words("panel.found_before", {{"found", found_words(site, *line.found)}, {"date", line.found_on}}));
              })),
            p(cls("mg-item-note"), plan_note(line.at)), record_link(site, line.at));
}

Html challenge_line(const Site& site, const ChallengeLine& line, Day today) {
  const auto to = panel_url(line.at.slug, line.at.item.id, "answer").with("challenge", line.challenge.id.text);
  return li(item_link(site, line.at), challenge_in_full(site, line.challenge, line.at.language, today), p(cls("mg-item-note"), plan_note(line.at)),
            when(line.at.rights.answer, [&] { return p(cls("govuk-body"), link_to(site.local(to), site.words("challenge.answer.link"))); }));
}

Html between_line(const Site& site, const BetweenLine& line) {
  return li(item_link(site, line.at), p(cls("govuk-body-s"), disagreement_words(site, line.between)), p(cls("mg-item-note"), plan_note(line.at)),
            when(line.between.finding_is_older, [&] { return record_link(site, line.at); }));
}

// A list with its heading; "none" is said, not left out, for that is an answer too.
template <class Lines, class F>
Html part(const Site& site, std::string_view id, const Lines& lines, F&& line) {
  const auto key = "panel." + std::string(id);
  const auto n = static_cast<int>(lines.size());
  Html shown;
  for (std::size_t i = 0; i < lines.size() && i < kPanelLines; ++i) shown += line(lines[i]);
  return section(attr("aria-labelledby", id), heading_m(site.words(key, {{"n", n}}), id),
                 lines.empty() ? body_text(site.words(key + ".none")) : ul(cls("govuk-list mg-plans"), shown),
                 when(lines.size() > kPanelLines, [&] { return body_text(site.words("desk.more", {{"n", n - static_cast<int>(kPanelLines)}})); }));
}

Html answer_line(const Site& site, const PanelPage& page) {
  std::vector<std::string> parts;
  const auto add = [&](std::string_view key, std::size_t n) {
    if (n > 0) parts.push_back(site.words(key, {{"n", static_cast<int>(n)}}));
  };
  add("panel.count.claims", page.without_finding.size());
  add("panel.count.older", page.older.size());
  add("panel.count.open", page.open.size());
  add("panel.count.late", static_cast<std::size_t>(page.late));
  if (parts.empty()) return lead_text(site.words("panel.nothing", {{"date", page.today}}));
  return lead_text(site.words("desk.answer", {{"parts", site.words.list(parts)}, {"date", page.today}}));
}

Html plans(const Site& site, const PanelPage& page) {
  if (page.plans.empty()) return {};
  return section(attr("aria-labelledby", "plans"), heading_m(site.words("panel.plans"), "plans"),
                 ul(cls("govuk-list mg-plans"), each(page.plans, [&](const PlanVoices& plan) {
                      return li(a(cls("govuk-link"), href(site.local(plan_url(plan.slug))), lang(plan.language), plan.title),
                                p(cls("mg-item-note"), assessed_words(site, plan.roll_up)));
                    })));
}

}  // namespace

Html panel_page(const PanelPage& page, const Site& site) {
  const auto main = join(
      h1(cls("govuk-heading-l"), site.words("panel.heading")), answer_line(site, page),
      part(site, "without", page.without_finding, [&](const ClaimLine& line) { return claim_line(site, line); }),
      part(site, "overtaken", page.older, [&](const ClaimLine& line) { return claim_line(site, line); }),
      part(site, "challenges", page.open, [&](const ChallengeLine& line) { return challenge_line(site, line, page.today); }),
      part(site, "disagreements", page.disagreements, [&](const BetweenLine& line) { return between_line(site, line); }), plans(site, page));
  return frame(site, {.title = site.words("panel.heading")}, main);
}

}  // namespace makegood::pages
