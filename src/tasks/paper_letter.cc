#include "tasks/paper_letter.h"

#include "tasks/letter_words.h"

namespace makegood::tasks {

Letter paper_letter(const PaperLetter& about, const Now& now) {
  const auto words = Words::for_language(about.language);
  const std::string stem = about.reminds ? "letter.paper.remind" : "letter.paper";
  Letter letter;
  letter.key = about.key;
  letter.kind = about.reminds ? LetterKind::remind : LetterKind::notice;
  letter.to = about.to;
  letter.to_name = about.to_name;
  letter.reply_to = about.reply_to;
  letter.subject = words(stem + ".subject", {{"paper", about.paper}, {"date", about.due}});
  letter.useful_until = now.seconds + std::int64_t{24 * 3600} * (days_between(now.today, about.due) + 1);
  LetterWords body(words.language());
  body.heading(words("letter.paper.heading", {{"paper", about.paper}, {"version", about.version}}));
  body.paragraph(words(stem + ".intro", {{"asker", about.asker}, {"group", about.group}}));
  if (!about.note.empty()) body.paragraph(about.note);
  body.paragraph(words("letter.paper.by", {{"date", about.due}}));
  body.link(words("letter.paper.link"), about.address);
  body.paragraph(words("letter.paper.silence"));
  body.paragraph(words("letter.paper.link_is_yours"));
  body.into(letter);
  return letter;
}

}  // namespace makegood::tasks
