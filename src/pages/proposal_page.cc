// Is this what the document says? What was found, what needs a person one thing at a time, and
// every item beside the words that it was read from.

#include <algorithm>

#include "html/components/content.h"
#include "html/components/lists.h"
#include "html/components/wayfinding.h"
#include "pages/change_pages.h"
#include "pages/columns_form.h"
#include "pages/fault_summary.h"
#include "pages/page_parts.h"
#include "pages/source_page.h"

namespace makegood::pages {

using namespace html;

namespace {

Url action_url(const ProposalPage& page, std::string_view verb) { return Url::path({"desk", "import", page.line.id, verb}); }

int change_questions(const ProposalPage& page) { return page.revision ? page.revision->questions : 0; }

Html changes_link(const Site& site, const ProposalPage& page) {
  const int n = change_questions(page);
  return p(cls("govuk-body"), link_to(site.local(import_changes_url(page.line.id)),
                                      n == 0 ? site.words("changes.desk_link") : site.words("changes.desk_link_open", {{"n", n}})));
}

std::string what_is_open(const Site& site, const ProposalPage& page) {
  const int open = static_cast<int>(page.questions.size());
  if (open > 0) return site.words("review.open", {{"n", open}, {"minutes", std::max(1, (open + 1) / 2)}});
  return change_questions(page) > 0 ? "" : site.words("review.nothing_open");
}

Html found(const Site& site, const ProposalPage& page) {
  return join(p(cls("govuk-body-l"), site.words("review.found", {{"counts", kinds_words(site, page.kinds)}, {"themes", page.themes}}), " ",
                what_is_open(site, page)),
              when(page.revision.has_value(), [&] {
                return govuk::inset_text({.text = site.words("review.revision", {{"added", page.revision->added},
                                                                                 {"changed", page.revision->changed},
                                                                                 {"absent", page.revision->absent}})}) +
                       changes_link(site, page);
              }));
}

Url at_question(const ProposalPage& page, int index) {
  return proposal_url(page.line.id).with("asked", std::to_string(index));
}

Html one_question(const Site& site, const ProposalPage& page) {
  if (page.questions.empty()) return {};
  const auto& question = page.questions.at(static_cast<std::size_t>(page.asked));
  const int of = static_cast<int>(page.questions.size());
  const QuestionForm form{&question, page.asked + 1, of, page.language, action_url(page, "settle"),
                          question.open.item.empty() ? Url() : proposal_item_url(page.line.id, question.open.item), page.source, page.question_place};
  return join(question_form(site, form), when(of > 1, [&] {
                return p(cls("govuk-body"), link_to(site.local(at_question(page, (page.asked + 1) % of)), site.words("review.later")));
              }));
}

Html post_button(const Site& site, const Url& to, std::string_view key, std::string_view classes) {
  return form(attr("method", "post"), action(site.local(to)), cls("mg-inline-form"), csrf_field(site),
              govuk::button({.text = site.words(key), .prevent_double_click = true, .classes = std::string(classes)}));
}

Html decide(const Site& site, const ProposalPage& page) {
  return section(attr("aria-labelledby", "decide"), heading_m(site.words("review.decide"), "decide"), body_text(site.words("review.private")),
                 when(change_questions(page) > 0, [&] { return body_text(site.words("changes.answer_first")) + changes_link(site, page); }),
                 div(cls("govuk-button-group"), post_button(site, action_url(page, "accept"), "review.accept", ""),
                     post_button(site, action_url(page, "discard"), "review.discard", "govuk-button--warning")));
}

// What happened last, what it cost, and the button that takes it back.
Html last_step(const Site& site, const ProposalPage& page) {
  if (page.last_step.empty()) return {};
  const auto lost = each(page.lost, [&](const LostLine& line) {
    const auto key = "field." + line.field;
    return li(site.words("review.lost." + line.what), when(!line.title.empty(), [&] { return join(": “", quoted(page.language, headline(line.title)), "”"); }),
              when(line.what == "edited" && site.words.has(key), [&] { return join(" (", site.words(key), ")"); }));
  });
  return div(cls("mg-last-step"), p(cls("govuk-body"), site.words("review.last"), " ", strong(site.words("review.step." + page.last_step)), " ",
                                    page.last_step == "reread" ? site.words("review.reread", {{"items", page.line.items}}) : ""),
             when(!page.lost.empty(), [&] { return join(body_text(site.words("review.lost", {{"n", static_cast<int>(page.lost.size())}})), ul(cls("govuk-list govuk-list--bullet"), lost)); }),
             post_button(site, action_url(page, "undo"), "review.undo", "govuk-button--secondary"));
}

Html read_dates(const Site& site, const Item& item) {
  const auto& dates = item.dates();
  if (dates.due) return join(site.words("review.due", {{"date", *dates.due}}));
  if (dates.complete) return join(site.words("item.read.complete"));
  if (dates.ongoing || dates.recurs != Recurrence::none) return join(site.words("item.read.ongoing"));
  return span(cls("mg-absent"), site.words("table.no_date"));
}

Html made_of(const Site& site, const ProposalPage& page, const Item& item, const std::string& theme) {
  return join(p(cls("govuk-body"), kind_words(site, item.kind), when(!item.ref.empty(), join(" ", span(cls("mg-ref"), item.ref))), ": ",
                quoted(page.language, headline(item.title))),
              dl(cls("mg-definitions"), when(!theme.empty(), [&] { return fact(site, "field.theme", quoted(page.language, theme)); }),
                 fact(site, "item.owners", names(site, page.language, item.owners)),
                 when(!item.partners.empty(), [&] { return fact(site, "item.partners", names(site, page.language, item.partners)); }),
                 when(!item.timescale_raw.empty(), [&] { return fact(site, "field.timescale", join("“", quoted(page.language, item.timescale_raw), "”")); }),
                 fact(site, "table.due", read_dates(site, item))));
}

// The row as it looks where the document can be read again, else the words that were kept.
Html source_of(const Site& site, const ProposalPage& page, const Item& item) {
  const auto row = excerpt_row(site, {page.source, item.source, item.source_text, page.language});
  if (!row.empty()) return row;
  return item.source_text.empty() ? span(cls("mg-absent"), site.words("review.no_source")) : quoted(page.language, item.source_text);
}

Html odd_about(const Site& site, const Item& item) {
  const auto findings = findings_of(item);
  return when(!findings.empty(), [&] {
    return p(cls("govuk-body"), strong(cls("govuk-tag govuk-tag--yellow"), site.words("review.odd", {{"n", static_cast<int>(findings.size())}})));
  });
}

Html item_beside_source(const Site& site, const ProposalPage& page, const Item& item, const std::string& theme, const Url& where) {
  const auto place = position_words(site, item.source);
  const auto about = span(cls("govuk-visually-hidden"), ": ", quoted(page.language, headline(item.title)));
  return li(cls("mg-review"), id("item-" + item.id.text),
            div(cls("mg-review__source"), span(cls("mg-review__label"), site.words("review.source"), when(!place.empty(), join(", ", place))),
                source_of(site, page, item),
                when(!where.empty(), [&] { return p(cls("govuk-body"), a(cls("govuk-link"), href(site.local(where)), site.words("review.in_document"), about)); })),
            div(cls("mg-review__made"), span(cls("mg-review__label"), site.words("review.made")), made_of(site, page, item, theme), odd_about(site, item),
                p(cls("govuk-body"), a(cls("govuk-link"), href(site.local(proposal_item_url(page.line.id, item.id))), site.words("review.edit"), about))));
}

Html pages_of_items(const Site& site, const ProposalPage& page) {
  const auto to = [&](int n) {
    const auto url = site.local(proposal_url(page.line.id)).with("page", std::to_string(n));
    return (page.only_findings ? url.with("show", "findings") : url).at("items");
  };
  const auto link = [&](std::string_view key, int n) -> std::optional<govuk::PaginationLink> {
    if (n < 1 || n > page.pages) return std::nullopt;
    return govuk::PaginationLink{.text = join(site.words(key), span(cls("govuk-visually-hidden"), " ", site.words("component.page"))), .href = to(n)};
  };
  return when(page.pages > 1, [&] {
    return govuk::pagination({.landmark_label = site.words("component.pagination"),
                              .previous = link("component.previous", page.page - 1),
                              .next = link("component.next", page.page + 1)});
  });
}

Html columns(const Site& site, const ProposalPage& page) {
  if (page.source.reading == nullptr || page.source.reading->tables.empty()) return {};
  return columns_section(site, {&page.source.reading->tables, page.language, action_url(page, "columns")});
}

Html filter(const Site& site, const ProposalPage& page) {
  const auto link = [&](std::string_view key, const Url& to, bool current) {
    return li(current ? strong(attr("aria-current", "true"), site.words(key)) : a(cls("govuk-link"), href(site.local(to.at("items"))), site.words(key)));
  };
  const auto all = proposal_url(page.line.id);
  return nav(attr("aria-label", site.words("review.show")), ul(cls("govuk-list mg-choices"), link("review.show_all", all, !page.only_findings),
                                                               link("review.show_findings", all.with("show", "findings"), page.only_findings)));
}

Html items(const Site& site, const ProposalPage& page) {
  Html all;
  for (std::size_t i = 0; i < page.items.size(); ++i)
    all += item_beside_source(site, page, page.items[i], page.item_themes.at(i), page.item_places.at(i));
  return section(attr("aria-labelledby", "items"), heading_m(site.words("review.items"), "items"), filter(site, page),
                 page.items.empty() ? body_text(site.words("review.none_odd")) : ol(cls("mg-reviews"), all), pages_of_items(site, page));
}

// Where else to look: the whole document, and what stands around the items.
Html elsewhere(const Site& site, const ProposalPage& page) {
  return ul(cls("govuk-list"), when(page.source.document != nullptr, [&] { return li(link_to(site.local(source_url(page.line.id)), site.words("review.whole_document"))); }),
            li(link_to(site.local(plan_form_url(page.line.id)), site.words("review.edit_plan"))));
}

}  // namespace

namespace {

void take_items(ProposalPage& page, const Plan& draft, int number) {
  std::vector<const Item*> shown;
  for (const auto& item : draft.items)
    if (!page.only_findings || !findings_of(item).empty()) shown.push_back(&item);
  page.matched = static_cast<int>(shown.size());
  page.pages = std::max(1, (page.matched + kRowsPerPage - 1) / kRowsPerPage);
  page.page = std::clamp(number, 1, page.pages);
  const auto from = static_cast<std::size_t>(page.page - 1) * kRowsPerPage;
  for (auto i = from; i < std::min(from + kRowsPerPage, shown.size()); ++i) {
    page.items.push_back(*shown[i]);
    page.item_themes.push_back(theme_title(draft, shown[i]->theme));
  }
}

void take_places(ProposalPage& page, const Plan& draft) {
  page.item_places.resize(page.items.size());
  if (page.source.document == nullptr) return;
  const auto lines = source_lines(page.source, draft);
  for (std::size_t n = 0; n < page.items.size(); ++n)
    if (page.items[n].source.block > 0) page.item_places[n] = source_place_url(page.line.id, lines, page.items[n].source);
  if (!page.questions.empty() && page.questions[static_cast<std::size_t>(page.asked)].source.block > 0)
    page.question_place = source_place_url(page.line.id, lines, page.questions[static_cast<std::size_t>(page.asked)].source);
}

}  // namespace

ProposalPage make_proposal_page(const Plan& draft, ProposalLine line, const ProposalView& view, const SourceView& source) {
  ProposalPage page;
  page.questions = import_questions(draft);
  line.title = draft.title;
  line.items = static_cast<int>(draft.items.size());
  line.questions = static_cast<int>(page.questions.size());
  page.line = std::move(line);
  page.organisation = draft.organisation;
  page.kinds = count_kinds(draft);
  page.themes = static_cast<int>(draft.themes.size());
  page.indicators = static_cast<int>(draft.indicators.size());
  page.settled = static_cast<int>(draft.settlements.size());
  page.asked = page.questions.empty() ? 0 : std::clamp(view.asked, 0, static_cast<int>(page.questions.size()) - 1);
  page.only_findings = view.only_findings;
  page.source = source;
  take_items(page, draft, view.page);
  take_places(page, draft);
  return page;
}

Html proposal_page(const ProposalPage& page, const Site& site) {
  const auto main = join(refusal_summary(site, page.refusal), span(cls("govuk-caption-l"), quoted(page.language, page.line.title)),
                         h1(cls("govuk-heading-l"), site.words("review.heading")),
                         p(cls("govuk-body"), site.words("plan.document"), " ", quoted(page.language, page.line.document)), found(site, page), last_step(site, page),
                         one_question(site, page), elsewhere(site, page), decide(site, page), columns(site, page), items(site, page));
  return frame(site, {.title = site.words("review.title", {{"title", page.line.title}}),
                      .trail = {{"/desk", site.words("nav.desk"), ""}, {"/desk/import", site.words("import.heading"), ""}},
                      .has_errors = !page.refusal.empty()},
               main);
}

}  // namespace makegood::pages
