#include "tasks/return_letters.h"

#include <algorithm>

#include <fmt/format.h>

#include "cycle/return_words.h"
#include "tasks/letter_words.h"
#include "words/words.h"

namespace makegood::tasks {
namespace {

template <class Digest>
Letter letter_to(const Digest& digest, LetterKind kind) {
  Letter letter;
  letter.kind = kind;
  letter.to = digest.person.email;
  letter.to_name = digest.post_words;
  letter.reply_to = digest.reply_to;
  return letter;
}

const std::string& title_in(const Words& words, const Bilingual& title) { return title.in(language_tag(words.language())); }

int returns_in(const ReturnDigest& digest) {
  std::size_t count = 0;
  for (const auto& section : digest.sections) count += section.organisations.size();
  return static_cast<int>(count);
}

Day first_closing(const ReturnDigest& digest) {
  return std::min_element(digest.sections.begin(), digest.sections.end(), [](const auto& a, const auto& b) { return a.closes < b.closes; })->closes;
}

std::string subject_of(const Words& words, const ReturnDigest& digest, bool reminds) {
  if (digest.sections.size() > 1)
    return words(reminds ? "letter.return.remind_subject_several" : "letter.return.subject_several", {{"n", returns_in(digest)}, {"date", first_closing(digest)}});
  const auto& only = digest.sections.front();
  return words(reminds ? "letter.return.remind_subject" : "letter.return.subject",
               {{"register", title_in(words, only.register_title)}, {"period", period_words(words, only.period)}, {"date", only.closes}});
}

void add_section(LetterWords& body, const Words& words, const ReturnSection& section) {
  const auto period = period_words(words, section.period);
  body.heading(title_in(words, section.register_title));
  if (section.reminds_of) body.paragraph(words("letter.return.remind_intro", {{"asked", *section.reminds_of}, {"period", period}}));
  else body.paragraph(words("letter.return.intro", {{"period", period}}));
  for (const auto& organisation : section.organisations) body.item(organisation);
  body.paragraph(words("letter.return.by", {{"date", section.closes}}));
  body.link(words("letter.return.form"), section.form);
  body.link(words(section.takes_nil ? "letter.return.nil" : "letter.return.who"), section.returns);
}

std::string key_of(LetterKind kind, const ReturnDigest& digest, Day today) {
  std::vector<std::string> requests;
  for (const auto& section : digest.sections) requests.push_back(section.request);
  std::sort(requests.begin(), requests.end());
  return fmt::format("return-{} {} {}", word(kind), today.iso(), join(requests, " "));
}

void add_missing(LetterWords& body, const Words& words, const MissingSection& section) {
  const auto period = period_words(words, section.period);
  body.heading(title_in(words, section.register_title));
  if (!section.silent.empty()) body.paragraph(words("letter.missing.silent", {{"period", period}, {"date", section.closes}}));
  for (const auto& organisation : section.silent) body.item(organisation);
  if (!section.silent.empty()) body.paragraph(words("letter.missing.what"));
  if (!section.nobody_to_ask.empty()) body.paragraph(words("letter.missing.nobody", {{"period", period}}));
  for (const auto& organisation : section.nobody_to_ask) body.item(organisation);
  if (!section.nobody_to_ask.empty()) body.paragraph(words("letter.missing.directory"));
  body.link(words("letter.return.who"), section.returns);
}

std::string line_words(const Words& words, const SignalSection::Line& line) {
  const auto& title = title_in(words, line.title);
  return line.period ? words("letter.signal.line", {{"signal", title}, {"from", line.period->from}, {"until", line.period->until}}) : title;
}

}  // namespace

Letter return_letter(const ReturnDigest& digest, const Now& now) {
  const auto words = Words::for_language(language_of(digest.person));
  const bool reminds = std::all_of(digest.sections.begin(), digest.sections.end(), [](const ReturnSection& s) { return s.reminds_of.has_value(); });
  auto letter = letter_to(digest, reminds ? LetterKind::remind : LetterKind::ask);
  letter.key = key_of(letter.kind, digest, now.today);
  letter.subject = subject_of(words, digest, reminds);
  LetterWords body(words.language());
  for (const auto& section : digest.sections) {
    add_section(body, words, section);
    // Counted from the clock and not from the calendar, so that a day set by the operator ages no letter.
    letter.useful_until = std::max(letter.useful_until, now.seconds + std::int64_t{24 * 3600} * (days_between(now.today, section.closes) + 1));
  }
  body.paragraph(words("letter.return.sign_in"));
  body.into(letter);
  return letter;
}

Letter missing_letter(const MissingDigest& digest, Day today) {
  const auto words = Words::for_language(language_of(digest.person));
  auto letter = letter_to(digest, LetterKind::escalate);
  letter.key = fmt::format("return-missing {} {}", today.iso(), digest.person.id.text);
  for (const auto& section : digest.sections) letter.key += " " + section.returns;
  letter.subject = digest.sections.size() == 1 ? words("letter.missing.subject", {{"register", title_in(words, digest.sections.front().register_title)}})
                                               : words("letter.missing.subject_several", {{"n", static_cast<int>(digest.sections.size())}});
  LetterWords body(words.language());
  for (const auto& section : digest.sections) add_missing(body, words, section);
  body.into(letter);
  return letter;
}

Letter signal_letter(const SignalDigest& digest) {
  const auto words = Words::for_language(language_of(digest.person));
  auto letter = letter_to(digest, LetterKind::notice);
  letter.key = digest.key;
  letter.subject = digest.sections.size() == 1 ? words("letter.signal.subject", {{"register", title_in(words, digest.sections.front().register_title)}})
                                               : words("letter.signal.subject_several", {{"n", static_cast<int>(digest.sections.size())}});
  LetterWords body(words.language());
  for (const auto& section : digest.sections) {
    body.heading(title_in(words, section.register_title));
    for (const auto& line : section.lines) body.item(line_words(words, line));
    body.link(words("letter.signal.page"), section.address);
  }
  body.paragraph(words("letter.signal.once"));
  body.into(letter);
  return letter;
}

}  // namespace makegood::tasks
