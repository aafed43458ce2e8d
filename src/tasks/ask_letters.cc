#include "tasks/ask_letters.h"

#include <algorithm>

#include <fmt/format.h>

#include "cycle/period_words.h"
#include "tasks/letter_words.h"
#include "words/words.h"

namespace makegood::tasks {
namespace {

Words words_for(const Person& person) { return Words::for_language(language_of(person)); }

Letter letter_to(const Person& person, const std::string& post_words, const std::string& reply_to) {
  Letter letter;
  letter.to = person.email;
  letter.to_name = post_words;
  letter.reply_to = reply_to;
  return letter;
}

std::string key_of(std::string_view what, const AskDigest& digest, Day today) {
  std::vector<std::string> ids;
  for (const auto& section : digest.sections) ids.push_back(section.request.text);
  std::sort(ids.begin(), ids.end());
  return fmt::format("{} {} {}", what, today.iso(), join(ids, " "));
}

int items_in(const AskDigest& digest) {
  int items = 0;
  for (const auto& section : digest.sections) items += static_cast<int>(section.items.size());
  return items;
}

Day first_closing(const AskDigest& digest) {
  return std::min_element(digest.sections.begin(), digest.sections.end(),
                          [](const AskSection& a, const AskSection& b) { return a.closes < b.closes; })
      ->closes;
}

std::string subject_of(const Words& words, const AskDigest& digest, bool reminds) {
  const int items = items_in(digest);
  const auto closes = first_closing(digest);
  if (digest.sections.size() > 1)
    return words(reminds ? "letter.remind.subject_several" : "letter.ask.subject_several",
                 {{"items", items}, {"plans", digest.sections.size()}, {"date", closes}});
  return words(reminds ? "letter.remind.subject" : "letter.ask.subject",
               {{"items", items}, {"plan", digest.sections.front().plan_title}, {"date", closes}});
}

void add_section(LetterWords& body, const Words& words, const AskDigest& digest, const AskSection& section) {
  const auto period = period_words(words, section.cycle, section.period);
  const auto items = section.items.size();
  body.heading(section.plan_title);
  if (section.reminds_of)
    body.paragraph(words("letter.remind.intro", {{"asker", section.asker}, {"post", digest.post_words}, {"items", items}, {"period", period},
                                                 {"asked", *section.reminds_of}}));
  else
    body.paragraph(words("letter.ask.intro", {{"asker", section.asker}, {"post", digest.post_words}, {"items", items}, {"period", period}}));
  for (const auto& item : section.items) body.item(item);
  body.paragraph(words("letter.ask.by", {{"date", section.closes}}));
  body.link(words("letter.ask.link"), section.address);
}

void add_posts(LetterWords& body, const Words& words, const WatchLetter& watch) {
  for (const auto& post : watch.posts)
    body.item(words("letter.watch.post", {{"post", post.post_words}, {"items", post.items}, {"date", post.asked}}));
}

void add_unasked(LetterWords& body, const Words& words, const WatchLetter& watch) {
  if (watch.unasked.empty()) return;
  body.paragraph(words("letter.watch.unasked"));
  for (const auto& one : watch.unasked)
    body.item(one.named.empty() ? words("letter.watch.no_owner", {{"item", one.item}})
                                : words("letter.watch.unasked_item", {{"item", one.item}, {"named", one.named},
                                                                      {"why", words(fmt::format("cycle.why.{}", word(one.why)))}}));
}

/// Counted from the clock and not from the calendar, so that a day set by the operator ages no letter.
std::int64_t seconds_after(Day closes, const Now& now) { return now.seconds + std::int64_t{24 * 3600} * (days_between(now.today, closes) + 1); }

}  // namespace

Letter ask_letter(const AskDigest& digest, const Now& now) {
  const auto words = words_for(digest.person);
  const bool reminds = std::all_of(digest.sections.begin(), digest.sections.end(), [](const AskSection& s) { return s.reminds_of.has_value(); });
  auto letter = letter_to(digest.person, digest.post_words, digest.reply_to);
  letter.kind = reminds ? LetterKind::remind : LetterKind::ask;
  letter.key = key_of(word(letter.kind), digest, now.today);
  letter.subject = subject_of(words, digest, reminds);
  for (const auto& section : digest.sections) letter.useful_until = std::max(letter.useful_until, seconds_after(section.closes, now));
  LetterWords body(words.language());
  for (const auto& section : digest.sections) add_section(body, words, digest, section);
  body.paragraph(words("letter.ask.what_happens"));
  body.paragraph(words("letter.ask.disclosure"));
  body.paragraph(words("letter.ask.link_is_yours"));
  body.into(letter);
  return letter;
}

Letter escalation_letter(const WatchLetter& watch, Day today) {
  const auto words = words_for(watch.person);
  auto letter = letter_to(watch.person, watch.post_words, watch.reply_to);
  letter.kind = LetterKind::escalate;
  letter.key = fmt::format("escalate {} {} {}", today.iso(), watch.cycle.text(), watch.plan_address);
  letter.subject = words("letter.escalate.subject", {{"plan", watch.plan_title}});
  const auto period = period_words(words, watch.cycle, watch.period);
  LetterWords body(words.language());
  body.heading(watch.plan_title);
  if (!watch.posts.empty()) {
    body.paragraph(words("letter.escalate.intro", {{"asker", watch.asker}, {"period", period}, {"date", watch.closes}}));
    add_posts(body, words, watch);
    body.paragraph(words("letter.escalate.what"));
  }
  add_unasked(body, words, watch);
  body.link(words("letter.watch.plan"), watch.plan_address);
  body.into(letter);
  return letter;
}

Letter copy_letter(const WatchLetter& watch, Day today) {
  const auto words = words_for(watch.person);
  auto letter = letter_to(watch.person, watch.post_words, watch.reply_to);
  letter.kind = LetterKind::notice;
  letter.key = fmt::format("copy {} {} {}", today.iso(), watch.cycle.text(), watch.plan_address);
  letter.subject = words("letter.copy.subject", {{"plan", watch.plan_title}});
  LetterWords body(words.language());
  body.heading(watch.plan_title);
  body.paragraph(words("letter.copy.intro", {{"period", period_words(words, watch.cycle, watch.period)}, {"date", watch.closes}}));
  add_posts(body, words, watch);
  body.link(words("letter.watch.plan"), watch.plan_address);
  body.into(letter);
  return letter;
}

}  // namespace makegood::tasks
