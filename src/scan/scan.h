#pragma once
// scan: has clamd look at files that people send. clamd runs beside us and is spoken to over a unix
// socket or over TCP on this machine, with its INSTREAM command: the bytes go in pieces, each with its
// length before it, and one line comes back.
//
//   auto scanner = scan::make_scanner("/run/clamav/clamd.ctl");       // or "127.0.0.1:3310"
//   if (!scanner) return tl::unexpected(scanner.error());
//   auto verdict = (*scanner)->scan(bytes);                            // clean, or what was found
//
// A connection a file, 20 seconds for each step: clamd may be reading its signatures anew. scan must not know
// what files are about, nor where they are kept.

#include <memory>
#include <string>

#include "base/base.h"
#include "tasks/scanner.h"

namespace makegood::scan {

/// `address`: the path of a socket, or NUMBERS:PORT of this machine ("127.0.0.1:3310", "[::1]:3310").
/// Refuses anything else -> invalid_input. It is not asked whether clamd is there.
[[nodiscard]] Result<std::unique_ptr<tasks::Scanner>> make_scanner(const std::string& address);

/// "stream: OK", "stream: NAME FOUND", "... ERROR" and nothing else.
/// Refuses what is no verdict -> unavailable.
[[nodiscard]] Result<tasks::Verdict> read_verdict(std::string_view line);

}  // namespace makegood::scan
