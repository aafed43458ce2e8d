#include "tasks/access_log.h"

#include <algorithm>
#include <array>
#include <utility>

#include "tasks/workspace.h"

namespace makegood::tasks {
namespace {

constexpr std::array kCodes = {std::pair{Looked::people, std::string_view("people")},
                               std::pair{Looked::evidence, std::string_view("evidence")},
                               std::pair{Looked::foi_export, std::string_view("foi_export")},
                               std::pair{Looked::access_log, std::string_view("access_log")},
                               std::pair{Looked::signed_in, std::string_view("signed_in")},
                               std::pair{Looked::refused, std::string_view("refused")},
                               std::pair{Looked::password_set, std::string_view("password_set")},
                               std::pair{Looked::codes_on, std::string_view("codes_on")},
                               std::pair{Looked::codes_off, std::string_view("codes_off")},
                               std::pair{Looked::recovery_used, std::string_view("recovery_used")},
                               std::pair{Looked::recovery_renewed, std::string_view("recovery_renewed")},
                               std::pair{Looked::session_ended, std::string_view("session_ended")},
                               std::pair{Looked::record, std::string_view("record")},
                               std::pair{Looked::register_export, std::string_view("register_export")},
                               std::pair{Looked::subject_search, std::string_view("subject_search")},
                               std::pair{Looked::subject_export, std::string_view("subject_export")},
                               std::pair{Looked::emergency, std::string_view("emergency")}};

}  // namespace

std::string_view code(Looked what) {
  return std::find_if(kCodes.begin(), kCodes.end(), [&](const auto& row) { return row.first == what; })->second;
}

Result<void> note_access(const Workspace& w, std::string_view who, Looked what, std::string_view subject) {
  const auto now = w.clock.now().seconds;
  if (auto done = w.access_log.add({0, now, std::string(who), std::string(code(what)), std::string(subject)}); !done) return done;
  return w.access_log.forget(now - kAccessLogSeconds);
}

Result<std::vector<AccessEntry>> read_access_log(const Workspace& w, const Actor& actor, std::int64_t before, int limit) {
  if (auto allowed = require(actor, Action::read_access_log); !allowed) return tl::unexpected(allowed.error());
  if (auto done = note_access(w, actor.name, Looked::access_log, {}); !done) return tl::unexpected(done.error());
  return w.access_log.list(before, limit);
}

Result<std::vector<AccessEntry>> read_looks(const Workspace& w, const Actor& actor, const LooksAsked& asked) {
  if (auto allowed = require(actor, Action::read_access_log); !allowed) return tl::unexpected(allowed.error());
  if (const auto there = w.registers.find(asked.register_name); !there) return tl::unexpected(there.error());
  if (auto done = note_access(w, actor.name, Looked::access_log, asked.record.empty() ? asked.register_name : asked.record); !done)
    return tl::unexpected(done.error());
  return w.access_log.of_register(asked.register_name, asked.record, asked.before, asked.limit);
}

}  // namespace makegood::tasks
