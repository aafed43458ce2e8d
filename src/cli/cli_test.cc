#include "cli/cli.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <sstream>

using namespace makegood;

namespace {

/// A machine that has nothing: for commands that touch no database.
class BareMachine final : public cli::Machine {
 public:
  Result<std::unique_ptr<cli::Data>> open(const std::string& folder, Opening, std::optional<Day>) override {
    return refuse(Fault::not_found, "there is no database here", folder);
  }
  Result<LedgerHead> restore(const std::string& file, const std::string&) override {
    return refuse(Fault::not_found, "there is no such file", file);
  }
  PdfToJson pdf_reader() override { return {}; }
  Result<std::shared_ptr<tasks::Mailer>> mailer(const cli::Data&, const cli::MailSettings&) override {
    return refuse(Fault::unavailable, "no mail");
  }
  Result<void> serve(const cli::ServeSettings& settings, std::ostream&) override {
    served = settings;
    return {};
  }
  Result<int> publish(const cli::PublishSettings& settings) override { return refuse(Fault::not_found, "there is no database here", settings.data); }
  cli::ServeSettings served;
};

struct Ran {
  int status = 0;
  std::string out, err;
};

Ran run(const std::vector<std::string>& args) {
  BareMachine machine;
  std::ostringstream out, err;
  const int status = cli::run(args, machine, out, err);
  return {status, out.str(), err.str()};
}

bool is_one_line(const std::string& text) {
  return text.starts_with("makegood: ") && text.ends_with('\n') && std::count(text.begin(), text.end(), '\n') == 1;
}

/// A file of these bytes for as long as the test runs.
class TemporaryFile {
 public:
  TemporaryFile(const std::string& name, const std::string& bytes)
      : path_((std::filesystem::temp_directory_path() / ("makegood-cli-test-" + name)).string()) {
    std::ofstream(path_, std::ios::binary) << bytes;
  }
  ~TemporaryFile() { std::filesystem::remove(path_); }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
};

}  // namespace

TEST_CASE("every command explains itself with an example") {
  for (const auto& command : cli::commands()) {
    CAPTURE(command.name);
    auto args = split(command.name, ' ');
    args.emplace_back("--help");
    const auto ran = run(args);
    CHECK(ran.status == 0);
    CHECK(ran.out.find("makegood " + std::string(command.example)) != std::string::npos);
  }
}

TEST_CASE("every group of commands says what it is for") {
  std::istringstream help(run({"--help"}).out);
  bool listed = false;
  for (std::string line; std::getline(help, line);) {
    if (listed && line.starts_with("  ")) CHECK_MESSAGE(line.find_first_not_of(' ', line.find(' ', 2)) != std::string::npos, line);
    listed = listed || line == "Subcommands:";
  }
  CHECK(listed);
}

TEST_CASE("every command and option is in the reference") {
  std::ifstream in("docs/reference/command-line.md");
  const std::string page((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  for (const auto& command : cli::commands()) {
    CAPTURE(command.name);
    CHECK(page.find("## makegood " + std::string(command.name) + "\n") != std::string::npos);
    for (const auto& option : command.options) {
      CAPTURE(option.name);
      CHECK(page.find("`" + std::string(option.name)) != std::string::npos);
    }
  }
}

TEST_CASE("bad usage is one line and exit 2") {
  for (const std::vector<std::string>& args :
       {std::vector<std::string>{}, {"dance"}, {"extract"}, {"import", "x.md"}, {"try", "timescale"}, {"status", "p", "--date", "x"},
        {"export", "p", "--data", "d", "--format", "pdf"}, {"try", "timescale", "May", "--as-of", "soon"},
        {"serve", "--data", "d", "--listen", "here"}, {"status", "p", "--data", "d", "--today", "31/12/2026"},
        {"extract", "no-such-file.docx"}, {"verify", "--data", "nowhere"}, {"erase", "first", "--data", "d", "--reason", "r"},
        {"people"}, {"people", "dance"}, {"people", "import", "--data", "d"}, {"people", "import", "no-such-file.csv", "--data", "d"},
        {"people", "grant", "clerk@aberllyn.example", "--data", "d"}, {"people", "--unmatched", "--data", "nowhere"},
        {"ask"}, {"ask", "--data", "nowhere"}, {"register", "monitor", "--data", "d"}, {"register", "monitor", "school-incidents", "--data", "nowhere"}}) {
    const auto ran = run(args);
    CAPTURE(join(args, " "));
    CAPTURE(ran.err);
    CHECK(ran.status == 2);
    CHECK(is_one_line(ran.err));
    CHECK(ran.out.empty());
  }
}

TEST_CASE("a date can be tried in one line") {
  const auto ran = run({"try", "timescale", "Q4 2022/23"});
  REQUIRE(ran.status == 0);
  const auto json = nlohmann::json::parse(ran.out);
  CHECK(json["due"] == "2023-03-31");
  CHECK(json["start"].is_null());
  const auto assumed = nlohmann::json::parse(run({"try", "timescale", "March", "--as-of", "2027"}).out);
  CHECK(assumed["due"] == "2027-03-31");
}

TEST_CASE("extract prints the neutral shape and touches no database") {
  const TemporaryFile file("plan.md", "# Our plan\n\n| Action | Owner | By when |\n|---|---|---|\n| Train every governor | Head of Schools | March 2027 |\n");
  const auto ran = run({"extract", file.path()});
  REQUIRE(ran.status == 0);
  const auto json = nlohmann::json::parse(ran.out);
  REQUIRE(json["items"].size() == 1);
  CHECK(json["items"][0]["title"] == "Train every governor");
  CHECK(json["items"][0]["owners"] == nlohmann::json{"Head of Schools"});
  CHECK(json["items"][0]["due"] == "2027-03-31");
  CHECK(run({"extract", file.path()}).out == ran.out);
}

TEST_CASE("extract tells how columns were read, and reads them as it is told") {
  const TemporaryFile file("plan.md", "# Our plan\n\n| Action | Owner | Contact | By when |\n|---|---|---|---|\n| Train every governor | Head of Schools | Clerk to Governors | March 2027 |\n");
  const auto ran = run({"extract", file.path(), "--column", "owner=partner", "--column", "Contact=owner"});
  REQUIRE(ran.status == 0);
  const auto json = nlohmann::json::parse(ran.out);
  CHECK(json["items"][0]["owners"] == nlohmann::json{"Clerk to Governors"});
  CHECK(json["items"][0]["partners"] == nlohmann::json{"Head of Schools"});
  REQUIRE(json["columns"].size() == 4);
  const auto& owner = json["columns"][1];
  CHECK(owner["table"] == "action | owner | contact | by when");
  CHECK(owner["header"] == "Owner");
  CHECK(owner["meaning"] == "partner");
  CHECK(owner["given"] == true);
  CHECK(json["columns"][3]["given"] == false);
  CHECK(json["columns"][3]["samples"] == nlohmann::json{"March 2027"});
  for (const char* wrong : {"Owner", "=owner", "Owner=boss", "Boss=owner"}) {
    CAPTURE(wrong);
    const auto refused = run({"extract", file.path(), "--column", wrong});
    CHECK(refused.status == 2);
    CHECK(is_one_line(refused.err));
  }
}

TEST_CASE("a text without items is read with a finding, and refused by import") {
  const TemporaryFile file("minutes.md", "# Minutes\n\nThe committee met and went home.\n");
  const auto ran = run({"extract", file.path()});
  CHECK(ran.status == 0);
  CHECK(ran.out.find("no_items") != std::string::npos);
  const auto import = run({"import", file.path(), "--data", "nowhere"});
  CHECK(import.status == 2);
  CHECK(is_one_line(import.err));
}

TEST_CASE("a file without any text is refused by name") {
  const TemporaryFile file("empty.txt", "");
  const auto ran = run({"extract", file.path()});
  CHECK(ran.status == 2);
  CHECK(is_one_line(ran.err));
  CHECK(ran.err.find("empty.txt") != std::string::npos);
}

TEST_CASE("calc: exit 0 for what is undefined by nature, 1 for what contradicts itself, 2 for what cannot be used") {
  struct Row {
    const char* what;
    std::vector<std::string> method;
    const char* csv;
    int status;
    const char* said;  // on stderr
  };
  for (const auto& row : {Row{"computed", {"proportion"}, "events,n\n1,2\n", 0, ""}, Row{"nobody", {"proportion"}, "events,n\n0,0\n", 0, ""},
                          Row{"a header alone", {"proportion"}, "events,n\n", 0, ""},
                          Row{"more events than people", {"proportion"}, "events,n\n1,2\n3,2\n", 1, "events_exceed_n in 1 row: 3"},
                          Row{"a set whose third row holds a word", {"mean"}, "area,values\nA,1\nA,2\nA,many\nB,3\n", 1,
                              "not_a_number in 1 set, at or below row 4"},
                          Row{"a set with a negative count, which only its sums show", {"mantel-haenszel-rate"},
                              "set_id,stratum,a,t1,b,t2\nA,1,3,9,4,9\nA,2,-3,9,4,9\n", 1, "negative in 1 set, at or below row 2"},
                          Row{"one set that becomes many rows counts once", {"poisson", "--formula", "s ~ e"},
                              "s,e\n4,A\n-1,B\n3,A\n", 1, "negative in 1 set, at or below row 2"},
                          Row{"a column that is not there", {"proportion"}, "events,total\n1,2\n", 2, "there is no column \"n\""},
                          Row{"an empty file", {"proportion"}, "", 2, "there is nothing in the file"},
                          Row{"a quotation mark that is not closed", {"proportion"}, "events,n\n\"1,2\n", 2, "row 2: a quotation mark is not closed"},
                          Row{"a confidence of 95", {"proportion", "--confidence", "95"}, "events,n\n1,2\n", 2, "--confidence takes a number between 0 and 1"},
                          Row{"an option's word", {"sii", "--transform", "sqrt"}, "Quantile,Population,Value\n1,2,3\n", 2, "--transform takes"}}) {
    CAPTURE(row.what);
    const TemporaryFile file("calc.csv", row.csv);
    std::vector<std::string> args = {"calc", row.method[0], file.path()};
    args.insert(args.end(), row.method.begin() + 1, row.method.end());
    const auto ran = run(args);
    CHECK(ran.status == row.status);
    CHECK(ran.err.find(row.said) != std::string::npos);
    CHECK((row.status == 0 ? ran.err.empty() : is_one_line(ran.err)));
    CHECK(ran.out.empty() == (row.status == 2));
  }
}

TEST_CASE("calc: an unknown method is answered with those that there are") {
  const auto ran = run({"calc", "wilson", "x.csv"});
  CHECK(ran.status == 2);
  CHECK(is_one_line(ran.err));
  CHECK(ran.err.find("calc has no \"wilson\"; it has proportion, rate") != std::string::npos);
}

TEST_CASE("calc: ragged rows are named and refused, or set aside") {
  const TemporaryFile file("ragged.csv", "events,n\n1,2\n3\n"), rejects("rejects.csv", "");
  const auto refused = run({"calc", "proportion", file.path()});
  CHECK(refused.status == 2);
  CHECK(refused.out.empty());
  CHECK(refused.err.find("row 3: has 1 cell, the header has 2") != std::string::npos);
  const auto ran = run({"calc", "proportion", file.path(), "--rejects", rejects.path()});
  CHECK(ran.status == 0);
  CHECK(std::count(ran.out.begin(), ran.out.end(), '\n') == 2);
  std::ifstream in(rejects.path());
  CHECK(std::string(std::istreambuf_iterator<char>(in), {}) == "events,n\n3\n");
}

TEST_CASE("the address to listen on may be IPv6") {
  BareMachine machine;
  std::ostringstream out, err;
  REQUIRE(cli::run({"serve", "--data", "d", "--listen", "[::1]:9000"}, machine, out, err) == 0);
  CHECK(machine.served.address == "::1");
  CHECK(machine.served.port == 9000);
}
