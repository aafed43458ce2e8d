#pragma once
// What the readers of plans have in common. For them only.

#include "json/json.h"
#include "plan/item.h"

namespace makegood {

/// The member "settings"; what it does not say is as in `usual`.
[[nodiscard]] TimescaleSettings read_settings(JsonReader& r, const Json& json, const TimescaleSettings& usual = {});

/// Ids are distinct, every theme and parent is there, and nothing is its own ancestor; else a misfit.
void check_links(JsonReader& r, const Plan& plan);

}  // namespace makegood
