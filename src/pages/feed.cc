#include "pages/feed.h"

#include <algorithm>

#include "pages/follow_pages.h"

namespace makegood::pages {

namespace {

constexpr std::size_t kEntries = 50;

// XML 1.0 has no control characters but tab and line ends, escaped or not.
std::string xml_text(std::string_view text) {
  std::string kept;
  for (const char c : text)
    if (static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t') kept += c;
  std::string escaped;
  html::append_escaped(escaped, kept);
  return escaped;
}

std::string element(std::string_view name, std::string_view text) {
  return "<" + std::string(name) + ">" + xml_text(text) + "</" + std::string(name) + ">";
}

std::string address(const Site& site, const Url& url) { return xml_text(site.base_url + url.text()); }

/// What the page shows below the line: the claim or finding, what was said, and why something was done.
std::string said_in_short(const Site& site, const HistoryLine& line) {
  std::string said = line.says.empty() ? std::string() : site.words(line.says);
  for (const auto* words : {&line.quote, &line.reason})
    if (!words->empty()) said += (said.empty() ? "" : "\n") + *words;
  return said;
}

std::string entry_xml(const HistoryPage& page, const Site& site, const HistoryLine& line) {
  const auto about = line.item.empty() ? plan_url(page.slug) : item_url(page.slug, line.item);
  const auto what = event_words(site, line.kind);
  const auto title = line.subject.empty() ? what : what + ": " + headline(line.subject);
  std::string xml = "<entry>" + element("title", title) + element("updated", line.when);
  xml += "<id>" + address(site, history_url(page.slug).at("entry-" + std::to_string(line.sequence))) + "</id>";
  xml += "<link href=\"" + address(site, site.local(about)) + "\"/>";
  if (!line.who.empty()) xml += "<author>" + element("name", line.who) + "</author>";
  if (const auto said = said_in_short(site, line); !said.empty() && !line.erased) xml += element("summary", said);
  return xml + "</entry>\n";
}

}  // namespace

std::string history_feed(const HistoryPage& page, const Site& site) {
  const auto self = feed_url(page.slug, page.about.empty() ? "plan" : page.about);
  std::string xml = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"" +
                    std::string(site.words.tag()) + "\">\n";
  xml += element("title", page.plan_title + (page.about_title.empty() ? "" : ": " + headline(page.about_title)) + " – " + site.words("history.heading"));
  xml += "<id>" + address(site, self) + "</id>";
  xml += "<link rel=\"self\" href=\"" + address(site, self) + "\"/>";
  xml += "<link href=\"" + address(site, site.local(plan_url(page.slug))) + "\"/>";
  xml += element("updated", page.lines.empty() ? site.today.iso() + "T00:00:00Z" : page.lines.front().when);
  xml += "<author>" + element("name", site.council_name) + "</author>\n";
  for (std::size_t i = 0; i < std::min(kEntries, page.lines.size()); ++i) xml += entry_xml(page, site, page.lines[i]);
  return xml + "</feed>\n";
}

}  // namespace makegood::pages
