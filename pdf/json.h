// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Contents as JSON, piece by piece: the form is described in README.md.

#include <string>

#include "contents.h"

namespace makegood_pdf {

/// `{"format": ..., "pages": [`
[[nodiscard]] std::string json_start();
/// One page; the first of a file has no comma before it.
[[nodiscard]] std::string json_page(const Page& page, bool first);
/// `], "fonts": ..., "structure": ...}`
[[nodiscard]] std::string json_end(const Contents& contents);

}  // namespace makegood_pdf
