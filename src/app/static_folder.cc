#include "app/static_folder.h"

#include <fstream>

#include <unistd.h>

namespace makegood::app {
namespace fs = std::filesystem;
namespace {

constexpr std::string_view kMark = ".makegood-site";  // what we may replace as a whole

tl::unexpected<Refusal> no(const std::string& what, const fs::path& where) { return refuse(Fault::unavailable, what, where.string()); }

bool is_ours_or_empty(const fs::path& folder) {
  std::error_code error;
  return !fs::exists(folder, error) || fs::exists(folder / kMark, error) || (fs::is_directory(folder, error) && fs::is_empty(folder, error));
}

fs::path neighbour(const fs::path& place, std::string_view ending) {
  auto path = place;
  path += "." + std::to_string(getpid()) + std::string(ending);
  return path;
}

bool leads_out(const fs::path& path) {
  if (path.is_absolute() || path.empty()) return true;
  for (const auto& part : path)
    if (part == "..") return true;
  return false;
}

}  // namespace

Result<StaticFolder> StaticFolder::beside(const fs::path& place) {
  std::error_code error;
  auto whole = fs::absolute(place, error).lexically_normal();
  if (!whole.has_filename()) whole = whole.parent_path();  // "OUT/" is OUT
  if (!is_ours_or_empty(whole))
    return refuse(Fault::conflict, "this folder holds something that publish did not write: name an empty or a new one", place.string());
  const auto building = neighbour(whole, ".new");
  fs::create_directories(building, error);
  if (error) return no("the folder cannot be made: " + error.message(), building);
  StaticFolder folder(whole, building);
  if (auto marked = folder.write(std::string(kMark), "Written by makegood publish, and replaced as a whole by the next one.\n"); !marked)
    return tl::unexpected(marked.error());
  return folder;
}

StaticFolder::StaticFolder(StaticFolder&& other) noexcept : place_(std::move(other.place_)), building_(std::move(other.building_)) { other.building_.clear(); }

StaticFolder::~StaticFolder() {
  std::error_code ignored;
  if (!building_.empty()) fs::remove_all(building_, ignored);
}

Result<void> StaticFolder::write(const std::string& path, std::string_view bytes) {
  if (leads_out(path)) return refuse(Fault::invalid_input, "this path leads out of the folder: " + path);
  const auto file = building_ / path;
  std::error_code error;
  fs::create_directories(file.parent_path(), error);
  std::ofstream out(file, std::ios::binary | std::ios::trunc);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.close();
  if (!out) return no("the file cannot be written", file);
  return {};
}

Result<void> StaticFolder::swap_in() {
  std::error_code error;
  const auto old = neighbour(place_, ".old");
  const bool replaces = fs::exists(place_, error);
  if (replaces) fs::rename(place_, old, error);
  if (error) return no("the old folder cannot be moved away: " + error.message(), place_);
  fs::rename(building_, place_, error);
  if (error) {
    std::error_code ignored;
    if (replaces) fs::rename(old, place_, ignored);
    return no("the new folder cannot be moved into place: " + error.message(), place_);
  }
  building_.clear();
  fs::remove_all(old, error);
  return {};
}

}  // namespace makegood::app
