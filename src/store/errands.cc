#include "store/errands.h"

#include <array>

#include "store/answer_room.h"
#include "store/api_token_room.h"
#include "store/cycle_room.h"
#include "store/form_room.h"
#include "store/outbox_room.h"
#include "tasks/api_tokens.h"
#include "tasks/form_repository.h"
#include "tasks/reply_link.h"

namespace makegood::store {
namespace {

struct Taker {
  std::string_view kind;
  Result<void> (*take)(Db&, std::string_view payload);
};

Result<void> take_letter(Db& db, std::string_view payload) {
  const auto letter = tasks::read_letter_errand(payload);
  if (!letter) return tl::unexpected(letter.error());
  add_letter(db, *letter);
  return {};
}

constexpr std::array kTakers = {
    Taker{tasks::kLetterErrand, take_letter},
    Taker{tasks::kReplyLinkErrand, add_reply_link},
    Taker{tasks::kDraftSentErrand, drop_sent_draft},
    Taker{tasks::kFileSentErrand, hand_file_over},
    Taker{tasks::kDraftsOverErrand, drop_drafts_of},
    Taker{tasks::kApiTokenErrand, add_api_token},
    Taker{tasks::kApiTokenOverErrand, end_api_token},
    Taker{tasks::kSentKeyErrand, add_sent_key},
    Taker{tasks::kFileAcceptedErrand, accept_file},
    Taker{tasks::kFormSentErrand, drop_sent_form},
    Taker{tasks::kReceiptErrand, keep_receipt},
};

}  // namespace

Result<void> take_errand(Db& db, const Errand& errand) {
  for (const auto& taker : kTakers)
    if (taker.kind == errand.kind) return taker.take(db, errand.payload);
  return refuse(Fault::invalid_input, "nobody takes an errand of this kind", errand.kind);
}

}  // namespace makegood::store
