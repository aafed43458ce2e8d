#include "cycle/schedule.h"

#include <algorithm>

#include <fmt/format.h>

namespace makegood {
namespace {

/// The days of one cycle, counted from its opening.
int place_of(const Rung& rung, int open_days) {
  return rung.edge == RungEdge::after_opening ? rung.days : open_days - rung.days;
}

std::string say(const Rung& rung) {
  return fmt::format("{} {}", rung.days, rung.edge == RungEdge::after_opening ? "after opening" : "before closing");
}

Result<void> check_length(const Schedule& s) {
  const auto& row = row_of(s.frequency);
  if (s.open_days < kLeastOpenDays)
    return refuse(Fault::invalid_input, fmt::format("a cycle stays open for at least {} days", kLeastOpenDays));
  if (s.open_days > row.longest_open)
    return refuse(Fault::invalid_input, fmt::format("a {} cycle stays open for at most {} days", row.code, row.longest_open));
  if (s.lock_days < 0 || s.lock_days > kLongestLockDays)
    return refuse(Fault::invalid_input, fmt::format("a cycle is locked 0 to {} days after it closed", kLongestLockDays));
  return {};
}

Result<void> check_opening(const Schedule& s) {
  if (s.frequency == Frequency::named_dates) return {};
  const int most = row_of(s.frequency).months * 28;
  if (s.opens.days < 0 || s.opens.days >= most)
    return refuse(Fault::invalid_input, fmt::format("a {} cycle opens less than {} days from the beginning or the end of its period",
                                                    word(s.frequency), most));
  return {};
}

Result<void> check_dates(const Schedule& s) {
  if (s.frequency != Frequency::named_dates) {
    if (s.dates.empty()) return {};
    return refuse(Fault::invalid_input, "dates are given for named dates only");
  }
  if (s.dates.empty()) return refuse(Fault::invalid_input, "name at least one date on which answers are due");
  if (s.dates.size() > kMostNamedDates)
    return refuse(Fault::invalid_input, fmt::format("at most {} dates can be named", kMostNamedDates));
  for (std::size_t i = 1; i < s.dates.size(); ++i)
    if (days_between(s.dates[i - 1], s.dates[i]) <= s.open_days)
      return refuse(Fault::invalid_input, fmt::format("{} and {} are closer together than the {} days that a cycle stays open",
                                                      s.dates[i - 1].in_words(), s.dates[i].in_words(), s.open_days));
  return {};
}

Result<void> check_rung(const Rung& rung, int open_days, std::string_view what) {
  const int place = place_of(rung, open_days);
  if (rung.days >= 0 && place >= kLeastBetweenLetters && place <= open_days) return {};
  return refuse(Fault::invalid_input,
                fmt::format("{} \"{}\" is not within the {} days of the cycle, at least {} days after it opens", what, say(rung),
                            open_days, kLeastBetweenLetters));
}

Result<void> check_ladder(const Schedule& s) {
  if (s.reminders.size() > kMostReminders)
    return refuse(Fault::invalid_input, fmt::format("at most {} reminders are sent in one cycle", kMostReminders));
  for (std::size_t i = 0; i < s.reminders.size(); ++i) {
    if (auto fits = check_rung(s.reminders[i], s.open_days, "the reminder"); !fits) return fits;
    if (i > 0 && place_of(s.reminders[i], s.open_days) - place_of(s.reminders[i - 1], s.open_days) < kLeastBetweenLetters)
      return refuse(Fault::invalid_input, fmt::format("the reminders \"{}\" and \"{}\" are closer than {} days", say(s.reminders[i - 1]),
                                                      say(s.reminders[i]), kLeastBetweenLetters));
  }
  return check_rung(s.escalates, s.open_days, "the escalation");
}

}  // namespace

const FrequencyRow& row_of(Frequency frequency) { return kFrequencies[static_cast<std::size_t>(frequency)]; }

std::optional<Frequency> frequency_from(std::string_view code) {
  for (const auto& row : kFrequencies)
    if (row.code == code) return row.frequency;
  return std::nullopt;
}

Result<Schedule> checked(Schedule s) {
  std::sort(s.dates.begin(), s.dates.end());
  std::stable_sort(s.reminders.begin(), s.reminders.end(),
                   [&](const Rung& a, const Rung& b) { return place_of(a, s.open_days) < place_of(b, s.open_days); });
  s.escalates_to = squeeze(s.escalates_to);
  s.officer = squeeze(s.officer);
  for (const auto check : {check_length, check_opening, check_dates, check_ladder})
    if (auto fits = check(s); !fits) return tl::unexpected(fits.error());
  return s;
}

std::string write_reminders(const std::vector<Rung>& reminders) {
  std::vector<std::string> said;
  for (const auto& rung : reminders) said.push_back(say(rung));
  return join(said, ", ");
}

Result<Rung> read_rung(std::string_view text) {
  auto words = split(squeeze(lower(text)), ' ');
  std::erase_if(words, [](const std::string& w) { return w.empty() || w == "days" || w == "day" || w == "the"; });
  const bool number = !words.empty() && !words[0].empty() && words[0].size() <= 3 &&
                      words[0].find_first_not_of("0123456789") == std::string::npos;
  const auto rest = words.size() == 3 ? words[1] + " " + words[2] : std::string();
  if (!number || (rest != "after opening" && rest != "before closing"))
    return refuse(Fault::invalid_input,
                  fmt::format("\"{}\" is not a day of the cycle: write it as \"10 after opening\" or \"7 before closing\"",
                              shorten(squeeze(text), 60)));
  return Rung{rest == "after opening" ? RungEdge::after_opening : RungEdge::before_closing, std::stoi(words[0])};
}

Result<std::vector<Rung>> read_reminders(std::string_view text) {
  std::vector<Rung> rungs;
  const auto plain = replace_all(replace_all(std::string(text), ";", ","), "\n", ",");
  for (const auto& part : split(plain, ',')) {
    if (squeeze(part).empty()) continue;
    auto rung = read_rung(part);
    if (!rung) return tl::unexpected(rung.error());
    rungs.push_back(*rung);
  }
  return rungs;
}

}  // namespace makegood
