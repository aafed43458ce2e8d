#pragma once
// The document behind an import, read again from the bytes that are kept: to be shown beside what was
// made of it, and to be read in another way.

#include <cstddef>
#include <list>
#include <memory>
#include <mutex>
#include <string>

#include "document/document.h"
#include "extract/extract.h"
#include "tasks/imports.h"

namespace makegood::tasks {

struct Workspace;

struct Source {
  Document document;
  PlanReading reading;  ///< as it is read with what people said about it; its plan has no step by hand
};

/// The sources that were looked at last, so that turning a page does not read a PDF again. Bounded by
/// number and by the size of the files; safe from any thread.
class KeptSources {
 public:
  static constexpr std::size_t kMost = 8;
  static constexpr std::size_t kMostBytes = 32U << 20U;

  [[nodiscard]] std::shared_ptr<const Source> find(const std::string& key);
  void keep(const std::string& key, std::shared_ptr<const Source> source, std::size_t bytes);
  [[nodiscard]] std::size_t count() const;

 private:
  struct Kept {
    std::string key;
    std::shared_ptr<const Source> source;
    std::size_t bytes = 0;
  };
  mutable std::mutex mutex_;
  std::list<Kept> kept_;  // the latest first
  std::size_t bytes_ = 0;
};

/// As it is read with `given`. Refuses: the bytes were erased -> not_found; and as read_plan_document.
[[nodiscard]] Result<std::shared_ptr<const Source>> read_source(const Workspace& workspace, const Import& import, const GivenReading& given);
/// As it is read now.
[[nodiscard]] Result<std::shared_ptr<const Source>> source_of(const Workspace& workspace, const Import& import);

}  // namespace makegood::tasks
