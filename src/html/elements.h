#pragma once
// The elements and attributes that pages use, one function each.

#include "html/builder.h"

namespace makegood::html {

#define MAKEGOOD_ELEMENT(function, tag)        \
  template <class... A>                        \
  [[nodiscard]] Html function(const A&... args) { \
    return element(tag, args...);              \
  }

MAKEGOOD_ELEMENT(a, "a")
MAKEGOOD_ELEMENT(abbr, "abbr")
MAKEGOOD_ELEMENT(article, "article")
MAKEGOOD_ELEMENT(aside, "aside")
MAKEGOOD_ELEMENT(b, "b")
MAKEGOOD_ELEMENT(blockquote, "blockquote")
MAKEGOOD_ELEMENT(body, "body")
MAKEGOOD_ELEMENT(br, "br")
MAKEGOOD_ELEMENT(button, "button")
MAKEGOOD_ELEMENT(caption, "caption")
MAKEGOOD_ELEMENT(code, "code")
MAKEGOOD_ELEMENT(dd, "dd")
MAKEGOOD_ELEMENT(details, "details")
MAKEGOOD_ELEMENT(div, "div")
MAKEGOOD_ELEMENT(dl, "dl")
MAKEGOOD_ELEMENT(dt, "dt")
MAKEGOOD_ELEMENT(em, "em")
MAKEGOOD_ELEMENT(fieldset, "fieldset")
MAKEGOOD_ELEMENT(figcaption, "figcaption")
MAKEGOOD_ELEMENT(figure, "figure")
MAKEGOOD_ELEMENT(footer, "footer")
MAKEGOOD_ELEMENT(form, "form")
MAKEGOOD_ELEMENT(h1, "h1")
MAKEGOOD_ELEMENT(h2, "h2")
MAKEGOOD_ELEMENT(h3, "h3")
MAKEGOOD_ELEMENT(h4, "h4")
MAKEGOOD_ELEMENT(head, "head")
MAKEGOOD_ELEMENT(header, "header")
MAKEGOOD_ELEMENT(hr, "hr")
MAKEGOOD_ELEMENT(img, "img")
MAKEGOOD_ELEMENT(input, "input")
MAKEGOOD_ELEMENT(label, "label")
MAKEGOOD_ELEMENT(legend, "legend")
MAKEGOOD_ELEMENT(li, "li")
MAKEGOOD_ELEMENT(main_element, "main")
MAKEGOOD_ELEMENT(mark, "mark")
MAKEGOOD_ELEMENT(meta, "meta")
MAKEGOOD_ELEMENT(nav, "nav")
MAKEGOOD_ELEMENT(ol, "ol")
MAKEGOOD_ELEMENT(option, "option")
MAKEGOOD_ELEMENT(p, "p")
MAKEGOOD_ELEMENT(pre, "pre")
MAKEGOOD_ELEMENT(section, "section")
MAKEGOOD_ELEMENT(select, "select")
MAKEGOOD_ELEMENT(span, "span")
MAKEGOOD_ELEMENT(strong, "strong")
MAKEGOOD_ELEMENT(summary, "summary")
MAKEGOOD_ELEMENT(table, "table")
MAKEGOOD_ELEMENT(tbody, "tbody")
MAKEGOOD_ELEMENT(td, "td")
MAKEGOOD_ELEMENT(textarea, "textarea")
MAKEGOOD_ELEMENT(th, "th")
MAKEGOOD_ELEMENT(thead, "thead")
MAKEGOOD_ELEMENT(time_element, "time")
MAKEGOOD_ELEMENT(title, "title")
MAKEGOOD_ELEMENT(tr, "tr")
MAKEGOOD_ELEMENT(ul, "ul")
#undef MAKEGOOD_ELEMENT

/// Any attribute whose value is text; the name is a literal.
[[nodiscard]] inline Attributes attr(Name name, std::string_view value) { return Builder::attribute(name, value); }
[[nodiscard]] inline Attributes attr(Name name, std::int64_t value) { return Builder::attribute(name, std::to_string(value)); }
/// A boolean attribute (checked, disabled, open ...), present or absent.
[[nodiscard]] inline Attributes flag(Name name, bool present = true) { return present ? Builder::attribute(name) : Attributes(); }
/// The attribute when it has a value, else nothing.
[[nodiscard]] inline Attributes attr_if(Name name, std::string_view value) { return value.empty() ? Attributes() : attr(name, value); }

[[nodiscard]] inline Attributes cls(std::string_view names) { return Builder::attribute("class", names); }
[[nodiscard]] inline Attributes id(std::string_view value) { return Builder::attribute("id", value); }
[[nodiscard]] inline Attributes lang(std::string_view tag) { return Builder::attribute("lang", tag); }

/// `part` when `condition` holds, else nothing. With a function, it is called only then:
/// when(!plan.items.empty(), [&] { return list_of(plan.items); })
[[nodiscard]] inline Html when(bool condition, Html part) { return condition ? std::move(part) : Html(); }
template <std::invocable F>
[[nodiscard]] Html when(bool condition, F&& make) {
  return condition ? join(make()) : Html();
}

/// What `make` says of each, one after the other: each(rows, [](const Row& row) { return tr(...); })
template <class Range, class F>
[[nodiscard]] Html each(const Range& range, F&& make) {
  Html all;
  for (const auto& one : range) all += make(one);
  return all;
}

}  // namespace makegood::html
