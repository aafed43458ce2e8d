#include "pages/people_model.h"

#include <algorithm>

#include "people/presence.h"

namespace makegood::pages {
namespace {

Url noun_url(std::string_view kind, const std::string& id) { return Url::path({"desk", "people", kind, id.empty() ? "new" : std::string_view(id)}); }

bool occurs(std::string_view folded, const std::vector<std::string>& texts) {
  return folded.empty() || std::any_of(texts.begin(), texts.end(), [&](const std::string& text) { return fold(text).find(folded) != std::string::npos; });
}

PersonLine person_line(const Directory& directory, const Person& person, Day today) {
  PersonLine line{person.id, person.name, person.email, {}, {}, person.left};
  for (const auto* post : posts_held(directory, person.id, today)) line.posts.push_back(post->title);
  for (const auto& grant : grants_of(directory, person.id, today)) line.roles.emplace_back(word(grant.role));
  return line;
}

template <class Line>
void cut(std::vector<Line>& lines) {
  if (lines.size() > kPeopleShown) lines.resize(kPeopleShown);
}

void add_posts(PeoplePage& page, const Directory& directory, std::string_view folded, Day today) {
  for (const auto& post : directory.posts) {
    if (post.term.until && *post.term.until < today) continue;
    auto line = post_line(directory, post, today);
    ++page.posts_in_all;
    if (line.why_not == WhyNot::vacant) ++page.vacant;
    else if (line.why_not != WhyNot::none) ++page.unreached;
    auto texts = line.holders;
    texts.insert(texts.end(), {line.title, line.organisation, line.delegate});
    if (occurs(folded, texts)) page.posts.push_back(std::move(line));
  }
  std::stable_partition(page.posts.begin(), page.posts.end(), [](const PostLine& line) { return line.why_not != WhyNot::none; });
  page.posts_found = static_cast<int>(page.posts.size());
  cut(page.posts);
}

}  // namespace

Url organisation_form_url(const OrganisationId& id) { return noun_url("organisations", id.text); }
Url post_form_url(const PostId& id) { return noun_url("posts", id.text); }
Url person_form_url(const PersonId& id) { return noun_url("persons", id.text); }
Url match_url(std::string_view slug) { return Url::path({"desk", "people", "match", slug}); }
Url owner_url(const PostId& id) { return Url::path({"desk", "owners", id.text}); }

std::vector<Contact> contacts_of(const Directory& directory, std::string_view slug, const std::vector<std::string>& names, Day today) {
  std::vector<Contact> contacts;
  for (const auto& written : names) {
    Contact contact{.written = written};
    if (const auto posts = posts_of(directory, slug, written, today); !posts.empty()) {
      const auto post = post_on(directory, posts.front(), today);
      const auto holders = holders_of(directory, post, today);
      contact.post = post_in_words(directory, post, today);
      contact.ended = ended_on(directory, post, today);
      contact.before = former_names(directory, posts.front(), today);
      contact.vacant = holders.empty() && !contact.ended;
      contact.vacant_since = vacant_since(directory, post, today);
      for (const auto& id : holders)
        if (const auto* person = find_person(directory, id); person->may_be_named) contact.named = person->name;
    }
    const bool is_known = std::any_of(contacts.begin(), contacts.end(), [&](const Contact& c) { return !c.post.empty() && c.post == contact.post; });
    if (!is_known) contacts.push_back(std::move(contact));
  }
  return contacts;
}

std::vector<Contact> noted_of(const Directory& directory, std::string_view slug, const std::vector<std::string>& names, Day today) {
  auto contacts = contacts_of(directory, slug, names, today);
  std::erase_if(contacts, [](const Contact& contact) { return !contact.is_noted(); });
  return contacts;
}

void tell_owners(PlanPage& page, const Directory& directory, Day today) {
  for (auto& row : page.rows) row.noted = noted_of(directory, row.home.empty() ? page.slug : row.home, row.owners, today);
}

bool owners_have_ended(const Directory& directory, std::string_view slug, const std::vector<std::string>& names, Day today) {
  return !names.empty() && std::all_of(names.begin(), names.end(), [&](const std::string& written) {
    const auto posts = posts_of(directory, slug, written, today);
    return !posts.empty() && std::all_of(posts.begin(), posts.end(), [&](const PostId& post) { return ended_on(directory, post, today).has_value(); });
  });
}

std::string called(const Person& person) { return person.name.empty() ? person.email : person.name; }

PostLine post_line(const Directory& directory, const Post& post, Day today) {
  PostLine line{.id = post.id, .title = post.title};
  const auto* organisation = find_organisation(directory, organisation_of(directory, post.id, today));
  if (organisation != nullptr) line.organisation = organisation->name;
  for (const auto& id : holders_of(directory, post.id, today)) line.holders.push_back(called(*find_person(directory, id)));
  const auto who = answerer(directory, post.id, today);
  if (who.by_delegation && who.person) line.delegate = called(*find_person(directory, *who.person));
  line.why_not = who.why_not;
  line.vacant_since = vacant_since(directory, post.id, today);
  return line;
}

PeoplePage make_people_page(const Directory& directory, std::string_view text, Day today) {
  PeoplePage page;
  page.text = text;
  const auto folded = fold(text);
  add_posts(page, directory, folded, today);
  for (const auto& person : directory.people) {
    auto line = person_line(directory, person, today);
    auto texts = line.posts;
    texts.insert(texts.end(), {line.name, line.email});
    if ((!folded.empty() || !has_left(person, today)) && occurs(folded, texts)) page.people.push_back(std::move(line));
  }
  page.people_found = static_cast<int>(page.people.size());
  cut(page.people);
  for (const auto& organisation : directory.organisations) {
    const auto* successor = find_organisation(directory, organisation.successor);
    if (occurs(folded, {organisation.name}))
      page.organisations.push_back({organisation.id, organisation.name, successor == nullptr ? "" : successor->name, organisation.term});
  }
  return page;
}

}  // namespace makegood::pages
