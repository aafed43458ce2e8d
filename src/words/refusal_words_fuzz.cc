// Any text as a refusal: said as it is, or in Welsh with what stood in its places. A file with a line break is a
// catalogue of one sentence and what is said: refused, or the sentence is found again by itself.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "words/refusal_words.h"

using namespace makegood;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto said = said_in(Language::cy, bytes);
  if (said.language != Language::cy && said.text != bytes) std::abort();
  if (said.text.size() > 4 * bytes.size() + 1000) std::abort();
  // What is quoted is nobody's but the writer's.
  const auto quoted = "no date can be read from \"" + std::string(bytes) + "\"";
  const auto in_welsh = said_in(Language::cy, quoted);
  if (quoted.size() <= kLongestSentence && (in_welsh.language != Language::cy || in_welsh.text.find(bytes) == std::string::npos)) std::abort();

  const auto line = bytes.find('\n');
  if (line == std::string_view::npos) return 0;
  const auto key = bytes.substr(0, line), text = bytes.substr(line + 1);
  const auto one = Sentences::from({{key, text}});
  if (!one) return 0;
  (void)one->say(text);
  const bool plain = key.find('{') == std::string_view::npos && text.find('{') == std::string_view::npos;
  if (plain && key.size() <= kLongestSentence && one->say(key) != (key.empty() ? std::string_view{} : text)) std::abort();
  return 0;
}
