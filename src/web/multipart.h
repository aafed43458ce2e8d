#pragma once
// multipart/form-data (RFC 7578), read as it arrives. The same parts come out however the bytes
// are cut into pieces.
//
// Strict where programs disagree: a body begins with its boundary; a boundary line ends with
// CR LF or "--"; no `filename*`, no repeated parameter, no nested parts, no transfer encoding,
// and `_charset_` is a field like any other. In quoted names %22, %0D and %0A and \" are what
// browsers write for a quote and line ends; any other backslash is a backslash.

#include <cstddef>
#include <string>
#include <string_view>

#include "web/rejection.h"

namespace makegood::web {

struct MultipartLimits {
  std::size_t parts = 1000;
  std::size_t part_header = 4 * 1024;
  std::size_t name = 200;  ///< bytes of a field's or a file's name
};

struct PartHead {
  std::string name;
  bool is_file = false;   ///< has a file name, perhaps an empty one (no file chosen)
  std::string file_name;  ///< without folders and control characters
  std::string content_type;
};

class PartSink {
 public:
  virtual ~PartSink() = default;
  [[nodiscard]] virtual Parsed<void> begin_part(PartHead head) = 0;
  [[nodiscard]] virtual Parsed<void> part_bytes(std::string_view bytes) = 0;
  [[nodiscard]] virtual Parsed<void> end_part() = 0;
};

class MultipartParser {
 public:
  /// `sink` must outlive the parser. `boundary` as `boundary_of` gives it.
  MultipartParser(std::string_view boundary, PartSink& sink, MultipartLimits limits = {});

  /// After a refusal (400, or what the sink answered) nothing more may be fed.
  [[nodiscard]] Parsed<void> feed(std::string_view bytes);
  /// Refuses a body that ended before its closing boundary.
  [[nodiscard]] Parsed<void> finish() const;

 private:
  enum class State { start, after_boundary, head, content, done };
  enum class Step { go_on, need_more };

  [[nodiscard]] Parsed<Step> step();
  [[nodiscard]] Parsed<Step> read_start();
  [[nodiscard]] Parsed<Step> read_after_boundary();
  [[nodiscard]] Parsed<Step> read_head();
  [[nodiscard]] Parsed<Step> read_content();

  PartSink& sink_;
  MultipartLimits limits_;
  std::string delimiter_;  ///< CR LF "--" boundary
  std::string pending_;
  State state_ = State::start;
  std::size_t parts_ = 0;
};

/// The boundary of a Content-Type: 1 to 70 characters of RFC 2046; refuses (400) all else.
[[nodiscard]] Parsed<std::string> boundary_of(std::string_view content_type);

/// The lines above one part's content, without the empty line.
[[nodiscard]] Parsed<PartHead> parse_part_head(std::string_view lines, const MultipartLimits& limits);

}  // namespace makegood::web
