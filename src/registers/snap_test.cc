#include "registers/snap.h"

#include <doctest/doctest.h>

#include "registers/answers.h"

using namespace makegood;
using namespace makegood::registers;

namespace snap_test {

TEST_CASE("a place is kept no finer than it may be") {
  struct Row {
    const char* what;
    Snap snap;
    FieldType type;
    const char *typed, *kept;  ///< "" = refused
  };
  const Row rows[] = {
      {"a latitude", Snap::lsoa, FieldType::number, "51.482310", "51.48"},
      {"a longitude west of Greenwich", Snap::lsoa, FieldType::number, "-3.179090", "-3.18"},
      {"a latitude of a ward", Snap::ward, FieldType::number, "51.482310", "51.5"},
      {"an easting", Snap::grid_1km, FieldType::number, "318123", "318000"},
      {"a northing that is whole already", Snap::grid_1km, FieldType::integer, "176000", "176000"},
      {"an easting of a ward", Snap::ward, FieldType::integer, "318123", "310000"},
      {"a grid reference to the metre", Snap::grid_1km, FieldType::string, "ST 18123 76321", "ST1876"},
      {"a grid reference of a hundred metres", Snap::grid_1km, FieldType::string, "st181763", "ST1876"},
      {"a grid reference of a square kilometre", Snap::grid_1km, FieldType::string, "ST1876", "ST1876"},
      {"a coarser one stays", Snap::grid_1km, FieldType::string, "ST17", "ST17"},
      {"two numbers", Snap::grid_1km, FieldType::string, "318123.5, 176321", "318000,176000"},
      {"half a grid reference", Snap::grid_1km, FieldType::string, "ST181", ""},
      {"a postcode is no grid reference", Snap::grid_1km, FieldType::string, "CF10 3NP", ""},
      {"a ward's name", Snap::ward, FieldType::string, "Gorse Bank", "Gorse Bank"},
      {"a ward's code", Snap::ward, FieldType::string, "W05000932", "W05000932"},
      {"a lower area is finer than a ward", Snap::ward, FieldType::string, "W01001234", ""},
      {"an address", Snap::ward, FieldType::string, "12 Quay Lane", ""},
      {"a postcode", Snap::ward, FieldType::string, "CF10 3NP", ""},
      {"a lower area's code", Snap::lsoa, FieldType::string, "E01000001", "E01000001"},
      {"a lower area's name", Snap::lsoa, FieldType::string, "Newport 012A", "Newport 012A"},
      {"an output area is finer", Snap::lsoa, FieldType::string, "E00000001", ""},
      {"a school's number", Snap::school, FieldType::string, "661/4012", "661/4012"},
      {"a school's name", Snap::school, FieldType::string, "Harbour Hill School", "Harbour Hill School"},
      {"no rule", Snap::none, FieldType::string, "12 Quay Lane", "12 Quay Lane"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.what);
    CHECK(snapped(row.snap, row.type, row.typed).value_or("") == row.kept);
    if (*row.kept != '\0') CHECK(snapped(row.snap, row.type, row.kept) == row.kept);  // made coarser once is enough
  }
}

TEST_CASE("answers are made coarser before they are kept, or refused") {
  Definition d;
  RegisterField place;
  place.name = "ward";
  place.title.en = "Ward";
  place.snap = Snap::ward;
  RegisterField north = place;
  north.name = "northing";
  north.type = FieldType::number;
  north.snap = Snap::grid_1km;
  d.fields = {place, north};
  Answers answers{{"ward", "12 Quay Lane"}, {"northing", "176,321"}};
  for (const auto moment : {Moment::submitting, Moment::importing, Moment::handling}) {
    auto copy = answers;
    const auto faults = AnswerCheck(d)(copy, moment);
    REQUIRE(faults.size() == 1);
    CHECK(faults[0] == RegisterFault{"ward", AnswerTrouble::too_fine, "ward"});
    CHECK(sentence(d, faults[0]) == "Ward says too exactly where: give no address, postcode or exact place");
    CHECK(copy["northing"] == "176000");
  }
}

}  // namespace snap_test
