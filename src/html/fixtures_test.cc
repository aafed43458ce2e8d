// Every component against the package's own HTML fixtures, as parsed trees. A fixture that uses
// a parameter that we do not have is counted and named.
#include <doctest/doctest.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <set>

#include "html/fixtures/adapters.h"
#include "html/fixtures/tree.h"

using namespace makegood::html;
namespace fs = std::filesystem;

namespace {

fs::path package() { return fs::path(MAKEGOOD_SOURCE) / "ui/node_modules/govuk-frontend/dist/govuk/components"; }

struct Count {
  int same = 0, different = 0, not_covered = 0;
};

void compare(const std::string& component, const nlohmann::json& fixture, Count& count) {
  const auto name = fixture["name"].get<std::string>();
  CAPTURE(component);
  CAPTURE(name);
  std::string ours;
  try {
    Options options(fixture["options"]);
    ours = adapters().at(component)(options).text();
    options.finish(component);
  } catch (const NotCovered& why) {
    ++count.not_covered;
    std::printf("not covered: %s, %s (%s)\n", component.c_str(), name.c_str(), why.what());
    return;
  }
  const auto expected = tree_of(fixture["html"].get<std::string>());
  const auto made = tree_of(ours);
  CHECK(made == expected);
  ++(made == expected ? count.same : count.different);
}

}  // namespace

TEST_CASE("components make what the package's own fixtures show") {
  if (!fs::exists(package())) {
    std::printf("skipped: ui/node_modules is absent, so there are no fixtures to compare with\n");
    return;
  }
  Count all;
  for (const auto& [component, adapter] : adapters()) {
    std::ifstream in(package() / component / "fixtures.json");
    REQUIRE_MESSAGE(in.good(), component);
    Count count;
    const auto file = nlohmann::json::parse(in);
    for (const auto& fixture : file["fixtures"]) compare(component, fixture, count);
    CHECK_MESSAGE(count.same > 0, component);
    std::printf("%-22s %3d the same, %2d not covered\n", component.c_str(), count.same, count.not_covered);
    all.same += count.same, all.different += count.different, all.not_covered += count.not_covered;
  }
  std::printf("%zu components: %d fixtures the same, %d different, %d not covered\n", adapters().size(), all.same, all.different,
              all.not_covered);
  CHECK(all.same >= 500);
}

TEST_CASE("every component is in the reference") {
  std::ifstream in(fs::path(MAKEGOOD_SOURCE) / "docs/reference/components.md");
  const std::string text((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  for (const auto& [component, adapter] : adapters()) {
    const auto row = "| " + component + " |";
    CHECK_MESSAGE(text.find(row) != std::string::npos, component);
  }
}

TEST_CASE("a difference in markup is seen") {
  CHECK(tree_of("<p class=\"b a\" id=x> a  b </p>") == tree_of("<p id=\"x\" class=\"a b\">a b</p>"));
  CHECK(tree_of("<p>a</p>") != tree_of("<div>a</div>"));
  CHECK(tree_of("<p>a</p>") != tree_of("<p>b</p>"));
  CHECK(tree_of("<p hidden>a</p>") != tree_of("<p>a</p>"));
  CHECK(tree_of("<svg><path d=\"M0\"/></svg>") != tree_of("<svg><path d=\"M1\"/></svg>"));
}
