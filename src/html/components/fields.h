#pragma once
// Fields that are typed, picked from a list or filled with a file.

#include "html/components/parts.h"

namespace makegood::html::govuk {

struct AffixParams {
  Content text;
  std::string classes;
  Attributes attributes;
};

struct InputParams {
  std::string name;
  std::string id;  ///< the name, when empty
  LabelParams label;
  std::optional<HintParams> hint;
  std::optional<ErrorMessageParams> error_message;
  std::string value;
  std::string type = "text";
  std::string inputmode;
  std::string autocomplete;
  std::string autocapitalize;
  std::string pattern;
  std::optional<bool> spellcheck;
  bool disabled = false;
  std::string described_by;
  AffixParams prefix;
  AffixParams suffix;
  FormGroupParams form_group;
  AffixParams input_wrapper;  ///< its text is not used
  std::string classes;
  Attributes attributes;
};
[[nodiscard]] Html input(const InputParams& params);

struct TextareaParams {
  std::string name;
  std::string id;
  LabelParams label;
  std::optional<HintParams> hint;
  std::optional<ErrorMessageParams> error_message;
  std::string value;
  int rows = 5;
  std::string autocomplete;
  std::optional<bool> spellcheck;
  bool disabled = false;
  std::string described_by;
  FormGroupParams form_group;
  std::string classes;
  Attributes attributes;
};
[[nodiscard]] Html textarea(const TextareaParams& params);

struct SelectItem {
  std::string text;
  std::optional<std::string> value;  ///< the text, when absent
  std::optional<bool> selected;      ///< else whether it is the select's value
  bool disabled = false;
  Attributes attributes;
};

struct SelectParams {
  std::string name;
  std::string id;
  LabelParams label;
  std::optional<HintParams> hint;
  std::optional<ErrorMessageParams> error_message;
  std::vector<SelectItem> items;
  std::string value;
  bool disabled = false;
  std::string described_by;
  FormGroupParams form_group;
  std::string classes;
  Attributes attributes;
};
[[nodiscard]] Html select(const SelectParams& params);

/// What the script says of a drop zone; with it, the component's script is asked for.
struct FileUploadWording {
  Wording choose_files_button;
  Wording no_file_chosen;
  Wording drop_instruction;
  Wording entered_drop_zone;
  Wording left_drop_zone;
  Wording multiple_files_chosen_one;    ///< "%{count} file chosen"
  Wording multiple_files_chosen_other;  ///< "%{count} files chosen"
};

struct FileUploadParams {
  std::string name;
  std::string id;
  LabelParams label;
  std::optional<HintParams> hint;
  std::optional<ErrorMessageParams> error_message;
  bool multiple = false;
  bool disabled = false;
  std::string described_by;
  std::optional<FileUploadWording> javascript;
  FormGroupParams form_group;
  std::string classes;
  Attributes attributes;  ///< `accept` goes here
};
[[nodiscard]] Html file_upload(const FileUploadParams& params);

struct DateInputItem {
  Wording label;
  std::string name;  ///< "day", "month" or "year" when empty
  std::string id;    ///< the date's id and the name, when empty
  std::string value;
  std::optional<bool> error;  ///< when no item says, an error of the date marks all three
  std::string autocomplete;
  std::string inputmode = "numeric";
  std::string pattern;
  std::string classes;
  Attributes attributes;
};

struct DateInputParams {
  std::string id;
  std::string name_prefix;
  std::optional<FieldsetParams> fieldset;
  std::optional<HintParams> hint;
  std::optional<ErrorMessageParams> error_message;
  DateInputItem day;
  DateInputItem month;
  DateInputItem year;
  FormGroupParams form_group;
  std::string classes;
  Attributes attributes;
};
[[nodiscard]] Html date_input(const DateInputParams& params);

}  // namespace makegood::html::govuk
