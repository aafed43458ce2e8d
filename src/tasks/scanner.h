#pragma once
// The door to whatever looks for viruses in files that people send.

#include <string>
#include <string_view>

#include "base/base.h"

namespace makegood::tasks {

struct Verdict {
  bool clean = false;
  std::string said;  ///< what was found, in the scanner's words: "Eicar-Test-Signature"
};

/// May be called from several threads.
class Scanner {
 public:
  Scanner() = default;
  Scanner(const Scanner&) = delete;
  Scanner& operator=(const Scanner&) = delete;
  virtual ~Scanner() = default;

  /// Refuses: it cannot be reached, or gave no verdict -> unavailable: ask again later.
  [[nodiscard]] virtual Result<Verdict> scan(std::string_view bytes) = 0;
};

}  // namespace makegood::tasks
