// Any bytes: refused, or entries that all lie inside them; and any text as a message pattern.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "words/message.h"
#include "words/mo_file.h"
#include "words/speech.h"

namespace {

bool inside(std::string_view whole, std::string_view part) {
  return part.data() >= whole.data() && part.data() + part.size() <= whole.data() + whole.size();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const makegood::Speech speech(makegood::Language::cy);
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (const auto entries = makegood::read_mo(bytes)) {
    for (const auto& [key, text] : *entries)
      if (!inside(bytes, key) || !inside(bytes, text) || key.empty()) std::abort();
    if (entries->size() > size / 16) std::abort();
  }
  if (const auto message = makegood::Message::compile(bytes.substr(0, 400), speech.grammar())) {
    (void)message->format({{"n", 3}}, speech.grammar());
    (void)message->argument_names();
  }
  return 0;
}
