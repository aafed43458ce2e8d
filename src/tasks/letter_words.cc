#include "tasks/letter_words.h"

namespace makegood::tasks {
namespace {

html::Html linked(std::string_view words, std::string_view address) {
  const auto url = html::Url::parse(address);
  return url && address.starts_with("http") ? html::a(html::href(*url), words) : html::span(words);
}

std::string_view address_or_nothing(std::string_view address) { return address.starts_with("http") ? address : std::string_view{}; }

}  // namespace

void LetterWords::close_list() {
  if (list_.empty()) return;
  body_ += html::ul(list_);
  list_ = {};
  text_ += '\n';
}

LetterWords& LetterWords::heading(std::string_view words) {
  close_list();
  body_ += html::h2(words);
  text_ += std::string(words) + "\n\n";
  return *this;
}

LetterWords& LetterWords::paragraph(std::string_view words) {
  close_list();
  body_ += html::p(words);
  text_ += std::string(words) + "\n\n";
  return *this;
}

LetterWords& LetterWords::link(std::string_view words, std::string_view address) {
  close_list();
  body_ += html::p(linked(words, address));
  text_ += std::string(words) + "\n" + std::string(address_or_nothing(address)) + "\n\n";
  return *this;
}

LetterWords& LetterWords::item(std::string_view words, std::string_view address) {
  const auto shown = address_or_nothing(address);
  list_ += html::li(linked(words, address));
  text_ += "- " + std::string(words) + "\n" + (shown.empty() ? "" : "  " + std::string(shown) + "\n");
  return *this;
}

std::string LetterWords::text() const {
  auto all = text_;
  while (!all.empty() && all.back() == '\n') all.pop_back();
  return all + "\n";
}

std::string LetterWords::html(std::string_view title) const {
  auto body = body_;
  if (!list_.empty()) body += html::ul(list_);
  const auto head = html::head(html::meta(html::attr("charset", "utf-8")), html::element("title", title));
  return html::Builder::document(html::element("html", html::lang(language_tag(language_)), head, html::body(body))).text();
}

void LetterWords::into(Letter& letter) const {
  letter.text = text();
  letter.html = html(letter.subject);
  letter.language = language_;
}

}  // namespace makegood::tasks
