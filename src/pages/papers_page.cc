// Which papers have gone round, and who agrees to one of them.

#include "html/components/choices.h"
#include "html/components/content.h"
#include "html/components/lists.h"
#include "pages/fault_summary.h"
#include "pages/group_pages.h"
#include "pages/hidden_field.h"
#include "pages/page_parts.h"
#include "pages/register_fields.h"
#include "pages/register_words.h"

namespace makegood::pages {

using namespace html;

namespace {

std::string code_words(const Site& site, const Definition& definition, const std::string& field, const std::string& code) {
  const auto* found = definition.field(field);
  return found == nullptr ? code : answer_in_words(site, definition, *found, code);
}

/// "Agrees: 7. Agrees, with a comment: 1. Does not agree: 0. No answer: 2."
std::string result_words(const Site& site, const Definition& definition, const std::string& field, const registers::RoundCount& count) {
  std::string words;
  for (const auto& [code, n] : count.by_answer) words += site.words("paper.result", {{"answer", code_words(site, definition, field, code)}, {"n", n}}) + " ";
  return words + site.words("paper.result", {{"answer", site.words("paper.silent")}, {"n", count.silent}});
}

Html circulate_button(const Site& site, const Definition& definition, bool may) {
  return when(may, [&] { return govuk::button({.text = site.words("paper.circulate"), .href = site.local(circulate_url(definition.name))}); });
}

Html word_in_cell(const Site& site, const PaperPage& page, const registers::PaperAnswer& said) {
  if (said.silent()) return govuk::tag({.text = site.words("paper.silent"), .classes = "govuk-tag--yellow"});
  return join(code_words(site, *page.definition, page.answer, said.answer), when(said.late, [&] { return join(" ", govuk::tag({.text = site.words("paper.late"), .classes = "govuk-tag--grey"})); }),
              when(!said.comment.empty(), [&] { return quoted_lines(typed_language(site), said.comment); }));
}

Html words_table(const Site& site, const PaperPage& page, const PaperVersionShown& version) {
  const auto caption = site.words("paper.words", {{"version", version.version}});
  govuk::TableParams table{.caption = caption, .caption_classes = "govuk-table__caption--m",
                           .head = {{.text = site.words("paper.who")}, {.text = site.words("paper.answer")}, {.text = site.words("paper.answered_on")}}};
  for (const auto& word : version.words) {
    const auto record = a(cls("govuk-link"), href(site.local(record_url(page.definition->name, word.said.id))), quoted("en", word.who));
    table.rows.push_back({{.text = record}, {.text = word_in_cell(site, page, word.said)}, {.text = word.said.answered ? site.words.date(*word.said.answered) : ""}});
  }
  return in_scroll(caption, govuk::table(table));
}

Html file_link(const PaperPage& page, const PaperVersionShown& version) {
  if (version.file.empty()) return {};
  const auto url = Url::path({"desk", "registers", page.definition->name, "records", version.with_file.text, "paper"});
  return p(cls("govuk-body"), a(cls("govuk-link"), href(url), attr("download", ""), quoted("en", version.file)));
}

Html one_version(const Site& site, const PaperPage& page, const PaperVersionShown& version) {
  return join(p(cls("govuk-body"), site.words("paper.sent", {{"date", version.sent}, {"due", version.due}})), file_link(page, version), words_table(site, page, version));
}

Html earlier(const Site& site, const PaperPage& page) {
  Html all;
  for (std::size_t i = 1; i < page.versions.size(); ++i) {
    const auto& version = page.versions[i];
    all += govuk::details({.summary_text = site.words("paper.earlier", {{"version", version.version}}) + " " + result_words(site, *page.definition, page.answer, version.count),
                           .text = one_version(site, page, version)});
  }
  return all;
}

Html reminding(const Site& site, const PaperPage& page) {
  const auto& newest = page.versions.front();
  if (!page.may_circulate || newest.count.silent == 0 || newest.due < site.today) return {};
  return html::form(attr("method", "post"), action(site.local(papers_url(page.definition->name))), csrf_field(site), hidden("group", page.group), hidden("paper", page.paper),
                    govuk::button({.text = site.words("paper.remind", {{"n", newest.count.silent}}), .prevent_double_click = true, .classes = "govuk-button--secondary"}));
}

std::string standing(const Site& site, const PaperVersionShown& newest) {
  const auto agree = site.words("paper.agree", {{"n", newest.count.agree}, {"asked", newest.count.asked}, {"version", newest.version}});
  if (newest.count.silent == 0) return agree;
  return agree + " " + site.words(newest.due < site.today ? "paper.were_silent" : "paper.are_silent", {{"n", newest.count.silent}, {"date", newest.due}});
}

}  // namespace

Url papers_url(std::string_view name) { return Url::path({"desk", "registers", name, "papers"}); }
Url paper_url(std::string_view name, std::string_view group, std::string_view paper) { return papers_url(name).with("group", group).with("paper", paper); }

Html papers_page(const PapersPage& page, const Site& site) {
  const auto& definition = *page.definition;
  const auto title = site.words("paper.heading");
  govuk::TableParams table{.caption = site.words("paper.list", {{"n", static_cast<int>(page.papers.size())}}), .caption_classes = "govuk-table__caption--m",
                           .head = {{.text = site.words("paper.paper")}, {.text = site.words("paper.group")}, {.text = site.words("paper.due")}, {.text = site.words("paper.standing")}}};
  for (const auto& paper : page.papers)
    table.rows.push_back({{.text = a(cls("govuk-link"), href(site.local(paper_url(definition.name, paper.group, paper.paper))),
                                     quoted("en", paper.paper), ", ", site.words("paper.version", {{"version", paper.version}}))},
                          {.text = quoted("en", paper.group)}, {.text = site.words.date(paper.due)}, {.text = result_words(site, definition, page.answer, paper.count)}});
  return frame(site, {.title = title, .trail = desk_trail(site, definition)},
               join(span(cls("govuk-caption-xl"), in_language(site, definition.title)), h1(cls("govuk-heading-xl"), title), circulate_button(site, definition, page.may_circulate),
                    page.papers.empty() ? body_text(site.words("paper.none")) : in_scroll(title, govuk::table(table))));
}

Html paper_page(const PaperPage& page, const Site& site) {
  const auto& definition = *page.definition;
  const auto title = site.words("paper.question", {{"paper", page.paper}});
  auto trail = desk_trail(site, definition);
  trail.push_back({papers_url(definition.name), site.words("paper.heading"), ""});
  const auto& newest = page.versions.front();
  return frame(site, {.title = title, .trail = std::move(trail), .has_errors = !page.refusal.empty()},
               join(refusal_summary(site, page.refusal, ""), when(page.reminded.has_value(), [&] {
                      return govuk::notification_banner({.text = site.words("paper.reminded", {{"n", *page.reminded}}), .title_text = site.words("component.success"), .success = true});
                    }),
                    span(cls("govuk-caption-xl"), quoted("en", page.group)), h1(cls("govuk-heading-xl"), title), lead_text(standing(site, newest)),
                    p(cls("govuk-body"), result_words(site, definition, page.answer, newest.count)), reminding(site, page), one_version(site, page, newest), earlier(site, page),
                    circulate_button(site, definition, page.may_circulate)));
}

}  // namespace makegood::pages
