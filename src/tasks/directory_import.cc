#include "tasks/directory_import.h"

#include <algorithm>

#include "people/json.h"
#include "tasks/file_table.h"

namespace makegood::tasks {
namespace {

DirectorySheet directory_sheet(FileTable sheet) {
  DirectorySheet read;
  read.header = std::move(sheet.header);
  for (auto& row : sheet.rows) read.rows.push_back({row.row, std::move(row.cells)});
  return read;
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
  auto sheet = read_file_table(w, file);
  if (!sheet) return tl::unexpected(sheet.error());
  const auto directory = w.people.directory();
  if (!directory) return tl::unexpected(directory.error());
  const auto faults = std::move(sheet->faults);
  auto reading = read_directory_sheet(directory_sheet(std::move(*sheet)), **directory, w.clock.now().today, w.random);
  reading.faults.insert(reading.faults.begin(), faults.begin(), faults.end());
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
