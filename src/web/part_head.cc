// The header of one part, and the boundary of the whole.
#include <algorithm>

#include "base/text.h"
#include "web/fields.h"
#include "web/multipart.h"
#include "web/token.h"

namespace makegood::web {
namespace {

constexpr std::string_view kMalformed = "A part of the form has a malformed header.";

Parsed<std::string> malformed() { return reject(400, std::string(kMalformed)); }

// What browsers write inside quotes for a quote and for line ends.
bool take_escape(std::string_view& rest, std::string& out) {
  const auto is = [&](std::string_view escape) { return rest.substr(0, escape.size()) == escape; };
  if (is("\\\"")) return out += '"', rest.remove_prefix(2), true;
  if (is("%22")) return out += '"', rest.remove_prefix(3), true;
  if (is("%0D") || is("%0A")) return out += ' ', rest.remove_prefix(3), true;
  return false;
}

Parsed<std::string> read_quoted(std::string_view& rest) {
  std::string out;
  rest.remove_prefix(1);
  while (!rest.empty()) {
    if (rest.front() == '"') return rest.remove_prefix(1), out;
    if (take_escape(rest, out)) continue;
    out += rest.front();
    rest.remove_prefix(1);
  }
  return malformed();  // the quote is never closed
}

Parsed<std::string> read_value(std::string_view& rest) {
  if (rest.starts_with('"')) return read_quoted(rest);
  const auto word = trim_blanks(rest.substr(0, rest.find(';')));
  if (!is_token(word)) return malformed();
  rest.remove_prefix(std::min(rest.find(';'), rest.size()));
  return std::string(word);
}

// "; name=value; name="value"" after the first word of a header.
Parsed<void> read_parameters(std::string_view rest, Headers& parameters) {
  for (rest = trim_blanks(rest); !rest.empty(); rest = trim_blanks(rest)) {
    if (rest.front() != ';') return reject(400, std::string(kMalformed));
    rest = trim_blanks(rest.substr(1));
    if (rest.empty()) return {};  // a lone semicolon at the end
    const auto equals = std::min(rest.find('='), rest.size());
    const auto name = rest.substr(0, equals);
    if (!is_token(name) || equals == rest.size() || parameters.has(name)) return reject(400, std::string(kMalformed));
    rest.remove_prefix(equals + 1);
    auto value = read_value(rest);
    if (!value) return tl::unexpected(value.error());
    parameters.add(std::string(name), std::move(*value));
  }
  return {};
}

std::string without_controls(std::string_view text) {
  std::string out;
  for (const char c : text)
    if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7f) out += c;
  return out;
}

// Some browsers once sent whole paths.
std::string_view base_name(std::string_view path) {
  const auto slash = path.find_last_of("/\\");
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

Parsed<void> read_disposition(std::string_view value, PartHead& head, const MultipartLimits& limits) {
  const auto semicolon = std::min(value.find(';'), value.size());
  if (!equals_any_case(trim_blanks(value.substr(0, semicolon)), "form-data")) return reject(400, std::string(kMalformed));
  Headers parameters;
  if (auto read = read_parameters(value.substr(semicolon), parameters); !read) return read;
  const auto name = parameters.get("name");
  const auto file = parameters.get("filename");
  if (!name || parameters.has("filename*") || parameters.has("name*")) return reject(400, std::string(kMalformed));
  if (name->size() > limits.name || file.value_or("").size() > limits.name)
    return reject(400, "A name in the form is too long.");
  head.name = without_controls(valid_utf8(*name));
  head.is_file = file.has_value();
  head.file_name = without_controls(valid_utf8(base_name(file.value_or(""))));
  return {};
}

Parsed<void> read_part_headers(std::string_view lines, Headers& headers) {
  while (!lines.empty()) {
    const auto end = std::min(lines.find("\r\n"), lines.size());
    const auto line = lines.substr(0, end);
    lines.remove_prefix(std::min(lines.size(), end + 2));
    const auto colon = line.find(':');
    if (colon == std::string_view::npos || !is_token(line.substr(0, colon)) || headers.has(line.substr(0, colon)))
      return reject(400, std::string(kMalformed));
    const auto value = trim_blanks(line.substr(colon + 1));
    if (!is_field_value(value)) return reject(400, std::string(kMalformed));
    headers.add(std::string(line.substr(0, colon)), std::string(value));
  }
  return {};
}

bool is_boundary_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         (c != '\0' && std::string_view("'()+_,-./:=? ").find(c) != std::string_view::npos);
}

}  // namespace

Parsed<PartHead> parse_part_head(std::string_view lines, const MultipartLimits& limits) {
  Headers headers;
  if (auto read = read_part_headers(lines, headers); !read) return tl::unexpected(read.error());
  const auto encoding = headers.get("Content-Transfer-Encoding");
  if (encoding && !equals_any_case(*encoding, "8bit") && !equals_any_case(*encoding, "7bit") &&
      !equals_any_case(*encoding, "binary"))
    return reject(400, "A part of the form has a transfer encoding.");
  PartHead head;
  if (auto read = read_disposition(headers.value("Content-Disposition"), head, limits); !read)
    return tl::unexpected(read.error());
  head.content_type = valid_utf8(headers.value("Content-Type"));
  return head;
}

Parsed<std::string> boundary_of(std::string_view content_type) {
  const auto semicolon = std::min(content_type.find(';'), content_type.size());
  Headers parameters;
  if (auto read = read_parameters(content_type.substr(semicolon), parameters); !read) return tl::unexpected(read.error());
  const auto boundary = parameters.value("boundary");
  if (boundary.empty() || boundary.size() > 70 || boundary.back() == ' ' ||
      !std::all_of(boundary.begin(), boundary.end(), is_boundary_byte))
    return reject(400, "The form's data has no usable boundary.");
  return std::string(boundary);
}

}  // namespace makegood::web
