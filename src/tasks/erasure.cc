#include "tasks/erasure.h"

#include <algorithm>

#include "people/directory.h"
#include "people/json.h"

namespace makegood::tasks {
namespace {

bool has_words(const Entry& entry) { return entry.kind == "person.kept" && !entry.erased; }

struct FoundPerson {
  Person person;
  std::vector<Entry> entries;  ///< whose words are still there
  std::vector<std::string> posts;
};

Result<FoundPerson> find(const Workspace& w, const Actor& actor, const PersonId& id) {
  if (auto allowed = require(actor, Action::erase); !allowed) return tl::unexpected(allowed.error());
  const auto directory = w.people.directory();
  if (!directory) return tl::unexpected(directory.error());
  const auto* person = find_person(**directory, id);
  if (person == nullptr) return refuse(Fault::not_found, "the directory has no such person");
  auto entries = w.ledger.about(id.text);
  if (!entries) return tl::unexpected(entries.error());
  std::erase_if(*entries, [](const Entry& entry) { return !has_words(entry); });
  if (entries->empty()) return refuse(Fault::conflict, "they were erased before");
  FoundPerson found{*person, std::move(*entries), {}};
  for (const auto& holding : (*directory)->holdings)
    if (auto post = post_in_words(**directory, holding.post, w.clock.now().today); holding.person == id && std::find(found.posts.begin(), found.posts.end(), post) == found.posts.end())
      found.posts.push_back(std::move(post));
  return found;
}

// What no entry tells goes first: if the machine dies in between, the entries still say that there is something to do.
Result<void> forget_sign_in(const Workspace& w, const Person& person) {
  if (auto ended = w.sign_ins.end_sessions_of(person.id.text); !ended) return tl::unexpected(ended.error());
  if (auto done = w.accounts.forget(person.id.text); !done) return done;
  return person.email.empty() ? Result<void>{} : w.outbox.forget_letters_to(person.email);
}

}  // namespace

Result<ErasurePreview> preview_erasure(const Workspace& w, const Actor& actor, const PersonId& id) {
  auto found = find(w, actor, id);
  if (!found) return tl::unexpected(found.error());
  const auto account = w.accounts.find(id.text);
  if (!account) return tl::unexpected(account.error());
  const auto sessions = w.sign_ins.list_sessions(id.text);
  if (!sessions) return tl::unexpected(sessions.error());
  const auto letters = found->person.email.empty() ? Result<int>(0) : w.outbox.letters_to(found->person.email);
  if (!letters) return tl::unexpected(letters.error());
  return ErasurePreview{std::move(found->person), static_cast<int>(found->entries.size()), account->has_password() || account->has_codes(),
                        static_cast<int>(sessions->size()), *letters, std::move(found->posts)};
}

Result<void> erase_person(const Workspace& w, const Actor& actor, const PersonId& id, std::string_view reason) {
  const auto found = find(w, actor, id);
  if (!found) return tl::unexpected(found.error());
  if (actor.person == id.text) return refuse(Fault::not_allowed, "you cannot erase yourself: ask somebody else who may");
  if (trim(reason).empty()) return refuse(Fault::invalid_input, "say why it is erased");
  if (auto done = forget_sign_in(w, found->person); !done) return done;
  const Person nobody{.id = id, .left = found->person.left};
  for (const auto& known : found->entries) {
    const Erasure erasure{known.sequence, actor.name, squeeze(valid_utf8(reason)), w.clock.now().utc(), write_person(nobody), {}};
    if (auto done = w.ledger.erase(erasure); !done) return tl::unexpected(done.error());
  }
  return {};
}

}  // namespace makegood::tasks
