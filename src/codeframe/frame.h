#pragma once
// A code frame: codes, their labels, what each belongs to, and from when until when it held.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/base.h"

namespace makegood {

struct Code {
  std::string code;
  std::string label;
  std::string parent;                   ///< empty at the top
  std::optional<Day> start, end;        ///< both days included
  std::vector<std::string> successors;  ///< what took over when it ended
  std::vector<std::string> also;        ///< other ways in which it is written
  std::string note;
};

class CodeFrame {
 public:
  CodeFrame(std::string name, std::vector<Code> codes) : name_(std::move(name)), codes_(std::move(codes)) {}

  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] const std::vector<Code>& codes() const { return codes_; }
  [[nodiscard]] const Code* find(std::string_view code) const;
  /// The topmost ancestor; the code itself where it has none. Empty for a code that is not in the frame.
  [[nodiscard]] std::string_view top(std::string_view code) const;
  /// By code, label or another spelling; case and punctuation do not matter. Where codes share the words and one took
  /// over the whole of the others ("Sheffield" was given another code in 2025), it is that one. Else empty ("Dorset" was
  /// a county that two unitary authorities followed, and is one of them): pass the day, which decides.
  [[nodiscard]] const Code* read(std::string_view raw, std::optional<Day> on = {}) const;
  /// The codes that stand for `code` on that day: itself while it holds, else its successors, and theirs.
  /// Edge: empty for an unknown code, and for a day before it began: a merged area cannot be divided again.
  [[nodiscard]] std::vector<std::string> on_day(std::string_view code, Day day) const;

 private:
  [[nodiscard]] bool became(const Code& code, const Code& other) const;
  std::string name_;
  std::vector<Code> codes_;
};

/// Null for a name that the catalogue does not have.
[[nodiscard]] const CodeFrame* code_frame(std::string_view name);
[[nodiscard]] std::vector<std::string_view> code_frame_names();

}  // namespace makegood
