#include "calc/calc.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <iterator>

using namespace makegood;

namespace calc_test {

std::string calculate(std::string_view method, std::string_view csv, const calc::Request& request = {}) {
  const auto* found = calc::find_method(method);
  REQUIRE(found != nullptr);
  const auto file = open_delimited(csv);
  std::string out;
  const auto account = calc::run(*found, file, calc::survey(file), request, [&](std::string_view part) { out += part; });
  return account ? out : "refused: " + account.error().message;
}

std::string page_of(std::string_view name) {
  std::ifstream in("docs/reference/measures/" + std::string(name) + ".md");
  return {std::istreambuf_iterator<char>(in), {}};
}

TEST_CASE("every method has a page that names its columns and options, and is in the list") {
  const auto list = page_of("README");
  for (const auto& method : calc::methods()) {
    CAPTURE(method.name);
    const auto page = page_of(method.name);
    CHECK(list.find("[" + std::string(method.name) + "](" + std::string(method.name) + ".md) | " + std::string(method.answers) + " |") !=
          std::string::npos);
    for (const auto list_of : {method.inputs, method.outputs})
      for (const auto& column : calc::columns_of(list_of)) CHECK_MESSAGE(page.find("`" + column.name + "`") != std::string::npos, column.name);
    for (const auto& option : method.options) CHECK_MESSAGE(page.find("`" + std::string(option.name)) != std::string::npos, option.name);
    CHECK(page.find("makegood calc " + std::string(method.name) + " ") != std::string::npos);
  }
}

TEST_CASE("every status word is explained as the table explains it") {
  const auto list = page_of("README");
  for (const auto& row : kStatusWords) {
    CAPTURE(row.word);
    CHECK(list.find("| `" + std::string(row.word) + "` | " + (row.contradiction ? "yes" : "no") + " | " + std::string(row.means) + " |") !=
          std::string::npos);
  }
}

TEST_CASE("numbers read back to the same double") {
  for (const double value : {0.1, 1.0 / 3, 1e-300, 123456789.125, -2.5, 1e22, 0.0, 100000.0}) {
    std::string text;
    calc::append_number(text, value);
    CAPTURE(text);
    CHECK(calc::read_number(text).value == value);
  }
  std::string text;
  calc::append_number(text, 100000);
  CHECK(text == "100000");
}

TEST_CASE("what a cell is as a number") {
  struct Row {
    const char* what;
    const char* cell;
    Status status;
    double value;
  };
  for (const auto& row : {Row{"a whole number", "12", Status::ok, 12}, Row{"with spaces around it", " 12 ", Status::ok, 12},
                          Row{"a plus sign", "+1.5", Status::ok, 1.5}, Row{"an exponent", "1e3", Status::ok, 1000},
                          Row{"an empty cell", "", Status::missing, 0}, Row{"as R writes what is missing", "NA", Status::missing, 0},
                          Row{"words", "many", Status::not_a_number, 0}, Row{"not a number by name", "NaN", Status::not_a_number, 0},
                          Row{"infinity", "inf", Status::not_a_number, 0}, Row{"separators are not guessed at", "1,200", Status::not_a_number, 0},
                          Row{"a masked count", "<5", Status::not_a_number, 0}, Row{"too large for a double", "1e999", Status::out_of_range, 0}}) {
    CAPTURE(row.what);
    const auto read = calc::read_number(row.cell);
    CHECK(read.status == row.status);
    if (row.status == Status::ok) CHECK(read.value == row.value);
  }
}

TEST_CASE("a list of columns is read as the reference writes it") {
  const auto columns = calc::columns_of("key set_id, text stratum, a, [text note], [confidence]");
  REQUIRE(columns.size() == 5);
  CHECK(columns[0] == calc::Column{"set_id", calc::Kind::key, false});
  CHECK(columns[1] == calc::Column{"stratum", calc::Kind::text, false});
  CHECK(columns[2] == calc::Column{"a", calc::Kind::number, false});
  CHECK(columns[3] == calc::Column{"note", calc::Kind::text, true});
  CHECK(columns[4] == calc::Column{"confidence", calc::Kind::number, true});
}

TEST_CASE("other columns are passed through as they came") {
  CHECK(calculate("proportion", "area,events,n,note\n\"Aber, llyn\",0,0, spaced \n") ==
        "area,events,n,note,estimate,wilson_lo,wilson_hi,cp_lo,cp_hi,status\n"
        "\"Aber, llyn\",0,0, spaced ,,,,,,zero_denominator\n");
}

TEST_CASE("semicolons, quoted numbers, capitals and a byte order mark are read; commas are written") {
  CHECK(calculate("proportion", "\xEF\xBB\xBF\"Events\";\"N\"\r\n\"4\";\"2\"\r\n") ==
        "Events,N,estimate,wilson_lo,wilson_hi,cp_lo,cp_hi,status\n4,2,,,,,,events_exceed_n\n");
}

TEST_CASE("every contradiction gets its word and the batch goes on") {
  const auto out = calculate("proportion", "events,n\n5,4\n-1,4\n1,-4\nmany,4\nNaN,4\n1,1000000000000000000\n,4\n0,0\n1,2\n");
  std::vector<std::string> words;
  for (const auto& line : split(out, '\n'))
    if (const auto comma = line.rfind(','); comma != std::string::npos) words.push_back(line.substr(comma + 1));
  CHECK(words == std::vector<std::string>{"status", "events_exceed_n", "negative", "negative", "not_a_number", "not_a_number",
                                          "too_large", "missing", "zero_denominator", "ok"});
}

TEST_CASE("a ratio to nothing is empty, and the status says so") {
  struct Row {
    const char *what, *method, *csv, *status;
  };
  for (const auto& row :
       {Row{"events in both", "two-by-two", "a,n1,b,n2\n1,9,2,9\n", "ok"},
        Row{"none in the first: the ratio is 0", "two-by-two", "a,n1,b,n2\n0,9,2,9\n", "ok"},
        Row{"none in the second", "two-by-two", "a,n1,b,n2\n1,9,0,9\n", "undefined"},
        Row{"none in either", "two-by-two", "a,n1,b,n2\n0,9,0,9\n", "undefined"},
        Row{"everybody in the first: infinite odds", "two-by-two", "a,n1,b,n2\n9,9,2,9\n", "undefined"},
        Row{"a rate over none", "rate-ratio", "a,t1,b,t2\n3,10,0,10\n", "undefined"},
        Row{"a rate of none", "rate-ratio", "a,t1,b,t2\n0,10,3,10\n", "ok"},
        Row{"strata without events in the second group", "mantel-haenszel", "set_id,stratum,a,n1,b,n2\ns,1,3,9,0,9\n", "undefined"}}) {
    CAPTURE(row.what);
    CHECK(calculate(row.method, row.csv).ends_with("," + std::string(row.status) + "\n"));
  }
}

TEST_CASE("confidence comes from its column, else from the request") {
  calc::Request request;
  request.confidence = *Confidence::of(0.9);
  const auto given = calculate("proportion", "events,n,confidence\n3,10,0.9\n3,10,\n3,10,1.5\n", request);
  const auto lines = split(given, '\n');
  CHECK(lines[1].substr(lines[1].find("0.9,") + 4) == lines[2].substr(lines[2].find("10,,") + 4));
  CHECK(lines[3].ends_with(",,,,,out_of_range"));
}

TEST_CASE("what cannot be computed at all is refused in one sentence") {
  CHECK(calculate("proportion", "") == "refused: there is nothing in the file; its first row should name the columns");
  CHECK(calculate("proportion", "events,total\n1,2\n") ==
        "refused: there is no column \"n\"; calc proportion needs events and n");
  CHECK(calculate("proportion", "events,n,n\n1,2,3\n") == "refused: the column \"n\" is there twice");
}

TEST_CASE("ragged rows are counted, named and kept apart") {
  const auto file = open_delimited("events,n\n1,2\n3\n4,5,6\n");
  const auto found = calc::survey(file);
  REQUIRE(found.ragged.size() == 2);
  CHECK(found.rows == 3);
  CHECK(found.ragged[0].row == 3);
  CHECK(found.ragged[1].cells == 3);
  CHECK(found.rejects == "events,n\n3\n4,5,6\n");
}

TEST_CASE("the answer does not depend on how the rows are cut up") {
  std::string csv = "events,n,note\n";
  for (int i = 0; i < 20'000; ++i) csv += std::to_string(i % 7) + ",7,\"line\n" + std::to_string(i) + "\"\n";
  calc::Request backwards;
  backwards.executor = [](std::size_t count, const std::function<void(std::size_t)>& task) {
    while (count > 0) task(--count);
  };
  const auto out = calculate("proportion", csv);
  CHECK(out == calculate("proportion", csv, backwards));
  CHECK(std::count(out.begin(), out.end(), '\n') == 40'001);
}

TEST_CASE("sets: a faulty row speaks for its set, the others go on; keys need not stand together") {
  const auto out = calculate("mantel-haenszel-rate",
                             "set_id,stratum,a,t1,b,t2\nx,1,3,40,2,50\ny,1,-3,40,2,50\nx,2,4,41,5,52\nz,1,3,40,2,50\nz,1,3,40,2,50\nw,1,3,0,2,50\nv,1,many,4,2,50\n");
  const auto lines = split(out, '\n');
  REQUIRE(lines.size() == 7);
  CHECK(lines[0] == "set_id,mh_irr,mh_irr_lo,mh_irr_hi,status");
  CHECK(lines[1].starts_with("x,"));
  CHECK(lines[1].ends_with(",ok"));
  CHECK(lines[2] == "y,,,,negative");
  CHECK(lines[3] == "z,,,,repeated");
  CHECK(lines[4] == "w,,,,undefined");
  CHECK(lines[5] == "v,,,,not_a_number");
}

TEST_CASE("an age band that other groups have and this one has not is said beside the figures") {
  const auto out = calculate("dsr", "group,ageband,events,population,standard_population\nA,0-4,12,100,1\nA,5-9,13,100,1\nB,0-4,12,100,1\nC,0-4,,100,1\nC,5-9,3,100,1\n");
  const auto lines = split(out, '\n');
  CHECK(lines[1].ends_with(",ok"));
  CHECK(lines[2].starts_with("B,12,100,12000,12000,"));
  CHECK(lines[2].ends_with(",missing_strata"));
  CHECK(lines[3].ends_with("C,3,200,1500,,,,withheld_few_events"));
}

TEST_CASE("a list of p-values keeps its rows in place, and what is no test does not count as one") {
  CHECK(calculate("adjust-p", "set_id,idx,p\nx,1,0.01\ny,1,0.5\nx,2,\nx,3,1.5\nx,4,0.02\n") ==
        "set_id,idx,p,bh,by,holm,hochberg,bonferroni,status\n"
        "x,1,0.01,0.02,0.03,0.02,0.02,0.02,ok\n"
        "y,1,0.5,0.5,0.5,0.5,0.5,0.5,ok\n"
        "x,2,,,,,,,missing\n"
        "x,3,1.5,,,,,,out_of_range\n"
        "x,4,0.02,0.02,0.03,0.02,0.02,0.04,ok\n");
}

}  // namespace calc_test
