#include "web/router.h"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "base/text.h"

namespace makegood::web {
namespace {

Method row_method(Method asked) { return asked == Method::head ? Method::get : asked; }

bool has_suffix(const RouteRow& row, std::string_view suffix) {
  const auto suffixes = split(row.options.data, ' ');
  return std::find(suffixes.begin(), suffixes.end(), suffix) != suffixes.end();
}

// "leeds.json" -> "json"; a name that begins with its only dot has none.
std::string_view suffix_of(std::span<const std::string> path) {
  if (path.empty()) return {};
  const std::string_view last = path.back();
  const auto dot = last.rfind('.');
  return dot == std::string_view::npos || dot == 0 ? std::string_view{} : last.substr(dot + 1);
}

}  // namespace

RouteTable::RouteTable(std::vector<RouteRow> rows, std::vector<std::string_view> languages)
    : rows_(std::move(rows)), languages_(std::move(languages)) {
  for (const auto& row : rows_) patterns_.push_back(read_pattern(row.pattern));
  for (std::size_t a = 0; a < rows_.size(); ++a)
    for (std::size_t b = a + 1; b < rows_.size(); ++b)
      if (rows_[a].method == rows_[b].method && patterns_[a].is_parameter == patterns_[b].is_parameter &&
          matches(a, patterns_[b].segments))
        throw std::logic_error(fmt::format("two routes answer {}", rows_[b].pattern));
}

RouteTable::Pattern RouteTable::read_pattern(std::string_view text) {
  Pattern pattern;
  if (!text.starts_with('/')) throw std::logic_error(fmt::format("route {} does not begin with /", text));
  if (text == "/") return pattern;
  for (auto& segment : split(text.substr(1), '/')) {
    const bool parameter = segment.size() > 2 && segment.front() == '{' && segment.back() == '}';
    if (segment.empty()) throw std::logic_error(fmt::format("route {} has an empty segment", text));
    pattern.is_parameter.push_back(parameter);
    pattern.segments.push_back(parameter ? segment.substr(1, segment.size() - 2) : std::move(segment));
  }
  return pattern;
}

bool RouteTable::matches(std::size_t row, std::span<const std::string> path) const {
  const auto& pattern = patterns_[row];
  if (pattern.segments.size() != path.size()) return false;
  for (std::size_t i = 0; i < path.size(); ++i)
    if (!pattern.is_parameter[i] && pattern.segments[i] != path[i]) return false;
  return true;
}

// Of two rows that both match: a literal stands before a parameter, the first difference decides.
bool RouteTable::is_closer(std::size_t a, std::size_t b) const {
  return patterns_[a].is_parameter < patterns_[b].is_parameter;
}

std::optional<std::size_t> RouteTable::best(std::optional<Method> method, std::span<const std::string> path,
                                            std::string_view suffix) const {
  std::optional<std::size_t> best;
  for (std::size_t row = 0; row < rows_.size(); ++row) {
    if (method && rows_[row].method != *method) continue;
    if (!suffix.empty() && !has_suffix(rows_[row], suffix)) continue;
    if (matches(row, path) && (!best || is_closer(row, *best))) best = row;
  }
  return best;
}

RouteTable::Found RouteTable::describe(std::size_t row, std::span<const std::string> path) const {
  Found found{row, {}};
  for (std::size_t i = 0; i < path.size(); ++i)
    if (patterns_[row].is_parameter[i]) found.match.parameters.add(patterns_[row].segments[i], path[i]);
  found.match.name = rows_[row].name;
  found.match.permission = rows_[row].permission;
  found.match.bearer = rows_[row].options.bearer;
  return found;
}

RouteTable::Lookup RouteTable::find(Method method, const std::vector<std::string>& segments) const {
  std::span<const std::string> path = segments;
  std::string_view language;
  const auto spoken = path.empty() ? languages_.end() : std::find(languages_.begin(), languages_.end(), path.front());
  if (spoken != languages_.end()) language = *spoken, path = path.subspan(1);

  // "/plans/leeds.json": first as data of "/plans/leeds", unless a row has that literal address.
  const auto suffix = suffix_of(path);
  std::vector<std::string> page(path.begin(), path.end());
  if (!suffix.empty()) page.back().resize(page.back().size() - suffix.size() - 1);
  const auto asked = row_method(method);
  const auto as_written = best(asked, path, {});
  const auto as_data = suffix.empty() ? std::nullopt : best(asked, page, suffix);

  Lookup lookup;
  if (as_data && (!as_written || is_closer(*as_data, *as_written) || patterns_[*as_written].is_parameter.back())) {
    lookup.found = describe(*as_data, page);
    const auto& data = rows_[*as_data].options.data;
    lookup.found->match.suffix = data.substr(data.find(suffix), suffix.size());
  } else if (as_written) {
    lookup.found = describe(*as_written, path);
  }
  if (lookup.found) {
    lookup.found->match.language = language;
    return lookup;
  }
  std::vector<std::string> others;
  for (const auto other : {Method::get, Method::post, Method::patch})
    if (best(other, path, {}) || (!suffix.empty() && best(other, page, suffix)))
      others.emplace_back(other == Method::get ? std::string_view("GET, HEAD") : name_of(other));
  lookup.allow = join(others, ", ");
  return lookup;
}

std::string RouteTable::listing() const {
  std::vector<std::string> lines;
  for (const auto& row : rows_)
    lines.push_back(fmt::format("{}{}  {}  {}  {}\n", row.pattern,
                                row.options.data.empty() ? "" : fmt::format(" [{}]", row.options.data),
                                name_of(row.method), row.permission, row.name));
  std::sort(lines.begin(), lines.end());
  return join(lines, "");
}

Response no_route(const Request& request, const RouteTable::Lookup& lookup, NoRoute page) {
  const int status = lookup.allow.empty() ? 404 : 405;
  auto response = page != nullptr ? page(request, status) : text(std::string(reason_phrase(status)) + "\n");
  response.status = status;
  if (status == 405) response.headers.set("Allow", lookup.allow);
  return response;
}

std::optional<Response> without_trailing_slash(const Request& request) {
  if (!request.target.trailing_slash) return std::nullopt;
  auto path = request.path().substr(0, request.path().size() - 1);
  if (!request.target.query_text.empty()) path += "?" + request.target.query_text;
  return redirect_permanently(path);
}

RoutePolicy policy_of(const RouteOptions& options) {
  return {.body = options.body,
          .max_body = options.max_body,
          .max_text = options.max_text,
          .heavy = options.heavy,
          .other_sites_may_post = options.other_sites_may_post,
          .answer_now = std::nullopt};
}

}  // namespace makegood::web
