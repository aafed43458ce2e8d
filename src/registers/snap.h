#pragma once
// A place is kept no finer than its field says (`snap`): what somebody typed is made coarser before it is kept, or is
// refused where it cannot be, such as an address in the place of a ward. The finer text is never written down.

#include <optional>
#include <string>
#include <string_view>

#include "registers/definition.h"

namespace makegood::registers {

/// The place as it may be kept; empty = it is finer than `snap`, or no place of that kind.
/// Numbers (a latitude, a longitude, an easting, a northing; which is told by their size):
///   grid_1km, lsoa, school   degrees to two decimals, about a kilometre; metres down to a whole kilometre
///   ward                     degrees to one decimal, metres down to ten kilometres
/// Texts:
///   grid_1km   a grid reference of the Ordnance Survey, "ST 18123 76321", becomes that of its square kilometre, "ST1876";
///              "318123,176321" becomes "318000,176000"
///   ward       a ward's code (E05000932, W05..., S13..., N08...), or a name, which has no figures: addresses and postcodes have
///   lsoa       the code of a lower area (E01..., W01..., S01..., N21...) or its name ("Newport 012A")
///   school     a school's number (six or seven figures, 661/4012), or a name without figures
/// Edge: Snap::none gives the text back.
/// Source: Ordnance Survey, guide to the National Grid; ONS, Register of Geographic Codes.
[[nodiscard]] std::optional<std::string> snapped(Snap snap, FieldType type, std::string_view value);

}  // namespace makegood::registers
