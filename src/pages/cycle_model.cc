#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "pages/cycle_page.h"
#include "pages/forms.h"

namespace makegood::pages {
namespace {

std::string label_of(const Plan& plan, const ItemId& id) {
  const auto* item = find_item(plan, id);
  if (item == nullptr) return id.text;
  return item->ref.empty() ? headline(item->title) : item->ref + " " + headline(item->title);
}

ReplyState state_of(const Request& request, int answered, bool is_open) {
  if (request.revoked) return ReplyState::revoked;
  if (answered == static_cast<int>(request.items.size())) return ReplyState::answered;
  if (!is_open) return ReplyState::silent;
  return answered > 0 ? ReplyState::some : ReplyState::awaited;
}

void count_answers(RequestLine& line, const Request& request, const Progress& progress) {
  for (const auto& update : progress.updates) {
    if (update.request != request.id.text) continue;
    if (update.no_change || update.nil_return) ++line.no_change;
    if (!line.last_answer || *line.last_answer < update.day) line.last_answer = update.day;
  }
}

// `named`: the day by whose name the post is called: a round that is over keeps the names of its end.
RequestLine line_of(const Request& request, const Progress& progress, const Directory& directory, bool is_open, Day named) {
  RequestLine line;
  line.id = request.id.text;
  line.post = request.items.empty() ? std::string() : post_in_words(directory, request.items.front().post, named);
  line.items = static_cast<int>(request.items.size());
  line.answered = line.items - static_cast<int>(unanswered(request, progress).size());
  line.state = state_of(request, line.answered, is_open);
  line.asked = request.asked;
  line.last_letter = request.last_letter;
  line.escalated = request.escalated;
  line.escalated_to = request.escalated_to;
  line.revoked = request.revoked;
  line.revoked_because = request.revoked_because;
  count_answers(line, request, progress);
  if (is_open && (line.state == ReplyState::awaited || line.state == ReplyState::some))
    line.next_letter = request.last_letter.plus_days(kLeastBetweenLetters);
  return line;
}

/// Silence first: it is what needs somebody.
int rank_of(ReplyState state) {
  switch (state) {
    case ReplyState::silent: return 0;
    case ReplyState::awaited: return 1;
    case ReplyState::some: return 2;
    case ReplyState::answered: return 3;
    case ReplyState::revoked: return 4;
  }
  return 5;
}

Result<int> days_in(std::string_view text) {
  const auto plain = trim(text);
  int days = 0;
  const auto [end, error] = std::from_chars(plain.data(), plain.data() + plain.size(), days);
  if (error != std::errc() || end != plain.data() + plain.size() || plain.empty())
    return refuse(Fault::invalid_input, fmt::format("\"{}\" is not a number of days", shorten(valid_utf8(plain), 40)));
  return days;
}

Result<Day> date_in(const std::string& line) {
  if (const auto iso = Day::parse(line)) return *iso;
  const auto named = periods_named(line);
  if (named.size() == 1 && named.front().first == named.front().last) return named.front().first;
  return refuse(Fault::invalid_input, fmt::format("\"{}\" is not one day: write it as 15 December 2023", shorten(line, 40)));
}

constexpr std::array<std::pair<OpeningEdge, std::string_view>, 3> kOpeningEdges = {
    {{OpeningEdge::after_start, "after_start"}, {OpeningEdge::before_end, "before_end"}, {OpeningEdge::after_end, "after_end"}}};

}  // namespace

ScheduleForm schedule_form(const Schedule& s) {
  ScheduleForm form;
  form.frequency = word(s.frequency);
  std::vector<std::string> dates;
  for (const auto& day : s.dates) dates.push_back(day.in_words());
  form.dates = makegood::join(dates, "\n");
  for (const auto& [edge, name] : kOpeningEdges)
    if (edge == s.opens.edge) form.opens_edge = name;
  form.opens_days = fmt::format("{}", s.opens.days);
  form.open_days = fmt::format("{}", s.open_days);
  form.reminders = write_reminders(s.reminders);
  form.escalates = write_reminders({s.escalates});
  form.escalates_to = s.escalates_to;
  form.lock_days = fmt::format("{}", s.lock_days);
  form.officer = s.officer;
  return form;
}

ScheduleForm schedule_form_from(const QueryPairs& pairs) {
  return {field(pairs, "frequency"), field(pairs, "dates"),     field(pairs, "opens_edge"),   field(pairs, "opens_days"), field(pairs, "open_days"),
          field(pairs, "reminders"), field(pairs, "escalates"), field(pairs, "escalates_to"), field(pairs, "lock_days"),  field(pairs, "officer")};
}

Result<Schedule> schedule_from(const ScheduleForm& form) {
  Schedule s;
  const auto frequency = frequency_from(form.frequency);
  if (!frequency) return refuse(Fault::invalid_input, "choose how often the owners are asked");
  s.frequency = *frequency;
  if (s.frequency == Frequency::named_dates) {
    for (const auto& line : lines_of(form.dates)) {
      const auto day = date_in(line);
      if (!day) return tl::unexpected(day.error());
      s.dates.push_back(*day);
    }
  }
  for (const auto& [edge, name] : kOpeningEdges)
    if (name == form.opens_edge) s.opens.edge = edge;
  for (const auto& [text, days] : {std::pair{&form.opens_days, &s.opens.days}, {&form.open_days, &s.open_days}, {&form.lock_days, &s.lock_days}}) {
    const auto number = days_in(*text);
    if (!number) return tl::unexpected(number.error());
    *days = *number;
  }
  auto reminders = read_reminders(form.reminders);
  if (!reminders) return tl::unexpected(reminders.error());
  s.reminders = std::move(*reminders);
  const auto escalates = read_rung(form.escalates);
  if (!escalates) return tl::unexpected(escalates.error());
  s.escalates = *escalates;
  s.escalates_to = valid_utf8(form.escalates_to);
  s.officer = valid_utf8(form.officer);
  return checked(std::move(s));
}

int CyclePage::asked() const {
  return static_cast<int>(std::count_if(requests.begin(), requests.end(), [](const RequestLine& r) { return r.state != ReplyState::revoked; }));
}

int CyclePage::answered() const {
  return static_cast<int>(std::count_if(requests.begin(), requests.end(), [](const RequestLine& r) { return r.state == ReplyState::answered; }));
}

CyclePage make_cycle_page(const Plan& plan, const Schedule& schedule, const std::vector<Cycle>& cycles, const Progress& progress,
                          const Directory& directory, const Asking& asking, Day today) {
  CyclePage page;
  page.slug = plan.slug;
  page.title = plan.title;
  page.suggested_officer = coordinating_name(plan);
  if (!cycles.empty()) {
    const auto& cycle = cycles.back();
    page.is_open = cycle.is_open(today);
    page.cycle = cycle.id;
    page.period = cycle.period;
    page.opened = cycle.opened;
    page.closes = cycle.closes;
    page.locked = cycle.locked.has_value();
    page.waits_to_close = !page.is_open && !cycle.closed;
    for (const auto& request : cycle.requests) page.requests.push_back(line_of(request, progress, directory, page.is_open, std::min(today, cycle.closes)));
    std::stable_sort(page.requests.begin(), page.requests.end(),
                     [](const RequestLine& a, const RequestLine& b) { return rank_of(a.state) < rank_of(b.state); });
  }
  if (const auto next = cycle_after(schedule, plan.settings, today)) page.next_opens = next->opens;
  for (const auto& one : asking.unasked) page.unasked.push_back({one.item, label_of(plan, one.item), one.named, one.why});
  return page;
}

Url cycle_url(std::string_view slug) { return Url::path({"desk", "cycle", slug}); }

}  // namespace makegood::pages
