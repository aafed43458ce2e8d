#include <doctest/doctest.h>

#include <string>

#include "assets/assets.h"

using namespace makegood;

TEST_CASE("the program carries what its pages ask for") {
  for (const char* path : {"makegood.css", "makegood.js", "govuk-frontend.min.js", "favicon.svg"}) {
    CAPTURE(path);
    const Asset* found = find_asset(path);
    REQUIRE(found != nullptr);
    CHECK(found->bytes.size() > 100);
    CHECK(found->gzip.starts_with("\x1f\x8b"));
    CHECK(found->gzip.size() < found->bytes.size() + 64);
    CHECK(found->version == assets_version());
  }
  CHECK(find_asset("makegood.css.gz") == nullptr);
  CHECK(find_asset("../makegood.css") == nullptr);
  CHECK(find_asset("") == nullptr);
  CHECK(assets_version().size() == 16);
}

TEST_CASE("the script finds its neighbour in its own folder") {
  CHECK(find_asset("makegood.js")->bytes.find("from './govuk-frontend.min.js'") != std::string_view::npos);
}

TEST_CASE("nothing that belongs to gov.uk services is served") {
  for (const auto& asset : assets()) {
    CAPTURE(asset.path);
    for (const char* forbidden : {"GDS Transport", "@font-face", "govuk-crest", "Crown copyright"})
      CHECK(asset.bytes.find(forbidden) == std::string_view::npos);
  }
}

TEST_CASE("the council's colour can be set at run time") {
  CHECK(find_asset("makegood.css")->bytes.find("--govuk-brand-colour:") != std::string_view::npos);
}
