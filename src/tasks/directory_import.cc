#include "tasks/directory_import.h"

#include <algorithm>

#include "formats/csv.h"
#include "formats/recognise.h"
#include "people/json.h"

namespace makegood::tasks {
namespace {

struct ReadSheet {
  DirectorySheet sheet;
  std::vector<Refusal> faults;  // of the file's own form
};

ReadSheet sheet_of(CsvTable table) {
  ReadSheet read;
  read.sheet.header = std::move(table.header);
  for (auto& row : table.rows) read.sheet.rows.push_back({row.row, std::move(row.cells)});
  for (const auto& finding : table.findings)
    if (finding.code == "unclosed_quote" || finding.code == "stray_quote")
      read.faults.push_back({Fault::invalid_input, finding.message, finding.where});
  return read;
}

std::vector<std::string> texts_of(const Row& row, std::size_t columns) {
  std::vector<std::string> texts(columns);
  for (const auto& cell : row.cells)
    if (const auto column = static_cast<std::size_t>(cell.column); column < columns) texts[column] = cell_text(cell);
  return texts;
}

Result<ReadSheet> sheet_of(const Document& document) {
  const auto table = std::find_if(document.blocks.begin(), document.blocks.end(), [](const Block& b) { return b.kind == BlockKind::table; });
  if (table == document.blocks.end() || table->rows.empty()) return refuse(Fault::unreadable, "there is no table in it");
  const auto columns = static_cast<std::size_t>(column_count(*table));
  ReadSheet read;
  read.sheet.header = texts_of(table->rows[0], columns);
  for (std::size_t i = 1; i < table->rows.size(); ++i) {
    const auto& row = table->rows[i];
    read.sheet.rows.push_back({row.position.row > 0 ? static_cast<std::size_t>(row.position.row) : i + 1, texts_of(row, columns)});
  }
  return read;
}

Result<ReadSheet> read_sheet(const Workspace& w, const GivenDocument& file) {
  const auto kind = formats::recognise(file.bytes, file.name);
  if (!kind) return tl::unexpected(kind.error());
  if (*kind == formats::Kind::zip || *kind == formats::Kind::pdf) {
    const auto document = read_given_document(file, w.pdf);
    if (!document) return tl::unexpected(document.error());
    return sheet_of(*document);
  }
  auto table = read_csv_table(file.bytes);
  if (!table) return tl::unexpected(table.error());
  return sheet_of(std::move(*table));
}

template <class Noun, class Subject>
void add_changes(Batch& batch, const Actor& actor, const std::vector<Noun>& nouns, std::string_view kind, std::string (*write)(const Noun&, std::string_view),
                 Subject subject, const std::string& reason) {
  for (const auto& noun : nouns) batch.changes.push_back({std::string(kind), subject(noun), actor.name, write(noun, reason)});
}

Batch batch_of(const DirectoryChange& change, const Actor& actor, const std::string& file) {
  const auto reason = "imported from " + valid_utf8(file);
  Batch batch;
  add_changes(batch, actor, change.organisations, "organisation.kept", write_organisation, [](const Organisation& o) { return o.id.text; }, reason);
  add_changes(batch, actor, change.posts, "post.kept", write_post, [](const Post& p) { return p.id.text; }, reason);
  add_changes(batch, actor, change.people, "person.kept", write_person, [](const Person& p) { return p.id.text; }, reason);
  add_changes(batch, actor, change.holdings, "post.held", write_holding, [](const Holding& h) { return h.post.text; }, reason);
  return batch;
}

// Nobody may have written about any of it since the directory was read.
Result<std::vector<Expectation>> unchanged_since(const Workspace& w, std::int64_t sequence, const std::vector<Change>& changes) {
  std::vector<Expectation> expectations;
  for (const auto& change : changes) {
    const auto last = w.ledger.last_about(change.subject);
    if (!last) return tl::unexpected(last.error());
    if (*last > sequence) return refuse(Fault::conflict, "somebody else changed the directory meanwhile: try again");
    if (std::none_of(expectations.begin(), expectations.end(), [&](const Expectation& e) { return e.subject == change.subject; }))
      expectations.push_back({change.subject, *last});
  }
  return expectations;
}

}  // namespace

Result<DirectoryReading> import_directory(const Workspace& w, const Actor& actor, const GivenDocument& file, Trial trial) {
  if (auto allowed = require(actor, Action::manage_people); !allowed) return tl::unexpected(allowed.error());
  const auto sheet = read_sheet(w, file);
  if (!sheet) return tl::unexpected(sheet.error());
  const auto directory = w.people.directory();
  if (!directory) return tl::unexpected(directory.error());
  auto reading = read_directory_sheet(sheet->sheet, **directory, w.clock.now().today, w.random);
  reading.faults.insert(reading.faults.begin(), sheet->faults.begin(), sheet->faults.end());
  if (!reading.faults.empty()) reading.change = {};
  if (trial == Trial::yes || reading.change.empty()) return reading;
  auto batch = batch_of(reading.change, actor, file.name);
  auto expectations = unchanged_since(w, (*directory)->sequence, batch.changes);
  if (!expectations) return tl::unexpected(expectations.error());
  batch.expectations = std::move(*expectations);
  batch.at = w.clock.now().utc();
  if (auto entries = w.ledger.append(batch); !entries) return tl::unexpected(entries.error());
  return reading;
}

}  // namespace makegood::tasks
