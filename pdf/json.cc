// SPDX-License-Identifier: GPL-3.0-or-later
#include "json.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>

namespace makegood_pdf {
namespace {

constexpr double kFarthest = 1e7;  // points: nothing on a page is farther out

// Where a sequence of UTF-8 that begins at `i` ends; `i` itself where it is none.
std::size_t end_of_character(const std::string& text, std::size_t i) {
  const auto lead = static_cast<unsigned char>(text[i]);
  const std::size_t length = lead < 0x80                   ? 1
                             : lead >= 0xC2 && lead < 0xE0 ? 2
                             : lead >= 0xE0 && lead < 0xF0 ? 3
                             : lead >= 0xF0 && lead < 0xF5 ? 4
                                                           : 0;
  if (length == 0 || i + length > text.size()) return i;
  for (std::size_t k = 1; k < length; ++k)
    if ((static_cast<unsigned char>(text[i + k]) & 0xC0U) != 0x80) return i;
  const auto second = length > 1 ? static_cast<unsigned char>(text[i + 1]) : 0x80;
  if ((lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F) || (lead == 0xF0 && second < 0x90) ||
      (lead == 0xF4 && second > 0x8F))
    return i;
  return i + length;
}

void add_text(std::string& out, const std::string& text) {
  out += '"';
  for (std::size_t i = 0; i < text.size();) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += text[i++];
    } else if (c < 0x20) {
      std::array<char, 8> escape{};
      std::snprintf(escape.data(), escape.size(), "\\u%04x", c);
      out += escape.data();
      ++i;
    } else {
      const auto end = end_of_character(text, i);
      if (end == i)
        out += "\xEF\xBF\xBD", ++i;
      else
        out.append(text, i, end - i), i = end;
    }
  }
  out += '"';
}

// Two decimals, without trailing noughts; what is no number, or off the map, is 0.
void add_number(std::string& out, double value) {
  if (!(std::abs(value) < kFarthest)) value = 0;
  std::array<char, 32> digits{};
  const auto hundredths = std::llround(value * 100);
  const auto whole = hundredths / 100;
  const auto rest = static_cast<int>(std::llabs(hundredths % 100));
  if (hundredths < 0 && whole == 0) out += '-';
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), whole);
  out.append(digits.data(), end.ptr);
  if (rest == 0) return;
  out += '.';
  out += static_cast<char>('0' + rest / 10);
  if (rest % 10 != 0) out += static_cast<char>('0' + rest % 10);
}

void add_box(std::string& out, const Box& box) {
  for (const double value : {box.x0, box.y0, box.x1, box.y1}) {
    add_number(out, value);
    out += ',';
  }
}

void add_word(std::string& out, const Word& word) {
  out += '[';
  add_box(out, word.box);
  out += std::to_string(word.font) + ',';
  add_number(out, word.size);
  out += ',' + std::to_string(word.angle) + ',' + std::to_string(word.mcid) + ',';
  add_text(out, word.text);
  out += ']';
}

template <class List, class Add>
void add_list(std::string& out, const List& list, Add add) {
  out += '[';
  bool first = true;
  for (const auto& entry : list) {
    if (!first) out += ',';
    first = false;
    add(entry);
  }
  out += ']';
}

const char* yes(bool value) { return value ? "true" : "false"; }

void add_element(std::string& out, const Element& element) {
  out += "{\"role\":";
  add_text(out, element.role);
  if (element.rowspan != 1) out += ",\"rowspan\":" + std::to_string(element.rowspan);
  if (element.colspan != 1) out += ",\"colspan\":" + std::to_string(element.colspan);
  if (!element.content.empty()) {
    out += ",\"content\":";
    add_list(out, element.content, [&](const std::pair<int, int>& at) {
      out += '[' + std::to_string(at.first) + ',' + std::to_string(at.second) + ']';
    });
  }
  if (!element.kids.empty()) {
    out += ",\"kids\":";
    add_list(out, element.kids, [&](const Element& kid) { add_element(out, kid); });
  }
  out += '}';
}

void add_font(std::string& out, const Font& font) {
  out += "{\"name\":";
  add_text(out, font.name);
  out += std::string(",\"bold\":") + yes(font.bold) + ",\"italic\":" + yes(font.italic) +
         ",\"symbol\":" + yes(font.symbol) + '}';
}

}  // namespace

std::string json_start() { return "{\"format\":\"makegood-pdf-1\",\"pages\":["; }

std::string json_page(const Page& page, bool first) {
  std::string out = first ? "\n" : ",\n";
  out += "{\"number\":" + std::to_string(page.number) + ",\"width\":";
  add_number(out, page.width);
  out += ",\"height\":";
  add_number(out, page.height);
  out += ",\"rotate\":" + std::to_string(page.rotate) + ",\"words\":";
  add_list(out, page.words, [&](const Word& word) { add_word(out, word); });
  out += ",\"rules\":";
  add_list(out, page.rules, [&](const Box& rule) {
    out += '[';
    add_box(out, rule);
    out.back() = ']';
  });
  out += ",\"images\":";
  add_number(out, page.images);
  out += ",\"links\":";
  add_list(out, page.links, [&](const Link& link) {
    out += '[';
    add_box(out, link.box);
    add_text(out, link.url);
    out += ']';
  });
  return out + '}';
}

std::string json_end(const Contents& contents) {
  std::string out = "],\n\"fonts\":";
  add_list(out, contents.fonts, [&](const Font& font) { add_font(out, font); });
  out += ",\n\"title\":";
  add_text(out, contents.title);
  out += ",\"language\":";
  add_text(out, contents.language);
  out += ",\"producer\":";
  add_text(out, contents.producer);
  out += std::string(",\"tagged\":") + yes(contents.tagged) + ",\n\"structure\":";
  add_list(out, contents.structure, [&](const Element& element) { add_element(out, element); });
  return out + "}\n";
}

}  // namespace makegood_pdf
