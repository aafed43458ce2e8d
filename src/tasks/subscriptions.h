#pragma once
// Letters to whoever asked for them: a resident gives an address, is sent one letter with a link,
// presses its button, and from then on is told at most once a day what has changed that the public
// may see. One press ends it, and nothing of the subscriber is kept. Addresses are in plain
// tables, never in the ledger; of links only hashes are kept.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/ledger_store.h"
#include "tasks/following.h"
#include "tasks/letter.h"

namespace makegood::tasks {

struct Workspace;

/// A confirmation can be pressed for this long; then what was asked for is forgotten.
inline constexpr std::int64_t kConfirmSeconds = 48 * 3600;
/// More letters that ask for a confirmation are not sent: to one address in a day, to all in an hour.
inline constexpr int kMostAskedOfOne = 5, kMostAskedOfAll = 100;
/// A digest names this many changes, and says how many more there are.
inline constexpr int kMostTold = 40;

struct Subscription {
  std::string id, email;
  Language language = Language::en;
  Following following;
  std::int64_t asked = 0;      ///< seconds since 1970
  std::int64_t confirmed = 0;  ///< 0 = not yet
  std::int64_t told = 0;       ///< the last ledger entry that was told of, or that stood when it was confirmed
};

/// A hash under which a letter's link is known: it confirms one subscription, or ends all of an address.
struct SubscriptionLink {
  std::string hash, email;
  std::string subscription;  ///< to be confirmed; empty = the link ends
};

class SubscriptionRepository {
 public:
  SubscriptionRepository() = default;
  SubscriptionRepository(const SubscriptionRepository&) = delete;
  SubscriptionRepository& operator=(const SubscriptionRepository&) = delete;
  virtual ~SubscriptionRepository() = default;

  /// Keeps what was asked for, with its link and its letter, all or none. The same address and part
  /// again: the id that is there already, with the new link.
  [[nodiscard]] virtual Result<void> ask(const Subscription& asked, const SubscriptionLink& link, const Errand& letter) = 0;
  /// How many were asked for since then: of one address, of all.
  struct Asked {
    int of_one = 0, of_all = 0;
  };
  [[nodiscard]] virtual Result<Asked> asked_since(std::string_view email, std::int64_t since) = 0;
  /// Refuses: no such link, or what it was for has gone -> not_found.
  [[nodiscard]] virtual Result<SubscriptionLink> find_link(std::string_view hash) = 0;
  /// Refuses: no such subscription -> not_found.
  [[nodiscard]] virtual Result<Subscription> find(std::string_view id) = 0;
  /// Confirmed ones of an address; all that are confirmed where it is empty, ordered by address.
  [[nodiscard]] virtual Result<std::vector<Subscription>> confirmed(std::string_view email) = 0;
  [[nodiscard]] virtual Result<void> confirm(std::string_view id, std::int64_t at, std::int64_t told) = 0;
  /// Removes one subscription, or all of the address (and its links) where `id` is empty.
  [[nodiscard]] virtual Result<void> remove(std::string_view email, std::string_view id) = 0;
  /// Writes down how far each was told, with the letter that tells it and the link in that,
  /// all or none. Refuses: a letter with its key is there -> conflict.
  [[nodiscard]] virtual Result<void> tell(const std::vector<Subscription>& told, const SubscriptionLink& link, const Errand& letter) = 0;
  /// Removes what was asked for before then and never confirmed.
  [[nodiscard]] virtual Result<void> forget_unconfirmed(std::int64_t before) = 0;
};

/// Sends the letter that asks for a confirmation. Says nothing of whether the address is known.
/// Refuses: no e-mail address, a part that the public plan does not have -> invalid_input; the plan
/// is not public -> not_found; too many letters asked for -> unavailable; publication is held -> conflict.
[[nodiscard]] Result<void> ask_to_follow(const Workspace& workspace, const Following& following, std::string_view email, Language language);

/// What a link of a letter would confirm. Refuses: unknown, ended or used -> not_found.
[[nodiscard]] Result<Subscription> look_at_confirmation(const Workspace& workspace, std::string_view token);
[[nodiscard]] Result<Subscription> confirm_following(const Workspace& workspace, std::string_view token);

/// What a link would end: all that is confirmed for its address. Refuses: unknown -> not_found.
[[nodiscard]] Result<std::vector<Subscription>> look_at_stop(const Workspace& workspace, std::string_view token);
/// Ends one of them, or all where `id` is empty, and forgets the address with the last. Ending twice is no fault.
[[nodiscard]] Result<void> stop_following(const Workspace& workspace, std::string_view token, std::string_view id = {});

/// One letter to each address that has something new to be told, at most one a day however often it is
/// called; a subscriber whose plan is no longer public hears nothing, and while publication is held letters wait. Returns how many letters were put out.
[[nodiscard]] Result<int> tell_subscribers(const Workspace& workspace);

}  // namespace makegood::tasks
