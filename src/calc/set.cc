#include "calc/set.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <limits>

namespace makegood::calc {
namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

}  // namespace

Number read_number(std::string_view cell) {
  cell = trim(cell);
  if (cell.empty() || cell == "NA") return {kNan, Status::missing};
  if (cell.front() == '+' && cell.size() > 1 && cell[1] != '-') cell.remove_prefix(1);
  double value = 0;
  const auto* end = cell.data() + cell.size();
  const auto [stopped, error] = std::from_chars(cell.data(), end, value);
  if (error == std::errc::result_out_of_range && stopped == end) return {kNan, Status::out_of_range};
  if (error != std::errc() || stopped != end || !std::isfinite(value)) return {kNan, Status::not_a_number};
  return {value, Status::ok};
}

void append_number(std::string& out, double value) {
  constexpr double kPlain = 1e15;
  std::array<char, 32> buffer;
  auto* const first = buffer.data();
  const bool whole = std::fabs(value) < kPlain && value == std::trunc(value);
  const auto written = whole ? std::to_chars(first, first + buffer.size(), static_cast<std::int64_t>(value))
                             : std::to_chars(first, first + buffer.size(), value);
  out.append(first, written.ptr);
}

void append_cell(std::string& out, std::string_view text) {
  const bool spaced = !text.empty() && (text.front() == ' ' || text.back() == ' ');
  if (!spaced && text.find_first_of(",\"\n\r") == std::string_view::npos) {
    out += text;
    return;
  }
  out += '"';
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

std::vector<double> Set::column(std::size_t column) const {
  std::vector<double> values(size());
  for (std::size_t row = 0; row < size(); ++row) values[row] = value(row, column);
  return values;
}

Status Set::status(std::size_t row) const {
  for (std::size_t column = 0; column < data_.width; ++column)
    if (const auto status = number(row, column).status; status != Status::ok) return status;
  return Status::ok;
}

Status Set::status() const {
  for (std::size_t row = 0; row < size(); ++row)
    if (const auto found = status(row); found != Status::ok) return found;
  return Status::ok;
}

void Tally::add(Status status, std::size_t row) {
  auto& line = by_status[static_cast<std::size_t>(status)];
  if (++line.count <= kNamed && status != Status::ok) line.rows.push_back(row);
}

void Tally::add(const Tally& later) {
  for (std::size_t i = 0; i < by_status.size(); ++i) {
    by_status[i].count += later.by_status[i].count;
    for (const auto row : later.by_status[i].rows)
      if (by_status[i].rows.size() < kNamed) by_status[i].rows.push_back(row);
  }
}

void Cells::next_cell() {
  if (written_ == 0) out_ += prefix_;
  if (written_ > 0 || !bare_) out_ += ',';
  ++written_;
}

Cells& Cells::put(double value) {
  next_cell();
  if (std::isfinite(value)) append_number(out_, value);
  return *this;
}

Cells& Cells::put(const Figure& figure) {
  if (figure) return put(*figure);
  next_cell();
  return *this;
}

Cells& Cells::text(std::string_view text) {
  next_cell();
  append_cell(out_, text);
  return *this;
}

Cells& Cells::skip(std::size_t cells) {
  for (; cells > 0; --cells) next_cell();
  return *this;
}

void Cells::end(Status status) {
  while (written_ < columns_) next_cell();
  text(word(status));
  out_ += '\n';
  count(status);
  if (keeps_ends_) ends_.push_back(out_.size());
  ++ended_;
  written_ = 0;
}

void Cells::count(Status status) {
  if (tally_ == nullptr) return;
  if (only_row_ == 0) return tally_->add(status, file_rows_[std::min(ended_, file_rows_.size() - 1)]);
  auto& counted = counted_[static_cast<std::size_t>(status)];
  if (!counted) tally_->add(status, only_row_);
  counted = true;
}

void Cells::count_as_one(Tally& tally, std::size_t file_row) {
  tally_ = &tally;
  only_row_ = file_row;
}

void Cells::count_in(Tally& tally, std::span<const std::size_t> file_rows) {
  tally_ = &tally;
  file_rows_ = file_rows;
}

}  // namespace makegood::calc
