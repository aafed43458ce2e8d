#include "tasks/subscriptions.h"

#include <algorithm>

#include "tasks/concern.h"
#include "tasks/history.h"
#include "tasks/letter_words.h"
#include "tasks/publication.h"
#include "tasks/token.h"
#include "tasks/workspace.h"

namespace makegood::tasks {
namespace {

Result<std::shared_ptr<const KeptPlan>> public_plan(const Workspace& w, std::string_view slug) {
  return w.plans.find(slug, View::released);
}

/// The newest entry of the plan that the public can see; 0 = none.
std::int64_t newest_public(const Workspace& w, const std::string& slug) {
  const auto lines = history(w, slug, ItemId{}, View::released, 1);
  return lines && !lines->empty() ? lines->front().sequence : 0;
}

Result<void> not_too_many(const Workspace& w, std::string_view email, std::int64_t now) {
  const auto today = w.subscriptions.asked_since(email, now - 24 * 3600);
  if (!today) return tl::unexpected(today.error());
  const auto hour = w.subscriptions.asked_since(email, now - 3600);
  if (!hour) return tl::unexpected(hour.error());
  if (today->of_one >= kMostAskedOfOne || hour->of_all >= kMostAskedOfAll)
    return refuse(Fault::unavailable, "too many letters were asked for: try again tomorrow");
  return {};
}

// A title that ends as a sentence does would end the sentence that it stands in twice.
std::string without_its_stop(std::string_view title) {
  while (title.ends_with('.') || title.ends_with(' ')) title.remove_suffix(1);
  return std::string(title);
}

Letter confirmation(const Workspace& w, const Subscription& asked, const Plan& plan, const std::string& title, const std::string& token) {
  const auto words = Words::for_language(asked.language);
  Letter letter;
  letter.key = "subscription " + asked.id + " " + std::to_string(asked.asked);
  letter.kind = LetterKind::subscription;
  letter.to = asked.email;
  letter.bodies = {plan.organisation};
  letter.useful_until = asked.asked + kConfirmSeconds;
  letter.subject = words("letter.follow.subject");
  LetterWords body(asked.language);
  const auto what = asked.following.part == FollowedPart::plan ? title : without_its_stop(title) + " (" + plan.title + ")";
  body.paragraph(words("letter.follow.asked", {{"what", without_its_stop(what)}}))
      .link(words("letter.follow.confirm"), w.letterhead.address(asked.language, "/follow/confirm/" + token))
      .paragraph(words("letter.follow.not_you"));
  body.into(letter);
  return letter;
}

std::string line_words(const Words& words, const HistoryLine& line, const Plan& plan) {
  const auto what = words.has(line.message) ? words(line.message) : words("history.other", {{"kind", line.kind}});
  const auto* item = line.item.empty() ? nullptr : find_item(plan, line.item);
  const auto when = Day::parse(line.at.substr(0, 10));
  return (when ? words.date(*when) + ": " : "") + what + (item == nullptr ? "" : ": " + shorten(item->title, 160));
}

/// What one address is told today: the lines of its plans, each once, and how far that reaches.
class Digest {
 public:
  Digest(const Workspace& w, std::vector<Subscription> all) : w_(w), all_(std::move(all)), words_(Words::for_language(all_.front().language)) {}

  [[nodiscard]] Result<void> gather() {
    for (auto& subscription : all_)
      if (auto done = gather(subscription); !done) return done;
    return {};
  }
  [[nodiscard]] bool empty() const { return lines_ == 0; }
  [[nodiscard]] const std::vector<Subscription>& told() const { return all_; }

  [[nodiscard]] Letter letter(const std::string& token, Day today) const {
    Letter letter;
    const auto language = words_.language();
    letter.key = "digest " + all_.front().email + " " + today.iso();
    letter.kind = LetterKind::digest;
    letter.to = all_.front().email;
    letter.subject = words_("letter.digest.subject", {{"n", lines_}});
    letter.unsubscribe = w_.letterhead.address(language, "/follow/stop/" + token);
    LetterWords body(language);
    for (const auto& plan : plans_) {
      body.heading(plan.title);
      letter.bodies.push_back(plan.body);
      for (const auto& [text, address] : plan.lines) body.item(text, address);
      if (plan.more > 0) body.item(words_("letter.digest.more", {{"n", plan.more}}), plan.address);
    }
    body.link(words_("letter.digest.stop"), letter.unsubscribe);
    body.into(letter);
    return letter;
  }

 private:
  struct PlanPart {
    std::string slug, title, body, address;
    std::vector<std::pair<std::string, std::string>> lines;
    std::vector<std::int64_t> seen;
    int more = 0;
  };

  PlanPart& part_for(const Plan& plan) {
    for (auto& part : plans_)
      if (part.slug == plan.slug) return part;
    plans_.push_back({plan.slug, plan.title, plan.organisation, w_.letterhead.address(words_.language(), "/plans/" + plan.slug + "/history"), {}, {}, 0});
    return plans_.back();
  }

  Result<void> gather(Subscription& subscription) {
    const auto kept = public_plan(w_, subscription.following.plan);
    if (!kept) return kept.error().fault == Fault::not_found ? Result<void>{} : tl::unexpected(kept.error());
    const auto& plan = (*kept)->plan;
    const auto held = hold_today(w_, plan.organisation);
    if (!held) return tl::unexpected(held.error());
    if (*held) return {};
    const auto lines = history(w_, plan.slug, ItemId{}, View::released);
    if (!lines) return tl::unexpected(lines.error());
    const auto since = subscription.told;
    bool changed = false;
    for (const auto& line : *lines) {
      if (line.sequence <= since) break;
      subscription.told = std::max(subscription.told, line.sequence);
      changed = changed || line.kind == "plan.revised" || line.kind == "item.corrected";
      if (concerns(subscription.following, plan, line.item, line.changes)) add(part_for(plan), plan, line);
    }
    if (changed && !title_of(subscription.following, plan)) say_gone(part_for(plan), subscription.following);
    return {};
  }

  /// What somebody follows is no more: without a word they would wait for letters that never come.
  void say_gone(PlanPart& part, const Following& following) {
    ++lines_;
    const bool theme = following.part == FollowedPart::theme;
    part.lines.emplace_back(theme ? words_("letter.digest.gone_theme") : words_("letter.digest.gone", {{"what", following.of}}),
                            w_.letterhead.address(words_.language(), "/plans/" + part.slug + "/follow"));
  }

  void add(PlanPart& part, const Plan& plan, const HistoryLine& line) {
    if (std::find(part.seen.begin(), part.seen.end(), line.sequence) != part.seen.end()) return;
    part.seen.push_back(line.sequence);
    ++lines_;
    if (static_cast<int>(part.lines.size()) >= kMostTold) {
      ++part.more;
      return;
    }
    const auto path = "/plans/" + plan.slug + (line.item.empty() ? "" : "/items/" + line.item.text);
    part.lines.emplace_back(line_words(words_, line, plan), w_.letterhead.address(words_.language(), path));
  }

  const Workspace& w_;
  std::vector<Subscription> all_;
  Words words_;
  std::vector<PlanPart> plans_;
  int lines_ = 0;
};

/// True when a letter was put out.
Result<bool> tell_one(const Workspace& w, std::vector<Subscription> all) {
  const auto now = w.clock.now();
  const auto email = all.front().email;
  Digest digest(w, std::move(all));
  if (auto done = digest.gather(); !done) return tl::unexpected(done.error());
  if (digest.empty()) return false;
  const auto token = make_token(w.random);
  const auto errand = letter_errand(w, digest.letter(token, now.today));
  if (!errand) return tl::unexpected(errand.error());
  const SubscriptionLink link{token_hash(token), email, {}};
  if (auto done = w.subscriptions.tell(digest.told(), link, *errand); !done)
    return done.error().fault == Fault::conflict ? Result<bool>(false) : tl::unexpected(done.error());
  return true;
}

}  // namespace

Result<void> ask_to_follow(const Workspace& w, const Following& following, std::string_view given, Language language) {
  const auto email = lower(trim(given));
  if (!is_mail_address(email)) return refuse(Fault::invalid_input, "enter an e-mail address such as name@example.org");
  const auto kept = public_plan(w, following.plan);
  if (!kept) return tl::unexpected(kept.error());
  if (auto waiting = refuse_if_held(w, (*kept)->plan.organisation); !waiting) return waiting;
  const auto title = title_of(following, (*kept)->plan);
  if (!title) return refuse(Fault::invalid_input, "choose what you want to be told about");
  const auto now = w.clock.now().seconds;
  if (auto done = w.subscriptions.forget_unconfirmed(now - kConfirmSeconds); !done) return done;
  if (auto few = not_too_many(w, email, now); !few) return few;
  const Subscription asked{make_id_text(w.random), email, language, following, now, 0, 0};
  const auto token = make_token(w.random);
  const auto errand = letter_errand(w, confirmation(w, asked, (*kept)->plan, *title, token));
  if (!errand) return tl::unexpected(errand.error());
  return w.subscriptions.ask(asked, {token_hash(token), email, asked.id}, *errand);
}

Result<Subscription> look_at_confirmation(const Workspace& w, std::string_view token) {
  const auto link = w.subscriptions.find_link(token_hash(token));
  if (!link) return tl::unexpected(link.error());
  if (link->subscription.empty()) return refuse(Fault::not_found, "this link confirms nothing");
  auto found = w.subscriptions.find(link->subscription);
  if (found && found->confirmed == 0 && found->asked + kConfirmSeconds < w.clock.now().seconds)
    return refuse(Fault::not_found, "this link is older than two days: ask again");
  return found;
}

Result<Subscription> confirm_following(const Workspace& w, std::string_view token) {
  auto found = look_at_confirmation(w, token);
  if (!found || found->confirmed != 0) return found;
  if (auto done = w.subscriptions.confirm(found->id, w.clock.now().seconds, newest_public(w, found->following.plan)); !done)
    return tl::unexpected(done.error());
  return found;
}

Result<std::vector<Subscription>> look_at_stop(const Workspace& w, std::string_view token) {
  const auto link = w.subscriptions.find_link(token_hash(token));
  if (!link) return tl::unexpected(link.error());
  if (!link->subscription.empty()) return refuse(Fault::not_found, "this link ends nothing");
  return w.subscriptions.confirmed(link->email);
}

Result<void> stop_following(const Workspace& w, std::string_view token, std::string_view id) {
  const auto link = w.subscriptions.find_link(token_hash(token));
  // After the last one nothing of the subscriber is kept, not even this link.
  if (!link) return link.error().fault == Fault::not_found ? Result<void>{} : tl::unexpected(link.error());
  if (!link->subscription.empty()) return refuse(Fault::not_found, "this link ends nothing");
  if (auto done = w.subscriptions.remove(link->email, id); !done) return done;
  const auto left = w.subscriptions.confirmed(link->email);
  if (!left) return tl::unexpected(left.error());
  return left->empty() ? w.subscriptions.remove(link->email, {}) : Result<void>{};
}

Result<int> tell_subscribers(const Workspace& w) {
  if (auto done = w.subscriptions.forget_unconfirmed(w.clock.now().seconds - kConfirmSeconds); !done) return tl::unexpected(done.error());
  const auto all = w.subscriptions.confirmed({});
  if (!all) return tl::unexpected(all.error());
  int letters = 0;
  for (auto from = all->begin(); from != all->end();) {
    const auto to = std::find_if(from, all->end(), [&](const Subscription& s) { return s.email != from->email; });
    const auto told = tell_one(w, {from, to});
    if (!told) return tl::unexpected(told.error());
    letters += *told;
    from = to;
  }
  return letters;
}

}  // namespace makegood::tasks
