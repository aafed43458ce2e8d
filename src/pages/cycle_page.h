#pragma once
// `/desk/cycle`: who was asked, who has answered, who is silent; asking, and how often.

#include <optional>
#include <string>
#include <vector>

#include "cycle/cycle.h"
#include "pages/pieces.h"

namespace makegood::pages {

enum class ReplyState { awaited, some, answered, revoked, silent };

/// One person who was asked, as a post: letters go to people, pages speak of posts.
struct RequestLine {
  std::string id, post;
  ReplyState state = ReplyState::awaited;
  int items = 0, answered = 0;
  int no_change = 0;                 ///< of the answers, those that say "no change" or nothing to report
  Day asked, last_letter;
  std::optional<Day> last_answer, escalated, revoked;
  std::string escalated_to, revoked_because;
  std::optional<Day> next_letter;    ///< from when another may go; nothing = none is wanted
};

/// A name behind which nobody can be asked.
struct UnaskedLine {
  ItemId item;
  std::string label, named;          ///< `named` empty = the plan names nobody
  WhyNot why = WhyNot::no_post;
};

/// What a letter would be about that went now.
struct DueLetter {
  std::string post;
  int items = 0;
  bool reminds = false;
};

/// The schedule as it is typed.
struct ScheduleForm {
  std::string frequency, dates, opens_edge, opens_days, open_days, reminders, escalates, escalates_to, lock_days, officer;
  bool operator==(const ScheduleForm&) const = default;
};
[[nodiscard]] ScheduleForm schedule_form(const Schedule& schedule);
[[nodiscard]] ScheduleForm schedule_form_from(const QueryPairs& pairs);
/// Named dates are one a line, "15 December 2023" or "2023-12-15". Refuses as checked() does, and what is no number or date.
[[nodiscard]] Result<Schedule> schedule_from(const ScheduleForm& form);

struct CyclePage {
  std::string slug, title, language = "en";
  bool is_open = false;
  std::optional<CycleId> cycle;      ///< the one that is open, else the last; nothing = nobody was asked yet
  Period period;
  Day opened, closes;
  bool locked = false;
  bool waits_to_close = false;       ///< its time is over, and who was silent is not written down yet
  std::optional<Day> next_opens;
  std::vector<RequestLine> requests; ///< silent ones first
  std::vector<UnaskedLine> unasked;
  std::vector<DueLetter> letters;   ///< that would be sent now
  bool is_set = false;               ///< false: the usual schedule holds
  ScheduleForm form;
  std::string suggested_officer;
  std::string done;                  ///< what was just done: "asked", "reminded", "revoked", "closed", "set"; else empty
  int done_count = 0;
  std::string refusal;               ///< of the last step; empty = it was taken

  [[nodiscard]] int answered() const;
  [[nodiscard]] int asked() const;   ///< those whose link was taken back left out
};

/// All but what would be sent, what was done and the form.
[[nodiscard]] CyclePage make_cycle_page(const Plan& plan, const Schedule& schedule, const std::vector<Cycle>& cycles, const Progress& progress,
                                        const Directory& directory, const Asking& asking, Day today);

[[nodiscard]] Html cycle_page(const CyclePage& page, const Site& site);

/// `/desk/cycle` without a plan: one line each.
struct CycleOverview {
  std::vector<CyclePage> plans;
};
[[nodiscard]] Html cycle_overview_page(const CycleOverview& page, const Site& site);

[[nodiscard]] Url cycle_url(std::string_view slug);  ///< /desk/cycle/SLUG

}  // namespace makegood::pages
