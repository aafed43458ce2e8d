#pragma once
// Zip packages in memory, read with suspicion: entries, proportion and total size are capped
// while a part is being unpacked, whatever the package says about itself.

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "formats/formats.h"

struct zip;

namespace makegood::formats {

/// The custom property of Office and OpenDocument files that holds Document::profile.
inline constexpr const char* kProfileProperty = "makegood-profile";

class Package {
 public:
  /// Refuses: damaged, cut short, locked, more than 10,000 entries.
  [[nodiscard]] static Result<Package> open(std::string_view bytes, const ReadOptions&);

  [[nodiscard]] bool has(const std::string& name) const;
  /// One part unpacked; empty where there is none. Refuses what grows beyond the limits.
  [[nodiscard]] Result<std::string> part(const std::string& name);
  /// The same in pieces, for parts that are not kept whole; they may be eight times as large.
  /// Nothing comes where there is no such part. Stops at the first refusal of `take`.
  using Take = std::function<Result<bool>(std::string_view)>;
  [[nodiscard]] Result<bool> stream(const std::string& name, const Take& take);

 private:
  [[nodiscard]] Result<bool> unpack(const std::string& name, std::size_t& left, const Take& take);

  struct Close {
    void operator()(zip* archive) const;
  };
  std::unique_ptr<zip, Close> archive_;
  std::size_t left_ = 0;           // bytes that may still be unpacked
  std::size_t left_to_stream_ = 0;
};

}  // namespace makegood::formats
