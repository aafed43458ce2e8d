#pragma once
// The OpenAPI 3.1 document of the routes for programs, made of the table of routes, of what each takes and answers
// (api_operations.h) and of the registers' definitions (api_schemas.h).
// Source: OpenAPI Specification 3.1.0.

#include <memory>
#include <string_view>
#include <vector>

#include "json/json.h"
#include "registers/registers.h"
#include "web/router.h"

namespace makegood::web {

[[nodiscard]] OrderedJson openapi_document(const std::vector<RouteRow>& routes, const std::vector<std::shared_ptr<const KeptRegister>>& registers,
                                           std::string_view base_url);

}  // namespace makegood::web
