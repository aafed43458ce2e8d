#include "tasks/papers.h"

#include <algorithm>
#include <map>

#include "people/directory.h"

namespace makegood::tasks {
namespace {

/// The field of the members' register to which the member's number leads; the other part of the key is the group.
std::string member_key_of(const ForeignKey& key, std::string_view member) {
  const auto at = std::find(key.fields.begin(), key.fields.end(), member) - key.fields.begin();
  return key.reference[static_cast<std::size_t>(at)];
}

// A post as it was called when the paper went round.
std::string who_in_words(const Directory& directory, const OrganisationNames& names, const registers::PaperAnswer& said, Day sent) {
  if (!said.post.empty()) {
    auto words = post_in_words(directory, PostId(said.post), sent);
    return words.empty() ? said.post : words;
  }
  return said.organisation.empty() ? said.member : said.member + ", " + names.name_of(said.organisation);
}

/// As circulate() asks: a paper goes to all members, so whoever sends it has to reach all of them.
bool may_circulate(const PapersRegister& papers, const Actor& actor) {
  return papers.kept->is_open() && reach_for(papers.kept->definition, actor, Doing::submit).all && reach_for(papers.members.kept->definition, actor, Doing::see).all;
}

}  // namespace

Result<PapersRegister> papers_register(const Workspace& w, std::string_view name) {
  auto kept = w.registers.find(name);
  if (!kept) return tl::unexpected(kept.error());
  auto words = registers::read_group_words((*kept)->text);
  if (!words.circulation) return refuse(Fault::invalid_input, "in this register nothing goes round for agreement");
  const auto* key = registers::key_through((*kept)->definition, words.circulation->member, 2);
  auto members = members_register(w, key->resource);
  if (!members) return tl::unexpected(members.error());
  return PapersRegister{std::move(*kept), *words.circulation, std::move(*members), member_key_of(*key, words.circulation->member)};
}

Result<std::vector<Record>> words_on(const Workspace& w, const PapersRegister& papers, const Reach& reach, std::string_view group, std::string_view paper) {
  std::vector<Record> records;
  auto done = w.registers.each({.register_name = papers.kept->definition.name, .reach = reach}, [&](const Record& record) {
    if (answer(record.answers, papers.words.group) == group && answer(record.answers, papers.words.paper) == paper) records.push_back(record);
    return true;
  });
  if (!done) return tl::unexpected(done.error());
  return records;
}

Result<PapersSeen> papers_for(const Workspace& w, const Actor& actor, std::string_view register_name) {
  const auto papers = papers_register(w, register_name);
  if (!papers) return tl::unexpected(papers.error());
  const auto reach = need_reach(papers->kept->definition, actor, Doing::see);
  if (!reach) return tl::unexpected(reach.error());
  std::map<std::pair<std::string, std::string>, std::vector<Record>> all;
  auto done = w.registers.each({.register_name = papers->kept->definition.name, .reach = *reach}, [&](const Record& record) {
    all[{std::string(answer(record.answers, papers->words.group)), std::string(answer(record.answers, papers->words.paper))}].push_back(record);
    return true;
  });
  if (!done) return tl::unexpected(done.error());
  PapersSeen seen{papers->kept, {}, may_circulate(*papers, actor)};
  for (const auto& [which, records] : all) {
    const auto rounds = registers::rounds_of(papers->words, records);
    if (rounds.empty()) continue;
    const auto& newest = rounds.front();
    seen.papers.push_back({which.first, which.second, newest.version, newest.sent, newest.due, registers::count_round(papers->kept->definition, papers->words, newest)});
  }
  std::stable_sort(seen.papers.begin(), seen.papers.end(), [](const PaperLine& a, const PaperLine& b) { return b.sent < a.sent; });
  return seen;
}

Result<PaperSeen> paper_standing(const Workspace& w, const Actor& actor, std::string_view register_name, std::string_view group, std::string_view paper) {
  const auto papers = papers_register(w, register_name);
  if (!papers) return tl::unexpected(papers.error());
  const auto reach = need_reach(papers->kept->definition, actor, Doing::see);
  if (!reach) return tl::unexpected(reach.error());
  const auto records = words_on(w, *papers, *reach, group, paper);
  if (!records) return tl::unexpected(records.error());
  const auto directory = w.people.directory();
  if (!directory) return tl::unexpected(directory.error());
  const OrganisationNames names(**directory);
  PaperSeen seen{papers->kept, papers->words, std::string(group), std::string(paper), {}, may_circulate(*papers, actor)};
  for (auto& round : registers::rounds_of(papers->words, *records)) {
    PaperVersion version{{}, registers::count_round(papers->kept->definition, papers->words, round), {}};
    for (const auto& said : round.answers) version.words.push_back({said, who_in_words(**directory, names, said, round.sent)});
    version.round = std::move(round);
    seen.versions.push_back(std::move(version));
  }
  if (seen.versions.empty()) return refuse(Fault::not_found, "no such paper has gone round");
  return seen;
}

}  // namespace makegood::tasks
