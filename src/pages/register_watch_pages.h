#pragma once
// What a register tells those who work with it. Never for the public: the routes ask for a role, and counts about people
// for analysts and handlers.
//
//   GET /desk/registers/NAME/signals   what is worth watching on the day, and who is told by letter
//   POST /desk/registers/NAME/monitor  post: names the one that watches
//   GET /desk/registers/NAME/counts    by, and: fields; from, until: days (.csv beside it; over = a period gives series)

#include <optional>
#include <string>
#include <vector>

#include "pages/register_pages.h"
#include "registers/counts.h"
#include "registers/signals.h"

namespace makegood::pages {

[[nodiscard]] Url signals_url(std::string_view name);
[[nodiscard]] Url monitor_url(std::string_view name);
[[nodiscard]] Url counts_url(std::string_view name);

struct SignalLine {
  Signal signal;
  registers::RaisedSignal raised;
};
struct SignalsPage {
  const Definition* definition = nullptr;
  Day day;
  std::size_t watched = 0;        ///< signals for this reader, raised or not
  std::vector<SignalLine> lines;  ///< in the order of the definition
  std::string monitor;            ///< the post that is told; empty = nobody
  bool vacant = false;            ///< nobody of that post can be written to
  bool may_name = false;          ///< the reader names it
  std::string typed, refusal;     ///< the post as it was typed, and why it was not taken
};
[[nodiscard]] Html signals_page(const SignalsPage& page, const Site& site);

struct CountsPage {
  const Definition* definition = nullptr;
  std::vector<std::string> by, offered;  ///< fields
  std::int64_t records = 0;
  std::vector<registers::CountRow> rows;
  std::optional<Day> from, until;
  std::optional<Completeness> returned;  ///< of the period that is shown, where the register has returns
  std::optional<ReturnPeriod> period;
};
[[nodiscard]] Html counts_page(const CountsPage& page, const Site& site);

/// A value by which records were counted: a code as its title, "not stated" and "unmapped" as words.
[[nodiscard]] std::string counted_words(const Site& site, const Definition& definition, std::string_view field, const std::string& value);

}  // namespace makegood::pages
