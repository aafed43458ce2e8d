// What does this post owe? Its items over all plans, and who answers for them.

#include "html/components/content.h"
#include "pages/directory_pages.h"
#include "pages/sheet_pages.h"

namespace makegood::pages {

using namespace html;

namespace {

Html who(const Site& site, const PostLine& post) {
  const auto& words = site.words;
  if (post.why_not == WhyNot::vacant)
    return p(cls("govuk-body"), strong(post.vacant_since ? words("people.vacant_since", {{"date", *post.vacant_since}}) : words("people.why.vacant")), ".");
  return html::join(when(!post.holders.empty(), [&] { return p(cls("govuk-body"), words("people.held_by"), " ", quoted("en", makegood::join(post.holders, "; ")), "."); }),
                    when(!post.delegate.empty(), [&] { return p(cls("govuk-body"), words("people.delegated_to"), " ", quoted("en", post.delegate), "."); }),
                    when(post.why_not != WhyNot::none, [&] { return p(cls("govuk-body"), strong(words("people.why." + std::string(word(post.why_not)))), "."); }));
}

Html items_of(const Site& site, const OwnerPlan& plan) {
  const auto id = "plan-" + plan.slug;
  return section(attr("aria-labelledby", id),
                 h2(attr("id", id), cls("govuk-heading-m"), a(cls("govuk-link"), href(site.local(plan_url(plan.slug))), lang(plan.language), plan.title)),
                 item_table(site, {site.words("people.owes_caption"), plan.slug, plan.language, &plan.rows, nullptr}));
}

}  // namespace

Html owner_page(const OwnerPage& page, const Site& site) {
  const auto heading = site.words("people.owner_heading");
  const auto main = html::join(span(cls("govuk-caption-l"), quoted("en", page.in_words)), h1(cls("govuk-heading-l"), heading),
                               p(cls("govuk-body-l"), site.words("people.owner_answer", {{"n", page.items}}), " ", site.words("people.owner_overdue", {{"n", page.overdue}})), when(!page.before.empty(), [&] { return p(cls("govuk-body"), "(", formerly(site, page.before), ")"); }), who(site, page.post),
                               each(page.plans, [&](const OwnerPlan& plan) { return items_of(site, plan); }),
                               when(page.has_sheet, [&] { return p(cls("govuk-body"), link_to(site.local(post_sheet_url(page.post.id)), site.words("sheet.of_post")), " · ", link_to(site.local("/desk/sheets"), site.words("sheets.heading"))); }),
                               p(cls("govuk-body"), link_to(site.local("/desk/people"), site.words("people.back"))));
  return frame(site, {.title = page.in_words + ": " + heading,
                      .trail = {{"/desk", site.words("nav.desk"), ""}, {"/desk/people", site.words("people.heading"), ""}}},
               main);
}

}  // namespace makegood::pages
