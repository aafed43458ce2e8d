#pragma once
// scan: has clamd look at files that people send. clamd runs beside us and is spoken to over a unix
// socket or over TCP on this machine, with its INSTREAM command: the bytes go in pieces, each with its
// length before it, and one line comes back.
//
//   auto scanner = scan::make_scanner("/run/clamav/clamd.ctl");       // or "127.0.0.1:3310"
//   if (!scanner) return tl::unexpected(scanner.error());
//   auto verdict = (*scanner)->scan(bytes);                            // clean, or what was found
//
// A connection a file. scan must not know what files are about, nor where they are kept.

#include <chrono>
#include <memory>
#include <string>

#include "base/base.h"
#include "tasks/scanner.h"

namespace makegood::scan {

/// `address`: the path of a socket, or NUMBERS:PORT of this machine ("127.0.0.1:3310", "[::1]:3310").
/// `patience`: for connecting, for each piece that is sent, and for the answer as a whole; clamd may be reading its
/// signatures anew. Whatever it does, other files wait no longer than that.
/// Refuses anything else -> invalid_input. It is not asked whether clamd is there.
[[nodiscard]] Result<std::unique_ptr<tasks::Scanner>> make_scanner(const std::string& address, std::chrono::milliseconds patience = std::chrono::seconds(20));

/// "stream: OK", "stream: NAME FOUND", "... ERROR" and nothing else.
/// Refuses what is no verdict -> unavailable.
[[nodiscard]] Result<tasks::Verdict> read_verdict(std::string_view line);

}  // namespace makegood::scan
