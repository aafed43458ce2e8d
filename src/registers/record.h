#pragma once
// One record of a register, as it stands after its last entry in the ledger, and how entries write it.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "registers/answers.h"

namespace makegood {

using RecordId = Id<struct RecordTag>;

struct Record {
  RecordId id;
  std::string register_name;
  int version = 1;                   ///< of the definition under which it was filled in
  std::string organisation;          ///< whose it is; empty where the register has none
  std::string state;                 ///< empty where the register has no states
  Day recorded;                      ///< when it came in
  Day entered;                       ///< when it came into its state
  std::optional<Day> closed;         ///< when it came into a final state
  Answers answers;                   ///< all of them; who may see which is decided by reach.h
  std::string reason;                ///< of the last change
  bool emptied = false;              ///< what identifies somebody has been erased
  std::int64_t sequence = 0;         ///< of the last entry about it
  bool operator==(const Record&) const = default;
};

/// JSON, as the ledger keeps it; without `id` and `sequence`, which the entry has itself. Protected answers
/// stand apart, and the day and the key are written out, so that what is derived needs no definition.
[[nodiscard]] std::string write_record(const Definition& definition, const Record& record);
[[nodiscard]] Result<Record> read_record(std::string_view json);

/// An entry as it is kept: the record without its protected answers, and those beside it.
struct RecordEntry {
  Record record;
  Answers protected_answers;
  Day happened;
  std::string key;
};
[[nodiscard]] Result<RecordEntry> read_record_entry(std::string_view json);
/// The record's own JSON without what is protected, and the protected answers' JSON ("{}" where there are none).
[[nodiscard]] std::string write_answers(const Answers& answers);
[[nodiscard]] Result<Answers> read_answers(std::string_view json);

/// Fills in what the system sets: a date field with the day it came in, any other with the record's number.
void set_by_system(const Definition& definition, Record& record);

/// When it happened by the definition's date field; a month or a year counts from its first day.
/// Where there is none, the day it came in.
[[nodiscard]] Day happened_on(const Definition& definition, const Record& record);

/// The primary key in one text; empty where the register has none or a part of it is missing.
[[nodiscard]] std::string key_of(const Definition& definition, const Answers& answers);

/// The record without what says `erased`; counts by coded fields that do not say so stay as they were.
[[nodiscard]] Record emptied(const Definition& definition, Record record);

/// Only answers to fields that are public, while the register's condition holds and consent is given;
/// empty = this record is not for the public.
[[nodiscard]] std::optional<Answers> public_answers(const Definition& definition, const Record& record);

/// "There was nothing": an organisation's word about one period.
struct NilReturn {
  std::string register_name, organisation;
  Day first_day;  ///< of the period
  bool operator==(const NilReturn&) const = default;
};
[[nodiscard]] std::string write_nil(const NilReturn& nil);
[[nodiscard]] Result<NilReturn> read_nil(std::string_view json);

/// A named person's word that the data protection impact assessment is approved.
struct Opening {
  std::string register_name, approved_by, reference;
  Day approved_on;
  bool operator==(const Opening&) const = default;
};
[[nodiscard]] std::string write_opening(const Opening& opening);
[[nodiscard]] Result<Opening> read_opening(std::string_view json);

}  // namespace makegood
