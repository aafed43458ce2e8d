#include "html/components/choices.h"

#include <algorithm>

namespace makegood::html::govuk {
namespace {

// What a kind of choice calls its parts.
struct Kind {
  std::string_view type, base, module, item, input, label, hint, divider, conditional, hidden;
};

constexpr Kind kRadios = {"radio",
                          "govuk-radios",
                          "govuk-radios",
                          "govuk-radios__item",
                          "govuk-radios__input",
                          "govuk-radios__label",
                          "govuk-radios__hint",
                          "govuk-radios__divider",
                          "govuk-radios__conditional",
                          "govuk-radios__conditional--hidden"};
constexpr Kind kCheckboxes = {"checkbox",
                              "govuk-checkboxes",
                              "govuk-checkboxes",
                              "govuk-checkboxes__item",
                              "govuk-checkboxes__input",
                              "govuk-checkboxes__label",
                              "govuk-checkboxes__hint",
                              "govuk-checkboxes__divider",
                              "govuk-checkboxes__conditional",
                              "govuk-checkboxes__conditional--hidden"};

struct ItemPlace {
  std::string id;
  std::string name;
  std::string described_by;  // by the group, when no fieldset says it
  bool checked = false;
};

Html item_of(const Kind& kind, const ChoiceItem& item, const ItemPlace& place) {
  if (!item.divider.empty()) return div(cls(kind.divider), item.divider);
  const auto hint_id = item.hint ? place.id + "-item-hint" : std::string();
  const auto conditional_id = "conditional-" + place.id;
  const auto input = html::input(
      cls(kind.input), id(place.id), attr("name", place.name), attr("type", kind.type), attr("value", item.value),
      flag("checked", place.checked), flag("disabled", item.disabled),
      attr_if("data-aria-controls", item.conditional.empty() ? "" : std::string_view(conditional_id)),
      attr_if("data-behaviour", item.behaviour), attr_if("aria-describedby", names({place.described_by, hint_id})), item.attributes);
  auto own_label = item.label;
  own_label.text = item.text;
  own_label.for_id = place.id;
  own_label.classes = names({kind.label, item.label.classes});
  Html own_hint;
  if (item.hint) {
    auto wanted = *item.hint;
    wanted.id = hint_id;
    wanted.classes = names({kind.hint, item.hint->classes});
    own_hint = hint(wanted);
  }
  return div(cls(kind.item), input, label(own_label), own_hint) + when(!item.conditional.empty(), [&] {
           return div(cls(names({kind.conditional, place.checked ? "" : kind.hidden})), id(conditional_id), item.conditional);
         });
}

// The list of choices in its group, with or without a fieldset around it.
template <class Params>
Html group_of(const Kind& kind, const Params& params, const FieldFrame& frame, const Html& items) {
  const auto list = div(classed(kind.base, params.classes), params.attributes, attr("data-module", kind.module),
                        params.form_group.before_input, items, params.form_group.after_input);
  Html inside = frame.before + list;
  if (params.fieldset) {
    auto own = *params.fieldset;
    own.described_by = frame.described_by;
    own.html = std::move(inside);
    inside = fieldset(own);
  }
  return form_group(params.form_group, params.error_message.has_value(), inside);
}

std::string id_of(const ChoiceItem& item, const std::string& prefix, std::size_t index) {
  if (!item.id.empty()) return item.id;
  return index == 0 ? prefix : prefix + "-" + std::to_string(index + 1);
}

}  // namespace

Html radios(const RadiosParams& params) {
  const auto& prefix = params.id_prefix.empty() ? params.name : params.id_prefix;
  const auto frame = frame_field(prefix, params.fieldset ? params.fieldset->described_by : "", std::nullopt, params.hint, params.error_message);
  Html items;
  for (std::size_t i = 0; i < params.items.size(); ++i) {
    const auto& item = params.items[i];
    const bool is_value = !params.value.empty() && item.value == params.value;
    items += item_of(kRadios, item, {id_of(item, prefix, i), params.name, {}, item.checked.value_or(is_value)});
  }
  return group_of(kRadios, params, frame, items);
}

Html checkboxes(const CheckboxesParams& params) {
  const auto& prefix = params.id_prefix.empty() ? params.name : params.id_prefix;
  auto described_by = params.fieldset && !params.fieldset->described_by.empty() ? params.fieldset->described_by : params.described_by;
  const auto frame = frame_field(prefix, std::move(described_by), std::nullopt, params.hint, params.error_message);
  Html items;
  for (std::size_t i = 0; i < params.items.size(); ++i) {
    const auto& item = params.items[i];
    const bool is_value = std::find(params.values.begin(), params.values.end(), item.value) != params.values.end();
    items += item_of(kCheckboxes, item,
                     {id_of(item, prefix, i), item.name.empty() ? params.name : item.name,
                      params.fieldset ? std::string() : frame.described_by, item.checked.value_or(is_value)});
  }
  return group_of(kCheckboxes, params, frame, items);
}

}  // namespace makegood::html::govuk
