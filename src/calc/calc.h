#pragma once
// calc: a CSV file in, the same file with statistics out. Each method is a row of one table: what
// it answers, the columns that it reads and writes, its options, its function. The command line,
// its help and the reference are made from that table.
//
//   const DelimitedText file = open_delimited(bytes);
//   const calc::Method* method = calc::find_method("proportion");
//   const calc::Survey survey = calc::survey(file);            // rows, and those that are ragged
//   auto account = calc::run(*method, file, survey, {}, [&](std::string_view csv) { out << csv; });
//   if (!account) return tl::unexpected(account.error());      // a column is missing: one sentence
//   int status = account->has_contradiction() ? 1 : 0;
//
// To add a method: method.h (the row), set.h (what its function is given and fills), methods.cc.
//
// calc must not know files, threads or the clock: bytes are handed to it, rows come out through a
// function, and work that can be split is handed to whoever calls.

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/base.h"
#include "calc/method.h"
#include "calc/set.h"
#include "formats/csv_scan.h"

namespace makegood::calc {

[[nodiscard]] std::span<const Method> methods();
/// Null when there is none of that name.
[[nodiscard]] const Method* find_method(std::string_view name);
/// Whether the method gives limits, so that `--confidence` means something.
[[nodiscard]] bool takes_confidence(const Method& method);

/// A row that has more or fewer cells than the header.
struct Ragged {
  std::size_t row = 0;  ///< as a spreadsheet counts
  std::size_t cells = 0;
};

/// What a first look through the file finds, before anything is computed.
struct Survey {
  std::vector<std::string> header;
  std::size_t rows = 0;  ///< below the header, the ragged included
  std::vector<Ragged> ragged;
  std::string rejects;   ///< the header and the ragged rows, as CSV
  std::size_t unclosed_quote = 0;  ///< the row in which a quotation mark is opened and never closed

  struct Start {
    std::size_t at = 0, rows = 0, lines = 0;  ///< what comes before
  };
  std::vector<Start> chunks;  ///< places where the rows can be cut for separate work
};
[[nodiscard]] Survey survey(const DelimitedText& file);

/// Runs task(0) to task(count - 1), in any order or at once, and returns when all are done.
using Executor = std::function<void(std::size_t count, const std::function<void(std::size_t)>& task)>;
/// One after the other.
void in_turn(std::size_t count, const std::function<void(std::size_t)>& task);

struct Request {
  Options options;
  Confidence confidence;  ///< where no `confidence` column gives it
  Executor executor = in_turn;
};

struct Account {
  Tally tally;
  std::vector<std::string> repeated_columns;  ///< output columns that the input had already
  [[nodiscard]] bool has_contradiction() const;
};

/// What `run` would refuse.
[[nodiscard]] Result<void> check(const Method& method, const Survey& survey, const Options& options);

using Sink = std::function<void(std::string_view csv)>;

/// Computes and writes, header first. Ragged rows are left out: the caller has decided that.
/// Refuses: a column that is missing or there twice, options that make no sense.
[[nodiscard]] Result<Account> run(const Method& method, const DelimitedText& file, const Survey& survey,
                                  const Request& request, const Sink& sink);

}  // namespace makegood::calc
