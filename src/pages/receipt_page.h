#pragma once
// How does it stand with what I sent? Asked by a number, since whoever asks did not say who they are.
//
//   GET  /registers/NAME/receipt   asks for the number (POST: receipt, go = look or write, message, once)

#include <optional>
#include <string>
#include <vector>

#include "pages/pieces.h"
#include "registers/registers.h"

namespace makegood::pages {

[[nodiscard]] Url receipt_url(std::string_view register_name);

struct ReceiptPage {
  const Definition* definition = nullptr;
  std::string receipt;           ///< as typed
  bool found = false;            ///< the rest is what stands under it
  bool is_open = false;          ///< the sender may still change what they sent
  std::string state;
  Day recorded, entered;
  std::vector<RecordMessage> messages;
  std::string message, once;     ///< what was typed, and the number of this form
  bool written = false;          ///< just now
  std::string refusal, fault;    ///< `fault` names the field
};
[[nodiscard]] Html receipt_page(const ReceiptPage& page, const Site& site);

/// It was sent, and this is the number: shown once. `receipt` empty = it was shown before.
[[nodiscard]] Html receipt_given_page(const Definition& definition, std::string_view receipt, const Site& site);

}  // namespace makegood::pages
