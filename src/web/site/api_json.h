#pragma once
// Registers and records as programs read them.

#include <optional>
#include <string>

#include "registers/answers_json.h"
#include "registers/registers.h"

namespace makegood::web {

/// The definition as it was given (a Table Schema), with the shipped lists that its fields use among `makegood.frames`.
[[nodiscard]] OrderedJson definition_json(const KeptRegister& kept);

/// One record with the answers that are in it.
[[nodiscard]] OrderedJson record_json(const Definition& definition, const Record& record, std::string_view organisation);

/// The entity tag of a record as it stands after the entry `sequence`, in its quotes; and back: nothing where it is none.
[[nodiscard]] std::string record_etag(std::int64_t sequence);
[[nodiscard]] std::optional<std::int64_t> sequence_of(std::string_view etag);

/// The addresses of the API, below /api/v1/registers.
[[nodiscard]] std::string records_path(std::string_view register_name);
[[nodiscard]] std::string record_path(std::string_view register_name, const RecordId& id);

}  // namespace makegood::web
