#include "cycle/asking.h"

#include <algorithm>
#include <array>
#include <map>

namespace makegood {
namespace {

struct PartWord {
  Part part;
  std::string_view word;
};
constexpr std::array<PartWord, 3> kParts = {
    {{Part::accountable, "accountable"}, {Part::contributing, "contributing"}, {Part::partner, "partner"}}};

bool is_done_with(const Item& item, const std::set<ItemId>& done, Day today) {
  return item.absent || done.contains(item.id) || item.response == Response::rejected ||
         rule_status(item, today).rule == Rule::complete;
}

// Fills in an Asking item by item. What was found out about a name holds for the whole plan.
class Asker {
 public:
  Asker(const Plan& plan, const WhoAnswers& who, std::string_view officer) : plan_(plan), who_(who), officer_(fold(officer)) {}

  void ask_about(const Item& item) {
    const auto names = answerable_names(plan_, item);
    if (names.empty()) return asking_.unasked.push_back({item.id, {}, {}, WhyNot::no_post});
    const bool coordinated = !officer_.empty() && fold(names.front()) == officer_ && !item.partners.empty();
    if (coordinated && ask_partners(item)) return copy_officer(item, names.front());
    auto part = Part::accountable;
    for (const auto& name : names) {
      ask_name(item, name, part);
      part = Part::contributing;
    }
  }

  [[nodiscard]] Asking take() { return std::move(asking_); }

 private:
  const std::vector<Answerer>& answerers(const std::string& name) {
    const auto known = known_.find(name);
    return known != known_.end() ? known->second : known_.emplace(name, who_(name)).first->second;
  }

  /// Whether anybody was asked.
  bool ask_name(const Item& item, const std::string& name, Part part) {
    const auto& found = answerers(name);
    if (found.empty()) asking_.unasked.push_back({item.id, name, {}, WhyNot::no_post});
    bool asked = false;
    for (const auto& answerer : found) {
      if (answerer.person) add(*answerer.person, {item.id, part, name, answerer.post, answerer.by_delegation});
      else asking_.unasked.push_back({item.id, name, answerer.post, answerer.why_not});
      asked = asked || answerer.person.has_value();
    }
    return asked;
  }

  bool ask_partners(const Item& item) {
    bool asked = false;
    for (const auto& partner : item.partners) asked = ask_name(item, partner, Part::partner) || asked;
    return asked;
  }

  void copy_officer(const Item& item, const std::string& name) {
    for (const auto& answerer : answerers(name)) {
      if (!answerer.person) continue;
      if (!asking_.copied) asking_.copied = Copied{*answerer.person, {}};
      if (asking_.copied->person == *answerer.person) asking_.copied->items.push_back(item.id);
    }
  }

  void add(const PersonId& person, AskedItem item) {
    auto ask = std::find_if(asking_.asks.begin(), asking_.asks.end(), [&](const Ask& a) { return a.person == person; });
    if (ask == asking_.asks.end()) ask = asking_.asks.insert(ask, Ask{person, {}});
    if (!ask->items.empty() && ask->items.back().item == item.item) return;  // by another of their posts already
    ask->items.push_back(std::move(item));
  }

  const Plan& plan_;
  const WhoAnswers& who_;
  std::string officer_;
  std::map<std::string, std::vector<Answerer>> known_;
  Asking asking_;
};

}  // namespace

std::string_view word(Part part) { return kParts[static_cast<std::size_t>(part)].word; }

std::optional<Part> part_from(std::string_view word) {
  for (const auto& row : kParts)
    if (row.word == word) return row.part;
  return std::nullopt;
}

Asking requests_for(const Plan& plan, const WhoAnswers& who, const std::set<ItemId>& done, std::string_view officer, Day today) {
  Asker asker(plan, who, officer);
  for (const auto& item : plan.items)
    if (!is_done_with(item, done, today)) asker.ask_about(item);
  return asker.take();
}

std::vector<std::string> answerable_names(const Plan& plan, const Item& item) {
  if (!item.owners.empty()) return item.owners;
  if (!item.lead_authority.empty()) return item.lead_authority;
  const auto* parent = item.parent.empty() ? nullptr : find_item(plan, item.parent);
  return parent == nullptr ? std::vector<std::string>{} : answerable_names(plan, *parent);
}

std::string coordinating_name(const Plan& plan) {
  std::map<std::string, int> counts;
  int owned = 0;
  for (const auto& item : plan.items) {
    if (item.absent || item.owners.empty()) continue;
    ++owned;
    ++counts[item.owners.front()];
  }
  for (const auto& [name, count] : counts)
    if (2 * count > owned) return name;
  return {};
}

}  // namespace makegood
