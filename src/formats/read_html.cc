#include <gumbo.h>

#include <fmt/format.h>

#include "formats/encoding.h"
#include "formats/finish.h"
#include "formats/html.h"
#include "formats/html_walk.h"
#include "formats/parse_arena.h"

namespace makegood::formats {
namespace {

// Parsed nodes take about 300 bytes each, so that this many and what is made of them stay under half a gigabyte.
constexpr std::size_t kMaxHtmlElements = 1'000'000;

// What the page says near its beginning, where it is a one-byte encoding of Western Europe; browsers
// read them all as Windows-1252.
bool says_windows_1252(std::string_view bytes) {
  const auto head = lower(bytes.substr(0, 2048));
  const auto at = head.find("charset=");
  if (at == std::string::npos) return false;
  const auto name = trim(std::string_view(head).substr(at + 8, 16));
  const auto plain = !name.empty() && (name[0] == '"' || name[0] == '\'') ? name.substr(1) : name;
  const auto is = [&](std::string_view known) {
    return plain.starts_with(known) && (plain.size() == known.size() || plain[known.size()] < '0' || plain[known.size()] > '9');
  };
  return is("windows-1252") || is("iso-8859-1") || is("latin1");
}

}  // namespace

Result<HtmlContent> content_of_html(std::string_view html, const ReadOptions& options, LineSource lines,
                                    int first_line) {
  const auto guarded = guard_html(html, options.max_depth);
  if (guarded.elements > kMaxHtmlElements)
    return refuse(Fault::too_large, "The page has more than a million elements; save the plan itself as its own file.");
  auto settings = kGumboDefaultOptions;
  settings.max_errors = 0;
  ParseArena arena;
  settings.userdata = &arena;
  settings.allocator = [](void* self, std::size_t size) { return static_cast<ParseArena*>(self)->allocate(size); };
  settings.deallocator = [](void* self, void* piece) { static_cast<ParseArena*>(self)->release(piece); };
  const auto* parsed = gumbo_parse_with_options(&settings, guarded.html.data(), guarded.html.size());
  HtmlContent content;
  if (guarded.flattened > 0)
    content.findings.push_back(
        {"nesting_flattened", fmt::format("Parts nested more than {} deep were read as if they were not.", options.max_depth), {}});
  HtmlWalk(content, lines, first_line).document(parsed->document);
  return content;
}

}  // namespace makegood::formats

namespace makegood {

Result<Document> read_html(std::string_view bytes, const ReadOptions& options) {
  if (bytes.size() > options.max_bytes) return formats::refuse_size(options.max_bytes);
  auto decoded = formats::says_windows_1252(bytes) && !is_valid_utf8(bytes) ? formats::decode_windows_1252(bytes) : formats::decode(bytes);
  auto content = formats::content_of_html(replace_all(std::move(decoded.text), "\f", " "), options);
  if (!content) return tl::unexpected(content.error());
  Document document;
  document.format = "html";
  document.title = std::move(content->title);
  document.language = std::move(content->language);
  document.blocks = std::move(content->blocks);
  document.findings = std::move(decoded.findings);
  document.findings.insert(document.findings.end(), content->findings.begin(), content->findings.end());
  return formats::finish(std::move(document), options);
}

}  // namespace makegood
