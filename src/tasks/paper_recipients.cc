#include "tasks/paper_recipients.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "people/directory.h"

namespace makegood::tasks {
Result<PaperRecipients> PaperRecipients::on(const Workspace& w, const PapersRegister& papers, Day day) {
  auto directory = w.people.directory();
  if (!directory) return tl::unexpected(directory.error());
  return PaperRecipients(w, papers, day, std::move(*directory));
}

PaperRecipient PaperRecipients::member(const Record& record) const {
  const auto& words = papers_->members.words;
  const auto& whose = papers_->kept->definition.organisation;
  const auto number = std::string(answer(record.answers, papers_->member_key));
  PaperRecipient one{{{papers_->words.member, number}}, {}, std::string(answer(record.answers, words.address)), number, Language::en};
  if (answer(record.answers, words.language) == "cy") one.language = Language::cy;
  const auto organisation = answer(record.answers, whose);
  if (whose.empty() || organisation.empty()) return one;
  one.who[whose] = organisation;
  one.organisation = OrganisationNames(*directory_).id_of(organisation);
  return one;
}

PaperRecipient PaperRecipients::post(const PostId& id) const {
  const auto& whose = papers_->kept->definition.organisation;
  PaperRecipient one{{{papers_->words.post, id.text}}, {}, {}, post_in_words(*directory_, id, day_), Language::en};
  const auto organisation = organisation_of(*directory_, id, day_);
  if (!whose.empty() && !organisation.empty()) one.who[whose] = one.organisation = organisation.text;
  const auto who = answerer(*directory_, id, day_);
  const auto* person = who.person ? find_person(*directory_, *who.person) : nullptr;
  if (person == nullptr) return one;
  one.to = person->email;
  one.language = language_of(*person);
  return one;
}

Result<std::vector<PaperRecipient>> PaperRecipients::members(std::string_view group) const {
  const auto records = members_on(*w_, papers_->members, kEveryRecord, group, day_);
  if (!records) return tl::unexpected(records.error());
  std::set<std::string> numbers;
  std::vector<PaperRecipient> all;
  for (const auto& record : *records)
    if (auto one = member(record); numbers.insert(one.to_name).second) all.push_back(std::move(one));
  return all;
}

Result<std::vector<PaperRecipient>> PaperRecipients::posts(const std::vector<std::string>& written) const {
  if (!written.empty() && papers_->words.post.empty()) return refuse(Fault::invalid_input, "this register asks members only, and no posts besides", "posts");
  std::set<std::string> known;
  std::vector<PaperRecipient> all;
  for (const auto& words : written) {
    const auto* by_id = find_post(*directory_, PostId(words));
    const auto found = by_id != nullptr ? std::vector{by_id->id} : posts_of(*directory_, "", words, day_);
    if (found.size() != 1) return refuse(Fault::invalid_input, fmt::format("\"{}\" is not the title of one post in the directory", shorten(words, 80)), "posts");
    if (known.insert(found.front().text).second) all.push_back(post(found.front()));
  }
  return all;
}

Result<PaperRecipient> PaperRecipients::of_record(const Record& record) const {
  if (const auto id = answer(record.answers, papers_->words.post); !id.empty()) return post(PostId(std::string(id)));
  const auto records = members_on(*w_, papers_->members, kEveryRecord, answer(record.answers, papers_->words.group), day_);
  if (!records) return tl::unexpected(records.error());
  for (const auto& one : *records)
    if (answer(one.answers, papers_->member_key) == answer(record.answers, papers_->words.member)) return member(one);
  return PaperRecipient{};
}

}  // namespace makegood::tasks
