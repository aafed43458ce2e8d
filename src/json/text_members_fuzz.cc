// Any bytes: what is read without a tree is what is read with one, and nothing else is.

#include "json/text_members.h"

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "json/json.h"

using namespace makegood;

namespace {

void claim(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "claim failed: %s\n", what);
  std::abort();
}

bool is_object_of_texts(const Json& json) {
  if (!json.is_object()) return false;
  for (const auto& value : json)
    if (!value.is_string()) return false;
  return true;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto members = read_text_members(text);
  const auto tree = parse_json(text);
  if (members) claim(tree && is_object_of_texts(*tree) && tree->get<TextMembers>() == *members, "members are those of the tree");
  // In a tree a name that is said twice may hide the member that is no text; written out once more it has none.
  else if (tree && is_object_of_texts(*tree)) claim(read_text_members(tree->dump()).has_value(), "an object of texts is read");
  return 0;
}
