#include "tasks/receipts.h"

#include <algorithm>

#include "tasks/record_step.h"
#include "tasks/write_down.h"

namespace makegood::tasks {
namespace {

// Without 0, 1, i, l, o and u: what is read out on the telephone is written down right.
constexpr std::string_view kSigns = "23456789abcdefghjkmnpqrstvwxyz";
constexpr std::size_t kLength = 16, kGroup = 4;

std::string in_groups(std::string_view signs) {
  std::string grouped;
  for (std::size_t i = 0; i < signs.size(); ++i) {
    if (i > 0 && i % kGroup == 0) grouped += '-';
    grouped += signs[i];
  }
  return grouped;
}

Result<void> check(const Record& record, RecordMessage& message) {
  message.text = valid_utf8(trim(message.text));
  if (message.text.empty()) return refuse(Fault::invalid_input, "write what you want to say", "message");
  if (message.text.size() > 4 * static_cast<std::size_t>(kLongestMessage)) return refuse(Fault::invalid_input, "this is too long: write 4,000 characters or fewer", "message");
  if (record.emptied) return refuse(Fault::conflict, "this record has been erased: send in a new one");
  return {};
}

Result<void> write_message_about(const Workspace& w, const Record& record, const Actor& actor, RecordMessage message) {
  if (auto fine = check(record, message); !fine) return fine;
  const auto before = w.registers.messages_about(record.id);
  if (!before) return tl::unexpected(before.error());
  const bool sent = std::any_of(before->begin(), before->end(), [&](const RecordMessage& m) { return !message.once.empty() && m.once == message.once; });
  if (sent) return {};
  return write_down(w, {{"record.message", record.id.text, actor.name, write_message(message)}}, {{record.id.text, record.sequence}});
}

}  // namespace

std::string make_receipt(const RandomBits& random) {
  // Numbers beyond the last whole multiple would favour the first signs.
  constexpr std::uint64_t kSignCount = kSigns.size(), kLimit = UINT64_MAX - UINT64_MAX % kSignCount;
  std::string signs;
  while (signs.size() < kLength)
    if (const auto bits = random(); bits < kLimit) signs += kSigns[bits % kSignCount];
  return in_groups(signs);
}

std::string receipt_from(std::string_view typed) {
  std::string signs;
  for (const char c : lower(typed)) {
    if (c == ' ' || c == '-' || c == '\t') continue;
    if (kSigns.find(c) == std::string_view::npos || signs.size() == kLength) return {};
    signs += c;
  }
  return signs.size() == kLength ? in_groups(signs) : std::string{};
}

Result<Record> record_with_receipt(const Workspace& w, std::string_view register_name, std::string_view typed) {
  const auto receipt = receipt_from(typed);
  const auto none = [] { return refuse(Fault::not_found, "no record here has this number: look at it again", "receipt"); };
  if (receipt.empty()) return none();
  const auto id = w.forms.record_with_receipt(token_hash(receipt));
  if (!id) return tl::unexpected(id.error());
  if (!*id) return none();
  auto record = w.registers.record(**id);
  if (record && record->register_name != register_name) return none();
  return record;
}

Result<SeenByReceipt> look_at_receipt(const Workspace& w, std::string_view register_name, std::string_view receipt) {
  const auto record = record_with_receipt(w, register_name, receipt);
  if (!record) return tl::unexpected(record.error());
  auto messages = w.registers.messages_about(record->id);
  if (!messages) return tl::unexpected(messages.error());
  return SeenByReceipt{record->id, record->state, record->recorded, record->entered, std::move(*messages)};
}

Result<void> add_message(const Workspace& w, std::string_view register_name, std::string_view receipt, RecordMessage message) {
  const auto record = record_with_receipt(w, register_name, receipt);
  if (!record) return tl::unexpected(record.error());
  message.from_sender = true;
  return write_message_about(w, *record, nobody_known(), std::move(message));
}

Result<void> write_to_sender(const Workspace& w, const Actor& actor, const RecordId& id, RecordMessage message) {
  const auto found = reached(w, actor, id, Doing::handle);
  if (!found) return tl::unexpected(found.error());
  message.from_sender = false;
  return write_message_about(w, found->record, actor, std::move(message));
}

Result<std::vector<RecordMessage>> messages_for(const Workspace& w, const Actor& actor, const RecordId& id) {
  if (!reached(w, actor, id, Doing::handle)) return std::vector<RecordMessage>{};
  return w.registers.messages_about(id);
}

}  // namespace makegood::tasks
