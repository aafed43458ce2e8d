#pragma once
// Radios and checkboxes.

#include "html/components/parts.h"

namespace makegood::html::govuk {

struct ChoiceItem {
  std::string value;
  Content text;
  std::string id;    ///< prefix and number, when empty; the first has no number, for the error summary
  std::string name;  ///< checkboxes only: the group's, when empty
  std::optional<HintParams> hint;
  std::optional<bool> checked;  ///< else whether its value is among the group's
  bool disabled = false;
  Html conditional;       ///< shown by script when this is chosen, always without script
  std::string divider;    ///< "or": a line of its own, and nothing else counts
  std::string behaviour;  ///< checkboxes only: "exclusive" clears the others
  LabelParams label;      ///< classes and attributes only
  Attributes attributes;
};

struct RadiosParams {
  std::string name;
  std::string id_prefix;  ///< the name, when empty
  std::optional<FieldsetParams> fieldset;
  std::optional<HintParams> hint;
  std::optional<ErrorMessageParams> error_message;
  std::vector<ChoiceItem> items;
  std::string value;
  FormGroupParams form_group;
  std::string classes;
  Attributes attributes;
};
[[nodiscard]] Html radios(const RadiosParams& params);

struct CheckboxesParams {
  std::string name;
  std::string id_prefix;
  std::optional<FieldsetParams> fieldset;
  std::optional<HintParams> hint;
  std::optional<ErrorMessageParams> error_message;
  std::vector<ChoiceItem> items;
  std::vector<std::string> values;
  std::string described_by;
  FormGroupParams form_group;
  std::string classes;
  Attributes attributes;
};
[[nodiscard]] Html checkboxes(const CheckboxesParams& params);

}  // namespace makegood::html::govuk
