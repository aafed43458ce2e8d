#include "codeframe/bridge.h"

#include <algorithm>

#include "codeframe/frame.h"
#include "codeframe/rows.h"

namespace makegood {

std::span<const Bridge> bridges() {
  static const auto kBridges = [] {
    std::vector<Bridge> all;
    for (const auto& row : codes::rows_of("bridges").rows)
      all.push_back({row.at("frame"), row.at("code"), row.at("to_frame"), row.at("target"), row.at("break") == "yes",
                     row.at("note")});
    return all;
  }();
  return kBridges;
}

const Bridge* bridge(std::string_view frame, std::string_view code, std::string_view to_frame) {
  const auto all = bridges();
  const auto found = std::find_if(all.begin(), all.end(), [&](const Bridge& one) {
    return one.frame == frame && one.code == code && one.to_frame == to_frame;
  });
  return found == all.end() ? nullptr : &*found;
}

std::span<const CollectiveTerm> collective_terms() {
  static const auto kTerms = [] {
    std::vector<CollectiveTerm> all;
    for (const auto& row : codes::rows_of("collective-terms").rows)
      all.push_back({row.at("definition"), row.at("label"), split(row.at("members"), '|')});
    return all;
  }();
  return kTerms;
}

bool counted_in(const CollectiveTerm& term, std::string_view code_or_group) {
  const auto listed = [&](std::string_view name) {
    return std::find(term.members.begin(), term.members.end(), name) != term.members.end();
  };
  return listed(code_or_group) || listed(code_frame("ethnicity-2021")->top(code_or_group));
}

}  // namespace makegood
