#pragma once
// Labelled parts of a text: "Response: ...", "Progress to date and next steps:", "Commitment:",
// "Lead: ...", "Timescale: ...". A label is a known name with a colon, or alone on its line.

#include <string>
#include <string_view>
#include <vector>

#include "extract/lines.h"

namespace makegood::extraction {

enum class Part { none, title, detail, response, progress, commitments, actions, owner, partner, timescale, status, measure, ref, evidence };

struct Label {
  Part part = Part::none;
  std::string_view rest;  ///< what follows it on its line
};

/// The label that `text` begins with.
[[nodiscard]] Label label_in(std::string_view text);

/// One labelled part with its lines. Lines before any label have Part::none.
struct Labelled {
  Part part = Part::none;
  Lines lines;
};

/// A line that carries several labels ("Lead: Housing. Timescale: May 2024") is cut at each.
[[nodiscard]] std::vector<Labelled> split_parts(const Lines& lines);

}  // namespace makegood::extraction
