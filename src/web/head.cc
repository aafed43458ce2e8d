#include "web/head.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "web/cookie.h"
#include "web/token.h"

namespace makegood::web {
namespace {

constexpr std::array<std::string_view, 5> kNotServed = {"PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT"};

Parsed<Method> read_method(std::string_view word) {
  if (word == "GET") return Method::get;
  if (word == "HEAD") return Method::head;
  if (word == "POST") return Method::post;
  if (word == "PATCH") return Method::patch;
  if (!is_token(word)) return reject(400, "The request line is malformed.");
  if (std::find(kNotServed.begin(), kNotServed.end(), word) != kNotServed.end())
    return reject(405, "This site answers GET, HEAD, POST and PATCH only.");
  return reject(501, "This site does not know that method.");
}

Parsed<bool> read_version_is_1_1(std::string_view word) {
  if (word == "HTTP/1.1") return true;
  if (word == "HTTP/1.0") return false;
  if (word.size() == 8 && word.starts_with("HTTP/") && word[6] == '.')
    return reject(505, "This site speaks HTTP/1.1 only.");
  return reject(400, "The request line is malformed.");
}

// One line without its CRLF, taken off the front. Bare CR and bare LF are refused: some servers
// end a line there and others do not.
Parsed<std::string_view> take_line(std::string_view& rest) {
  const auto end = rest.find_first_of("\r\n");
  if (end == std::string_view::npos || rest.substr(end, 2) != "\r\n")
    return reject(400, "A line of the request's head does not end with CR LF.");
  const auto line = rest.substr(0, end);
  rest.remove_prefix(end + 2);
  return line;
}

Parsed<void> read_header(std::string_view line, Headers& headers) {
  if (line.front() == ' ' || line.front() == '\t') return reject(400, "A header is folded over two lines.");
  const auto colon = line.find(':');
  if (colon == std::string_view::npos || !is_token(line.substr(0, colon))) return reject(400, "A header is malformed.");
  const auto value = trim_blanks(line.substr(colon + 1));
  if (!is_field_value(value)) return reject(400, "A header holds a control character.");
  if (headers.size() == kMaxHeaders) return reject(431, "The request has too many headers.");
  headers.add(std::string(line.substr(0, colon)), std::string(value));
  return {};
}

Parsed<void> read_headers(std::string_view rest, Headers& headers) {
  for (;;) {
    const auto line = take_line(rest);
    if (!line) return tl::unexpected(line.error());
    if (line->empty()) break;
    if (auto read = read_header(*line, headers); !read) return read;
  }
  return rest.empty() ? Parsed<void>{} : reject(400, "The request's head is malformed.");
}

bool is_host_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         (c != '\0' && std::string_view("-._:[]%").find(c) != std::string_view::npos);
}

Parsed<void> check_host(const Headers& headers, bool is_1_1) {
  const auto hosts = headers.all("Host");
  if (hosts.empty() && !is_1_1) return {};
  if (hosts.size() != 1 || hosts[0].empty() || !std::all_of(hosts[0].begin(), hosts[0].end(), is_host_byte))
    return reject(400, "The request must name its host exactly once.");
  return {};
}

Parsed<void> read_length(std::string_view text, Head& head) {
  std::uint64_t length = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), length);
  if (text.empty() || error != std::errc{} || end != text.data() + text.size())
    return reject(400, "Content-Length is not a number.");
  head.content_length = length;
  return {};
}

Parsed<void> read_framing(Head& head, bool is_1_1) {
  const auto lengths = head.request.headers.all("Content-Length");
  const auto codings = head.request.headers.all("Transfer-Encoding");
  if (lengths.size() > 1 || codings.size() > 1 || (!lengths.empty() && !codings.empty()))
    return reject(400, "The request gives its length twice.");
  if (!codings.empty() && !is_1_1) return reject(400, "HTTP/1.0 has no transfer codings.");
  if (!codings.empty() && !equals_any_case(codings[0], "chunked"))
    return reject(501, "The only transfer coding that this site knows is chunked.");
  head.chunked = !codings.empty();
  if (!lengths.empty()) {
    if (auto read = read_length(lengths[0], head); !read) return read;
  }
  if (head.has_body() && !head.request.is_writing()) return reject(400, "Only POST and PATCH may carry a body.");
  return {};
}

bool lists(std::string_view header, std::string_view word) {
  while (!header.empty())
    if (equals_any_case(trim_blanks(take_until(header, ',')), word)) return true;
  return false;
}

Parsed<void> read_connection(Head& head, bool is_1_1) {
  bool close = false;
  bool keep = false;
  for (const auto value : head.request.headers.all("Connection")) {
    close = close || lists(value, "close");
    keep = keep || lists(value, "keep-alive");
  }
  head.keep_alive = !close && (is_1_1 || keep);
  const auto expected = head.request.headers.get("Expect");
  if (expected && !equals_any_case(*expected, "100-continue"))
    return reject(417, "The only expectation that this site meets is 100-continue.");
  head.expects_continue = expected.has_value() && is_1_1;
  return {};
}

// Several Cookie headers are one list (RFC 9113, 8.2.3); HTTP/1.1 clients should send one.
Fields read_cookies(const Headers& headers) {
  std::string all;
  for (const auto value : headers.all("Cookie")) all.append(all.empty() ? "" : "; ").append(value);
  return parse_cookies(all);
}

}  // namespace

Parsed<std::size_t> find_head_end(std::string_view bytes, std::size_t from) {
  for (auto at = bytes.find('\n', from); at != std::string_view::npos; at = bytes.find('\n', at + 1)) {
    if (at == 0 || bytes[at - 1] != '\r') return reject(400, "A line of the request's head does not end with CR LF.");
    if (at >= 3 && bytes.substr(at - 3, 4) == "\r\n\r\n") return at + 1;
  }
  return 0;
}

Parsed<Head> parse_head(std::string_view bytes) {
  const auto line = take_line(bytes);
  if (!line) return tl::unexpected(line.error());
  const auto first = line->find(' ');
  const auto last = line->rfind(' ');
  if (first == std::string_view::npos || first == last) return reject(400, "The request line is malformed.");

  const auto is_1_1 = read_version_is_1_1(line->substr(last + 1));
  if (!is_1_1) return tl::unexpected(is_1_1.error());
  const auto method = read_method(line->substr(0, first));
  if (!method) return tl::unexpected(method.error());
  auto target = parse_target(line->substr(first + 1, last - first - 1));
  if (!target) return tl::unexpected(target.error());

  Head head;
  head.request.method = *method;
  head.request.target = std::move(*target);
  auto& headers = head.request.headers;
  if (auto ok = read_headers(bytes, headers); !ok) return tl::unexpected(ok.error());
  if (auto ok = check_host(headers, *is_1_1); !ok) return tl::unexpected(ok.error());
  if (auto ok = read_framing(head, *is_1_1); !ok) return tl::unexpected(ok.error());
  if (auto ok = read_connection(head, *is_1_1); !ok) return tl::unexpected(ok.error());
  head.request.cookies = read_cookies(headers);
  return head;
}

}  // namespace makegood::web
