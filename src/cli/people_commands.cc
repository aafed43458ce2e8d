// people import, people list, people grant: the directory at the command line.

#include <algorithm>

#include <fmt/format.h>

#include "cli/command.h"
#include "formats/csv.h"
#include "people/directory.h"
#include "people/directory_file.h"
#include "report/report.h"

namespace makegood::cli {
namespace {

using Cells = std::vector<std::string>;

Result<std::shared_ptr<const Directory>> directory_of(const Data& data) { return data.workspace().people.directory(); }

// Each fault on a line of its own, as those who mend the file look for them.
int tell_faults(Call& call, const std::string& path, const std::vector<Refusal>& faults) {
  for (const auto& fault : faults) call.err << fmt::format("makegood: {}: {}\n", path, squeeze(fault.line()));
  return 2;
}

int tell_change(Call& call, const std::string& path, const DirectoryReading& reading) {
  for (const auto& finding : reading.change.findings) call.err << fmt::format("{}: {}: {}\n", path, finding.where, finding.message);
  const auto& change = reading.change;
  if (change.empty()) {
    call.out << "nothing to change: the directory says this already\n";
    return 0;
  }
  const auto ended = std::count_if(change.holdings.begin(), change.holdings.end(), [](const Holding& h) { return h.term.until.has_value(); });
  call.out << fmt::format("{}organisations: {}, posts: {}, people: {}, holders that begin: {}, that end: {}\n", call.arguments.has("--dry-run") ? "would change " : "",
                          change.organisations.size(), change.posts.size(), change.people.size(), change.holdings.size() - static_cast<std::size_t>(ended), ended);
  return 0;
}

/// The owners named in plans whom no letter reaches, as CSV.
Result<int> list_unmatched(Call& call) {
  auto data = open_data(call, Machine::Opening::must_exist);
  if (!data) return tl::unexpected(data.error());
  const auto& workspace = (*data)->workspace();
  const auto directory = directory_of(**data);
  if (!directory) return tl::unexpected(directory.error());
  const auto plans = workspace.plans.list(View::live);
  if (!plans) return tl::unexpected(plans.error());
  std::vector<Cells> rows = {{"plan", "owner", "items", "why", "post"}};
  for (const auto& summary : *plans) {
    const auto kept = workspace.plans.find(summary.slug, View::live);
    if (!kept) return tl::unexpected(kept.error());
    for (const auto& owner : tasks::owners_without_address((*kept)->plan, **directory, today_of(**data)))
      rows.push_back({summary.slug, spreadsheet_safe(owner.name.written), fmt::format("{}", owner.name.owns), std::string(tasks::why_unreached(owner)),
                      spreadsheet_safe(post_in_words(**directory, owner.post, today_of(**data)))});
  }
  return deliver(call, write_csv(rows));
}

// A row a holder, or one that says that the post is vacant: `people import` reads it back.
void add_rows(const Directory& directory, const Post& post, Day today, std::vector<Cells>& rows) {
  const auto* organisation = find_organisation(directory, organisation_of(directory, post.id, today));
  const auto row = [&](const Person& person, std::string_view status) {
    rows.push_back({spreadsheet_safe(post.title), spreadsheet_safe(person.name), person.email,
                    organisation == nullptr ? "" : spreadsheet_safe(organisation->name), std::string(status).empty() ? person.language : "",
                    std::string(status)});
  };
  const auto holders = holders_of(directory, post.id, today);
  const auto since = vacant_since(directory, post.id, today);
  if (holders.empty()) row({}, since ? "vacant since " + since->iso() : "vacant");
  for (const auto& holder : holders) row(*find_person(directory, holder), "");
}

Result<OrganisationId> organisation_named(const Directory& directory, const std::string& name) {
  for (const auto& organisation : directory.organisations)
    if (fold(organisation.name) == fold(name)) return organisation.id;
  return refuse(Fault::not_found, fmt::format("the directory has no organisation \"{}\"", name));
}

Result<RoleGrant> grant_from(const Arguments& arguments, const Directory& directory, Day today) {
  const auto email = arguments.get("EMAIL");
  const auto* person = find_person_by_email(directory, email, today);
  if (person == nullptr) return refuse(Fault::not_found, fmt::format("nobody in the directory has the address {}; bring them in first", email));
  const auto role = access::role_from(arguments.get("ROLE"));
  if (!role) return refuse(Fault::invalid_input, fmt::format("there is no role \"{}\"; see makegood people grant --help", arguments.get("ROLE")));
  RoleGrant grant{person->id, {*role, arguments.get("--plan"), ""}, {}};
  if (arguments.has("--organisation")) {
    const auto organisation = organisation_named(directory, arguments.get("--organisation"));
    if (!organisation) return tl::unexpected(organisation.error());
    grant.grant.organisation = organisation->text;
  }
  return grant;
}

}  // namespace

Result<int> people_import_command(Call& call) {
  if (call.arguments.has("--unmatched")) return list_unmatched(call);
  const auto path = call.arguments.get("FILE");
  if (path.empty()) return refuse(Fault::invalid_input, "say which FILE, or --unmatched");
  auto bytes = read_file(path, ReadOptions{}.max_bytes);
  if (!bytes) return tl::unexpected(bytes.error());
  auto data = open_data(call, Machine::Opening::make_if_missing);
  if (!data) return tl::unexpected(data.error());
  const auto trial = call.arguments.has("--dry-run") ? tasks::Trial::yes : tasks::Trial::no;
  const auto reading = tasks::import_directory((*data)->workspace(), tasks::operator_of_the_machine(), {std::move(*bytes), name_of(path)}, trial);
  if (!reading) return refuse(reading.error().fault, reading.error().line(), path);
  return reading->faults.empty() ? tell_change(call, path, *reading) : tell_faults(call, path, reading->faults);
}

Result<int> people_list_command(Call& call) {
  if (call.arguments.has("--unmatched")) return list_unmatched(call);
  auto data = open_data(call, Machine::Opening::must_exist);
  if (!data) return tl::unexpected(data.error());
  const auto directory = directory_of(**data);
  if (!directory) return tl::unexpected(directory.error());
  const auto& workspace = (*data)->workspace();
  if (auto noted = tasks::note_access(workspace, tasks::operator_of_the_machine().name, tasks::Looked::people, {}); !noted) return tl::unexpected(noted.error());
  const auto today = today_of(**data);
  std::vector<Cells> rows = {{"post", "person", "email", "organisation", "language", "status"}};
  for (const auto& post : (*directory)->posts)
    if (post.term.holds(today)) add_rows(**directory, post, today, rows);
  return deliver(call, write_csv(rows));
}

Result<int> people_grant_command(Call& call) {
  auto data = open_data(call, Machine::Opening::must_exist);
  if (!data) return tl::unexpected(data.error());
  const auto directory = directory_of(**data);
  if (!directory) return tl::unexpected(directory.error());
  const auto grant = grant_from(call.arguments, **directory, today_of(**data));
  if (!grant) return tl::unexpected(grant.error());
  const auto& workspace = (*data)->workspace();
  const tasks::Saving saving{.reason = call.arguments.get("--reason")};
  const auto actor = tasks::operator_of_the_machine();
  const bool ends = call.arguments.has("--end");
  const auto done = ends ? tasks::end_role(workspace, actor, grant->person, grant->grant, today_of(**data).plus_days(-1), saving)
                         : tasks::grant_role(workspace, actor, *grant, saving);
  if (!done) return tl::unexpected(done.error());
  call.out << fmt::format("{} {} {}\n", call.arguments.get("EMAIL"), ends ? "is no longer" : "is", access::words_of({grant->grant}));
  return 0;
}

Result<int> people_erase_command(Call& call) {
  auto data = open_data(call, Machine::Opening::must_exist);
  if (!data) return tl::unexpected(data.error());
  const auto directory = directory_of(**data);
  if (!directory) return tl::unexpected(directory.error());
  const auto email = call.arguments.get("EMAIL");
  const auto* person = find_person_by_email(**directory, email, today_of(**data));
  if (person == nullptr) return refuse(Fault::not_found, fmt::format("nobody in the directory has the address {}", email));
  const auto& workspace = (*data)->workspace();
  const auto actor = tasks::operator_of_the_machine();
  const auto preview = tasks::preview_erasure(workspace, actor, person->id);
  if (!preview) return tl::unexpected(preview.error());
  const bool trial = call.arguments.has("--dry-run");
  if (!trial)
    if (const auto done = tasks::erase_person(workspace, actor, person->id, call.arguments.get("--reason")); !done) return tl::unexpected(done.error());
  call.out << fmt::format("{}entries whose words {}: {}, sign-in: {}, sessions: {}, letters: {}\nstays: posts, what was said as a post, the chain, and the address where it "
                          "says who wrote an entry\n",
                          trial ? "would erase: " : "erased: ", trial ? "would go" : "are gone", preview->entries, preview->has_sign_in ? "yes" : "no", preview->sessions,
                          preview->letters);
  return 0;
}

}  // namespace makegood::cli
