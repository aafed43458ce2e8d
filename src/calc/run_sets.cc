#include <unordered_map>
#include <unordered_set>

#include "calc/run.h"

namespace makegood::calc {
namespace {

// The whole file in memory: the declared cells read, the rows that belong together listed.
struct Rows {
  std::vector<Number> numbers;
  std::vector<std::string> made;            ///< texts, kept
  std::vector<std::string_view> texts;
  std::vector<std::size_t> levels;
  std::vector<std::size_t> file_rows;
  bool keyed = false;                       ///< the file has a key column
  std::vector<std::string> keys;            ///< by set: its key cells as CSV
  std::vector<std::vector<std::size_t>> sets;
};

class Reader {
 public:
  explicit Reader(const Job& job) : job_(job), width_(job.binding.inputs.size()), numbers_(width_), texts_(width_) {
    for (std::size_t i = 0; i < width_; ++i) out_.keyed = out_.keyed || is_key(i);
  }

  Rows read() {
    CsvScanner rows(job_.file.text, job_.file.delimiter, 0, job_.file.skipped_lines);
    static_cast<void>(rows.next());  // the header
    while (rows.next())
      if (rows.cells().size() == job_.survey.header.size()) take(rows);
    out_.texts.assign(out_.made.begin(), out_.made.end());
    for (std::size_t i = 0; i < width_; ++i) out_.levels.push_back(levels_of(i));
    return std::move(out_);
  }

 private:
  void take(const CsvScanner& row) {
    job_.binding.read(row.cells(), numbers_, texts_);
    out_.numbers.insert(out_.numbers.end(), numbers_.begin(), numbers_.end());
    for (const auto text : texts_) out_.made.emplace_back(trim(text));
    const auto key = key_of();
    const auto [found, is_new] = set_of_.try_emplace(key, out_.sets.size());
    if (is_new) {
      out_.sets.emplace_back();
      out_.keys.push_back(key);
    }
    out_.sets[found->second].push_back(out_.file_rows.size());
    out_.file_rows.push_back(row.row());
  }

  std::size_t levels_of(std::size_t column) const {
    if (job_.binding.inputs[column].kind != Kind::text) return 0;
    std::unordered_set<std::string_view> seen;
    for (auto at = column; at < out_.texts.size(); at += width_) seen.insert(out_.texts[at]);
    return seen.size();
  }

  bool is_key(std::size_t i) const {
    return job_.binding.inputs[i].kind == Kind::key && job_.binding.places[i] != Binding::kAbsent;
  }

  std::string key_of() const {
    std::string key;
    for (std::size_t i = 0, seen = 0; i < width_; ++i) {
      if (!is_key(i)) continue;
      if (seen++ > 0) key += ',';
      append_cell(key, trim(texts_[i]));
    }
    return key;
  }

  const Job& job_;
  std::size_t width_;
  std::vector<Number> numbers_;
  std::vector<std::string_view> texts_;
  std::unordered_map<std::string, std::size_t> set_of_;
  Rows out_;
};

std::vector<std::size_t> file_rows_of(const Rows& rows, std::size_t set) {
  std::vector<std::size_t> numbers;
  for (const auto row : rows.sets[set]) numbers.push_back(rows.file_rows[row]);
  return numbers;
}

// A set becomes one row or some.
void sum_up(const Job& job, const Rows& rows, const Set::Data& data, std::size_t which, std::string& out, Tally& tally) {
  const Set set(data, rows.sets[which], job.request.confidence, job.request.options);
  const auto fault = set.status();
  std::size_t from = 0;  // the row that is at fault where the cells show it, else the first
  while (fault != Status::ok && set.status(from) != fault) ++from;
  Cells cells(out, job.binding.outputs.size());
  cells.begin_with(rows.keys[which]);
  if (!rows.keyed) cells.begin_bare();
  cells.count_as_one(tally, rows.file_rows[rows.sets[which][from]]);
  if (fault != Status::ok) cells.end(fault);
  else job.method.compute(set, cells);
}

// Every row's answer, by its place in the file.
std::vector<std::string> across(const Job& job, const Rows& rows, const Set::Data& data, Tally& tally) {
  std::vector<std::string> answers(rows.file_rows.size());
  for (std::size_t which = 0; which < rows.sets.size(); ++which) {
    const auto numbers = file_rows_of(rows, which);
    const Set set(data, rows.sets[which], job.request.confidence, job.request.options);
    std::string out;
    Cells cells(out, job.binding.outputs.size());
    cells.count_in(tally, numbers);
    cells.keep_ends();
    job.method.compute(set, cells);
    for (std::size_t i = 0, from = 0; i < cells.ends().size() && i < set.size(); from = cells.ends()[i++])
      answers[rows.sets[which][i]] = out.substr(from, cells.ends()[i] - from);
  }
  return answers;
}

void write_beside(const Job& job, const std::vector<std::string>& answers) {
  constexpr std::size_t kFull = 1U << 20U;
  CsvScanner rows(job.file.text, job.file.delimiter, 0, job.file.skipped_lines);
  static_cast<void>(rows.next());
  std::string out;
  for (std::size_t i = 0; rows.next();) {
    if (rows.cells().size() != job.survey.header.size()) continue;
    append_row(out, rows, job.file.delimiter);
    out += answers[i++];
    if (out.size() < kFull) continue;
    job.sink(out);
    out.clear();
  }
  job.sink(out);
}

}  // namespace

Tally run_sets(const Job& job) {
  const auto rows = Reader(job).read();
  const Set::Data data{job.binding.inputs.size(), rows.numbers, rows.texts, job.binding.places, rows.levels};
  Tally tally;
  if (job.method.shape == Shape::across_a_set) {
    write_beside(job, across(job, rows, data, tally));
    return tally;
  }
  std::string out;
  for (std::size_t set = 0; set < rows.sets.size(); ++set) sum_up(job, rows, data, set, out, tally);
  job.sink(out);
  return tally;
}

}  // namespace makegood::calc
