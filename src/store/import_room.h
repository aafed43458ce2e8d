#pragma once
// Imports as tables: ImportRepository over the connections.

#include "store/connections.h"
#include "tasks/imports.h"

namespace makegood::store {

class ImportRoom final : public tasks::ImportRepository {
 public:
  explicit ImportRoom(Connections& connections) : connections_(connections) {}

  Result<std::vector<tasks::ImportSummary>> open_imports() override;
  Result<tasks::Import> find(const tasks::ImportId& id) override;
  Result<std::optional<tasks::ImportSummary>> find_document(std::string_view slug, std::string_view digest) override;

 private:
  Connections& connections_;
};

}  // namespace makegood::store
