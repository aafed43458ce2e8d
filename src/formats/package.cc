#include "formats/package.h"

#include <zip.h>

#include <array>

namespace makegood::formats {
namespace {

constexpr zip_int64_t kMaxEntries = 10'000;
constexpr std::size_t kAlwaysFine = 4U << 20U;  // bytes that any part may unpack to
constexpr std::size_t kStreamed = 8;            // times the text that is kept: mark-up, empty cells
constexpr std::size_t kMaxRatio = 300;          // repeated table rows come to about 100

constexpr const char* kDamaged = "The file is damaged or was cut short; send it again, or save it anew and send that.";
constexpr const char* kLocked = "The document is password-protected; remove the password and send it again.";
constexpr const char* kBomb = "The file unpacks to far more than a document holds and was not read.";

}  // namespace

void Package::Close::operator()(zip* archive) const { zip_discard(archive); }

Result<Package> Package::open(std::string_view bytes, const ReadOptions& options) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  if (source == nullptr) return refuse(Fault::unreadable, kDamaged);
  Package package;
  package.archive_.reset(zip_open_from_source(source, ZIP_RDONLY, &error));
  zip_error_fini(&error);
  if (!package.archive_) {
    zip_source_free(source);
    return refuse(Fault::unreadable, kDamaged);
  }
  if (zip_get_num_entries(package.archive_.get(), 0) > kMaxEntries) return refuse(Fault::too_large, kBomb);
  package.left_ = options.max_text;
  package.left_to_stream_ = options.max_text * kStreamed;
  return package;
}

bool Package::has(const std::string& name) const {
  return zip_name_locate(archive_.get(), name.c_str(), ZIP_FL_NOCASE) >= 0;
}

Result<bool> Package::unpack(const std::string& name, std::size_t& left, const Take& take) {
  const auto index = zip_name_locate(archive_.get(), name.c_str(), ZIP_FL_NOCASE);
  if (index < 0) return true;
  const auto entry = static_cast<zip_uint64_t>(index);
  zip_stat_t stat;
  if (zip_stat_index(archive_.get(), entry, 0, &stat) != 0) return refuse(Fault::unreadable, kDamaged);
  if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE)
    return refuse(Fault::unreadable, kLocked);
  const auto packed = (stat.valid & ZIP_STAT_COMP_SIZE) != 0 ? static_cast<std::size_t>(stat.comp_size) : 0;
  const std::unique_ptr<zip_file_t, decltype(&zip_fclose)> file(zip_fopen_index(archive_.get(), entry, 0), zip_fclose);
  if (!file) return refuse(Fault::unreadable, kDamaged);
  std::size_t size = 0;
  std::array<char, 1U << 16U> buffer{};
  for (;;) {
    const auto got = zip_fread(file.get(), buffer.data(), buffer.size());
    if (got < 0) return refuse(Fault::unreadable, kDamaged);
    if (got == 0) break;
    size += static_cast<std::size_t>(got);
    const bool out_of_proportion = size > kAlwaysFine && size / kMaxRatio > packed;
    if (size > left || out_of_proportion) return refuse(Fault::too_large, kBomb);
    if (auto taken = take({buffer.data(), static_cast<std::size_t>(got)}); !taken) return taken;
  }
  left -= size;
  return true;
}

Result<std::string> Package::part(const std::string& name) {
  std::string out;
  const auto keep = [&out](std::string_view piece) {
    out += piece;
    return Result<bool>(true);
  };
  if (auto unpacked = unpack(name, left_, keep); !unpacked) return tl::unexpected(unpacked.error());
  return out;
}

Result<bool> Package::stream(const std::string& name, const Take& take) { return unpack(name, left_to_stream_, take); }

}  // namespace makegood::formats
