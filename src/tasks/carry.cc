#include "tasks/carry.h"

#include <algorithm>
#include <charconv>
#include <tuple>

namespace makegood::tasks {
namespace {

template <class Same>
const Item* only_one(const Plan& plan, Same same) {
  const Item* found = nullptr;
  for (const auto& item : plan.items) {
    if (!same(item)) continue;
    if (found != nullptr) return nullptr;
    found = &item;
  }
  return found;
}

// The column may differ: another one may be the title now.
bool same_row(const Position& a, const Position& b) {
  return a.block > 0 && a.block == b.block && a.row == b.row && a.line == b.line && a.sheet == b.sheet;
}

// The bytes are the same, and so are the words of what was read from the same cell.
bool same_words(const Item& a, const Item& b) {
  return a.source_text.empty() && b.source_text.empty() ? a.title == b.title : a.source_text == b.source_text;
}

class Carrier {
 public:
  Carrier(const Import& import, Plan fresh) : import_(import), before_(import.base), out_{std::move(fresh), {}} {}

  Carried run() {
    for (const auto& step : import_.steps) {
      if (!step.draft) carry(step);
      take_step(before_, step);
    }
    return std::move(out_);
  }

 private:
  void carry(const ImportStep& step) {
    if (step.settlement) carry_settlement(step);
    else if (step.correction) carry_correction(step);
    else if (step.match) carry_match(*step.match);
    else if (step.edit) carry_edit(*step.edit);
    else if (!step.removed.empty()) carry_removal(step);
    else if (step.item && step.position >= 0) carry_addition(*step.item);
    else lose("step", step.item ? step.item->title : "", "");
  }

  void lose(std::string what, std::string title, std::string field) {
    LostStep lost{std::move(what), std::move(title), std::move(field)};
    if (std::find(out_.lost.begin(), out_.lost.end(), lost) == out_.lost.end()) out_.lost.push_back(std::move(lost));
  }

  void carry_settlement(const ImportStep& step) {
    auto settlement = *step.settlement;
    if (step.item) {
      const auto* same = same_item(out_.draft, *step.item, before_);
      if (same == nullptr) return lose("settled", step.item->title, settlement.code);
      settlement.item = same->id;
    }
    const auto done = settle(out_.draft, settlement);
    if (!done && done.error().fault != Fault::conflict) lose("settled", step.item ? step.item->title : "", settlement.code);
  }

  void carry_correction(const ImportStep& step) {
    auto correction = *step.correction;
    const std::string field(word(correction.field));
    const auto* same = step.item ? same_item(out_.draft, *step.item, before_) : nullptr;
    if (same == nullptr) return lose("edited", step.item ? step.item->title : "", field);
    correction.item = same->id;
    if (correction.field == ItemField::theme && !correction.values.empty()) {
      const auto theme = theme_here(ThemeId(correction.values[0]));
      if (!theme) return lose("edited", step.item->title, field);
      correction.values[0] = theme->text;
    }
    const auto done = apply(out_.draft, correction);
    if (!done && done.error().fault != Fault::conflict) lose("edited", step.item->title, field);
  }

  // Which items it speaks of now is worked out when it is asked for (Import::decisions).
  void carry_match(const MatchDecision& decision) {
    if (carry_decision(decision, before_, out_.draft)) return;
    const auto* item = find_item(before_, decision.draft);
    lose("matched", item == nullptr ? std::string() : item->title, "");
  }

  // Themes have other ids after each reading; their names tell which is which.
  [[nodiscard]] std::optional<ThemeId> theme_here(const ThemeId& earlier) const {
    if (earlier.empty()) return earlier;
    const auto title = fold(theme_title(before_, earlier));
    for (const auto& theme : out_.draft.themes)
      if (fold(theme_title(out_.draft, theme.id)) == title) return theme.id;
    return std::nullopt;
  }

  void carry_addition(Item item) {
    if (same_item(out_.draft, item, before_) != nullptr) return;  // read as an item now
    const auto theme = theme_here(item.theme);
    if (!theme) lose("edited", item.title, std::string(word(ItemField::theme)));
    item.id = next_item_id(out_.draft);
    item.theme = theme.value_or(ThemeId{});
    item.parent = {};
    out_.draft.items.insert(out_.draft.items.begin() + place_in_order(out_.draft, item.source), std::move(item));
  }

  // Nothing is lost when it is no item any more.
  void carry_removal(const ImportStep& step) {
    const auto* same = step.item ? same_item(out_.draft, *step.item, before_) : nullptr;
    if (same != nullptr) remove_items(out_.draft, with_children(out_.draft, same->id));
  }

  void carry_edit(PlanEdit edit) {
    const auto lost = [&](const std::string& title) { lose("plan", title, std::string(word(edit.part))); };
    if (edit.part == PlanPart::theme) {
      const auto theme = theme_here(ThemeId(edit.id));
      if (!theme) return lost(theme_title(before_, ThemeId(edit.id)));
      edit.id = theme->text;
    }
    if (edit.part == PlanPart::indicator || edit.part == PlanPart::no_indicator) {
      const auto there = indicator_here(edit.id);
      if (!there) return edit.part == PlanPart::indicator ? lost(edit.text) : void();
      edit.id = *there;
    }
    if (const auto theme = theme_here(ThemeId(edit.theme)); theme) edit.theme = theme->text;
    else return lost(edit.text);
    const auto done = apply(out_.draft, edit);
    if (!done && done.error().fault != Fault::conflict) lost(edit.text);
  }

  [[nodiscard]] std::optional<std::string> indicator_here(const std::string& id) const {
    for (const auto& earlier : before_.indicators)
      for (const auto& now : out_.draft.indicators)
        if (earlier.id.text == id && fold(earlier.text) == fold(now.text)) return now.id.text;
    return std::nullopt;
  }

  const Import& import_;
  Plan before_;  ///< the draft as it was when the step was taken
  Carried out_;
};

}  // namespace

const Item* same_item(const Plan& plan, const Item& earlier, const Plan& before) {
  const auto here = [&](const Item& item) { return same_row(item.source, earlier.source); };
  if (const auto* item = only_one(plan, [&](const Item& i) { return here(i) && same_words(i, earlier); })) return item;
  // A row that gave several items then, or gives several now, does not say which of them it was.
  if (std::count_if(before.items.begin(), before.items.end(), here) <= 1)
    if (const auto* item = only_one(plan, here)) return item;
  return only_one(plan, [&](const Item& i) { return same_words(i, earlier); });
}

int place_in_order(const Plan& plan, const Position& source) {
  const auto key = [](const Position& at) { return std::tuple(at.block, at.row, at.line); };
  std::size_t place = 0;
  for (std::size_t n = 0; n < plan.items.size(); ++n)
    if (key(plan.items[n].source) <= key(source)) place = n + 1;
  return static_cast<int>(place);
}

ItemId next_item_id(const Plan& plan) {
  int most = 0;
  for (const auto& item : plan.items) {
    int number = 0;
    const auto& text = item.id.text;
    if (std::from_chars(text.data(), text.data() + text.size(), number).ec == std::errc()) most = std::max(most, number);
  }
  return ItemId(std::to_string(most + 1));
}

std::optional<MatchDecision> carry_decision(MatchDecision decision, const Plan& before, const Plan& after) {
  const auto carried = [&](ItemId& id) {
    const auto* earlier = find_item(before, id);
    const auto* now = earlier == nullptr ? nullptr : same_item(after, *earlier, before);
    if (now != nullptr) id = now->id;
    return now != nullptr;
  };
  if (!decision.draft.empty() && !carried(decision.draft)) return std::nullopt;
  for (auto& successor : decision.departure.successors)
    if (!carried(successor)) return std::nullopt;
  return decision;
}

Carried carry_steps(const Import& import, Plan fresh) { return Carrier(import, std::move(fresh)).run(); }

}  // namespace makegood::tasks
