#include "registers/snap.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include <fmt/format.h>
#include <re2/re2.h>

namespace makegood::registers {
namespace {

/// Down to a whole step: the south-west corner of the square.
double down_to(double value, double step) { return std::floor(value / step) * step; }

std::string coarser(Snap snap, double value) {
  const bool ward = snap == Snap::ward;
  if (std::fabs(value) <= 180) return fmt::format("{:.{}f}", value, ward ? 1 : 2);
  return fmt::format("{:.0f}", down_to(value, ward ? 10'000 : 1'000));
}

std::string without_spaces(std::string_view text) {
  std::string plain;
  std::copy_if(text.begin(), text.end(), std::back_inserter(plain), [](char c) { return c != ' '; });
  return plain;
}

/// "ST1812376321" has as many figures of the easting as of the northing: the first two of each are kilometres.
std::optional<std::string> grid_reference(std::string_view text) {
  static const RE2 kReference("(?i)([HJNOST][A-HJ-Z])([0-9]+)"), kMetres("([0-9]{4,7})(?:\\.[0-9]+)?,([0-9]{4,7})(?:\\.[0-9]+)?");
  const auto plain = without_spaces(text);
  std::string square, figures, east, north;
  if (RE2::FullMatch(plain, kMetres, &east, &north))
    return fmt::format("{:.0f},{:.0f}", down_to(std::strtod(east.c_str(), nullptr), 1'000), down_to(std::strtod(north.c_str(), nullptr), 1'000));
  if (!RE2::FullMatch(plain, kReference, &square, &figures) || figures.size() % 2 != 0 || figures.size() < 2 || figures.size() > 10) return std::nullopt;
  std::transform(square.begin(), square.end(), square.begin(), [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  const auto half = figures.size() / 2, kept = std::min<std::size_t>(half, 2);
  return square + figures.substr(0, kept) + figures.substr(half, kept);
}

bool has_figure(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::optional<std::string> kept_if(std::string_view value, bool coarse_enough) {
  return coarse_enough ? std::optional(std::string(value)) : std::nullopt;
}

}  // namespace

std::optional<std::string> snapped(Snap snap, FieldType type, std::string_view value) {
  static const RE2 kWard("[EW]05[0-9]{6}|S13[0-9]{6}|N08[0-9]{6}"), kArea("[EWS]01[0-9]{6}|N21[0-9]{6}|[^0-9]+ [0-9]{3}[A-Z]"),
      kSchool("[0-9]{6,7}|[0-9]{3}/[0-9]{4}");
  if (snap == Snap::none) return std::string(value);
  if (type == FieldType::number || type == FieldType::integer) return coarser(snap, std::strtod(std::string(value).c_str(), nullptr));
  switch (snap) {
    case Snap::grid_1km: return grid_reference(value);
    case Snap::lsoa: return kept_if(value, RE2::FullMatch(value, kArea));
    case Snap::school: return kept_if(value, !has_figure(value) || RE2::FullMatch(value, kSchool));
    case Snap::ward:
    case Snap::none: break;
  }
  return kept_if(value, !has_figure(value) || RE2::FullMatch(value, kWard));
}

}  // namespace makegood::registers
