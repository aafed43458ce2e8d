// Registers under load: forms sent in, each durable before the next; an extract of 100,000 rows; and the list of a
// register of a million records, beside the same query on bare SQLite; and what everybody sees of a register of which all
// is public, with 100 entries and with 100,000.
//
//   bench_records FOLDER [RECORDS]
#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <thread>

#include <fmt/format.h>
#include <sqlite3.h>

#include "faults/fixture.h"
#include "store/record_rows.h"
#include "tasks/record_files.h"
#include "tasks/record_import.h"
#include "tasks/records.h"
#include "tasks/registers.h"
#include "web/site/app.h"

using namespace makegood;
using Clock = std::chrono::steady_clock;

namespace {

constexpr int kRounds = 5, kExtract = 100'000;
constexpr std::chrono::milliseconds kRound{1000};

const std::string kVisits = R"json({
 "fields": [
  {"name": "site", "title": "Site", "type": "string", "constraints": {"required": true}, "makegood": {"refers": "organisation"}},
  {"name": "day", "title": "Day", "type": "date", "constraints": {"required": true}},
  {"name": "kind", "title": "Kind", "type": "string", "constraints": {"required": true}, "makegood": {"frame": "kind"}},
  {"name": "note", "title": "Note", "type": "string"}
 ],
 "makegood": {"name": "visits", "title": "Visits", "title_cy": "Ymweliadau", "purpose": "Visits to sites.", "version": 1,
  "lawful": {"controllers": ["Aberllyn Council"]}, "subjects": ["none"], "organisation": "site", "date": "day",
  "roles": {"submit": [{"role": "coordinator"}], "see": [{"role": "coordinator"}], "export": [{"role": "coordinator"}]},
  "frames": {"kind": [{"code": "planned", "title": "Planned"}, {"code": "unplanned", "title": "Unplanned"}]}}
})json";

const std::string kShops = R"json({
 "fields": [
  {"name": "name", "title": "Name", "type": "string", "constraints": {"required": true}, "makegood": {"public": true}},
  {"name": "trade", "title": "Trade", "type": "string", "makegood": {"frame": "trade", "public": true}},
  {"name": "listed", "title": "May we list it", "type": "boolean", "constraints": {"required": true}}
 ],
 "makegood": {"name": "shops", "title": "Shops", "title_cy": "Siopau", "purpose": "Who trades here.", "version": 1,
  "lawful": {"article_6": "a", "controllers": ["Aberllyn Council"]}, "subjects": ["businesses"],
  "roles": {"submit": [{"role": "coordinator"}], "see": [{"role": "coordinator"}]},
  "frames": {"trade": [{"code": "food", "title": "Food", "title_cy": "Bwyd"}, {"code": "cloth", "title": "Cloth", "title_cy": "Brethyn"}]},
  "consent": {"field": "listed", "given": ["true"]}, "public": {"when": {"field": "listed", "in": ["true"]}}}
})json";

double seconds_since(Clock::time_point began) { return std::chrono::duration<double>(Clock::now() - began).count(); }

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}
double percentile_99(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() * 99 / 100];
}

template <class T>
T must(Result<T> result) {
  if (!result) throw std::runtime_error(result.error().line());
  return std::move(*result);
}

Answers visit_of(int n) {
  return {{"site", fmt::format("Site {}", n % 200)}, {"day", Day::parse("2020-01-01")->plus_days(n % 2000).iso()},
          {"kind", n % 3 == 0 ? "unplanned" : "planned"}, {"note", fmt::format("Visit {}: everything was as it should be", n)}};
}

double sent_per_second(const tasks::Workspace& w, const tasks::Actor& actor, int threads) {
  static std::atomic<int> number{0};
  std::atomic<int> done{0};
  const auto began = Clock::now();
  std::vector<std::jthread> senders;
  for (int t = 0; t < threads; ++t)
    senders.emplace_back([&] {
      for (; Clock::now() - began < kRound; ++done) (void)must(tasks::submit_record(w, &actor, {"visits", visit_of(++number), ""}));
    });
  senders.clear();
  return done / seconds_since(began);
}

/// Commits of one row as large as a record's entry, in the same journal mode and as durable.
class Bare {
 public:
  explicit Bare(const std::filesystem::path& file) {
    if (sqlite3_open(file.c_str(), &db_) != SQLITE_OK) throw std::runtime_error("the bare database cannot be opened");
  }
  Bare(const Bare&) = delete;
  Bare& operator=(const Bare&) = delete;
  ~Bare() { sqlite3_close(db_); }

  double commits_per_second(const std::string& payload) {
    run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE IF NOT EXISTS entries (sequence INTEGER PRIMARY KEY, payload TEXT NOT NULL)");
    sqlite3_stmt* insert = prepare("INSERT INTO entries (payload) VALUES (?1)");
    const auto began = Clock::now();
    int done = 0;
    for (; Clock::now() - began < kRound; ++done) {
      run("BEGIN IMMEDIATE");
      sqlite3_bind_text(insert, 1, payload.data(), static_cast<int>(payload.size()), SQLITE_STATIC);
      sqlite3_step(insert);
      sqlite3_reset(insert);
      run("COMMIT");
    }
    sqlite3_finalize(insert);
    return done / seconds_since(began);
  }
  /// The rows of a statement with their columns as text, and how long that took.
  double seconds(const std::string& sql) {
    const auto began = Clock::now();
    sqlite3_stmt* rows = prepare(sql);
    std::size_t bytes = 0;
    while (sqlite3_step(rows) == SQLITE_ROW)
      for (int i = 0; i < sqlite3_column_count(rows); ++i)
        if (const auto* text = sqlite3_column_text(rows, i)) bytes += std::string(reinterpret_cast<const char*>(text)).size();
    sqlite3_finalize(rows);
    if (bytes == 0) throw std::runtime_error("the bare query found nothing");
    return seconds_since(began);
  }

 private:
  void run(const char* sql) {
    if (sqlite3_exec(db_, sql, nullptr, nullptr, nullptr) != SQLITE_OK) throw std::runtime_error(sqlite3_errmsg(db_));
  }
  sqlite3_stmt* prepare(const std::string& sql) {
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(db_, sql.c_str(), -1, &statement, nullptr) != SQLITE_OK) throw std::runtime_error(sqlite3_errmsg(db_));
    return statement;
  }
  sqlite3* db_ = nullptr;
};

void submissions(const tasks::Workspace& w, const tasks::Actor& actor, Bare& bare) {
  std::printf("%-34s %12s %14s %9s\n", "forms sent in, each on the disk", "forms/s", "bare commits/s", "ratio");
  const auto payload = write_record(must(w.registers.find("visits"))->definition, {.register_name = "visits", .answers = visit_of(1)});
  for (const int threads : {1, 16}) {
    std::vector<double> ours, theirs;
    for (int round = 0; round < kRounds; ++round) {
      theirs.push_back(bare.commits_per_second(payload));
      ours.push_back(sent_per_second(w, actor, threads));
    }
    std::printf("%-34s %12.0f %14.0f %7.2f x\n", fmt::format("{} at once", threads).c_str(), median(ours), median(theirs), median(ours) / median(theirs));
  }
}

tasks::FileTable extract_of(int first, int rows) {
  tasks::FileTable sheet{{"site", "day", "kind", "note"}, {}, {}};
  for (int n = 0; n < rows; ++n) {
    auto visit = visit_of(first + n);
    sheet.rows.push_back({static_cast<std::size_t>(n + 2), {visit["site"], visit["day"], visit["kind"], visit["note"]}});
  }
  return sheet;
}

void imports(const tasks::Workspace& w, const tasks::Actor& actor, int records) {
  std::vector<double> times;
  for (int first = 0; first < records; first += kExtract) {
    const auto sheet = extract_of(first, kExtract);
    const auto began = Clock::now();
    (void)must(tasks::import_records(w, actor, "visits", sheet, {}));
    times.push_back(seconds_since(began));
  }
  std::printf("%-34s %12.2f s, %.0f rows/s (median of %zu)\n", "extract of 100,000 rows", median(times), kExtract / median(times), times.size());
}

/// An extract in which each hundredth row has a day that there never was.
std::string faulty_extract() {
  std::string file = "site,day,kind,note\n";
  for (int n = 0; n < kExtract; ++n) {
    auto visit = visit_of(n);
    file += fmt::format("{},{},{},Handed in {}\n", visit["site"], n % 100 == 99 ? "2023-02-31" : visit["day"], visit["kind"], n);
  }
  return file;
}

/// The same through the pages: nothing is written before somebody says yes, and every fault is named.
void handed_in(const test::Bench& bench, const tasks::Actor& actor) {
  const auto& w = bench.workspace;
  const auto count = [&] { return must(w.registers.count({.register_name = "visits", .reach = {.all = true, .organisations = {}}})); };
  const auto before = count();
  auto began = Clock::now();
  const auto id = must(tasks::hand_in_file(w, actor, "visits", {faulty_extract(), "extract.csv"}));
  const auto seen = must(tasks::look_at_file(w, actor, "visits", id));
  const double looking = seconds_since(began);
  const auto named = seen.import.faults.size();
  if (named != kExtract / 100 || count() != before) throw std::runtime_error("a fault is not named, or something was written before the yes");
  began = Clock::now();
  (void)must(tasks::accept_file(w, actor, "visits", id, seen.digest, tasks::OnFault::set_aside));
  if (count() - before != kExtract - kExtract / 100) throw std::runtime_error("not every good row came in");
  std::printf("%-34s %12.2f s to look (%zu faults named), %.2f s to accept the rest\n", "100,000 rows by page, 1 % at fault", looking, named, seconds_since(began));
}

void lists(const test::Bench& bench, const tasks::Actor& actor, Bare& bare) {
  const auto& w = bench.workspace;
  const RecordQuery all{.register_name = "visits", .reach = {.all = true, .organisations = {}}};
  const auto count = must(w.registers.count(all));
  const auto sql = "SELECT " + std::string(store::kOpenRecord) +
                   " FROM records r LEFT JOIN protected_answers p ON p.id = r.id WHERE r.register = 'visits' ORDER BY r.happened DESC, r.id DESC LIMIT 51";
  web::App app{w, {}};
  const auto link = must(tasks::make_sign_in_link(w, actor));
  web::Request request;
  request.target = web::parse_target("/desk/registers/visits").value();
  request.cookies.add("session", must(tasks::sign_in(w, link)).token);
  std::vector<double> ours, theirs, pages;
  for (int n = 0; n < 300; ++n) {
    theirs.push_back(bare.seconds(sql));
    auto began = Clock::now();
    (void)must(w.registers.list(all));
    ours.push_back(seconds_since(began));
    began = Clock::now();
    if (web::answer(app, request).status != 200) throw std::runtime_error("the page was refused");
    pages.push_back(seconds_since(began));
  }
  std::printf("%-34s %12.3f ms %11.3f ms %7.2f x   (%lld records)\n", "first page of a list", 1e3 * median(ours), 1e3 * median(theirs), median(ours) / median(theirs),
              static_cast<long long>(count));
  std::printf("%-34s %12.1f ms p99 (goal 50 ms)\n", "the page, in the process", 1e3 * percentile_99(pages));
}

/// A word that few records have and one that all have, beside a scan of the answers' text for the same.
void searches(const tasks::Workspace& w, Bare& bare) {
  for (const auto* word : {"77777", "everything"}) {
    RecordQuery query;
    query.register_name = "visits";
    query.reach.all = true;
    query.words = word;
    const auto scan = "SELECT r.id, r.answers FROM records r WHERE r.register = 'visits' AND r.answers LIKE '%" + std::string(word) + "%' ORDER BY r.happened DESC, r.id DESC LIMIT 51";
    std::vector<double> ours, theirs;
    for (int n = 0; n < kRounds; ++n) {
      theirs.push_back(bare.seconds(scan));
      const auto began = Clock::now();
      if (must(w.registers.list(query)).records.empty()) throw std::runtime_error("the search found nothing");
      ours.push_back(seconds_since(began));
    }
    std::printf("%-34s %12.1f ms %11.1f ms for a scan\n", fmt::format("search for \"{}\"", word).c_str(), 1e3 * median(ours), 1e3 * median(theirs));
  }
}

void list_shops(const tasks::Workspace& w, const tasks::Actor& actor, int first, int many) {
  tasks::FileTable sheet{{"name", "trade", "listed"}, {}, {}};
  for (int n = first; n < first + many; ++n) sheet.rows.push_back({static_cast<std::size_t>(n - first + 2), {fmt::format("Shop {}", n), n % 2 ? "food" : "cloth", "true"}});
  (void)must(tasks::import_records(w, actor, "shops", sheet, {}));
}

/// What somebody without an account is shown of them.
void what_is_public(const test::Bench& bench, const tasks::Actor& actor) {
  const auto& w = bench.workspace;
  (void)must(tasks::define_register(w, actor, kShops));
  web::App app{w, {}};
  for (const auto& [first, many] : {std::pair(0, 100), std::pair(100, kExtract - 100)}) {
    list_shops(w, actor, first, many);
    for (const auto* address : {"/registers/shops", "/cy/registers/shops", "/registers/shops?words=7777", "/registers/shops?words=shop", "/registers/shops.csv", "/registers/shops.json"}) {
      web::Request request;
      request.target = web::parse_target(address).value();
      std::vector<double> times;
      std::size_t bytes = 0;
      for (int n = 0; n < kRounds; ++n) {
        const auto began = Clock::now();
        const auto shown = web::answer(app, request);
        if (shown.status != 200) throw std::runtime_error("what is public was refused");
        bytes = shown.body.size();
        times.push_back(seconds_since(began));
      }
      std::printf("%-34s %12.1f ms %11zu bytes   (%d public entries)\n", address, 1e3 * median(times), bytes, first + many);
    }
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2 || argv[1][0] == '-') return std::fprintf(stderr, "usage: %s FOLDER [RECORDS]\n", argv[0]), 2;
  const std::filesystem::path folder = argv[1];
  const int records = argc > 2 ? std::atoi(argv[2]) : 1'000'000;
  std::setvbuf(stdout, nullptr, _IOLBF, 0);  // the whole takes minutes
  auto bench = test::Bench::in(folder / "data");
  const auto actor = tasks::first_coordinator();
  what_is_public(bench, actor);
  (void)must(tasks::define_register(bench.workspace, actor, kVisits));
  Bare commits(folder / "bare.db");
  submissions(bench.workspace, actor, commits);
  imports(bench.workspace, actor, records);
  handed_in(bench, actor);
  Bare same(folder / "data" / "makegood.db");
  lists(bench, actor, same);
  searches(bench.workspace, same);
  return 0;
}
