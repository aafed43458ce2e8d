#include "people/directory_file.h"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "people/directory.h"
#include "people/directory_lines.h"
#include "people/presence.h"

namespace makegood {
namespace {

using enum DirectoryField;

// Who and what is there today, found by the names that a sheet uses. Places are indices into the
// directory that the reading writes into.
class Names {
 public:
  Names(const Directory& directory, Day today) {
    for (std::size_t i = 0; i < directory.organisations.size(); ++i)
      if (directory.organisations[i].term.holds(today)) add(directory.organisations[i], i);
    for (std::size_t i = 0; i < directory.posts.size(); ++i)
      if (directory.posts[i].term.holds(today)) add(directory.posts[i], i);
    for (std::size_t i = 0; i < directory.people.size(); ++i)
      if (!has_left(directory.people[i], today)) add(directory.people[i], i);
  }

  void add(const Organisation& organisation, std::size_t place) {
    organisations_.emplace(fold(organisation.name), place);
    for (const auto& name : organisation.also_called) organisations_.emplace(fold(name), place);
  }
  void add(const Post& post, std::size_t place) {
    posts_[fold(post.title)].push_back(place);
    for (const auto& name : post.also_called) posts_[fold(name)].push_back(place);
  }
  /// Again, after they got a name or an address.
  void add(const Person& person, std::size_t place) {
    if (!person.email.empty()) emails_.emplace(lower(person.email), place);
    if (person.name.empty()) return;
    auto& named = people_[fold(person.name)];
    if (std::find(named.begin(), named.end(), place) == named.end()) named.push_back(place);
  }

  [[nodiscard]] std::optional<std::size_t> organisation(std::string_view name) const { return found(organisations_, fold(name)); }
  [[nodiscard]] std::optional<std::size_t> email(std::string_view address) const { return found(emails_, lower(address)); }
  [[nodiscard]] std::vector<std::size_t> posts(std::string_view title) const { return all(posts_, fold(title)); }
  [[nodiscard]] std::vector<std::size_t> people(std::string_view name) const { return all(people_, fold(name)); }

 private:
  static std::optional<std::size_t> found(const std::map<std::string, std::size_t>& names, const std::string& name) {
    const auto at = names.find(name);
    return at == names.end() ? std::nullopt : std::optional(at->second);
  }
  static std::vector<std::size_t> all(const std::map<std::string, std::vector<std::size_t>>& names, const std::string& name) {
    const auto at = names.find(name);
    return at == names.end() ? std::vector<std::size_t>{} : at->second;
  }

  std::map<std::string, std::size_t> organisations_, emails_;
  std::map<std::string, std::vector<std::size_t>> posts_, people_;
};

// What the sheet says of one post.
struct SaidOfPost {
  std::size_t first_row = 0;
  bool vacant = false;
  std::vector<PersonId> holders;
};

class SheetReader {
 public:
  SheetReader(const Directory& directory, DirectoryLines lines, Day today, const RandomBits& random)
      : before_(directory), after_(directory), names_(directory, today), lines_(std::move(lines)), today_(today), random_(random) {
    for (const auto& holding : directory.holdings) note_body(holding.person, holding.post);
  }

  DirectoryReading read() {
    for (const auto& line : lines_.lines) read_line(line);
    if (!lines_.faults.empty()) return {{}, std::move(lines_.faults)};
    for (const auto& id : order_) settle_holders(id, said_.at(id));
    return {what_changed(), {}};
  }

 private:
  void fault(const DirectoryLine& line, DirectoryField field, std::string message) {
    lines_.faults.push_back({Fault::invalid_input, std::move(message), place_in_sheet(lines_, line.number, field)});
  }

  void read_line(const DirectoryLine& line) {
    const auto body = organisation_of_line(line);
    const auto post_id = post_of_line(line, body);
    if (!post_id) return;
    const auto [said, is_first] = said_.try_emplace(*post_id, SaidOfPost{line.number, line.says_vacant(), {}});
    if (is_first) order_.push_back(*post_id);
    if (said->second.vacant != line.says_vacant())
      return fault(line, person, fmt::format("row {} says that this post is {}", said->second.first_row, said->second.vacant ? "vacant" : "held"));
    if (line.says_vacant()) return;
    if (const auto holder = person_of_line(line, *post_id, body)) {
      note_body(*holder, *post_id);
      auto& holders = said->second.holders;
      if (std::find(holders.begin(), holders.end(), *holder) == holders.end()) holders.push_back(*holder);
    }
  }

  OrganisationId organisation_of_line(const DirectoryLine& line) {
    if (line[organisation].empty()) return {};
    if (const auto place = names_.organisation(line[organisation])) return after_.organisations[*place].id;
    after_.organisations.push_back({make_id<OrganisationTag>(random_), line[organisation]});
    names_.add(after_.organisations.back(), after_.organisations.size() - 1);
    return after_.organisations.back().id;
  }

  std::optional<PostId> post_of_line(const DirectoryLine& line, const OrganisationId& body) {
    const auto titled = names_.posts(line[post]);
    if (body.empty()) {
      if (titled.size() > 1)
        return fault(line, organisation, fmt::format("there are {} posts called \"{}\"; say in which organisation", titled.size(), line[post])), std::nullopt;
      if (titled.size() == 1) return after_.posts[titled[0]].id;
    } else {
      for (const auto place : titled)
        if (after_.posts[place].organisation == body) return after_.posts[place].id;
      for (const auto place : titled)
        if (after_.posts[place].organisation.empty()) return after_.posts[place].organisation = body, after_.posts[place].id;
    }
    after_.posts.push_back({make_id<PostTag>(random_), line[post], body});
    names_.add(after_.posts.back(), after_.posts.size() - 1);
    return after_.posts.back().id;
  }

  std::optional<PersonId> person_of_line(const DirectoryLine& line, const PostId& held, const OrganisationId& body) {
    const auto by_email = line[email].empty() ? std::nullopt : names_.email(line[email]);
    if (by_email && !is_same_name(after_.people[*by_email].name, line[person]))
      return fault(line, email, fmt::format("{} is the address of somebody with another name; change the name, or say that they left, and import again", line[email])), std::nullopt;
    auto place = by_email ? by_email : by_name(line, held, body);
    if (!place) {
      after_.people.push_back({make_id<PersonTag>(random_)});
      place = after_.people.size() - 1;
    }
    auto& someone = after_.people[*place];
    if (someone.name.empty()) someone.name = line[person];
    if (!line[email].empty()) someone.email = by_email ? someone.email : line[email];
    if (!line[language].empty()) someone.language = line[language];
    names_.add(someone, *place);
    if (!line[email].empty()) addressed_.insert(someone.id);
    return someone.id;
  }

  static bool is_same_name(std::string_view known, std::string_view written) {
    return known.empty() || written.empty() || fold(known) == fold(written);
  }

  // Who has this name and holds the post; else the one who has it in the organisation and no other address.
  std::optional<std::size_t> by_name(const DirectoryLine& line, const PostId& held, const OrganisationId& body) const {
    if (line[person].empty()) return std::nullopt;
    std::optional<std::size_t> in_body;
    for (const auto place : names_.people(line[person])) {
      const auto& someone = after_.people[place];
      const bool is_another = !line[email].empty() && addressed_.contains(someone.id);
      if (is_another) continue;
      if (holds(someone.id, held)) return place;
      if (in_bodies(someone.id, body) && (line[email].empty() || someone.email.empty())) in_body = place;
    }
    return in_body;
  }

  [[nodiscard]] bool holds(const PersonId& someone, const PostId& id) const {
    return std::any_of(before_.holdings.begin(), before_.holdings.end(),
                       [&](const Holding& h) { return h.post == id && h.person == someone && h.term.holds(today_); });
  }
  [[nodiscard]] bool in_bodies(const PersonId& someone, const OrganisationId& body) const {
    const auto known = bodies_.find(someone);
    return known != bodies_.end() && known->second.contains(body);
  }
  void note_body(const PersonId& someone, const PostId& id) {
    if (const auto* held = find_post(after_, id)) bodies_[someone].insert(held->organisation);
  }

  void settle_holders(const PostId& id, const SaidOfPost& said) {
    std::set<PersonId> still;
    for (auto& holding : after_.holdings) {
      if (holding.post != id || !holding.term.holds(today_)) continue;
      if (std::find(said.holders.begin(), said.holders.end(), holding.person) != said.holders.end()) still.insert(holding.person);
      else holding.term.until = today_.plus_days(-1);
    }
    const bool is_new = find_post(before_, id) == nullptr;
    for (const auto& holder : said.holders)
      if (!still.contains(holder)) begin_holding({id, holder, {is_new ? std::nullopt : std::optional(today_), std::nullopt}});
  }

  // What was taken back on the day that it began may begin again on that day.
  void begin_holding(Holding holding) {
    const auto taken_back = std::find_if(after_.holdings.begin(), after_.holdings.end(), [&](const Holding& h) {
      return h.post == holding.post && h.person == holding.person && h.term.from == holding.term.from;
    });
    if (taken_back == after_.holdings.end()) after_.holdings.push_back(std::move(holding));
    else *taken_back = std::move(holding);
  }

  // Nouns are changed where they stand or added at the end.
  template <class Noun>
  static std::vector<Noun> changed(const std::vector<Noun>& before, const std::vector<Noun>& after) {
    std::vector<Noun> nouns;
    for (std::size_t i = 0; i < after.size(); ++i)
      if (i >= before.size() || before[i] != after[i]) nouns.push_back(after[i]);
    return nouns;
  }
  DirectoryChange what_changed() {
    return {changed(before_.organisations, after_.organisations), changed(before_.posts, after_.posts), changed(before_.people, after_.people),
            changed(before_.holdings, after_.holdings), std::move(lines_.findings)};
  }

  const Directory& before_;
  Directory after_;
  Names names_;
  DirectoryLines lines_;
  Day today_;
  const RandomBits& random_;
  std::map<PostId, SaidOfPost> said_;
  std::vector<PostId> order_;                           // of said_, as the sheet has them
  std::map<PersonId, std::set<OrganisationId>> bodies_; // where somebody is known to be
  std::set<PersonId> addressed_;                        // whose address a row of this sheet said
};

}  // namespace

DirectoryReading read_directory_sheet(const DirectorySheet& sheet, const Directory& directory, Day today, const RandomBits& random) {
  auto lines = read_directory_lines(sheet);
  return SheetReader(directory, std::move(lines), today, random).read();
}

}  // namespace makegood
