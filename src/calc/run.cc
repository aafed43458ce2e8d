#include "calc/run.h"

#include <algorithm>

namespace makegood::calc {
namespace {

// The header of the output, and which of its columns the input had as well.
std::string header_of(const Job& job, std::vector<std::string>& repeated) {
  std::vector<std::string> kept;
  if (job.method.shape == Shape::of_a_set) {
    for (std::size_t i = 0; i < job.binding.inputs.size(); ++i)
      if (job.binding.inputs[i].kind == Kind::key && job.binding.places[i] != Binding::kAbsent)
        kept.push_back(job.binding.inputs[i].name);
  } else {
    kept = job.survey.header;
  }
  auto outputs = job.binding.outputs;
  outputs.emplace_back("status");
  for (const auto& name : outputs)
    if (std::find(kept.begin(), kept.end(), name) != kept.end()) repeated.push_back(name);
  kept.insert(kept.end(), outputs.begin(), outputs.end());
  std::string line;
  for (const auto& name : kept) {
    if (&name != &kept.front()) line += ',';
    append_cell(line, name);
  }
  return line + "\n";
}

}  // namespace

void append_row(std::string& out, const CsvScanner& row, char delimiter) {
  if (delimiter == ',' && row.well_formed()) {
    out += row.as_written();
    return;
  }
  for (std::size_t i = 0; i < row.cells().size(); ++i) {
    if (i > 0) out += ',';
    append_cell(out, row.cells()[i]);
  }
}

void in_turn(std::size_t count, const std::function<void(std::size_t)>& task) {
  for (std::size_t i = 0; i < count; ++i) task(i);
}

bool Account::has_contradiction() const {
  return std::any_of(kStatusWords.begin(), kStatusWords.end(), [&](const StatusWord& row) {
    return row.contradiction && tally.by_status[static_cast<std::size_t>(row.status)].count > 0;
  });
}

Result<void> check(const Method& method, const Survey& survey, const Options& options) {
  if (survey.header.empty()) return refuse(Fault::invalid_input, "there is nothing in the file; its first row should name the columns");
  const auto binding = bind(method, survey.header, options);
  if (!binding) return tl::unexpected(binding.error());
  return {};
}

Result<Account> run(const Method& method, const DelimitedText& file, const Survey& survey, const Request& request,
                    const Sink& sink) {
  if (auto checked = check(method, survey, request.options); !checked) return tl::unexpected(checked.error());
  const auto binding = bind(method, survey.header, request.options);
  const Job job{method, file, survey, *binding, request, sink};
  Account account;
  sink(header_of(job, account.repeated_columns));
  account.tally = method.shape == Shape::row_by_row ? run_rows(job) : run_sets(job);
  return account;
}

}  // namespace makegood::calc
