#include "html/components/fields.h"

namespace makegood::html::govuk {
namespace {

const std::string& id_of(const std::string& wanted, const std::string& name) { return wanted.empty() ? name : wanted; }

Html affix(std::string_view base, const AffixParams& params) {
  if (params.text.empty()) return {};
  return div(classed(base, params.classes), attr("aria-hidden", "true"), params.attributes, params.text);
}

Html input_element(const InputParams& params, const std::string& id_value, const std::string& described_by) {
  return html::input(cls(names({"govuk-input", params.classes, params.error_message ? "govuk-input--error" : ""})),
                     id(id_value), attr("name", params.name), attr("type", params.type),
                     true_or_false("spellcheck", params.spellcheck), attr_if("value", params.value),
                     flag("disabled", params.disabled), attr_if("aria-describedby", described_by),
                     attr_if("autocomplete", params.autocomplete), attr_if("autocapitalize", params.autocapitalize),
                     attr_if("pattern", params.pattern), attr_if("inputmode", params.inputmode), params.attributes);
}

bool has(const std::string& classes, std::string_view part) { return classes.find(part) != std::string::npos; }

bool marked(const DateInputItem& item) { return item.error.value_or(false) || has(item.classes, "govuk-input--error"); }

Html date_item(const DateInputParams& params, DateInputItem item, std::string_view fallback, bool any_marked) {
  if (item.name.empty()) item.name = fallback;
  const bool by_date = item.error.value_or(true) && params.error_message && !any_marked;
  const bool adds_error = !has(item.classes, "govuk-input--error") && (marked(item) || by_date);
  const bool adds_width = !has(item.classes, "govuk-input--width-");
  const auto* width = fallback == "year" ? "govuk-input--width-4" : "govuk-input--width-2";
  InputParams field{.name = params.name_prefix.empty() ? item.name : params.name_prefix + "-" + item.name,
                    .id = item.id.empty() ? params.id + "-" + item.name : item.id,
                    .label = {.text = item.label.text(), .classes = "govuk-date-input__label"},
                    .value = item.value,
                    .inputmode = item.inputmode,
                    .autocomplete = item.autocomplete,
                    .pattern = item.pattern,
                    .classes = names({"govuk-date-input__input", adds_error ? "govuk-input--error" : "",
                                      adds_width ? width : "", item.classes}),
                    .attributes = item.attributes};
  return div(cls("govuk-date-input__item"), input(field));
}

Attributes script_words(const FileUploadWording& words) {
  return attr("data-i18n.choose-files-button", words.choose_files_button.text()) +
         attr("data-i18n.no-file-chosen", words.no_file_chosen.text()) +
         attr("data-i18n.multiple-files-chosen.one", words.multiple_files_chosen_one.text()) +
         attr("data-i18n.multiple-files-chosen.other", words.multiple_files_chosen_other.text()) +
         attr("data-i18n.drop-instruction", words.drop_instruction.text()) +
         attr("data-i18n.entered-drop-zone", words.entered_drop_zone.text()) +
         attr("data-i18n.left-drop-zone", words.left_drop_zone.text());
}

}  // namespace

Html input(const InputParams& params) {
  const auto& id_value = id_of(params.id, params.name);
  const auto frame = frame_field(id_value, params.described_by, params.label, params.hint, params.error_message);
  Html field = input_element(params, id_value, frame.described_by);
  const auto& group = params.form_group;
  const bool wrapped = !params.prefix.text.empty() || !params.suffix.text.empty() || !group.before_input.empty() || !group.after_input.empty();
  if (wrapped)
    field = div(classed("govuk-input__wrapper", params.input_wrapper.classes), params.input_wrapper.attributes,
                group.before_input, affix("govuk-input__prefix", params.prefix), field,
                affix("govuk-input__suffix", params.suffix), group.after_input);
  return form_group(group, params.error_message.has_value(), frame.before + field);
}

Html textarea(const TextareaParams& params) {
  const auto& id_value = id_of(params.id, params.name);
  const auto frame = frame_field(id_value, params.described_by, params.label, params.hint, params.error_message);
  // A parser drops one line break after the tag: give it one when the text begins with its own.
  const auto* first = params.value.starts_with('\n') ? "\n" : "";
  const auto field = html::textarea(
      cls(names({"govuk-textarea", params.error_message ? "govuk-textarea--error" : "", params.classes})), id(id_value),
      attr("name", params.name), attr("rows", params.rows), true_or_false("spellcheck", params.spellcheck),
      flag("disabled", params.disabled), attr_if("aria-describedby", frame.described_by),
      attr_if("autocomplete", params.autocomplete), params.attributes, first, params.value);
  return form_group(params.form_group, params.error_message.has_value(),
                    join(frame.before, params.form_group.before_input, field, params.form_group.after_input));
}

Html select(const SelectParams& params) {
  const auto& id_value = id_of(params.id, params.name);
  const auto frame = frame_field(id_value, params.described_by, params.label, params.hint, params.error_message);
  const auto options = each(params.items, [&](const SelectItem& item) {
    const bool is_value = !params.value.empty() && item.value.value_or(item.text) == params.value;
    return option(item.value ? attr("value", *item.value) : Attributes(), flag("selected", item.selected.value_or(is_value)),
                  flag("disabled", item.disabled), item.attributes, item.text);
  });
  const auto field =
      html::select(cls(names({"govuk-select", params.classes, params.error_message ? "govuk-select--error" : ""})),
                   id(id_value), attr("name", params.name), flag("disabled", params.disabled),
                   attr_if("aria-describedby", frame.described_by), params.attributes, options);
  return form_group(params.form_group, params.error_message.has_value(),
                    join(frame.before, params.form_group.before_input, field, params.form_group.after_input));
}

Html file_upload(const FileUploadParams& params) {
  const auto& id_value = id_of(params.id, params.name);
  const auto frame = frame_field(id_value, params.described_by, params.label, params.hint, params.error_message);
  Html field = html::input(
      cls(names({"govuk-file-upload", params.classes, params.error_message ? "govuk-file-upload--error" : ""})),
      id(id_value), attr("name", params.name), attr("type", "file"), flag("disabled", params.disabled),
      flag("multiple", params.multiple), attr_if("aria-describedby", frame.described_by), params.attributes);
  if (params.javascript)
    field = div(cls("govuk-file-upload-wrapper"), attr("data-module", "govuk-file-upload"), script_words(*params.javascript), field);
  return form_group(params.form_group, params.error_message.has_value(),
                    join(frame.before, params.form_group.before_input, field, params.form_group.after_input));
}

Html date_input(const DateInputParams& params) {
  const std::string described_by = params.fieldset ? params.fieldset->described_by : "";
  const auto frame = frame_field(params.id, described_by, std::nullopt, params.hint, params.error_message);
  const bool any = marked(params.day) || marked(params.month) || marked(params.year);
  Html inside = frame.before + div(classed("govuk-date-input", params.classes), params.attributes, attr_if("id", params.id),
                                   params.form_group.before_input, date_item(params, params.day, "day", any),
                                   date_item(params, params.month, "month", any),
                                   date_item(params, params.year, "year", any), params.form_group.after_input);
  if (params.fieldset) {
    auto own = *params.fieldset;
    own.described_by = frame.described_by;
    own.role = "group";  // else a screen reader may leave the description out
    own.html = std::move(inside);
    inside = fieldset(own);
  }
  return form_group(params.form_group, params.error_message.has_value(), inside);
}

}  // namespace makegood::html::govuk
