#include "formats/xlsx_strings.h"

#include <charconv>

#include "formats/finish.h"
#include "formats/sheet_grid.h"

namespace makegood::formats {
namespace {

constexpr std::size_t kMaxTexts = 1'000'000;  // twice the cells that are read

}  // namespace

void RichTextReader::start(std::string_view name, const XmlAttributes& attributes) {
  if (name == "rPh") ++phonetic_;
  else if (name == "r") bold_ = false;
  else if (name == "b") bold_ = attributes["val"].empty() || attributes.is_on("val");
  else if (name == "t") in_text_ = phonetic_ == 0;
}

void RichTextReader::end(std::string_view name) {
  if (name == "rPh" && phonetic_ > 0) --phonetic_;
  if (name == "t") in_text_ = false;
  if (name != "r" || trim(run_).empty()) return;
  ++runs_;
  if (bold_) ++bold_runs_;
  out_.text += run_;
  run_.clear();
}

void RichTextReader::text(std::string_view piece) {
  if (in_text_) run_ += piece;
}

RichText RichTextReader::take() {
  out_.text += run_;
  out_.text = without_escapes(std::move(out_.text));
  out_.bold = runs_ > 0 && bold_runs_ == runs_;
  RichText taken = std::move(out_);
  *this = {};
  return taken;
}

void SharedStrings::start(std::string_view name, const XmlAttributes& attributes) {
  if (name == "si") in_item_ = true;
  else if (in_item_) reader_.start(name, attributes);
}

void SharedStrings::end(std::string_view name) {
  if (name != "si") return in_item_ ? reader_.end(name) : void();
  in_item_ = false;
  if (texts_.size() >= kMaxTexts) return stop(too_many_cells());
  texts_.push_back(reader_.take());
}

void SharedStrings::text(std::string_view piece) {
  if (!in_item_) return;
  used_ += piece.size();
  if (used_ > max_text_) return stop(too_much_text(max_text_));
  reader_.text(piece);
}

std::string without_escapes(std::string text) {
  constexpr std::size_t kLength = 7;  // _xHHHH_
  std::string out;
  std::size_t from = 0;
  for (auto at = text.find("_x"); at != std::string::npos; at = text.find("_x", at)) {
    const auto digits = std::string_view(text).substr(at + 2, 4);
    unsigned code = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), code, 16);
    const bool escape = at + kLength <= text.size() && text[at + kLength - 1] == '_' && read.ptr == digits.data() + 4;
    if (!escape) {
      at += 2;
      continue;
    }
    out.append(text, from, at - from);
    if (code != 0) out += utf8(code);
    from = at += kLength;
  }
  return from == 0 ? text : out.append(text, from);
}

}  // namespace makegood::formats
