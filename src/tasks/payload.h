#pragma once
// What an entry's payload says, in JSON. One shape serves every kind; members that say nothing
// are left out. Nested nouns are kept as their own JSON text, made and read by plan.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/base.h"

namespace makegood::tasks {

struct Payload {
  std::string plan;         ///< slug
  std::string import;       ///< id
  std::string document_digest, document_name;
  std::int64_t document_size = 0;
  std::string draft;        ///< write_plan: the document as read
  std::string head;         ///< write_plan_head
  std::vector<std::string> order;  ///< ids of all items, in plan order
  std::string item;         ///< write_item: as it stands after this entry
  int position = -1;        ///< in plan order, from 0; -1 = stays where it is
  std::string settlement, correction, changes;  ///< write_settlement, write_correction, write_changes
  std::string match;        ///< write_match_decision
  std::string given;        ///< write_given: what a person says about columns and tables
  std::string lost;         ///< write_lost: steps by hand that could not be carried over
  std::string edit;         ///< write_plan_edit
  std::vector<std::string> removed;  ///< ids of items
  std::string home, shared, theme;  ///< an item of another plan: that plan's slug, the item's id, a theme of the including plan
  std::string reason;
  bool released = false;    ///< public at once
  std::string replacement;  ///< of an erased payload: what is gone on with
  std::string attachment;   ///< digest of bytes that were erased too
};

[[nodiscard]] std::string write_payload(const Payload& payload);
/// Refuses what is not a payload -> invalid_input. Unknown members are passed over.
[[nodiscard]] Result<Payload> read_payload(std::string_view json);

}  // namespace makegood::tasks
