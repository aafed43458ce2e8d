// The input is the JSON that makegood-pdf writes: a fault of that program must not become one of ours.
// Every letter that is not in the margin of its page comes out once.
#include <algorithm>
#include <cstdint>
#include <map>

#include "formats/fuzz_check.h"
#include "formats/pdf.h"
#include "formats/pdf_json.h"

namespace {

using namespace makegood;
using Letters = std::map<char, std::size_t>;

void count(std::string_view text, Letters& letters) {
  for (const char c : text)
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) ++letters[c];
}

void count(const std::vector<Block>& blocks, Letters& letters) {
  for (const auto& block : blocks) {
    count(block.text, letters);
    count(block.marker, letters);
    for (const auto& row : block.rows)
      for (const auto& cell : row.cells) count(cell.blocks, letters);
  }
}

// A header cell that stands on two pages may be one that comes again, and is read once.
bool may_repeat(const formats::PdfElement& element, bool header = false) {
  header = header || element.role == "TH";
  if (header)
    for (const auto& mark : element.content)
      if (mark.first != element.content.front().first) return true;
  return std::any_of(element.kids.begin(), element.kids.end(),
                     [&](const auto& kid) { return header || may_repeat(kid, header); });
}

void check_letters(const formats::PdfFile& file, const Document& document) {
  Letters all, inner, out;
  for (const auto& page : file.pages)
    for (const auto& word : page.words) {
      count(word.text, all);
      const bool margin = word.box.y1 < page.height * 0.12 || word.box.y0 > page.height * 0.88;
      if (!margin) count(word.text, inner);
    }
  count(document.blocks, out);
  for (const auto& [letter, n] : out) formats::must(n <= all[letter]);
  if (std::any_of(file.structure.begin(), file.structure.end(),
                  [](const auto& element) { return may_repeat(element); }))
    return;
  for (const auto& [letter, n] : inner) formats::must(out[letter] >= n);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view json(reinterpret_cast<const char*>(data), size);
  const auto document = read_pdf_json(json);
  formats::check(document);
  if (const auto file = formats::parse_pdf_json(json); file && document) check_letters(*file, *document);
  return 0;
}
