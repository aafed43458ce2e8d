#include <array>
#include <cmath>

#include "calc/run.h"

namespace makegood::calc {
namespace {

constexpr std::size_t kChunksAWave = 8;  // what is held in memory before it is written

// One chunk of rows, with the places that each row is read into.
class RowByRow {
 public:
  explicit RowByRow(const Job& job)
      : job_(job), numbers_(job.binding.inputs.size()), texts_(job.binding.inputs.size()), confidence_(job.request.confidence),
        memory_(job.method.memory != nullptr ? job.method.memory() : nullptr) {}

  std::string out;
  Tally tally;

  void run(const Survey::Start& start, std::size_t end) {
    const std::string_view text(job_.file.text);
    CsvScanner rows(text.substr(start.at, end - start.at), job_.file.delimiter, start.rows, start.lines);
    while (rows.next())
      if (rows.cells().size() == job_.survey.header.size()) answer(rows);
  }

 private:
  void answer(const CsvScanner& row) {
    static constexpr std::array<std::size_t, 1> kOnlyRow{0};
    append_row(out, row, job_.file.delimiter);
    job_.binding.read(row.cells(), numbers_, texts_);
    const std::array<std::size_t, 1> number{row.row()};
    Cells cells(out, job_.binding.outputs.size());
    cells.count_in(tally, number);
    const bool known = set_confidence();
    const Set set({numbers_.size(), numbers_, texts_, job_.binding.places, {}}, kOnlyRow, confidence_, job_.request.options,
                  memory_.get());
    const auto fault = set.status(0);
    if (fault != Status::ok) cells.end(fault);
    else if (!known) cells.end(Status::out_of_range);
    else job_.method.compute(set, cells);
  }

  // The confidence column where there is one; worked out again only where it changes.
  bool set_confidence() {
    const auto column = job_.binding.confidence;
    if (column == Binding::kAbsent) return true;
    const double level = std::isnan(numbers_[column].value) ? job_.request.confidence.level() : numbers_[column].value;
    if (level == confidence_.level()) return true;
    const auto made = Confidence::of(level);
    if (made) confidence_ = *made;
    return made.has_value();
  }

  const Job& job_;
  std::vector<Number> numbers_;
  std::vector<std::string_view> texts_;
  Confidence confidence_;
  std::unique_ptr<Memory> memory_;
};

}  // namespace

Tally run_rows(const Job& job) {
  Tally tally;
  const auto& chunks = job.survey.chunks;
  for (std::size_t first = 0; first < chunks.size(); first += kChunksAWave) {
    const auto count = std::min(kChunksAWave, chunks.size() - first);
    std::vector<RowByRow> wave;
    for (std::size_t i = 0; i < count; ++i) wave.emplace_back(job);
    job.request.executor(count, [&](std::size_t i) {
      const auto next = first + i + 1;
      wave[i].run(chunks[first + i], next < chunks.size() ? chunks[next].at : job.file.text.size());
    });
    for (const auto& chunk : wave) {
      job.sink(chunk.out);
      tally.add(chunk.tally);
    }
  }
  return tally;
}

}  // namespace makegood::calc
