#pragma once
// How records count: by the codes of their answers. "unmapped" is an answer that no code is for; an empty text
// is no answer at all ("not stated"). The two are told apart everywhere.

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "registers/record.h"

namespace makegood::registers {

/// The values of one field. What a value is coded as is worked out once for each that is met.
class CodedValues {
 public:
  /// `definition` must outlive it and have the field.
  CodedValues(const Definition& definition, std::string_view field);
  /// One text a code (several where the field takes several); one empty text where nothing is answered. The field that
  /// says whose record it is counts by the organisation's id.
  [[nodiscard]] const std::vector<std::string>& of(const Record& record);
  [[nodiscard]] const RegisterField& field() const { return *field_; }

 private:
  const Definition* definition_;
  const RegisterField* field_;
  bool says_whose_;
  std::map<std::string, std::vector<std::string>, std::less<>> known_;
};

[[nodiscard]] std::vector<CodedValues> coded_values(const Definition& definition, const std::vector<std::string>& fields);

/// Every combination of the fields' values that the record has: one, unless a field takes several.
void each_combination(std::vector<CodedValues>& by, const Record& record, const std::function<void(const std::vector<std::string>&)>& take);

}  // namespace makegood::registers
