#include "formats/write_docx_package.h"

#include <zip.h>

#include <memory>
#include <stdexcept>

namespace makegood::formats {
namespace {

constexpr zip_uint16_t kFirstTime = 0;
constexpr zip_uint16_t kFirstDay = (0U << 9U) | (1U << 5U) | 1U;  // years since 1980, month, day

[[noreturn]] void fail() { throw std::runtime_error("A package could not be put together."); }

using Source = std::unique_ptr<zip_source_t, decltype(&zip_source_free)>;

void add_part(zip_t* archive, const std::string& name, const std::string& text) {
  auto* const source = zip_source_buffer(archive, text.data(), text.size(), 0);
  if (source == nullptr) fail();
  const auto index = zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8);
  if (index < 0) {
    zip_source_free(source);
    fail();
  }
  const auto entry = static_cast<zip_uint64_t>(index);
  if (zip_file_set_dostime(archive, entry, kFirstTime, kFirstDay, 0) != 0) fail();
}

std::string bytes_of(zip_source_t* source) {
  if (zip_source_open(source) != 0 || zip_source_seek(source, 0, SEEK_END) != 0) fail();
  const auto size = zip_source_tell(source);
  if (size < 0 || zip_source_seek(source, 0, SEEK_SET) != 0) fail();
  std::string bytes(static_cast<std::size_t>(size), '\0');
  if (zip_source_read(source, bytes.data(), bytes.size()) != size) fail();
  zip_source_close(source);
  return bytes;
}

}  // namespace

std::string package_of(const PackageParts& parts) {
  zip_error_t error;
  zip_error_init(&error);
  const Source target(zip_source_buffer_create(nullptr, 0, 0, &error), zip_source_free);
  if (!target) fail();
  zip_source_keep(target.get());  // opening takes one hold of it, reading it back needs another
  std::unique_ptr<zip_t, decltype(&zip_discard)> archive(
      zip_open_from_source(target.get(), ZIP_CREATE | ZIP_TRUNCATE, &error), zip_discard);
  zip_error_fini(&error);
  if (!archive) {
    zip_source_free(target.get());
    fail();
  }
  for (const auto& [name, text] : parts) add_part(archive.get(), name, text);
  if (zip_close(archive.get()) != 0) fail();
  (void)archive.release();
  return bytes_of(target.get());
}

}  // namespace makegood::formats
