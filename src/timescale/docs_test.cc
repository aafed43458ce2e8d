// The reference page cannot say what the reader does not do.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <set>

#include "timescale/timescale.h"

using namespace makegood;

namespace docs_test {

const std::string kPage = MAKEGOOD_SOURCE "/docs/reference/timescales.md";

std::vector<std::vector<std::string>> rows_after(const std::string& heading) {
  std::ifstream in(kPage);
  std::vector<std::vector<std::string>> rows;
  bool inside = false;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("## ")) inside = line == "## " + heading;
    if (!inside || !line.starts_with("| ") || line.starts_with("| As written") || line.starts_with("| Code")) continue;
    auto cells = split(line, '|');
    for (auto& cell : cells) cell = std::string(trim(cell));
    rows.push_back({cells.begin() + 1, cells.end() - 1});
  }
  return rows;
}

std::string iso(const std::optional<Day>& day) { return day ? day->iso() : ""; }

std::string also(const Timescale& t) {
  std::vector<std::string> words;
  if (t.recurs != Recurrence::none) words.emplace_back(word(t.recurs));
  if (t.ongoing) words.emplace_back("ongoing");
  if (t.complete) words.emplace_back("complete");
  if (t.unparsed) words.emplace_back("unparsed");
  if (!t.milestones.empty()) words.push_back(std::to_string(t.milestones.size()) + " milestones");
  return join(words, ", ");
}

std::string codes(const Timescale& t) {
  std::vector<std::string> found;
  for (const auto& finding : t.findings)
    if (std::find(found.begin(), found.end(), finding.code) == found.end()) found.push_back(finding.code);
  return join(found, ", ");
}

TEST_CASE("every example of the reference page is read as the page says") {
  const auto rows = rows_after("Examples");
  REQUIRE(rows.size() > 30);
  for (const auto& row : rows) {
    REQUIRE(row.size() == 5);
    const auto text = replace_all(row[0], "`", "");
    CAPTURE(text);
    const auto read = read_timescale(text);
    CHECK(iso(read.start) == row[1]);
    CHECK(iso(read.due) == row[2]);
    CHECK(also(read) == row[3]);
    CHECK(codes(read) == row[4]);
  }
}

TEST_CASE("every finding that the reader can make is on the reference page") {
  std::set<std::string> listed;
  for (const auto& row : rows_after("The findings"))
    for (const auto& code : split(row[0], ',')) listed.emplace(trim(code));
  std::string source;
  for (const auto* name : {"run.cc", "period.cc", "reading.cc", "settling.cc"}) {
    std::ifstream in(std::string(MAKEGOOD_SOURCE "/src/timescale/") + name);
    source.append(std::istreambuf_iterator<char>(in), {});
  }
  for (const auto& code : listed) CHECK_MESSAGE(source.find("\"" + code + "\"") != std::string::npos, code);
  int seen = 0;
  for (auto at = source.find('_'); at != std::string::npos; at = source.find('_', at + 1)) {
    const auto from = source.rfind('"', at), to = source.find('"', at);
    const auto quoted = source.substr(from + 1, to - from - 1);
    if (to == std::string::npos || quoted.find_first_not_of("abcdefghijklmnopqrstuvwxyz_") != std::string::npos) continue;
    CHECK_MESSAGE(listed.contains(quoted), quoted);
    ++seen;
  }
  CHECK(seen > 20);
}

}  // namespace docs_test
