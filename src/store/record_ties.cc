// Ties and messages of records, read: the part of RegisterRoom that is about them.

#include "store/register_room.h"

namespace makegood::store {

Result<std::vector<TieEnd>> RegisterRoom::ties_of(const RecordId& id) {
  return guarded([&]() -> Result<std::vector<TieEnd>> {
    auto lease = connections_.read();
    std::vector<TieEnd> ends;
    for (Query q(*lease, "SELECT kind, place, target FROM record_ties WHERE record = $1 ORDER BY sequence", id.text); q.next();)
      if (const auto to = tie_to_from(q.text(0))) ends.push_back({*to, q.text(1), q.text(2)});
    return ends;
  });
}

Result<std::vector<TiedRecord>> RegisterRoom::tied_to(const TieEnd& end) {
  return guarded([&]() -> Result<std::vector<TiedRecord>> {
    auto lease = connections_.read();
    std::vector<TiedRecord> records;
    for (Query q(*lease,
                 "SELECT r.id, r.register, r.organisation FROM record_ties t JOIN records r ON r.id = t.record "
                 "WHERE t.kind = $1 AND t.place = $2 AND t.target = $3 ORDER BY t.sequence",
                 word(end.to), end.place, end.target);
         q.next();)
      records.push_back({RecordId(q.text(0)), q.text(1), q.text(2)});
    return records;
  });
}

Result<std::vector<RecordMessage>> RegisterRoom::messages_about(const RecordId& id) {
  return guarded([&]() -> Result<std::vector<RecordMessage>> {
    auto lease = connections_.read();
    std::vector<RecordMessage> messages;
    for (Query q(*lease, "SELECT text, from_sender, once, at FROM record_messages WHERE record = $1 ORDER BY sequence", id.text); q.next();)
      messages.push_back({q.text(0), q.number(1) != 0, q.text(2), q.text(3)});
    return messages;
  });
}

}  // namespace makegood::store
