#include "ledger/ledger.h"

#include <doctest/doctest.h>

#include <fstream>
#include <map>
#include <sstream>

using namespace makegood;

namespace {

// Counting instead of chance, so that the tests repeat.
RandomBits counting() {
  return [n = std::uint64_t{0}]() mutable { return ++n; };
}

std::vector<Entry> three_entries() {
  const auto random = counting();
  std::vector<Entry> entries;
  std::string head(kNoHash);
  for (const auto* kind : {"plan.adopted", "item.corrected", "plan.released"}) {
    const auto sequence = static_cast<std::int64_t>(entries.size()) + 1;
    entries.push_back(chain({kind, "our-plan", "coordinator", "{\"n\":1}"}, "2023-06-14T09:30:00Z", sequence, head, random));
    head = entries.back().hash;
  }
  return entries;
}

std::string check_all(const std::vector<Entry>& entries) {
  ChainCheck check;
  for (const auto& entry : entries)
    if (auto fault = check.add(entry); !fault.empty()) return fault;
  return check.finish();
}

void erase_payload(Entry& entry) {
  entry.payload.clear();
  entry.salt.clear();
  entry.erased = true;
}

// The rows "| `field` | `one` | `two` |" of the reference page.
std::map<std::string, std::pair<std::string, std::string>> read_vector() {
  std::ifstream in(std::string(MAKEGOOD_SOURCE) + "/docs/reference/ledger.md");
  std::map<std::string, std::pair<std::string, std::string>> rows;
  bool inside = false;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("## ")) inside = line == "## Test vector";
    if (!inside || !line.starts_with("| `")) continue;
    const auto cells = split(line, '`');
    REQUIRE(cells.size() == 7);
    rows[cells[1]] = {cells[3], cells[5]};
  }
  return rows;
}

}  // namespace

TEST_CASE("SHA-256 is the standard's own: FIPS 180-2 examples") {
  CHECK(sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST_CASE("the reference page's test vector, worked out in another language, is reproduced") {
  const auto rows = read_vector();
  REQUIRE(rows.size() == 10);
  const auto entry_at = [&](bool first) {
    const auto cell = [&](const char* name) { return first ? rows.at(name).first : rows.at(name).second; };
    Entry entry;
    entry.sequence = std::stoll(cell("sequence"));
    entry.at = cell("at");
    entry.actor = cell("actor");
    entry.kind = cell("kind");
    entry.subject = cell("subject");
    entry.payload = cell("payload");
    entry.salt = cell("salt");
    entry.digest = cell("digest");
    entry.previous = cell("previous");
    entry.hash = cell("hash");
    return entry;
  };
  for (const bool first : {true, false}) {
    const auto entry = entry_at(first);
    CHECK(payload_digest(entry.salt, entry.payload) == entry.digest);
    CHECK(entry_hash(entry) == entry.hash);
  }
  CHECK(check_all({entry_at(true), entry_at(false)}).empty());
}

TEST_CASE("a chain as written holds, and its head is the last hash") {
  const auto entries = three_entries();
  ChainCheck check;
  for (const auto& entry : entries) CHECK(check.add(entry).empty());
  CHECK(check.finish().empty());
  CHECK(check.count() == 3);
  CHECK(check.head() == entries.back().hash);
  CHECK(entries[0].salt.size() == 32);
  CHECK(entries[0].salt != entries[1].salt);
}

TEST_CASE("every field that is touched is noticed, and the entry named") {
  struct Touch {
    const char* name;
    void (*touch)(Entry&);
  };
  for (const auto& row : {Touch{"another time", [](Entry& e) { e.at = "2023-06-14T09:30:01Z"; }},
                          Touch{"another actor", [](Entry& e) { e.actor = "nobody"; }},
                          Touch{"another kind", [](Entry& e) { e.kind = "plan.withdrawn"; }},
                          Touch{"another subject", [](Entry& e) { e.subject = "their-plan"; }},
                          Touch{"another payload", [](Entry& e) { e.payload = "{\"n\":2}"; }},
                          Touch{"another salt", [](Entry& e) { e.salt[0] = 'f'; }},
                          Touch{"payload and digest rewritten", [](Entry& e) { e.payload = "{}"; e.digest = payload_digest(e.salt, e.payload); }},
                          Touch{"erased flag over a payload", [](Entry& e) { e.erased = true; }}}) {
    CAPTURE(row.name);
    auto entries = three_entries();
    row.touch(entries[1]);
    CHECK(check_all(entries).starts_with("entry 2: "));
  }
}

TEST_CASE("a field boundary that moves is noticed: netstrings do not run together") {
  auto entries = three_entries();
  entries[1].actor = "coordinatoritem";
  entries[1].kind = ".corrected";
  CHECK_FALSE(check_all(entries).empty());
}

TEST_CASE("an entry that was rewritten with its own hash does not carry the next one") {
  auto entries = three_entries();
  entries[1].payload = "{}";
  entries[1].digest = payload_digest(entries[1].salt, entries[1].payload);
  entries[1].hash = entry_hash(entries[1]);
  CHECK(check_all(entries) == "entry 3: it does not follow from the entry before it");
}

TEST_CASE("an entry taken out is named") {
  auto entries = three_entries();
  entries.erase(entries.begin() + 1);
  CHECK(check_all(entries) == "entry 2 is missing (entry 3 stands in its place)");
}

TEST_CASE("an erased payload leaves the chain whole, but only with an entry that says so") {
  auto entries = three_entries();
  erase_payload(entries[1]);
  CHECK(check_all(entries) == "entry 2: its payload is missing, and no entry records its erasure");
  entries.push_back(chain({std::string(kPayloadErased), "2", "publisher", "{}"}, "2023-07-01T00:00:00Z", 4,
                          entries.back().hash, counting()));
  CHECK(check_all(entries).empty());
}

TEST_CASE("an erasure that was recorded but not done is noticed") {
  auto entries = three_entries();
  entries.push_back(chain({std::string(kPayloadErased), "2", "publisher", "{}"}, "2023-07-01T00:00:00Z", 4,
                          entries.back().hash, counting()));
  CHECK(check_all(entries) == "entry 2: an entry records its erasure, but its payload is there");
}
