#include "registers/paper_rounds.h"

#include <algorithm>
#include <tuple>

namespace makegood::registers {
namespace {

constexpr std::size_t kDigest = 64;

std::optional<Day> day_in(const Record& record, const std::string& field) {
  const auto day = Day::parse(answer(record.answers, field));
  return day ? std::optional(*day) : std::nullopt;
}

std::string text_in(const Record& record, const std::string& field) { return std::string(answer(record.answers, field)); }

PaperAnswer answer_in(const CirculationWords& words, const Record& record, Day due) {
  PaperAnswer said{record.id, text_in(record, words.member), text_in(record, words.post), record.organisation, text_in(record, words.answer), text_in(record, words.comment),
                   day_in(record, words.answered), false};
  said.late = said.answered && due < *said.answered;
  return said;
}

/// M9 before M10, members before posts.
bool stands_before(const PaperAnswer& a, const PaperAnswer& b) {
  return std::tuple(!a.post.empty(), a.member.size(), std::string_view(a.member), std::string_view(a.post)) < std::tuple(!b.post.empty(), b.member.size(), std::string_view(b.member), std::string_view(b.post));
}

}  // namespace

std::vector<PaperRound> rounds_of(const CirculationWords& words, const std::vector<Record>& records) {
  std::vector<PaperRound> rounds;
  for (const auto& record : records) {
    const auto sent = day_in(record, words.sent), due = day_in(record, words.due);
    if (!sent || !due) continue;
    const auto version = text_in(record, words.version);
    auto round = std::find_if(rounds.begin(), rounds.end(), [&](const PaperRound& one) { return one.version == version; });
    if (round == rounds.end()) round = rounds.insert(rounds.end(), PaperRound{version, text_in(record, words.file), *sent, *due, true, {}});
    round->replaced = round->replaced && record.state == words.replaced_state;
    round->answers.push_back(answer_in(words, record, *due));
  }
  for (auto& round : rounds) std::stable_sort(round.answers.begin(), round.answers.end(), stands_before);
  // What still asks stands first; then by the day, and of one day the one that was made last.
  std::reverse(rounds.begin(), rounds.end());
  std::stable_sort(rounds.begin(), rounds.end(), [](const PaperRound& a, const PaperRound& b) { return a.replaced != b.replaced ? b.replaced : b.sent < a.sent; });
  return rounds;
}

RoundCount count_round(const Definition& definition, const CirculationWords& words, const PaperRound& round) {
  RoundCount count;
  for (const auto& choice : choices_of(definition, *definition.field(words.answer))) count.by_answer.emplace_back(choice.code, 0);
  for (const auto& said : round.answers) {
    ++count.asked;
    if (said.silent()) ++count.silent;
    if (std::find(words.agree.begin(), words.agree.end(), said.answer) != words.agree.end()) ++count.agree;
    for (auto& [code, n] : count.by_answer)
      if (code == said.answer) ++n;
  }
  return count;
}

std::string write_sent_file(const SentFile& file) { return file.digest + " " + file.name; }

std::optional<SentFile> read_sent_file(std::string_view written) {
  if (written.size() < kDigest + 2 || written[kDigest] != ' ') return std::nullopt;
  const auto digest = written.substr(0, kDigest);
  if (digest.find_first_not_of("0123456789abcdef") != std::string_view::npos) return std::nullopt;
  return SentFile{std::string(digest), std::string(written.substr(kDigest + 1))};
}

}  // namespace makegood::registers
