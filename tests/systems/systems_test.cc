// Every system that adopted plans ask for (catalogue/systems.csv), one row each: those that a register serves are shown here by a
// test of the kind that their row names; the others name the tests that show them. The table goes to a file that
// scripts/test prints at its end.

#include <doctest/doctest.h>

#include <fstream>

#include <fmt/format.h>

#include "calc/calc.h"
#include "systems/framework.h"
#include "systems/kinds.h"

using namespace makegood;
using namespace makegood::systems;

namespace {

struct System {
  std::string ref, asked, test, open;
  std::vector<std::string> registers, methods, others;  ///< what serves it
};

System read_system(const std::vector<std::string>& cells) {
  System system{cells[0], cells[1], cells[3], cells[4], {}, {}, {}};
  for (const auto& server : split(cells[2], ' ')) {
    const auto colon = server.find(':');
    const auto kind = server.substr(0, colon), name = colon == std::string::npos ? std::string{} : server.substr(colon + 1);
    (kind == "register" ? system.registers : kind == "calc" ? system.methods : system.others).push_back(kind == "register" || kind == "calc" ? name : server);
  }
  return system;
}

std::vector<System> read_systems() {
  std::ifstream in("catalogue/systems.csv", std::ios::binary);
  const auto table = read_csv_table(std::string(std::istreambuf_iterator<char>(in), {})).value();
  std::vector<System> systems;
  for (const auto& row : table.rows) systems.push_back(read_system(row.cells));
  return systems;
}

/// The tests of `make test` that show what is no register.
struct Elsewhere {
  std::string_view kind, tests;
};
constexpr auto kElsewhere = std::to_array<Elsewhere>({
    {"plan", "tasks, pages, plans/score"},
    {"cycle", "cycle, tasks, site"},
    {"report", "report, tasks"},
    {"indicator", "progress, tasks, site"},
    {"public", "site, round_trip"},
    {"link", "tasks, site"},
    {"calc", "calc, statistics"},
    {"permission", "site"},
    {"signal", "progress, cycle"},
});

std::string elsewhere(const std::string& test) {
  for (const auto& one : kElsewhere)
    if (one.kind == test) return std::string(one.tests);
  return {};
}

/// Each register's test of each kind is run once, however many rows ask for it.
const Faults& shown(const Kind& kind, const std::string& name) {
  static std::map<std::pair<std::string, std::string>, Faults> done;
  const std::pair key{std::string(kind.name), name};
  const auto there = done.find(key);
  if (there != done.end()) return there->second;
  const auto begin = std::chrono::steady_clock::now();
  auto faults = kind.check(subject(name));
  const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begin).count();
  if (ms > 5000) MESSAGE(fmt::format("{} of {}: {} ms", kind.name, name, ms));
  return done.emplace(key, std::move(faults)).first->second;
}
constexpr Kind kSeries{"series", has_counts, check_series};

struct Outcome {
  std::string result;
  Faults faults;
  bool by_register = false;
};

void run(const Kind& kind, const std::string& name, Outcome& outcome) {
  for (const auto& fault : shown(kind, name)) outcome.faults.push_back(fmt::format("{} of {}: {}", kind.name, name, fault));
}

/// A row of the kind "framework" is shown by assessing each framework that serves it.
Outcome by_frameworks(const System& system) {
  Outcome outcome{"passed", {}, true};
  int tested = 0;
  for (const auto& server : system.others) {
    if (!server.starts_with("framework:")) continue;
    const auto name = server.substr(server.find(':') + 1);
    for (const auto& fault : check_framework(name)) outcome.faults.push_back(name + " " + fault);
    ++tested;
  }
  if (tested == 0) outcome.faults.push_back("no framework serves it");
  if (!outcome.faults.empty()) outcome.result = "FAILED: " + outcome.faults.front();
  return outcome;
}

Outcome outcome_of(const System& system) {
  if (!system.open.empty()) return {"open: " + system.open, {}, !system.registers.empty()};
  if (system.test == "framework") return by_frameworks(system);
  if (system.registers.empty()) return {"by " + elsewhere(system.test), elsewhere(system.test).empty() ? Faults{"no test shows it"} : Faults{}, false};
  Outcome outcome{"passed", {}, true};
  const auto* kind = std::find_if(kKinds.begin(), kKinds.end(), [&](const Kind& one) { return one.name == system.test; });
  if (kind == kKinds.end()) return {"failed", {"no test is of the kind " + system.test}, true};
  int tested = 0;
  for (const auto& name : system.registers) {
    if (!kind->fits(subject(name))) continue;
    run(*kind, name, outcome);
    ++tested;
  }
  if (tested == 0) outcome.faults.push_back("none of its registers has anything for a test of the kind " + system.test);
  const bool over_time = std::find(system.methods.begin(), system.methods.end(), "spc") != system.methods.end();
  for (const auto& name : system.registers)
    if (over_time && has_counts(subject(name)) && !subject(name).definition.date.empty()) run(kSeries, name, outcome);
  for (const auto& method : system.methods)
    if (calc::find_method(method) == nullptr) outcome.faults.push_back("there is no method " + method);
  if (!outcome.faults.empty()) outcome.result = "FAILED: " + outcome.faults.front();
  return outcome;
}

/// Words of at most so many letters, filled up with spaces. Letters with accents count once.
std::string column(std::string_view text, std::size_t width) {
  auto cut = shorten(text, width);
  const auto letters = static_cast<std::size_t>(std::count_if(cut.begin(), cut.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
  return cut + std::string(width - std::min(width, letters), ' ');
}

}  // namespace

TEST_CASE("each system that a register serves is shown by a test of the kind that its row names") {
  std::string table = fmt::format("{} {} {} {}\n", column("row", 20), column("asked for", 44), column("test", 10), "result");
  std::map<std::string, int> totals;
  for (const auto& system : read_systems()) {
    CAPTURE(system.ref);
    const auto outcome = outcome_of(system);
    for (const auto& fault : outcome.faults) FAIL_CHECK(fault);
    table += fmt::format("{} {} {} {}\n", column(system.ref, 20), column(system.asked, 44), column(system.test, 10), outcome.result);
    ++totals[!system.open.empty() ? "open" : !outcome.faults.empty() ? "failed" : outcome.by_register ? "passed" : "elsewhere"];
  }
  table += fmt::format("systems: {} passed here, {} shown by other tests, {} open, {} failed\n", totals["passed"], totals["elsewhere"], totals["open"], totals["failed"]);
  std::ofstream(MAKEGOOD_SYSTEMS_TABLE, std::ios::binary) << table;
  MESSAGE(table.substr(table.rfind("systems:")));
  CHECK(totals["passed"] >= 130);
}

TEST_CASE("every register of the catalogue is tested by every kind of test that it has anything for") {
  for (const auto& shipped : shipped_registers())
    for (const auto& kind : kKinds) {
      const std::string name(shipped.name);
      const bool again = kind.name == "plan" || kind.name == "report" || kind.name == "sample";  // made of the others
      const bool long_one = subject(name).rows.size() > 700 && (kind.name == "import" || kind.name == "count");  // those that rows name are run above
      if (again || long_one || !kind.fits(subject(name))) continue;
      CAPTURE(name);
      for (const auto& fault : shown(kind, name)) FAIL_CHECK(kind.name << ": " << fault);
    }
}
