// The linter of catalogue/codeframes: codes known, parents and successors there, nothing twice, every line sourced.
#include <doctest/doctest.h>

#include <set>

#include "codeframe/codeframe.h"
#include "codeframe/label.h"
#include "codeframe/phrases.h"
#include "codeframe/rows.h"
#include "codeframe/scheme.h"

using namespace makegood;
using codes::rows_of;

namespace catalogue_test {

bool in_frame(std::string_view frame, const std::string& code) {
  return code_frame(frame) && code_frame(frame)->find(code);
}
bool is_detail(const std::string& word) {
  return std::set<std::string>{"declined", "no_answer", "not_asked", "not_recorded"}.contains(word);
}

// No code may be its own ancestor or successor: a walk longer than the frame has gone round.
bool ends(const CodeFrame& frame, const Code& code) {
  std::size_t steps = 0;
  for (const auto* at = &code; at && !at->parent.empty(); at = frame.find(at->parent))
    if (++steps > frame.codes().size()) return false;
  return !code.start || frame.on_day(code.code, *code.start) == std::vector{code.code};
}

TEST_CASE("every line is whole, once there, and has a source") {
  CHECK(codes::tables().size() >= 18);
  for (const auto& table : codes::tables()) {
    CAPTURE(table.name);
    std::set<std::string> lines;
    for (const auto& line : split(table.text, '\n')) CHECK_MESSAGE((line.empty() || lines.insert(line).second), line);
    REQUIRE(!rows_of(table.name).rows.empty());
    for (const auto& row : rows_of(table.name).rows) {
      CHECK(row.whole());
      CHECK_MESSAGE(!row.at("source").empty(), row.at("code"), row.at("phrase"));
    }
  }
}

TEST_CASE("frames are trees of codes that are there once") {
  CHECK(code_frame_names().size() >= 13);
  for (const auto name : code_frame_names()) {
    const auto& frame = *code_frame(name);
    std::set<std::string> seen;
    for (const auto& code : frame.codes()) {
      CAPTURE(code.code);
      CHECK(seen.insert(code.code).second);
      CHECK(!code.label.empty());
      CHECK(code.start.has_value());
      CHECK((code.parent.empty() || frame.find(code.parent)));
      CHECK((!code.end || *code.start <= *code.end));
      CHECK((code.successors.empty() || code.end.has_value()));
      for (const auto& next : code.successors) CHECK((frame.find(next) && *frame.find(next)->start > *code.end));
      CHECK(ends(frame, code));
    }
  }
}

TEST_CASE("as many local authorities of each kind as there were in June 2023") {
  struct Kind {
    const char* begins;
    std::size_t count;
  };
  const Kind kinds[] = {{"E06", 63},   // 62 unitary authorities and the Isles of Scilly
                        {"E07", 164},  // non-metropolitan districts
                        {"E08", 36},   // metropolitan districts
                        {"E09", 33},   // London boroughs and the City
                        {"E10", 21},   // counties with districts
                        {"W06", 22},  {"S12", 32}, {"N09", 11}};
  std::map<std::string, std::size_t> counts;
  for (const auto& code : code_frame("authorities")->codes())
    if (*code.start <= *Day::parse("2023-06-01") && (!code.end || *code.end >= *Day::parse("2023-06-01"))) ++counts[code.code.substr(0, 3)];
  CHECK(counts.size() == std::size(kinds));
  for (const auto& kind : kinds) CHECK_MESSAGE(counts[kind.begins] == kind.count, kind.begins);
}

TEST_CASE("an authority's code has the form of its kind, its successors began the day after, and districts have a county") {
  const auto& frame = *code_frame("authorities");
  for (const auto& code : frame.codes()) {
    CAPTURE(code.code);
    CHECK(code.code.size() == 9);
    CHECK(code.code.find_first_not_of("0123456789", 1) == std::string::npos);
    CHECK((code.parent.empty() || code.code.starts_with("E07")));
    CHECK((!code.code.starts_with("E07") || code.parent.starts_with("E10")));
    CHECK((!code.end || !code.successors.empty()));
    if (!code.parent.empty()) CHECK(!frame.on_day(code.parent, *code.start).empty());
    bool next_day = code.successors.empty();
    for (const auto& next : code.successors) next_day = next_day || *frame.find(next)->start == code.end->plus_days(1);
    CHECK(next_day);
  }
}

TEST_CASE("on any day a name is that of one authority of a kind") {
  for (const auto* iso : {"2012-06-01", "2018-06-01", "2019-06-01", "2021-06-01", "2023-06-01", "2026-06-01"}) {
    std::set<std::string> names;
    for (const auto& code : code_frame("authorities")->codes()) {
      const auto day = *Day::parse(iso);
      if (*code.start > day || (code.end && *code.end < day)) continue;
      CAPTURE(iso);
      CHECK_MESSAGE(names.insert(fold(code.label)).second, code.label);
    }
  }
}

TEST_CASE("the frames have the number of groups that their names say") {
  const auto leaves = [](std::string_view name) {
    return std::count_if(code_frame(name)->codes().begin(), code_frame(name)->codes().end(),
                         [](const Code& code) { return !code.parent.empty(); });
  };
  CHECK(leaves("ethnicity-2021") == 19);
  CHECK(leaves("ethnicity-2011") == 18);
  CHECK(leaves("ethnicity-2001") == 16);
}

TEST_CASE("schemes lead to codes of the frame, each code once") {
  std::set<std::string> seen;
  for (const auto& row : rows_of("schemes").rows) {
    CAPTURE(row.at("scheme") + " " + row.at("raw"));
    CHECK(seen.insert(row.at("scheme") + " " + row.at("raw")).second);
    CHECK(codes::is_scheme(row.at("scheme")));
    if (row.at("target").empty())
      CHECK((is_detail(row.at("unknown")) || row.at("unknown") == "not_applicable"));
    else
      CHECK((in_frame("ethnicity-2021", row.at("target")) && row.at("unknown").empty()));
    CHECK(codes::scheme_code(row.at("scheme"), row.at("raw")) != nullptr);
  }
}

TEST_CASE("phrases have a part, lead to the frame, and mean one thing") {
  std::map<std::string, std::string> meant;
  for (const auto& row : rows_of("ethnicity-phrases").rows) {
    CAPTURE(row.at("phrase"));
    const auto role = codes::role_named(row.at("role"));
    REQUIRE(role);
    const auto words = codes::wording(row.at("phrase"));
    CHECK(!words.empty());
    const auto& target = row.at("target");
    if (*role == codes::Role::unknown)
      CHECK(is_detail(target));
    else
      CHECK((target.empty() || in_frame("ethnicity-2021", target)));
    if (*role == codes::Role::under) CHECK(codes::group_of(row.at("heading")) == row.at("heading"));
    if (*role == codes::Role::heading || *role == codes::Role::population) continue;
    const auto [at, fresh] =
        meant.emplace(row.at("heading") + ": " + codes::phrase_of(words), row.at("role") + " " + target);
    CHECK_MESSAGE((fresh || at->second == row.at("role") + " " + target), "means two things");
  }
}

TEST_CASE("a nationality from which no group follows leads to one under headings only") {
  std::set<std::string> nowhere;
  for (const auto& row : rows_of("ethnicity-phrases").rows)
    if (row.at("role") == "nowhere") nowhere.insert(row.at("phrase"));
  CHECK(nowhere.contains("kenyan"));
  for (const auto& row : rows_of("ethnicity-phrases").rows) {
    if (!nowhere.contains(row.at("phrase"))) continue;
    CAPTURE(row.at("phrase"));
    CHECK((row.at("role") == "nowhere" || row.at("role") == "under"));
  }
}

TEST_CASE("bridges join frames that are there, and every code of 2021 has one to each older frame") {
  for (const auto& one : bridges()) {
    CAPTURE(one.frame + " " + one.code);
    CHECK(in_frame(one.frame, one.code));
    CHECK((one.target.empty() || in_frame(one.to_frame, one.target)));
    CHECK((!one.breaks || !one.note.empty()));
  }
  for (const auto& code : code_frame("ethnicity-2021")->codes())
    for (const auto* older : {"ethnicity-2011", "ethnicity-2001"})
      CHECK_MESSAGE(bridge("ethnicity-2021", code.code, older), code.code);
  for (const auto* national : {"ethnicity-scotland-2022", "ethnicity-northern-ireland-2021"})
    for (const auto& code : code_frame(national)->codes())
      CHECK_MESSAGE(bridge(national, code.code, "ethnicity-2021"), code.code);
}

TEST_CASE("every label of the frames is read as its own code") {
  for (const auto* frame : {"ethnicity-2021", "ethnicity-2011", "ethnicity-2001"})
    for (const auto& code : code_frame(frame)->codes()) {
      const auto label =
          code.parent.empty() ? code.label : code_frame(frame)->find(code.parent)->label + ": " + code.label;
      const auto coded = code_ethnicity("", label, frame);
      CAPTURE(label);
      if (label == "Chinese or other ethnic group") continue;  // two groups since 2011
      CHECK((code.parent.empty() ? coded->group : coded->code) == code.code);
    }
}

}  // namespace catalogue_test
