#include "tasks/assessments.h"

#include <algorithm>

#include <fmt/format.h>

#include "tasks/voice.h"
#include "tasks/write_down.h"

namespace makegood::tasks {
namespace {

using framework::Assessment;
using framework::Framework;

Result<Assessment> read_assessment(const Workspace& w, std::string_view slug) {
  const auto entries = w.ledger.about(framework::subject_of(slug));
  if (!entries) return tl::unexpected(entries.error());
  Assessment assessment;
  for (const auto& entry : *entries)
    if (auto added = assessment.add(entry.kind, entry.payload, entry.sequence); !added) return tl::unexpected(added.error());
  return assessment;
}

/// The plan and its assessment, for whoever may take the step.
struct OpenedAssessment {
  std::shared_ptr<const KeptPlan> kept;
  Assessment assessment;
  Now now;
};
Result<OpenedAssessment> open_assessment(const Workspace& w, const Actor& actor, Action action, std::string_view slug) {
  if (auto allowed = require_within(actor, action, slug); !allowed) return tl::unexpected(allowed.error());
  auto kept = w.plans.find(slug, View::live);
  if (!kept) return tl::unexpected(kept.error());
  auto assessment = read_assessment(w, slug);
  if (!assessment) return tl::unexpected(assessment.error());
  return OpenedAssessment{std::move(*kept), std::move(*assessment), w.clock.now()};
}

/// Nobody else wrote about the assessment since it was read.
Result<void> write(const Workspace& w, const Actor& actor, const OpenedAssessment& opened, std::string_view kind, std::string payload) {
  const auto subject = framework::subject_of(opened.kept->plan.slug);
  return write_down(w, {{std::string(kind), subject, actor.name, std::move(payload)}}, {{subject, opened.assessment.sequence}}, opened.now);
}

Result<const Item*> criterion_of(const OpenedAssessment& opened, const ItemId& id) {
  const auto* item = find_item(opened.kept->plan, id);
  if (item == nullptr || item->kind != ItemKind::criterion) return refuse(Fault::not_found, "there is no such criterion");
  return item;
}

Result<const framework::Round*> round_of(const OpenedAssessment& opened) {
  if (const auto* round = opened.assessment.open_round()) return round;
  return refuse(Fault::conflict, "no round of assessment is open");
}

Result<void> check_level(const OpenedAssessment& opened, std::string_view level) {
  if (opened.assessment.framework && opened.assessment.framework->level(level) != nullptr) return {};
  return refuse(Fault::invalid_input, "say which level it is", "level");
}

std::string said_by_person(std::string_view text) { return valid_utf8(trim(text)); }

Result<std::string> speaks_as(const Workspace& w, const Actor& actor) {
  const auto directory = w.people.directory();
  if (!directory) return tl::unexpected(directory.error());
  const auto voice = voice_of(**directory, actor, w.clock.now().today);
  return voice.post_words.empty() ? actor.name : voice.post_words;
}

std::string list_of(const std::vector<const Item*>& items) {
  std::vector<std::string> refs;
  for (const auto* item : items) refs.push_back(item->ref.empty() ? item->title : item->ref);
  return join(refs, ", ");
}

}  // namespace

bool SeenAssessment::sees_others(std::string_view round, const ItemId& criterion) const {
  const auto* found = assessment.round(round);
  if (may_run || (found != nullptr && found->closed)) return true;
  const auto standing = framework::standing_of(assessment, round, criterion);
  return std::any_of(standing.ratings.begin(), standing.ratings.end(), [&](const framework::Rating* one) { return fold(one->assessor) == fold(assessor); });
}

Result<SeenAssessment> see_assessment(const Workspace& w, const Actor& actor, std::string_view slug) {
  auto opened = open_assessment(w, actor, Action::rate_criteria, slug);
  if (!opened) return tl::unexpected(opened.error());
  auto assessor = speaks_as(w, actor);
  if (!assessor) return tl::unexpected(assessor.error());
  return SeenAssessment{std::move(opened->kept), std::move(opened->assessment), std::move(*assessor), may_within(actor, Action::run_assessment, slug)};
}

Result<PublicAssessment> public_assessment(const Workspace& w, std::string_view slug) {
  auto kept = w.plans.find(slug, View::released);
  if (!kept) return tl::unexpected(kept.error());
  auto assessment = read_assessment(w, slug);
  if (!assessment) return tl::unexpected(assessment.error());
  std::erase_if(assessment->rounds, [](const framework::Round& round) { return !round.closed; });
  for (auto& rating : assessment->ratings) rating.reasons.clear(), rating.evidence.clear();
  std::erase_if(assessment->services, [&](const framework::Service& one) { return !one.plan.empty() && !w.plans.find(one.plan, View::released); });
  return PublicAssessment{std::move(*kept), std::move(*assessment)};
}

Result<std::optional<Change>> framework_change(const Workspace& w, const Actor& actor, std::string_view slug, const Framework& framework) {
  const auto assessment = read_assessment(w, slug);
  if (!assessment) return tl::unexpected(assessment.error());
  for (const auto& rating : assessment->ratings)
    if (framework.level(rating.level) == nullptr)
      return refuse(Fault::conflict, fmt::format("criteria have been rated \"{}\", which is no level any more", rating.level));
  if (assessment->framework == framework) return std::optional<Change>{};
  return std::optional(Change{"framework.kept", framework::subject_of(slug), actor.name, framework::write(framework)});
}

Result<void> keep_framework(const Workspace& w, const Actor& actor, std::string_view slug, const Framework& framework) {
  const auto opened = open_assessment(w, actor, Action::run_assessment, slug);
  if (!opened) return tl::unexpected(opened.error());
  if (framework::criteria(opened->kept->plan).empty()) return refuse(Fault::invalid_input, "this plan has no criteria to assess");
  auto change = framework_change(w, actor, slug, framework);
  if (!change) return tl::unexpected(change.error());
  if (!*change) return {};
  return write_down(w, {std::move(**change)}, {{framework::subject_of(slug), opened->assessment.sequence}}, opened->now);
}

Result<void> open_round(const Workspace& w, const Actor& actor, std::string_view slug, const NewRound& words) {
  const auto opened = open_assessment(w, actor, Action::run_assessment, slug);
  if (!opened) return tl::unexpected(opened.error());
  const auto name = said_by_person(words.name);
  if (!opened->assessment.framework) return refuse(Fault::conflict, "say by which levels the criteria are assessed first");
  if (const auto* open = opened->assessment.open_round()) return refuse(Fault::conflict, fmt::format("the round \"{}\" is open: close it first", open->name));
  if (name.empty() || name.size() > 60) return refuse(Fault::invalid_input, "give the round a name of at most 60 letters, such as the year", "round");
  if (opened->assessment.round(name) != nullptr) return refuse(Fault::invalid_input, "a round of that name was there before", "round");
  if (!words.aim.empty() && !opened->assessment.framework->rank(words.aim)) return refuse(Fault::invalid_input, "the aim is no level that can be reached", "aim");
  if (words.again && *words.again <= opened->now.today) return refuse(Fault::invalid_input, "the day on which it is looked at again has passed", "again");
  return write(w, actor, *opened, "assessment.opened", framework::write(framework::Round{name, words.aim, opened->now.today, {}, words.again}));
}

Result<void> close_round(const Workspace& w, const Actor& actor, std::string_view slug) {
  const auto opened = open_assessment(w, actor, Action::run_assessment, slug);
  if (!opened) return tl::unexpected(opened.error());
  const auto round = round_of(*opened);
  if (!round) return tl::unexpected(round.error());
  if (const auto open = framework::differences(opened->assessment, (*round)->name, opened->kept->plan); !open.empty())
    return refuse(Fault::conflict, "the assessors differ and nothing is agreed about " + list_of(open));
  auto closed = **round;
  closed.closed = opened->now.today;
  return write(w, actor, *opened, "assessment.closed", framework::write(closed));
}

Result<void> rate_criterion(const Workspace& w, const Actor& actor, std::string_view slug, const RatingWords& words) {
  const bool for_another = !trim(words.assessor).empty();
  const auto opened = open_assessment(w, actor, for_another ? Action::run_assessment : Action::rate_criteria, slug);
  if (!opened) return tl::unexpected(opened.error());
  const auto item = criterion_of(*opened, words.item);
  if (!item) return tl::unexpected(item.error());
  const auto round = round_of(*opened);
  if (!round) return tl::unexpected(round.error());
  if (auto fits = check_level(*opened, words.level); !fits) return fits;
  if (trim(words.reasons).empty()) return refuse(Fault::invalid_input, "say why it is that level", "reasons");
  const auto assessor = for_another ? Result<std::string>(said_by_person(words.assessor)) : speaks_as(w, actor);
  if (!assessor) return tl::unexpected(assessor.error());
  return write(w, actor, *opened, "criterion.rated",
               framework::write(framework::Rating{words.item, (*round)->name, words.level, said_by_person(words.reasons), said_by_person(words.evidence), *assessor,
                                                  opened->now.today}));
}

Result<void> agree_level(const Workspace& w, const Actor& actor, std::string_view slug, const RatingWords& words, std::int64_t seen) {
  const auto opened = open_assessment(w, actor, Action::run_assessment, slug);
  if (!opened) return tl::unexpected(opened.error());
  const auto item = criterion_of(*opened, words.item);
  if (!item) return tl::unexpected(item.error());
  const auto round = round_of(*opened);
  if (!round) return tl::unexpected(round.error());
  if (auto fits = check_level(*opened, words.level); !fits) return fits;
  const auto standing = framework::standing_of(opened->assessment, (*round)->name, words.item);
  if (standing.ratings.empty()) return refuse(Fault::conflict, "nobody has assessed this criterion yet");
  for (const auto* rating : standing.ratings)
    if (rating->sequence > seen) return refuse(Fault::conflict, fmt::format("{} has spoken since you opened this: read it, then send again", rating->assessor));
  if (standing.differ && trim(words.reasons).empty()) return refuse(Fault::invalid_input, "say how the assessors came to agree", "reasons");
  const auto by = speaks_as(w, actor);
  if (!by) return tl::unexpected(by.error());
  return write(w, actor, *opened, "criterion.agreed",
               framework::write(framework::Agreement{words.item, (*round)->name, words.level, said_by_person(words.reasons), *by, opened->now.today}));
}

namespace {

/// The item of a plan that the words name, by its id or its reference.
Result<framework::Service> service_of(const Workspace& w, const Actor& actor, const ServiceWords& words) {
  framework::Service service{words.criterion, std::string(trim(words.plan)), {}, {}, said_by_person(words.reason), words.ends};
  if (service.plan.empty()) {
    if (service.reason.empty() && !words.ends) return refuse(Fault::invalid_input, "name an item that serves it, or say why nothing is done", "item");
    return service;
  }
  const auto kept = w.plans.find(service.plan, View::live);
  if (!kept || !may_within(actor, Action::see_private, service.plan)) return refuse(Fault::not_found, "there is no such plan", "item");
  const auto wanted = trim(words.item);
  for (const auto& item : (*kept)->plan.items)
    if (item.id.text == wanted || (!item.ref.empty() && item.ref == wanted)) {
      service.item = item.id;
      service.words = squeeze(item.ref + " " + item.title);
      return service;
    }
  return refuse(Fault::not_found, fmt::format("that plan has no item \"{}\"", shorten(wanted, 60)), "item");
}

}  // namespace

Result<void> serve_criterion(const Workspace& w, const Actor& actor, std::string_view slug, const ServiceWords& words) {
  const auto opened = open_assessment(w, actor, Action::run_assessment, slug);
  if (!opened) return tl::unexpected(opened.error());
  const auto item = criterion_of(*opened, words.criterion);
  if (!item) return tl::unexpected(item.error());
  const auto service = service_of(w, actor, words);
  if (!service) return tl::unexpected(service.error());
  return write(w, actor, *opened, "criterion.served", framework::write(*service));
}

}  // namespace makegood::tasks
