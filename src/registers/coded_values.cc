#include "registers/coded_values.h"

namespace makegood::registers {

CodedValues::CodedValues(const Definition& definition, std::string_view field)
    : definition_(&definition), field_(definition.field(field)), says_whose_(field == definition.organisation) {}

const std::vector<std::string>& CodedValues::of(const Record& record) {
  const auto written = says_whose_ ? std::string_view(record.organisation) : answer(record.answers, field_->name);
  if (const auto known = known_.find(written); known != known_.end()) return known->second;
  std::vector<std::string> codes;
  const auto parts = field_->many ? split(written, ';') : std::vector<std::string>{std::string(written)};
  for (const auto& part : parts)
    if (const auto value = trim(part); !value.empty()) codes.push_back(says_whose_ ? std::string(value) : coded(*definition_, *field_, value));
  if (codes.empty()) codes.emplace_back();
  return known_.emplace(std::string(written), std::move(codes)).first->second;
}

std::vector<CodedValues> coded_values(const Definition& definition, const std::vector<std::string>& fields) {
  std::vector<CodedValues> values;
  for (const auto& field : fields) values.emplace_back(definition, field);
  return values;
}

namespace {

void combine(std::vector<CodedValues>& by, const Record& record, std::vector<std::string>& chosen, const std::function<void(const std::vector<std::string>&)>& take) {
  if (chosen.size() == by.size()) return take(chosen);
  for (const auto& value : by[chosen.size()].of(record)) {
    chosen.push_back(value);
    combine(by, record, chosen, take);
    chosen.pop_back();
  }
}

}  // namespace

void each_combination(std::vector<CodedValues>& by, const Record& record, const std::function<void(const std::vector<std::string>&)>& take) {
  std::vector<std::string> chosen;
  combine(by, record, chosen, take);
}

}  // namespace makegood::registers
