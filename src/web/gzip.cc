#include "web/gzip.h"

#include <fmt/format.h>
#include <zlib.h>

#include <functional>
#include <new>
#include <stdexcept>

namespace makegood::web {
namespace {

constexpr int kGzipFormat = 15 + 16;  // the largest window, and 16 for a gzip header

struct Deflater {
  z_stream stream{};
  explicit Deflater(int level) {
    if (deflateInit2(&stream, level, Z_DEFLATED, kGzipFormat, 8, Z_DEFAULT_STRATEGY) != Z_OK) throw std::bad_alloc();
  }
  ~Deflater() { deflateEnd(&stream); }
  Deflater(const Deflater&) = delete;
  Deflater& operator=(const Deflater&) = delete;
};

}  // namespace

std::string gzip(std::string_view bytes, int level) {
  if (bytes.size() > (1U << 30)) throw std::length_error("too long to compress in one piece");
  Deflater deflater(level);
  auto& stream = deflater.stream;
  std::string out(deflateBound(&stream, static_cast<uLong>(bytes.size())), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  if (deflate(&stream, Z_FINISH) != Z_STREAM_END) throw std::runtime_error("deflate stopped before its end");
  out.resize(stream.total_out);
  return out;
}

std::string etag_of(std::string_view bytes) {
  return fmt::format("\"{:016x}-{:x}\"", std::hash<std::string_view>{}(bytes), bytes.size());
}

}  // namespace makegood::web
