#pragma once
// The numbered steps that make the tables which must be kept: the ledger and what no entry tells
// (links, sessions, letters, drafts). A step is never changed once released; a new one goes below the last.

#include <span>

namespace makegood::store {

/// In order. Each is a constant of the file of its topic.
[[nodiscard]] std::span<const char* const> schema_steps();

extern const char* const kFirstStep;    // the ledger, documents, links and sessions
extern const char* const kOutboxStep;
extern const char* const kSubscriptionStep;
extern const char* const kAccountStep;  // accounts, wrong answers, the log of access
extern const char* const kFilterStep;   // named filters of the grid
extern const char* const kLetterBodiesStep;  // whose plans a letter tells the public of
extern const char* const kSheetStep;    // sheets that were sent to owners, and those that came back
extern const char* const kApiTokenStep;  // tokens of other systems, and what they sent before
extern const char* const kFormStep;     // of registers: files that wait, forms that were begun, receipts

}  // namespace makegood::store
