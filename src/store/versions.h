#pragma once
// Former versions of a plan: as it stood, in either view, when a newer document took its place.

#include <string>
#include <string_view>

#include "plan/plan.h"
#include "store/sqlite.h"

namespace makegood::store {

/// Keeps the plan of this view as a former version, where it is one: nothing when there is no such plan,
/// or when it is the version with this sequence already.
void keep_former_version(Db& db, const char* view, std::string_view slug, std::int64_t newer);

void forget_former_versions(Db& db, const char* view, std::string_view slug);

/// What a version is called in addresses, for good: the year that its document was read for (as_of), else
/// the year of its adoption; where an earlier version has that, the day of its adoption; and where one
/// has that too, the day and a number ("2024-05-01-2").
[[nodiscard]] std::string name_version(Db& db, std::string_view slug, const Plan& plan, std::string_view adopted_at);

}  // namespace makegood::store
