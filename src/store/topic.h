#pragma once
// A topic: what one kind of noun needs in the database. Its tables are derived from the ledger by
// its projections; append and rebuild go through the same ones. Each topic is one file,
// NAME_topic.cc; topics.cc lists them. Dropping all derived tables and projecting every entry again must
// give the same rows: dump_derived() shows them, and a test compares.

#include <span>
#include <string_view>

#include "ledger/ledger.h"
#include "store/sqlite.h"
#include "tasks/payload.h"

namespace makegood::store {

/// Rows of derived tables as text; in a fixed order.
struct Dump {
  std::string_view name;
  std::string_view sql;
};

/// What an entry of a kind does to the derived tables. Several topics may have one for the same kind: each is
/// called, in the order of topics(). `payload` is never empty.
struct Projection {
  std::string_view kind;
  Result<void> (*apply)(Db& db, const Entry& entry, std::string_view payload);
  /// It says all that the topic's tables have about its subject: of earlier entries about it nothing is left in them.
  /// When those are erased, the tables need not be made anew.
  bool settles = false;
};

struct Topic {
  std::string_view name;
  const char* create;                         ///< CREATE TABLE ... of its derived tables
  std::span<const std::string_view> tables;   ///< their names, to be dropped
  std::span<const Dump> dumps;
  std::span<const Projection> projections;
};

[[nodiscard]] std::span<const Topic> topics();

/// An entry with its payload read, for topics whose entries carry a tasks::Payload.
struct Happening {
  const Entry& entry;
  const tasks::Payload& payload;
};
/// A projection that takes a Happening.
template <Result<void> (*apply)(Db&, const Happening&)>
Result<void> happened(Db& db, const Entry& entry, std::string_view payload) {
  const auto read = tasks::read_payload(payload);
  if (!read) return tl::unexpected(read.error());
  return apply(db, {entry, *read});
}

// One line a topic, each in its own file.
extern const Topic kProgressTopic;
extern const Topic kPlanTopic;
extern const Topic kImportTopic;
extern const Topic kPublicationTopic;
extern const Topic kCycleTopic;
extern const Topic kIndicatorTopic;
extern const Topic kPeopleTopic;
extern const Topic kRegisterTopic;
extern const Topic kTieTopic;
extern const Topic kCareTopic;
extern const Topic kPublishedTopic;

}  // namespace makegood::store
