#pragma once
// Running text made ready for reading items: names of fields that stand alone on their lines are
// joined to what they name, and lists that only note or believe are put aside.

#include "extract/lines.h"

namespace makegood::extraction {

/// "Lead" above "Head of Housing" becomes "Lead: Head of Housing", where the document does so again
/// and again.
void join_lone_labels(Lines& lines);

/// "This Council notes: 1. ... 2. ..." beside "This Council resolves to: 1. ...": only what is
/// resolved is done. Takes out nothing where no line announces a list of deeds.
void leave_out_notes(Lines& lines);

}  // namespace makegood::extraction
