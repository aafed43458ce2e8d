#pragma once
// Who looked at protected records, and what was done to accounts. The ledger says what changed; this
// says what was seen. It is no part of the ledger and nothing is derived from it: it is kept for two
// years and then forgotten, as a log about people must be.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tasks/people.h"

namespace makegood::tasks {

struct Workspace;

/// What is written down. A code stands in the table and an address; its words come from the catalogue.
enum class Looked { people, evidence, foi_export, access_log, signed_in, refused, password_set, codes_on, codes_off, recovery_used, recovery_renewed, session_ended, record, register_export,
                    subject_search, subject_export, emergency };

[[nodiscard]] std::string_view code(Looked what);

struct AccessEntry {
  std::int64_t id = 0;
  std::int64_t at = 0;   ///< seconds since 1970
  std::string who;       ///< an account, or empty: nobody that is known
  std::string what;      ///< code(Looked)
  std::string subject;   ///< an id: of a person, a file, an item; of a search for a person, why it was made
};

inline constexpr std::int64_t kAccessLogSeconds = 2LL * 365 * 24 * 60 * 60;

class AccessLog {
 public:
  AccessLog() = default;
  AccessLog(const AccessLog&) = delete;
  AccessLog& operator=(const AccessLog&) = delete;
  virtual ~AccessLog() = default;

  [[nodiscard]] virtual Result<void> add(const AccessEntry& entry) = 0;
  /// Newest first, those with an id below `before` (0 = from the newest).
  [[nodiscard]] virtual Result<std::vector<AccessEntry>> list(std::int64_t before, int limit) = 0;
  /// The same of one record, or with an empty `record` of a register and all that is in it.
  [[nodiscard]] virtual Result<std::vector<AccessEntry>> of_register(std::string_view name, std::string_view record, std::int64_t before, int limit) = 0;
  [[nodiscard]] virtual Result<void> forget(std::int64_t before) = 0;
};

/// Written before the record is shown. A refusal means that it must not be shown.
[[nodiscard]] Result<void> note_access(const Workspace& workspace, std::string_view who, Looked what, std::string_view subject);
/// Newest first, which is written down too. Refuses whoever may not read it -> not_allowed.
[[nodiscard]] Result<std::vector<AccessEntry>> read_access_log(const Workspace& workspace, const Actor& actor, std::int64_t before, int limit);
/// The same of one register, or of one record of it. Refuses: no such register -> not_found.
struct LooksAsked {
  std::string register_name, record;  ///< an empty record = all of the register
  std::int64_t before = 0;
  int limit = 100;
};
[[nodiscard]] Result<std::vector<AccessEntry>> read_looks(const Workspace& workspace, const Actor& actor, const LooksAsked& asked);

}  // namespace makegood::tasks
