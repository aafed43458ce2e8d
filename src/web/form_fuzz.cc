// Fields that are read are clean, and written again they read the same.
#include "base/text.h"
#include "web/form.h"
#include "web/fuzz_claim.h"
#include "web/target.h"

using namespace makegood;
using namespace makegood::web;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto fields = parse_form(as_text(data, size));
  if (!fields) return claim(fields.error().status == 400, "a broken form is the sender's fault"), 0;
  claim(fields->size() <= kMaxFormFields, "fields are counted");
  std::string again;
  for (const auto& field : *fields) {
    claim(is_valid_utf8(field.name) && is_valid_utf8(field.value), "fields are UTF-8");
    claim((field.name + field.value).find('\0') == std::string::npos, "fields hold no NUL");
    again += percent_encode(field.name) + "=" + percent_encode(field.value) + "&";
  }
  claim(parse_form(again) == fields, "what is written reads the same");
  return 0;
}
