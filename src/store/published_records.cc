// What everybody may see of registers, read: the part of RegisterRoom that is about it. The numbers in the texts are the
// places of values, the same in each, so that a condition that is not asked for still names its own.

#include <algorithm>

#include <fmt/format.h>

#include "store/record_words.h"
#include "store/register_room.h"
#include "store/search_words.h"

namespace makegood::store {
namespace {

// Words find no more than kMostFound, in the order in which entries were written. CROSS: these first, and then their
// entries; the other way round every entry would be held against them.
const std::string kFound = fmt::format("(SELECT rowid AS number FROM search_published WHERE search_published MATCH $2 LIMIT {}) f", kMostFound);
const std::string kColumns = "SELECT p.answers, p.happened || ' ' || p.record FROM ";
const std::string kFrom = " AND (p.happened, p.record) > (substr($3, 1, 10), substr($3, 12)) ORDER BY p.happened, p.record LIMIT $4";
const std::string kAll = kColumns + "published_records p WHERE p.register = $1 AND $2 = $2" + kFrom;
const std::string kSome = kColumns + kFound + " CROSS JOIN published_records p ON p.number = f.number WHERE p.register = $1" + kFrom;
const std::string kCountAll = "SELECT records FROM published_counts WHERE register = $1 AND $2 = $2";
const std::string kCountSome = "SELECT count(*) FROM " + kFound + " WHERE $1 = $1";

}  // namespace

Result<PublishedList> RegisterRoom::published(const PublishedQuery& query) {
  return guarded([&]() -> Result<PublishedList> {
    const auto words = match_of(query.words);
    const auto match = words.empty() ? words : fmt::format("register : \"{}\" AND words : ({})", one_word(query.register_name), words);
    const auto limit = static_cast<std::size_t>(std::clamp(query.limit, 1, kMostPublished));
    PublishedList list;
    auto lease = connections_.read();
    Tx tx(*lease, Tx::Kind::read);
    if (Query row(*lease, match.empty() ? kCountAll : kCountSome, query.register_name, match); row.next()) list.found = row.number(0);
    std::string mark;
    for (Query row(*lease, match.empty() ? kAll : kSome, query.register_name, match, query.after, static_cast<std::int64_t>(limit + 1)); row.next();) {
      if (list.entries.size() == limit) {
        list.next = mark;
        break;
      }
      auto answers = read_answers(row.text(0));
      if (!answers) return tl::unexpected(answers.error());
      list.entries.push_back(std::move(*answers));
      mark = row.text(1);
    }
    return list;
  });
}

}  // namespace makegood::store
