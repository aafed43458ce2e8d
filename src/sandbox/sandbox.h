#pragma once
// sandbox: runs a program that looks at other people's bytes, so that its faults are not ours.
// It gets them on its standard input and answers on its standard output; it is stopped when it
// takes too long or says too much. What it may do besides is its own affair (pdf/sandbox.cc).
//
//   const auto program = find_program("makegood-pdf", "MAKEGOOD_PDF");
//   Result<std::string> json = run_filter({.program = *program, .what = "PDF"}, pdf_bytes);
//   if (!json) show(json.error().message);   // one sentence for an officer
//
// sandbox must not know what the bytes are.

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "base/base.h"

namespace makegood {

struct Filter {
  std::string program;            ///< path
  std::string what = "document";  ///< what it reads, for messages: "PDF"
  std::chrono::milliseconds time{30'000};
  std::size_t most_output = 64U << 20U;
};

/// Beside our own program, in ../libexec/makegood, or where the environment variable says.
[[nodiscard]] std::optional<std::string> find_program(std::string_view name, const char* variable);

/// What the program answered. May be called from several threads at once; leaves no process
/// behind. Refuses: exit status 2, with its own line -> unreadable; broken, stopped by a signal or
/// too slow -> unreadable; more than `most_output` -> too_large; not there -> unreadable.
[[nodiscard]] Result<std::string> run_filter(const Filter& filter, std::string_view input);

}  // namespace makegood
