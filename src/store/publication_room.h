#pragma once
// Editions, holds, objectives and summaries as tables: PublicationRepository over the connections.

#include "report/publication_repository.h"
#include "store/connections.h"

namespace makegood::store {

class PublicationRoom final : public PublicationRepository {
 public:
  explicit PublicationRoom(Connections& connections) : connections_(connections) {}

  Result<std::vector<Edition>> editions(std::string_view plan) override;
  Result<Edition> edition(std::string_view plan, std::string_view name) override;
  Result<std::vector<PublicationHold>> holds() override;
  Result<std::vector<ItemObjective>> objectives(std::string_view plan) override;
  Result<std::vector<ItemSummary>> summaries(std::string_view plan, const ItemId& item) override;

 private:
  Connections& connections_;
};

}  // namespace makegood::store
