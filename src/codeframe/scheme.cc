#include "codeframe/scheme.h"

#include <algorithm>
#include <array>
#include <map>

#include "codeframe/rows.h"

namespace makegood::codes {
namespace {

// "-8" keeps its sign; everything else is letters and figures.
std::string bare_code(std::string_view raw) {
  std::string out;
  for (const char c : raw) {
    if (c >= 'a' && c <= 'z')
      out += static_cast<char>(c - 'a' + 'A');
    else if ((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'))
      out += c;
    else if (c == '-' && out.empty())
      out += c;
    else if (c != ' ' && c != '(' && c != ')' && c != '[' && c != ']' && c != '.' && c != ':' && c != '\t')
      return {};
  }
  return out;
}

struct Schemes {
  std::map<std::string, std::map<std::string, SchemeCode>, std::less<>> by_name;
  std::map<std::string, SchemeCode, std::less<>> unmistakable;
};

bool stands_alone(const std::string& code) {
  return code.size() > 1 && std::any_of(code.begin(), code.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

void keep_unmistakable(Schemes& schemes) {
  std::map<std::string, bool, std::less<>> disputed;
  for (const auto& [name, codes] : schemes.by_name)
    for (const auto& [raw, code] : codes) {
      if (!stands_alone(raw)) continue;
      const auto [at, fresh] = schemes.unmistakable.emplace(raw, code);
      if (!fresh && (at->second.target != code.target || at->second.unknown != code.unknown)) disputed[raw] = true;
    }
  for (const auto& [raw, yes] : disputed) schemes.unmistakable.erase(raw);
}

const Schemes& schemes() {
  static const auto kSchemes = [] {
    Schemes all;
    for (const auto& name : scheme_names()) all.by_name[name];
    for (const auto& row : rows_of("schemes").rows)
      all.by_name[row.at("scheme")].emplace(row.at("raw"), SchemeCode{row.at("scheme"), row.at("raw"), row.at("target"),
                                                                      row.at("unknown"), row.at("note")});
    keep_unmistakable(all);
    return all;
  }();
  return kSchemes;
}

}  // namespace

const std::vector<std::string>& scheme_names() {
  static const std::vector<std::string> kNames = {
      "census2021_ts021",
      "data_police_uk_self_defined",
      "data_police_uk_officer_defined",
      "dfe_school_census",
      "free_text_variant",
      "nhs_data_dictionary_16plus1",
      "northern_ireland_census_2021",
      "police_officer_defined_ic",
      "police_sde_16plus1",
      "police_sde_18plus1",
      "scotland_census_2022",
  };
  return kNames;
}

bool is_scheme(std::string_view name) {
  return std::find(scheme_names().begin(), scheme_names().end(), name) != scheme_names().end();
}

const SchemeCode* scheme_code(std::string_view scheme, std::string_view raw) {
  const auto codes = schemes().by_name.find(scheme);
  if (codes == schemes().by_name.end()) return nullptr;
  const auto found = codes->second.find(bare_code(raw));
  return found == codes->second.end() ? nullptr : &found->second;
}

const SchemeCode* unmistakable_code(std::string_view raw) {
  const auto found = schemes().unmistakable.find(bare_code(raw));
  return found == schemes().unmistakable.end() ? nullptr : &found->second;
}

}  // namespace makegood::codes
