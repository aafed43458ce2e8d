#pragma once
// The JSON Schemas of the document: those of every register, and those made of a register's fields.

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "json/json.h"
#include "registers/registers.h"

namespace makegood::web {

/// {"$ref": "#/components/schemas/NAME"}
[[nodiscard]] OrderedJson schema_ref(std::string_view name);

/// What may be sent as the answers of a record: a property for each field that whoever submits fills in.
[[nodiscard]] OrderedJson answers_schema(const Definition& definition);
/// Answers that would be taken; null where an example cannot be made, as for a field whose form is laid down by a pattern.
[[nodiscard]] OrderedJson answers_example(const Definition& definition);

/// Every schema that operations speak of, by name, with their examples.
[[nodiscard]] OrderedJson component_schemas(const std::vector<std::shared_ptr<const KeptRegister>>& registers);

}  // namespace makegood::web
