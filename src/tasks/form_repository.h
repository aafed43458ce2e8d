#pragma once
// What belongs to the forms of registers and is in no entry of the ledger, because nothing was sent yet or because it
// is a secret: files that wait for a yes, forms that were begun, hashes of receipts.
//
// Files and forms hold people's data before anybody has answered for it, so each has its end: a file waits for a day,
// a form for 28. Both go at once when they have become records, or when their owner throws them away.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "registers/answers.h"
#include "registers/record.h"

namespace makegood::tasks {

inline constexpr std::int64_t kFileSeconds = 24LL * 60 * 60;
inline constexpr std::int64_t kFormSeconds = 28LL * 24 * 60 * 60;
inline constexpr int kFilesOfOne = 5, kFormsOfOne = 20;  ///< of one account; older ones are crowded out

/// An extract of another system that was looked at and is not accepted yet.
struct WaitingFile {
  std::string id, register_name, account, name;
  std::string digest;     ///< SHA-256 of the bytes: what is accepted is what was shown
  std::string bytes;      ///< gone once it was accepted
  std::int64_t at = 0;    ///< seconds since 1970
  std::string outcome;    ///< what accepting it did, JSON; empty = it waits
};

/// A form as far as somebody has filled it in, faults and all.
struct BegunForm {
  std::string holder;     ///< "account NAME", or "link HASH" of the token that leads back to it
  std::string once;       ///< the form's own number
  std::string register_name;
  int version = 1;        ///< of the definition under which it was begun
  Answers answers;
  std::string step;       ///< where the person was
  bool anonymous = false;
  std::int64_t saved = 0; ///< seconds since 1970
};

class FormRepository {
 public:
  FormRepository() = default;
  FormRepository(const FormRepository&) = delete;
  FormRepository& operator=(const FormRepository&) = delete;
  virtual ~FormRepository() = default;

  [[nodiscard]] virtual Result<void> keep_file(const WaitingFile& file) = 0;
  /// Refuses: there is none, or it is somebody else's -> not_found.
  [[nodiscard]] virtual Result<WaitingFile> file(std::string_view id, std::string_view account) = 0;
  [[nodiscard]] virtual Result<void> drop_file(std::string_view id, std::string_view account) = 0;

  /// In the place of the one with this holder and number.
  [[nodiscard]] virtual Result<void> save(const BegunForm& form) = 0;
  /// Of one holder, the last saved first.
  [[nodiscard]] virtual Result<std::vector<BegunForm>> begun(std::string_view holder) = 0;
  [[nodiscard]] virtual Result<void> drop(std::string_view holder, std::string_view once) = 0;

  /// The record for which a receipt with this hash was given.
  [[nodiscard]] virtual Result<std::optional<RecordId>> record_with_receipt(std::string_view hash) = 0;

  /// Removes files and forms whose time is over at `now`.
  [[nodiscard]] virtual Result<void> forget(std::int64_t now) = 0;
};

/// Words by which the ledger's store knows what goes with a batch.
inline constexpr std::string_view kFileAcceptedErrand = "file_accepted";  ///< id, line break, outcome: the bytes go; refuses a second time -> conflict
inline constexpr std::string_view kFormSentErrand = "form_sent";          ///< holder, line break, number: the form goes
inline constexpr std::string_view kReceiptErrand = "receipt";             ///< hash, line break, record

}  // namespace makegood::tasks
