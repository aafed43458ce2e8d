// What the names in a plan mean, and the directory out of a spreadsheet.

#include <algorithm>

#include "pages/directory_pages.h"
#include "people/directory.h"
#include "web/site/handlers.h"

namespace makegood::web {
namespace {

Result<pages::MatchPage> match_values(const App& app, const Visit& who, std::string_view slug, std::string_view change) {
  const auto kept = app.workspace.plans.find(slug, View::live);
  if (!kept) return tl::unexpected(kept.error());
  const auto directory = app.workspace.people.directory();
  if (!directory) return tl::unexpected(directory.error());
  return pages::make_match_page((*kept)->plan, **directory, change, who.site.today);
}

/// The one post that is called so, as it stands in the list of the page; empty = none.
PostId post_called(const Directory& directory, std::string_view typed, Day today) {
  PostId only;
  for (const auto& post : directory.posts) {
    if (fold(post_in_words(directory, post.id, today)) == fold(typed)) return post.id;
    if (fold(post.title) != fold(typed)) continue;
    if (!only.empty()) return {};
    only = post.id;
  }
  return only;
}

std::string numbered(std::string_view name, std::size_t n) { return std::string(name) + "-" + std::to_string(n); }

/// What was typed for each of the page's names, by the name and not by its place: the list may have changed.
void fill(pages::MatchPage& values, const Request& request) {
  for (auto& line : values.open) line.picked.clear();  // what the page suggested counts only where it was sent
  for (std::size_t n = 0; n < pages::kMatchesShown; ++n) {
    const auto written = request.form.value(numbered("name", n));
    const auto line = std::find_if(values.open.begin(), values.open.end(), [&](const pages::MatchLine& l) { return l.written == written; });
    if (written.empty() || line == values.open.end()) continue;
    line->picked = request.form.value(numbered("post", n));
    line->other = trim(request.form.value(numbered("other", n)));
    if (line->picked.empty() && !line->other.empty()) line->picked = "other";
  }
  values.from = pages::date_fields_from(pairs_of(request.form), "from");
}

/// The answers, each fault said beside its name.
std::vector<OwnerMatch> answers(pages::MatchPage& values, const Directory& directory, Day today) {
  std::vector<OwnerMatch> matches;
  const auto from = pages::day_from(values.from);
  if (!from) values.from_fault = "form.error.date";
  for (auto& line : values.open) {
    if (line.picked.empty()) continue;
    const auto post = line.picked == "other" ? post_called(directory, line.other, today) : PostId(line.picked == "nobody" ? "" : line.picked);
    if (line.picked == "other" && post.empty()) line.fault = "people.error.other";
    matches.push_back({values.slug, line.written, post, {from.value_or(std::nullopt), std::nullopt}});
  }
  return matches;
}

bool has_faults(const pages::MatchPage& values) {
  return !values.from_fault.empty() || std::any_of(values.open.begin(), values.open.end(), [](const pages::MatchLine& line) { return !line.fault.empty(); });
}

/// Somebody else answered one of these since the page was made: what they said stands in its place.
bool was_answered_meanwhile(const pages::MatchPage& now, const Request& request) {
  for (std::size_t n = 0; n < pages::kMatchesShown; ++n) {
    const auto written = request.form.value(numbered("name", n));
    if (written.empty() || request.form.value(numbered("post", n)).empty()) continue;
    const auto other = std::find_if(now.confirmed.begin(), now.confirmed.end(), [&](const pages::MatchLine& l) { return l.written == written; });
    if (other != now.confirmed.end() && request.form.value(numbered("was", n)) != other->picked) return true;
  }
  return false;
}

Response match_again(const Visit& who, pages::MatchPage values, const std::optional<Refusal>& refusal) {
  if (refusal) values.refusal = refusal->message;
  return no_store(page(pages::match_page(values, who.site), refusal ? status_of(refusal->fault) : 422));
}

}  // namespace

Response match_form(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto values = match_values(app, who, match["slug"], request.query().value("change"));
  if (!values) return refusal_page(who, values.error());
  return no_store(page(pages::match_page(*values, who.site)));
}

Response match_names(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto directory = app.workspace.people.directory();
  if (!directory) return refusal_page(who, directory.error());
  // Without script a name that is asked about again is the first of the form.
  auto values = match_values(app, who, match["slug"], request.form.value("was-0").empty() ? "" : request.form.value("name-0"));
  if (!values) return refusal_page(who, values.error());
  const auto plain = match_values(app, who, match["slug"], "");
  if (plain && was_answered_meanwhile(*plain, request))
    return match_again(who, *values, Refusal{Fault::conflict, "somebody else answered some of these meanwhile: look at what they said below", {}});
  fill(*values, request);
  const auto matches = answers(*values, **directory, who.site.today);
  if (has_faults(*values)) return match_again(who, *values, std::nullopt);
  if (matches.empty()) return match_again(who, *values, Refusal{Fault::invalid_input, "say of at least one name whom it means", {}});
  const auto done = tasks::match_owners(app.workspace, who.session->actor, match["slug"], matches);
  return done ? go_to(who, pages::match_url(match["slug"]).view()) : match_again(who, *values, done.error());
}

Response directory_import_form(App& app, const Request& request, const RouteMatch&) {
  const auto who = visit(app, request);
  if (const auto allowed = tasks::require(who.session->actor, tasks::Action::manage_people); !allowed) return refusal_page(who, allowed.error());
  return no_store(page(pages::directory_import_page({}, who.site)));
}

Response import_directory(App& app, const Request& request, const RouteMatch&) {
  const auto who = visit(app, request);
  pages::DirectoryImportPage values;
  const auto again = [&](int status) { return no_store(page(pages::directory_import_page(values, who.site), status)); };
  const auto file = std::find_if(request.files.begin(), request.files.end(), [](const UploadedFile& f) { return f.field == "file" && !f.name.empty(); });
  if (file == request.files.end()) {
    values.refusal = "choose the document to read";
    return again(422);
  }
  const auto trial = request.form.value("trial") == "yes" ? tasks::Trial::yes : tasks::Trial::no;
  auto reading = tasks::import_directory(app.workspace, who.session->actor, {file->content->bytes(), file->name}, trial);
  if (!reading) {
    values.refusal = reading.error().message;
    return again(status_of(reading.error().fault));
  }
  values.faults = std::move(reading->faults);
  if (!values.faults.empty()) return again(422);
  if (trial == tasks::Trial::no) return go_to(who, "/desk/people");
  const auto& change = reading->change;
  values.file = file->name;
  values.findings = change.findings;
  values.would_change = {static_cast<int>(change.organisations.size()), static_cast<int>(change.posts.size()), static_cast<int>(change.people.size()),
                         static_cast<int>(change.holdings.size())};
  return again(200);
}

namespace {

constexpr auto kMatchRoutes = std::to_array<Route<App>>({
    {Method::get, "/desk/people/match/{slug}", match_form, kMatchOwners, {}, "match-form"},
    {Method::post, "/desk/people/match/{slug}", match_names, kMatchOwners, kForm, "match-names"},
    {Method::get, "/desk/people/import", directory_import_form, kManagePeople, {}, "directory-import"},
    {Method::post, "/desk/people/import", import_directory, kManagePeople, kUpload, "import-directory"},
});

}  // namespace

std::span<const Route<App>> match_routes() { return kMatchRoutes; }

}  // namespace makegood::web
