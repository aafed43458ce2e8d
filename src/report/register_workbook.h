#pragma once
// A register as a workbook: empty, to be filled in and handed in, or with its records.
//
// A template has the headings in the first row of the first sheet and nothing above or beside them, so that whatever is
// typed below comes back through the import. Fields with a frame have a drop-down that reaches 1,000 rows down. A second
// sheet says what each column takes, a third holds the lists behind the drop-downs.

#include <string>
#include <vector>

#include "formats/workbook.h"
#include "registers/registers.h"
#include "words/words.h"

namespace makegood {

inline constexpr std::size_t kTemplateRows = 1'000;

/// The fields of which a file may speak, in order: all but those that the system sets.
[[nodiscard]] std::vector<const RegisterField*> template_fields(const Definition& definition);
/// Their headings: titles in the language of the words, and the field's name where a title would not be understood.
[[nodiscard]] std::vector<std::string> template_headings(const Definition& definition, const Words& words);

[[nodiscard]] Workbook register_template(const Definition& definition, const Words& words);

/// `rows` as tasks::export_records() gives them: a header and texts. A text is written as text: no formula runs.
[[nodiscard]] Workbook register_workbook(const Definition& definition, const std::vector<std::vector<std::string>>& rows, const Words& words);

}  // namespace makegood
