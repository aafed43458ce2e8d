// Reads a column profile, and names what does not fit: the file is written by hand.
#include <algorithm>
#include <array>
#include <set>

#include <fmt/format.h>
#include "json/json.h"
#include "report/column_profile.h"

namespace makegood {
namespace {

constexpr std::size_t kLargest = 1U << 20U;
constexpr std::size_t kMostColumns = 200;

struct FactName {
  std::string_view code;
  PlanFact fact;
};
constexpr std::array kFacts = {FactName{"plan_title", PlanFact::title}, FactName{"organisation", PlanFact::organisation}, FactName{"plan", PlanFact::slug},
                               FactName{"as_at", PlanFact::as_at}, FactName{"address", PlanFact::address}};

std::string known_sources() {
  std::string all;
  for (const auto& name : kOwnFields) all += (all.empty() ? "" : ", ") + std::string(name.code);
  for (const auto& name : kFacts) all += ", " + std::string(name.code);
  return all;
}

// The first thing that does not fit is kept; the caller looks once, at the end.
class ProfileReader {
 public:
  Result<ColumnProfile> read(const Json& json) {
    if (!json.is_object()) return refuse(Fault::invalid_input, "a profile is a JSON object with \"columns\"");
    only(json, {"title", "delimiter", "kinds", "with_absent", "columns"});
    delimiter(json);
    kinds(json);
    profile_.with_absent = flag(json, "with_absent");
    const auto found = json.find("columns");
    if (found == json.end() || !found->is_array() || found->empty()) misfit("\"columns\" is a list of at least one column");
    else if (found->size() > kMostColumns) misfit(fmt::format("more than {} columns", kMostColumns));
    else
      for (const auto& column : *found) add_column(column);
    if (!fault_.empty()) return refuse(Fault::invalid_input, fault_);
    return std::move(profile_);
  }

 private:
  void misfit(const std::string& what) {
    if (fault_.empty()) fault_ = place_ + what;
  }

  void only(const Json& object, std::initializer_list<std::string_view> known) {
    for (const auto& [key, value] : object.items())
      if (std::find(known.begin(), known.end(), key) == known.end()) misfit(fmt::format("\"{}\" is not a member", shorten(squeeze(key), 40)));
  }

  std::optional<std::string> text(const Json& object, const char* key) {
    const auto found = object.find(key);
    if (found == object.end()) return std::nullopt;
    if (!found->is_string()) return misfit(fmt::format("\"{}\" is not a text", key)), std::nullopt;
    return found->get<std::string>();
  }
  bool flag(const Json& object, const char* key) {
    const auto found = object.find(key);
    if (found == object.end()) return false;
    if (!found->is_boolean()) return misfit(fmt::format("\"{}\" is not true or false", key)), false;
    return found->get<bool>();
  }

  void delimiter(const Json& json) {
    const auto given = text(json, "delimiter");
    if (!given) return;
    if (*given != "," && *given != ";" && *given != "\t") return misfit("\"delimiter\" is \",\", \";\" or \"\\t\"");
    profile_.delimiter = given->front();
  }

  void kinds(const Json& json) {
    const auto found = json.find("kinds");
    if (found == json.end()) return;
    if (!found->is_array()) return misfit("\"kinds\" is not a list");
    for (const auto& given : *found) {
      const auto kind = given.is_string() ? item_kind_from(given.get<std::string>()) : std::nullopt;
      if (!kind) return misfit("\"kinds\" names recommendation, action, commitment, sub-action or criterion");
      profile_.kinds.push_back(*kind);
    }
  }

  ColumnSource source(const std::string& code, const char* key) {
    if (const auto field = field_of_code(code); field && *field != Field::unit) return {field};
    for (const auto& name : kFacts)
      if (name.code == code) return {std::nullopt, name.fact};
    misfit(fmt::format("\"{}\" is \"{}\", which is none of: {}", key, shorten(squeeze(code), 40), known_sources()));
    return {};
  }

  void add_column(const Json& json) {
    place_ = fmt::format("column {}: ", profile_.columns.size() + 1);
    if (!json.is_object()) return misfit("it is not an object");
    only(json, {"name", "from", "or", "fixed", "date_format", "separator", "values", "otherwise", "empty", "at_most", "first"});
    ProfileColumn column;
    column.name = text(json, "name").value_or("");
    if (column.name.empty()) misfit("it has no \"name\"");
    else if (!names_.insert(column.name).second) misfit(fmt::format("another column is called \"{}\" too", shorten(squeeze(column.name), 40)));
    column.fixed = text(json, "fixed");
    const auto from = text(json, "from");
    if (from.has_value() == column.fixed.has_value()) misfit("it needs either \"from\" or \"fixed\"");
    if (from) column.from = source(*from, "from");
    if (const auto other = text(json, "or")) column.or_else = source(*other, "or");
    column.date_format = text(json, "date_format").value_or("");
    if (!column.date_format.empty() && !is_date_format(column.date_format)) misfit("\"date_format\" is not like dd/mm/yyyy, d mmmm yyyy or yyyy-mm-dd");
    column.separator = text(json, "separator").value_or("; ");
    column.only_first = flag(json, "first");
    column.otherwise = text(json, "otherwise");
    column.empty = text(json, "empty").value_or("");
    values(json, column);
    at_most(json, column);
    profile_.columns.push_back(std::move(column));
  }

  void values(const Json& json, ProfileColumn& column) {
    const auto found = json.find("values");
    if (found == json.end()) return;
    if (!found->is_object()) return misfit("\"values\" is not an object");
    for (const auto& [code, theirs] : found->items()) {
      if (!theirs.is_string()) return misfit(fmt::format("\"values\" gives \"{}\" no text", shorten(squeeze(code), 40)));
      column.values.emplace(code, theirs.get<std::string>());
    }
  }

  void at_most(const Json& json, ProfileColumn& column) {
    const auto found = json.find("at_most");
    if (found == json.end()) return;
    if (!found->is_number_unsigned() || *found < 2 || *found > 100'000) return misfit("\"at_most\" is a number of characters from 2 to 100000");
    column.at_most = found->get<std::size_t>();
  }

  ColumnProfile profile_;
  std::set<std::string> names_;
  std::string place_, fault_;
};

}  // namespace

Result<ColumnProfile> read_column_profile(std::string_view text) {
  if (text.size() > kLargest) return refuse(Fault::too_large, "a profile is at most 1 MB");
  const auto json = Json::parse(text, nullptr, false);
  if (json.is_discarded()) return refuse(Fault::invalid_input, "this is not JSON");
  return ProfileReader().read(json);
}

}  // namespace makegood
