#pragma once
// What stands beside a record's answers: what it is tied to, and what its sender wrote afterwards.
//
//   GET  /desk/registers/NAME/records/ID/ties      what it is tied to and may be: words (POST: to, place, target,
//                                                  do = tie or untie, words)
//   POST /desk/registers/NAME/records/ID/message   message, once: to the sender

#include <string>
#include <vector>

#include "pages/pieces.h"
#include "registers/registers.h"

namespace makegood::pages {

/// One end of a tie.
struct TieLine {
  TieEnd end;
  std::string ref, title, place_title;
  Url url;                  ///< empty = there is nothing to open
  bool is_seen = true;      ///< false: it is there, but not for the reader
  bool made_there = false;  ///< untied there
};

[[nodiscard]] Url ties_url(std::string_view register_name, const RecordId& id);
[[nodiscard]] Url message_url(std::string_view register_name, const RecordId& id);

/// On the page of the record.
[[nodiscard]] Html ties_section(const Site& site, const Definition& definition, const RecordId& id, const std::vector<TieLine>& ties, bool may_tie);
struct MessagesShown {
  const Definition* definition = nullptr;
  RecordId id;
  const std::vector<RecordMessage>* messages = nullptr;
  std::string once, typed;
};
[[nodiscard]] Html messages_section(const Site& site, const MessagesShown& shown);
/// A list of them, oldest first; nothing where there is none.
[[nodiscard]] Html message_list(const Site& site, const std::vector<RecordMessage>& messages);

/// Where ties are made.
struct TiesPage {
  const Definition* definition = nullptr;
  RecordId id;
  std::vector<TieLine> ties, offered;
  std::string words, refusal;
};
[[nodiscard]] Html ties_page(const TiesPage& page, const Site& site);

}  // namespace makegood::pages
