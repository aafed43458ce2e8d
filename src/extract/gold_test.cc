// The reference plans in MAKEGOOD_SHARED/plans, in every form that is read, against the counts of
// their gold readings; skipped with a message where they are not.
#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>

#include <nlohmann/json.hpp>

#include "extract/reading_of.h"

using namespace makegood;
namespace fs = std::filesystem;

namespace gold_test {

fs::path plans_folder() {
  const char* shared = std::getenv("MAKEGOOD_SHARED");
  return fs::path(shared != nullptr ? shared : "../shared") / "plans";
}

std::string read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

using Counts = std::map<std::string, int>;

// By theme title and kind: "Health, commitment" 5.
Counts counts_of(const Plan& plan) {
  Counts counts;
  for (const auto& item : plan.items) {
    if (item.kind == ItemKind::commitment) CHECK_FALSE(item.parent.empty());
    ++counts[fold(theme_of(plan, item)) + (item.kind == ItemKind::commitment ? ", commitment" : item.kind == ItemKind::recommendation ? ", recommendation" : ", action")];
  }
  return counts;
}

Counts counts_of(const nlohmann::json& gold) {
  std::map<std::string, std::string> titles;
  for (const auto& theme : gold["themes"]) titles[theme["id"]] = theme["title"];
  Counts counts;
  for (const auto& item : gold["items"])
    ++counts[fold(item["theme"].is_null() ? "" : titles[item["theme"]]) + ", " + item["kind"].get<std::string>()];
  return counts;
}

TEST_CASE("reference plans give the items of their gold reading, theme by theme, in every form") {
  const auto folder = plans_folder();
  if (!fs::exists(folder)) {
    MESSAGE("skipped: " << folder.string() << " is not there");
    return;
  }
  int read = 0;
  for (const auto& entry : fs::directory_iterator(folder)) {
    const auto name = entry.path().filename().string();
    if (!name.ends_with(".gold.json")) continue;
    const auto gold = nlohmann::json::parse(read_file(entry.path()));
    for (const char* form : {".txt", ".md", ".docx"}) {
      const auto source = folder / (name.substr(0, name.size() - 10) + form);
      if (!fs::exists(source)) continue;
      CAPTURE(source.string());
      const auto plan = plan_on_paper(read_file(source), source.filename().string());
      CHECK(plan.themes.size() == gold["themes"].size());
      CHECK(plan.indicators.size() == gold["indicators"].size());
      CHECK(counts_of(plan) == counts_of(gold));
      CHECK(plan.title == gold["title"].get<std::string>());
      ++read;
    }
  }
  CHECK(read == 10);
}

}  // namespace gold_test
