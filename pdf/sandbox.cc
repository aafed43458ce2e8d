// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox.h"

#include <seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>

#include <array>
#include <cerrno>
#include <memory>

namespace makegood_pdf {
namespace {

bool limit(__rlimit_resource resource, unsigned long value) {
  const rlimit bounds{value, value};
  return setrlimit(resource, &bounds) == 0;
}

bool set_limits() {
  return limit(RLIMIT_CPU, kSeconds) && limit(RLIMIT_AS, kMemory) && limit(RLIMIT_FSIZE, kOutput) &&
         limit(RLIMIT_CORE, 0) && limit(RLIMIT_NOFILE, 16);
}

// What reading standard input, memory and writing standard output need. Everything else fails
// with EPERM, so that a library which merely tries is not killed for it. No file is opened, not
// even for reading: what a broken reader saw would come out as the text of somebody's plan.
constexpr std::array kAllowed = {
    SCMP_SYS(read),          SCMP_SYS(write),          SCMP_SYS(writev),       SCMP_SYS(close),
    SCMP_SYS(lseek),         SCMP_SYS(fstat),          SCMP_SYS(newfstatat),   SCMP_SYS(pread64),
    SCMP_SYS(brk),           SCMP_SYS(mmap),           SCMP_SYS(munmap),       SCMP_SYS(mremap),
    SCMP_SYS(madvise),       SCMP_SYS(mprotect),       SCMP_SYS(futex),        SCMP_SYS(getrandom),
    SCMP_SYS(clock_gettime), SCMP_SYS(gettimeofday),   SCMP_SYS(time),         SCMP_SYS(getpid),
    SCMP_SYS(gettid),        SCMP_SYS(tgkill),         SCMP_SYS(rt_sigaction), SCMP_SYS(rt_sigprocmask),
    SCMP_SYS(rt_sigreturn),  SCMP_SYS(sigaltstack),    SCMP_SYS(sched_yield),  SCMP_SYS(exit),
    SCMP_SYS(exit_group),    SCMP_SYS(restart_syscall)};

bool set_filter() {
  const std::unique_ptr<void, void (*)(scmp_filter_ctx)> filter(seccomp_init(SCMP_ACT_ERRNO(EPERM)), seccomp_release);
  if (!filter) return false;
  for (const int call : kAllowed)
    if (seccomp_rule_add(filter.get(), SCMP_ACT_ALLOW, call, 0) != 0) return false;
  return seccomp_load(filter.get()) == 0;
}

}  // namespace

bool shut_in() {
  return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0 && set_limits() &&
         set_filter();
}

}  // namespace makegood_pdf
