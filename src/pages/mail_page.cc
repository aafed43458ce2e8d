// Letters, newest first, and one letter with what became of it.

#include <array>

#include "html/components/content.h"
#include "html/components/lists.h"
#include "pages/fault_summary.h"
#include "pages/mail_pages.h"
#include "pages/page_parts.h"

namespace makegood::pages {

using namespace html;

namespace {

struct StateLook {
  std::string_view word;
  const char* tag;
};
constexpr std::array kStates = {StateLook{"waiting", "govuk-tag--yellow"}, StateLook{"sending", "govuk-tag--blue"},
                                StateLook{"sent", "govuk-tag--green"}, StateLook{"failed", "govuk-tag--red"}};

Html state_tag(const Site& site, const std::string& state) {
  for (const auto& look : kStates)
    if (look.word == state) return govuk::tag({.text = site.words("mail.state." + state), .classes = look.tag});
  return {};
}

bool has_none(const MailPage& page) { return page.waiting + page.sent + page.failed == 0; }

std::string answer_line(const Site& site, const MailPage& page) {
  if (has_none(page)) return site.words("mail.none");
  auto said = site.words("mail.answer", {{"sent", page.sent}, {"waiting", page.waiting}, {"failed", page.failed}});
  if (page.repeats > 0) said += " " + site.words("mail.repeats", {{"n", page.repeats}});
  return said;
}

Html filter(const Site& site, const MailPage& page, const std::string& state) {
  const auto words = state.empty() ? site.words("mail.all") : site.words("mail.state." + state);
  if (state == page.shown) return li(strong(attr("aria-current", "page"), words));
  return li(link_to(site.local(state.empty() ? mail_url() : mail_url().with("show", state)), words));
}

Html filters(const Site& site, const MailPage& page) {
  if (has_none(page)) return {};
  return nav(attr("aria-label", site.words("mail.filters")),
             ul(cls("govuk-list mg-inline-list"), filter(site, page, ""), filter(site, page, "waiting"), filter(site, page, "failed"), filter(site, page, "sent")));
}

// What happens next or happened last, in one line.
Html fate(const Site& site, const LetterLine& line) {
  if (!line.settled.empty()) return join(site.words("mail.when." + line.state), " ", moment(site, line.settled));
  if (line.state == "waiting" && line.attempts > 0) return join(site.words("mail.when.again"), " ", moment(site, line.next_attempt));
  return join(site.words("mail.when.queued"), " ", moment(site, line.queued));
}

Html letter_line(const Site& site, const LetterLine& line) {
  return li(a(cls("govuk-link"), href(site.local(letter_url(line.id))), lang(line.language), line.subject), " ", state_tag(site, line.state),
            p(cls("mg-item-note"), quoted("en", line.to), " – ", fate(site, line)),
            when(!line.fault.empty(), [&] { return p(cls("mg-item-note"), quoted("en", line.fault)); }));
}

govuk::SummaryRow row(const Site& site, std::string_view key, Content value) {
  return {.key = {.text = site.words(key)}, .value = {.text = std::move(value)}};
}

Html facts(const Site& site, const LetterLine& line) {
  govuk::SummaryListParams list;
  list.rows = {row(site, "mail.to", quoted("en", line.to)), row(site, "mail.kind", site.words("mail.kind." + line.kind)),
               row(site, "mail.state", state_tag(site, line.state)), row(site, "mail.last", fate(site, line)),
               row(site, "mail.attempts", std::to_string(line.attempts))};
  if (line.repeats > 0) list.rows.push_back(row(site, "mail.repeated", std::to_string(line.repeats)));
  if (!line.fault.empty()) list.rows.push_back(row(site, "mail.fault", quoted("en", line.fault)));
  return govuk::summary_list(list);
}

Html send_again(const Site& site, const LetterLine& line) {
  if (line.state != "waiting" && line.state != "failed") return {};
  return form(attr("method", "post"), action(site.local(Url::path({"desk", "mail", line.id, "send-again"}))), csrf_field(site),
              govuk::button({.text = site.words("mail.send_again"), .prevent_double_click = true}));
}

// The HTML part is shown as its source: what a letter says is never run here.
Html words_of(const Site& site, const LetterPage& page) {
  if (page.holds_key) return body_text(site.words("mail.holds_key"));
  if (page.text.empty()) return body_text(site.words("mail.words_gone"));
  return join(pre(cls("mg-letter"), lang(page.line.language), attr("tabindex", "0"), page.text),
              when(!page.html.empty(), [&] {
                return govuk::details({.summary_text = site.words("mail.as_html"),
                                       .text = pre(cls("mg-letter"), lang(page.line.language), attr("tabindex", "0"), page.html)});
              }));
}

}  // namespace

Url mail_url() { return Url("/desk/mail"); }
Url letter_url(std::string_view id) { return Url::path({"desk", "mail", id}); }

Html mail_page(const MailPage& page, const Site& site) {
  const auto heading = site.words("mail.heading");
  const auto main = join(h1(cls("govuk-heading-l"), heading), lead_text(answer_line(site, page)), filters(site, page),
                         page.letters.empty() ? when(!has_none(page), [&] { return body_text(site.words("mail.none_shown")); })
                                              : ul(cls("govuk-list govuk-list--spaced"), each(page.letters, [&](const LetterLine& line) { return letter_line(site, line); })));
  return frame(site, {.title = heading, .trail = {{"/desk", site.words("nav.desk"), ""}}}, main);
}

Html letter_page(const LetterPage& page, const Site& site) {
  const auto heading = site.words("mail.letter_heading");
  const auto main = join(refusal_summary(site, page.refusal), span(cls("govuk-caption-l"), lang(page.line.language), page.line.subject),
                         h1(cls("govuk-heading-l"), heading), facts(site, page.line), send_again(site, page.line),
                         section(attr("aria-labelledby", "words"), heading_m(site.words("mail.words"), "words"), words_of(site, page)));
  return frame(site, {.title = heading + ": " + page.line.subject,
                      .trail = {{"/desk", site.words("nav.desk"), ""}, {mail_url(), site.words("mail.heading"), ""}},
                      .has_errors = !page.refusal.empty()},
               main);
}

}  // namespace makegood::pages
