#pragma once
// What most components share. Parameters keep the package's names in our spelling:
// isPageHeading is `is_page_heading`; its pairs text/html are one Content, named `text`.
// Members are given in the order of their declaration, `classes` and `attributes` last.

#include <optional>
#include <string>
#include <vector>

#include "html/html.h"

namespace makegood::html::govuk {

/// "govuk-tag" and what else is wanted: class names with a space between, empty ones left out.
[[nodiscard]] std::string names(std::initializer_list<std::string_view> parts);
[[nodiscard]] inline Attributes classed(std::string_view base, std::string_view more = {}) { return cls(names({base, more})); }

/// name="true" or name="false"; nothing where nobody said.
[[nodiscard]] inline Attributes true_or_false(Name name, const std::optional<bool>& value) {
  return value ? attr(name, *value ? "true" : "false") : Attributes();
}

/// h1 to h6.
[[nodiscard]] Html heading_of(int level, const Attributes& attributes, const Content& text);

struct HintParams {
  Content text;
  std::string id;  ///< the field sets it
  std::string classes;
  Attributes attributes;
};
[[nodiscard]] Html hint(const HintParams& params);

struct ErrorMessageParams {
  Content text;
  Wording visually_hidden_text;  ///< "Error"; an empty one is left out
  std::string id;                ///< the field sets it
  std::string classes;
  Attributes attributes;
};
[[nodiscard]] Html error_message(const ErrorMessageParams& params);

struct LabelParams {
  Content text;
  std::string for_id;  ///< the field sets it
  bool is_page_heading = false;
  std::string classes;
  Attributes attributes;
};
[[nodiscard]] Html label(const LabelParams& params);

struct LegendParams {
  Content text;
  bool is_page_heading = false;
  std::string classes;
};

struct FieldsetParams {
  LegendParams legend;
  std::string described_by;
  std::string role;
  Html html;  ///< the fields in it
  std::string classes;
  Attributes attributes;
};
[[nodiscard]] Html fieldset(const FieldsetParams& params);

struct FormGroupParams {
  Content before_input;
  Content after_input;
  std::string classes;
  Attributes attributes;
};

/// Label, hint and error before a field, and the ids that describe it: shared by all fields.
struct FieldFrame {
  Html before;
  std::string described_by;
};
[[nodiscard]] FieldFrame frame_field(const std::string& id, std::string described_by, const std::optional<LabelParams>& label,
                                     const std::optional<HintParams>& hint, const std::optional<ErrorMessageParams>& error);
[[nodiscard]] Html form_group(const FormGroupParams& group, bool has_error, const Html& inside);

}  // namespace makegood::html::govuk
