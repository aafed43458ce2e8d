#include "tasks/record_import.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "extract/own_cells.h"
#include "tasks/access_log.h"
#include "tasks/record_keys.h"
#include "tasks/record_step.h"

namespace makegood::tasks {
namespace {

Result<void> check_header(const ColumnMap& columns) {
  if (!columns.twice.empty()) return refuse(Fault::invalid_input, fmt::format("two columns are for \"{}\"", columns.twice.front()));
  if (columns.missing.empty()) return {};
  return refuse(Fault::invalid_input, fmt::format("no column is for \"{}\", which every record must have", join(columns.missing, "\", \"")));
}

std::vector<ColumnTaken> columns_taken(const Definition& definition, const ColumnMap& columns, const std::vector<std::string>& header) {
  std::vector<ColumnTaken> taken;
  for (std::size_t i = 0; i < columns.fields.size(); ++i)
    if (columns.fields[i]) taken.push_back({header[i], definition.fields[*columns.fields[i]].name});
  return taken;
}

/// Whose all rows are; empty where a column says, or nobody does.
std::string whose_file(const Definition& definition, const ColumnMap& columns, const Reach& reach, const Importing& importing) {
  const auto says = [&](const std::optional<std::size_t>& field) { return field && definition.fields[*field].name == definition.organisation; };
  if (definition.organisation.empty() || std::any_of(columns.fields.begin(), columns.fields.end(), says)) return {};
  if (!importing.organisation.empty()) return importing.organisation;
  return !reach.all && reach.organisations.size() == 1 ? *reach.organisations.begin() : std::string{};
}

/// Takes the rows in one after another; knows which keys were in the file before.
class RecordRows {
 public:
  RecordRows(const Workspace& w, const Actor& actor, const KeptRegister& kept, ColumnMap columns, const std::vector<std::string>& header,
       OrganisationNames names, Reach reach)
      : w_(w), actor_(actor), kept_(kept), columns_(std::move(columns)), header_(header), names_(std::move(names)), reach_(std::move(reach)), check_(kept.definition), keys_(w, kept.definition, true) {}

  /// A row that is still to be taken: others may lead to it, wherever in the file they stand.
  void expect(const FileRow& row) { keys_.expect(row_answers(kept_.definition, columns_, row.cells)); }
  Result<void> take(const FileRow& row);
  std::string whose;  ///< of rows that do not say; empty = they do
  RecordImport outcome;
  std::vector<Change> changes;
  std::vector<Expectation> expectations;

 private:
  [[nodiscard]] std::string heading_of(std::string_view field) const;
  void fault(const FileRow& row, std::string_view field, std::string message);
  void count_unmapped(const Answers& answers);
  void count_unknown_organisations(const Answers& answers);
  void count_not_asked(const Answers& given, const Answers& taken);
  Result<std::optional<RecordId>> same_before(const FileRow& row, const Answers& answers);
  Result<void> keep(const FileRow& row, Answers answers, std::string organisation);
  Result<bool> fits(const FileRow& row, const Answers& answers, const std::optional<RecordId>& own);
  Result<void> change(const FileRow& row, const RecordId& id, Answers answers, std::string organisation);

  const Workspace& w_;
  const Actor& actor_;
  const KeptRegister& kept_;
  ColumnMap columns_;
  const std::vector<std::string>& header_;
  OrganisationNames names_;
  Reach reach_;
  AnswerCheck check_;
  RecordKeys keys_;
  std::map<std::string, std::size_t> rows_by_key_;
};

std::string RecordRows::heading_of(std::string_view field) const {
  for (std::size_t i = 0; i < columns_.fields.size(); ++i)
    if (columns_.fields[i] && kept_.definition.fields[*columns_.fields[i]].name == field) return header_[i];
  return std::string(field);
}

void RecordRows::fault(const FileRow& row, std::string_view field, std::string message) {
  outcome.faults.push_back({row.row, heading_of(field), std::move(message)});
  if (outcome.faulty.empty() || outcome.faulty.back() != row.row) outcome.faulty.push_back(row.row);
}

void RecordRows::count_unmapped(const Answers& answers) {
  for (const auto& [name, value] : answers) {
    const auto* field = kept_.definition.field(name);
    if (field == nullptr) continue;
    for (const auto& one : field->many ? split(value, ';') : std::vector<std::string>{value})
      if (coded(kept_.definition, *field, one) == kUnmapped) ++outcome.unmapped[field->title.en][one];
  }
}

/// A name that is misspelt would be nobody's record: those whose it is would neither see it nor have returned.
void RecordRows::count_unknown_organisations(const Answers& answers) {
  for (const auto& field : kept_.definition.fields) {
    if (field.refers != Refers::organisation) continue;
    const auto value = answer(answers, field.name);
    if (!value.empty() && !names_.knows(names_.id_of(value))) ++outcome.unknown_organisations[field.title.en][std::string(value)];
  }
}

void RecordRows::count_not_asked(const Answers& given, const Answers& taken) {
  for (const auto& [name, value] : given) {
    const auto* field = kept_.definition.field(name);
    if (field != nullptr && !trim(value).empty() && !taken.contains(name)) ++outcome.not_asked[field->title.en];
  }
}

Result<void> RecordRows::take(const FileRow& row) {
  if (row.cells.size() != header_.size())
    return fault(row, {}, fmt::format("the row has {} cells and the header {}", row.cells.size(), header_.size())), Result<void>{};
  auto cells = row.cells;
  for (auto& cell : cells) cell = without_guard(std::move(cell));
  auto answers = row_answers(kept_.definition, columns_, cells);
  if (!whose.empty()) answers[kept_.definition.organisation] = whose;
  for (const auto& field : kept_.definition.fields)  // what a file that we gave out says in place of a sender is no answer
    if (field.is_sender && answer(answers, field.name) == kInConfidence) answers.erase(field.name);
  const auto given = answers;
  const auto faults = check_(answers, Moment::importing);
  for (const auto& one : faults) fault(row, one.field, sentence(kept_.definition, one));
  if (!faults.empty()) return {};
  auto organisation = names_.id_of(answer(answers, kept_.definition.organisation));
  if (!reach_.covers(organisation)) return fault(row, kept_.definition.organisation, "is not your own organisation"), Result<void>{};
  count_unmapped(answers);
  count_unknown_organisations(answers);
  count_not_asked(given, answers);
  return keep(row, std::move(answers), std::move(organisation));
}

/// Whether its unique values are its own, and its keys lead somewhere.
Result<bool> RecordRows::fits(const FileRow& row, const Answers& answers, const std::optional<RecordId>& own) {
  const auto faults = keys_.check(answers, own);
  if (!faults) return tl::unexpected(faults.error());
  const bool told = !outcome.faulty.empty() && outcome.faulty.back() == row.row;  // that its key is another row's
  for (const auto& one : *faults)
    if (!told || one.trouble != AnswerTrouble::taken) fault(row, one.field, sentence(kept_.definition, one));
  return !told && faults->empty();
}

/// The field by which a row is told from others: the first of the primary key, else the first that is unique. Empty = none.
std::string key_field(const Definition& definition) {
  if (!definition.primary_key.empty()) return definition.primary_key.front();
  const auto unique = std::find_if(definition.fields.begin(), definition.fields.end(), [](const RegisterField& f) { return f.constraints.unique; });
  return unique == definition.fields.end() ? std::string{} : unique->name;
}

/// The record that the row speaks of.
Result<std::optional<RecordId>> RecordRows::same_before(const FileRow& row, const Answers& answers) {
  const auto field = key_field(kept_.definition);
  const bool primary = !kept_.definition.primary_key.empty();
  const auto key = primary ? key_of(kept_.definition, answers) : std::string(answer(answers, field));
  if (key.empty()) return std::nullopt;
  const auto [before, fresh] = rows_by_key_.emplace(key, row.row);
  if (!fresh) {
    fault(row, field, fmt::format("says the same key as row {}", before->second));
    return std::nullopt;
  }
  return primary ? w_.registers.with_key(kept_.definition.name, key) : keys_.with_unique(field, key);
}

Result<void> RecordRows::keep(const FileRow& row, Answers answers, std::string organisation) {
  const auto own = same_before(row, answers);
  if (!own) return tl::unexpected(own.error());
  const auto fit = fits(row, answers, *own);
  if (!fit) return tl::unexpected(fit.error());
  if (!*fit) return {};
  if (*own) return change(row, **own, std::move(answers), std::move(organisation));
  const auto today = w_.clock.now().today;
  Record record{.id = make_id<RecordTag>(w_.random), .register_name = kept_.definition.name, .version = kept_.definition.version,
                      .organisation = std::move(organisation), .state = kept_.definition.first_state(), .recorded = today, .entered = today,
                      .answers = std::move(answers)};
  ++outcome.fresh;
  set_by_system(kept_.definition, record);
  changes.push_back(record_entry("record.recorded", kept_.definition, record, actor_));
  return {};
}

/// What the file says is put in the place of what is there; fields that it does not have stay.
Result<void> RecordRows::change(const FileRow& row, const RecordId& id, Answers answers, std::string organisation) {
  auto record = w_.registers.record(id);
  if (!record) return tl::unexpected(record.error());
  if (!reach_.covers(record->organisation))
    return fault(row, key_field(kept_.definition), "is the key of a record of another organisation"), Result<void>{};
  auto after = *record;
  if (!organisation.empty()) after.organisation = std::move(organisation);
  const auto objection = w_.care.objection_of(id);
  if (!objection) return tl::unexpected(objection.error());
  if (*objection)
    for (const auto& field : monitoring_fields(kept_.definition)) outcome.kept_out += static_cast<int>(answers.erase(field));
  for (auto& [field, value] : answers) after.answers[field] = std::move(value);
  if (after.answers == record->answers || record->emptied) return ++outcome.unchanged, Result<void>{};
  ++outcome.changed;
  after.reason.clear();
  changes.push_back(record_entry("record.changed", kept_.definition, after, actor_));
  expectations.push_back({id.text, record->sequence});
  return {};
}

}  // namespace

Result<RecordImport> import_records(const Workspace& w, const Actor& actor, std::string_view register_name, const FileTable& table, const Importing& importing) {
  const auto kept = w.registers.find(register_name);
  if (!kept) return tl::unexpected(kept.error());
  auto reach = reach_with((*kept)->definition, actor, Doing::submit, importing.rights);
  if (!reach) return tl::unexpected(reach.error());
  if (!importing.dry && !(*kept)->is_open()) return refuse(Fault::conflict, "this register is not open yet: its data protection impact assessment has not been approved");
  auto columns = map_columns((*kept)->definition, table.header);
  auto whose = whose_file((*kept)->definition, columns, *reach, importing);
  if (!whose.empty()) std::erase(columns.missing, (*kept)->definition.field((*kept)->definition.organisation)->title.en);
  if (auto fits = check_header(columns); !fits) return tl::unexpected(fits.error());
  if (!table.faults.empty()) return tl::unexpected(table.faults.front());
  auto names = organisation_names(w);
  if (!names) return tl::unexpected(names.error());
  auto unknown = columns.unknown;
  auto taken_columns = columns_taken((*kept)->definition, columns, table.header);
  RecordRows rows(w, actor, **kept, std::move(columns), table.header, std::move(*names), std::move(*reach));
  rows.whose = std::move(whose);
  for (const auto& row : table.rows) rows.expect(row);
  for (const auto& row : table.rows)
    if (auto taken = rows.take(row); !taken) return tl::unexpected(taken.error());
  rows.outcome.unknown_columns = std::move(unknown);
  rows.outcome.columns = std::move(taken_columns);
  if (importing.dry || (importing.on_fault == OnFault::refuse_all && !rows.outcome.faults.empty())) return std::move(rows.outcome);
  Batch batch;
  if (importing.errands) batch.errands = importing.errands(rows.outcome);
  if (!rows.changes.empty() || !batch.errands.empty()) {
    batch.changes = std::move(rows.changes);
    batch.expectations = std::move(rows.expectations);
    batch.at = w.clock.now().utc();
    if (auto entries = w.ledger.append(batch); !entries) return tl::unexpected(entries.error());
  }
  rows.outcome.written = true;
  return std::move(rows.outcome);
}

namespace {

/// A sender who is in confidence is said to be there, and not who it is.
std::string cell_of(const Record& record, const RegisterField& field, const FieldNames& hidden, bool in_confidence) {
  const auto value = answer(record.answers, field.name);
  if (!hidden.contains(field.name)) return spreadsheet_safe(std::string(value));
  return in_confidence && field.is_sender && !value.empty() ? std::string(kInConfidence) : std::string{};
}

std::vector<std::string> cells_of(const Definition& definition, const Record& record, const FieldNames& hidden, bool in_confidence) {
  std::vector<std::string> cells;
  for (const auto& field : definition.fields) cells.push_back(cell_of(record, field, hidden, in_confidence));
  return cells;
}

}  // namespace

Result<std::vector<std::vector<std::string>>> export_records(const Workspace& w, const Actor& actor, std::string_view register_name, Rights rights) {
  const auto kept = w.registers.find(register_name);
  if (!kept) return tl::unexpected(kept.error());
  const auto& definition = (*kept)->definition;
  const auto reach = reach_with(definition, actor, Doing::take_out, rights);
  if (!reach) return tl::unexpected(reach.error());
  if (auto noted = note_access(w, actor.name, Looked::register_export, register_name); !noted) return tl::unexpected(noted.error());
  const bool all = rights == Rights::of_the_machine;
  std::vector<std::vector<std::string>> rows{file_header(definition)};
  auto done = w.registers.each({.register_name = definition.name, .reach = *reach}, [&](const Record& record) {
    rows.push_back(all ? cells_of(definition, record, {}, false)
                       : cells_of(definition, record, hidden_fields(definition, actor, false, record.organisation), is_in_confidence(definition, actor, record.organisation)));
    return true;
  });
  if (!done) return tl::unexpected(done.error());
  return rows;
}

}  // namespace makegood::tasks
