#pragma once
// As much of JSON Schema 2020-12 as the published schema uses; any other keyword is a fault, so that
// nothing in the schema goes unchecked.

#include <string>

#include <nlohmann/json.hpp>

namespace makegood::round_trip {

/// Empty where `value` is valid, else the first place that is not, and why.
[[nodiscard]] std::string schema_fault(const nlohmann::json& schema, const nlohmann::json& value);

}  // namespace makegood::round_trip
