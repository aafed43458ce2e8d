// Whom do the names in this plan mean? Several are answered at once; what is left stays open.

#include "html/components/choices.h"
#include "html/components/content.h"
#include "html/components/fields.h"
#include "pages/directory_pages.h"
#include "pages/fault_summary.h"
#include "pages/hidden_field.h"
#include "pages/page_parts.h"
#include "pages/refusal_words.h"

namespace makegood::pages {

using namespace html;

namespace {

std::string number(std::string_view name, std::size_t n) { return std::string(name) + "-" + std::to_string(n); }

Html counts(const Site& site, const MatchLine& line) {
  return p(cls("mg-item-note"), when(line.owns > 0, [&] { return span(site.words("people.match_owns", {{"n", line.owns}})); }), when(line.owns > 0 && line.partners > 0, html::join(", ")),
           when(line.partners > 0, [&] { return span(site.words("people.match_partners", {{"n", line.partners}})); }));
}

std::optional<govuk::ErrorMessageParams> error_of(const Site& site, const std::string& fault) {
  if (fault.empty()) return std::nullopt;
  return govuk::ErrorMessageParams{.text = site.words(fault), .visually_hidden_text = site.words("component.error")};
}

// Always there: a field that its radio opens would make scripts mark the radio in a way that radios may not be.
Html other_post(const Site& site, const MatchPage& page, const MatchLine& line, std::size_t n) {
  const auto about = span(cls("govuk-visually-hidden"), ": ", quoted(page.language, line.written));
  return govuk::input({.name = number("other", n), .label = {.text = html::join(site.words("people.match_other_post"), about)}, .error_message = error_of(site, line.fault),
                       .value = line.other, .autocomplete = "off", .attributes = attr("list", "posts") + lang("en")});
}

Html question(const Site& site, const MatchPage& page, const MatchLine& line, std::size_t n) {
  std::vector<govuk::ChoiceItem> answers;
  for (const auto& suggestion : line.suggestions)
    answers.push_back({.value = suggestion.value, .text = html::join(quoted("en", suggestion.label)),
                       .hint = suggestion.value == line.post.text && !line.confirmed ? std::optional(govuk::HintParams{.text = site.words("people.match_same_words")}) : std::nullopt});
  answers.push_back({.value = "other", .text = site.words("people.match_other")});
  answers.push_back({.value = "nobody", .text = site.words("people.match_nobody"), .hint = govuk::HintParams{.text = site.words("people.match_nobody_hint")}});
  answers.push_back({.value = "", .text = site.words("people.match_later"), .checked = line.picked.empty()});
  return html::join(hidden(number("name", n), line.written), hidden(number("was", n), line.confirmed && line.post.empty() ? "nobody" : line.confirmed ? line.post.text : ""),
                    govuk::radios({.name = number("post", n),
                                   .fieldset = govuk::FieldsetParams{.legend = {.text = html::join("“", quoted(page.language, line.written), "”", counts(site, line)), .classes = "govuk-fieldset__legend--s"}},
                                   .items = std::move(answers), .value = line.picked, .classes = "govuk-radios--small"}),
                    other_post(site, page, line, n));
}

Html from_day(const Site& site, const MatchPage& page) {
  return govuk::details({.summary_text = site.words("people.match_from"),
                         .text = html::join(day_field(site, {.name = "from", .legend = site.words("people.match_from_legend"), .hint = site.words("people.match_from_hint"),
                                                             .value = page.from, .error = error_of(site, page.from_fault)})),
                         .open = !page.from.empty() || !page.from_fault.empty()});
}

Html questions(const Site& site, const MatchPage& page) {
  if (page.open.empty()) return body_text(site.words("people.match_done"));
  Html all;
  for (std::size_t n = 0; n < page.open.size(); ++n) all += question(site, page, page.open[n], n);
  return form(attr("method", "post"), action(site.local(match_url(page.slug))), attr("novalidate", ""), csrf_field(site),
              element("datalist", id("posts"), each(page.posts, [](const std::string& post) { return option(attr("value", post)); })), all, from_day(site, page),
              when(page.open_in_all > static_cast<int>(page.open.size()), [&] { return body_text(site.words("people.match_more", {{"n", page.open_in_all - static_cast<int>(page.open.size())}})); }),
              govuk::button({.text = site.words("people.match_button"), .prevent_double_click = true}));
}

Html confirmed(const Site& site, const MatchPage& page) {
  if (page.confirmed.empty()) return {};
  return section(attr("aria-labelledby", "confirmed"), heading_m(site.words("people.match_confirmed"), "confirmed"),
                 ul(cls("govuk-list govuk-list--bullet"), each(page.confirmed, [&](const MatchLine& line) {
                      return li("“", quoted(page.language, line.written), "”: ", line.post.empty() ? span(site.words("people.match_nobody")) : quoted("en", line.suggestions.front().label), ", ",
                                a(cls("govuk-link"), href(with_query(site.local(match_url(page.slug)), {{"change", line.written}})), site.words("people.match_change"), span(cls("govuk-visually-hidden"), ": ", quoted(page.language, line.written))));
                    })));
}

Html errors(const Site& site, const MatchPage& page) {
  std::vector<govuk::ErrorSummaryItem> list;
  for (std::size_t n = 0; n < page.open.size(); ++n)
    if (!page.open[n].fault.empty())
      list.push_back({.text = html::join("“", quoted(page.language, page.open[n].written), "”: ", site.words(page.open[n].fault)), .href = Url::fragment(number("other", n))});
  if (!page.from_fault.empty()) list.push_back({.text = site.words(page.from_fault), .href = "#from-day"});
  if (!page.refusal.empty()) list.push_back({.text = refusal_words(site, page.refusal), .href = page.open.empty() ? Url() : Url::fragment(number("post", 0))});
  return error_lines(site, std::move(list));
}

}  // namespace

Html match_page(const MatchPage& page, const Site& site) {
  const auto summary = errors(site, page);
  const bool has_errors = !summary.empty();
  const auto heading = site.words("people.match_heading");
  const auto main = html::join(summary, span(cls("govuk-caption-l"), quoted(page.language, page.title)), h1(cls("govuk-heading-l"), heading),
                               lead_text(site.words("people.match_answer", {{"n", page.open_in_all}})), questions(site, page), confirmed(site, page));
  return frame(site, {.title = heading + ": " + page.title,
                      .trail = {{"/desk", site.words("nav.desk"), ""}, {"/desk/people", site.words("people.heading"), ""}},
                      .has_errors = has_errors},
               main);
}

}  // namespace makegood::pages
