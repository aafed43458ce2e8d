// extract, import, export, status, release, withdraw, share: from a document to a public plan.

#include <fmt/format.h>

#include <algorithm>

#include "cli/command.h"
#include "formats/csv.h"
#include "formats/formats.h"
#include "progress/approval.h"
#include "report/column_profile.h"
#include "report/report.h"

namespace makegood::cli {
namespace {

struct ReadPlan {
  tasks::GivenDocument document;
  Plan draft;
  std::vector<ReadTable> tables;
};

/// Refuses a file without any text at all; a text without items is a draft with the finding no_items.
Result<ReadPlan> read_plan_file(Call& call) {
  const auto& arguments = call.arguments;
  const auto path = arguments.get("FILE");
  const auto year = arguments.year("--as-of");
  if (!year) return tl::unexpected(year.error());
  auto given = given_reading(arguments);
  if (!given) return tl::unexpected(given.error());
  auto bytes = read_file(path, ReadOptions{}.max_bytes);
  if (!bytes) return tl::unexpected(bytes.error());
  tasks::GivenDocument document{std::move(*bytes), name_of(path)};
  auto reading = tasks::read_plan_reading(document, {.as_of = *year, .pdf = call.machine.pdf_reader(), .given = *given});
  if (!reading) return refuse(reading.error().fault, reading.error().message, path);
  if (auto found = all_found(*given, reading->tables); !found) return refuse(found.error().fault, found.error().message, path);
  return ReadPlan{std::move(document), std::move(reading->plan), std::move(reading->tables)};
}

Result<std::shared_ptr<const KeptPlan>> find_plan(Call& call, const Data& data) {
  return data.workspace().plans.find(call.arguments.get("PLAN"), View::live);
}

Result<std::optional<ColumnProfile>> column_profile(const Arguments& arguments) {
  const auto path = arguments.get("--profile");
  if (path.empty()) return std::optional<ColumnProfile>{};
  if (arguments.get("--format") != "csv") return refuse(Fault::invalid_input, "--profile goes with --format csv");
  const auto bytes = read_file(path, ReadOptions{}.max_bytes);
  if (!bytes) return tl::unexpected(bytes.error());
  auto profile = read_column_profile(*bytes);
  if (!profile) return refuse(profile.error().fault, profile.error().message, path);
  return std::optional(std::move(*profile));
}

std::string iso(const std::optional<Day>& day) { return day ? day->iso() : std::string(); }

std::vector<std::string> status_cells(const tasks::StatusRow& row) {
  return {row.id.text, row.ref, std::string(word(row.kind)), spreadsheet_safe(row.title),
          spreadsheet_safe(join(row.owners, "; ")), iso(row.due), std::string(word(row.status.rule)),
          row.status.days ? fmt::format("{}", *row.status.days) : "", row.claim, row.finding};
}

/// What a person would have been asked on the page of changes.
void tell_open(std::ostream& err, const tasks::ImportProposal& proposal) {
  const auto& items = proposal.changes.items;
  const auto doubtful = std::count_if(items.begin(), items.end(), [](const ItemChange& c) { return c.fate != Fate::gone && c.needs_answer(); });
  const auto unexplained = std::count_if(items.begin(), items.end(), [](const ItemChange& c) { return c.fate == Fate::gone && !c.departure; });
  if (doubtful > 0) err << fmt::format("{}: doubtful matches, taken as they are unless somebody looks at them first: {}\n", proposal.slug, doubtful);
  if (unexplained > 0) err << fmt::format("{}: items that are gone without a reason (\"not stated\"): {}\n", proposal.slug, unexplained);
}

void tell(std::ostream& err, const tasks::ImportProposal& proposal) {
  if (proposal.unchanged) {
    err << fmt::format("{}: this very document was imported before; nothing changed\n", proposal.slug);
    return;
  }
  err << fmt::format("{}: {} items, {} questions to settle\n", proposal.slug, proposal.draft.items.size(),
                     open_findings(proposal.draft).size());
  if (proposal.revision)
    err << fmt::format("{}: {} added, {} changed, {} unchanged, {} not in the new document (kept)\n", proposal.slug,
                       proposal.changes.count(Fate::added), proposal.changes.count(Fate::changed),
                       proposal.changes.count(Fate::unchanged), proposal.changes.count(Fate::gone));
  tell_open(err, proposal);
}

/// Does with a proposal what --accept and --release ask for.
Result<int> settle_proposal(Call& call, const tasks::Workspace& workspace, const tasks::ImportProposal& proposal) {
  const auto actor = tasks::operator_of_the_machine();
  const bool release = call.arguments.has("--release");
  if (!proposal.id.empty() && (release || call.arguments.has("--accept"))) {
    const auto accepted = tasks::accept_import(workspace, actor, proposal.id, {.release = release, .as_matched = true});
    if (!accepted) return tl::unexpected(accepted.error());
  }
  call.out << proposal.slug << '\n';
  return 0;
}

// The neutral shape goes out piece by piece; before its last brace the columns are put in.
void write_read_plan(const ReadPlan& read, std::ostream& out) {
  constexpr std::string_view kEnd = "\n}\n";
  std::string last;
  write_neutral(read.draft, [&](std::string_view piece) {
    out << last;
    last = piece;
  });
  out << std::string_view(last).substr(0, last.size() - kEnd.size()) << ",\n  \"columns\": "
      << replace_all(columns_json(read.tables), "\n", "\n  ") << kEnd;
}

}  // namespace

Result<int> extract_command(Call& call) {
  const auto read = read_plan_file(call);
  if (!read) return tl::unexpected(read.error());
  return deliver(call, [&](std::ostream& out) { write_read_plan(*read, out); });
}

Result<int> import_command(Call& call) {
  auto read = read_plan_file(call);
  if (!read) return tl::unexpected(read.error());
  const auto path = call.arguments.get("FILE");
  if (read->draft.items.empty()) return refuse(Fault::invalid_input, "no recommendations, actions or commitments were found in it", path);
  auto data = open_data(call, Machine::Opening::make_if_missing);
  if (!data) return tl::unexpected(data.error());
  const auto& workspace = (*data)->workspace();
  const auto proposal = tasks::propose_import(workspace, tasks::operator_of_the_machine(), read->document,
                                              std::move(read->draft), {.slug = call.arguments.get("--plan")});
  if (!proposal) return refuse(proposal.error().fault, proposal.error().message, path);
  tell(call.err, *proposal);
  return settle_proposal(call, workspace, *proposal);
}

Result<int> export_command(Call& call) {
  const auto format = call.arguments.get("--format");
  if (tasks::find_plan_format(format) == nullptr)
    return refuse(Fault::invalid_input, fmt::format("--format takes {}, not \"{}\"", tasks::plan_format_names(), format));
  const auto profile = column_profile(call.arguments);
  if (!profile) return tl::unexpected(profile.error());
  auto data = open_data(call, Machine::Opening::must_exist);
  if (!data) return tl::unexpected(data.error());
  const auto shown = tasks::find_shown((*data)->workspace(), call.arguments.get("PLAN"), View::live);
  if (!shown) return tl::unexpected(shown.error());
  const auto& workspace = (*data)->workspace();
  const auto rules = tasks::seen_rules(workspace, *shown, View::live);
  if (!rules) return tl::unexpected(rules.error());
  const auto progress = workspace.progress.of_plan(shown->kept->plan.slug);
  if (!progress) return tl::unexpected(progress.error());
  const auto plan = with_decisions(shown->kept->plan, **progress);
  if (*profile) return deliver(call, write_csv(profile_rows(plan, **profile, *rules), (*profile)->delimiter));
  const auto voices = tasks::seen_voices(workspace, *shown, View::live);
  if (!voices) return tl::unexpected(voices.error());
  const auto bytes = tasks::write_plan_file(plan, format, *rules, shown->included, *voices);
  if (!bytes) return tl::unexpected(bytes.error());
  return deliver(call, *bytes);
}

Result<int> status_command(Call& call) {
  auto data = open_data(call, Machine::Opening::must_exist);
  if (!data) return tl::unexpected(data.error());
  const auto kept = find_plan(call, **data);
  if (!kept) return tl::unexpected(kept.error());
  std::vector<std::vector<std::string>> rows = {
      {"id", "ref", "kind", "title", "owners", "due", "rule", "days", "claim", "finding"}};
  const auto progress = (*data)->workspace().progress.of_plan((*kept)->plan.slug);
  if (!progress) return tl::unexpected(progress.error());
  for (const auto& row : tasks::status_rows((*kept)->plan, **progress, today_of(**data))) rows.push_back(status_cells(row));
  return deliver(call, write_csv(rows));
}

Result<int> release_command(Call& call) {
  auto data = open_data(call, Machine::Opening::must_exist);
  if (!data) return tl::unexpected(data.error());
  const auto slug = call.arguments.get("PLAN");
  const auto done = tasks::release_plan((*data)->workspace(), tasks::operator_of_the_machine(), slug);
  if (!done) return tl::unexpected(done.error());
  call.out << fmt::format("{} is public\n", slug);
  return 0;
}

Result<int> withdraw_command(Call& call) {
  auto data = open_data(call, Machine::Opening::must_exist);
  if (!data) return tl::unexpected(data.error());
  const auto slug = call.arguments.get("PLAN");
  const auto done = tasks::withdraw_plan((*data)->workspace(), tasks::operator_of_the_machine(), slug, call.arguments.get("--reason"));
  if (!done) return tl::unexpected(done.error());
  call.out << fmt::format("{} is private\n", slug);
  return 0;
}

Result<int> share_command(Call& call) {
  auto data = open_data(call, Machine::Opening::must_exist);
  if (!data) return tl::unexpected(data.error());
  const auto& arguments = call.arguments;
  const auto slug = arguments.get("PLAN"), item = arguments.get("ITEM"), other = arguments.get("--in");
  const auto done = tasks::share_item((*data)->workspace(), tasks::operator_of_the_machine(), {slug, ItemId(item)},
                                      {other, ThemeId(arguments.get("--theme"))}, arguments.get("--reason"));
  if (!done) return tl::unexpected(done.error());
  call.out << fmt::format("{} of {} is shown in {} too\n", item, slug, other);
  return 0;
}

Result<int> unshare_command(Call& call) {
  auto data = open_data(call, Machine::Opening::must_exist);
  if (!data) return tl::unexpected(data.error());
  const auto& arguments = call.arguments;
  const auto slug = arguments.get("PLAN"), item = arguments.get("ITEM"), other = arguments.get("--in");
  const auto done = tasks::unshare_item((*data)->workspace(), tasks::operator_of_the_machine(), {slug, ItemId(item)}, other,
                                        arguments.get("--reason"));
  if (!done) return tl::unexpected(done.error());
  call.out << fmt::format("{} of {} is no longer shown in {}\n", item, slug, other);
  return 0;
}

}  // namespace makegood::cli
