// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Shuts the program in before it looks at anybody's file.

namespace makegood_pdf {

inline constexpr unsigned kSeconds = 30;                // of processor time
inline constexpr unsigned long kMemory = 512UL << 20U;  // of address space
inline constexpr unsigned long kOutput = 64UL << 20U;   // of JSON

/// From here on: no new privileges, no network, no other program, no file opened,
/// limits on time and memory. False where the system refuses, and then nothing may be read.
[[nodiscard]] bool shut_in();

}  // namespace makegood_pdf
