#include "formats/docx_body.h"

#include <algorithm>

#include "formats/markers.h"
#include "formats/note_marks.h"
#include "formats/xml.h"

namespace makegood::formats {
namespace {

bool is_wrapper(std::string_view name) {
  return name == "ins" || name == "moveTo" || name == "smartTag" || name == "customXml" || name == "sdtContent" ||
         name == "dir" || name == "bdo" || name == "oMath" || name == "oMathPara" || name == "body" || name == "e" ||
         name == "num" || name == "den" || name == "sup" || name == "sub" || name == "f" || name == "sSup" ||
         name == "sSub" || name == "d" || name == "rad";
}

// A content control that shows "Click here to enter text" holds no text of the document's.
bool is_placeholder(pugi::xml_node sdt) { return is_on(child(child(sdt, "sdtPr"), "showingPlcHdr")); }

bool is_raised(pugi::xml_node rPr) {
  return std::string_view(value_of(rPr, "vertAlign")) == "superscript" || number(value_of(rPr, "position"), 0) > 0;
}

// Words of a run that holds nothing else; a tab or a picture makes it no note mark.
std::string text_in(pugi::xml_node run) {
  std::string text;
  for (auto part = run.first_child(); part; part = part.next_sibling())
    if (const auto name = local_name(part); name != "rPr") text += name == "t" ? part.child_value() : "?";
  return text;
}

}  // namespace

void DocxBody::find(const char* code, const char* message) {
  const Finding finding{code, message, {}};
  if (std::find(document_.findings.begin(), document_.findings.end(), finding) == document_.findings.end())
    document_.findings.push_back(finding);
}

void DocxBody::read(pugi::xml_node body) {
  blocks(body);
  if (runs_.has_words()) finish_paragraph({}, context_.styles.paragraph({}), {}, page_);
  if (pages_known_) return;
  const auto forget = [](auto& self, std::vector<Block>& all) -> void {
    for (auto& block : all) {
      block.position.page = 0;
      for (auto& row : block.rows) {
        row.position.page = 0;
        for (auto& cell : row.cells) self(self, cell.blocks);
      }
    }
  };
  forget(forget, document_.blocks);
}

// Word notes where pages broke when it last laid the document out; without such notes, the
// breaks that the author put in are all there is.
void DocxBody::new_page(bool rendered) {
  if (rendered != rendered_pages_) return;
  pages_known_ = true;
  ++page_;
}

void DocxBody::blocks(pugi::xml_node parent) {
  if (depth_ >= context_.max_depth) return flatten(parent);
  ++depth_;
  for (auto node = parent.first_child(); node; node = node.next_sibling()) block(node);
  --depth_;
}

void DocxBody::block(pugi::xml_node node) {
  const auto name = local_name(node);
  if (name == "p") paragraph(node);
  else if (name == "tbl") table(node);
  else if (name == "sdt") is_placeholder(node) ? void() : blocks(child(node, "sdtContent"));
  else if (name == "AlternateContent") blocks(one_alternative(node));
  else if (name == "sectPr") {
    if (std::string_view(value_of(node, "type")) != "continuous" && node.next_sibling()) new_page(false);
  } else if (is_wrapper(name)) blocks(node);
}

// Text nested beyond all reason is kept, its structure is not. No recursion here.
void DocxBody::flatten(pugi::xml_node top) {
  find("nesting_flattened", "Parts nested very deep were read as plain paragraphs.");
  Runs runs;
  for (auto node = top.first_child(); node;) {
    const auto name = local_name(node);
    if (name == "t") runs.add(node.child_value());
    if (name == "p") runs.add(" ");
    const bool skip = name == "del" || name == "moveFrom" || name == "Fallback";
    if (!skip && node.first_child()) {
      node = node.first_child();
      continue;
    }
    while (node && node != top && !node.next_sibling()) node = node.parent();
    if (!node || node == top) break;
    node = node.next_sibling();
  }
  out_->push_back(runs.take());
}

void DocxBody::paragraph(pugi::xml_node node) {
  const auto pPr = child(node, "pPr");
  const std::string style_id = value_of(pPr, "pStyle");
  const auto& style = context_.styles.paragraph(style_id);
  if (is_on(child(pPr, "pageBreakBefore"))) new_page(false);
  style_ = &style;
  const int page = page_;
  inlines(node);
  // Deleting the end of a paragraph joins it to the next one.
  joins_next_ = static_cast<bool>(child(child(pPr, "rPr"), "del"));
  if (!joins_next_) finish_paragraph(pPr, style, style_id, page);
  text_boxes();
  if (const auto section = child(pPr, "sectPr"); section && std::string_view(value_of(section, "type")) != "continuous")
    new_page(false);
}

std::string DocxBody::marker_of(pugi::xml_node pPr, const Style& style, const std::string& style_id, int& level) {
  const auto own = number_reference(pPr);
  const int list = own.id >= 0 ? own.id : style.number.id;
  if (list <= 0 || !context_.numbering.knows(list)) return {};
  level = own.level;
  if (level < 0 && own.id < 0) level = context_.numbering.level_of_style(list, style_id);
  if (level < 0) level = style.number.level;
  level = std::clamp(level, 0, kNumberLevels - 1);
  return context_.numbering.next(list, level);
}

void DocxBody::finish_paragraph(pugi::xml_node pPr, const Style& style, const std::string& style_id, int page) {
  int level = 0;
  auto marker = marker_of(pPr, style, style_id, level);  // an empty paragraph is counted, too
  const bool numbered = !marker.empty() && leading_bullet(marker + " x").text.empty();
  if (!runs_.has_words()) {
    if (numbered) lone_number_ = std::move(marker);
    (void)runs_.take();
    return;
  }
  const auto outline = child(pPr, "outlineLvl");
  const int direct = outline ? number(attribute(outline, "val"), 9) + 1 : style.heading;
  Block block;
  if (direct >= 1 && direct <= 9) {
    block = runs_.take();
    block.kind = BlockKind::heading;
    block.level = std::min(direct, 6);
    if (numbered) block.text = marker + " " + block.text;
  } else {
    block = as_item_or_paragraph(runs_, std::move(marker), level);
  }
  block.position.page = page;
  out_->push_back(std::move(block));
}

void DocxBody::inlines(pugi::xml_node parent) {
  if (depth_ >= context_.max_depth) return flatten(parent);
  ++depth_;
  for (auto node = parent.first_child(); node; node = node.next_sibling()) {
    const auto name = local_name(node);
    if (name == "r") run(node);
    else if (name == "hyperlink") hyperlink(node);
    else if (name == "fldSimple") simple_field(node);
    else if (name == "sdt") is_placeholder(node) ? void() : inlines(child(node, "sdtContent"));
    else if (name == "AlternateContent") inlines(one_alternative(node));
    else if (name == "del" || name == "moveFrom") find("deleted_text_left_out", "Text deleted by tracked changes was left out.");
    else if (name == "ins" || name == "moveTo") {
      find("inserted_text_kept", "Text inserted by tracked changes was read as accepted.");
      inlines(node);
    } else if (is_wrapper(name)) inlines(node);
  }
  --depth_;
}

// What the style of every heading or link looks like is no emphasis: a web page says nothing of
// it either. Emphasis is what goes beyond.
RunProperties DocxBody::properties_of_run(pugi::xml_node rPr) const {
  RunProperties properties;
  if (style_ != nullptr) properties = style_->run;
  if (style_ != nullptr && style_->heading > 0) properties = {.hidden = style_->run.hidden};
  if (const std::string character = value_of(rPr, "rStyle"); !character.empty()) {
    auto style = context_.styles.character(character).run;
    if (runs_.in_link()) style.underlined.reset();
    properties.put_over(style);
  }
  properties.put_over(run_properties(rPr));
  return properties;
}

void DocxBody::run(pugi::xml_node node) {
  const auto properties = properties_of_run(child(node, "rPr"));
  if (properties.hidden.value_or(false)) {
    if (child(node, "t")) find("hidden_text_left_out", "Hidden text was left out.");
    for (auto part = node.first_child(); part; part = part.next_sibling()) {
      if (local_name(part) == "fldChar" || local_name(part) == "instrText") run_part(part, {});
    }
    return;
  }
  if (is_raised(child(node, "rPr")) && is_note_mark(text_in(node)) && takes_note_mark(runs_.last_text())) return;
  const Emphasis emphasis{properties.bold.value_or(false), properties.italic.value_or(false),
                          properties.underlined.value_or(false)};
  for (auto part = node.first_child(); part; part = part.next_sibling()) run_part(part, emphasis);
}

void DocxBody::words(std::string_view text, Emphasis emphasis) {
  const bool in_instruction = !fields_.empty() && !fields_.back().in_result;
  if (!in_instruction) runs_.add(text, emphasis);
}

void DocxBody::run_part(pugi::xml_node node, Emphasis emphasis) {
  const auto name = local_name(node);
  if (name == "t") {
    words(replace_all(valid_utf8(node.child_value()), "\n", " "), emphasis);
  } else if (name == "tab" || name == "ptab") {
    words(" ", emphasis);
  } else if (name == "cr") {
    words("\n", emphasis);
  } else if (name == "br") {
    const bool page = std::string_view(attribute(node, "type")) == "page";
    if (page) new_page(false);
    words("\n", emphasis);
  } else if (name == "lastRenderedPageBreak") {
    new_page(true);
  } else if (name == "noBreakHyphen") {
    words("-", emphasis);
  } else if (name == "sym") {
    const auto code = static_cast<char32_t>(std::strtoul(attribute(node, "char"), nullptr, 16) & 0xFFFFU);
    words(utf8(code < 0x100 || (code >= 0xF000 && code <= 0xF0FF) ? bullet_of_symbol_font(code) : code), emphasis);
  } else if (name == "fldChar") {
    field_mark(node);
  } else if (name == "instrText") {
    if (!fields_.empty() && !fields_.back().in_result) fields_.back().instruction += node.child_value();
  } else if (name == "footnoteReference" || name == "endnoteReference") {
    find("notes_left_out", "Footnotes and endnotes were left out.");
  } else if (name == "commentReference") {
    find("comments_left_out", "Comments were left out.");
  } else if (name == "AlternateContent") {
    for (auto inner = one_alternative(node).first_child(); inner; inner = inner.next_sibling()) drawing(inner);
  } else if (name == "drawing" || name == "pict" || name == "object") {
    drawing(node);
  }
}

}  // namespace makegood::formats
