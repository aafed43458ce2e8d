#include "tasks/reports.h"

#include <algorithm>

#include "formats/write.h"
#include "report/publication_json.h"
#include "tasks/as_known.h"
#include "tasks/publication.h"
#include "tasks/silences.h"

namespace makegood::tasks {
namespace {

const EditionFile* find_file(const Edition& edition, std::string_view format, Language language) {
  const auto found = std::find_if(edition.files.begin(), edition.files.end(),
                                  [&](const EditionFile& file) { return file.format == format && file.language == language_tag(language); });
  return found == edition.files.end() ? nullptr : &*found;
}

struct Files {
  std::vector<EditionFile> files;
  std::vector<Attachment> bytes;
};

Result<Files> write_files(const CommitteeReport& report, const std::string& name, const std::vector<Language>& languages) {
  Files all;
  for (const auto language : languages)
    for (const auto& format : kReportFormats) {
      auto bytes = write_report(report, format.name, language);
      if (!bytes) return tl::unexpected(bytes.error());
      const auto digest = sha256(*bytes);
      all.files.push_back({std::string(format.name), std::string(language_tag(language)), digest, static_cast<std::int64_t>(bytes->size())});
      all.bytes.push_back({digest, name + "." + std::string(format.name), std::move(*bytes)});
    }
  return all;
}

Edition edition_of(const CommitteeReport& report, std::vector<EditionFile> files) {
  Edition edition;
  edition.plan = report.slug;
  edition.name = edition_name(report.spec);
  edition.spec = report.spec;
  edition.period = report.period;
  edition.title = report_title(report, Words::for_language(Language::en));
  edition.frozen = report.made;
  edition.head = report.head;
  edition.files = std::move(files);
  edition.states = states_of(report);
  return edition;
}

}  // namespace

const ReportFormat* find_report_format(std::string_view name) {
  const auto found = std::find_if(kReportFormats.begin(), kReportFormats.end(), [&](const ReportFormat& f) { return f.name == name; });
  return found == kReportFormats.end() ? nullptr : &*found;
}

std::string report_format_names() {
  std::string names;
  for (std::size_t n = 0; n < kReportFormats.size(); ++n) {
    if (n > 0) names += n + 1 == kReportFormats.size() ? " or " : ", ";
    names += kReportFormats[n].name;
  }
  return names;
}

Result<CommitteeReport> make_report(const Workspace& w, const Actor& actor, std::string_view slug, const ReportSpec& spec) {
  if (auto allowed = require(actor, Action::see_private, {.plan = slug}); !allowed) return tl::unexpected(allowed.error());
  const auto kept = w.plans.find(slug, View::live);
  if (!kept) return tl::unexpected(kept.error());
  const auto period = period_of(spec, (*kept)->plan.settings);
  if (!period) return tl::unexpected(period.error());
  const auto today = w.clock.now().today;
  const auto as_at = std::min(period->last, today);
  const auto known = known_at(w, slug, as_at, spec.period);
  const auto directory = w.people.directory();
  const auto cycles = w.cycles.cycles(slug);
  const auto editions = w.publication.editions(slug);
  auto objectives = w.publication.objectives(slug);
  const auto measured = w.indicators.of_plan(slug);
  const auto head = w.ledger.head();
  if (!known) return tl::unexpected(known.error());
  if (!directory) return tl::unexpected(directory.error());
  if (!cycles) return tl::unexpected(cycles.error());
  if (!editions) return tl::unexpected(editions.error());
  if (!objectives) return tl::unexpected(objectives.error());
  if (!measured) return tl::unexpected(measured.error());
  if (!head) return tl::unexpected(head.error());
  ReportInput in{.plan = known->plan, .progress = known->progress, .spec = spec, .period = *period, .as_at = as_at, .made = today};
  in.silences = silences_of(known->plan, known->progress, *cycles, **directory, spec, *period, as_at);
  in.places = places_of(known->plan, **directory, as_at);
  in.objectives = std::move(*objectives);
  in.measured = public_part(**measured);
  in.previous = edition_before(*editions, spec, *period);
  in.head = *head;
  in.entered_later = known->entered_later;
  return committee_report(in);
}

Result<std::string> write_report(const CommitteeReport& report, std::string_view format, Language language) {
  const auto words = Words::for_language(language);
  if (format == "html") return write_html(committee_document(report, words));
  if (format == "docx") return write_docx(committee_document(report, words));
  if (format == "xlsx") return write_xlsx(committee_workbook(report, words));
  if (format == "md") return write_markdown(committee_document(report, words));
  if (format == "json") return committee_json(report);
  return refuse(Fault::invalid_input, "a report can be written as " + report_format_names() + ", not as \"" + shorten(format, 20) + "\"");
}

Result<std::string> report_file(const Workspace& w, const Actor& actor, std::string_view slug, const ReportSpec& spec, std::string_view format,
                                Language language) {
  if (auto allowed = require(actor, Action::see_private, {.plan = slug}); !allowed) return tl::unexpected(allowed.error());
  if (const auto frozen = w.publication.edition(slug, edition_name(spec)); frozen && find_file(*frozen, format, language) != nullptr)
    return edition_bytes(w, *frozen, format, language);
  const auto report = make_report(w, actor, slug, spec);
  if (!report) return tl::unexpected(report.error());
  return write_report(*report, format, language);
}

std::vector<Language> edition_languages(const ReportSpec& spec, bool both) {
  if (both || row_of(spec.profile).both_languages) return {Language::en, Language::cy};
  return {Language::en};
}

Result<Edition> freeze_edition(const Workspace& w, const Actor& actor, std::string_view slug, const ReportSpec& spec, bool both_languages) {
  if (auto allowed = require(actor, Action::freeze_edition, {.plan = slug}); !allowed) return tl::unexpected(allowed.error());
  const auto seen = w.ledger.last_about(slug);
  if (!seen) return tl::unexpected(seen.error());
  const auto report = make_report(w, actor, slug, spec);
  if (!report) return tl::unexpected(report.error());
  if (auto open = refuse_if_held(w, report->organisation); !open) return tl::unexpected(open.error());
  if (const auto before = w.publication.edition(slug, edition_name(spec)); before)
    return refuse(Fault::conflict, "this edition was frozen on " + before->frozen.in_words() + ": it never changes again");
  auto files = write_files(*report, edition_name(spec), edition_languages(spec, both_languages));
  if (!files) return tl::unexpected(files.error());
  auto edition = edition_of(*report, std::move(files->files));
  Batch batch;
  batch.changes = {{"edition.frozen", std::string(slug), actor.name, write_edition(edition)}};
  batch.expectations = {{std::string(slug), *seen}};
  batch.attachments = std::move(files->bytes);
  batch.at = w.clock.now().utc();
  const auto entries = w.ledger.append(batch);
  if (!entries) return tl::unexpected(entries.error());
  edition.at = batch.at;
  edition.actor = actor.name;
  edition.sequence = entries->front().sequence;
  return edition;
}

Result<std::vector<Edition>> editions_of(const Workspace& w, std::string_view slug, View view) {
  if (const auto kept = w.plans.find(slug, view); !kept) return tl::unexpected(kept.error());
  auto editions = w.publication.editions(slug);
  if (editions) std::reverse(editions->begin(), editions->end());
  return editions;
}

Result<Edition> find_edition(const Workspace& w, std::string_view slug, std::string_view name, View view) {
  if (const auto kept = w.plans.find(slug, view); !kept) return tl::unexpected(kept.error());
  return w.publication.edition(slug, name);
}

Result<std::string> edition_bytes(const Workspace& w, const Edition& edition, std::string_view format, Language language) {
  const auto* file = find_file(edition, format, language);
  if (file == nullptr) return refuse(Fault::not_found, "this edition has no such file");
  auto attachment = w.ledger.attachment(file->digest);
  if (!attachment) return tl::unexpected(attachment.error());
  return std::move(attachment->bytes);
}

}  // namespace makegood::tasks
