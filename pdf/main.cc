// SPDX-License-Identifier: GPL-3.0-or-later
// makegood-pdf: a PDF on standard input, its words and lines as JSON on standard output.
// Exit status: 0 read, 2 refused with one line on standard error.

#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <exception>
#include <new>
#include <string>

#include "contents.h"
#include "json.h"
#include "sandbox.h"

namespace {

using namespace makegood_pdf;

constexpr std::size_t kLargestFile = 64U << 20U;

struct TooMuch : std::exception {};

int refuse(const char* why) {
  std::fprintf(stderr, "%s\n", why);
  return 2;
}

bool read_all(std::string& bytes) {
  char buffer[65536];
  for (;;) {
    const auto n = read(STDIN_FILENO, buffer, sizeof buffer);
    if (n == 0) return true;
    if (n < 0 && errno == EINTR) continue;
    if (n < 0 || bytes.size() + static_cast<std::size_t>(n) > kLargestFile) return false;
    bytes.append(buffer, static_cast<std::size_t>(n));
  }
}

// Counts what goes out: a small file can unfold to any length.
class Output {
 public:
  void write(const std::string& piece) {
    sum_ += piece.size();
    if (sum_ > kOutput) throw TooMuch();
    std::fwrite(piece.data(), 1, piece.size(), stdout);
  }
  [[nodiscard]] bool finish() { return std::fflush(stdout) == 0 && std::ferror(stdout) == 0; }

 private:
  std::size_t sum_ = 0;
};

int convert(const std::string& bytes) {
  Output output;
  output.write(json_start());
  bool first = true;
  const auto outcome = read_contents(bytes, [&](const Page& page) {
    output.write(json_page(page, first));
    first = false;
  });
  if (!outcome.refusal.empty()) return refuse(outcome.refusal.c_str());
  output.write(json_end(outcome.contents));
  return output.finish() ? 0 : refuse("the output could not be written");
}

}  // namespace

int main(int argc, char**) {
  if (argc > 1) return refuse("usage: makegood-pdf < FILE.pdf > FILE.json");
  if (!shut_in()) return refuse("this system does not let the PDF reader be shut in, so it reads nothing");
  try {
    std::string bytes;
    if (!read_all(bytes)) return refuse("this PDF is larger than 64 MB");
    return convert(bytes);
  } catch (const TooMuch&) {
    return refuse("this PDF unfolds to more text and lines than can be read");
  } catch (const std::bad_alloc&) {
    return refuse("this PDF needs more memory than it may have");
  } catch (const std::exception&) {
    return refuse("this PDF is damaged");
  }
}
