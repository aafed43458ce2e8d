// register list, check, add, open, expect, import, export, template: registers at the command line.

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "cli/command.h"
#include "formats/csv.h"
#include "registers/registers.h"
#include "tasks/record_import.h"
#include "tasks/record_step.h"
#include "tasks/registers.h"

namespace makegood::cli {
namespace {

using Cells = std::vector<std::string>;

/// What a council's largest extract may have.
ReadOptions extract_limits() { return {.max_bytes = 512U << 20U, .max_rows = 2'000'000, .max_text = std::size_t{1} << 30U, .pdf_to_json = {}}; }
constexpr std::uintmax_t kLargestDefinition = 1U << 20U;

int tell_faults(Call& call, const std::string& path, const std::vector<DefinitionFault>& faults) {
  for (const auto& fault : faults) call.err << fmt::format("makegood: {}: line {}: {}\n", path, fault.line, fault.message);
  return 2;
}

void tell_rows(Call& call, const std::string& path, const tasks::RecordImport& import) {
  for (const auto& fault : import.faults) {
    const auto column = fault.column.empty() ? std::string{} : fmt::format(", column \"{}\"", fault.column);
    call.err << fmt::format("makegood: {}: row {}{}: {}\n", path, fault.row, column, squeeze(fault.message));
  }
}

void tell_left_out(Call& call, const std::string& path, const tasks::RecordImport& import) {
  for (const auto& heading : import.unknown_columns) call.err << fmt::format("{}: column \"{}\": no field is for it; it stays out\n", path, squeeze(heading));
  for (const auto& [field, values] : import.unmapped)
    for (const auto& [value, times] : values)
      call.err << fmt::format("{}: column \"{}\": \"{}\" has no code; kept as given, counted as unmapped (rows: {})\n", path, field, shorten(squeeze(value), 60), times);
  for (const auto& [field, names] : import.unknown_organisations)
    for (const auto& [name, times] : names)
      call.err << fmt::format("{}: column \"{}\": \"{}\" is no organisation of the directory; kept as given (rows: {})\n", path, field, shorten(squeeze(name), 60), times);
  for (const auto& [field, times] : import.not_asked)
    call.err << fmt::format("{}: column \"{}\": not asked, given the other answers of the row; the answer stays out (rows: {})\n", path, field, times);
}

Result<void> keep_rejects(const Call& call, const tasks::FileTable& table, const tasks::RecordImport& import) {
  const std::set<std::size_t> faulty(import.faulty.begin(), import.faulty.end());
  std::vector<Cells> rows{table.header};
  for (const auto& row : table.rows)
    if (faulty.contains(row.row)) rows.push_back(row.cells);
  return write_file(call.arguments.get("--rejects"), [&](std::ostream& out) { out << write_csv(rows); });
}

int tell_import(Call& call, const tasks::RecordImport& import) {
  const bool dry = call.arguments.has("--dry-run");
  if (!import.written && !dry) return 2;
  call.out << fmt::format("{}new: {}, changed: {}, unchanged: {}, faulty rows: {}\n", dry ? "would bring in " : "", import.fresh, import.changed, import.unchanged,
                          import.faulty.size());
  return dry && !import.faults.empty() ? 1 : 0;
}

/// The text of a shipped register, or of a file.
Result<std::string> definition_text(const std::string& given) {
  if (const auto shipped = shipped_register(given); !shipped.empty()) return std::string(shipped);
  return read_file(given, kLargestDefinition);
}

std::string standing_of(const KeptRegister* kept) {
  if (kept == nullptr) return "shipped";
  return kept->is_open() ? "open" : "waits for its impact assessment";
}

/// --column HEADING=FIELD: a column of the file for this field and no other, but for those of further --column.
Result<void> add_named_columns(const Call& call, tasks::FileTable& table) {
  std::vector<std::size_t> named;
  for (const auto& given : call.arguments.all("--column")) {
    const auto parted = given.rfind('=');
    if (parted == std::string::npos || parted == 0) return refuse(Fault::invalid_input, fmt::format("--column is not HEADING=FIELD: {}", given));
    const auto heading = given.substr(0, parted);
    const auto found = std::find_if(table.header.begin(), table.header.end(), [&](const std::string& h) { return fold(h) == fold(heading); });
    if (found == table.header.end()) return refuse(Fault::invalid_input, fmt::format("the file has no column \"{}\"", heading));
    const auto place = static_cast<std::size_t>(found - table.header.begin());
    named.push_back(place);
    table.header.push_back(given.substr(parted + 1));
    for (auto& row : table.rows) row.cells.push_back(place < row.cells.size() ? std::string(row.cells[place]) : std::string{});
  }
  for (const auto place : named) table.header[place].clear();
  return {};
}

/// What no column of the file says and --set says for all its rows, as columns of their own.
Result<tasks::FileTable> with_set_columns(const Call& call, tasks::FileTable table) {
  if (auto named = add_named_columns(call, table); !named) return tl::unexpected(named.error());
  for (const auto& given : call.arguments.all("--set")) {
    const auto parted = given.find('=');
    if (parted == std::string::npos || parted == 0) return refuse(Fault::invalid_input, fmt::format("--set is not FIELD=VALUE: {}", given));
    table.header.push_back(given.substr(0, parted));
    for (auto& row : table.rows) row.cells.push_back(given.substr(parted + 1));
  }
  return table;
}

}  // namespace

Result<int> register_list_command(Call& call) {
  std::map<std::string, Cells> rows;
  for (const auto& shipped : shipped_registers()) {
    const auto definition = definition_of(shipped.text);
    if (definition) rows[definition->name] = {definition->name, definition->title.en, standing_of(nullptr), ""};
  }
  if (call.arguments.has("--data")) {
    auto data = open_data(call, Machine::Opening::must_exist);
    if (!data) return tl::unexpected(data.error());
    const auto& workspace = (*data)->workspace();
    const auto all = workspace.registers.all();
    if (!all) return tl::unexpected(all.error());
    for (const auto& kept : *all) {
      const auto count = workspace.registers.count({.register_name = kept->definition.name, .reach = {.all = true, .organisations = {}}});
      if (!count) return tl::unexpected(count.error());
      rows[kept->definition.name] = {kept->definition.name, kept->definition.title.en, standing_of(kept.get()), std::to_string(*count)};
    }
  }
  std::vector<Cells> table{{"name", "title", "state", "records"}};
  for (auto& [name, row] : rows) table.push_back(std::move(row));
  return deliver(call, write_csv(table));
}

Result<int> register_check_command(Call& call) {
  const auto path = call.arguments.get("FILE");
  const auto text = definition_text(path);
  if (!text) return tl::unexpected(text.error());
  const auto read = read_definition(*text);
  if (!read.faults.empty()) return tell_faults(call, path, read.faults);
  call.out << fmt::format("{}: {} fields, {} states: it holds together\n", read.definition.name, read.definition.fields.size(), read.definition.states.size());
  return 0;
}

Result<int> register_add_command(Call& call) {
  const auto path = call.arguments.get("FILE");
  const auto text = definition_text(path);
  if (!text) return tl::unexpected(text.error());
  const auto read = read_definition(*text);
  if (!read.faults.empty()) return tell_faults(call, path, read.faults);
  auto data = open_data(call, Machine::Opening::make_if_missing);
  if (!data) return tl::unexpected(data.error());
  const auto done = tasks::define_register((*data)->workspace(), tasks::operator_of_the_machine(), *text);
  if (!done) return refuse(done.error().fault, done.error().line(), path);
  call.out << fmt::format("{}{}\n", done->name, done->changed ? "" : ": nothing to change");
  const auto kept = (*data)->workspace().registers.find(done->name);
  if (!kept) return tl::unexpected(kept.error());
  if (!(*kept)->is_open()) call.err << fmt::format("{} opens when somebody has recorded that its impact assessment is approved: makegood register open\n", done->name);
  return 0;
}

Result<int> register_open_command(Call& call) {
  auto data = open_data(call, Machine::Opening::must_exist);
  if (!data) return tl::unexpected(data.error());
  const auto& workspace = (*data)->workspace();
  auto on = workspace.clock.now().today;
  if (call.arguments.has("--on")) {
    const auto day = Day::parse(call.arguments.get("--on"));
    if (!day) return refuse(Fault::invalid_input, "--on is not a date such as 2026-03-31");
    on = *day;
  }
  const Opening opening{call.arguments.get("NAME"), call.arguments.get("--by"), call.arguments.get("--reference"), on};
  if (auto done = tasks::open_register(workspace, tasks::operator_of_the_machine(), opening); !done) return tl::unexpected(done.error());
  call.out << fmt::format("{} is open\n", opening.register_name);
  return 0;
}

Result<int> register_expect_command(Call& call) {
  auto data = open_data(call, Machine::Opening::must_exist);
  if (!data) return tl::unexpected(data.error());
  const auto& workspace = (*data)->workspace();
  const auto names = tasks::organisation_names(workspace);
  if (!names) return tl::unexpected(names.error());
  std::vector<std::string> organisations;
  for (const auto& given : call.arguments.all("--organisation")) {
    organisations.push_back(names->id_of(given));
    if (!names->knows(organisations.back())) call.err << fmt::format("the directory has no organisation \"{}\": it is expected, and nobody can be asked\n", squeeze(given));
  }
  const auto done = tasks::expect_returns(workspace, tasks::operator_of_the_machine(), call.arguments.get("NAME"), organisations);
  if (!done) return tl::unexpected(done.error());
  call.out << fmt::format("{} returns are expected\n", organisations.size());
  return 0;
}

Result<int> register_import_command(Call& call) {
  const auto path = call.arguments.get("FILE");
  auto bytes = read_file(path, extract_limits().max_bytes);
  if (!bytes) return tl::unexpected(bytes.error());
  auto data = open_data(call, Machine::Opening::must_exist);
  if (!data) return tl::unexpected(data.error());
  const auto& workspace = (*data)->workspace();
  const auto table = tasks::read_file_table(workspace, {std::move(*bytes), name_of(path)}, extract_limits());
  if (!table) return refuse(table.error().fault, table.error().line(), path);
  const tasks::Importing importing{.on_fault = call.arguments.has("--rejects") ? tasks::OnFault::set_aside : tasks::OnFault::refuse_all,
                                   .dry = call.arguments.has("--dry-run"), .rights = tasks::Rights::of_the_machine,
                                   .organisation = call.arguments.get("--organisation")};
  const auto whole = with_set_columns(call, *table);
  if (!whole) return tl::unexpected(whole.error());
  const auto import = tasks::import_records(workspace, tasks::operator_of_the_machine(), call.arguments.get("NAME"), *whole, importing);
  if (!import) return refuse(import.error().fault, import.error().line(), path);
  tell_rows(call, path, *import);
  tell_left_out(call, path, *import);
  if (call.arguments.has("--rejects"))
    if (auto kept = keep_rejects(call, *table, *import); !kept) return tl::unexpected(kept.error());
  return tell_import(call, *import);
}

Result<int> register_export_command(Call& call) {
  auto data = open_data(call, Machine::Opening::must_exist);
  if (!data) return tl::unexpected(data.error());
  const auto rows = tasks::export_records((*data)->workspace(), tasks::operator_of_the_machine(), call.arguments.get("NAME"), tasks::Rights::of_the_machine);
  if (!rows) return tl::unexpected(rows.error());
  return deliver(call, write_csv(*rows));
}

}  // namespace makegood::cli
