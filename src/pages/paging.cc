#include "pages/paging.h"

#include <algorithm>
#include <charconv>

#include "html/components/wayfinding.h"

namespace makegood::pages {

using namespace html;

namespace {

constexpr int kLastPage = 100000;

using UrlOf = std::function<Url(int)>;

// The first, the last and this page with its neighbours; what is between is left out.
std::vector<govuk::PaginationItem> page_numbers(const Site& site, int page, int pages, const UrlOf& url_of) {
  std::vector<govuk::PaginationItem> items;
  for (int n = 1; n <= pages; ++n) {
    const bool near = n >= page - 1 && n <= page + 1;
    if (n != 1 && n != pages && !near) {
      if (!items.back().ellipsis) items.push_back({.visually_hidden_text = "", .ellipsis = true});
      continue;
    }
    items.push_back({.number = site.words.number(n),
                     .visually_hidden_text = site.words("component.page_number", {{"n", n}}),
                     .href = url_of(n),
                     .current = n == page});
  }
  return items;
}

std::optional<govuk::PaginationLink> neighbour(const Site& site, int number, int pages, std::string_view key, const UrlOf& url_of) {
  if (number < 1 || number > pages) return std::nullopt;
  return govuk::PaginationLink{.text = join(site.words(key), span(cls("govuk-visually-hidden"), " ", site.words("component.page"))),
                               .href = url_of(number)};
}

}  // namespace

int page_from(std::string_view text) {
  int page = 1;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), page);
  return error == std::errc() && end == text.data() + text.size() ? std::clamp(page, 1, kLastPage) : 1;
}

Html paging(const Site& site, int page, int pages, const UrlOf& url_of) {
  if (pages < 2) return {};
  return govuk::pagination({.landmark_label = site.words("component.pagination"),
                            .previous = neighbour(site, page - 1, pages, "component.previous", url_of),
                            .next = neighbour(site, page + 1, pages, "component.next", url_of),
                            .items = page_numbers(site, page, pages, url_of)});
}

}  // namespace makegood::pages
