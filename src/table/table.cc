#include "table/table.h"

#include <fmt/format.h>

namespace makegood {

std::string_view letter(ValueStatus status) {
  switch (status) {
    case ValueStatus::ok: return "";
    case ValueStatus::confidential: return "c";
    case ValueStatus::not_available: return "x";
    case ValueStatus::not_applicable: return "z";
    case ValueStatus::low_reliability: return "u";
    case ValueStatus::provisional: return "p";
    case ValueStatus::revised: return "r";
  }
  return "";
}

Result<void> CountTable::check(const std::vector<std::string>& codes) const {
  if (codes.size() == dimensions_.size()) return {};
  return refuse(Fault::invalid_input,
                fmt::format("a row of {} codes does not fit a table of {} dimensions", codes.size(), dimensions_.size()));
}

Result<void> CountTable::add(std::vector<std::string> codes, std::int64_t value) {
  if (auto fits = check(codes); !fits) return fits;
  if (value < 0) return refuse(Fault::invalid_input, fmt::format("a count cannot be {}", value));
  rows_.push_back({std::move(codes), value, ValueStatus::ok});
  return {};
}

Result<void> CountTable::add_missing(std::vector<std::string> codes, ValueStatus why) {
  if (auto fits = check(codes); !fits) return fits;
  if (why == ValueStatus::ok) return refuse(Fault::invalid_input, "a missing value needs a reason");
  rows_.push_back({std::move(codes), std::nullopt, why});
  return {};
}

ProtectedTable not_about_people(CountTable table) { return ProtectedTable(std::move(table)); }

}  // namespace makegood
