#include "words/mo_file.h"

#include <cstdint>
#include <optional>

namespace makegood {
namespace {

constexpr std::uint32_t kMagic = 0x950412de;

class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {}

  void set_big_endian() { big_endian_ = true; }

  [[nodiscard]] std::optional<std::uint32_t> number(std::size_t at) const {
    if (bytes_.size() < 4 || at > bytes_.size() - 4) return std::nullopt;
    std::uint32_t n = 0;
    for (std::size_t i = 0; i < 4; ++i) {
      const auto byte = static_cast<unsigned char>(bytes_[at + (big_endian_ ? i : 3 - i)]);
      n = n << 8U | byte;
    }
    return n;
  }

  // The string whose length and offset stand at `at`; the file ends each with a NUL.
  [[nodiscard]] std::optional<std::string_view> string(std::size_t at) const {
    const auto length = number(at);
    const auto offset = number(at + 4);
    if (!length || !offset || *offset > bytes_.size() || *length >= bytes_.size() - *offset) return std::nullopt;
    if (bytes_[std::size_t{*offset} + *length] != '\0') return std::nullopt;
    return bytes_.substr(*offset, *length);
  }

 private:
  std::string_view bytes_;
  bool big_endian_ = false;
};

auto broken(const char* why) { return refuse(Fault::unreadable, std::string("This catalogue cannot be read: ") + why); }

}  // namespace

Result<std::vector<MoEntry>> read_mo(std::string_view bytes) {
  Reader reader(bytes);
  if (reader.number(0) != kMagic) reader.set_big_endian();
  if (reader.number(0) != kMagic) return broken("it is not a .mo file");
  const auto revision = reader.number(4), count = reader.number(8), keys = reader.number(12), texts = reader.number(16);
  if (!revision || !count || !keys || !texts) return broken("its header is cut short");
  if (*revision >> 16U != 0) return broken("it is of a later version");
  if (*count > bytes.size() / 16) return broken("it counts more entries than it can hold");
  std::vector<MoEntry> entries;
  entries.reserve(*count);
  for (std::size_t i = 0; i < *count; ++i) {
    const auto key = reader.string(*keys + 8 * i);
    const auto text = reader.string(*texts + 8 * i);
    if (!key || !text) return broken("an entry lies outside the file");
    if (!key->empty()) entries.push_back({*key, *text});
  }
  return entries;
}

}  // namespace makegood
