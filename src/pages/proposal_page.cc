// Is this what the document says? What was found, what needs a person one thing at a time, and
// every item beside the words that it was read from.

#include <algorithm>

#include "html/components/content.h"
#include "html/components/lists.h"
#include "html/components/wayfinding.h"
#include "pages/change_pages.h"
#include "pages/desk_pages.h"

namespace makegood::pages {

using namespace html;

namespace {

Url action_url(const ProposalPage& page, std::string_view verb) { return Url::path({"desk", "import", page.line.id, verb}); }

Html refusal(const Site& site, const std::string& sentence) {
  return when(!sentence.empty(), [&] {
    return govuk::error_summary({.title_text = site.words("component.error_summary"), .error_list = {{.text = join(span(lang("en"), sentence))}}});
  });
}

Html found(const Site& site, const ProposalPage& page) {
  const int open = static_cast<int>(page.questions.size());
  const int minutes = std::max(1, (open + 1) / 2);
  return join(p(cls("govuk-body-l"), site.words("review.found", {{"counts", kinds_words(site, page.kinds)}, {"themes", page.themes}}), " ",
                open == 0 ? site.words("review.nothing_open") : site.words("review.open", {{"n", open}, {"minutes", minutes}})),
              when(page.revision.has_value(), [&] {
                return govuk::inset_text({.text = site.words("review.revision", {{"added", page.revision->added},
                                                                                 {"changed", page.revision->changed},
                                                                                 {"absent", page.revision->absent}})}) +
                       p(cls("govuk-body"), link_to(site.local(import_changes_url(page.line.id)), site.words("changes.desk_link")));
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
                          question.open.item.empty() ? Url() : proposal_item_url(page.line.id, question.open.item)};
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
                 div(cls("govuk-button-group"), post_button(site, action_url(page, "accept"), "review.accept", ""),
                     when(page.can_undo, [&] { return post_button(site, action_url(page, "undo"), "review.undo", "govuk-button--secondary"); }),
                     post_button(site, action_url(page, "discard"), "review.discard", "govuk-button--warning")));
}

Html read_dates(const Site& site, const Item& item) {
  const auto& dates = item.dates();
  if (dates.due) return join(site.words("review.due", {{"date", *dates.due}}));
  if (dates.complete) return join(site.words("item.read.complete"));
  if (dates.ongoing || dates.recurs != Recurrence::none) return join(site.words("item.read.ongoing"));
  return span(cls("mg-absent"), site.words("table.no_date"));
}

Html fact(const Site& site, std::string_view key, const Html& value) { return join(dt(site.words(key)), dd(value)); }

Html made_of(const Site& site, const ProposalPage& page, const Item& item, const std::string& theme) {
  return join(p(cls("govuk-body"), kind_words(site, item.kind), when(!item.ref.empty(), join(" ", span(cls("mg-ref"), item.ref))), ": ",
                quoted(page.language, headline(item.title))),
              dl(cls("mg-definitions"), when(!theme.empty(), [&] { return fact(site, "field.theme", quoted(page.language, theme)); }),
                 fact(site, "item.owners", names(site, page.language, item.owners)),
                 when(!item.partners.empty(), [&] { return fact(site, "item.partners", names(site, page.language, item.partners)); }),
                 when(!item.timescale_raw.empty(), [&] { return fact(site, "field.timescale", join("“", quoted(page.language, item.timescale_raw), "”")); }),
                 fact(site, "table.due", read_dates(site, item))));
}

Html item_beside_source(const Site& site, const ProposalPage& page, const Item& item, const std::string& theme) {
  const auto place = position_words(site, item.source);
  return li(cls("mg-review"), id("item-" + item.id.text),
            div(cls("mg-review__source"), span(cls("mg-review__label"), site.words("review.source"), when(!place.empty(), join(", ", place))),
                item.source_text.empty() ? span(cls("mg-absent"), site.words("review.no_source")) : quoted(page.language, item.source_text)),
            div(cls("mg-review__made"), span(cls("mg-review__label"), site.words("review.made")), made_of(site, page, item, theme),
                p(cls("govuk-body"), a(cls("govuk-link"), href(site.local(proposal_item_url(page.line.id, item.id))), site.words("review.edit"),
                                       span(cls("govuk-visually-hidden"), ": ", quoted(page.language, headline(item.title)))))));
}

Html pages_of_items(const Site& site, const ProposalPage& page) {
  const auto to = [&](int n) { return site.local(proposal_url(page.line.id)).with("page", std::to_string(n)).at("items"); };
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
  if (page.columns.empty()) return {};
  return section(attr("aria-labelledby", "columns"), heading_m(site.words("review.columns"), "columns"),
                 dl(cls("mg-definitions"), each(page.columns, [&](const ColumnMeaning& column) {
                      const auto key = "field." + column.meaning;
                      return join(dt(quoted(page.language, column.heading)), dd(site.words.has(key) ? site.words(key) : site.words("review.column_kept")));
                    })));
}

Html items(const Site& site, const ProposalPage& page) {
  Html all;
  for (std::size_t i = 0; i < page.items.size(); ++i) all += item_beside_source(site, page, page.items[i], page.item_themes.at(i));
  return section(attr("aria-labelledby", "items"), heading_m(site.words("review.items"), "items"), ol(cls("mg-reviews"), all),
                 pages_of_items(site, page));
}

}  // namespace

ProposalPage make_proposal_page(const Plan& draft, ProposalLine line, int asked, int number) {
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
  page.asked = page.questions.empty() ? 0 : std::clamp(asked, 0, static_cast<int>(page.questions.size()) - 1);
  page.pages = std::max(1, (static_cast<int>(draft.items.size()) + kRowsPerPage - 1) / kRowsPerPage);
  page.page = std::clamp(number, 1, page.pages);
  const auto from = static_cast<std::size_t>(page.page - 1) * kRowsPerPage;
  for (auto i = from; i < std::min(from + kRowsPerPage, draft.items.size()); ++i) {
    page.items.push_back(draft.items[i]);
    page.item_themes.push_back(theme_title(draft, draft.items[i].theme));
  }
  return page;
}

Html proposal_page(const ProposalPage& page, const Site& site) {
  const auto main = join(refusal(site, page.refusal), span(cls("govuk-caption-l"), quoted(page.language, page.line.title)),
                         h1(cls("govuk-heading-l"), site.words("review.heading")),
                         p(cls("govuk-body"), site.words("plan.document"), " ", quoted(page.language, page.line.document)), found(site, page), one_question(site, page),
                         decide(site, page), columns(site, page), items(site, page));
  return frame(site, {.title = site.words("review.title", {{"title", page.line.title}}),
                      .trail = {{site.local("/desk"), site.words("nav.desk"), ""}, {site.local("/desk/import"), site.words("import.heading"), ""}},
                      .has_errors = !page.refusal.empty()},
               main);
}

}  // namespace makegood::pages
