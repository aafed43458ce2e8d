// The labels that the publisher of "Ethnicity facts and figures" has met, with its standard labels.
// Read from MAKEGOOD_SHARED; skipped with a message where that is absent.
#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <map>
#include <set>

#include "codeframe/codeframe.h"

using namespace makegood;

namespace labels_test {

// What each standard label of theirs is here. Those that are left out ("Other", "All", "Unknown") are no group.
const std::map<std::string, std::string> kStandard = {{"Any other", "OAO"},
                                                      {"Arab", "OAR"},
                                                      {"Asian", "Asian"},
                                                      {"Asian other", "AOT"},
                                                      {"Asian other inc Chinese", "Asian"},
                                                      {"Asian excluding Chinese", "Asian"},
                                                      {"Bangladeshi", "ABD"},
                                                      {"Black", "Black"},
                                                      {"Black African", "BAF"},
                                                      {"Black Caribbean", "BCA"},
                                                      {"Black other", "BOT"},
                                                      {"Chinese", "ACH"},
                                                      {"Gypsy/Roma", "White"},
                                                      {"Indian", "AIN"},
                                                      {"Irish Traveller", "WGT"},
                                                      {"Mixed", "Mixed"},
                                                      {"Mixed other", "MOT"},
                                                      {"Mixed White/Asian", "MWA"},
                                                      {"Mixed White/Black", "Mixed"},
                                                      {"Mixed White/Black African", "MWF"},
                                                      {"Mixed White/Black Caribbean", "MWC"},
                                                      {"Pakistani", "APK"},
                                                      {"Pakistani and Bangladeshi", "Asian"},
                                                      {"White", "White"},
                                                      {"White British", "WBR"},
                                                      {"White Gypsy/Traveller", "WGT"},
                                                      {"White Irish", "WIR"},
                                                      {"White other", "WOT"}};

// Lines of `label,standard`, the label in quotation marks where it has commas.
std::pair<std::string, std::string> label_and_standard(std::string line) {
  if (!line.empty() && line.back() == '\r') line.pop_back();
  const auto comma = line.rfind(',');
  return {replace_all(line.substr(0, comma), "\"", ""), line.substr(comma + 1)};
}

TEST_CASE("every label of the lookup is recognised, and no group disagrees with its standard label") {
  const char* shared = std::getenv("MAKEGOOD_SHARED");
  std::ifstream in(std::string(shared ? shared : "../shared") + "/stats/rdu/classification_lookup.csv");
  if (!in) {
    MESSAGE("skipped: stats/rdu/classification_lookup.csv is not there (MAKEGOOD_SHARED)");
    return;
  }
  std::string line;
  std::getline(in, line);
  std::set<std::string> labels;
  while (std::getline(in, line)) {
    const auto [label, standard] = label_and_standard(line);
    const auto coded = code_ethnicity("", label);
    CAPTURE(label);
    CAPTURE(coded->reason);
    labels.insert(label);
    CHECK(coded->recognised);
    const auto expected = kStandard.find(standard);
    if (expected == kStandard.end()) {
      CHECK((coded->group.empty() || coded->group == "Other"));
      continue;
    }
    const auto group = std::string(code_frame("ethnicity-2021")->top(expected->second));
    CHECK(coded->group == group);
    // Where the label says less than its standard ("white non-british"), the group alone is right.
    CHECK((coded->code.empty() || coded->code == expected->second));
  }
  CHECK(labels.size() == 280);
}

}  // namespace labels_test
