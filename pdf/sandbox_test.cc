// SPDX-License-Identifier: GPL-3.0-or-later
// Once shut in, nothing can be written, reached or started, and memory ends. A program of its own,
// because there is no way back out.

#include "sandbox.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdio>

namespace {

int failures = 0;

void check(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "does not hold: %s\n", what);
  ++failures;
}

bool maps(std::size_t bytes) {
  void* const at = mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (at == MAP_FAILED) return false;
  munmap(at, bytes);
  return true;
}

}  // namespace

int main(int, char** argv) {
  using namespace makegood_pdf;
  check(socket(AF_INET, SOCK_STREAM, 0) >= 0, "before it is shut in, it has sockets");
  check(maps(kMemory + (64UL << 20U)), "before it is shut in, it has memory");
  if (!shut_in()) return std::fprintf(stderr, "this system does not shut programs in\n"), 1;
  check(open("/dev/null", O_WRONLY) < 0, "no file is opened for writing");
  check(open("/dev/null", O_RDWR) < 0, "no file is opened for reading and writing");
  check(open("/tmp/makegood-pdf-sandbox-test", O_RDONLY | O_CREAT, 0600) < 0, "no file is made");
  check(open("/tmp", O_RDWR | O_TMPFILE, 0600) < 0, "no unnamed file is made");
  check(mkdir("/tmp/makegood-pdf-sandbox-test", 0700) < 0, "no folder is made");
  check(chmod(argv[0], 0755) < 0, "nothing is changed");
  check(socket(AF_INET, SOCK_STREAM, 0) < 0, "no socket to the network");
  check(socket(AF_UNIX, SOCK_STREAM, 0) < 0, "no socket to this machine");
  check(fork() < 0, "no process is started");
  char* const none[] = {nullptr};
  check(execve(argv[0], none, none) < 0, "no program is started");
  check(!maps(kMemory + (64UL << 20U)), "memory ends");
  check(open("/proc/self/exe", O_RDONLY) < 0, "no file is opened for reading");
  return failures == 0 ? 0 : 1;
}
