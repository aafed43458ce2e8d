#include "tasks/record_files.h"

#include "json/json.h"
#include "tasks/record_step.h"

namespace makegood::tasks {
namespace {

std::string write_outcome(const FileOutcome& outcome) {
  OrderedJson json;
  json["fresh"] = outcome.fresh;
  json["changed"] = outcome.changed;
  json["unchanged"] = outcome.unchanged;
  json["left_out"] = outcome.left_out;
  return json.dump();
}

Result<FileOutcome> read_outcome(std::string_view text) {
  return read_one<FileOutcome>(text, [](JsonReader& r, const Json& json) {
    return FileOutcome{r.number(json, "fresh"), r.number(json, "changed"), r.number(json, "unchanged"), r.number(json, "left_out")};
  });
}

FileOutcome outcome_of(const RecordImport& import) {
  return {import.fresh, import.changed, import.unchanged, static_cast<int>(import.faulty.size())};
}

Result<Rights> rights_in(const Workspace& w, const Actor& actor, std::string_view register_name) {
  const auto kept = w.registers.find(register_name);
  if (!kept) return tl::unexpected(kept.error());
  return rights_to_import((*kept)->definition, actor);
}

/// The file, if it is the actor's and still waits; what is too old goes first.
Result<WaitingFile> waiting_file(const Workspace& w, const Actor& actor, std::string_view register_name, std::string_view id) {
  if (auto gone = w.forms.forget(w.clock.now().seconds); !gone) return tl::unexpected(gone.error());
  auto file = w.forms.file(id, account_of(actor));
  if (file && file->register_name != register_name) return refuse(Fault::not_found, "there is no such file");
  return file;
}

Result<SeenFile> seen_as_accepted(const WaitingFile& file) {
  const auto outcome = read_outcome(file.outcome);
  if (!outcome) return tl::unexpected(outcome.error());
  return SeenFile{.id = file.id, .name = file.name, .digest = file.digest, .rows = 0, .import = {}, .accepted = *outcome};
}

Result<SeenFile> judged(const Workspace& w, const Actor& actor, const WaitingFile& file, const Importing& importing) {
  const auto table = read_file_table(w, {file.bytes, file.name});
  if (!table) return tl::unexpected(table.error());
  auto import = import_records(w, actor, file.register_name, *table, importing);
  if (!import) return tl::unexpected(import.error());
  return SeenFile{.id = file.id, .name = file.name, .digest = file.digest, .rows = table->rows.size(), .import = std::move(*import), .accepted = {}};
}

}  // namespace

Result<Rights> rights_to_import(const Definition& definition, const Actor& actor) {
  if (!reach_for(definition, actor, Doing::submit).nobody()) return Rights::of_the_roles;
  if (auto allowed = require(actor, Action::define_register, {.plan = register_scope(definition.name)}); !allowed) return tl::unexpected(allowed.error());
  return Rights::of_the_machine;
}

Result<std::string> hand_in_file(const Workspace& w, const Actor& actor, std::string_view register_name, const GivenDocument& given,
                                 std::string_view organisation) {
  const auto kept = w.registers.find(register_name);
  if (!kept) return tl::unexpected(kept.error());
  const auto rights = rights_to_import((*kept)->definition, actor);
  if (!rights) return tl::unexpected(rights.error());
  if (!(*kept)->is_open()) return refuse(Fault::conflict, "this register is not open yet: its data protection impact assessment has not been approved");
  const auto table = read_file_table(w, given);
  if (!table) return tl::unexpected(table.error());
  const FileTable head{table->header, {}, table->faults};
  if (auto fits = import_records(w, actor, register_name, head, {.dry = true, .rights = *rights, .organisation = std::string(organisation)}); !fits) return tl::unexpected(fits.error());
  if (table->rows.empty()) return refuse(Fault::invalid_input, "there is no row below the headings");
  const auto now = w.clock.now().seconds;
  if (auto gone = w.forms.forget(now); !gone) return tl::unexpected(gone.error());
  WaitingFile file{.id = make_id_text(w.random), .register_name = std::string(register_name), .account = account_of(actor), .name = shorten(valid_utf8(given.name), 200),
                   .digest = sha256(given.bytes), .bytes = given.bytes, .at = now, .outcome = {}};
  if (auto done = w.forms.keep_file(file); !done) return tl::unexpected(done.error());
  return std::move(file.id);
}

Result<SeenFile> look_at_file(const Workspace& w, const Actor& actor, std::string_view register_name, std::string_view id, std::string_view organisation) {
  const auto rights = rights_in(w, actor, register_name);
  if (!rights) return tl::unexpected(rights.error());
  const auto file = waiting_file(w, actor, register_name, id);
  if (!file) return tl::unexpected(file.error());
  if (!file->outcome.empty()) return seen_as_accepted(*file);
  return judged(w, actor, *file, {.dry = true, .rights = *rights, .organisation = std::string(organisation)});
}

Result<SeenFile> accept_file(const Workspace& w, const Actor& actor, std::string_view register_name, std::string_view id, std::string_view digest,
                             OnFault on_fault, std::string_view organisation) {
  const auto rights = rights_in(w, actor, register_name);
  if (!rights) return tl::unexpected(rights.error());
  const auto file = waiting_file(w, actor, register_name, id);
  if (!file) return tl::unexpected(file.error());
  if (file->digest != digest) return refuse(Fault::conflict, "this is not the file that was shown: look at it again");
  if (!file->outcome.empty()) return seen_as_accepted(*file);
  auto seen = judged(w, actor, *file, {.on_fault = on_fault, .dry = false, .rights = *rights, .organisation = std::string(organisation), .errands = [&](const RecordImport& import) {
                       return std::vector<Errand>{{std::string(kFileAcceptedErrand), file->id + "\n" + write_outcome(outcome_of(import))}};
                     }});
  if (!seen && seen.error().fault == Fault::conflict) {
    // Of two presses at once the second finds the file accepted: that is an answer, and no conflict.
    const auto again = w.forms.file(id, account_of(actor));
    if (again && !again->outcome.empty()) return seen_as_accepted(*again);
  }
  if (seen && seen->import.written) seen->accepted = outcome_of(seen->import);
  return seen;
}

Result<void> throw_away_file(const Workspace& w, const Actor& actor, std::string_view id) { return w.forms.drop_file(id, account_of(actor)); }

}  // namespace makegood::tasks
