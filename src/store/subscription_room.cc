#include "store/subscription_room.h"

#include "store/errands.h"
#include "store/outbox_room.h"
#include "store/steps.h"

namespace makegood::store {

const char* const kSubscriptionStep = R"sql(
CREATE TABLE subscriptions (
  id        TEXT PRIMARY KEY,
  email     TEXT NOT NULL,
  language  TEXT NOT NULL,
  plan      TEXT NOT NULL,
  about     TEXT NOT NULL,
  asked     BIGINT NOT NULL,
  confirmed BIGINT NOT NULL,
  told      BIGINT NOT NULL,
  UNIQUE (email, plan, about)
);
CREATE TABLE subscription_links (
  hash         TEXT PRIMARY KEY,
  email        TEXT NOT NULL,
  subscription TEXT NOT NULL
);
CREATE INDEX subscription_links_by_email ON subscription_links (email);
CREATE TABLE subscription_requests (
  email TEXT NOT NULL,
  asked BIGINT NOT NULL
);
)sql";

namespace {

using tasks::Subscription;
using tasks::SubscriptionLink;

#define MAKEGOOD_SUBSCRIPTION "id, email, language, plan, about, asked, confirmed, told"

Result<Subscription> subscription_from(const Query& row) {
  auto following = tasks::following_from(row.text(3), row.text(4));
  if (!following) return tl::unexpected(following.error());
  return Subscription{row.text(0), row.text(1), row.text(2) == "cy" ? Language::cy : Language::en, std::move(*following),
                      row.number(5), row.number(6), row.number(7)};
}

void add_link(Db& db, const SubscriptionLink& link) {
  run(db, "INSERT INTO subscription_links (hash, email, subscription) VALUES ($1, $2, $3)", link.hash, link.email, link.subscription);
}

std::string id_of(Db& db, const Subscription& asked) {
  run(db,
      "INSERT INTO subscriptions (" MAKEGOOD_SUBSCRIPTION ") VALUES ($1, $2, $3, $4, $5, $6, 0, 0) "
      "ON CONFLICT (email, plan, about) DO UPDATE SET language = excluded.language, asked = excluded.asked",
      asked.id, asked.email, language_tag(asked.language), asked.following.plan, tasks::about_words(asked.following), asked.asked);
  Query q(db, "SELECT id FROM subscriptions WHERE email = $1 AND plan = $2 AND about = $3", asked.email, asked.following.plan,
          tasks::about_words(asked.following));
  return q.next() ? q.text(0) : asked.id;
}

}  // namespace

Result<void> SubscriptionRoom::ask(const Subscription& asked, const SubscriptionLink& link, const Errand& letter) {
  return guarded([&]() -> Result<void> {
    auto lease = connections_.write();
    Tx tx(*lease, Tx::Kind::write);
    add_link(*lease, {link.hash, link.email, id_of(*lease, asked)});
    run(*lease, "INSERT INTO subscription_requests (email, asked) VALUES ($1, $2)", asked.email, asked.asked);
    if (auto done = take_errand(*lease, letter); !done) return done;
    tx.commit();
    return {};
  });
}

Result<SubscriptionRoom::Asked> SubscriptionRoom::asked_since(std::string_view email, std::int64_t since) {
  return guarded([&]() -> Result<Asked> {
    auto lease = connections_.read();
    Query q(*lease, "SELECT count(*), coalesce(sum(email = $1), 0) FROM subscription_requests WHERE asked > $2", email, since);
    return q.next() ? Asked{static_cast<int>(q.number(1)), static_cast<int>(q.number(0))} : Asked{};
  });
}

Result<SubscriptionLink> SubscriptionRoom::find_link(std::string_view hash) {
  return guarded([&]() -> Result<SubscriptionLink> {
    auto lease = connections_.read();
    Query q(*lease, "SELECT hash, email, subscription FROM subscription_links WHERE hash = $1", hash);
    if (!q.next()) return refuse(Fault::not_found, "this link is not known, or what it was for has ended");
    return SubscriptionLink{q.text(0), q.text(1), q.text(2)};
  });
}

Result<Subscription> SubscriptionRoom::find(std::string_view id) {
  return guarded([&]() -> Result<Subscription> {
    auto lease = connections_.read();
    Query q(*lease, "SELECT " MAKEGOOD_SUBSCRIPTION " FROM subscriptions WHERE id = $1", id);
    if (!q.next()) return refuse(Fault::not_found, "this link is not known, or what it was for has ended");
    return subscription_from(q);
  });
}

Result<std::vector<Subscription>> SubscriptionRoom::confirmed(std::string_view email) {
  return guarded([&]() -> Result<std::vector<Subscription>> {
    auto lease = connections_.read();
    std::vector<Subscription> all;
    for (Query q(*lease,
                 "SELECT " MAKEGOOD_SUBSCRIPTION
                 " FROM subscriptions WHERE confirmed > 0 AND ($1 = '' OR email = $1) ORDER BY email, confirmed, id",
                 email);
         q.next();) {
      auto one = subscription_from(q);
      if (!one) return tl::unexpected(one.error());
      all.push_back(std::move(*one));
    }
    return all;
  });
}

Result<void> SubscriptionRoom::confirm(std::string_view id, std::int64_t at, std::int64_t told) {
  return guarded([&]() -> Result<void> {
    auto lease = connections_.write();
    run(*lease, "UPDATE subscriptions SET confirmed = $2, told = $3 WHERE id = $1 AND confirmed = 0", id, at, told);
    return {};
  });
}

Result<void> SubscriptionRoom::remove(std::string_view email, std::string_view id) {
  return guarded([&]() -> Result<void> {
    auto lease = connections_.write();
    Tx tx(*lease, Tx::Kind::write);
    run(*lease, "DELETE FROM subscriptions WHERE email = $1 AND ($2 = '' OR id = $2)", email, id);
    if (id.empty()) run(*lease, "DELETE FROM subscription_links WHERE email = $1", email);
    if (id.empty()) run(*lease, "DELETE FROM subscription_requests WHERE email = $1", email);
    if (id.empty()) run(*lease, "DELETE FROM outbox WHERE recipient = $1 AND kind IN ('subscription', 'digest')", email);
    tx.commit();
    return {};
  });
}

Result<void> SubscriptionRoom::tell(const std::vector<Subscription>& told, const SubscriptionLink& link, const Errand& letter) {
  return guarded([&]() -> Result<void> {
    auto lease = connections_.write();
    Tx tx(*lease, Tx::Kind::write);
    const auto read = tasks::read_letter_errand(letter.payload);
    if (!read) return tl::unexpected(read.error());
    if (!add_letter(*lease, *read)) return refuse(Fault::conflict, "a letter was sent to this address today");
    for (const auto& one : told)
      run(*lease, "UPDATE subscriptions SET told = $2 WHERE id = $1 AND told < $2", one.id, one.told);
    add_link(*lease, link);
    tx.commit();
    return {};
  });
}

Result<void> SubscriptionRoom::forget_unconfirmed(std::int64_t before) {
  return guarded([&]() -> Result<void> {
    auto lease = connections_.write();
    Tx tx(*lease, Tx::Kind::write);
    run(*lease, "DELETE FROM subscriptions WHERE confirmed = 0 AND asked < $1", before);
    run(*lease, "DELETE FROM subscription_links WHERE subscription <> '' AND subscription NOT IN (SELECT id FROM subscriptions)");
    run(*lease, "DELETE FROM subscription_requests WHERE asked < $1", before);
    tx.commit();
    return {};
  });
}

}  // namespace makegood::store
