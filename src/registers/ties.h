#pragma once
// What is said about a record after it came in, besides its answers: what it is tied to, and what was written about it.
// Both are entries about the record.

#include <optional>
#include <string>
#include <string_view>

#include "base/base.h"
#include "registers/record.h"

namespace makegood {

enum class TieTo { item, evidence, record };
[[nodiscard]] std::string_view word(TieTo to);  ///< "item"
/// The word in a register's `links` that allows it: "items".
[[nodiscard]] std::string_view link_word(TieTo to);
[[nodiscard]] std::optional<TieTo> tie_to_from(std::string_view word);

/// One end of a tie, the other being a record.
struct TieEnd {
  TieTo to = TieTo::item;
  std::string place;   ///< slug of the plan, or name of the register
  std::string target;  ///< id of the item, the piece of evidence or the record
  auto operator<=>(const TieEnd&) const = default;
};
/// A record at the other end, with what decides who may see it.
struct TiedRecord {
  RecordId id;
  std::string register_name, organisation;
};

[[nodiscard]] std::string write_tie(const TieEnd& end);
[[nodiscard]] Result<TieEnd> read_tie(std::string_view json);

/// From the sender, who has nothing but the receipt, or from a handler to the sender.
struct RecordMessage {
  std::string text;
  bool from_sender = true;
  std::string once;     ///< the number of the form that sent it
  std::string at = {};  ///< UTC; of the entry
};
[[nodiscard]] std::string write_message(const RecordMessage& message);  ///< without `at`
[[nodiscard]] Result<RecordMessage> read_message(std::string_view json);

/// No message is longer than this, in characters.
inline constexpr int kLongestMessage = 4'000;

}  // namespace makegood
