#include "sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <malloc.h>
#include <seccomp.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

static int limit(int resource, unsigned long value) {
    struct rlimit both = {.rlim_cur = value, .rlim_max = value};
    return setrlimit(resource, &both) == 0 ? 0 : errno;
}

int cunix_confine(const struct cunix_limits *limits) {
    // Buffers of a frame come and go; giving their pages back each time costs more than decoding raw pixels.
    mallopt(M_MMAP_THRESHOLD, 32 << 20);
    mallopt(M_TRIM_THRESHOLD, 32 << 20);
    if (prctl(PR_SET_PDEATHSIG, SIGKILL) != 0) return errno;
    // ENOSYS: kernels before 5.9; descriptors of ours are close-on-exec anyway.
    if (close_range(STDERR_FILENO + 1, ~0U, 0) != 0 && errno != ENOSYS) return errno;
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return errno;
    if (prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0) return errno;
    int code = limit(RLIMIT_CORE, 0);
    if (code == 0) code = limit(RLIMIT_NPROC, 0);
    if (code == 0) code = limit(RLIMIT_NOFILE, limits->open_files);
    if (code == 0) code = limit(RLIMIT_AS, limits->address_space);
    return code;
}

/* Calls that compute, move bytes between descriptors that are open already, and end. */
static const int allowed[] = {
    SCMP_SYS(read), SCMP_SYS(pread64), SCMP_SYS(write), SCMP_SYS(pwrite64), SCMP_SYS(lseek),
    SCMP_SYS(fstat), SCMP_SYS(close), SCMP_SYS(recvmsg), SCMP_SYS(sendmsg), SCMP_SYS(munmap),
    SCMP_SYS(mremap), SCMP_SYS(madvise), SCMP_SYS(brk), SCMP_SYS(futex), SCMP_SYS(clock_gettime),
    SCMP_SYS(getrandom), SCMP_SYS(rt_sigreturn), SCMP_SYS(rt_sigprocmask), SCMP_SYS(sched_yield),
    SCMP_SYS(exit), SCMP_SYS(exit_group), SCMP_SYS(getpid), SCMP_SYS(gettid),
};

/* Calls that libraries try on the way; they fail and the library goes on. */
static const int refused[] = {
    SCMP_SYS(open), SCMP_SYS(openat), SCMP_SYS(readlink), SCMP_SYS(readlinkat), SCMP_SYS(access),
    SCMP_SYS(ioctl),
};

static int add_rules(scmp_filter_ctx filter) {
    int code = 0;
    for (size_t index = 0; code == 0 && index < sizeof allowed / sizeof *allowed; index++)
        code = seccomp_rule_add(filter, SCMP_ACT_ALLOW, allowed[index], 0);
    for (size_t index = 0; code == 0 && index < sizeof refused / sizeof *refused; index++)
        code = seccomp_rule_add(filter, SCMP_ACT_ERRNO(EACCES), refused[index], 0);
    // Memory may be had, but never memory that runs.
    struct scmp_arg_cmp not_executable = SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0);
    if (code == 0) code = seccomp_rule_add_array(filter, SCMP_ACT_ALLOW, SCMP_SYS(mmap), 1, &not_executable);
    if (code == 0) code = seccomp_rule_add_array(filter, SCMP_ACT_ALLOW, SCMP_SYS(mprotect), 1, &not_executable);
    // The C library asks for the size of an open file by this call with an empty path.
    struct scmp_arg_cmp no_path = SCMP_A3(SCMP_CMP_EQ, AT_EMPTY_PATH), path = SCMP_A3(SCMP_CMP_NE, AT_EMPTY_PATH);
    if (code == 0) code = seccomp_rule_add_array(filter, SCMP_ACT_ALLOW, SCMP_SYS(newfstatat), 1, &no_path);
    if (code == 0) code = seccomp_rule_add_array(filter, SCMP_ACT_ERRNO(EACCES), SCMP_SYS(newfstatat), 1, &path);
    // abort() raises a signal; nobody else may be sent one.
    struct scmp_arg_cmp self = SCMP_A0(SCMP_CMP_EQ, (scmp_datum_t)getpid());
    if (code == 0) code = seccomp_rule_add_array(filter, SCMP_ACT_ALLOW, SCMP_SYS(tgkill), 1, &self);
    return code;
}

int cunix_filter_calls(void) {
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_KILL_PROCESS);
    if (filter == NULL) return ENOSYS;
    int code = add_rules(filter);
    if (code == 0) code = seccomp_load(filter);
    seccomp_release(filter);
    return -code;
}
