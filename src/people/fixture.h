#pragma once
// A small directory for tests: one council with two posts. People are known by their address alone.

#include "people/directory.h"
#include "people/keep.h"

namespace makegood::people_fixture {

inline Day day(std::string_view iso) { return *Day::parse(iso); }
inline Term from(std::string_view first) { return {day(first), std::nullopt}; }
inline Term until(std::string_view last) { return {std::nullopt, day(last)}; }

/// Ids that count up: "id1", as random bits would make them.
inline RandomBits counting() {
  return [n = std::uint64_t{0}]() mutable { return ++n; };
}

/// Aberllyn Council with the Head of Housing (held by "h") and the Youth Lead (held by "y").
inline Directory aberllyn() {
  Directory d;
  d.organisations = {{OrganisationId("council"), "Aberllyn Council", {"the Council"}}};
  d.posts = {{PostId("housing"), "Head of Housing", OrganisationId("council")}, {PostId("youth"), "Youth Lead", OrganisationId("council")}};
  d.people = {{PersonId("h"), "", "housing@aberllyn.example"}, {PersonId("y"), "", "youth@aberllyn.example"}};
  d.holdings = {{PostId("housing"), PersonId("h")}, {PostId("youth"), PersonId("y")}};
  return d;
}

}  // namespace makegood::people_fixture
