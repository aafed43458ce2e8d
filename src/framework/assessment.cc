#include <algorithm>
#include <array>

#include "framework/framework.h"
#include "framework/json.h"

namespace makegood::framework {
namespace {

Result<void> keep_framework(Assessment& a, std::string_view payload, std::int64_t) {
  auto framework = read_framework(payload);
  if (!framework) return tl::unexpected(framework.error());
  a.framework = std::move(*framework);
  return {};
}

Result<void> keep_round(Assessment& a, std::string_view payload, std::int64_t) {
  auto round = read_round(payload);
  if (!round) return tl::unexpected(round.error());
  const auto known = std::find_if(a.rounds.begin(), a.rounds.end(), [&](const Round& one) { return one.name == round->name; });
  if (known == a.rounds.end())
    a.rounds.push_back(std::move(*round));
  else
    *known = std::move(*round);
  return {};
}

Result<void> keep_rating(Assessment& a, std::string_view payload, std::int64_t at) {
  auto rating = read_rating(payload);
  if (!rating) return tl::unexpected(rating.error());
  rating->sequence = at;
  a.ratings.push_back(std::move(*rating));
  return {};
}

Result<void> keep_agreement(Assessment& a, std::string_view payload, std::int64_t at) {
  auto agreement = read_agreement(payload);
  if (!agreement) return tl::unexpected(agreement.error());
  agreement->sequence = at;
  a.agreements.push_back(std::move(*agreement));
  return {};
}

// A criterion has one reason for doing nothing at most, and an item serves it once.
Result<void> keep_service(Assessment& a, std::string_view payload, std::int64_t) {
  auto service = read_service(payload);
  if (!service) return tl::unexpected(service.error());
  std::erase_if(a.services, [&](const Service& one) { return one.criterion == service->criterion && one.plan == service->plan && one.item == service->item; });
  if (!service->ends) a.services.push_back(std::move(*service));
  return {};
}

struct Row {
  std::string_view kind;
  Result<void> (*keep)(Assessment&, std::string_view, std::int64_t);
};
constexpr auto kRows = std::to_array<Row>({
    {"framework.kept", keep_framework},
    {"assessment.opened", keep_round},
    {"assessment.closed", keep_round},
    {"criterion.rated", keep_rating},
    {"criterion.agreed", keep_agreement},
    {"criterion.served", keep_service},
});

int aim_of(const Framework& framework, const Round& round) {
  if (const auto rank = framework.rank(round.aim)) return *rank;
  int highest = 0;
  for (const auto& level : framework.levels) highest = std::max(highest, framework.rank(level.code).value_or(0));
  return highest;
}

bool is_served(const Assessment& a, const ItemId& criterion) {
  return std::any_of(a.services.begin(), a.services.end(), [&](const Service& one) { return one.criterion == criterion; });
}

}  // namespace

const Level* Framework::level(std::string_view code) const {
  const auto found = std::find_if(levels.begin(), levels.end(), [&](const Level& one) { return one.code == code; });
  return found == levels.end() ? nullptr : &*found;
}

std::optional<int> Framework::rank(std::string_view code) const {
  int rank = 0;
  for (const auto& one : levels) {
    if (one.code == kNotAssessed || one.code == kOutOfScope) continue;
    ++rank;
    if (one.code == code) return rank;
  }
  return std::nullopt;
}

Result<void> Assessment::add(std::string_view kind, std::string_view payload, std::int64_t at) {
  sequence = std::max(sequence, at);
  if (payload.empty()) return {};
  for (const auto& row : kRows)
    if (row.kind == kind) return row.keep(*this, payload, at);
  return {};
}

const Round* Assessment::round(std::string_view name) const {
  const auto found = std::find_if(rounds.begin(), rounds.end(), [&](const Round& one) { return one.name == name; });
  return found == rounds.end() ? nullptr : &*found;
}

const Round* Assessment::open_round() const {
  const auto found = std::find_if(rounds.rbegin(), rounds.rend(), [](const Round& one) { return !one.closed; });
  return found == rounds.rend() ? nullptr : &*found;
}

const Round* Assessment::before(std::string_view name) const {
  const Round* last = nullptr;
  for (const auto& one : rounds) {
    if (one.name == name) return last;
    if (one.closed) last = &one;
  }
  return nullptr;
}

Standing standing_of(const Assessment& a, std::string_view round, const ItemId& criterion) {
  Standing standing;
  std::int64_t spoken = 0;
  for (const auto& rating : a.ratings) {
    if (rating.round != round || rating.item != criterion) continue;
    spoken = std::max(spoken, rating.sequence);
    const auto same = std::find_if(standing.ratings.begin(), standing.ratings.end(), [&](const Rating* one) { return fold(one->assessor) == fold(rating.assessor); });
    if (same == standing.ratings.end())
      standing.ratings.push_back(&rating);
    else
      *same = &rating;
  }
  for (const auto* rating : standing.ratings) standing.differ = standing.differ || rating->level != standing.ratings.front()->level;
  for (const auto& one : a.agreements)
    if (one.round == round && one.item == criterion && one.sequence > spoken) standing.agreement = &one;
  if (standing.agreement != nullptr)
    standing.level = standing.agreement->level;
  else if (!standing.ratings.empty() && !standing.differ)
    standing.level = standing.ratings.front()->level;
  return standing;
}

std::vector<const Item*> criteria(const Plan& plan) {
  std::vector<const Item*> found;
  for (const auto& item : plan.items)
    if (item.kind == ItemKind::criterion) found.push_back(&item);
  return found;
}

std::vector<const Item*> differences(const Assessment& a, std::string_view round, const Plan& plan) {
  auto found = criteria(plan);
  std::erase_if(found, [&](const Item* item) {
    const auto standing = standing_of(a, round, item->id);
    return !standing.differ || standing.agreement != nullptr;
  });
  return found;
}

std::vector<const Item*> gaps(const Assessment& a, std::string_view name, const Plan& plan) {
  const auto* round = a.round(name);
  if (round == nullptr || !a.framework) return {};
  const int aim = aim_of(*a.framework, *round);
  auto found = criteria(plan);
  std::erase_if(found, [&](const Item* item) {
    const auto level = standing_of(a, name, item->id).level;
    return level == kOutOfScope || a.framework->rank(level).value_or(0) >= aim || is_served(a, item->id);
  });
  return found;
}

std::vector<int> counts(const Assessment& a, std::string_view round, const Plan& plan) {
  if (!a.framework) return {};
  const auto& levels = a.framework->levels;
  std::vector<int> counts(levels.size(), 0);
  for (const auto* item : criteria(plan)) {
    const auto code = standing_of(a, round, item->id).level;
    for (std::size_t i = 0; i < levels.size(); ++i)
      if (levels[i].code == code) ++counts[i];
  }
  return counts;
}

Movement movement_of(const Assessment& a, std::string_view round, const ItemId& criterion) {
  const auto* before = a.before(round);
  if (before == nullptr || !a.framework) return Movement::none;
  const auto now = a.framework->rank(standing_of(a, round, criterion).level), then = a.framework->rank(standing_of(a, before->name, criterion).level);
  if (!now || !then) return Movement::none;
  return *now == *then ? Movement::same : *now > *then ? Movement::up : Movement::down;
}

std::string subject_of(std::string_view slug) { return "assessment:" + std::string(slug); }

}  // namespace makegood::framework
