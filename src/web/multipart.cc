#include "web/multipart.h"

#include <algorithm>

namespace makegood::web {

MultipartParser::MultipartParser(std::string_view boundary, PartSink& sink, MultipartLimits limits)
    : sink_(sink), limits_(limits), delimiter_("\r\n--") {
  delimiter_ += boundary;
}

Parsed<void> MultipartParser::feed(std::string_view bytes) {
  if (state_ == State::done) return {};  // what follows the closing boundary is no part
  pending_ += bytes;
  for (;;) {
    const auto stepped = step();
    if (!stepped) return tl::unexpected(stepped.error());
    if (*stepped == Step::need_more) return {};
  }
}

Parsed<void> MultipartParser::finish() const {
  if (state_ == State::done) return {};
  return reject(400, "The form's data ended too early.");
}

Parsed<MultipartParser::Step> MultipartParser::step() {
  switch (state_) {
    case State::start: return read_start();
    case State::after_boundary: return read_after_boundary();
    case State::head: return read_head();
    case State::content: return read_content();
    case State::done: break;
  }
  pending_.clear();
  return Step::need_more;
}

Parsed<MultipartParser::Step> MultipartParser::read_start() {
  const auto first = std::string_view(delimiter_).substr(2);  // no line ends before the first one
  if (!first.starts_with(std::string_view(pending_).substr(0, first.size())))
    return reject(400, "The form's data does not begin with its boundary.");
  if (pending_.size() < first.size()) return Step::need_more;
  pending_.erase(0, first.size());
  state_ = State::after_boundary;
  return Step::go_on;
}

Parsed<MultipartParser::Step> MultipartParser::read_after_boundary() {
  if (pending_.size() < 2) return Step::need_more;
  if (pending_.starts_with("--")) {
    state_ = State::done;
    return Step::go_on;
  }
  if (!pending_.starts_with("\r\n")) return reject(400, "A boundary in the form's data is malformed.");
  if (++parts_ > limits_.parts) return reject(400, "The form has too many parts.");
  pending_.erase(0, 2);
  state_ = State::head;
  return Step::go_on;
}

Parsed<MultipartParser::Step> MultipartParser::read_head() {
  const auto end = pending_.find("\r\n\r\n");
  // The last three bytes of an unfinished head may belong to the empty line that ends it.
  const auto size = end == std::string::npos ? pending_.size() - std::min<std::size_t>(3, pending_.size()) : end;
  if (size > limits_.part_header)
    return reject(400, "A part of the form has too long a header.");
  if (end == std::string::npos) return Step::need_more;
  auto head = parse_part_head(std::string_view(pending_).substr(0, end), limits_);
  if (!head) return tl::unexpected(head.error());
  pending_.erase(0, end + 4);
  if (auto begun = sink_.begin_part(std::move(*head)); !begun) return tl::unexpected(begun.error());
  state_ = State::content;
  return Step::go_on;
}

Parsed<MultipartParser::Step> MultipartParser::read_content() {
  const auto end = pending_.find(delimiter_);
  const bool found = end != std::string::npos;
  // Without a delimiter, its first bytes may be the last that have come.
  const auto ready = found ? end : pending_.size() - std::min(pending_.size(), delimiter_.size() - 1);
  if (ready > 0) {
    if (auto taken = sink_.part_bytes(std::string_view(pending_).substr(0, ready)); !taken)
      return tl::unexpected(taken.error());
  }
  pending_.erase(0, found ? end + delimiter_.size() : ready);
  if (!found) return Step::need_more;
  if (auto ended = sink_.end_part(); !ended) return tl::unexpected(ended.error());
  state_ = State::after_boundary;
  return Step::go_on;
}

}  // namespace makegood::web
