#include "people/suggest.h"

#include <doctest/doctest.h>

#include "people/fixture.h"

namespace makegood {

using namespace people_fixture;

namespace suggest_test {

TEST_CASE("how like two names are") {
  // By hand: a word weighs 1, a word of rank 0.3; twice the common weight over the weight of both.
  struct Row {
    const char *rule, *a, *b;
    double likeness;
  };
  const std::vector<Row> rows = {
      {"the same", "Head of Housing", "head of housing", 1.0},
      {"the same but for signs", "Head of Equality & Inclusion", "Head of Equality and Inclusion", 1.0},
      {"another rank", "Head of Housing", "Housing Manager", 2 * 1.0 / 2.6},
      {"the same rank elsewhere", "Head of Housing", "Head of Finance", 2 * 0.3 / 2.6},
      {"a deputy", "Deputy Head of Housing", "Head of Housing", 2 * 1.3 / 3.6},
      {"one letter off", "Head of Comunities", "Head of Communities", 2 * (0.3 + 0.75) / 2.6},
      {"a plural", "Schools Adviser", "School Adviser", 2 * (0.75 + 0.3) / 2.6},
      {"short words are not misspelt", "Arts", "Art", 0.0},
      {"words of rank alone", "Chief Executive", "Chief Executive", 1.0},
      {"nothing that weighs", "of the", "of the", 0.0},
      {"nothing", "", "Head of Housing", 0.0},
  };
  for (const auto& row : rows) {
    CAPTURE(row.rule);
    CHECK(likeness_of_names(row.a, row.b) == doctest::Approx(row.likeness));
    CHECK(likeness_of_names(row.b, row.a) == doctest::Approx(row.likeness));
  }
}

TEST_CASE("which posts are suggested for a name") {
  auto d = aberllyn();
  keep(d, Organisation{OrganisationId("police"), "Llyn Valley Police", {"LVP"}});
  keep(d, Post{PostId("hate"), "Hate Crime Officer", OrganisationId("police"), {"Community Cohesion Sergeant"}});
  keep(d, Post{PostId("old"), "Tenancy Adviser", OrganisationId("council"), {}, until("2022-03-31"), PostId("housing")});
  keep(d, Post{PostId("gone"), "Arts Adviser", OrganisationId("council"), {}, until("2022-03-31")});
  struct Row {
    const char *rule, *written, *posts;
  };
  const std::vector<Row> rows = {
      {"another rank", "Housing Manager", "housing"},
      {"with its organisation", "Head of Housing, Aberllyn Council", "housing"},
      {"what it is also called", "Community Cohesion Sergeant", "hate"},
      {"its organisation alone", "Llyn Valley Police", "hate"},
      {"what its organisation is also called", "LVP", "hate"},
      {"what it was called before", "Tenancy Adviser", "housing"},
      {"no post that ended without a successor", "Arts Adviser", ""},
      {"nothing near", "Head of Finance", ""},
      {"nothing", "", ""},
  };
  for (const auto& row : rows) {
    CAPTURE(row.rule);
    std::vector<std::string> posts;
    for (const auto& suggestion : suggest_posts(d, row.written, day("2023-07-01"))) posts.push_back(suggestion.post.text);
    CHECK(join(posts, " ") == row.posts);
  }
}

TEST_CASE("five are suggested at most, the likest first") {
  Directory d;
  for (int i = 0; i < 8; ++i) keep(d, Post{PostId("p" + std::to_string(i)), "Housing Officer"});
  keep(d, Post{PostId("best"), "Head of Housing"});
  const auto found = suggest_posts(d, "Head of Housing", day("2023-07-01"));
  REQUIRE(found.size() == kMostSuggestions);
  CHECK(found[0] == Suggestion{PostId("best"), 1.0});
}

}  // namespace suggest_test
}  // namespace makegood
