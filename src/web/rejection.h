#pragma once
// What a request is turned away with before any handler sees it: an HTTP status and one
// sentence. The sentence is for the page and the log; it never repeats what was sent.

#include <string>
#include <tl/expected.hpp>
#include <utility>

namespace makegood::web {

struct Rejection {
  int status = 400;
  std::string sentence;
  bool operator==(const Rejection&) const = default;
};

template <class T>
using Parsed = tl::expected<T, Rejection>;

[[nodiscard]] inline tl::unexpected<Rejection> reject(int status, std::string sentence) {
  return tl::unexpected<Rejection>(Rejection{status, std::move(sentence)});
}

}  // namespace makegood::web
