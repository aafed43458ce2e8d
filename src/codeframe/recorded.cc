#include "codeframe/recorded.h"

#include "codeframe/frame.h"

namespace makegood {
namespace {

bool is_of_ethnicity(std::string_view frame) { return frame.starts_with("ethnicity-"); }

CodedEthnicity in_frame(const CodeFrame& frame, std::string_view raw) {
  const auto shown = "\"" + shorten(squeeze(valid_utf8(raw)), 60) + "\"";
  if (const auto* code = frame.read(raw)) {
    const auto top = frame.top(code->code);
    return {.code = code->code, .group = std::string(top), .reason = shown + " of " + frame.name(), .recognised = true};
  }
  auto unknown = *code_ethnicity("", raw);
  if (!unknown.unknown_kind.empty()) return unknown;
  return {.reason = shown + " is not recognised"};
}

}  // namespace

Result<void> check_frame(std::string_view frame) {
  if (is_of_ethnicity(frame)) {
    const auto tried = code_ethnicity("", "", frame);
    return tried ? Result<void>() : tl::unexpected(tried.error());
  }
  if (code_frame(frame)) return {};
  return refuse(Fault::invalid_input, "there is no code frame \"" + std::string(frame) + "\"");
}

Result<CodedEthnicity> code_recorded(std::string_view scheme, std::string_view raw, std::string_view frame) {
  if (is_of_ethnicity(frame)) return code_ethnicity(scheme, raw, frame);
  if (auto known = check_frame(frame); !known) return tl::unexpected(known.error());
  if (!scheme.empty())
    return refuse(Fault::invalid_input, "the schemes are of ethnicity; leave the scheme empty for another frame");
  return in_frame(*code_frame(frame), raw);
}

}  // namespace makegood
