#pragma once
// The door to where registers and their records are kept. It only reads: both change through the ledger.

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "registers/periods.h"
#include "registers/published.h"
#include "registers/reach.h"
#include "registers/record.h"
#include "registers/ties.h"

namespace makegood {

/// A register as it stands: its definition, and whether records may come in.
struct KeptRegister {
  Definition definition;
  std::string text;                ///< the file as it was given
  std::optional<Opening> opening;  ///< who approved the DPIA; empty = nobody has
  std::vector<std::string> expected;  ///< organisations (ids) whose returns are expected, in order
  std::int64_t sequence = 0;       ///< of the last entry about it
  [[nodiscard]] bool is_open() const { return !definition.opens_with_dpia || opening; }
};

/// Which records, newest first by the day they are about. What is left empty does not narrow.
struct RecordQuery {
  std::string register_name;
  Reach reach;                     ///< nobody's = no records
  std::string state, organisation;
  std::optional<Day> from, until;  ///< by the day it happened; both count
  std::string words;               ///< each begins a word of some answer that is not protected; accents do not count
  std::string after;               ///< where the page before ended; empty = from the newest
  int limit = 50;
};
struct RecordList {
  std::vector<Record> records;     ///< without protected answers: a list is not a look at a person
  std::string next;                ///< `after` of the next page; empty = this was the last
};

class RegisterRepository {
 public:
  RegisterRepository() = default;
  RegisterRepository(const RegisterRepository&) = delete;
  RegisterRepository& operator=(const RegisterRepository&) = delete;
  virtual ~RegisterRepository() = default;

  /// By title.
  [[nodiscard]] virtual Result<std::vector<std::shared_ptr<const KeptRegister>>> all() = 0;
  /// Refuses -> not_found.
  [[nodiscard]] virtual Result<std::shared_ptr<const KeptRegister>> find(std::string_view name) = 0;

  /// Whole, protected answers included: whoever calls notes the look and hides what is not for the reader.
  /// Refuses -> not_found.
  [[nodiscard]] virtual Result<Record> record(const RecordId& id) = 0;
  [[nodiscard]] virtual Result<RecordList> list(const RecordQuery& query) = 0;
  [[nodiscard]] virtual Result<std::int64_t> count(const RecordQuery& query) = 0;
  /// Every record that the query finds, whole, oldest first; stops when `take` says false. `limit` does not count.
  [[nodiscard]] virtual Result<void> each(const RecordQuery& query, const std::function<bool(const Record&)>& take) = 0;
  /// What everybody may see. Nothing where there is no such register, or nothing of it is public.
  [[nodiscard]] virtual Result<PublishedList> published(const PublishedQuery& query) = 0;
  /// The record with this primary key (record.h), if there is one.
  [[nodiscard]] virtual Result<std::optional<RecordId>> with_key(std::string_view register_name, std::string_view key) = 0;
  /// What a record is tied to, in the order in which it was tied.
  [[nodiscard]] virtual Result<std::vector<TieEnd>> ties_of(const RecordId& id) = 0;
  /// The records that are tied to this, oldest tie first.
  [[nodiscard]] virtual Result<std::vector<TiedRecord>> tied_to(const TieEnd& end) = 0;
  /// What was written about a record after it came in, oldest first.
  [[nodiscard]] virtual Result<std::vector<RecordMessage>> messages_about(const RecordId& id) = 0;
  /// By organisation: records of the period and whether it said nil. Only those that said something.
  [[nodiscard]] virtual Result<std::vector<ReturnCount>> returned(std::string_view register_name, const ReturnPeriod& period) = 0;
};

}  // namespace makegood
