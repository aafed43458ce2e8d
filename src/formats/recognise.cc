#include "formats/recognise.h"

#include <algorithm>
#include <array>
#include <string>

#include "formats/csv.h"
#include "formats/encoding.h"
#include "formats/markdown_profile.h"

namespace makegood::formats {
namespace {

struct Signature {
  std::string_view bytes;
  std::string_view message;
};

using namespace std::string_view_literals;

constexpr std::string_view kPicture =
    "This is a picture; makegood reads text, so send the document that it was taken from.";

constexpr std::array<Signature, 15> kUnreadable = {{
    {"\x89PNG"sv, kPicture},
    {"\xFF\xD8\xFF"sv, kPicture},
    {"GIF8"sv, kPicture},
    {"II*\0"sv, kPicture},
    {"MM\0*"sv, kPicture},
    {"BM\0\0"sv, kPicture},
    {"{\\rtf"sv, "Rich Text (RTF) is not read; save the document as .docx and send that."sv},
    {"\x7F" "ELF"sv, "This is a program, not a document."sv},
    {"MZ\x90"sv, "This is a program, not a document."sv},
    {"\x1F\x8B"sv, "This is a compressed archive; unpack it and send the document in it."sv},
    {"7z\xBC\xAF"sv, "This is a compressed archive; unpack it and send the document in it."sv},
    {"Rar!"sv, "This is a compressed archive; unpack it and send the document in it."sv},
    {"SQLite format 3"sv, "This is a database, not a document."sv},
    {"PAR1"sv, "This is a data file (Parquet), not a document."sv},
    {"RIFF"sv, kPicture},
}};

bool ends_with(std::string_view name, std::string_view ending) { return lower(name).ends_with(ending); }

// Office files of before 2007, and locked ones of today, are both OLE containers. The names in
// its directory are UTF-16.
tl::unexpected<Refusal> refuse_ole(std::string_view bytes) {
  const auto wide = [](std::string_view word) {
    std::string out;
    for (const char c : word) (out += c) += '\0';
    return out;
  };
  if (bytes.find(wide("EncryptedPackage")) != std::string_view::npos)
    return refuse(Fault::unreadable, "The document is password-protected; remove the password in Word or Excel and send it again.");
  return refuse(Fault::unreadable, "This is an Office document in the old format (.doc, .xls or .ppt); save it as .docx or .xlsx and send that.");
}

// Zeros and controls that no text has, once UTF-16 is ruled out.
bool is_binary(std::string_view bytes) {
  const auto encoding = guess_encoding(bytes);
  if (encoding == Encoding::utf16_le || encoding == Encoding::utf16_be) return false;
  const auto sample = bytes.substr(0, 8192);
  const auto odd = std::count_if(sample.begin(), sample.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 && byte != '\n' && byte != '\r' && byte != '\t' && byte != '\f' && byte != '\v';
  });
  return static_cast<std::size_t>(odd) * 20 > sample.size();
}

bool is_page(std::string_view text, std::string_view name) {
  const auto start = lower(text.substr(0, 4096));
  const auto body = trim(start);
  for (const auto* tag : {"<!doctype html", "<html", "<head", "<body"})
    if (body.starts_with(tag)) return true;
  if (body.starts_with("<!--") || body.starts_with("<?xml"))
    return start.find("<html") != std::string::npos || ends_with(name, ".html") || ends_with(name, ".htm");
  if (!body.starts_with('<')) return ends_with(name, ".html") || ends_with(name, ".htm");
  const bool tagged = body.size() > 1 && ((body[1] >= 'a' && body[1] <= 'z') || body[1] == '!');
  return tagged && trim(text).ends_with('>') && text.find("\n|") == std::string_view::npos &&
         text.find("\n#") == std::string_view::npos && text.find('\t') == std::string_view::npos;
}

bool has_pipe_table(const std::vector<std::string>& lines) {
  return std::any_of(lines.begin(), lines.end(), [](const std::string& line) {
    const auto text = trim(line);
    return text.find('|') != std::string_view::npos && text.find("--") != std::string_view::npos &&
           text.find_first_not_of("|-: \t") == std::string_view::npos;
  });
}

// Every row as wide as the first, whose cells are names: short, all there, none twice.
bool is_delimited(std::string_view text, std::string_view name) {
  const bool named = ends_with(name, ".csv") || ends_with(name, ".tsv") || ends_with(name, ".tab");
  if (named || text.starts_with("sep=")) return true;
  if (ends_with(name, ".txt") || ends_with(name, ".md")) return false;
  for (const char delimiter : {',', '\t', ';'}) {
    const auto rows = split_csv(text, delimiter, 200).rows;
    if (rows.size() < 2 || rows[0].cells.size() < 2) continue;
    auto names = rows[0].cells;
    const bool short_names = std::all_of(names.begin(), names.end(), [](const std::string& cell) {
      return !trim(cell).empty() && cell.size() <= 60 && cell.back() != '.' && cell.front() != ' ';
    });
    std::sort(names.begin(), names.end());
    const bool distinct = std::adjacent_find(names.begin(), names.end()) == names.end();
    const bool even = std::all_of(rows.begin(), rows.end(),
                                  [&](const CsvRow& row) { return row.cells.size() == rows[0].cells.size(); });
    if (short_names && distinct && even) return true;
  }
  return false;
}

bool has_tab_rows(const std::vector<std::string>& lines) {
  return std::any_of(lines.begin(), lines.end(), [](const std::string& line) {
    const auto text = trim(line);
    return text.find('\t') != std::string_view::npos;
  });
}

Kind kind_of_text(std::string_view bytes, std::string_view name) {
  const auto text = decode(bytes).text;
  if (read_markdown_profile(text)) return Kind::markdown;  // its words may be those of any other kind
  if (is_page(text, name)) return Kind::html;
  if (is_delimited(text, name)) return Kind::csv;
  const auto lines = split(text, '\n');
  if (has_pipe_table(lines)) return Kind::markdown;
  if (has_tab_rows(lines)) return Kind::text;
  const bool headings = std::any_of(lines.begin(), lines.end(), [](const std::string& line) {
    return line.starts_with("# ") || line.starts_with("## ");
  });
  return ends_with(name, ".md") || ends_with(name, ".markdown") || headings ? Kind::markdown : Kind::text;
}

// Its mark may come after a few bytes of something else, as readers of PDF allow.
bool is_pdf(std::string_view bytes) {
  const auto at = bytes.substr(0, 1024).find("%PDF-");
  return at == 0 || (at != std::string_view::npos && is_binary(bytes));
}

}  // namespace

Result<Kind> recognise(std::string_view bytes, std::string_view name) {
  if (bytes.empty()) return refuse(Fault::invalid_input, "The file is empty.");
  for (const auto& signature : kUnreadable)
    if (bytes.starts_with(signature.bytes)) return refuse(Fault::unreadable, std::string(signature.message));
  if (bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")) return refuse_ole(bytes);
  if (is_pdf(bytes)) return Kind::pdf;
  if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06")) return Kind::zip;
  if (is_binary(bytes)) return refuse(Fault::unreadable, "This is not a document that can be read; send .docx, .xlsx, .ods, .pdf, .html, .md, .txt or .csv.");
  if (squeeze(decode(bytes.substr(0, 1U << 16U)).text).empty() && bytes.size() < (1U << 16U))
    return refuse(Fault::invalid_input, "The file has nothing in it but spaces.");
  return kind_of_text(bytes, name);
}

}  // namespace makegood::formats
