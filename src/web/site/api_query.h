#pragma once
// What a list of records is asked for. A name that is not known is refused: a filter that is misspelt and passed over
// would give out more than was asked for.

#include "registers/register_repository.h"
#include "registers/answers_json.h"
#include "web/fields.h"

namespace makegood::web {

inline constexpr int kUsualRecords = 50, kMostRecords = 200;

struct ApiQuery {
  RecordQuery records;           ///< without the register and the reach
  bool count = false;            ///< tell how many there are, too
  std::vector<SentFault> faults; ///< by the query's names
};
[[nodiscard]] ApiQuery api_query(const Fields& query);
/// The query of the next page.
[[nodiscard]] std::string next_query(const Fields& query, std::string_view after);

}  // namespace makegood::web
