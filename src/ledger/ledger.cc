#include "ledger/ledger.h"

#include <array>
#include <charconv>

#include <fmt/format.h>
#include <sodium/crypto_hash_sha256.h>

namespace makegood {
namespace {

// "5:hello,": no two lists of texts have the same bytes.
void add_netstring(std::string& out, std::string_view text) {
  out += std::to_string(text.size());
  out += ':';
  out += text;
  out += ',';
}

std::string netstrings(std::initializer_list<std::string_view> texts) {
  std::string out;
  for (const auto text : texts) add_netstring(out, text);
  return out;
}

std::string hex(const unsigned char* bytes, std::size_t size) {
  static constexpr std::string_view kDigits = "0123456789abcdef";
  std::string out;
  out.reserve(size * 2);
  for (std::size_t i = 0; i < size; ++i) {
    out += kDigits[bytes[i] >> 4U];
    out += kDigits[bytes[i] & 15U];
  }
  return out;
}

std::string make_salt(const RandomBits& random) {
  const auto high = random();
  return fmt::format("{:016x}{:016x}", high, random());
}

std::int64_t number_in(std::string_view text) {
  std::int64_t number = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
  return fault == std::errc{} && end == text.data() + text.size() ? number : 0;
}

}  // namespace

std::string sha256(std::string_view bytes) {
  std::array<unsigned char, crypto_hash_sha256_BYTES> digest{};
  crypto_hash_sha256(digest.data(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
  return hex(digest.data(), digest.size());
}

std::string payload_digest(std::string_view salt, std::string_view payload) {
  return sha256(netstrings({"makegood-payload-1", salt, payload}));
}

std::string entry_hash(const Entry& entry) {
  return sha256(netstrings({"makegood-entry-1", std::to_string(entry.sequence), entry.at, entry.actor, entry.kind,
                            entry.subject, entry.digest, entry.previous}));
}

Entry chain(const Change& change, std::string_view at, std::int64_t sequence, std::string_view previous_hash,
            const RandomBits& random) {
  Entry entry;
  entry.sequence = sequence;
  entry.at = at;
  entry.actor = change.actor;
  entry.kind = change.kind;
  entry.subject = change.subject;
  entry.payload = change.payload;
  entry.salt = make_salt(random);
  entry.digest = payload_digest(entry.salt, entry.payload);
  entry.previous = previous_hash;
  entry.hash = entry_hash(entry);
  return entry;
}

std::string fault_of(const Entry& entry, std::int64_t expected_sequence, std::string_view previous_hash) {
  const auto fault = [&](std::string_view what) { return fmt::format("entry {}: {}", entry.sequence, what); };
  if (entry.sequence != expected_sequence)
    return fmt::format("entry {} is missing (entry {} stands in its place)", expected_sequence, entry.sequence);
  if (entry.previous != previous_hash) return fault("it does not follow from the entry before it");
  if (entry_hash(entry) != entry.hash) return fault("it was altered: its hash does not match");
  if (entry.erased) {
    if (!entry.payload.empty() || !entry.salt.empty()) return fault("it is marked as erased, but its payload is there");
    return {};
  }
  if (payload_digest(entry.salt, entry.payload) != entry.digest)
    return fault("its payload was altered: its digest does not match");
  return {};
}

std::string ChainCheck::add(const Entry& entry) {
  if (auto fault = fault_of(entry, count_ + 1, head_); !fault.empty()) return fault;
  ++count_;
  head_ = entry.hash;
  if (entry.erased) erasures_[entry.sequence].missing = true;
  if (entry.kind == kPayloadErased) erasures_[number_in(entry.subject)].recorded = true;
  return {};
}

std::string ChainCheck::finish() const {
  for (const auto& [sequence, erasure] : erasures_) {
    if (erasure.missing && !erasure.recorded)
      return fmt::format("entry {}: its payload is missing, and no entry records its erasure", sequence);
    if (erasure.recorded && !erasure.missing)
      return fmt::format("entry {}: an entry records its erasure, but its payload is there", sequence);
  }
  return {};
}

}  // namespace makegood
