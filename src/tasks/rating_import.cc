#include "tasks/rating_import.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

#include <fmt/format.h>

#include "tasks/write_down.h"

namespace makegood::tasks {
namespace {

constexpr std::array<std::string_view, 5> kColumns = {"criterion", "assessor", "level", "reasons", "evidence"};
constexpr std::size_t kNeeded = 4;  // evidence need not be there

/// Where each of kColumns stands in the file.
using Places = std::array<std::optional<std::size_t>, kColumns.size()>;

Result<Places> places_in(const std::vector<std::string>& header) {
  Places places;
  for (std::size_t i = 0; i < header.size(); ++i)
    for (std::size_t c = 0; c < kColumns.size(); ++c)
      if (!places[c] && fold(header[i]) == kColumns[c]) places[c] = i;
  for (std::size_t c = 0; c < kNeeded; ++c)
    if (!places[c]) return refuse(Fault::invalid_input, fmt::format("there is no column \"{}\"", kColumns[c]));
  return places;
}

std::string cell(const FileRow& row, const std::optional<std::size_t>& place) {
  return place && *place < row.cells.size() ? valid_utf8(trim(row.cells[*place])) : std::string{};
}

const Item* criterion_named(const Plan& plan, std::string_view written) {
  const auto all = framework::criteria(plan);
  const auto found = std::find_if(all.begin(), all.end(), [&](const Item* item) {
    return item->id.text == written || fold(item->title) == fold(written) || (!item->ref.empty() && fold(item->ref) == fold(written));
  });
  return written.empty() || found == all.end() ? nullptr : *found;
}

const framework::Level* level_named(const framework::Framework& framework, std::string_view written) {
  const auto found = std::find_if(framework.levels.begin(), framework.levels.end(), [&](const framework::Level& level) {
    return level.code == written || fold(level.title) == fold(written) || (!level.title_cy.empty() && fold(level.title_cy) == fold(written));
  });
  return written.empty() || found == framework.levels.end() ? nullptr : &*found;
}

/// Reads rows into ratings of one round.
class RatingRows {
 public:
  RatingRows(const SeenAssessment& seen, const framework::Round& round, const Places& places, Day today) : seen_(seen), round_(round), places_(places), today_(today) {}

  void take(const FileRow& row) {
    const auto written = [&](std::size_t column) { return cell(row, places_[column]); };
    if (std::all_of(row.cells.begin(), row.cells.end(), [](const std::string& c) { return trim(c).empty(); })) return;
    const auto before = import.faults.size();
    const auto* item = criterion_named(seen_.kept->plan, written(0));
    const auto* level = level_named(*seen_.assessment.framework, written(2));
    if (item == nullptr) fault(row, 0, fmt::format("\"{}\" is no criterion of this plan", shorten(written(0), 60)));
    if (written(1).empty()) fault(row, 1, "say who assessed it");
    if (level == nullptr) fault(row, 2, fmt::format("\"{}\" is no level", shorten(written(2), 60)));
    if (written(3).empty()) fault(row, 3, "say why it is that level");
    if (item != nullptr && !said_.emplace(item->id.text, fold(written(1))).second) fault(row, 1, "has a row about this criterion already");
    if (import.faults.size() == before) keep({item->id, round_.name, level->code, written(3), written(4), written(1), today_});
  }
  RatingImport import;
  std::vector<framework::Rating> ratings;

 private:
  void fault(const FileRow& row, std::size_t column, std::string message) { import.faults.push_back({row.row, std::string(kColumns[column]), std::move(message)}); }

  void keep(framework::Rating rating) {
    const auto standing = framework::standing_of(seen_.assessment, round_.name, rating.item);
    const bool said = std::any_of(standing.ratings.begin(), standing.ratings.end(), [&](const framework::Rating* one) {
      return fold(one->assessor) == fold(rating.assessor) && one->level == rating.level && one->reasons == rating.reasons && one->evidence == rating.evidence;
    });
    ++(said ? import.unchanged : import.fresh);
    if (!said) ratings.push_back(std::move(rating));
  }

  const SeenAssessment& seen_;
  const framework::Round& round_;
  const Places& places_;
  Day today_;
  std::set<std::pair<std::string, std::string>> said_;  ///< criterion and assessor, of the rows so far
};

}  // namespace

Result<RatingImport> import_ratings(const Workspace& w, const Actor& actor, std::string_view slug, const FileTable& table, bool dry) {
  if (auto allowed = require_within(actor, Action::run_assessment, slug); !allowed) return tl::unexpected(allowed.error());
  const auto seen = see_assessment(w, actor, slug);
  if (!seen) return tl::unexpected(seen.error());
  if (!table.faults.empty()) return tl::unexpected(table.faults.front());
  const auto* round = seen->assessment.open_round();
  if (round == nullptr) return refuse(Fault::conflict, "no round is open");
  const auto places = places_in(table.header);
  if (!places) return tl::unexpected(places.error());
  RatingRows rows(*seen, *round, *places, w.clock.now().today);
  for (const auto& row : table.rows) rows.take(row);
  if (dry || !rows.import.faults.empty() || rows.ratings.empty()) return std::move(rows.import);
  const auto subject = framework::subject_of(slug);
  std::vector<Change> changes;
  for (const auto& rating : rows.ratings) changes.push_back({"criterion.rated", subject, actor.name, framework::write(rating)});
  if (auto done = write_down(w, std::move(changes), {{subject, seen->assessment.sequence}}); !done) return tl::unexpected(done.error());
  return std::move(rows.import);
}

Result<AgreementWords> agree_by_name(const Workspace& w, const Actor& actor, std::string_view slug, const AgreementWords& words) {
  if (auto allowed = require_within(actor, Action::run_assessment, slug); !allowed) return tl::unexpected(allowed.error());
  const auto seen = see_assessment(w, actor, slug);
  if (!seen) return tl::unexpected(seen.error());
  const auto* item = criterion_named(seen->kept->plan, trim(words.criterion));
  if (item == nullptr) return refuse(Fault::not_found, fmt::format("\"{}\" is no criterion of this plan", shorten(words.criterion, 60)), "criterion");
  if (!seen->assessment.framework) return refuse(Fault::conflict, "say by which levels the criteria are assessed first");
  const auto* level = level_named(*seen->assessment.framework, trim(words.level));
  if (level == nullptr) return refuse(Fault::invalid_input, fmt::format("\"{}\" is no level", shorten(words.level, 60)), "level");
  if (auto done = agree_level(w, actor, slug, {item->id, level->code, words.reasons, {}, {}}, seen->assessment.sequence); !done) return tl::unexpected(done.error());
  return AgreementWords{item->ref.empty() ? item->title : item->ref, level->title, words.reasons};
}

}  // namespace makegood::tasks
