#include "html/components/parts.h"

namespace makegood::html::govuk {

std::string names(std::initializer_list<std::string_view> parts) {
  std::string out;
  for (const auto part : parts) {
    if (part.empty()) continue;
    if (!out.empty()) out += ' ';
    out += part;
  }
  return out;
}

Html heading_of(int level, const Attributes& attributes, const Content& text) {
  switch (level) {
    case 1: return h1(attributes, text);
    case 2: return h2(attributes, text);
    case 3: return h3(attributes, text);
    case 4: return h4(attributes, text);
    case 5: return element("h5", attributes, text);
    default: return element("h6", attributes, text);
  }
}

Html hint(const HintParams& params) {
  return div(attr_if("id", params.id), classed("govuk-hint", params.classes), params.attributes, params.text);
}

Html error_message(const ErrorMessageParams& params) {
  const auto& hidden = params.visually_hidden_text.text();
  return p(attr_if("id", params.id), classed("govuk-error-message", params.classes), params.attributes,
           when(!hidden.empty(), [&] { return join(span(cls("govuk-visually-hidden"), hidden, ":"), " "); }), params.text);
}

Html label(const LabelParams& params) {
  if (params.text.empty()) return {};
  auto made = html::label(classed("govuk-label", params.classes), params.attributes, attr_if("for", params.for_id), params.text);
  return params.is_page_heading ? h1(cls("govuk-label-wrapper"), made) : made;
}

Html fieldset(const FieldsetParams& params) {
  const auto& wanted = params.legend;
  const Html text = wanted.is_page_heading ? h1(cls("govuk-fieldset__heading"), wanted.text) : join(wanted.text);
  return html::fieldset(classed("govuk-fieldset", params.classes), attr_if("role", params.role),
                        attr_if("aria-describedby", params.described_by), params.attributes,
                        when(!wanted.text.empty(), [&] { return legend(classed("govuk-fieldset__legend", wanted.classes), text); }),
                        params.html);
}

FieldFrame frame_field(const std::string& id, std::string described_by, const std::optional<LabelParams>& label_params,
                       const std::optional<HintParams>& hint_params, const std::optional<ErrorMessageParams>& error) {
  FieldFrame frame;
  if (label_params) {
    auto own = *label_params;
    own.for_id = id;
    frame.before += label(own);
  }
  if (hint_params) {
    auto own = *hint_params;
    own.id = id + "-hint";
    described_by = names({described_by, own.id});
    frame.before += hint(own);
  }
  if (error) {
    auto own = *error;
    own.id = id + "-error";
    described_by = names({described_by, own.id});
    frame.before += error_message(own);
  }
  frame.described_by = std::move(described_by);
  return frame;
}

Html form_group(const FormGroupParams& group, bool has_error, const Html& inside) {
  return div(cls(names({"govuk-form-group", has_error ? "govuk-form-group--error" : "", group.classes})), group.attributes, inside);
}

}  // namespace makegood::html::govuk
