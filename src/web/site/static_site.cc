#include "web/site/static_site.h"

#include <algorithm>
#include <deque>
#include <set>

namespace makegood::web {
namespace {

struct Address {
  std::string path, query, fragment;
};

Address split_address(std::string_view text) {
  Address address;
  if (const auto hash = text.find('#'); hash != std::string_view::npos) {
    address.fragment = text.substr(hash);
    text = text.substr(0, hash);
  }
  const auto question = std::min(text.find('?'), text.size());
  address.path = text.substr(0, question);
  address.query = text.substr(std::min(question + 1, text.size()));
  return address;
}

bool ends_with_a_suffix(std::string_view path) {
  const auto name = path.substr(path.rfind('/') + 1);
  const auto dot = name.rfind('.');
  return dot != std::string_view::npos && dot > 0;
}

std::string_view without_language(std::string_view path) {
  if (path == "/cy") return "/";
  return path.starts_with("/cy/") ? path.substr(3) : path;
}

bool needs_a_server(std::string_view path) {
  static constexpr auto kStarts = std::to_array<std::string_view>({"/search", "/sign-in", "/sign-out", "/desk", "/healthz", "/reply", "/agree", "/panel", "/mine", "/follow", "/404", "/api"});
  const auto plain = without_language(path);
  if (plain.ends_with("/follow")) return true;
  return std::any_of(kStarts.begin(), kStarts.end(), [&](std::string_view start) {
    return plain == start || (plain.starts_with(start) && plain[start.size()] == '/');
  });
}

/// The number of a page where that is all that the query says of it; 0 = the first or whole list.
int page_number(std::string_view query) {
  for (const auto& pair : split(replace_all(std::string(query), "&amp;", "&"), '&'))
    if (pair.starts_with("page=") && pair.size() > 5 && pair.size() < 10 && std::all_of(pair.begin() + 5, pair.end(), [](char c) { return c >= '0' && c <= '9'; }))
      return std::stoi(pair.substr(5));
  return 0;
}

bool is_only_a_page(std::string_view query) { return query.empty() || (query.starts_with("page=") && query.find('&') == std::string_view::npos); }

std::string index_of(const std::string& folder, int page) {
  const auto base = folder.empty() ? std::string() : folder + "/";
  return page > 1 ? base + "page-" + std::to_string(page) + "/index.html" : base + "index.html";
}

/// An attribute that holds an address, as our own writer of HTML puts it: text never has a bare quotation mark.
struct Attribute {
  std::size_t from = 0, to = 0;  ///< of the value
};
std::optional<Attribute> next_address(std::string_view html, std::size_t at) {
  std::size_t best = std::string_view::npos, length = 0;
  for (const std::string_view name : {" href=\"", " src=\"", " action=\""})
    if (const auto found = html.find(name, at); found < best) {
      best = found;
      length = name.size();
    }
  if (best == std::string_view::npos) return std::nullopt;
  const auto from = best + length;
  return Attribute{from, html.find('"', from)};
}

/// The same page without its forms: there is nobody to send them to.
std::string without_forms(const std::string& html) {
  std::string out;
  std::size_t at = 0;
  for (auto from = html.find("<form"); from != std::string::npos; from = html.find("<form", at)) {
    const auto to = html.find("</form>", from);
    if (to == std::string::npos) break;
    out.append(html, at, from - at);
    at = to + 7;
  }
  return out.append(html, at);
}

class Walk {
 public:
  Walk(App& app, const WriteFile& write) : app_(app), write_(write) {}

  Result<int> all() {
    ask("/");
    ask("/cy");
    while (!waiting_.empty()) {
      const auto path = waiting_.front();
      waiting_.pop_front();
      if (auto done = visit(path); !done) return tl::unexpected(done.error());
    }
    if (auto done = write_missing(); !done) return tl::unexpected(done.error());
    return written_;
  }

 private:
  void ask(const std::string& path) {
    if (const auto file = static_path(path); !file.empty() && seen_.insert(file).second) waiting_.push_back(path);
  }

  Result<void> visit(const std::string& path) {
    auto target = parse_target(path);
    if (!target) return {};
    Request request;
    request.target = std::move(*target);
    const auto response = answer(app_, request);
    if (response.status == 404) return {};
    if (response.status != 200)
      return refuse(Fault::unavailable, "the page " + path + " was answered with " + std::to_string(response.status) + ": nothing was published");
    const auto file = static_path(path);
    const bool is_page = response.headers.value("Content-Type").starts_with("text/html");
    // A host goes by the names of files: what was sent to us by others must not become a page of this site.
    if (!is_page && file.ends_with(".html")) return refuse(Fault::unavailable, "the file at " + path + " has no suffix of its own: nothing was published");
    ++written_;
    return is_page ? write_(file, page(std::string(response.bytes()), file)) : write_(file, response.bytes());
  }

  Result<void> write_missing() {
    Request request;
    request.target = *parse_target("/404");
    const auto response = answer(app_, request);
    ++written_;
    return write_("404.html", page(std::string(response.bytes()), "404.html"));
  }

  /// The page with links between files; the addresses that it links to are asked for next.
  std::string page(const std::string& served, const std::string& file) {
    const auto html = without_forms(served);
    std::string out;
    std::size_t at = 0;
    while (const auto found = next_address(html, at)) {
      out.append(html, at, found->from - at);
      out += link(html.substr(found->from, found->to - found->from), file);
      at = found->to;
    }
    return out.append(html, at);
  }

  std::string link(const std::string& address, const std::string& file) {
    if (!address.starts_with('/') || address.starts_with("//")) return address;
    const auto parts = split_address(address);
    const int number = is_only_a_page(parts.query) ? page_number(parts.query) : 0;
    const auto path = parts.path + (number > 1 ? "?page=" + std::to_string(number) : std::string());
    auto to = static_path(path);
    if (to.empty()) to = parts.path.starts_with("/cy") ? "cy/index.html" : "index.html";
    else ask(path);
    return relative_path(file, to) + parts.fragment;
  }

  App& app_;
  const WriteFile& write_;
  std::set<std::string> seen_;
  std::deque<std::string> waiting_;
  int written_ = 0;
};

}  // namespace

std::string static_path(std::string_view text) {
  const auto address = split_address(text);
  if (!address.path.starts_with('/') || needs_a_server(address.path) || !is_only_a_page(address.query)) return {};
  auto folder = address.path.substr(1);
  while (folder.ends_with('/')) folder.pop_back();
  if (ends_with_a_suffix(folder)) return folder;
  return index_of(folder, page_number(address.query));
}

std::string relative_path(std::string_view from, std::string_view to) {
  std::size_t same = 0;  // after the last folder that both are in
  for (std::size_t n = 0; n < from.size() && n < to.size() && from[n] == to[n]; ++n)
    if (from[n] == '/') same = n + 1;
  std::string up;
  for (const char c : from.substr(same))
    if (c == '/') up += "../";
  return up + std::string(to.substr(same));
}

Result<int> static_site(App& app, const WriteFile& write) { return Walk(app, write).all(); }

}  // namespace makegood::web
