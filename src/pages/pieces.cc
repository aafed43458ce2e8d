#include "pages/pieces.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

namespace makegood::pages {

using namespace html;

namespace {

constexpr std::size_t kHeadline = 140;

std::string words_key(std::string_view page, std::string_view word) { return std::string(page) + "." + std::string(word); }

std::string_view first_line(std::string_view text) { return text.substr(0, text.find('\n')); }

// The end of the first sentence: a full stop before a space and a capital, so that "e.g. this"
// and "1.5 per cent" do not end one.
std::size_t sentence_end(std::string_view text) {
  for (std::size_t at = text.find(". "); at != std::string_view::npos; at = text.find(". ", at + 1))
    if (at + 2 < text.size() && text[at + 2] >= 'A' && text[at + 2] <= 'Z' && at > 20) return at + 1;
  return text.size();
}

constexpr std::array<std::string_view, kRules.size()> kTagColours = {
    "govuk-tag--red",    "govuk-tag--yellow", "govuk-tag--orange", "govuk-tag--purple",
    "govuk-tag--purple", "govuk-tag--grey",   "govuk-tag--green",  "govuk-tag--blue"};

int magnitude(const std::optional<int>& days) { return std::abs(days.value_or(0)); }

}  // namespace

Html quoted(std::string_view language, std::string_view text) {
  return span(cls("mg-quoted"), lang(language), text);
}

Html quoted_lines(std::string_view language, std::string_view text) {
  return div(cls("mg-quoted"), lang(language), each(split(text, '\n'), [](const std::string& line) {
               return when(!line.empty(), p(cls("govuk-body"), line));
             }));
}

std::string headline(std::string_view text) {
  auto line = first_line(text);
  line = line.substr(0, sentence_end(line));
  if (line.size() <= kHeadline) return std::string(line);
  const auto space = line.rfind(' ', kHeadline);
  return shorten(line.substr(0, space == std::string_view::npos ? line.size() : space), kHeadline) + "…";
}

bool is_cut(std::string_view text) { return headline(text) != text; }

std::string kind_words(const Site& site, ItemKind kind) { return site.words(words_key("kind", word(kind))); }

std::string kinds_words(const Site& site, const std::vector<KindCount>& kinds) {
  std::vector<std::string> parts;
  for (const auto& [kind, count] : kinds) parts.push_back(site.words(words_key("kind.count", word(kind)), {{"n", count}}));
  return parts.empty() ? site.words("kind.count.none") : site.words.list(parts);
}

std::string standing_words(const Site& site, Standing standing) { return site.words(words_key("standing", word(standing))); }

std::string status_words(const Site& site, const CalendarFact& fact) {
  const auto& status = fact.status;
  if (status.rule == Rule::slipping) return site.words("status.slipping", {{"days", magnitude(status.slipped)}});
  if (status.rule == Rule::ok && !status.days) return site.words("status.ok.ongoing");
  if (status.rule == Rule::ok && !fact.due) return site.words("status.ok.review", {{"days", magnitude(status.days)}});
  return site.words(words_key("status", word(status.rule)), {{"days", magnitude(status.days)}});
}

std::string rule_words(const Site& site, Rule rule) { return site.words(words_key("rule", word(rule))); }
std::string rule_meaning(const Site& site, Rule rule) { return site.words(words_key("rule.meaning", word(rule))); }

Html status_tag(const Site& site, const CalendarFact& fact) {
  const auto colour = kTagColours.at(static_cast<std::size_t>(fact.status.rule));
  return strong(cls("govuk-tag " + std::string(colour)), status_words(site, fact));
}

std::string answer_words(const Site& site, const PlanAnswer& answer) {
  const auto& counts = answer.counts;
  const int total = counts.total();
  if (total == 0) return site.words("answer.empty");
  if (counts[Standing::no_date] == total) return site.words("answer.no_dates", {{"total", total}});
  const std::string late = counts[Standing::late] > 0
                               ? site.words("answer.late", {{"late", counts[Standing::late]}, {"total", total}})
                               : site.words("answer.none_late", {{"total", total}});
  if (!answer.next_due) return late;
  return late + " " + site.words("answer.next", {{"date", *answer.next_due}});
}

Html names(const Site& site, std::string_view language, const std::vector<std::string>& names) {
  if (names.empty()) return span(cls("mg-absent"), site.words("item.not_named"));
  if (names.size() == 1) return quoted(language, names.front());
  return ul(cls("govuk-list mg-names"), each(names, [&](const std::string& name) { return li(quoted(language, name)); }));
}

Html vacancy(const Site& site, const Contact& contact) {
  if (contact.ended) return span(site.words("people.owner_ended", {{"date", *contact.ended}}));
  if (!contact.vacant) return {};
  return span(contact.vacant_since ? site.words("people.vacant_since", {{"date", *contact.vacant_since}}) : site.words("people.why.vacant"));
}

Html formerly(const Site& site, const std::vector<FormerName>& names) {
  bool first = true;
  return each(names, [&](const FormerName& name) {
    return join(std::exchange(first, false) ? "" : "; ", site.words("people.owner_until", {{"date", name.until}}), " ", quoted("en", name.words));
  });
}

Html owner_note(const Site& site, const Contact& contact) {
  const auto now = when(!contact.before.empty(), [&] { return join(site.words("people.owner_now"), " ", quoted("en", contact.post), " (", formerly(site, contact.before), ")"); });
  return join(now, !contact.before.empty() && (contact.ended || contact.vacant) ? ". " : "", vacancy(site, contact));
}

Html owner_notes(const Site& site, std::string_view language, const std::vector<Contact>& noted, bool named) {
  return each(noted, [&](const Contact& contact) {
    return p(cls("mg-item-note"), when(named, [&] { return join(quoted(language, contact.written), ": "); }), owner_note(site, contact));
  });
}

Html day(const Site& site, Day day) { return time_element(attr("datetime", day.iso()), site.words.date(day)); }

Html moment(const Site& site, std::string_view utc) {
  const auto date = Day::parse(utc.substr(0, 10));
  if (!date) return span(utc);
  const auto time = utc.size() >= 16 ? utc.substr(11, 5) : std::string_view();
  return join(time_element(attr("datetime", utc), site.words.date(*date)),
              when(!time.empty(), span(cls("mg-time"), " ", site.words("history.at", {{"time", time}}))));
}

std::string position_words(const Site& site, const Position& position) {
  std::vector<std::string> parts;
  const auto add = [&](std::string_view part, int n) {
    if (n > 0) parts.push_back(site.words(words_key("position", part), {{"n", n}}));
  };
  add("page", position.page);
  if (!position.sheet.empty()) parts.push_back(site.words("position.sheet", {{"name", position.sheet}}));
  if (position.sheet.empty()) add("block", position.block);  // a sheet has rows of its own to go by
  add("row", position.row);
  add("column", position.column);
  add("line", position.line);
  return makegood::join(parts, ", ");
}

Html csrf_field(const Site& site) {
  return when(site.viewer.has_value(), [&] {
    return input(attr("type", "hidden"), attr("name", "csrf"), attr("value", site.viewer->csrf));
  });
}

Html heading_m(std::string_view text, std::string_view id) {
  return h2(cls("govuk-heading-m"), attr_if("id", id), text);
}
Html body_text(std::string_view text) { return p(cls("govuk-body"), text); }
Html link_to(const Url& url, std::string_view text) { return a(cls("govuk-link"), href(url), text); }

}  // namespace makegood::pages
