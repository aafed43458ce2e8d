#pragma once
// The door to editions, holds and what was said about items for their readers. It only reads: they change through
// the ledger.

#include "report/publication.h"

namespace makegood {

class PublicationRepository {
 public:
  PublicationRepository() = default;
  PublicationRepository(const PublicationRepository&) = delete;
  PublicationRepository& operator=(const PublicationRepository&) = delete;
  virtual ~PublicationRepository() = default;

  /// In the order in which they were frozen.
  [[nodiscard]] virtual Result<std::vector<Edition>> editions(std::string_view plan) = 0;
  /// Refuses: no such edition -> not_found.
  [[nodiscard]] virtual Result<Edition> edition(std::string_view plan, std::string_view name) = 0;
  /// All that were ever recorded, oldest first.
  [[nodiscard]] virtual Result<std::vector<PublicationHold>> holds() = 0;
  /// Of a plan's items, by item.
  [[nodiscard]] virtual Result<std::vector<ItemObjective>> objectives(std::string_view plan) = 0;
  /// Of one item, in the order of language tags, easy read after.
  [[nodiscard]] virtual Result<std::vector<ItemSummary>> summaries(std::string_view plan, const ItemId& item) = 0;
};

}  // namespace makegood
