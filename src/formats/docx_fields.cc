// What stands in a Word document's runs but is no plain text: fields, links, drawings.
#include "formats/docx_body.h"
#include "formats/xml.h"

namespace makegood::formats {

std::string hyperlink_of_instruction(std::string_view instruction) {
  instruction = trim(instruction);
  if (!starts_with_fold(instruction, "HYPERLINK")) return {};
  const auto switch_at = instruction.find("\\l");
  const auto open = instruction.find('"');
  const auto close = open == std::string_view::npos ? open : instruction.find('"', open + 1);
  if (close == std::string_view::npos) return {};
  const bool bookmark = switch_at != std::string_view::npos && switch_at < open;
  return (bookmark ? "#" : "") + valid_utf8(instruction.substr(open + 1, close - open - 1));
}

// The newer drawing with its text, not the fallback that repeats it.
pugi::xml_node one_alternative(pugi::xml_node node) {
  const auto choice = child(node, "Choice");
  return choice ? choice : child(node, "Fallback");
}

void DocxBody::field_mark(pugi::xml_node node) {
  const std::string_view type = attribute(node, "fldCharType");
  if (type == "begin") {
    if (fields_.size() < 64) fields_.push_back({});
  } else if (fields_.empty()) {
    return;
  } else if (type == "separate") {
    begin_field_result(fields_.back());
  } else if (type == "end") {
    if (fields_.back().is_link) runs_.end_link();
    fields_.pop_back();
  }
}

void DocxBody::begin_field_result(Field& field) {
  field.in_result = true;
  auto address = hyperlink_of_instruction(field.instruction);
  field.is_link = !address.empty();
  if (field.is_link) runs_.begin_link(std::move(address));
}

void DocxBody::simple_field(pugi::xml_node node) {
  auto address = hyperlink_of_instruction(attribute(node, "instr"));
  const bool is_link = !address.empty();
  if (is_link) runs_.begin_link(std::move(address));
  inlines(node);
  if (is_link) runs_.end_link();
}

void DocxBody::hyperlink(pugi::xml_node node) {
  const auto anchor = valid_utf8(attribute(node, "anchor"));
  std::string address;
  // Both a relationship's id and a plain one have the local name "id": only the former is known.
  if (const auto found = context_.links.find(attribute(node, "id")); found != context_.links.end())
    address = found->second;
  if (!anchor.empty()) address += "#" + anchor;
  if (!address.empty()) runs_.begin_link(std::move(address));
  inlines(node);
  runs_.end_link();
}

// Looks for a text box in a drawing, without recursion; a drawing without one is a picture.
void DocxBody::drawing(pugi::xml_node top) {
  bool found = false;
  for (auto node = top; node;) {
    const auto name = local_name(node);
    const bool box = name == "txbxContent";
    if (box) {
      boxes_.push_back(node);
      found = true;
    }
    if (name == "AlternateContent") {
      const auto one = one_alternative(node);
      if (one && one.first_child()) {
        node = one.first_child();
        continue;
      }
    } else if (!box && node.first_child()) {
      node = node.first_child();
      continue;
    }
    // Up to the next sibling; of alternatives only the one chosen was entered.
    while (node != top && (!node.next_sibling() || local_name(node) == "Choice" || local_name(node) == "Fallback"))
      node = node.parent();
    if (node == top) break;
    node = node.next_sibling();
  }
  if (!found) find("pictures_left_out", "Pictures were left out; words in them are not read.");
}

void DocxBody::text_boxes() {
  if (boxes_.empty() || joins_next_) return;
  const auto boxes = std::exchange(boxes_, {});
  const auto fields = std::exchange(fields_, {});
  for (const auto& box : boxes) blocks(box);
  fields_ = fields;
}

}  // namespace makegood::formats
