#pragma once
// The pack of a meeting: what was known on a day, gathered into one paper and frozen. First as plain sections, then the
// same sections as a document and as a workbook, so that no two formats can disagree.
//
//   MeetingPack pack = ...;                                   // tasks/pack_sections.h gathers it
//   Result<std::string> word = write_pack(pack, "docx");      // html, docx, xlsx, md
//   FrozenPack frozen{...};                                   // what the ledger keeps of it: the files by their SHA-256

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "formats/workbook.h"
#include "report/publication.h"

namespace makegood {

struct PackSection {
  std::string heading;
  std::vector<std::string> lines;
  std::vector<std::vector<std::string>> rows;  ///< the first is the header; empty = no table
};
struct MeetingPack {
  std::string title;
  std::string language;             ///< "en" or "cy"
  std::vector<std::string> lines;   ///< below the title: the day, and how it can be checked
  std::vector<PackSection> sections;
};

[[nodiscard]] Document pack_document(const MeetingPack& pack);
/// A sheet for what stands above, and one for each section.
[[nodiscard]] Workbook pack_workbook(const MeetingPack& pack);

inline constexpr std::array<std::string_view, 4> kPackFormats = {"html", "docx", "xlsx", "md"};
/// Refuses: an unknown format -> invalid_input; more than a format can hold -> too_large.
[[nodiscard]] Result<std::string> write_pack(const MeetingPack& pack, std::string_view format);

/// A pack as the ledger keeps it, about the record that it was frozen for.
struct FrozenPack {
  std::string record;
  Day as_at, frozen;
  std::vector<std::string> registers;  ///< whose records are in it: whoever reads it may see all of theirs
  std::vector<std::string> counted;    ///< registers whose counts are in it: whoever reads it may count their records
  std::vector<std::string> watched;    ///< "register role": signals for a role are read by those who have it
  std::vector<std::string> plans;      ///< whose items are in it
  std::vector<EditionFile> files;
  LedgerHead head;                     ///< that it prints: the chain up to the entry before its own
  std::string at, actor;               ///< the ledger's
  std::int64_t sequence = 0;
};
[[nodiscard]] std::string write_frozen_pack(const FrozenPack& pack);  ///< without `at`, `actor`, `sequence`, `record`
[[nodiscard]] Result<FrozenPack> read_frozen_pack(std::string_view json);

}  // namespace makegood
