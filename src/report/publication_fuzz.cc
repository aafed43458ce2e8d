// Whatever is read as an edition, a pack, a hold, an objective or a summary is written and read again as it was.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "report/meeting_pack.h"
#include "report/publication_json.h"

using namespace makegood;

namespace {

template <class Noun>
void must_come_back(std::string_view text, Result<Noun> (*read)(std::string_view), std::string (*write)(const Noun&)) {
  const auto noun = read(text);
  if (!noun) return;
  const auto written = write(*noun);
  const auto again = read(written);
  if (!again || write(*again) != written) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  must_come_back(text, read_edition, write_edition);
  must_come_back(text, read_frozen_pack, write_frozen_pack);
  must_come_back(text, read_publication_hold, write_publication_hold);
  must_come_back(text, read_objective, write_objective);
  must_come_back(text, read_summary, write_summary);
  return 0;
}
