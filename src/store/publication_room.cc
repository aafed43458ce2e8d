#include "store/publication_room.h"

#include "report/publication_json.h"

namespace makegood::store {
namespace {

constexpr const char* kEditions = "SELECT json, at, actor, sequence FROM editions WHERE plan = $1 AND ($2 = '' OR name = $2) ORDER BY sequence";
constexpr const char* kHolds = "SELECT json, sequence FROM publication_holds ORDER BY first";
constexpr const char* kObjectives = "SELECT json FROM item_objectives WHERE plan = $1 ORDER BY item";
constexpr const char* kSummaries = "SELECT json FROM item_summaries WHERE plan = $1 AND item = $2 ORDER BY language, easy_read";

Result<std::vector<Edition>> editions_named(Db& db, std::string_view plan, std::string_view name) {
  std::vector<Edition> editions;
  for (Query q(db, kEditions, plan, name); q.next();) {
    auto edition = read_edition(q.text(0));
    if (!edition) return tl::unexpected(edition.error());
    edition->at = q.text(1);
    edition->actor = q.text(2);
    edition->sequence = q.number(3);
    editions.push_back(std::move(*edition));
  }
  return editions;
}

/// The nouns of a query's first column.
template <class Noun>
Result<std::vector<Noun>> nouns_of(Query& query, Result<Noun> (*read)(std::string_view)) {
  std::vector<Noun> nouns;
  while (query.next()) {
    auto noun = read(query.text(0));
    if (!noun) return tl::unexpected(noun.error());
    nouns.push_back(std::move(*noun));
  }
  return nouns;
}

}  // namespace

Result<std::vector<Edition>> PublicationRoom::editions(std::string_view plan) {
  return guarded([&] {
    auto lease = connections_.read();
    return editions_named(*lease, plan, "");
  });
}

Result<Edition> PublicationRoom::edition(std::string_view plan, std::string_view name) {
  return guarded([&]() -> Result<Edition> {
    auto lease = connections_.read();
    if (name.empty()) return refuse(Fault::not_found, "there is no such edition");
    auto found = editions_named(*lease, plan, name);
    if (!found) return tl::unexpected(found.error());
    if (found->empty()) return refuse(Fault::not_found, "there is no such edition");
    return std::move(found->front());
  });
}

Result<std::vector<PublicationHold>> PublicationRoom::holds() {
  return guarded([&]() -> Result<std::vector<PublicationHold>> {
    auto lease = connections_.read();
    std::vector<PublicationHold> holds;
    for (Query q(*lease, kHolds); q.next();) {
      auto hold = read_publication_hold(q.text(0));
      if (!hold) return tl::unexpected(hold.error());
      hold->sequence = q.number(1);
      holds.push_back(std::move(*hold));
    }
    return holds;
  });
}

Result<std::vector<ItemObjective>> PublicationRoom::objectives(std::string_view plan) {
  return guarded([&] {
    auto lease = connections_.read();
    Query query(*lease, kObjectives, plan);
    return nouns_of(query, read_objective);
  });
}

Result<std::vector<ItemSummary>> PublicationRoom::summaries(std::string_view plan, const ItemId& item) {
  return guarded([&] {
    auto lease = connections_.read();
    Query query(*lease, kSummaries, plan, item.text);
    return nouns_of(query, read_summary);
  });
}

}  // namespace makegood::store
