#include "formats/pdf_bands.h"

#include <algorithm>

namespace makegood::formats {
namespace {

struct Band {
  PdfWords words;
  PdfLines lines;
};

std::vector<Band> words_in_bands(const PdfGrid& grid, const PdfWords& words) {
  std::vector<Band> bands(grid.rows());
  for (const auto* word : words)
    bands[static_cast<std::size_t>(grid.cell_at(word->box.middle_x(), word->box.middle_y()))].words.push_back(word);
  for (auto& band : bands) {
    auto upright = band.words;
    std::erase_if(upright, [](const PdfWord* word) { return word->angle != 0; });
    band.lines = lines_of(std::move(upright));
  }
  return bands;
}

bool is_side_by_side(const Band& band) {
  return std::any_of(band.lines.begin(), band.lines.end(),
                     [](const PdfLine& line) { return chunks_of(line).size() >= 2; });
}

PdfLines together(const PdfLines& lines, const Band& band) {
  auto all = lines;
  all.insert(all.end(), band.lines.begin(), band.lines.end());
  return all;
}

// Whether a band is one more row of the table so far: it leaves its columns as they are.
bool belongs(const PdfLines& table, const std::vector<double>& rivers, const Band& band, const PdfColumns& earlier) {
  if (is_side_by_side(band)) return rivers.empty() || rivers_of(together(table, band), earlier).size() >= rivers.size();
  return std::none_of(band.lines.begin(), band.lines.end(),
                      [&](const PdfLine& line) { return stands_across(line, rivers); });
}

PdfGrid grid_of_bands(const PdfGrid& bands, std::size_t from, std::size_t end, const std::vector<double>& rivers) {
  std::vector<double> xs = {bands.xs.front()};
  for (const double x : rivers)
    if (x > xs.front() && x < bands.xs.back()) xs.push_back(x);
  xs.push_back(bands.xs.back());
  return plain_grid(std::move(xs), {bands.ys.begin() + static_cast<std::ptrdiff_t>(from),
                                    bands.ys.begin() + static_cast<std::ptrdiff_t>(end) + 1});
}

}  // namespace

std::vector<WordTable> tables_in_bands(const PdfGrid& grid, const PdfWords& words, PdfColumns& columns,
                                       PdfWords& left_over) {
  const auto bands = words_in_bands(grid, words);
  std::vector<WordTable> tables;
  for (std::size_t from = 0; from < bands.size();) {
    auto end = from + 1;
    auto lines = bands[from].lines;
    auto rivers = rivers_of(lines, columns);
    while ((is_side_by_side(bands[from]) || !rivers.empty()) && end < bands.size() &&
           belongs(lines, rivers, bands[end], columns)) {
      lines = together(lines, bands[end++]);
      rivers = rivers_of(lines, columns);
    }
    PdfWords here;
    for (auto i = from; i < end; ++i) here.insert(here.end(), bands[i].words.begin(), bands[i].words.end());
    if (rivers.empty())
      left_over.insert(left_over.end(), here.begin(), here.end());
    else {
      columns = remembered(lines, rivers);
      tables.push_back({grid_of_bands(grid, from, end, rivers), std::move(here)});
    }
    from = end;
  }
  return tables;
}

}  // namespace makegood::formats
