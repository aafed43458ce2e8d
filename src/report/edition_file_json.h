#pragma once
// A file of what was frozen, as the ledger's entries about an edition and about a pack say it.

#include "json/json.h"
#include "report/publication.h"

namespace makegood {

[[nodiscard]] inline OrderedJson edition_file_json(const EditionFile& file) {
  return {{"format", file.format}, {"language", file.language}, {"digest", file.digest}, {"size", file.size}};
}

[[nodiscard]] inline EditionFile read_edition_file(JsonReader& r, const Json& json) {
  return {r.needed(json, "format"), r.needed(json, "language"), r.needed(json, "digest"), r.number(json, "size")};
}

}  // namespace makegood
