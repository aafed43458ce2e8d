#pragma once
// A folder that is written whole: beside its place first, then swapped in. Whoever reads meanwhile sees the old
// folder or the new one.

#include <filesystem>
#include <string>
#include <string_view>

#include "base/base.h"

namespace makegood::app {

class StaticFolder {
 public:
  /// Refuses: a folder that is there and was not made by us (it has no mark) and is not empty -> conflict; no right to
  /// write -> unavailable.
  [[nodiscard]] static Result<StaticFolder> beside(const std::filesystem::path& place);
  StaticFolder(StaticFolder&& other) noexcept;
  StaticFolder& operator=(StaticFolder&&) = delete;
  ~StaticFolder();  ///< what was not swapped in is removed

  /// `path` is relative, with "/" between. Refuses: one that leads out of the folder -> invalid_input; a full disk -> unavailable.
  [[nodiscard]] Result<void> write(const std::string& path, std::string_view bytes);
  [[nodiscard]] Result<void> swap_in();

 private:
  StaticFolder(std::filesystem::path place, std::filesystem::path building) : place_(std::move(place)), building_(std::move(building)) {}
  std::filesystem::path place_, building_;
};

}  // namespace makegood::app
